import Catalog
import Clearance
import Eligibility
import LocatedInput
import Pricing
import Quantities
import Requirements

extension QuoteEngine {
    /// Works out what settings changed.
    ///
    /// - Parameters:
    ///   - proposal: The answer with all settings.
    ///   - earlier: The requirement before each of the settings of the proposal's source.
    /// - Returns: The proposal with its change; as it is where there are no settings.
    package func comparing(
        _ proposal: Proposal, with earlier: [EarlierRequirement]
    ) -> Proposal {
        let settings = proposal.source.settings
        precondition(settings.count == earlier.count, "one requirement before each setting")
        guard !settings.isEmpty else { return proposal }
        let answers = earlier.map { ChangeWriter.Answer(self, $0, proposal.source) }
        var changed = proposal
        changed.change = ChangeWriter(
            settings: settings, answers: answers + [ChangeWriter.Answer(proposal)]
        ).write()
        return changed
    }
}

/// Compares the answers before and after each setting.
private struct ChangeWriter {
    let settings: [String]
    /// Before the first setting, and after each.
    let answers: [Answer]

    /// One answer: its proposal, or why there is none.
    struct Answer {
        let proposal: Proposal?
        let side: RequirementChange.Side

        init(_ proposal: Proposal) {
            self.proposal = proposal
            side = Self.side(proposal)
        }

        init(
            _ engine: QuoteEngine, _ earlier: EarlierRequirement, _ source: RequirementSource
        ) {
            switch earlier {
            case .unreadable(let messages):
                self.init("the requirement cannot be read", messages)
            case .bound(let bound):
                do {
                    self.init(try engine.propose(bound, source: source))
                } catch {
                    self.init("the requirement cannot be priced", ["\(error)"])
                }
            }
        }

        private init(_ status: String, _ reasons: [String]) {
            proposal = nil
            side = .nothing(status: status, reasons: reasons)
        }

        /// The package, where there is one.
        var package: PricedPackage? {
            if case .package(let package) = proposal?.outcome { package } else { nil }
        }

        private static func side(_ proposal: Proposal) -> RequirementChange.Side {
            switch proposal.outcome {
            case .package(let package): return .package(package.waterfall.total)
            case .undecided:
                return .nothing(
                    status: "undecided", reasons: ["the search ended at its limit of steps"])
            case .refused(let refusal):
                let faults = proposal.observations.filter { $0.weight == .fault }.map(\.text)
                let unserved = refusal.unserved.map {
                    "\($0.demandID): \($0.reasons.joined(separator: "; "))"
                }
                return .nothing(
                    status: "no package", reasons: faults + unserved + refusal.conflict)
            }
        }
    }

    func write() -> RequirementChange {
        RequirementChange(
            settings: settings, before: answers[0].side, after: answers[answers.count - 1].side,
            money: money())
    }

    private func money() -> RequirementChange.MoneyChange? {
        guard let first = answers.first, let last = answers.last, let before = first.package,
            let after = last.package,
            before.waterfall.total.currency == after.waterfall.total.currency
        else { return nil }
        let change = Self.totalE4(after) - Self.totalE4(before)
        let causes = causes(first, last)
        let effects = effects(before)
        precondition(
            causes.map(\.changeE4).reduce(0, +) == change
                && effects.map(\.changeE4).reduce(0, +) == change,
            "the parts of the change sum to it")
        return RequirementChange.MoneyChange(
            before: before.waterfall.total, after: after.waterfall.total, causes: causes,
            effects: effects, changeE4: change)
    }

    private static func totalE4(_ package: PricedPackage) -> Int64 {
        package.waterfall.totalE4 + package.waterfall.roundingE4
    }

    // MARK: - By setting

    /// Settings without a package of their own, or with one in another currency, count with the
    /// next that has one.
    private func effects(_ base: PricedPackage) -> [RequirementChange.Effect] {
        var effects: [RequirementChange.Effect] = []
        var open: [String] = []
        var known = base
        for (setting, answer) in zip(settings, answers.dropFirst()) {
            open.append(setting)
            guard let package = answer.package,
                package.waterfall.total.currency == base.waterfall.total.currency
            else { continue }
            effects.append(
                RequirementChange.Effect(
                    settings: open, changeE4: Self.totalE4(package) - Self.totalE4(known)))
            known = package
            open = []
        }
        return effects
    }

    // MARK: - By cause

    private struct Row: Hashable {
        let kind: RequirementChange.Cause.Kind
        let subject: String
        let period: String?
    }

    /// Rows in the order of the changed quote, then those that fell away.
    private func causes(_ before: Answer, _ after: Answer) -> [RequirementChange.Cause] {
        let old = Self.rows(before)
        let new = Self.rows(after)
        var sums: [Row: Int64] = [:]
        for (row, amount) in new { sums[row, default: 0] += amount }
        for (row, amount) in old { sums[row, default: 0] -= amount }
        var seen: Set<Row> = []
        let order: [RequirementChange.Cause.Kind] = [
            .lines, .modules, .people, .steps, .otherLines, .discount, .rounding,
        ]
        return order.flatMap { kind in
            (new + old).map(\.row).filter { $0.kind == kind && seen.insert($0).inserted }
        }.compactMap { row in
            guard let change = sums[row], change != 0 else { return nil }
            return RequirementChange.Cause(
                kind: row.kind, subject: row.subject, period: row.period, changeE4: change)
        }
    }

    /// Every part of a package's total; together they are the printed total.
    private static func rows(_ answer: Answer) -> [(row: Row, amountE4: Int64)] {
        guard let package = answer.package, let proposal = answer.proposal else { return [] }
        var rows: [(row: Row, amountE4: Int64)] = []
        func add(
            _ kind: RequirementChange.Cause.Kind, _ subject: String, _ period: String?,
            _ amountE4: Int64
        ) {
            rows.append((Row(kind: kind, subject: subject, period: period), amountE4))
        }
        var rest = package.waterfall.list.minorUnits
        for line in package.lines {
            let units = line.priced.money.minorUnits
            rest -= units
            let isModule = line.optionID == nil
            add(
                isModule ? .modules : .lines,
                isModule ? "\(line.product) at \(line.site)" : line.demandID, line.period.id,
                units * E4.parts)
        }
        for step in package.stepLines {
            let units = step.priced.money.minorUnits
            rest -= units
            add(.steps, step.step.text, step.period.id, units * E4.parts)
        }
        for head in package.headLines {
            let units = head.priced.money.minorUnits
            rest -= units
            let cleared = head.level.map { ", \(marking($0, proposal))" } ?? ""
            add(.people, head.role.name + cleared, head.period.id, units * E4.parts)
        }
        add(.otherLines, "", nil, rest * E4.parts)
        for row in package.waterfall.discounts {
            let title = package.discounts.first { $0.row.id == row.id }?.title ?? row.id
            add(.discount, title, nil, -row.amountE4)
        }
        add(.rounding, "", nil, package.waterfall.roundingE4)
        return rows
    }

    private static func marking(_ level: LevelID, _ proposal: Proposal) -> String {
        let levels = proposal.bound.customer.levels + proposal.bound.enclaves.map(\.level)
        return levels.first { $0.id == level }?.marking ?? level.rawValue
    }
}
