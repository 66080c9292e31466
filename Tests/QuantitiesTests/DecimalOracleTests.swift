import Foundation
import Quantities
import Testing

/// Compares with `Foundation.Decimal`, which shares no code with this room.
///
/// Its numbers are built from strings only: its literals pass through binary floating point.
@Suite struct DecimalOracleTests {
    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `sums, differences and products agree`(seed: UInt64) throws {
        var random = RandomQuantities(seed: seed)
        for _ in 0..<250 {
            let left = random.decimalText(digits: 10, scale: 7)
            let right = random.decimalText(digits: 10, scale: 7)
            let (one, two) = (
                try ExactDecimal(parsing: left), try ExactDecimal(parsing: right)
            )
            let (first, second) = (try decimal(left), try decimal(right))
            #expect(try one.adding(two).description == (first + second).description)
            #expect(try one.subtracting(two).description == (first - second).description)
            #expect(try one.multiplied(by: two).description == (first * second).description)
            #expect((one < two) == (first < second), "\(left) \(right)")
            #expect((one == two) == (first == second), "\(left) \(right)")
        }
    }

    @Test(arguments: RoundingMode.allCases)
    func `rounding agrees`(mode: RoundingMode) throws {
        var random = RandomQuantities(seed: 5)
        for _ in 0..<400 {
            // Three decimals to two: one value in ten is a tie.
            let text = random.decimalText(digits: 6, scale: 3)
            let ours = try ExactDecimal(parsing: text).rounded(toScale: 2, mode: mode)
            let theirs = rounded(try decimal(text), toScale: 2, mode: mode)
            #expect(ours.description == theirs.description, "\(text) \(mode)")
        }
    }

    private func decimal(_ text: String) throws -> Decimal {
        try #require(Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")))
    }

    private func rounded(_ value: Decimal, toScale scale: Int, mode: RoundingMode) -> Decimal {
        var value = value
        var result = Decimal()
        NSDecimalRound(&result, &value, scale, foundationMode(mode, isNegative: value < 0))
        return result
    }

    private func foundationMode(
        _ mode: RoundingMode, isNegative: Bool
    ) -> NSDecimalNumber.RoundingMode {
        switch mode {
        case .halfUp: .plain
        case .halfEven: .bankers
        case .floor: .down
        case .ceiling: .up
        case .down: isNegative ? .up : .down
        case .up: isNegative ? .down : .up
        }
    }
}
