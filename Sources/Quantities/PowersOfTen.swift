/// Holds the powers of ten that fit in `Int128`.
enum PowersOfTen {
    /// The largest exponent whose power fits.
    static let maximumExponent = 38

    /// Returns ten to the power of `exponent`.
    ///
    /// - Precondition: `exponent` lies in 0...38.
    static func power(_ exponent: Int) -> Int128 {
        precondition(exponent >= 0 && exponent <= maximumExponent, "no such power of ten")
        return table[exponent]
    }

    private static let table: [Int128] = {
        var powers: [Int128] = [1]
        for _ in 1...maximumExponent {
            powers.append(powers[powers.count - 1] * 10)
        }
        return powers
    }()
}
