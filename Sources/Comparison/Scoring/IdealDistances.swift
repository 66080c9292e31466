package import Quantities

/// Closeness to the best of everything and distance from the worst, as TOPSIS takes them.
///
/// Columns are divided by the root of the sum of their squares once; weights come later, so that a
/// thousand vectors cost a thousand times the distances only. Columns are scaled by their largest
/// magnitude first, which changes no result and keeps squares small.
package struct IdealDistances: Sendable {
    /// One row an offer; every column has length 1.
    private let rows: [[FixedPoint]]
    private let best: [FixedPoint]
    private let worst: [FixedPoint]

    /// Takes one row an offer.
    ///
    /// - Parameter costs: For each column, whether less is better.
    /// - Throws: `overflow`.
    /// - Precondition: Every row has a value for each column.
    package init(_ rows: [[FixedPoint]], costs: [Bool]) throws(QuantityError) {
        precondition(rows.allSatisfy { $0.count == costs.count }, "a value for each column")
        var columns: [[FixedPoint]] = []
        for column in costs.indices {
            columns.append(try Self.normalised(rows.map { $0[column] }))
        }
        self.rows = rows.indices.map { row in columns.map { $0[row] } }
        best = zip(columns, costs).map { (column, isCost) -> FixedPoint in
            (isCost ? column.min() : column.max()) ?? .zero
        }
        worst = zip(columns, costs).map { (column, isCost) -> FixedPoint in
            (isCost ? column.max() : column.min()) ?? .zero
        }
    }

    /// Returns how close each offer is to the ideal, 0 to 1; 1 for all where nothing differs.
    ///
    /// - Throws: `overflow`.
    package func closeness(weights: [FixedPoint]) throws(QuantityError) -> [FixedPoint] {
        var result: [FixedPoint] = []
        for row in rows {
            let toBest = try distance(row, best, weights)
            let toWorst = try distance(row, worst, weights)
            let both = try toBest + toWorst
            result.append(both.isZero ? .one : try toWorst / both)
        }
        return result
    }

    private func distance(
        _ row: [FixedPoint], _ point: [FixedPoint], _ weights: [FixedPoint]
    ) throws(QuantityError) -> FixedPoint {
        var sum = FixedPoint.zero
        for column in row.indices {
            let part = try (row[column] - point[column]) * weights[column]
            sum = try sum + (try part * part)
        }
        return try sum.squareRoot()
    }

    private static func normalised(_ column: [FixedPoint]) throws(QuantityError) -> [FixedPoint] {
        guard let largest = column.map(\.magnitude).max(), !largest.isZero else { return column }
        var scaled: [FixedPoint] = []
        var squares = FixedPoint.zero
        for value in column {
            let part = try value / largest
            scaled.append(part)
            squares = try squares + (try part * part)
        }
        let length = try squares.squareRoot()
        var result: [FixedPoint] = []
        for value in scaled { result.append(try value / length) }
        return result
    }
}
