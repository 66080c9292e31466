import Assembly
import Catalog
import Clearance
import Eligibility
import LocatedInput
import Pricing
import Quantities
import Requirements

/// Sums a package by the tax that falls on it, and by the budgets that pay for it.
struct TaxWriter {
    let writer: ProposalWriter
    let chosen: [Candidate]
    let lines: [ProposalWriter.LineSource]
    let heads: [HeadLine]
    let paid: [StepLine]
    let waterfall: Waterfall

    private var currency: Currency { writer.requirement.currency.value }

    /// The parts with one tax each, in the order in which their enclaves are written.
    func parts() throws -> [TaxPart] {
        let groups = Self.groups(writer.world.bound)
        let cloud = Dictionary(grouping: lines, by: \.enclave)
            .mapValues { $0.map(\.line.priced.money.minorUnits).reduce(0, +) }
        var steps: [String: Int64] = [:]
        for (enclave, units) in try self.steps() { steps[enclave, default: 0] += units }
        let people = try self.people()
        let cuts = try self.cuts(groups.map(\.enclaves))
        let amounts = groups.enumerated().map { index, group in
            let products = group.enclaves.map { cloud[$0] ?? 0 }.reduce(0, +)
            let staff = group.enclaves.map { people[$0] ?? 0 }.reduce(0, +)
            let paid = group.enclaves.map { steps[$0] ?? 0 }.reduce(0, +)
            return (cloud: products, people: staff, steps: paid, cut: cuts[index])
        }
        let netsE4 = amounts.map { ($0.cloud + $0.people + $0.steps) * E4.parts - $0.cut }
        precondition(
            netsE4.reduce(0, +) == waterfall.totalE4, "the parts do not sum to the total")
        let nets =
            waterfall.total.minorUnits == 0
            ? netsE4.map { _ in Money.zero(currency) }
            : try waterfall.total.allocated(by: netsE4, remainder: .largestRemainder)
        return try groups.enumerated().map { index, group in
            let due = try Self.due(group.tax, on: nets[index])
            return TaxPart(
                enclaves: group.enclaves, tax: group.tax,
                cloud: Money(minorUnits: amounts[index].cloud, currency: currency),
                people: Money(minorUnits: amounts[index].people, currency: currency),
                steps: Money(minorUnits: amounts[index].steps, currency: currency),
                discountE4: amounts[index].cut, net: nets[index], due: due,
                gross: try due.map { try nets[index].adding($0) })
        }
    }

    /// Enclaves by their tax, in the order written.
    static func groups(_ bound: BoundRequirement) -> [(enclaves: [String], tax: EnclaveTax)] {
        var groups: [(enclaves: [String], tax: EnclaveTax)] = []
        for (enclave, tax) in bound.taxes {
            if let index = groups.firstIndex(where: { $0.tax == tax }) {
                groups[index].enclaves.append(enclave)
            } else {
                groups.append(([enclave], tax))
            }
        }
        return groups
    }

    /// The tax on a net amount, rounded half up; `nil` where the rate cannot be told.
    static func due(_ tax: EnclaveTax, on net: Money) throws -> Money? {
        guard let percent = tax.percent else { return nil }
        let share = try ExactRatio(percent).divided(by: ExactRatio(100))
        return try UnroundedMoney(net).multiplied(by: share).rounded(.halfUp)
    }

    /// Steps that are paid once, in equal parts on the enclaves that wait for them.
    private func steps() throws -> [(enclave: String, units: Int64)] {
        try paid.flatMap { line in
            let waiting = Set(
                chosen.filter { $0.judgement.steps.contains { $0.id == line.step.id } }
                    .map(\.demand.enclave.enclave.id)
            ).sorted()
            let parts = try line.priced.money.allocated(
                by: waiting.map { _ in 1 }, remainder: .largestRemainder)
            return zip(waiting, parts).map { ($0, $1.minorUnits) }
        }
    }

    private func people() throws -> [String: Int64] {
        let places = Set(chosen.map { "\($0.demand.enclave.enclave.id)/\($0.site.id)" })
        var people: [String: Int64] = [:]
        let bound = writer.world.bound
        for head in heads {
            let own = bound.allEnclaves.filter { $0.level.id == head.level }
            let bench = own.isEmpty ? bound.allEnclaves : own
            let shares = try writer.world.staff.shares(
                of: head, at: places, bench: bench.map(\.enclave.id))
            for share in shares {
                people[share.enclave, default: 0] += share.amount.minorUnits
            }
        }
        return people
    }

    /// Discounts by group: each by the spend that it counts there.
    private func cuts(_ groups: [[String]]) throws -> [Int64] {
        var cuts = groups.map { _ in Int64(0) }
        for row in waterfall.discounts {
            guard let step = writer.world.compiled.steps.first(where: { $0.id == row.id }) else {
                continue
            }
            var spend = groups.map { _ in Int64(0) }
            for line in lines where line.counts(towards: step) {
                guard let index = groups.firstIndex(where: { $0.contains(line.enclave) }) else {
                    continue
                }
                spend[index] += line.line.priced.money.minorUnits
            }
            guard spend.contains(where: { $0 > 0 }), row.amountE4 > 0 else { continue }
            let parts = try Money(minorUnits: row.amountE4, currency: currency)
                .allocated(by: spend, remainder: .largestRemainder)
            for index in cuts.indices { cuts[index] += parts[index].minorUnits }
        }
        return cuts
    }

    /// What is spent of each budget.
    func budgets() throws -> [BudgetUse] {
        let problem = writer.world.compiled.problem
        let check = PackageChecker.check(problem, writer.answer)
        let limits = BudgetLimits(writer.world.bound, rates: writer.world.rates)
        return try writer.requirement.budgets.flatMap { budget in
            try limits.parts(of: budget).map { part in
                let spentE4 = check.limitsE4[part.id] ?? 0
                let limit = try limits.net(
                    budget.amount.value, of: budget, months: part.months)
                let exact = UnroundedMoney(
                    amount: try ExactRatio(
                        Int128(spentE4),
                        over: Int128(E4.parts) * Int128(currency.minorUnitsPerUnit)),
                    currency: currency)
                let factor = try limits.factor(of: budget, months: 12)
                let own = budget.amount.value.currency
                let spent = try UnroundedMoney(
                    amount: exact.amount.divided(by: factor), currency: own
                ).rounded(.ceiling)
                let stated = try UnroundedMoney(budget.amount.value)
                    .multiplied(by: ExactRatio(Int128(part.months), over: 12)).rounded(.floor)
                return BudgetUse(
                    budgetID: budget.id, limitID: part.id, label: part.label, spentE4: spentE4,
                    limit: limit, stated: stated, spent: spent,
                    left: Money(
                        minorUnits: limit.minorUnits - E4.minorUnitsUp(spentE4),
                        currency: currency))
            }
        }
    }
}

extension ProposalWriter.LineSource {
    /// The enclave that the line is bought for; a module's line names it as its demand.
    var enclave: String { candidate?.demand.enclave.enclave.id ?? line.demandID }
}
