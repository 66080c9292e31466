import Assembly
import Catalog
import Pricing
import Quantities
import Requirements
import Sizing

/// Seats at each place, the pools that fill them and what a head costs.
struct StaffPlan: Sendable {
    /// Seats of one kind that an enclave needs, at a site or once.
    struct Seat: Sendable {
        let enclave: String
        /// `nil` where the seats are filled once for the enclave, wherever it is.
        let site: SiteID?
        /// The customer's post; `nil` for the platform's own seats.
        let post: StaffPost?
        /// Whose working week the people have.
        let model: OperatingModel
        let role: Role
        /// Level at which the seat's people are cleared; `nil` where the level needs none.
        let level: LevelID?
        let nationality: Nationality?
        /// The people who can fill it; levels of one pool stand in one ladder.
        let pool: String
        /// Seats in all.
        let seats: Int
        /// Those that the customer fills himself, at most all.
        let furnished: Int
        /// People at a seat at once.
        let persons: Int
        let coverage: OperatingModel.Coverage
        /// Hours of a week that each seat is held.
        let hoursPerWeek: ExactDecimal
        /// Work of the seats that are bought, in thousandths of a person.
        let milliFTE: Int64

        /// Where the seats are, as in "limited at google-europe-southwest1".
        var place: String { site.map { "\(enclave) at \($0)" } ?? "\(enclave), once" }

        /// The place with what is not plain of it, as in "limited at aurelia-north, post watch,
        /// 2 people at 3 seats".
        ///
        /// - Parameter isMixed: whether it is said when the seats are filled, since others of the
        ///   same people are filled at other times.
        func words(isMixed: Bool) -> String {
            var text = place
            if let post { text += ", post \(post.id)" }
            let bought = seats - furnished
            if persons > 1 { text += ", \(persons) people at a seat" }
            if bought != 1 { text += ", \(bought) seats" }
            if isMixed { text += ", \(coverage.rawValue)" }
            return text
        }
    }

    /// What one head of a pool costs over the evaluated periods.
    struct HeadPrice: Sendable {
        let pool: String
        let level: String
        let role: Role
        let nationality: Nationality?
        let rate: LabourRate
        let cost: HeadCost
        let lines: [(period: Term.Period, priced: PricedLine)]
    }

    /// Of every place where an admitted offer could put an enclave, and those filled once.
    let seats: [Seat]
    let heads: [HeadPrice]
    let pools: [AssemblyProblem.StaffPool]
    /// Floors, ceilings and the limit of sponsored cases.
    let limits: [AssemblyProblem.Limit]
    /// Seats that no rate prices, in words.
    let unpriced: [String]
    /// Parts of the requirement whose people no rate prices, wherever the package is, with who.
    let unservable: [(path: String, people: String)]
    /// Work that any package needs at least, by level.
    let least: [String: LeastWork]

    /// Work that any package needs at one level, with the seats that it is of.
    struct LeastWork: Sendable {
        /// In thousandths of a person.
        var milliFTE: Int64 = 0
        /// A row for each kind of seat, with its place in the requirement where it is a post's.
        var rows: [(path: String?, words: String)] = []
    }

    /// Tells whether the seats of an enclave at a site have a price.
    func isPriced(enclave: String, site: SiteID) -> Bool {
        seats.filter { $0.enclave == enclave && $0.site == site }.allSatisfy(isPriced)
    }

    /// Tells whether the bought part of a seat has a price.
    func isPriced(_ seat: Seat) -> Bool {
        seat.milliFTE == 0
            || heads.contains {
                $0.pool == seat.pool && $0.level == Self.levelName(seat.level)
            }
    }

    func posts(enclave: String, site: SiteID) -> [AssemblyProblem.Post] {
        Self.posts(seats.filter { $0.enclave == enclave && $0.site == site })
    }

    /// Posts that are filled once, wherever their enclaves are.
    var postsFilledOnce: [AssemblyProblem.Post] { Self.posts(seats.filter { $0.site == nil }) }

    private static func posts(_ seats: [Seat]) -> [AssemblyProblem.Post] {
        seats.filter { $0.milliFTE > 0 }.map {
            AssemblyProblem.Post(
                pool: $0.pool, level: levelName($0.level), milliFTE: $0.milliFTE)
        }
    }

    /// Tells whether the people that a candidate needs at its place have a price.
    func isPriced(_ candidate: Candidate) -> Bool {
        isPriced(enclave: candidate.demand.enclave.enclave.id, site: candidate.site.id)
    }

    static func levelName(_ level: LevelID?) -> String { level?.rawValue ?? "no-clearance" }
}
