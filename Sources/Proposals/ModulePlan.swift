import Assembly
import Catalog
import LocatedInput
import Pricing
import Quantities
import Requirements

/// A module of a platform with its price over the evaluated periods.
struct PricedModule: Sendable {
    let module: PlatformModule
    let lines: [ModuleLine]

    /// One module in one period.
    struct ModuleLine: Sendable {
        let period: Term.Period
        let meter: Meter
        /// Units of the meter in a month, for one module.
        let monthlyQuantity: ExactDecimal
        /// The price of one module.
        let priced: PricedLine
        /// The amount split over the contract years that the period covers.
        let byYear: [(year: Int, amount: Money)]
    }

    /// The module in the terms of the assembly problem.
    var assembled: AssemblyProblem.Module {
        var measures: [String: Int64] = [:]
        for line in lines {
            measures["period/\(line.period.id)", default: 0] += line.priced.money.minorUnits
            for part in line.byYear {
                measures["year/\(part.year)", default: 0] += part.amount.minorUnits
            }
        }
        return AssemblyProblem.Module(
            id: module.id.rawValue,
            cost: lines.map(\.priced.money.minorUnits).reduce(0, +), max: Int64(module.mostBought),
            provides: Dictionary(
                module.provides.map { ($0.resource, $0.units) }, uniquingKeysWith: max),
            measures: measures)
    }
}

/// Works out what candidates take of a platform's modules, and what a module costs.
struct ModulePlanner {
    let catalog: CatalogSnapshot
    let requirement: Requirement
    let book: PriceBook
    let rates: EuroReferenceRates

    /// Cores and memory that machines take at a site; nothing where it is not sold in modules.
    func uses(at site: Site, cores: Int64, memoryGiB: Int64) -> [String: Int64] {
        let resources = Set(
            catalog.modules.filter { $0.site == site.id }.flatMap(\.provides).map(\.resource))
        return [ModuleProvision.core: cores, ModuleProvision.memory: memoryGiB]
            .filter { resources.contains($0.key) }
    }

    /// Modules that a candidate needs and that have no price, in words.
    func missing(for candidate: Candidate) throws -> [String] {
        let needed = catalog.modules.filter { module in
            module.site == candidate.site.id
                && module.provides.contains { candidate.uses[$0.resource] != nil }
        }
        return try needed.filter { try price($0, candidate.site) == nil }
            .map { "\($0.name) (\($0.sku)) at \(candidate.site.name)" }
    }

    /// Prices every module of the sites that candidates use.
    func priced(for candidates: [Candidate]) throws -> [PricedModule] {
        let sites = Set(candidates.map(\.site.id))
        return try catalog.modules.filter { sites.contains($0.site) }.compactMap { module in
            guard let site = catalog.site(module.site) else { return nil }
            return try price(module, site)
        }
    }

    private func price(_ module: PlatformModule, _ site: Site) throws -> PricedModule? {
        var lines: [PricedModule.ModuleLine] = []
        for period in requirement.term.evaluatedPeriods {
            guard let meter = try book.meter(sku: module.sku, plan: .onDemand, at: site),
                meter.unit != .unit
            else { return nil }
            let quantity = try CandidateBuilder.monthly(.one, meter)
            let priced = try PricedLine(
                id: "module/\(module.site)/\(module.id)/\(period.id)",
                charge: .metered(meter.schedule, monthlyQuantity: quantity),
                months: period.months, rates: rates, currency: requirement.currency.value,
                rounding: .halfUp)
            let parts = ContractYears.months(of: period, in: requirement.term)
            let amounts = try priced.split(overMonths: parts.map(\.months))
            lines.append(
                PricedModule.ModuleLine(
                    period: period, meter: meter, monthlyQuantity: quantity, priced: priced,
                    byYear: zip(parts, amounts).map { ($0.year, $1) }))
        }
        return PricedModule(module: module, lines: lines)
    }
}
