/// Holds a problem as dense integers: columns with bounds, rows over them, and the structure that
/// rows express badly.
///
/// Columns come in this order: options, places, sites, providers, charges, modules, heads,
/// discounted amounts. Everything is sorted by identifier first, so that the order of the
/// problem's lists is lost here.
struct CompiledProblem: Sendable {
    /// A bound on a sum of columns, both ends included.
    struct Row: Sendable {
        /// What the row stands for.
        enum Kind: Sendable, Hashable {
            case capacity, modules(place: Int), heads(pool: Int, level: Int), opening, charge
            case amount(discount: Int), limit, requires, excludes, colocate
        }

        let kind: Kind
        /// Columns and factors, ascending by column.
        let columns: [Int]
        let factors: [Int64]
        let lower: Int64?
        let upper: Int64?
        /// Discounts whose worth in ten-thousandths is taken off the sum.
        let reductions: [Int]
        /// The number of leading entries of `columns` that are options.
        let optionCount: Int
        /// The size of the largest factor but those of amounts; at least 1.
        let size: Int64

        /// The number of binary digits that the row's multiplier has below 1.
        ///
        /// Rows that discounts reduce are stated in ten-thousandths, for which whole multipliers
        /// would be too coarse.
        var digits: Int { reductions.isEmpty ? 0 : Self.reducedDigits }
        static let reducedDigits = 13
    }

    struct Demand: Sendable {
        let replicas: Int
        let options: Range<Int>
        let enclave: Int
        let group: Int
    }

    /// Demands that use the same sites.
    struct Group: Sendable {
        let demands: [Int]
        let replicas: Int
        /// Whether the demands ask for different numbers of replicas.
        let isContradictory: Bool
        /// Candidate sites with, for each demand, its options there.
        let cells: [Cell]
    }

    /// A group at a site.
    struct Cell: Sendable {
        let site: Int
        /// One entry a demand of the group, in its order.
        let options: [[Int]]
    }

    struct Place: Sendable {
        let enclave: Int
        let site: Int
        let options: [Int]
        let modules: Range<Int>
        let posts: [Post]
        /// Names for the answer.
        let key: String
    }

    struct Post: Sendable {
        let pool: Int
        let level: Int
        let milliFTE: Int64
    }

    struct Enclave: Sendable {
        let places: Range<Int>
        let minSites: Int
        let maxSites: Int
        /// The number of sites that are used at least.
        let leastSites: Int
        let demands: [Int]
    }

    struct Site: Sendable {
        let provider: Int
        let places: [Int]
    }

    struct Provider: Sendable {
        let sites: [Int]
        let counts: Bool
    }

    struct Module: Sendable {
        let place: Int
        let id: String
        let provides: [(row: Int, units: Int64)]
    }

    struct Pool: Sendable {
        let id: String
        let levels: [String]
        let heads: Range<Int>
        let rows: [Int]
    }

    struct Discount: Sendable {
        let isVolume: Bool
        let tiers: [(from: Int64, basisPoints: Int64)]
        let row: Int
    }

    /// First columns of each kind.
    struct Layout: Sendable {
        var places = 0
        var sites = 0
        var providers = 0
        var charges = 0
        var modules = 0
        var heads = 0
        var amounts = 0
        var count = 0
    }

    var layout = Layout()
    /// Cost of one unit of a column in ten-thousandths; 0 for amounts.
    var costE4: [Int64] = []
    var lower: [Int64] = []
    var upper: [Int64] = []
    var rows: [Row] = []
    /// For each column its rows and factors.
    var columnRows: [[(row: Int, factor: Int64)]] = []

    var optionIDs: [String] = []
    var optionDemand: [Int] = []
    /// The place of an option, or -1 where its enclave has none at its site.
    var optionPlace: [Int] = []
    var demands: [Demand] = []
    var groups: [Group] = []
    var enclaves: [Enclave] = []
    var places: [Place] = []
    var sites: [Site] = []
    var providers: [Provider] = []
    var providerMin = 0
    var providerMax = Int.max
    var charges: [[Int]] = []
    /// For each option the charges that it triggers.
    var optionCharges: [[Int]] = []
    var modules: [Module] = []
    var pools: [Pool] = []
    /// Rows that ask for a least number of heads and hold nothing else.
    var headFloors: [Int] = []
    var discounts: [Discount] = []
    /// Pairs of sites that may not both hold one group, by site.
    var tooClose: [[Int]] = []
    var totalMinE4: Int64?
    var totalMaxE4: Int64?
    /// Whether a measure under a limit or a discount depends on modules or heads.
    var settlesByMeasure = false
}
