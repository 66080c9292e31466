import Catalog
import Pricing
import Quantities
import Testing
import TestSupport

@Suite struct UsageGroupsTests {
    /// 100 units at 1, the rest at 0.5.
    private func tiers() throws -> RateSchedule {
        try schedule(.graduated, [("0", "1"), ("100", "0.5")])
    }

    private let usage = [
        UsageRecord(payer: "p", account: "a", region: "r1", resource: "x", quantity: .init(80)),
        UsageRecord(payer: "p", account: "a", region: "r1", resource: "y", quantity: .init(80)),
        UsageRecord(payer: "p", account: "a", region: "r2", resource: "z", quantity: .init(40)),
        UsageRecord(payer: "p", account: "b", region: "r1", resource: "w", quantity: .init(100)),
    ]

    @Test(arguments: [
        // Each record by itself is below the bound.
        (TierAggregation.resource, ["USD 80", "USD 80", "USD 40", "USD 100"]),
        // a/r1 has 160: 100 + 30 = 130, half each.
        (.region, ["USD 65", "USD 65", "USD 40", "USD 100"]),
        // a has 200: 150 over 200 units.
        (.account, ["USD 60", "USD 60", "USD 30", "USD 100"]),
        // All 300: 200 over 300 units, two thirds a unit.
        (.payer, ["USD 160/3", "USD 160/3", "USD 80/3", "USD 200/3"]),
    ])
    func `tiers are counted over what the sheet says`(
        aggregation: TierAggregation, charges: [String]
    ) throws {
        let found = try UsageGroups.charges(of: usage, by: aggregation, at: tiers())
        #expect(found.map(\.description) == charges)
    }

    @Test(arguments: TierAggregation.allCases)
    func `the records of a group sum to the charge of its sum`(
        aggregation: TierAggregation
    ) throws {
        var random = RandomPricing(seed: 91)
        for _ in 0..<100 {
            let schedule = try random.schedule(.graduated)
            let records = try (0..<random.integer(1...12)).map { number in
                UsageRecord(
                    payer: "p", account: "a", region: "r", resource: "\(number)",
                    quantity: try random.quantity(upTo: 400))
            }
            let charges = try UsageGroups.charges(of: records, by: aggregation, at: schedule)
            let sum = try charges.reduce(UnroundedMoney.zero(schedule.currency)) {
                try $0.adding($1)
            }
            let expected: UnroundedMoney
            if aggregation == .resource {
                expected = try records.reduce(.zero(schedule.currency)) {
                    try $0.adding(schedule.charge(for: $1.quantity))
                }
            } else {
                let all = try records.reduce(ExactDecimal.zero) { try $0.adding($1.quantity) }
                expected = try schedule.charge(for: all)
            }
            #expect(sum == expected)
        }
    }

    @Test func `the order of records changes no charge`() throws {
        let there = try UsageGroups.charges(of: usage, by: .payer, at: tiers())
        let back = try UsageGroups.charges(of: usage.reversed(), by: .payer, at: tiers())
        #expect(there == back.reversed())
    }

    @Test func `a flat price of an unused group is shared equally`() throws {
        let flat = try schedule(.flat, [("0", "30")])
        let idle = (1...3).map { UsageRecord(account: "a", resource: "\($0)", quantity: .zero) }
        let charges = try UsageGroups.charges(of: idle, by: .account, at: flat)
        #expect(charges.map(\.description) == ["USD 10", "USD 10", "USD 10"])
    }

    @Test func `a record below zero is a credit and is refused`() throws {
        let credit = UsageRecord(resource: "x", quantity: ExactDecimal(-1))
        #expect(throws: PricingError.negativeQuantity(ExactDecimal(-1))) {
            try UsageGroups.charges(of: [credit], by: .account, at: tiers())
        }
    }
}

@Suite struct CreditTests {
    @Test(arguments: [
        ("-0.125", RoundingMode.halfUp, "USD -0.13"), ("-0.125", .halfEven, "USD -0.12"),
        ("-0.129", .down, "USD -0.12"), ("-0.121", .up, "USD -0.13"),
    ])
    func `a credit rounds like any line`(
        amount: String, mode: RoundingMode, rounded: String
    ) throws {
        let credit = try Credit(
            id: "c1", reason: "refund",
            amount: UnroundedMoney(amount: decimal(amount), currency: currency("USD")))
        #expect(try credit.rounded(mode).description == rounded)
    }

    @Test(arguments: ["0", "0.01"])
    func `what is not in the buyer's favour is no credit`(amount: String) throws {
        #expect(throws: PricingError.creditNotNegative("c1")) {
            try Credit(
                id: "c1", reason: "refund",
                amount: UnroundedMoney(amount: decimal(amount), currency: currency("USD")))
        }
    }
}
