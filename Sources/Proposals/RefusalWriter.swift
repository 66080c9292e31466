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
        let unserved = self.unserved()
        let conflict = unserved.isEmpty ? writer.answer.conflict.map(words) : []
        return Refusal(
            conflict: conflict, repairs: unserved.isEmpty ? repairs() : [], unserved: unserved)
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
            reasons.insert(
                "\(demand.workload.placedCopies) sites are asked, \(sites.count) can be offered "
                    + "with a price", at: 0)
            return (demand.id, reasons)
        }
    }

    private func unusable(_ judgement: OfferJudgement) -> String {
        let world = writer.world
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
        return "\(judgement.verdict.rawValue): \(judgement.reasons.joined(separator: "; "))"
    }

    private func words(_ part: AssemblyAnswer.ConflictPart) -> String {
        let requirement = writer.requirement
        switch part.kind {
        case .demand:
            let demand = writer.world.bound.demands.first { $0.id == part.id }
            let copies = demand?.workload.placedCopies ?? 1
            return copies == 1
                ? "workload \(part.id) is placed"
                : "workload \(part.id) is placed at \(copies) sites"
        case .limit:
            let budget = requirement.budgets.first {
                part.id == $0.id || part.id.hasPrefix("\($0.id)/")
            }
            let amount = budget.map { "\($0.amount.value)" } ?? part.id
            let cover = budget?.covers.rawValue ?? ""
            return "budget \(part.id) (\(cover)) is at most \(amount)"
        case .minSites:
            let enclave = writer.world.bound.enclaves.first { $0.enclave.id == part.id }?.enclave
            return "enclave \(part.id) has at least \(enclave?.minimumSites ?? 1) sites"
        case .maxSites:
            let enclave = writer.world.bound.enclaves.first { $0.enclave.id == part.id }?.enclave
            return "enclave \(part.id) has at most \(enclave?.maximumSites ?? 1) sites"
        case .providerLimit:
            let bound =
                part.id == "max"
                ? requirement.procurement.maximumProviders
                : requirement.procurement.minimumProviders
            return "the package has \(part.id == "max" ? "at most" : "at least") "
                + "\(bound ?? 0) providers"
        case .tooClose:
            let pair = writer.world.distances.first { "apart/\($0.first)/\($0.second)" == part.id }
            return "\(pair?.first.rawValue ?? "") and \(pair?.second.rawValue ?? ""): "
                + "\(pair?.reason ?? part.id)"
        case .colocate: return "workloads that belong together share their sites (\(part.id))"
        case .capacity, .modules, .available, .requires, .excludes:
            return "\(part.kind.rawValue) \(part.id)"
        }
    }

    /// For each budget in the conflict, what the cheapest package without it would cost.
    private func repairs() -> [String] {
        let budgets = writer.answer.conflict.filter { $0.kind == .limit }.map(\.id)
        return budgets.compactMap { id in
            var problem = writer.world.compiled.problem
            guard let limit = problem.limits.first(where: { $0.id == id }), let most = limit.max
            else { return nil }
            problem.limits.removeAll { $0.id == id }
            let answer = writer.solver(problem)
            guard answer.status == .optimal else { return nil }
            let currency = writer.requirement.currency.value
            let total = E4.text(answer.totalE4, currency)
            guard limit.measure == AssemblyProblem.totalMeasure else {
                return "without budget \(id) the cheapest package costs \(total) in all"
            }
            let over = E4.text(answer.totalE4 - most * E4.parts, currency)
            return "without budget \(id) the cheapest package costs \(total): \(over) more"
        }
    }
}

/// Amounts in ten-thousandths of a minor unit.
package enum E4 {
    /// How many parts a minor unit has.
    package static let parts: Int64 = 10_000

    /// Gives an amount rounded half up to the minor unit, as in "EUR 12.35".
    package static func text(_ amount: Int64, _ currency: Currency) -> String {
        let exact = try? ExactRatio(Int128(amount), over: Int128(parts)).rounded(.halfUp)
        return Money(minorUnits: exact ?? 0, currency: currency).description
    }
}
