extension AssemblyProblem {
    /// Is one thing that has to be placed, in one or several copies.
    package struct Demand: Sendable, Hashable {
        /// The demand's identifier.
        package var id: String
        /// The identifier of the enclave.
        package var enclave: String
        /// How many options are chosen, at pairwise different sites.
        package var replicas: Int64
        /// The ways to serve the demand.
        package var options: [Option]

        /// Creates a demand.
        package init(id: String, enclave: String, replicas: Int64 = 1, options: [Option]) {
            self.id = id
            self.enclave = enclave
            self.replicas = replicas
            self.options = options
        }
    }

    /// Is one way to serve a demand at one site.
    package struct Option: Sendable, Hashable {
        /// The option's identifier, unique in the whole problem.
        package var id: String
        /// The identifier of the site. Where the enclave has no place there, it cannot be chosen.
        package var site: String
        /// Cost over the term, in minor units.
        package var cost: Int64
        /// Units by resource.
        package var uses: [String: Int64]
        /// Units by measure.
        package var measures: [String: Int64]

        /// Creates an option.
        package init(
            id: String, site: String, cost: Int64, uses: [String: Int64] = [:],
            measures: [String: Int64] = [:]
        ) {
            self.id = id
            self.site = site
            self.cost = cost
            self.uses = uses
            self.measures = measures
        }
    }

    /// Is paid once when any of its options is chosen.
    package struct Charge: Sendable, Hashable {
        /// The charge's identifier.
        package var id: String
        /// The cost in minor units.
        package var cost: Int64
        /// Option identifiers.
        package var anyOf: [String]
        /// Units by measure, counted when the charge is paid.
        package var measures: [String: Int64]

        /// Creates a charge.
        package init(id: String, cost: Int64, anyOf: [String], measures: [String: Int64] = [:]) {
            self.id = id
            self.cost = cost
            self.anyOf = anyOf
            self.measures = measures
        }
    }

    /// Makes demands use exactly the same set of sites.
    package struct ColocateRule: Sendable, Hashable {
        /// The rule's identifier, if it has one.
        package var id: String?
        /// Demand identifiers.
        package var demands: [String]

        /// Creates a rule.
        package init(id: String? = nil, demands: [String]) {
            self.id = id
            self.demands = demands
        }
    }

    /// Lets an option be chosen only beside one of others.
    package struct RequiresRule: Sendable, Hashable {
        /// The rule's identifier, if it has one.
        package var id: String?
        /// The identifier of the option that needs another one.
        package var option: String
        /// Identifiers of the options of which one is needed.
        package var anyOf: [String]

        /// Creates a rule.
        package init(id: String? = nil, option: String, anyOf: [String]) {
            self.id = id
            self.option = option
            self.anyOf = anyOf
        }
    }

    /// Keeps two options from being chosen together.
    package struct ExcludesRule: Sendable, Hashable {
        /// The rule's identifier, if it has one.
        package var id: String?
        /// Exactly two option identifiers; the same one twice can never be chosen.
        package var options: [String]

        /// Creates a rule.
        package init(id: String? = nil, options: [String]) {
            self.id = id
            self.options = options
        }
    }

    /// Lowers the total, and the measures in `reduces`, by a share of a measure.
    package struct Discount: Sendable, Hashable {
        /// How tiers apply.
        package enum Mode: String, CaseIterable, Sendable {
            /// Each slice between one `from` and the next at its own tier's share.
            case graduated
            /// The whole measure at the share of the highest tier reached.
            case volume
        }

        /// Starts at `from` units of the measure, that unit count included.
        package struct Tier: Sendable, Hashable {
            /// The measure at which the tier starts.
            package var from: Int64
            /// The share in hundredths of a percent, 0 to 10,000.
            package var basisPoints: Int64

            /// Creates a tier.
            package init(from: Int64, basisPoints: Int64) {
                self.from = from
                self.basisPoints = basisPoints
            }
        }

        /// The discount's identifier.
        package var id: String
        /// The measure that it is worked out on, before any reduction.
        package var measure: String
        /// How its tiers apply.
        package var mode: Mode
        /// Ascending, the first from 0.
        package var tiers: [Tier]
        /// Measures that it lowers with the total.
        package var reduces: [String]

        /// Creates a discount.
        package init(
            id: String, measure: String, mode: Mode, tiers: [Tier], reduces: [String] = []
        ) {
            self.id = id
            self.measure = measure
            self.mode = mode
            self.tiers = tiers
            self.reduces = reduces
        }
    }

    /// Bounds a measure, or the total, both ends included.
    package struct Limit: Sendable, Hashable {
        /// The limit's identifier.
        package var id: String
        /// The measure's name; `total` is the total itself.
        package var measure: String
        /// The least value, where there is one.
        package var min: Int64?
        /// The greatest value, where there is one.
        package var max: Int64?

        /// Creates a limit.
        package init(id: String, measure: String, min: Int64? = nil, max: Int64? = nil) {
            self.id = id
            self.measure = measure
            self.min = min
            self.max = max
        }
    }
}
