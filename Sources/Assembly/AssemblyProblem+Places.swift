extension AssemblyProblem {
    /// Sells at its sites; its opening cost is paid once when one of them is open.
    package struct Provider: Sendable, Hashable {
        /// The provider's identifier.
        package var id: String
        /// Paid once when the provider is used, in minor units.
        package var openingCost: Int64
        /// Whether the provider counts in the provider limit.
        package var counts: Bool

        /// Creates a provider.
        package init(id: String, openingCost: Int64 = 0, counts: Bool = true) {
            self.id = id
            self.openingCost = openingCost
            self.counts = counts
        }
    }

    /// Bounds the number of used providers that count, both ends included.
    package struct ProviderLimit: Sendable, Hashable {
        /// The least number, where there is one.
        package var min: Int64?
        /// The greatest number, where there is one.
        package var max: Int64?

        /// Creates a limit.
        package init(min: Int64? = nil, max: Int64? = nil) {
            self.min = min
            self.max = max
        }
    }

    /// Is one provider's platform at one place.
    package struct Site: Sendable, Hashable {
        /// The site's identifier.
        package var id: String
        /// The identifier of the provider.
        package var provider: String
        /// Paid once when some enclave uses the site, in minor units.
        package var openingCost: Int64
        /// Units by resource; a resource not named is unlimited.
        package var capacity: [String: Int64]

        /// Creates a site.
        package init(
            id: String, provider: String, openingCost: Int64 = 0, capacity: [String: Int64] = [:]
        ) {
            self.id = id
            self.provider = provider
            self.openingCost = openingCost
            self.capacity = capacity
        }
    }

    /// Keeps the replicas of one demand from standing at both of two sites.
    package struct TooCloseRule: Sendable, Hashable {
        /// The rule's identifier, if it has one.
        package var id: String?
        /// Exactly two site identifiers.
        package var sites: [String]

        /// Creates a rule.
        package init(id: String? = nil, sites: [String]) {
            self.id = id
            self.sites = sites
        }
    }

    /// Groups the demands of one classification that share sites and posts.
    package struct Enclave: Sendable, Hashable {
        /// The enclave's identifier.
        package var id: String
        /// The least number of sites that it uses, if bounded.
        package var minSites: Int64?
        /// The greatest number of sites that it uses, if bounded.
        package var maxSites: Int64?
        /// The places where it may be.
        package var places: [Place]

        /// Creates an enclave.
        package init(
            id: String, minSites: Int64? = nil, maxSites: Int64? = nil, places: [Place]
        ) {
            self.id = id
            self.minSites = minSites
            self.maxSites = maxSites
            self.places = places
        }
    }

    /// Is an enclave at a site.
    package struct Place: Sendable, Hashable {
        /// The identifier of the site.
        package var site: String
        /// Paid once when the enclave uses the site, in minor units.
        package var openingCost: Int64
        /// Units by measure, counted when the place is used.
        package var measures: [String: Int64]
        /// The people that the place needs when it is used.
        package var posts: [Post]
        /// Capacity that is bought in whole units.
        package var modules: [Module]

        /// Creates a place.
        package init(
            site: String, openingCost: Int64 = 0, measures: [String: Int64] = [:],
            posts: [Post] = [], modules: [Module] = []
        ) {
            self.site = site
            self.openingCost = openingCost
            self.measures = measures
            self.posts = posts
            self.modules = modules
        }
    }

    /// Is work of one level that a used place needs.
    package struct Post: Sendable, Hashable {
        /// The identifier of the staff pool.
        package var pool: String
        /// The identifier of the level within the pool.
        package var level: String
        /// Thousandths of a full-time person.
        package var milliFTE: Int64

        /// Creates a post.
        package init(pool: String, level: String, milliFTE: Int64) {
            self.pool = pool
            self.level = level
            self.milliFTE = milliFTE
        }
    }

    /// Is capacity for one enclave at one site, bought in whole units.
    package struct Module: Sendable, Hashable {
        /// The module's identifier, unique at its place.
        package var id: String
        /// Cost of one, in minor units.
        package var cost: Int64
        /// The most that can be bought.
        package var max: Int64
        /// Units by resource that one provides.
        package var provides: [String: Int64]
        /// Units by measure, counted for each one bought.
        package var measures: [String: Int64]

        /// Creates a module.
        package init(
            id: String, cost: Int64, max: Int64, provides: [String: Int64],
            measures: [String: Int64] = [:]
        ) {
            self.id = id
            self.cost = cost
            self.max = max
            self.provides = provides
            self.measures = measures
        }
    }

    /// Is a group of people, in levels from the lowest clearance to the highest.
    package struct StaffPool: Sendable, Hashable {
        /// The pool's identifier.
        package var id: String
        /// The levels, lowest clearance first.
        package var levels: [StaffLevel]

        /// Creates a pool.
        package init(id: String, levels: [StaffLevel]) {
            self.id = id
            self.levels = levels
        }
    }

    /// Is one clearance level of a pool.
    package struct StaffLevel: Sendable, Hashable {
        /// The level's identifier, unique in its pool.
        package var id: String
        /// Cost of one person over the term, in minor units.
        package var headCost: Int64
        /// The most people that can be hired at this level.
        package var available: Int64
        /// Units by measure, counted for each person hired.
        package var measures: [String: Int64]

        /// Creates a level.
        package init(
            id: String, headCost: Int64, available: Int64, measures: [String: Int64] = [:]
        ) {
            self.id = id
            self.headCost = headCost
            self.available = available
            self.measures = measures
        }
    }
}
