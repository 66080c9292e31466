import Pricing
import Quantities
import Testing
import TestSupport

@Suite struct PlanMixTests {
    private func dollars(_ text: String) throws -> UnroundedMoney {
        UnroundedMoney(amount: try decimal(text), currency: try currency("USD"))
    }

    private func offer(_ months: Int, upfront: String, monthly: String) throws -> CommitmentOffer {
        try CommitmentOffer(
            name: "\(months) months", months: months, upfront: dollars(upfront),
            monthly: dollars(monthly))
    }

    @Test func `the effective rate is worked out from both parts`() throws {
        // (500 + 12 × 20) / 12 = 740 / 12 = 185 / 3 a month, / 730 an hour.
        let offer = try offer(12, upfront: "500", monthly: "20")
        #expect(try offer.termCost.description == "USD 740")
        #expect(try offer.perMonth.description == "USD 185/3")
        #expect(try offer.perHour(hoursPerMonth: 730).description == "USD 37/438")
    }

    @Test func `thirty months take two years of terms and half a year without`() throws {
        // On demand 10 a month: 300. A year is 84. Two years and six months: 168 + 60 = 228.
        let mix = try PlanMix.cheapest(
            units: Array(repeating: 5, count: 30),
            onDemand: Array(repeating: dollars("10"), count: 30),
            offers: [offer(12, upfront: "0", monthly: "7")])
        #expect(mix.total.description == "USD 1140")
        #expect(try mix.saved.description == "USD 360")
        #expect(mix.purchases.map(\.units) == [5, 5])
        #expect(mix.onDemand.reduce(0, +) == 5 * 6)
    }

    @Test func `a term runs past the contract only where that is allowed and pays`() throws {
        // Eight months: on demand 80; a year in full 60.
        let units = Array(repeating: Int64(1), count: 8)
        let prices = try Array(repeating: dollars("10"), count: 8)
        let offers = [try offer(12, upfront: "0", monthly: "5")]
        let within = try PlanMix.cheapest(units: units, onDemand: prices, offers: offers)
        #expect(within.total.description == "USD 80")
        let beyond = try PlanMix.cheapest(
            units: units, onDemand: prices, offers: offers, mayRunBeyond: true)
        #expect(beyond.total.description == "USD 60")
        #expect(beyond.purchases.map(\.monthsBeyond).reduce(0, +) == 4)
    }

    @Test func `a use that grows takes terms for what lasts`() throws {
        // Month 1 has 2 units, month 2 has 3, month 3 has 3. A term of three months costs 24, a
        // month without 10. Two units for three months: 48; the third for two: 20.
        let mix = try PlanMix.cheapest(
            units: [2, 3, 3], onDemand: Array(repeating: dollars("10"), count: 3),
            offers: [offer(3, upfront: "24", monthly: "0")])
        #expect(mix.total.description == "USD 68")
        #expect(mix.purchases.map { [$0.offer, $0.start, Int($0.units)] } == [[0, 0, 2]])
        #expect(mix.onDemand == [0, 1, 1])
    }

    @Test func `terms of different units share a slot that one by one they could not`() throws {
        // Units 1, 2, 1, 2, 1; terms of two months cost 11, a month without 10. Taken level by
        // level the upper one has single months only: 5 months below = 2 terms and a month, 32, and
        // twice 10 above: 52. Shared, terms over months 1-2, 2-3, 4-5 and a month 4: 43.
        let mix = try PlanMix.cheapest(
            units: [1, 2, 1, 2, 1], onDemand: Array(repeating: dollars("10"), count: 5),
            offers: [offer(2, upfront: "11", monthly: "0")])
        #expect(mix.total.description == "USD 43")
    }

