import Assembly
import Catalog
import LocatedInput
import Pricing
import Quantities
import Requirements

/// Turns price programmes into discounts on a contract year's eligible list spend.
///
/// Where two periods share a contract year, each counts its own part of it: what the base period
/// costs may not rest on an option that may never be taken.
struct ProgrammeSteps {
    private let input: CompilerInput

    init(_ input: CompilerInput) {
        self.input = input
    }

    /// Measures that a line adds its yearly amounts to, with the amounts.
    static func measures(
        of line: CandidateLine, _ candidate: Candidate, _ catalog: CatalogSnapshot,
        _ bound: BoundRequirement
    ) throws -> [(name: String, amount: Int64)] {
        let order = DiscountOrder(bound.requirement.contract)
        let earlier = NegotiatedSteps.rates(bound, candidate)
        return try catalog.programmes.filter { isEligible(candidate, $0) }.flatMap { programme in
            try line.byYear.map {
                (
                    name(programme, $0.year, line.period),
                    try order.left(of: $0.amount.minorUnits, after: earlier)
                )
            }
        }
    }

    private static func name(
        _ programme: Programme, _ year: Int, _ period: Term.Period
    ) -> String {
        "spend/\(programme.id)/\(period.id)/\(year)"
    }

    private static func isEligible(_ candidate: Candidate, _ programme: Programme) -> Bool {
        programme.provider == candidate.site.provider
            && (programme.capabilities.isEmpty
                || candidate.service.capability.map(programme.capabilities.contains) ?? false)
            && (programme.levels.isEmpty
                || programme.levels.contains(candidate.demand.enclave.level.id))
    }

    func discounts() throws -> [CompiledStep] {
        let term = input.bound.requirement.term
        return try input.catalog.programmes.flatMap { programme -> [CompiledStep] in
            guard input.candidates.contains(where: { Self.isEligible($0, programme) }) else {
                return []
            }
            return try term.evaluatedPeriods.flatMap { period in
                try ContractYears.months(of: period, in: term).map { part in
                    try step(programme, part.year, period)
                }
            }
        }
    }

    private func step(
        _ programme: Programme, _ year: Int, _ period: Term.Period
    ) throws -> CompiledStep {
        let name = Self.name(programme, year, period)
        let currency = input.bound.requirement.currency.value
        let tiers = try programme.tiers.map { tier in
            let bound = UnroundedMoney(amount: tier.from, currency: programme.currency)
            let from = try input.rates.convert(bound, to: currency).rounded(.halfUp)
            return AssemblyProblem.Discount.Tier(
                from: from.minorUnits, basisPoints: Int64(tier.basisPoints))
        }
        return CompiledStep(
            id: name, year: year, title: "\(programme.name), contract year \(year) (\(period.id))",
            discount: AssemblyProblem.Discount(
                id: name, measure: name, mode: programme.mode == .volume ? .volume : .graduated,
                tiers: tiers, reduces: ["period/\(period.id)", "year/\(year)"]),
            enclaves: Set(
                input.candidates.filter { Self.isEligible($0, programme) }
                    .map(\.demand.enclave.enclave.id)),
            counts: { [period] line, candidate in
                Self.isEligible(candidate, programme) && line.period.id == period.id
                    && line.byYear.contains { $0.year == year }
            },
            earlier: { [bound = input.bound] in NegotiatedSteps.rates(bound, $0) })
    }
}
