import Assembly
import Catalog
import LocatedInput
import Requirements

/// Rules that keep copies of a workload at sites far enough apart.
///
/// Where every enclave with copies at several sites states the same distance, two sites exclude
/// each other; else two options of a workload do.
struct DistanceRules {
    private let pairs: [SitePair]
    /// Enclaves that place copies of a workload at several sites: a distance binds no others.
    private let spread: Set<String>
    private let isShared: Bool

    /// - Parameter pairs: Sites that are too close, by enclave.
    init(_ bound: BoundRequirement, _ pairs: [SitePair]) {
        let spread = bound.enclaves.filter { enclave in
            enclave.enclave.workloads.contains { $0.placedCopies > 1 }
        }
        isShared = Set(spread.map { $0.enclave.apartKilometres?.value ?? 0 }).count <= 1
        let ids = Set(spread.map(\.enclave.id))
        self.spread = ids
        self.pairs = pairs.filter { ids.contains($0.enclave) }
    }

    /// Sets the rules of a problem anew, from its sites and options.
    func apply(to problem: inout AssemblyProblem) {
        problem.tooClose = tooClose(problem)
        problem.excludes = excludes(problem)
    }

    private func tooClose(_ problem: AssemblyProblem) -> [AssemblyProblem.TooCloseRule] {
        guard isShared else { return [] }
        let known = Set(problem.sites.map(\.id))
        var seen: Set<String> = []
        return pairs.map { [$0.first.rawValue, $0.second.rawValue] }
            .filter { $0.allSatisfy(known.contains) }
            .map { AssemblyProblem.TooCloseRule(id: "apart/\($0[0])/\($0[1])", sites: $0) }
            .filter { seen.insert($0.id ?? "").inserted }
    }

    private func excludes(_ problem: AssemblyProblem) -> [AssemblyProblem.ExcludesRule] {
        guard !isShared else { return [] }
        return problem.demands.filter { $0.replicas > 1 && spread.contains($0.enclave) }
            .flatMap { demand in
                let options = Dictionary(grouping: demand.options, by: \.site)
                return pairs.filter { $0.enclave == demand.enclave }.flatMap { pair in
                    (options[pair.first.rawValue] ?? []).flatMap { one in
                        (options[pair.second.rawValue] ?? []).map { other in
                            AssemblyProblem.ExcludesRule(
                                id: "apart/\(one.id)/\(other.id)", options: [one.id, other.id])
                        }
                    }
                }
            }
    }
}
