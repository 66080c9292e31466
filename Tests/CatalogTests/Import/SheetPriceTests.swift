@testable import Catalog
import Quantities
import TestSupport
import Testing

struct SheetPriceTests {
    private func price(_ generator: inout SeededGenerator) -> SheetPrice {
        func number(_ most: Int64, _ scale: ClosedRange<UInt8>) -> ExactDecimal {
            ExactDecimal(
                coefficient: Int64.random(in: 0...most, using: &generator),
                scale: UInt8.random(in: scale, using: &generator))
        }
        let words = ["a", "b/c", "ünï", "", "x,y", "say \"so\""]
        func word() -> String { words.randomElement(using: &generator) ?? "" }
        var price = SheetPrice(
            sku: "m" + word(), sites: word(),
            months: [0, 12, 36].randomElement(using: &generator) ?? 0,
            unit: PriceUnit.allCases.randomElement(using: &generator) ?? .unit,
            block: number(9_999, 0...2), tierFrom: number(999_999_999, 0...3),
            amount: number(999_999_999_999, 0...12), currency: "USD", origin: word(),
            sheetUnit: word(), note: word())
        price.from = CalendarDate(
            year: Int.random(in: 2000...2030, using: &generator), month: 2, day: 3)
        price.tierUntil = Bool.random(using: &generator) ? number(99_999, 0...1) : nil
        price.statesEnds = price.tierUntil != nil || Bool.random(using: &generator)
        price.part = [.rate, .upfront, .hourly].randomElement(using: &generator) ?? .rate
        price.isDerived = Bool.random(using: &generator)
        price.isPerAccount = Bool.random(using: &generator)
        price.line = Int.random(in: 1...999, using: &generator)
        return price
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `a price comes back from its record`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var price = price(&generator)
        if price.block.isZero { price.block = .one }
        #expect(SheetPrice(record: price.record) == price, "seed \(seed)")
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `records of one meter sort by tier`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var one = price(&generator)
        var other = price(&generator)
        (other.sku, other.sites, other.months) = (one.sku, one.sites, one.months)
        if one.tierFrom == other.tierFrom { other.tierFrom = ExactDecimal(1_000_000_000_000) }
        if other.tierFrom < one.tierFrom { swap(&one, &other) }
        #expect(one.record.lexicographicallyPrecedes(other.record), "seed \(seed)")
        #expect(SheetPrice.haveSameMeter(one.record, other.record))
        other.months += 1
        #expect(!SheetPrice.haveSameMeter(one.record, other.record))
    }
}
