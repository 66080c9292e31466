package import Quantities

/// Weights from judgements of pairs, as the analytic hierarchy process takes them (Saaty).
///
/// The weights are the principal eigenvector of the reciprocal matrix, found by power iteration
/// until no component moves in the fifteenth decimal.
///
///     let judged = try PairwiseJudgements([[1, 3, 5], [1/3, 1, 3], [1/5, 1/3, 1]])
///     judged.weights      // 0.63699, 0.25828, 0.10473
///     judged.consistencyRatio  // 0.0332: accepted, since not above 0.10
package struct PairwiseJudgements: Sendable, Hashable {
    /// One a criterion; they sum to 1.
    package let weights: [FixedPoint]
    /// The principal eigenvalue; the number of criteria where all judgements agree.
    package let largestEigenvalue: FixedPoint
    /// CI ÷ RI; 0 for two criteria or fewer.
    package let consistencyRatio: FixedPoint

    /// Whether the judgements agree well enough to be used: a ratio of at most 0.10.
    package var isConsistent: Bool { consistencyRatio.raw <= FixedPoint.unit / 10 }

    /// Index of random matrices of 1 to 9 criteria, in hundredths (Saaty).
    package static let randomIndexHundredths = [0, 0, 58, 90, 112, 124, 132, 141, 145]
    /// Most criteria for which there is a random index.
    package static let maximumCriteria = randomIndexHundredths.count

    /// Works out the weights of a square matrix of 1 to 9 rows of numbers above 0.
    ///
    /// - Throws: `invalidNumber` where the matrix is not square, reciprocal, above 0 and of one to
    ///   nine rows; `overflow`.
    package init(_ matrix: [[ExactRatio]]) throws(QuantityError) {
        let count = matrix.count
        guard (1...Self.maximumCriteria).contains(count),
            matrix.allSatisfy({ $0.count == count })
        else { throw .invalidNumber("\(count) rows") }
        for row in matrix.indices {
            for column in matrix.indices {
                guard !matrix[row][column].isNegative, !matrix[row][column].isZero,
                    try matrix[row][column].multiplied(by: matrix[column][row]) == .one
                else { throw .invalidNumber(matrix[row][column].description) }
            }
        }
        var values: [[FixedPoint]] = []
        for row in matrix {
            var line: [FixedPoint] = []
            for value in row { line.append(try FixedPoint(value)) }
            values.append(line)
        }
        var weights = [FixedPoint](repeating: try .one / FixedPoint(count), count: count)
        for _ in 0..<1_000 {
            let next = try Self.normalised(Self.product(values, weights))
            let moved = zip(next, weights).map { ($0.raw - $1.raw).magnitude }.max() ?? 0
            weights = next
            if moved < 1_000 { break }
        }
        let product = try Self.product(values, weights)
        var ratios: [FixedPoint] = []
        for (value, weight) in zip(product, weights) { ratios.append(try value / weight) }
        largestEigenvalue = try FixedPoint.sum(ratios) / FixedPoint(count)
        self.weights = weights
        let random = Self.randomIndexHundredths[count - 1]
        guard random > 0 else {
            consistencyRatio = .zero
            return
        }
        let index = try (largestEigenvalue - FixedPoint(count)) / FixedPoint(count - 1)
        consistencyRatio = try index * FixedPoint(100) / FixedPoint(random)
    }

    private static func product(
        _ matrix: [[FixedPoint]], _ vector: [FixedPoint]
    ) throws(QuantityError) -> [FixedPoint] {
        var result: [FixedPoint] = []
        for row in matrix {
            var sum = FixedPoint.zero
            for (value, weight) in zip(row, vector) { sum = try sum + (try value * weight) }
            result.append(sum)
        }
        return result
    }

    private static func normalised(_ vector: [FixedPoint]) throws(QuantityError) -> [FixedPoint] {
        let sum = try FixedPoint.sum(vector)
        var result: [FixedPoint] = []
        for value in vector { result.append(try value / sum) }
        return result
    }
}
