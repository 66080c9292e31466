import Assembly
import Catalog
import Clearance
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
        let sets = conflicts()
        guard let rules = sets.first else {
            return Refusal(
                restE4: nil, conflict: writer.answer.conflict.map(words), repairs: [],
                unserved: [])
        }
        let workloads = writer.world.bound.demands.map(\.id).joined(separator: ", ")
        return Refusal(
            restE4: nil,
            conflict: rules.map(\.words) + ["the workloads are placed as asked: \(workloads)"],
            repairs: repairs(of: 0, in: sets), unserved: [],
            further: sets.indices.dropFirst().map { index in
                Refusal.Conflict(
                    rules: sets[index].map(\.words), repairs: repairs(of: index, in: sets))
            })
    }

    /// Most conflicts that are named; a requirement with more has to be thought over anyway.
    private static let mostConflicts = 4

    /// Sets of rules that cannot hold together, each found after the rules of those before it were
    /// taken out: all of them have to be mended.
    private func conflicts() -> [[CustomerConflict.Rule]] {
        var writer = writer
        var sets: [[CustomerConflict.Rule]] = []
        while sets.count < Self.mostConflicts {
            let rules = CustomerConflict(writer: writer, words: words).rules()
            guard !rules.isEmpty else { break }
            sets.append(rules)
            mend(rules, in: &writer)
        }
        return sets
    }

    /// Takes rules out of the problem; a budget with all its years, which one amount raises.
    private func mend(_ rules: [CustomerConflict.Rule], in writer: inout ProposalWriter) {
        for rule in rules { rule.remove(&writer.world.compiled.problem) }
        let broken = rules.compactMap(\.limit)
        let ids = writer.requirement.budgets.map(limits).filter { ids in
            ids.contains(where: broken.contains)
        }.flatMap(\.self)
        writer.world.compiled.problem.limits.removeAll { ids.contains($0.id) }
    }

    /// What would help against one conflict once all others are mended.
    private func repairs(of index: Int, in sets: [[CustomerConflict.Rule]]) -> [String] {
        var writer = writer
        for (other, rules) in sets.enumerated() where other != index {
            mend(rules, in: &writer)
        }
        return RefusalWriter(writer: writer).repairs(
            sets[index], CustomerConflict(writer: writer, words: words))
    }

    /// Demands that fewer sites could serve than copies are asked.
    private func unserved() -> [(demandID: String, reasons: [String])] {
        writer.world.bound.demands.compactMap { demand in
            let options = writer.world.candidates.filter { $0.demand.id == demand.id }
            let sites = Set(options.map(\.site.id))
            guard sites.count < demand.workload.placedCopies else { return nil }
            let judged = writer.world.judgements.filter { $0.demand.id == demand.id }
            let asked = demand.workload.placedCopies
            let offered = sites.isEmpty ? "none" : "\(sites.count)"
            let what = demand.workload.capability == .edgeDevice ? "kind of device" : "site"
            let head =
                (asked == 1 ? "one \(what) is asked" : "\(asked) sites are asked")
                + ", \(offered) can be offered with a price"
            return (
                demand.id,
                [head] + nearest(judged.filter { !sites.contains($0.offer.site) })
                    + hallHint(demand)
            )
        }
    }

    /// Why offers are not used that no known fact speaks against, grouped by reason; those that are
    /// ineligible are counted.
    private func nearest(_ judged: [OfferJudgement]) -> [String] {
        var groups: [(why: String, offers: [String])] = []
        var known: [String: Int] = [:]
        var ineligible = 0
        for judgement in judged {
            let isAgainst =
                judgement.verdict == .ineligible
                && !writer.world.unsizable.contains { $0.judgement.offer == judgement.offer }
            guard !isAgainst else {
                ineligible += 1
                continue
            }
            let why = unusable(judgement)
            let index = known[why] ?? groups.count
            known[why] = index
            if index == groups.count { groups.append((why, [])) }
            groups[index].offers.append(judgement.offer.id.rawValue)
        }
        let lines = groups.map { "\($0.offers.joined(separator: ", ")): \($0.why)" }
        guard ineligible > 0 else { return lines }
        let rest =
            ineligible == 1
            ? "1 offer is ineligible for reasons of its own"
            : "\(ineligible) offers are ineligible for reasons of their own"
        return lines + [rest]
    }

    /// Platforms that stand in halls of customers make no offer until a hall is named.
    private func hallHint(_ demand: Demand) -> [String] {
        let models = writer.world.catalog.providers.flatMap(\.deliveryModels)
        guard demand.enclave.enclave.halls.isEmpty, models.contains(where: \.isCustomerSite),
            demand.workload.capability != .edgeDevice
        else { return [] }
        let id = demand.enclave.enclave.id
        return [
            "platforms that stand in a customer's hall are in the catalog: describe a hall under "
                + "'halls' and give it to enclaves.\(id) to have them judged"
        ]
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
        case .limit where part.id.hasPrefix(RecoveryLimits.prefix):
            return RecoveryLimits.words(part.id, writer.world.bound.enclaves.map(\.enclave))
        case .limit:
            let budget = requirement.budgets.first { $0.isLimit(part.id) }
            return budget.map { BudgetRepair(writer: writer).words($0, part.id) } ?? part.id
        case .minSites:
            let enclave = writer.world.bound.enclaves.first { $0.enclave.id == part.id }?.enclave
            let copies = enclave?.workloads.map(\.placedCopies).reduce(0, +) ?? 0
            let usable = Set(
                writer.world.candidates.filter { $0.demand.enclave.enclave.id == part.id }
                    .map(\.site.id)
            ).count
            return "enclave \(part.id) has at least \(enclave?.minimumSites ?? 1) sites; "
                + "\(usable == 1 ? "1 site" : "\(usable) sites") could be used, and its workloads "
                + "are \(copies == 1 ? "1 copy" : "\(copies) copies") in all"
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
        let single =
            budgets.compactMap { BudgetRepair(writer: writer).repair($0) }
            + conflict.repairs(rules)
        guard single.isEmpty, !budgets.isEmpty else { return single }
        return withoutBudgets()
    }

    /// Identifiers of the limits that a budget was compiled to.
    private func limits(of budget: Budget) -> [String] {
        writer.world.compiled.problem.limits.map(\.id)
            .filter(budget.isLimit)
    }

    /// What a package costs where no budget stands against it.
    private func withoutBudgets() -> [String] {
        let ids = writer.requirement.budgets.flatMap(limits)
        guard let answer = BudgetRepair(writer: writer).solved(without: ids) else { return [] }
        let total = E4.text(answer.totalE4, writer.requirement.currency.value)
        return [
            "no single budget raised is enough; without any budget the cheapest package costs "
                + total
        ]
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
