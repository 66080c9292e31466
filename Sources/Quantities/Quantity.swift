/// Holds an amount together with what it counts.
///
///     let lake = Quantity(amount: ExactDecimal(50), unit: .tebibyte)
///     try lake.converted(to: .gibibyte).description   // "51200 GiB"
///     try lake.converted(to: .gigabyte)               // throws unitMismatch
package struct Quantity: Sendable, Hashable {
    /// How many.
    package let amount: ExactDecimal
    /// Of what.
    package let unit: Unit

    /// Creates a quantity.
    package init(amount: ExactDecimal, unit: Unit) {
        self.amount = amount
        self.unit = unit
    }

    /// Returns the same quantity in another unit of its family.
    ///
    /// - Throws: `unitMismatch` across families, GB and GiB included; `inexact` when the digits
    ///   never end (20 min in h); `overflow`.
    package func converted(to target: Unit) throws(QuantityError) -> Quantity {
        guard unit.family == target.family else { throw .unitMismatch(unit, target) }
        if unit == target { return self }
        return try Quantity.counting(unit, amount, in: target)
    }

    /// Returns the sum, in this quantity's unit.
    ///
    /// - Throws: `unitMismatch`, `inexact`, `overflow`.
    package func adding(_ other: Quantity) throws(QuantityError) -> Quantity {
        let other = try other.converted(to: unit)
        return Quantity(amount: try amount.adding(other.amount), unit: unit)
    }

    /// Returns the number of bytes: the stated way from GB to GiB and back.
    ///
    /// - Throws: `unitMismatch` when the quantity is not data, `overflow`.
    package func exactBytes() throws(QuantityError) -> ExactDecimal {
        guard unit.countsBytes else { throw .unitMismatch(unit, .kilobyte) }
        return try amount.multiplied(by: ExactDecimal(unit.baseUnits))
    }

    /// Creates the quantity that `bytes` bytes are in `unit`.
    ///
    /// - Throws: `unitMismatch` when `unit` is not data, `overflow`.
    package init(exactBytes bytes: ExactDecimal, in unit: Unit) throws(QuantityError) {
        guard unit.countsBytes else { throw .unitMismatch(.kilobyte, unit) }
        let amount = try ExactRatio(bytes).divided(by: ExactRatio(unit.baseUnits))
        self.init(amount: try amount.exactDecimal(), unit: unit)
    }

    private static func counting(
        _ unit: Unit, _ amount: ExactDecimal, in target: Unit
    ) throws(QuantityError) -> Quantity {
        let factor = try ExactRatio(Int128(unit.baseUnits), over: Int128(target.baseUnits))
        let converted = try ExactRatio(amount).multiplied(by: factor).exactDecimal()
        return Quantity(amount: converted, unit: target)
    }
}

extension Unit {
    /// Whether the unit counts bytes, by thousands or by 1024.
    package var countsBytes: Bool { family == .decimalData || family == .binaryData }
}

extension Quantity: CustomStringConvertible {
    /// Amount and symbol, such as "51200 GiB".
    package var description: String { "\(amount) \(unit)" }
}
