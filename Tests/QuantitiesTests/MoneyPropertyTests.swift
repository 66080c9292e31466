import Quantities
import Testing

@Suite struct MoneyPropertyTests {
    @Test(arguments: ["JPY", "EUR", "KWD", "CLF"])
    func `what is shown is read as the same money`(code: String) throws {
        var random = RandomQuantities(seed: 141)
        for _ in 0..<200 {
            let amount = try money(code, random.integer(in: Int64.min...Int64.max))
            let shown = amount.description.dropFirst(4)
            #expect(try Money(parsing: shown, currency: amount.currency) == amount)
            #expect(try UnroundedMoney(amount).rounded(.up) == amount)
        }
    }

    @Test func `sums do not depend on their order`() throws {
        var random = RandomQuantities(seed: 142)
        for _ in 0..<200 {
            let parts = try (0..<6).map { _ in
                try money("EUR", random.integer(in: -1_000_000...1_000_000))
            }
            let zero = Money.zero(.euro)
            let forwards = try parts.reduce(zero) { try $0.adding($1) }
            let backwards = try parts.reversed().reduce(zero) { try $0.adding($1) }
            #expect(forwards == backwards)
            #expect(try forwards.subtracting(backwards).isZero)
            #expect(try forwards.negated().adding(forwards) == zero)
        }
    }

    @Test func `converting a sum is summing conversions`() throws {
        var random = RandomQuantities(seed: 143)
        let rates = try EuroReferenceRatesTests.published()
        let dollar = try #require(Currency(code: "USD"))
        let yen = try #require(Currency(code: "JPY"))
        for _ in 0..<100 {
            let one = UnroundedMoney(amount: try random.ratio(), currency: dollar)
            let two = UnroundedMoney(amount: try random.decimal(), currency: dollar)
            let together = try rates.convert(one.adding(two), to: yen)
            let apart = try rates.convert(one, to: yen).adding(rates.convert(two, to: yen))
            #expect(together == apart)
        }
    }

    @Test(arguments: RoundingMode.allCases)
    func `rounding twice is rounding once`(mode: RoundingMode) throws {
        var random = RandomQuantities(seed: 144)
        for _ in 0..<200 {
            let amount = UnroundedMoney(amount: try random.ratio(), currency: .euro)
            let once = try amount.rounded(mode)
            #expect(try UnroundedMoney(once).rounded(mode) == once)
            #expect(try amount.negated().rounded(mode.mirrored) == once.negated())
        }
    }
}

extension RoundingMode {
    /// The mode that does to a value's opposite what this one does to the value.
    fileprivate var mirrored: RoundingMode {
        switch self {
        case .floor: .ceiling
        case .ceiling: .floor
        default: self
        }
    }
}
