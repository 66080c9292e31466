import Quantities
import TestSupport

/// Draws decimals and fractions whose sizes range from one digit to `digits` digits.
struct RandomQuantities {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    /// Returns a decimal as plain text, with up to `digits` digits and up to `scale` decimals.
    mutating func decimalText(digits: Int, scale: Int) -> String {
        let wholeDigits = Int.random(in: 1...digits, using: &generator)
        let decimals = Int.random(in: 0...scale, using: &generator)
        var text = Bool.random(using: &generator) ? "-" : ""
        text += "\(Int.random(in: 1...9, using: &generator))"
        for _ in 1..<max(wholeDigits, 2) { text += digit() }
        if decimals > 0 {
            text += "."
            for _ in 0..<decimals { text += digit() }
        }
        return text
    }

    mutating func decimal(digits: Int = 9, scale: Int = 6) throws -> ExactDecimal {
        try ExactDecimal(parsing: decimalText(digits: digits, scale: scale))
    }

    mutating func ratio(digits: Int = 6) throws -> ExactRatio {
        let bound = (0..<digits).reduce(1) { (power: Int, _: Int) in power * 10 }
        let numerator = Int.random(in: -bound...bound, using: &generator)
        let denominator = Int.random(in: 1...bound, using: &generator)
        return try ExactRatio(Int128(numerator), over: Int128(denominator))
    }

    mutating func integer(in range: ClosedRange<Int64>) -> Int64 {
        Int64.random(in: range, using: &generator)
    }

    private mutating func digit() -> String {
        "\(Int.random(in: 0...9, using: &generator))"
    }
}

/// The largest number that decimals and fractions hold.
let largest = Int128.max
