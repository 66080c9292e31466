import Assembly
import Catalog
import LocatedInput
import Pricing
import Quantities
import Requirements

/// The customer's rules that cannot hold together while every workload is placed as asked.
///
/// Unlike the conflict of a bare assembly problem, workloads are never given up here: what is
/// named is a rule that the customer could change. Irreducible: with any one of them gone, the rest
/// can hold.
struct CustomerConflict {
    let writer: ProposalWriter
    /// Says a part of a problem in the customer's words.
    let words: (AssemblyAnswer.ConflictPart) -> String

    /// A rule of the requirement that can be taken out of the problem.
    struct Rule {
        let words: String
        /// The rule in a few words, to say what is cheaper without it.
        let short: String
        /// The limit that a budget is, if it is one.
        let limit: String?
        let remove: (inout AssemblyProblem) -> Void
    }

    private var problem: AssemblyProblem { writer.world.compiled.problem }
    private var requirement: Requirement { writer.requirement }

    /// Finds the conflict by taking out one rule after the other, solving each time.
    ///
    /// Empty where the workloads cannot be placed even without any rule, or the search was cut.
    func rules() -> [Rule] {
        var kept = all()
        guard status(keeping: kept) == .infeasible else { return [] }
        for rule in kept {
            let without = kept.filter { $0.words != rule.words }
            switch status(keeping: without) {
            case .infeasible: kept = without
            case .unknown: return []
            case .optimal, .feasible: continue
            }
        }
        return kept
    }

    private func status(keeping kept: [Rule]) -> AssemblyAnswer.Status {
        var smaller = problem
        for rule in all() where !kept.contains(where: { $0.words == rule.words }) {
            rule.remove(&smaller)
        }
        return writer.solver(smaller).status
    }

    private func all() -> [Rule] {
        requirement.budgets.flatMap(budget) + people() + sites() + recovery() + providers()
            + distances() + together()
    }

    /// Each list's floor and ceiling, and the limit of sponsored cases as one rule.
    private func people() -> [Rule] {
        let words = PeopleWords(world: writer.world)
        let limits = problem.limits.map(\.id).filter { $0.hasPrefix("staff.") }
        let sponsor = limits.filter { $0.hasPrefix(PeopleLimits.Name.sponsor) }
        let single = limits.filter { !sponsor.contains($0) }.map { [$0] }
        return (single + (sponsor.isEmpty ? [] : [sponsor])).compactMap { ids in
            guard let first = ids.first else { return nil }
            return Rule(
                words: words.words(limit: first), short: words.short(limit: first), limit: nil
            ) { $0.limits.removeAll { ids.contains($0.id) } }
        }
    }

    private func rule(
        _ kind: AssemblyAnswer.ConflictPart.Kind, _ id: String, short: String,
        _ remove: @escaping (inout AssemblyProblem) -> Void
    ) -> Rule {
        Rule(
            words: words(AssemblyAnswer.ConflictPart(kind: kind, id: id)), short: short,
            limit: kind == .limit ? id : nil, remove: remove)
    }

    private func budget(_ budget: Budget) -> [Rule] {
        problem.limits.filter { budget.isLimit($0.id) }
            .map { limit in
                rule(.limit, limit.id, short: "budget \(limit.id)") {
                    $0.limits.removeAll { $0.id == limit.id }
                }
            }
    }

    private func sites() -> [Rule] {
        problem.enclaves.indices.flatMap { index -> [Rule] in
            let enclave = problem.enclaves[index]
            var rules: [Rule] = []
            if enclave.minSites != nil {
                rules.append(
                    rule(.minSites, enclave.id, short: "the least number of sites") {
                        $0.enclaves[index].minSites = nil
                    })
            }
            if enclave.maxSites != nil {
                rules.append(
                    rule(.maxSites, enclave.id, short: "the greatest number of sites") {
                        $0.enclaves[index].maxSites = nil
                    })
            }
            return rules
        }
    }

    /// Recovery of all enclaves is one rule, so that giving it up is tried for all.
    private func recovery() -> [Rule] {
        let enclaves = writer.world.bound.enclaves.map(\.enclave)
        let limits = RecoveryLimits.limits(enclaves).map(\.id)
        guard !limits.isEmpty else { return [] }
        let words = limits.map { RecoveryLimits.words($0, enclaves) }.joined(separator: "; ")
        return [
            Rule(words: words, short: "recovery there", limit: nil) {
                $0.limits.removeAll { limits.contains($0.id) }
            }
        ]
    }

    private func providers() -> [Rule] {
        var rules: [Rule] = []
        if problem.providerLimit?.min != nil {
            rules.append(
                rule(.providerLimit, "min", short: "the least number of providers") {
                    $0.providerLimit?.min = nil
                })
        }
        if problem.providerLimit?.max != nil {
            rules.append(
                rule(.providerLimit, "max", short: "the greatest number of providers") {
                    $0.providerLimit?.max = nil
                })
        }
        return rules
    }

    /// All distances are one rule, whatever enclaves ask for one.
    private func distances() -> [Rule] {
        // The catalog knows more pairs than the requirement lets be chosen.
        let options = problem.demands.flatMap(\.options)
        let sites = Dictionary(
            options.map { ($0.id, $0.site) }, uniquingKeysWith: { first, _ in first })
        let pairs = Set(
            problem.tooClose.map(\.sites)
                + problem.excludes.map { $0.options.compactMap { sites[$0] } })
        let spread = Set(
            writer.world.bound.demands.filter { $0.workload.placedCopies > 1 }
                .map(\.enclave.enclave.id))
        let first = writer.world.distances.first {
            spread.contains($0.enclave)
                && pairs.contains([$0.first.rawValue, $0.second.rawValue])
        }
        guard let first else { return [] }
        let text =
            "copies of a workload of \(first.enclave) lie at least \(first.leastKilometres) km "
            + "apart; as in: \(first.first) and \(first.second), \(first.reason)"
        return [
            Rule(words: text, short: "the least distance", limit: nil) {
                $0.tooClose = []
                $0.excludes = []
            }
        ]
    }

    private func together() -> [Rule] {
        problem.colocate.map { rule in
            let names = rule.demands.joined(separator: " and ")
            return Rule(
                words: "\(names) share their sites", short: "sharing sites", limit: nil
            ) { $0.colocate.removeAll { $0.demands == rule.demands } }
        }
    }

    /// For each rule of the conflict that is no budget, what the cheapest package without it costs.
    func repairs(_ rules: [Rule]) -> [String] {
        rules.filter { $0.limit == nil }.compactMap { rule in
            var smaller = problem
            rule.remove(&smaller)
            let answer = writer.solver(smaller)
            guard answer.status == .optimal else { return nil }
            let total = E4.text(answer.totalE4, requirement.currency.value)
            return "without \(rule.short) the cheapest package costs \(total)"
        }
    }
}
