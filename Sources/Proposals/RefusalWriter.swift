import Assembly
import Catalog
import Eligibility
import LocatedInput
package import Quantities
import Requirements

/// Says in the customer's words why no package exists, and what a budget would have to be.
struct RefusalWriter {
    let writer: ProposalWriter

    func write() -> Refusal {
        let unserved = self.unserved() + PeopleWords(world: writer.world).unserved
        guard unserved.isEmpty else {
            return Refusal(restE4: nil, conflict: [], repairs: [], unserved: unserved)
        }
        let conflict = CustomerConflict(writer: writer, words: words)
        let rules = conflict.rules()
        let workloads = writer.world.bound.demands.map(\.id).joined(separator: ", ")
        return Refusal(
            restE4: nil,
            conflict: rules.isEmpty
                ? writer.answer.conflict.map(words)
                : rules.map(\.words) + ["the workloads are placed as asked: \(workloads)"],
            repairs: repairs(rules, conflict), unserved: [])
    }

    /// Demands that fewer sites could serve than copies are asked.
    private func unserved() -> [(demandID: String, reasons: [String])] {
        writer.world.bound.demands.compactMap { demand in
            let options = writer.world.candidates.filter { $0.demand.id == demand.id }
            let sites = Set(options.map(\.site.id))
            guard sites.count < demand.workload.placedCopies else { return nil }
            let judged = writer.world.judgements.filter { $0.demand.id == demand.id }
            var reasons = judged.compactMap { judgement -> String? in
                guard !sites.contains(judgement.offer.site) else { return nil }
                let why = unusable(judgement)
                return "\(judgement.offer.id): \(why)"
            }
            let asked = demand.workload.placedCopies
            let offered = sites.isEmpty ? "none" : "\(sites.count)"
            let what = demand.workload.capability == .edgeDevice ? "kind of device" : "site"
            reasons.insert(
                (asked == 1 ? "one \(what) is asked" : "\(asked) sites are asked")
                    + ", \(offered) can be offered with a price", at: 0)
            return (demand.id, reasons)
        }
    }

    private func unusable(_ judgement: OfferJudgement) -> String {
        let world = writer.world
        let enclave = judgement.demand.enclave.enclave.id
        if world.admitted.contains(where: {
            $0.offer == judgement.offer && $0.demand.id == judgement.demand.id
        }), !world.staff.isPriced(enclave: enclave, site: judgement.offer.site) {
            let people = world.staff.unpriced.joined(separator: ", ")
            return "admitted, but no rate prices its people: \(people)"
        }
        if let entry = world.unpriced.first(where: {
            $0.judgement.offer == judgement.offer && $0.judgement.demand.id == judgement.demand.id
        }) {
            return "admitted, but no price: \(entry.missing.joined(separator: ", "))"
        }
        if let entry = world.unsizable.first(where: {
            $0.judgement.offer == judgement.offer && $0.judgement.demand.id == judgement.demand.id
        }) {
            return entry.reason
        }
        let reasons =
            writer.requirement.acceptance.reasonsAgainst(
                judgement, asOf: writer.requirement.asOf.value)
        return "\(judgement.verdict.rawValue): \(reasons.joined(separator: "; "))"
    }

    private func words(_ part: AssemblyAnswer.ConflictPart) -> String {
        let requirement = writer.requirement
        switch part.kind {
        case .demand where part.id == PostsFilledOnce.id:
            return "the posts that are filled once are filled"
        case .demand:
            let demand = writer.world.bound.demands.first { $0.id == part.id }
            let copies = demand?.workload.placedCopies ?? 1
            return copies == 1
                ? "workload \(part.id) is placed"
                : "workload \(part.id) is placed at \(copies) sites"
        case .limit where part.id.hasPrefix("staff."):
            return PeopleWords(world: writer.world).words(limit: part.id)
        case .limit:
            let budget = requirement.budgets.first {
                part.id == $0.id || part.id.hasPrefix("\($0.id)/")
            }
            let amount = budget.map(\.amount.value.grouped) ?? part.id
            let cover = budget?.covers.rawValue ?? ""
            return "budget \(part.id) (\(cover)) is at most \(amount)"
        case .minSites:
            let enclave = writer.world.bound.enclaves.first { $0.enclave.id == part.id }?.enclave
            let copies = enclave?.workloads.map(\.placedCopies).reduce(0, +) ?? 0
            return "enclave \(part.id) has at least \(enclave?.minimumSites ?? 1) sites; its "
                + "workloads are \(copies) copies in all"
        case .maxSites:
            let enclave = writer.world.bound.enclaves.first { $0.enclave.id == part.id }?.enclave
            let most = enclave?.maximumSites ?? 1
            return "enclave \(part.id) has at most \(most == 1 ? "1 site" : "\(most) sites")"
        case .providerLimit:
            let known = writer.world.compiled.problem.providers.filter(\.counts).count
            if part.id == "max" {
                let most = requirement.procurement.maximumProviders ?? 0
                return "the package has at most \(most == 1 ? "1 provider" : "\(most) providers")"
            }
            return "the package has at least \(requirement.procurement.minimumProviders ?? 0) "
                + "providers; \(known) in the catalog sell something that could be used"
        case .tooClose:
            let pair = writer.world.distances.first { "apart/\($0.first)/\($0.second)" == part.id }
            return "\(pair?.first.rawValue ?? "") and \(pair?.second.rawValue ?? ""): "
                + "\(pair?.reason ?? part.id)"
        case .colocate: return "workloads that belong together share their sites (\(part.id))"
        case .capacity, .modules, .available, .requires, .excludes:
            return "\(part.kind.rawValue) \(part.id)"
        }
    }

