package import Assembly
import Catalog
import Pricing
import Quantities
import Requirements

/// Recomputes a quote file from what it embeds, without the catalog.
package struct QuoteVerifier {
    /// One thing that was worked out again.
    package struct Check: Sendable, Hashable {
        /// What was worked out again, as a heading over the differences.
        package let name: String
        /// What does not agree; empty where all does.
        package let differences: [String]

        /// Whether the limit of steps ended before the check was worked out.
        package var isUndecided = false

        /// Whether it was worked out and nothing differs.
        package var holds: Bool { differences.isEmpty && !isUndecided }
    }

    let file: QuoteFile
    /// The requirement in the file, read once; `nil` where it cannot be read.
    let embedded: Requirement?
    private let limit: StepLimit

    /// Creates a verifier.
    ///
    /// - Parameter limit: Steps for proving again that nothing is cheaper.
    package init(_ file: QuoteFile, limit: StepLimit) {
        self.file = file
        embedded = file.embeddedRequirement()
        self.limit = limit
    }

    /// Works out everything again, in the order in which a reader would.
    package func checks() -> [Check] {
        [
            Check(name: "requirement text matches its hash", differences: requirement()),
            Check(
                name: "workloads, sites, budgets and people are the requirement's",
                differences: agreement()),
            Check(name: "\(file.lines.count) lines recompute to the cent", differences: lines()),
            Check(name: "\(file.people.count) people lines recompute", differences: people()),
            Check(name: "each row stands once", differences: duplicates()),
            Check(name: "discounts recompute", differences: discounts()),
            Check(name: "periods and total add up", differences: totals()),
            Check(name: "totals of the contract add up", differences: contract()),
            Check(name: "taxes by part add up", differences: taxes()),
            Check(name: "what is spent of budgets recomputes", differences: budgetUses()),
            Check(name: "option costs are the sums of their lines", differences: options()),
            Check(name: "modules and steps cost what the problem says", differences: others()),
            Check(name: "the package meets every rule of its problem", differences: package()),
            optimum(),
        ] + lists() + (file.change.map { [change($0)] } ?? [])
    }

    private func requirement() -> [String] {
        let source = RequirementSource(
            path: "", text: file.requirementText, settings: file.requirementSettings)
        let hash = source.hash.hexadecimal
        return hash == file.requirementHash ? [] : ["the text has the hash \(hash)"]
    }

    func compare<Value: Equatable>(
        _ name: String, _ stated: Value, _ body: () throws -> Value
    ) -> [String] {
        do {
            let found = try body()
            return found == stated ? [] : ["\(name): stated \(stated), recomputed \(found)"]
        } catch {
            return ["\(name): \(error)"]
        }
    }

    private func lines() -> [String] {
        file.lines.flatMap { line in
            compare(line.id, line.amount) { try priced(line).money }
                + compare("\(line.id) by year", line.years.map(\.amount)) {
                    try priced(line).split(overMonths: line.years.map(\.months), each: line.module)
                }
                + compare("\(line.id), charge of the term", line.termCharge) {
                    try priced(line).termCharge.amount
                } + facts(line)
        }
    }

    /// Every tier has the amount of a price fact of the line.
    private func facts(_ line: QuoteFile.Line) -> [String] {
        line.schedule.tiers.map(\.amount).filter { !line.factAmounts.contains($0) }
            .map { "\(line.id): no price fact has the amount \($0)" }
    }

    /// Identifiers that stand twice.
    private func duplicates() -> [String] {
        var seen: Set<String> = []
        return
            (file.lines.map(\.id) + file.people.map(\.id) + file.steps.map(\.id)
            + file.discounts.map(\.id))
            .filter { !seen.insert($0).inserted }.map { "'\($0)' stands twice" }
    }

    func priced(_ line: QuoteFile.Line) throws -> PricedLine {
        try PricedLine(
            id: line.id, charge: .metered(line.schedule, monthlyQuantity: line.unitsPerMonth),
            plan: line.committedMonths == 0 ? .onDemand : .committed(months: line.committedMonths),
            months: line.months, rates: file.rates, currency: file.currency, rounding: .halfUp,
            count: line.module?.count ?? 1)
    }

    private func people() -> [String] {
        file.people.flatMap { head in
            let hired = file.answer.heads[head.pool]?[head.level ?? StaffPlan.levelName(nil)]
            let count =
                hired == head.heads ? [] : ["\(head.id): \(head.heads) heads, \(hired ?? 0) hired"]
            return count + compare("\(head.id), a head", head.perHead) { try priced(head).piece }
                + compare(head.id, head.amount) { try priced(head).money }
        }
    }

    private func priced(_ head: QuoteFile.Head) throws -> PricedLine {
        let month = try head.dayRate.multiplied(by: head.billedDaysPerYear)
            .divided(by: ExactRatio(12))
        return try PricedLine(
            id: head.id, charge: .monthly(month), months: head.months, rates: file.rates,
            currency: file.currency, rounding: .halfUp, count: head.heads)
    }

    private func discounts() -> [String] {
        file.discounts.flatMap { step in
            compare(step.id, step.amountE4) {
                let lines = file.lines.filter { step.lines.contains($0.id) }
                guard let year = step.year else {
                    return try step.discount.amountE4(on: sum(lines.map(\.amount)))
                }
                let parts = try lines.flatMap { line in
                    try line.years.filter { $0.year == year }
                        .map { try left(of: $0.amount, for: step, on: line) }
                }
                return try step.discount.amountE4(on: sum(parts))
            }
        } + solvedDiscounts()
    }

    /// Sums cuts wide, so that absurd figures in a file differ and never overflow.
    private func sumE4(_ discounts: [QuoteFile.Discount]) -> Int128 {
        discounts.reduce(Int128(0)) { $0 + Int128($1.amountE4) }
    }

    private func totals() -> [String] {
        var differences: [String] = []
        for period in file.periods {
            differences += compare("cloud of \(period.id)", period.cloud) {
                try sum(file.lines.filter { $0.period == period.id }.map(\.amount))
            }
            differences += compare("people of \(period.id)", period.people) {
                try sum(file.people.filter { $0.period == period.id }.map(\.amount))
            }
            differences += compare("steps of \(period.id)", period.steps) {
                try sum(file.steps.filter { $0.period == period.id }.map(\.amount))
            }
            let cuts = file.discounts.filter { $0.reduces.contains("period/\(period.id)") }
            differences += compare("discounts of \(period.id)", Int128(period.discountE4)) {
                sumE4(cuts)
            }
        }
        differences += compare("nets of periods", file.periods.map(\.net)) {
            let netsE4 = try file.periods.map { period in
                let gross = try period.cloud.adding(period.people).adding(period.steps).minorUnits
                return try gross.multipliedExactly(by: E4.parts) - period.discountE4
            }
            return try PeriodTotal.nets(netsE4, of: file.total.amount)
        }
        differences += compare("list", file.total.list) {
            try sum(
                file.lines.map(\.amount) + file.people.map(\.amount) + file.steps.map(\.amount))
        }
        differences += compare("total before rounding", Int128(file.total.totalE4)) {
            Int128(file.total.list.minorUnits) * 10_000 - sumE4(file.discounts)
        }
        differences += compare("total", file.total.amount) {
            try rounded(Int128(file.total.totalE4))
        }
        differences += compare("rounding row", file.total.roundingE4) {
            Int64(
                clamping: Int128(file.total.amount.minorUnits) * 10_000
                    - Int128(file.total.totalE4))
        }
        return differences
    }

    func sum(_ amounts: [Money]) throws -> Money {
        try amounts.reduce(Money.zero(file.currency)) { try $0.adding($1) }
    }

    private func rounded(_ amountE4: Int128) throws -> Money {
        let exact = try ExactRatio(amountE4, over: 10_000)
        return Money(minorUnits: try exact.rounded(.halfUp), currency: file.currency)
    }

    private func options() -> [String] {
        let chosen = Set(file.answer.options)
        let stated = file.problem.demands.flatMap { demand in
            demand.options.filter { chosen.contains($0.id) }.map { ($0, demand.enclave) }
        }
        return stated.flatMap { option, enclave in
            let lines = file.lines.filter { $0.option == option.id }
            return compare(option.id, option.cost) { try sum(lines.map(\.amount)).minorUnits }
                + measures(of: option, lines) + budgetMeasures(of: option, in: enclave, lines)
        }
    }

    /// What budgets look at: the option's part of each period and each contract year.
    private func measures(
        of option: AssemblyProblem.Option, _ lines: [QuoteFile.Line]
    ) -> [String] {
        file.periods.flatMap { period in
            compare("\(option.id) in \(period.id)", option.measures["period/\(period.id)"] ?? 0) {
                try sum(lines.filter { $0.period == period.id }.map(\.amount)).minorUnits
            }
        }
            + Set(lines.flatMap(\.years).map(\.year)).sorted().flatMap { year in
                compare("\(option.id) in year \(year)", option.measures["year/\(year)"] ?? 0) {
                    let parts = lines.flatMap(\.years).filter { $0.year == year }
                    return try sum(parts.map(\.amount)).minorUnits
                }
            }
    }

    private func package() -> [String] {
        let answer = AssemblyAnswer(
            status: .feasible, totalE4: file.answer.totalE4, options: file.answer.options,
            modules: file.answer.modules, heads: file.answer.heads)
        let check = PackageChecker.check(file.problem, answer)
        var differences = check.violations
        if check.totalE4 != file.total.totalE4 {
            differences.append(
                "the problem gives \(check.totalE4), the lines give \(file.total.totalE4)")
        }
        return differences
    }

    private func optimum() -> Check {
        let name = "nothing in the problem is cheaper"
        guard file.answer.status == "optimal" else {
            return Check(name: "\(name) is not claimed", differences: [])
        }
        let again = Assembler(limit: limit).assemble(file.problem)
        switch again.status {
        case .optimal where again.totalE4 == file.total.totalE4:
            return Check(name: name, differences: [])
        case .optimal:
            return Check(
                name: name,
                differences: ["the cheapest package costs \(again.totalE4), in ten-thousandths"])
        case .feasible where again.totalE4 < file.total.totalE4:
            return Check(
                name: name,
                differences: ["a package for \(again.totalE4) exists, in ten-thousandths"])
        case .infeasible:
            return Check(name: name, differences: ["the problem has no package at all"])
        case .feasible, .unknown:
            return Check(name: name, differences: [], isUndecided: true)
        }
    }
}
