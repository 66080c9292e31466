import Assembly
import Catalog
import Eligibility
import Pricing
import Requirements

/// Joins the answer of the search with prices, people and evidence.
struct ProposalWriter: Sendable {
    let world: PreparedWorld
    let answer: AssemblyAnswer
    let source: RequirementSource
    /// Solves a changed problem.
    let solver: @Sendable (AssemblyProblem) -> AssemblyAnswer
    /// Prepares the same world at another end of indicative figures.
    let prepare: @Sendable (Estimate) throws -> PreparedWorld

    var requirement: Requirement { world.bound.requirement }

    func write() throws -> Proposal {
        let outcome = try self.outcome()
        var package: PricedPackage?
        if case .package(let priced) = outcome { package = priced }
        return Proposal(
            bound: world.bound, source: source,
            catalog: CatalogStamp(
                version: world.catalog.version, date: world.catalog.date,
                contentHash: world.catalog.contentHash),
            rates: world.rates,
            outcome: outcome,
            observations: try Observers.observe(ObservedCase(world: world, package: package)),
            judgements: world.judgements,
            questions: questions(),
            rejected: rejected(),
            problem: world.compiled.problem,
            answer: answer)
    }

    private func outcome() throws -> Proposal.Outcome {
        let observed = try Observers.observe(ObservedCase(world: world, package: nil))
        let hasFault = observed.contains { $0.weight == .fault }
        switch answer.status {
        case .optimal, .feasible:
            guard hasFault else { return .package(try package()) }
            let rest = answer.status == .optimal ? answer.totalE4 : nil
            return .refused(Refusal(restE4: rest, conflict: [], repairs: [], unserved: []))
        case .infeasible: return .refused(RefusalWriter(writer: self).write())
        case .unknown:
            guard hasFault else { return .undecided }
            return .refused(Refusal(restE4: nil, conflict: [], repairs: [], unserved: []))
        }
    }

    private func package() throws -> PricedPackage {
        let chosen = self.chosen()
        let lines = try quoteLines(chosen)
        let heads = try headLines(chosen)
        let staff = try StaffStatementWriter(writer: self, chosen: chosen).write()
        let paid = try stepLines(chosen)
        let waterfall = try self.waterfall(lines, heads, paid)
        let periods = try periodTotals(lines, heads, paid, waterfall)
        let taxes = TaxWriter(
            writer: self, chosen: chosen, lines: lines, heads: heads, paid: paid,
            waterfall: waterfall)
        let budgets = try taxes.budgets()
        let assumptions = AssumptionWriter(writer: self, chosen: chosen, staff: staff)
        return PricedPackage(
            placements: placements(chosen), lines: lines.map(\.line), stepLines: paid,
            headLines: heads, staff: staff,
            discounts: discounts(waterfall, lines), waterfall: waterfall, periods: periods,
            taxes: try taxes.parts(), budgets: budgets,
            claim: claim(lines.map(\.line), heads, paid), range: try range(),
            alternatives: alternatives(chosen), unpriced: try unpricedOffers(),
            unpricedPlatforms: try unpricedPlatforms(),
            assumptions: assumptions.write(),
            conventions: assumptions.conventions(),
            promises: PromiseWriter(writer: self, heads: heads, staff: staff).write(),
            answers: try AnswerWriter(
                writer: self, chosen: chosen, budgets: budgets, people: staff
            ).write())
    }

    /// The chosen candidates in the order of demands and sites.
    func chosen() -> [Candidate] {
        let ids = Set(answer.options)
        let order = world.bound.demands.map(\.id)
        return world.candidates.filter { ids.contains($0.id) }.sorted { left, right in
            let one = order.firstIndex(of: left.demand.id) ?? 0
            let other = order.firstIndex(of: right.demand.id) ?? 0
            return (one, left.id) < (other, right.id)
        }
    }

    private func placements(_ chosen: [Candidate]) -> [Placement] {
        var copies: [String: Int] = [:]
        return chosen.compactMap { candidate in
            copies[candidate.demand.id, default: 0] += 1
            guard let provider = world.catalog.provider(candidate.site.provider),
                let model = world.catalog.deliveryModel(of: candidate.site)
            else { return nil }
            return Placement(
                demand: candidate.demand, copy: copies[candidate.demand.id] ?? 1,
                service: candidate.service, site: candidate.site, provider: provider,
                deliveryModel: model, judgement: candidate.judgement, sizing: candidate.sizing,
                isSizingProved: candidate.isSizingProved, optionID: candidate.id)
        }
    }
}
