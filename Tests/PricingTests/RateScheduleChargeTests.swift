import Pricing
import Quantities
import Testing

@Suite struct RateScheduleChargeTests {
    /// Four tiers of outgoing traffic: bounds of 10, 50 and 150 × 1,024.
    private func traffic(_ model: TierModel) throws -> RateSchedule {
        try schedule(
            model, [("0", "0.09"), ("10240", "0.085"), ("51200", "0.07"), ("153600", "0.05")])
    }

    @Test(arguments: [
        ("0", "0"), ("1", "0.09"),
        // Exactly the bound is still in the lower tier: 10,240 × 0.09.
        ("10240", "921.6"),
        // 921.60 + 0.001 × 0.085.
        ("10240.001", "921.600085"), ("10241", "921.685"),
        // 921.60 + 40,960 × 0.085 = 921.60 + 3,481.60.
        ("51200", "4403.2"), ("51201", "4403.27"),
        // 4,403.20 + 8,800 × 0.07 = 4,403.20 + 616.00.
        ("60000", "5019.2"),
        // 4,403.20 + 102,400 × 0.07 = 11,571.20; then 46,400 × 0.05 = 2,320.00.
        ("153600", "11571.2"), ("200000", "13891.2"),
    ])
    func `graduated tiers charge slice by slice`(quantity: String, charge: String) throws {
        let amount = try traffic(.graduated).charge(for: decimal(quantity))
        #expect(amount.description == "USD \(charge)")
    }

    @Test(arguments: [
        ("0", "0"), ("1", "0.09"), ("10240", "921.6"),
        // One unit more and all of it is at 0.085: the total falls.
        ("10241", "870.485"), ("51200", "4352"), ("51201", "3584.07"), ("200000", "10000"),
    ])
    func `volume tiers charge all units at the rate reached`(
        quantity: String, charge: String
    ) throws {
        let amount = try traffic(.volume).charge(for: decimal(quantity))
        #expect(amount.description == "USD \(charge)")
    }

    @Test(arguments: [
        ("0", "0"), ("10240", "0"),
        // 0.5 × 0.0085.
        ("10240.5", "0.00425"),
        // (12,000 − 10,240) × 0.0085 = 1,760 × 0.0085.
        ("12000", "14.96"),
    ])
    func `a free tier costs nothing up to and with its bound`(
        quantity: String, charge: String
    ) throws {
        let egress = try schedule(.graduated, [("0", "0"), ("10240", "0.0085")])
        #expect(try egress.charge(for: decimal(quantity)).description == "USD \(charge)")
    }

    @Test(arguments: [
        ("0", "0"), ("10000", "0.05"), ("25000", "0.125"), ("1", "0.000005"),
        ("10001", "0.050005"),
    ])
    func `a block price is in proportion`(quantity: String, charge: String) throws {
        let operations = try schedule(.block, [("0", "0.05")], block: "10000")
        #expect(try operations.charge(for: decimal(quantity)).description == "USD \(charge)")
    }

    @Test(arguments: [
        ("0", "0"), ("0.001", "12"), ("1", "12"), ("99", "12"), ("100", "12"), ("100.001", "24"),
        ("101", "24"), ("200", "24"), ("201", "36"),
    ])
    func `a package price is for whole blocks`(quantity: String, charge: String) throws {
        let licences = try schedule(.package, [("0", "12")], block: "100")
        #expect(try licences.charge(for: decimal(quantity)).description == "USD \(charge)")
    }

    @Test(arguments: ["0", "1", "5000"])
    func `a flat price is due whatever the quantity`(quantity: String) throws {
        let port = try schedule(.flat, [("0", "1460.50")])
        #expect(try port.charge(for: decimal(quantity)).description == "USD 1460.5")
    }

    @Test func `tiers count single units also where the price is per block`() throws {
        // The first million operations are free, the rest 0.20 a million:
        // 2,500,000 / 1,000,000 × 0.20 for the 2,500,000 above it.
        let calls = try schedule(
            .graduated, [("0", "0"), ("1000000", "0.20")], block: "1000000")
        #expect(try calls.charge(for: decimal("1000000")).description == "USD 0")
        #expect(try calls.charge(for: decimal("3500000")).description == "USD 0.5")
    }

    @Test func `a block that does not divide stays exact`() throws {
        let thirds = try schedule(.block, [("0", "1")], block: "3")
        #expect(try thirds.charge(for: .one).description == "USD 1/3")
        #expect(try thirds.charge(for: ExactDecimal(3)).description == "USD 1")
    }

    @Test(arguments: TierModel.allCases)
    func `a quantity below zero is refused`(model: TierModel) throws {
        let one = try schedule(model, [("0", "1")])
        let credit = try decimal("-0.001")
        #expect(throws: PricingError.negativeQuantity(credit)) { try one.charge(for: credit) }
    }

    @Test func `a charge past the largest number is an overflow`() throws {
        let top = try ExactDecimal(coefficient: Int128.max, scale: 0)
        let two = try schedule(.graduated, [("0", "2")])
        #expect(throws: QuantityError.overflow) { try two.charge(for: top) }
    }

    @Test func `slices print the arithmetic of a graduated charge`() throws {
        let slices = try traffic(.graduated).slices(for: decimal("60000"))
        #expect(slices.map(\.quantity.description) == ["10240", "40960", "8800"])
        #expect(slices.map(\.blocks.description) == ["10240", "40960", "8800"])
        #expect(slices.map(\.rate.description) == ["0.09", "0.085", "0.07"])
        #expect(
            slices.map(\.charge.description) == ["USD 921.6", "USD 3481.6", "USD 616"])
        #expect(slices.map(\.from.description) == ["0", "10240", "51200"])
        #expect(slices.map(\.upTo?.description) == ["10240", "51200", "153600"])
    }

    @Test func `slices at a bound do not open the next tier`() throws {
        let slices = try traffic(.graduated).slices(for: decimal("10240"))
        #expect(slices.map(\.quantity.description) == ["10240"])
        #expect(try traffic(.graduated).slices(for: .zero).isEmpty)
    }

    @Test func `the last tier has no upper bound`() throws {
        let slices = try traffic(.volume).slices(for: decimal("153601"))
        #expect(slices.map(\.upTo) == [nil])
        #expect(slices.map(\.from.description) == ["153600"])
    }

    @Test func `a package slice shows whole blocks and the true quantity`() throws {
        let licences = try schedule(.package, [("0", "12")], block: "100")
        let slices = try licences.slices(for: decimal("101"))
        #expect(slices.map(\.quantity.description) == ["101"])
        #expect(slices.map(\.blocks.description) == ["2"])
    }

    @Test func `one price per unit is the simplest schedule`() throws {
        let hour = try RateSchedule(pricePerUnit: decimal("0.08"), currency: .euro)
        #expect(try hour.charge(for: ExactDecimal(730)).description == "EUR 58.4")
    }
}
