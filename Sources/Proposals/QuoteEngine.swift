package import Assembly
package import Catalog
import Clearance
import Eligibility
import LocatedInput
import Pricing
package import Quantities
package import Requirements

/// Answers a requirement from a catalog: judges, sizes, compiles, assembles, prices and explains.
///
/// Pure: the same requirement, catalog and limit give the same proposal on every machine.
package struct QuoteEngine: Sendable {
    let catalog: CatalogSnapshot
    private let limit: StepLimit
    private let memo = PartMemo()

    /// Creates an engine.
    ///
    /// - Parameter limit: Steps that each search may take.
    package init(catalog: CatalogSnapshot, limit: StepLimit) {
        self.catalog = catalog
        self.limit = limit
    }

    /// Works out the proposal.
    ///
    /// - Throws: `QuantityError` and `PricingError` where an amount leaves the range of numbers.
    package func propose(
        _ bound: BoundRequirement, source: RequirementSource
    ) throws -> Proposal {
        let catalog = self.catalog.placing(in: bound.requirement.halls.map(\.hall))
        let rates = try referenceRates(bound)
        let likely = try PreparedWorld(
            catalog: catalog, bound: bound, rates: rates, estimate: .likely)
        let answer = solve(likely.compiled.problem)
        return try ProposalWriter(
            world: likely, answer: answer, source: source, solver: whatIf,
            prepare: { estimate in
                try PreparedWorld(
                    catalog: catalog, bound: bound, rates: rates, estimate: estimate,
                    other: likely)
            }
        ).write()
    }

    /// Solves a compiled problem, which its compiler has audited, and has the answer judged by code
    /// that shares nothing with the search.
    func solve(_ problem: AssemblyProblem) -> AssemblyAnswer {
        let assembler = Assembler(limit: limit, memo: memo)
        return checked(problem, assembler.assemble(problem, isAudited: true))
    }

    /// Solves a changed problem, of which only the total or its absence is asked.
    @Sendable func whatIf(_ problem: AssemblyProblem) -> AssemblyAnswer {
        let assembler = Assembler(limit: limit, memo: memo)
        return checked(problem, assembler.assemble(problem, findsConflict: false, isAudited: true))
    }

    private func checked(_ problem: AssemblyProblem, _ answer: AssemblyAnswer) -> AssemblyAnswer {
        if answer.hasPackage {
            let check = PackageChecker.check(problem, answer)
            precondition(
                check.violations.isEmpty && check.totalE4 == answer.totalE4,
                "the package does not hold: \(check.violations)")
        }
        return answer
    }

    private func referenceRates(_ bound: BoundRequirement) throws -> EuroReferenceRates {
        try Self.rates(of: catalog, on: bound.requirement.asOf.value)
    }

    /// Gives the reference rates of the last publishing day up to `asOf`; none where there is none.
    package static func rates(
        of catalog: CatalogSnapshot, on asOf: CalendarDate
    ) throws -> EuroReferenceRates {
        guard let found = catalog.referenceRates(on: asOf) else {
            return try EuroReferenceRates(date: asOf, unitsPerEuro: [])
        }
        return try EuroReferenceRates(
            date: found.day,
            unitsPerEuro: found.rates.map {
                EuroReferenceRates.Rate(
                    currency: $0.currency, unitsPerEuro: $0.unitsPerEuro,
                    otherSource: $0.otherSource)
            })
    }
}
