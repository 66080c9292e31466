import Quantities
import Testing

@Suite struct UnroundedMoneyTests {
    @Test(arguments: [
        ("JPY", "10.5", Int64(11)), ("EUR", "0.0796875", 8), ("EUR", "1.005", 101),
        ("KWD", "1.0005", 1001), ("KWD", "-1.0005", -1001), ("CLF", "0.00005", 1),
    ])
    func `it rounds to the minor unit of its currency`(
        code: String, text: String, minorUnits: Int64
    ) throws {
        let amount = UnroundedMoney(
            amount: try ExactDecimal(parsing: text),
            currency: try #require(Currency(code: code)))
        #expect(try amount.rounded(.halfUp).minorUnits == minorUnits)
    }

    @Test func `four lines of 1.004 make 4.02 rounded once and 4.00 rounded each`() throws {
        let line = UnroundedMoney(amount: try ExactDecimal(parsing: "1.004"), currency: .euro)
        let once = try line.multiplied(by: ExactRatio(4)).rounded(.halfUp)
        let each = try line.rounded(.halfUp).multiplied(by: 4)
        #expect(once.description == "EUR 4.02")
        #expect(each.description == "EUR 4.00")
    }

    @Test func `a third three times is the whole`() throws {
        let whole = UnroundedMoney(amount: ExactDecimal(100), currency: .euro)
        let third = try whole.divided(by: ExactRatio(3))
        #expect(third.description == "EUR 100/3")
        #expect(try third.adding(third).adding(third) == whole)
        #expect(try whole.subtracting(third).description == "EUR 200/3")
    }

    @Test func `currencies do not mix and overflow is thrown`() throws {
        let euro = UnroundedMoney(amount: ExactRatio.one, currency: .euro)
        let yen = UnroundedMoney.zero(try #require(Currency(code: "JPY")))
        #expect(throws: QuantityError.currencyMismatch(.euro, yen.currency)) {
            try euro.adding(yen)
        }
        #expect(throws: QuantityError.currencyMismatch(.euro, yen.currency)) {
            try euro.subtracting(yen)
        }
        let top = UnroundedMoney(
            amount: try ExactDecimal(coefficient: largest, scale: 0), currency: .euro)
        #expect(throws: QuantityError.overflow) { try top.adding(euro) }
        #expect(throws: QuantityError.overflow) { try top.rounded(.down) }
        #expect(throws: QuantityError.divisionByZero) { try euro.divided(by: .zero) }
    }

    @Test func `the edge of 64-bit minor units rounds and the next does not`() throws {
        let edge = UnroundedMoney(try money("EUR", Int64.max))
        let half = UnroundedMoney(amount: try ExactRatio(1, over: 200), currency: .euro)
        #expect(try edge.rounded(.halfUp).minorUnits == Int64.max)
        #expect(try edge.adding(half).rounded(.down).minorUnits == Int64.max)
        #expect(throws: QuantityError.overflow) { try edge.adding(half).rounded(.halfUp) }
    }
}
