import Assembly
import Catalog
import LocatedInput
import Pricing
import Quantities
import Requirements

/// Turns discounts that the requirement states into discounts on list spend of their levels.
///
/// Each is one rate on the spend of a period's part of a contract year. Enclaves that a budget or a
/// tax tells apart have steps of their own, so that the cut belongs to one of them.
struct NegotiatedSteps {
    private let bound: BoundRequirement
    private let candidates: [Candidate]

    init(_ input: CompilerInput) {
        bound = input.bound
        candidates = input.candidates
    }

    /// Whether a discount holds for what a candidate buys.
    static func holds(_ discount: BoundDiscount, _ candidate: Candidate) -> Bool {
        discount.holds(
            provider: candidate.site.provider, level: candidate.demand.enclave.level.id)
    }

    /// The rates that hold for a candidate, in the order in which they are taken.
    static func rates(_ bound: BoundRequirement, _ candidate: Candidate) -> [Int] {
        bound.discounts.filter { holds($0, candidate) }.map(\.discount.basisPoints)
    }

    /// The share of a candidate's list price that they take off together.
    static func share(
        _ bound: BoundRequirement, _ candidate: Candidate
    ) throws -> ExactRatio {
        try DiscountOrder(bound.requirement.contract).share(rates(bound, candidate))
    }

    /// The rates that are taken before a discount on a candidate.
    private static func earlier(
        than discount: BoundDiscount, _ bound: BoundRequirement, _ candidate: Candidate
    ) -> [Int] {
        bound.discounts.prefix { $0.discount.id != discount.discount.id }
            .filter { holds($0, candidate) }.map(\.discount.basisPoints)
    }

    private static func name(
        _ discount: BoundDiscount, _ group: [String], _ period: String, _ year: Int
    ) -> String {
        "negotiated/\(discount.discount.id)/\(group.joined(separator: "+"))/\(period)/\(year)"
    }

    /// Measures that a line adds its yearly amounts to, with the amounts.
    static func measures(
        of line: CandidateLine, _ candidate: Candidate, _ bound: BoundRequirement,
        _ groups: [[String]]
    ) throws -> [(name: String, amount: Int64)] {
        let held = bound.discounts.filter { holds($0, candidate) }
        let order = DiscountOrder(bound.requirement.contract)
        guard !held.isEmpty,
            let group = groups.first(where: { $0.contains(candidate.demand.enclave.enclave.id) })
        else { return [] }
        return try held.flatMap { discount in
            let earlier = earlier(than: discount, bound, candidate)
            return try line.byYear.map {
                (
                    name(discount, group, line.period.id, $0.year),
                    try order.left(of: $0.amount.minorUnits, after: earlier)
                )
            }
        }
    }

    func discounts() throws -> [CompiledStep] {
        guard !bound.discounts.isEmpty else { return [] }
        let groups = BudgetMeasures.groups(bound)
        let term = bound.requirement.term
        return bound.discounts.flatMap { discount in
            groups.flatMap { group -> [CompiledStep] in
                let enclaves = Set(
                    candidates.filter { Self.holds(discount, $0) }
                        .map(\.demand.enclave.enclave.id)
                ).intersection(group)
                guard !enclaves.isEmpty else { return [] }
                return term.evaluatedPeriods.flatMap { period in
                    ContractYears.months(of: period, in: term).map { part in
                        step(discount, group, enclaves, period, part.year)
                    }
                }
            }
        }
    }

    private func step(
        _ discount: BoundDiscount, _ group: [String], _ enclaves: Set<String>,
        _ period: Term.Period, _ year: Int
    ) -> CompiledStep {
        let name = Self.name(discount, group, period.id, year)
        let points = Int64(discount.discount.basisPoints)
        let names = enclaves.sorted().joined(separator: ", ")
        return CompiledStep(
            id: name, year: year,
            title: "\(discount.discount.name), \(names), contract year \(year) (\(period.id))",
            discount: AssemblyProblem.Discount(
                id: name, measure: name, mode: .volume,
                tiers: [.init(from: 0, basisPoints: points)],
                reduces: ["period/\(period.id)", "year/\(year)"]),
            enclaves: enclaves,
            counts: { line, candidate in
                line.period.id == period.id
                    && group.contains(candidate.demand.enclave.enclave.id)
                    && Self.holds(discount, candidate)
                    && line.byYear.contains { $0.year == year }
            },
            earlier: { [bound] in Self.earlier(than: discount, bound, $0) })
    }
}