    // MARK: - Repairs

    /// For each budget in the conflict the least amount at which a package exists; for every other
    /// rule the cheapest package without it.
    private func repairs(
        _ rules: [CustomerConflict.Rule], _ conflict: CustomerConflict
    ) -> [String] {
        let parts = rules.compactMap(\.limit)
        let budgets = writer.requirement.budgets.filter { budget in
            parts.contains { limits(of: budget).contains($0) }
        }
        let single = budgets.compactMap(repair) + conflict.repairs(rules)
        guard single.isEmpty, !budgets.isEmpty else { return single }
        return withoutBudgets()
    }

    /// Identifiers of the limits that a budget was compiled to.
    private func limits(of budget: Budget) -> [String] {
        writer.world.compiled.problem.limits.map(\.id)
            .filter { $0 == budget.id || $0.hasPrefix("\(budget.id)/") }
    }

    private func repair(_ budget: Budget) -> String? {
        guard let (least, answer) = leastAmount(of: budget) else { return nil }
        let currency = writer.requirement.currency.value
        let most = budget.amount.value
        let needed = Money(minorUnits: least, currency: currency)
        let more = Money(minorUnits: least - most.minorUnits, currency: currency)
        let total = E4.text(answer.totalE4, currency)
        return
            "with budget \(budget.id) at \(needed.grouped), \(more.grouped) more, a package "
            + "exists; it costs "
            + "\(total) in all"
    }

    /// Finds the least amount of a budget that admits a package, and the cheapest one at it.
    ///
    /// The least of each measure that the budget bounds is found by solving for it; a budget of
    /// several measures may need more than the greatest of these, which halving then finds.
    private func leastAmount(of budget: Budget) -> (minorUnits: Int64, answer: AssemblyAnswer)? {
        let ids = limits(of: budget)
        let problem = writer.world.compiled.problem
        let measures = problem.limits.filter { ids.contains($0.id) }.map(\.measure)
        var low: Int64 = 0
        for measure in measures {
            let answer = writer.solver(problem.leastOf(measure, withoutLimits: ids))
            guard answer.status == .optimal else { return nil }
            low = max(low, E4.minorUnitsUp(answer.totalE4))
        }
        if let answer = solved(ids, at: low) { return (low, answer) }
        guard measures.count > 1, let free = solved(ids, at: nil) else { return nil }
        var high = E4.minorUnitsUp(free.totalE4)
        guard var best = solved(ids, at: high) else { return nil }
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if let answer = solved(ids, at: middle) {
                (high, best) = (middle, answer)
            } else {
                low = middle
            }
        }
        return (high, best)
    }

    /// Solves with a budget's limits at `most`, or without them; `nil` where no package is proved.
    private func solved(_ ids: [String], at most: Int64?) -> AssemblyAnswer? {
        var problem = writer.world.compiled.problem
        for index in problem.limits.indices where ids.contains(problem.limits[index].id) {
            problem.limits[index].max = most
        }
        problem.limits.removeAll { $0.max == nil && $0.min == nil }
        let answer = writer.solver(problem)
        return answer.status == .optimal ? answer : nil
    }

    /// What a package costs where no budget stands against it.
    private func withoutBudgets() -> [String] {
        let ids = writer.requirement.budgets.flatMap(limits)
        guard let answer = solved(ids, at: nil) else { return [] }
        let total = E4.text(answer.totalE4, writer.requirement.currency.value)
        return [
            "no single budget raised is enough; without any budget the cheapest package costs "
                + total
        ]
    }
}

extension AssemblyProblem {
    /// Returns the problem whose total is one measure of this one, without some limits.
    ///
    /// Limits on the total cannot be kept, since the total is another: they are left out.
    fileprivate func leastOf(_ measure: String, withoutLimits ids: [String]) -> AssemblyProblem {
        var problem = self
        problem.limits.removeAll { ids.contains($0.id) }
        guard measure != Self.totalMeasure else { return problem }
        problem.limits.removeAll { $0.measure == Self.totalMeasure }
        for demand in problem.demands.indices {
            for option in problem.demands[demand].options.indices {
                let measures = problem.demands[demand].options[option].measures
                problem.demands[demand].options[option].cost = measures[measure] ?? 0
            }
        }
        for pool in problem.staffPools.indices {
            for level in problem.staffPools[pool].levels.indices {
                let measures = problem.staffPools[pool].levels[level].measures
                problem.staffPools[pool].levels[level].headCost = measures[measure] ?? 0
            }
        }
        problem.discounts.removeAll { !$0.reduces.contains(measure) }
        return problem
    }
}

/// Amounts in ten-thousandths of a minor unit.
package enum E4 {
    /// How many parts a minor unit has.
    package static let parts: Int64 = 10_000

    /// Gives the least whole number of minor units that is not below an amount.
    static func minorUnitsUp(_ amount: Int64) -> Int64 {
        amount / parts + (amount % parts > 0 ? 1 : 0)
    }

    /// Gives an amount rounded half up to the minor unit, as in "EUR 1,012.35".
    package static func text(_ amount: Int64, _ currency: Currency) -> String {
        let exact = try? ExactRatio(Int128(amount), over: Int128(parts)).rounded(.halfUp)
        return Money(minorUnits: exact ?? 0, currency: currency).grouped
    }
}