    @Test func `two terms that overlap may be cheaper than one and single months`() throws {
        // 23 months: a year and eleven months on demand are 84 + 110; two years that overlap by a
        // month are 168.
        let mix = try PlanMix.cheapest(
            units: Array(repeating: 7, count: 23),
            onDemand: Array(repeating: dollars("10"), count: 23),
            offers: [offer(12, upfront: "0", monthly: "7")])
        #expect(mix.total.description == "USD 1176")
        #expect(mix.onDemand.allSatisfy { $0 == 0 })
        #expect(mix.purchases.allSatisfy { $0.monthsBeyond == 0 })
    }

    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `no other mix is cheaper, by trying all of them`(seed: UInt64) throws {
        var random = RandomPricing(seed: seed)
        for round in 0..<60 {
            let months = random.integer(1...5)
            let isFlat = random.integer(0...1) == 1
            let level = Int64(random.integer(1...2))
            let units = (0..<months).map { _ in
                isFlat ? level : Int64(random.integer(0...2))
            }
            let prices = (0..<months).map { _ in random.integer(1...9) }
            let terms = (0..<random.integer(0...2)).map { _ in
                (months: random.integer(1...4), cost: random.integer(1...20))
            }
            let beyond = random.integer(0...1) == 1
            let mix = try PlanMix.cheapest(
                units: units, onDemand: prices.map { try dollars("\($0)") },
                offers: terms.map { try offer($0.months, upfront: "\($0.cost)", monthly: "0") },
                mayRunBeyond: beyond)
            let least = Self.least(units, prices, terms, beyond)
            #expect(
                mix.total.amount == ExactRatio(least),
                "round \(round): \(units) \(prices) \(terms) \(beyond)")
            #expect(Self.covers(mix, units, terms.map(\.months)))
        }
    }

    /// Every number of terms of every kind in every month, at most two of each.
    private static func least(
        _ units: [Int64], _ prices: [Int], _ terms: [(months: Int, cost: Int)], _ beyond: Bool
    ) -> Int {
        let starts = terms.flatMap { term in
            units.indices.filter { beyond || $0 + term.months <= units.count }
                .map { (start: $0, term: term) }
        }
        var best = Int.max
        func search(_ index: Int, _ cover: [Int64], _ cost: Int) {
            if cost >= best { return }
            guard index < starts.count else {
                let open = zip(units.indices, cover).map { month, covered in
                    Int(max(0, units[month] - covered)) * prices[month]
                }
                best = min(best, cost + open.reduce(0, +))
                return
            }
            for count in 0...2 {
                var next = cover
                let (start, term) = starts[index]
                for month in start..<min(units.count, start + term.months) {
                    next[month] += Int64(count)
                }
                search(index + 1, next, cost + count * term.cost)
            }
        }
        search(0, Array(repeating: 0, count: units.count), 0)
        return best
    }

    private static func covers(_ mix: PlanMix, _ units: [Int64], _ lengths: [Int]) -> Bool {
        units.indices.allSatisfy { month in
            let terms = mix.purchases.filter {
                $0.start <= month && month < $0.start + lengths[$0.offer]
            }.map(\.units).reduce(0, +)
            return terms + mix.onDemand[month] >= units[month]
        }
    }

    @Test func `what is out of range is refused`() throws {
        #expect(throws: PricingError.invalidMix) {
            try PlanMix.cheapest(units: [], onDemand: [], offers: [])
        }
        #expect(throws: PricingError.invalidMix) {
            try PlanMix.cheapest(units: [-1], onDemand: [dollars("1")], offers: [])
        }
        #expect(throws: PricingError.invalidCommitment("0 months")) {
            try offer(0, upfront: "1", monthly: "1")
        }
    }

    @Test func `ten years of three thousand machines are answered at once`() throws {
        let units = (0..<120).map { Int64(3000 + $0 * 7) }
        let mix = try PlanMix.cheapest(
            units: units, onDemand: Array(repeating: dollars("100"), count: 120),
            offers: [
                offer(12, upfront: "0", monthly: "75"), offer(36, upfront: "800", monthly: "30"),
                offer(60, upfront: "2400", monthly: "0"),
            ])
        #expect(try !mix.saved.amount.isNegative)
    }
}
