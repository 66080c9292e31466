import Pricing
import Quantities
import Testing

@Suite struct ContractTotalsTests {
    private func euros(_ text: String) throws -> Money {
        try UnroundedMoney(amount: decimal(text), currency: .euro).rounded(.halfUp)
    }

    private func totals(_ change: (inout ContractTotals.Terms) throws -> Void) throws
        -> ContractTotals
    {
        var terms = ContractTotals.Terms()
        try change(&terms)
        return try ContractTotals(
            base: euros("1000000"),
            options: [
                .init(id: "option-1", price: .priced(euros("300000"))),
                .init(id: "option-2", price: .capped(euros("200000"))),
                .init(id: "option-3", price: .toBeAgreed),
                .init(id: "extension", price: .priced(euros("100000")), isExtension: true),
            ], terms: terms)
    }

    @Test func `surge leaves the extension out and fees come after it`() throws {
        // Evaluated 1,600,000. Surge 10 % of 1,500,000 = 150,000. Fees on 1,750,000: 1 % = 17,500
        // and 2.5 % = 43,750. In all 1,811,250.
        let totals = try totals {
            $0.surgePercent = ExactDecimal(10)
            $0.fees = [
                .init(name: "external ordering", percent: .one),
                .init(name: "contracting office", percent: try decimal("2.5")),
            ]
        }
        #expect(totals.evaluated.description == "EUR 1600000.00")
        #expect(totals.surge.description == "EUR 150000.00")
        #expect(totals.fees.map(\.amount.description) == ["EUR 17500.00", "EUR 43750.00"])
        #expect(totals.withFees.description == "EUR 1811250.00")
    }

    @Test(arguments: [
        // ceiling, obligated, minimum, which of the identities hold
        ("1600000", "1600000", "1600000", [true, true, true, true]),
        ("1599999.99", "1600000.01", "1600000.02", [true, false, false, false]),
    ])
    func `identities hold up to the cent`(
        ceiling: String, obligated: String, minimum: String, hold: [Bool]
    ) throws {
        let totals = try totals {
            $0.ceiling = try euros(ceiling)
            $0.obligated = try euros(obligated)
            $0.minimum = try euros(minimum)
        }
        #expect(try totals.identities.map(\.holds) == hold)
    }

    @Test func `a share out of range and another currency are refused`() throws {
        #expect(throws: PricingError.invalidTerms("surge")) {
            try totals { $0.surgePercent = try decimal("100.1") }
        }
        let dollars = try UnroundedMoney(amount: decimal("1"), currency: currency("USD"))
            .rounded(.halfUp)
        #expect(throws: QuantityError.self) {
            try ContractTotals(
                base: euros("1"), options: [.init(id: "o", price: .priced(dollars))],
                terms: .init())
        }
    }
}

@Suite struct PriceIndexationTests {
    private func formula(hold: Int = 0, years: Int = 3) throws -> PriceIndexation {
        try PriceIndexation(
            fixed: decimal("0.2"),
            parts: [
                .init(
                    name: "wages", share: decimal("0.5"),
                    values: [1: ExactDecimal(100), 2: ExactDecimal(104), 3: ExactDecimal(110)]),
                .init(
                    name: "energy", share: decimal("0.3"),
                    values: [1: ExactDecimal(80), 2: ExactDecimal(90), 3: ExactDecimal(80)]),
            ], holdMonths: hold, years: years)
    }

    @Test func `prices move by the shares of their indices`() throws {
        #expect(try formula().factor(year: 1) == .one)
        // 0.2 + 0.5 × 1.04 + 0.3 × 1.125 = 1.0575
        #expect(try formula().factor(year: 2) == ExactRatio(try decimal("1.0575")))
        // 0.2 + 0.5 × 1.1 + 0.3 × 1 = 1.05
        #expect(try formula().factor(year: 3) == ExactRatio(try decimal("1.05")))
    }

    @Test func `within the hold nothing moves, the month after it does`() throws {
        let formula = try formula(hold: 18)
        #expect(try formula.factor(month: 17) == .one)
        #expect(try formula.factor(month: 18) == ExactRatio(try decimal("1.0575")))
    }

    @Test func `every fault of a formula is told`() throws {
        #expect(
            throws: PricingError.invalidIndexation([
                .sharesDoNotSum(try decimal("0.9")), .holdOutOfRange(-1),
                .missingIndex("wages", year: 1), .missingIndex("wages", year: 2),
            ])
        ) {
            try PriceIndexation(
                fixed: decimal("0.4"),
                parts: [.init(name: "wages", share: decimal("0.5"), values: [2: .zero])],
                holdMonths: -1, years: 2)
        }
    }
}

@Suite struct TaxAndDutyTests {
    private let net = Money(minorUnits: 35_900, currency: .euro)

    @Test func `tax falls by place and kind, duty on goods alone`() throws {
        let rule = try TaxRule(place: "AU", kinds: [.service, .labour], percent: ExactDecimal(10))
        #expect(rule.falls(on: .labour, in: "AU"))
        #expect(!rule.falls(on: .goods, in: "AU"))
        #expect(!rule.falls(on: .labour, in: "NZ"))
        let duty = try DutyRule(incoterm: .ddp, percent: decimal("2.5"))
        #expect(try duty.due(on: net, .goods).minorUnits == 898)  // 8.975
        #expect(try duty.due(on: net, .service).minorUnits == 0)
    }

    @Test func `a tax on a surcharge is a tax on both`() throws {
        // A fee of 359.00 with 10 % on top is 394.90; 10 % tax on both is 39.49: 434.39.
        let surcharge = try TaxRule(place: "AU", kinds: [], percent: ExactDecimal(10)).due(on: net)
        let both = try net.adding(surcharge)
        let tax = try TaxRule(place: "AU", kinds: [], percent: ExactDecimal(10)).due(on: both)
        #expect(try both.adding(tax).description == "EUR 434.39")
    }

    @Test(arguments: Incoterm.allCases)
    func `only delivered duty paid has the duty in the price`(term: Incoterm) {
        #expect(term.sellerPaysDuty == (term == .ddp))
    }
}
