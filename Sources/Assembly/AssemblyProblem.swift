/// States everything that a package is chosen from and every rule that it has to keep.
///
/// Numbers are whole: money in minor units of `currency` over the evaluated term, resources and
/// measures in units of their owner's choice. The order of every list but `StaffPool.levels` and
/// `Discount.tiers` is without meaning. `violations` says what is wrong with a problem;
/// only a problem without violations may be assembled.
package struct AssemblyProblem: Sendable, Hashable {
    /// The format's name and version as written in a file.
    package static let format = "assembly-problem/1"
    /// The measure that names the total itself in a limit.
    package static let totalMeasure = "total"

    /// The ISO 4217 code that all money is in.
    package var currency: String
    /// Who sells.
    package var providers: [Provider]
    /// How many different counted providers a package may use.
    package var providerLimit: ProviderLimit?
    /// The platforms at their places.
    package var sites: [Site]
    /// Pairs of sites that may not both hold replicas of the same demand.
    package var tooClose: [TooCloseRule]
    /// The groups of demands that share sites and posts.
    package var enclaves: [Enclave]
    /// The people who can fill each other's posts.
    package var staffPools: [StaffPool]
    /// What has to be placed.
    package var demands: [Demand]
    /// What is paid once when any of some options is chosen.
    package var charges: [Charge]
    /// Demands that use exactly the same sites.
    package var colocate: [ColocateRule]
    /// Options that need another one.
    package var requires: [RequiresRule]
    /// Pairs of options that are never chosen together.
    package var excludes: [ExcludesRule]
    /// Reductions that depend on a measure.
    package var discounts: [Discount]
    /// Bounds on measures and on the total.
    package var limits: [Limit]

    /// Creates a problem; what is not named is empty.
    package init(
        currency: String, providers: [Provider] = [], providerLimit: ProviderLimit? = nil,
        sites: [Site] = [], tooClose: [TooCloseRule] = [], enclaves: [Enclave] = [],
        staffPools: [StaffPool] = [], demands: [Demand] = [], charges: [Charge] = [],
        colocate: [ColocateRule] = [], requires: [RequiresRule] = [],
        excludes: [ExcludesRule] = [], discounts: [Discount] = [], limits: [Limit] = []
    ) {
        self.currency = currency
        self.providers = providers
        self.providerLimit = providerLimit
        self.sites = sites
        self.tooClose = tooClose
        self.enclaves = enclaves
        self.staffPools = staffPools
        self.demands = demands
        self.charges = charges
        self.colocate = colocate
        self.requires = requires
        self.excludes = excludes
        self.discounts = discounts
        self.limits = limits
    }
}
