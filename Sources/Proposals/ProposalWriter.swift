import Assembly
import Catalog
import Clearance
import Eligibility
import LocatedInput
import Pricing
import Requirements

/// Joins the answer of the search with prices, people and evidence.
struct ProposalWriter: Sendable {
    var world: PreparedWorld
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
        let whatIfs = try whatIfs(assumptions)
        let discounts = discounts(waterfall, lines)
        let contract = try ContractWriter(
            writer: self, lines: lines, waterfall: waterfall, discounts: discounts,
            periods: periods
        ).write()
        return PricedPackage(
            placements: placements(chosen), lines: lines.map(\.line), stepLines: paid,
            headLines: heads, staff: staff,
            discounts: discounts, waterfall: waterfall, periods: periods,
            taxes: try taxes.parts(), contract: contract, budgets: budgets,
            claim: claim(lines.map(\.line), heads, paid), range: whatIfs.range,
            alternatives: alternatives(chosen), unpriced: whatIfs.unpriced,
            unpricedPlatforms: whatIfs.platforms,
            assumptions: whatIfs.assumptions,
            conventions: assumptions.conventions(),
            promises: PromiseWriter(writer: self, heads: heads, staff: staff).write(),
            answers: try AnswerWriter(
                writer: self, chosen: chosen, budgets: budgets, people: staff
            ).write())
    }

    /// What is found by solving again.
    private struct WhatIfs: Sendable {
        var range: PriceRange?
        var unpriced: [UnpricedOffer] = []
        var platforms: [UnpricedPlatform] = []
        var assumptions: [Assumption] = []
    }

    /// Solves again for every question at once, so that no processor waits for another's.
    private func whatIfs(_ writer: AssumptionWriter) throws -> WhatIfs {
        let parts = try Concurrently.map(4) { part -> WhatIfs in
            switch part {
            case 0: WhatIfs(platforms: try unpricedPlatforms())
            case 1: WhatIfs(range: try range())
            case 2: WhatIfs(assumptions: writer.write())
            default: WhatIfs(unpriced: try unpricedOffers())
            }
        }
        return WhatIfs(
            range: parts[1].range, unpriced: parts[3].unpriced, platforms: parts[0].platforms,
            assumptions: parts[2].assumptions)
    }

    /// The chosen candidates in the order of demands and sites.
    func chosen() -> [Candidate] {
        let ids = Set(answer.options)
        let order = Dictionary(
            world.bound.demands.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first })
        return world.candidates.filter { ids.contains($0.id) }.sorted { left, right in
            (order[left.demand.id] ?? 0, left.id) < (order[right.demand.id] ?? 0, right.id)
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
