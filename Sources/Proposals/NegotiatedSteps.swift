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

    /// Sum of the rates that hold for a candidate, at most the whole.
    static func basisPoints(_ bound: BoundRequirement, _ candidate: Candidate) -> Int {
        min(
            10_000,
            bound.discounts.filter { holds($0, candidate) }.map(\.discount.basisPoints)
                .reduce(0, +))
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
    ) -> [(name: String, amount: Int64)] {
        let held = bound.discounts.filter { holds($0, candidate) }
        guard !held.isEmpty,
            let group = groups.first(where: { $0.contains(candidate.demand.enclave.enclave.id) })
        else { return [] }
        return held.flatMap { discount in
            line.byYear.map {
                (name(discount, group, line.period.id, $0.year), $0.amount.minorUnits)
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
            })
    }
}
