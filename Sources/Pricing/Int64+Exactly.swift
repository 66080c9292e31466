package import Quantities

extension Int64 {
    /// Returns the sum.
    ///
    /// - Throws: `overflow`.
    func addingExactly(_ other: Int64) throws(QuantityError) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        guard !overflow else { throw .overflow }
        return sum
    }

    /// Returns the difference.
    ///
    /// - Throws: `overflow`.
    func subtractingExactly(_ other: Int64) throws(QuantityError) -> Int64 {
        let (difference, overflow) = subtractingReportingOverflow(other)
        guard !overflow else { throw .overflow }
        return difference
    }

    /// Returns the product.
    ///
    /// - Throws: `overflow`.
    package func multipliedExactly(by factor: Int64) throws(QuantityError) -> Int64 {
        let (product, overflow) = multipliedReportingOverflow(by: factor)
        guard !overflow else { throw .overflow }
        return product
    }
}
