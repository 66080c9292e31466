import Pricing
import Quantities
import Testing

/// Bounds and shares of AWS Business Support as the price facts F403 to F406 state them: 10 % of
/// the first 10,000 a month, 7 % to 80,000, 5 % to 250,000, 3 % above, at least 100.
@Suite struct PercentageScheduleTests {
    private func support() throws -> PercentageSchedule {
        try PercentageSchedule(
            tiers: [("0", "10"), ("10000", "7"), ("80000", "5"), ("250000", "3")].map {
                PriceTier(from: try decimal($0.0), amount: try decimal($0.1))
            }, minimum: ExactDecimal(100), currency: currency("USD"))
    }

    private func charge(_ amount: String) throws -> String {
        let charges = UnroundedMoney(amount: try decimal(amount), currency: try currency("USD"))
        return try support().charge(on: charges).description
    }

    @Test(arguments: [
        ("0", "USD 100"),  // the least amount
        ("999.99", "USD 100"),  // 99.999 is below it
        ("1000", "USD 100"),  // exactly it
        ("1000.01", "USD 100.001"),
        ("10000", "USD 1000"),  // the bound is in the lower tier
        ("10000.01", "USD 1000.0007"),
        ("12500", "USD 1175"),  // 1,000 + 2,500 × 7 %
        ("80000", "USD 5900"),  // 1,000 + 70,000 × 7 %
        ("300000", "USD 15900"),  // 5,900 + 170,000 × 5 % + 50,000 × 3 %
        ("-50", "USD 100"),  // credits passed the charges
    ])
    func `support costs its graduated share, at least the least`(
        charges: String, due: String
    ) throws {
        #expect(try charge(charges) == due)
    }

    @Test func `slices are their own products and sum to the share`() throws {
        let charges = UnroundedMoney(amount: try decimal("300000"), currency: try currency("USD"))
        let slices = try support().slices(on: charges)
        #expect(slices.map { $0.charges.description } == ["10000", "70000", "170000", "50000"])
        #expect(
            slices.map { $0.amount.description }
                == ["USD 1000", "USD 4900", "USD 8500", "USD 1500"])
    }

    @Test func `every fault is told, and another currency is refused`() throws {
        let gap = ScheduleFault.firstTierNotAtZero(from: .one)
        let least = ScheduleFault.negativeMinimum(ExactDecimal(-1))
        #expect(throws: PricingError.invalidSchedule([gap, least])) {
            try PercentageSchedule(
                tiers: [PriceTier(from: .one, amount: .one)], minimum: ExactDecimal(-1),
                currency: currency("USD"))
        }
        #expect(throws: QuantityError.self) {
            try support().charge(on: .zero(.euro))
        }
    }
}

@Suite struct IncludedQuantityTests {
    /// 128 tunnels are part of the fee.
    private func gateway(beyond: String?) throws -> IncludedQuantity {
        try IncludedQuantity(
            fee: ExactDecimal(140), included: ExactDecimal(128),
            beyond: beyond.map { try schedule(.graduated, [("0", $0)]) },
            currency: currency("USD"))
    }

    @Test(arguments: [
        ("0", "USD 140"), ("128", "USD 140"), ("128.5", "USD 145.475"), ("130", "USD 161.9"),
    ])
    func `what goes beyond is counted from the included quantity`(
        units: String, due: String
    ) throws {
        #expect(try gateway(beyond: "10.95").charge(for: decimal(units)).description == due)
    }

    @Test func `nothing is to be had where nothing beyond is priced`() throws {
        let refusal = PricingError.nothingBeyond(
            included: ExactDecimal(128), asked: ExactDecimal(129))
        #expect(throws: refusal) { try gateway(beyond: nil).charge(for: ExactDecimal(129)) }
        #expect(try gateway(beyond: nil).charge(for: ExactDecimal(128)).description == "USD 140")
    }
}
