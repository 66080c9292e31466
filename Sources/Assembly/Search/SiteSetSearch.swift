/// Finds the cheapest set of places of one enclave when everything has a price.
///
/// Depth first over the places, in or out, with the bound that each part pays at least its
/// cheapest place among those taken and those still open. Where steps run out, `abandoned` holds
/// a bound on all that was not looked at.
struct SiteSetSearch {
    /// Stands for a place where a part cannot be.
    static let never = Int64(1) << 60

    let placeCount: Int
    /// Price of using each place.
    var opening: [Int64]
    var isForced: [Bool]
    var isBanned: [Bool]
    let minSites: Int
    let maxSites: Int
    /// Number of parts with one replica.
    let singleCount: Int
    /// Price of each single part at each place, place by place.
    var singlePrices: [Int64]
    /// What is paid whatever the set.
    var constant: Int64 = 0
    /// Combinations of places for each part with several replicas.
    var combinations: [[Combination]] = []

    struct Combination {
        let mask: UInt64
        let highest: Int
        let price: Int64
    }

    private(set) var best: Int64?
    private(set) var bestChoice: [Bool] = []
    private(set) var abandoned: Int64?
    /// Least totals with a place used, and not used, as far as below the threshold.
    private(set) var leastWith: [Int64] = []
    private(set) var leastWithout: [Int64] = []
    /// Least totals with a single part at a place, place by place, as far as below the threshold.
    private(set) var leastAt: [Int64] = []

    private var chosen: [Bool] = []
    private var mask: UInt64 = 0
    private var taken: [Int64] = []
    private var ahead: [Int64] = []
    private var openingAhead: [Int64] = []
    private var requiredAhead: [Int] = []
    private var combinationTaken: [Int64] = []
    private var combinationAhead: [Int64] = []
    private var threshold: Int64 = 0
    private var collectsMargins = false
    private var steps = 0
    /// Steps cost as much as there are parts: many parts, fewer steps.
    private var stepLimit: Int { max(1_000, 2_400_000 / max(40, singleCount)) }

    init(
        opening: [Int64], isForced: [Bool], isBanned: [Bool], minSites: Int, maxSites: Int,
        singleCount: Int, singlePrices: [Int64]
    ) {
        placeCount = opening.count
        self.opening = opening
        self.isForced = isForced
        self.isBanned = isBanned
        self.minSites = minSites
        self.maxSites = maxSites
        self.singleCount = singleCount
        self.singlePrices = singlePrices
    }

    /// Finds the cheapest set below `limit`; keeps its total in `best` and it in `bestChoice`.
    mutating func run(below limit: Int64) {
        prepare(limit)
        explore(0, 0, constant)
    }

    /// Finds, for each place, the least totals with it and without it, as far as at most `limit`.
    mutating func runMargins(upTo limit: Int64) {
        collectsMargins = true
        leastWith = Array(repeating: limit + 1, count: placeCount)
        leastWithout = leastWith
        leastAt = Array(repeating: limit + 1, count: placeCount * singleCount)
        prepare(limit + 1)
        explore(0, 0, constant)
        if let abandoned {
            for place in 0..<placeCount {
                leastWith[place] = min(leastWith[place], abandoned)
                leastWithout[place] = min(leastWithout[place], abandoned)
            }
            for index in leastAt.indices { leastAt[index] = min(leastAt[index], abandoned) }
        }
    }

