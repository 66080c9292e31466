package import Quantities

/// Rounds storage to what a product sells.
package enum StorageSize {
    /// Returns the amount that must be bought to have `amount`, in the unit of `step`.
    ///
    /// At least `minimum`, then up to the next whole number of steps: 130 GiB in steps of 64 GiB
    /// are 192 GiB; 10 GB with a minimum of 50 GB are 50 GB. Nothing stays nothing.
    ///
    /// - Throws: `SizingError.storageOutOfRange` for an amount or minimum below zero or a step not
    ///   above it; `QuantityError.unitMismatch` across families (GB is not GiB),
    ///   `QuantityError.inexact`, `QuantityError.overflow`.
    package static func rounded(
        _ amount: Quantity, upTo step: Quantity, minimum: Quantity
    ) throws -> Quantity {
        for quantity in [amount, minimum] where quantity.amount.isNegative {
            throw SizingError.storageOutOfRange(quantity)
        }
        guard !step.amount.isZero, !step.amount.isNegative else {
            throw SizingError.storageOutOfRange(step)
        }
        let wanted = try amount.converted(to: step.unit).amount
        let least = try minimum.converted(to: step.unit).amount
        guard !wanted.isZero else { return Quantity(amount: .zero, unit: step.unit) }
        let needed = ExactRatio(Swift.max(wanted, least))
        let steps = try needed.divided(by: ExactRatio(step.amount)).ceiling()
        return Quantity(
            amount: try step.amount.multiplied(by: ExactDecimal(steps)), unit: step.unit)
    }
}
