/// Says what package was found for a problem and what is proved about it.
package struct AssemblyAnswer: Sendable, Hashable {
    /// What is claimed.
    package enum Status: String, CaseIterable, Sendable {
        /// The package is valid and no valid package has a smaller total.
        case optimal
        /// The package is valid; none has a total below the bound.
        case feasible
        /// No valid package exists.
        case infeasible
        /// Neither a package nor a proof was found within the limit.
        case unknown
    }

    /// Names one part of a problem in a conflict.
    package struct ConflictPart: Sendable, Hashable {
        /// The kind of part.
        package enum Kind: String, CaseIterable, Sendable {
            case demand, limit, capacity, modules, available, minSites, maxSites, providerLimit
            case tooClose, colocate, requires, excludes
        }

        /// The kind of part.
        package var kind: Kind
        /// The part's identifier, as the problem format composes it for its kind.
        package var id: String

        /// Creates a part.
        package init(kind: Kind, id: String) {
            self.kind = kind
            self.id = id
        }
    }

    /// What is claimed.
    package var status: Status
    /// The package's total in ten-thousandths of a minor unit; 0 without a package.
    package var totalE4: Int64
    /// A total that no valid package is below, in ten-thousandths; 0 where no package can exist.
    package var lowerBoundE4: Int64
    /// Identifiers of the chosen options, sorted.
    package var options: [String]
    /// Bought modules, by place (`enclave/site`) and module; none that are 0.
    package var modules: [String: [String: Int64]]
    /// Hired people, by pool and level; none that are 0.
    package var heads: [String: [String: Int64]]
    /// Parts that cannot hold together, none of which can be dropped; empty where not worked out.
    package var conflict: [ConflictPart]

    /// Creates an answer.
    package init(
        status: Status, totalE4: Int64 = 0, lowerBoundE4: Int64 = 0, options: [String] = [],
        modules: [String: [String: Int64]] = [:], heads: [String: [String: Int64]] = [:],
        conflict: [ConflictPart] = []
    ) {
        self.status = status
        self.totalE4 = totalE4
        self.lowerBoundE4 = lowerBoundE4
        self.options = options
        self.modules = modules
        self.heads = heads
        self.conflict = conflict
    }

    /// Whether the answer holds a package.
    package var hasPackage: Bool { status == .optimal || status == .feasible }
}