    private mutating func prepare(_ limit: Int64) {
        threshold = limit
        chosen = Array(repeating: false, count: placeCount)
        let parts = combinations.count
        taken = Array(repeating: Self.never, count: (placeCount + 1) * singleCount)
        ahead = taken
        combinationTaken = Array(repeating: Self.never, count: (placeCount + 1) * parts)
        combinationAhead = combinationTaken
        openingAhead = Array(repeating: 0, count: placeCount + 1)
        requiredAhead = Array(repeating: 0, count: placeCount + 1)
        for place in (0..<placeCount).reversed() {
            let usable = !isBanned[place]
            for part in 0..<singleCount {
                let next = ahead[(place + 1) * singleCount + part]
                let own = usable ? singlePrices[place * singleCount + part] : Self.never
                ahead[place * singleCount + part] = min(next, own)
            }
            let sure = isForced[place] ? opening[place] : (usable ? min(0, opening[place]) : 0)
            openingAhead[place] = openingAhead[place + 1] + sure
            requiredAhead[place] = requiredAhead[place + 1] + (isForced[place] ? 1 : 0)
            for part in 0..<parts {
                var least = combinationAhead[(place + 1) * parts + part]
                for item in combinations[part] where item.highest == place {
                    least = min(least, item.price)
                }
                combinationAhead[place * parts + part] = least
            }
        }
    }

    /// A bound on every set that continues the current one from `place`, or nothing if none can.
    private func bound(_ place: Int, _ paid: Int64) -> Int64? {
        var sum = paid + openingAhead[place]
        var worst: Int64 = 0
        let base = place * singleCount
        for part in base..<(base + singleCount) {
            let least = min(taken[part], ahead[part])
            worst = max(worst, least)
            sum &+= least
        }
        let parts = combinations.count
        for part in 0..<parts {
            let least = min(
                combinationTaken[place * parts + part], combinationAhead[place * parts + part])
            worst = max(worst, least)
            sum &+= least
        }
        return worst >= Self.never ? nil : sum
    }

    private mutating func explore(_ place: Int, _ used: Int, _ paid: Int64) {
        if used + requiredAhead[place] > maxSites { return }
        guard let bound = bound(place, paid), bound < threshold else { return }
        if place == placeCount {
            if used >= minSites { keep(bound) }
            return
        }
        if used + placeCount - place < minSites { return }
        steps += 1
        if steps > stepLimit {
            abandoned = min(abandoned ?? bound, bound)
            return
        }
        if !isBanned[place] && used < maxSites {
            take(place)
            explore(place + 1, used + 1, paid + opening[place])
            chosen[place] = false
            if place < 64 { mask &= ~(1 << UInt64(place)) }
        }
        if !isForced[place] {
            pass(place)
            explore(place + 1, used, paid)
        }
    }

    private mutating func take(_ place: Int) {
        chosen[place] = true
        if place < 64 { mask |= 1 << UInt64(place) }
        let base = place * singleCount
        for part in 0..<singleCount {
            taken[base + singleCount + part] = min(taken[base + part], singlePrices[base + part])
        }
        let parts = combinations.count
        for part in 0..<parts {
            var least = combinationTaken[place * parts + part]
            for item in combinations[part] where item.highest == place {
                if item.mask & ~mask == 0 { least = min(least, item.price) }
            }
            combinationTaken[(place + 1) * parts + part] = least
        }
    }

    private mutating func pass(_ place: Int) {
        let base = place * singleCount
        for part in 0..<singleCount { taken[base + singleCount + part] = taken[base + part] }
        let parts = combinations.count
        for part in 0..<parts {
            combinationTaken[(place + 1) * parts + part] = combinationTaken[place * parts + part]
        }
    }

    private mutating func keep(_ total: Int64) {
        if total < best ?? Int64.max {
            best = total
            bestChoice = chosen
        }
        guard collectsMargins else {
            threshold = total
            return
        }
        for place in 0..<placeCount {
            if chosen[place] {
                leastWith[place] = min(leastWith[place], total)
                keepParts(at: place, total)
            } else {
                leastWithout[place] = min(leastWithout[place], total)
            }
        }
    }

    private mutating func keepParts(at place: Int, _ total: Int64) {
        let end = placeCount * singleCount
        for part in 0..<singleCount {
            let index = place * singleCount + part
            guard singlePrices[index] < Self.never else { continue }
            let moved = total - taken[end + part] + singlePrices[index]
            leastAt[index] = min(leastAt[index], moved)
        }
    }
}
