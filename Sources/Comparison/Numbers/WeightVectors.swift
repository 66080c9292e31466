import Quantities

/// Draws weight vectors evenly from all that sum to 1, the same ones for the same seed.
///
/// Cuts between 0 and 1 are drawn in billionths and put in order; the pieces are the weights. That
/// is the uniform distribution over the simplex, without a logarithm. The numbers come from
/// SplitMix64, so that every machine draws the same.
package struct WeightVectors: Sendable {
    private var state: UInt64
    private let count: Int

    /// Creates a source of vectors of `count` weights.
    ///
    /// - Precondition: `count` is at least 1.
    package init(count: Int, seed: UInt64) {
        precondition(count >= 1, "a vector has a weight")
        self.count = count
        state = seed
    }

    /// Returns the next vector: billionths that sum to 1,000,000,000.
    package mutating func next() -> [Int64] {
        var cuts: [Int64] = (1..<max(count, 1)).map { _ in
            Int64(draw() % UInt64(Self.whole + 1))
        }
        cuts.sort()
        var before: Int64 = 0
        var weights: [Int64] = []
        for cut in cuts + [Self.whole] {
            weights.append(cut - before)
            before = cut
        }
        return weights
    }

    /// What the weights of a vector sum to.
    package static let whole: Int64 = 1_000_000_000

    private mutating func draw() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
