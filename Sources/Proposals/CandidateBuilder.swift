import Catalog
import Clearance
import Eligibility
import LocatedInput
import Pricing
import Quantities
import Requirements
import Sizing

/// Sizes and prices every acceptable offer of a demand.
struct CandidateBuilder {
    let catalog: CatalogSnapshot
    let requirement: Requirement
    let book: PriceBook
    let rates: EuroReferenceRates
    let modules: ModulePlanner
    let prices = TermPrices()

    /// What became of one offer.
    enum Outcome: Sendable {
        /// One or two ways to take the offer, on demand first.
        case priced([Candidate])
        /// No price in the catalog for what it would take; `missing` names the meters.
        case unpriced(missing: [String])
        /// The demand cannot be sized into the offer's products.
        case unsizable(String)
    }

    /// Builds the candidates of one offer: on demand, and with the cheapest commitments where they
    /// are cheaper.
    func candidates(for judgement: OfferJudgement) throws -> Outcome {
        try modulesPriced(sized(judgement))
    }

    private func sized(_ judgement: OfferJudgement) throws -> Outcome {
        guard let service = catalog.service(judgement.offer.service),
            let site = catalog.site(judgement.offer.site)
        else { return .unsizable("the catalog does not know the offer") }
        let workload = judgement.demand.workload
        switch workload.size {
        case .compute(let vcpu, let memoryGiB):
            return try compute(
                judgement, service, site,
                vcpu: share(vcpu, workload), memoryGiB: share(memoryGiB, workload))
        case .storage(let quantity):
            return try storage(judgement, service, site, quantity)
        case .graphicsProcessors(let count):
            let own = share(count, workload)
            let noun = service.attributes[.accelerator] ?? "graphics processor"
            return try counted(
                judgement, service, site, Int64(own), "\(own) × \(noun)",
                note: "\(own) graphics processors asked per copy")
        case .devices(let need):
            let inUse = need.devices - need.spares
            return try counted(
                judgement, service, site, Int64(need.devices),
                "\(need.devices) × \(service.name)",
                note: "\(inUse) devices in use and \(need.spares) in reserve")
        }
    }

    /// Gives an outcome where what the candidates take of a platform's modules has no price.
    func modulesPriced(_ outcome: Outcome) throws -> Outcome {
        guard case .priced(let candidates) = outcome, let first = candidates.first else {
            return outcome
        }
        let missing = try modules.missing(for: first)
        return missing.isEmpty ? outcome : .unpriced(missing: missing)
    }

    /// The part of a whole quantity that one copy of a split workload holds, rounded up.
    private func share(_ whole: Int, _ workload: Workload) -> Int {
        (whole + workload.splitSites - 1) / workload.splitSites
    }

    /// Prices components over the evaluated periods.
    ///
    /// - Parameter meters: gives the meters of a component in a period, each with its part of it.
    /// - Returns: `nil` where a component has no price.
    /// - Throws: `QuantityError.overflow`, also where the lines' sum leaves the range.
    func lines(
        _ components: [Component], id: String,
        meters: (Component, Term.Period) throws -> [PlanPart]
    ) throws -> [CandidateLine]? {
        var lines: [CandidateLine] = []
        for component in components {
            for period in requirement.term.evaluatedPeriods {
                let parts = try meters(component, period)
                if parts.isEmpty { return nil }
                for (number, part) in parts.enumerated() {
                    let suffix = number == 0 ? "" : "/\(number + 1)"
                    lines.append(
                        try line(component, part.period, part.meter, id: id, suffix: suffix))
                }
            }
        }
        _ = try lines.reduce(Money.zero(requirement.currency.value)) {
            try $0.adding($1.priced.money)
        }
        return lines
    }

    private func line(
        _ component: Component, _ period: Term.Period, _ meter: Meter, id: String,
        suffix: String
    ) throws -> CandidateLine {
        let quantity = try Self.monthly(component.units, meter)
        let schedule = try meter.sharedAllowance?.beyond ?? meter.schedule
        let priced = try PricedLine(
            id: "\(id)/\(component.sku)/\(period.id)\(suffix)",
            charge: .metered(schedule, monthlyQuantity: quantity),
            plan: Self.plan(meter.plan), months: period.months, rates: rates,
            currency: requirement.currency.value, rounding: .halfUp)
        let parts = ContractYears.months(of: period, in: requirement.term)
        let amounts = try priced.split(overMonths: parts.map(\.months))
        return CandidateLine(
            component, in: period, meter, monthlyQuantity: quantity, priced: priced,
            byYear: zip(parts, amounts).map { ($0.year, $1) })
    }

    /// Units of a meter in a month: hours are counted where it runs by the hour.
    static func monthly(_ units: ExactDecimal, _ meter: Meter) throws -> ExactDecimal {
        if meter.unit.isHourly {
            return try units.multiplied(by: ExactDecimal(PriceBook.hoursPerMonth))
        }
        if meter.unit == .unitDay {
            return try units.multiplied(by: ExactDecimal(PriceBook.daysPerYear))
        }
        return units
    }

    static func plan(_ plan: PricePlan) -> CommitmentPlan {
        switch plan {
        case .onDemand: .onDemand
        case .committed(let months): .committed(months: months)
        }
    }
}
