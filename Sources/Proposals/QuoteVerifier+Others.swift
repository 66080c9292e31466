import Assembly
import LocatedInput
import Pricing
import Quantities
import Requirements

extension QuoteVerifier {
    /// Holds the lines of modules and the steps against the problem and its answer.
    func others() -> [String] { modules() + steps() }

    private func modules() -> [String] {
        var differences: [String] = []
        let bought = file.answer.modules.flatMap { place, counts in
            counts.map { QuoteFile.Module(id: $0.key, place: place, count: $0.value) }
        }.sorted { ($0.place, $0.id) < ($1.place, $1.id) }
        for module in bought {
            let lines = file.lines.filter { $0.module == module }
            let solved = solved(module)
            // Wide, so that absurd figures in a file differ and never overflow.
            let cost = solved.map { Int128($0.cost) * Int128(module.count) }
            let stated = lines.map { Int128($0.amount.minorUnits) }.reduce(0, +)
            if cost != stated {
                differences.append(
                    "\(module.id) at \(module.place): the lines say \(stated), the problem "
                        + "\(cost.map { "\($0)" } ?? "nothing")")
            }
            if let solved, module.count > 0 { differences += measures(of: solved, module, lines) }
        }
        let extra = file.lines.filter { line in line.module.map { !bought.contains($0) } ?? false }
        return differences + extra.map { "\($0.id): the answer buys no such modules" }
    }

    private func solved(_ module: QuoteFile.Module) -> AssemblyProblem.Module? {
        let places = file.problem.enclaves.flatMap { enclave in
            enclave.places.map { ("\(enclave.id)/\($0.site)", $0) }
        }
        let place = places.first { $0.0 == module.place }?.1
        return place?.modules.first { $0.id == module.id }
    }

    /// What limits look at is one module's part of each period, each year and each budget.
    private func measures(
        of solved: AssemblyProblem.Module, _ module: QuoteFile.Module, _ lines: [QuoteFile.Line]
    ) -> [String] {
        guard let requirement = embedded else { return [] }
        let enclave = module.place.split(separator: "/").first.map(String.init) ?? module.place
        let stated = solved.measures.filter { $0.value != 0 }
        return compare("\(module.id) at \(module.place), what limits look at", stated) {
            var sums: [String: Int64] = [:]
            for line in lines {
                let one = try priced(line).one
                sums["period/\(line.period)", default: 0] += one.money.minorUnits
                let parts = try one.split(overMonths: line.years.map(\.months))
                for (year, part) in zip(line.years, parts) {
                    sums["year/\(year.year)", default: 0] += part.minorUnits
                }
                let periods = requirement.term.evaluatedPeriods
                guard let period = periods.first(where: { $0.id == line.period }) else { continue }
                let budgets = try BudgetMeasures(requirement: requirement).amounts(
                    of: one, in: period, for: [enclave], cut: .zero)
                for (name, amount) in budgets { sums[name, default: 0] += amount }
            }
            return sums.filter { $0.value != 0 }
        }
    }

    private func steps() -> [String] {
        let chosen = Set(file.answer.options)
        let due = file.problem.charges.filter { charge in
            charge.anyOf.contains { chosen.contains($0) }
        }
        let stated = Dictionary(
            file.steps.map { ("step/\($0.step)", $0.amount.minorUnits) },
            uniquingKeysWith: { first, _ in first })
        let missing = due.filter { stated[$0.id] != $0.cost }
            .map { "\($0.id): the problem says \($0.cost)" }
        let extra = stated.keys.filter { id in !due.contains { $0.id == id } }.sorted()
            .map { "\($0): no chosen option waits for it" }
        let late = file.steps.filter { $0.period != file.periods.first?.id }
            .map { "\($0.id): a step is paid in the first period, not in \($0.period)" }
        return missing + extra + late + due.flatMap(measures)
    }

    /// A step counts in the base period, the first year, and the budgets of who waits for it.
    private func measures(of charge: AssemblyProblem.Charge) -> [String] {
        guard let requirement = embedded else { return [] }
        let waiting = Set(charge.anyOf)
        let enclaves = file.problem.demands.filter { demand in
            demand.options.contains { waiting.contains($0.id) }
        }.map(\.enclave)
        return compare("\(charge.id), what limits look at", charge.measures) {
            let cost = Money(minorUnits: charge.cost, currency: file.currency)
            return try BudgetMeasures(requirement: requirement).charge(
                step: charge.id, cost: cost, options: [], enclaves: Set(enclaves),
                rates: file.rates
            ).measures
        }
    }
}

extension PricedLine {
    /// Splits over months; modules are split each by itself, and then counted.
    func split(overMonths parts: [Int], each module: QuoteFile.Module?) throws -> [Money] {
        guard let module, module.count > 0 else { return try split(overMonths: parts) }
        return try one.split(overMonths: parts).map { try $0.multiplied(by: module.count) }
    }
}
