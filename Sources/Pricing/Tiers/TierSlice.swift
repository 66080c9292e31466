package import Quantities

/// Holds one printed row of a charge: a quantity, its rate and their product.
///
/// `blocks × rate = charge` exactly, so a reader can check each row with a calculator; where a
/// price is per single unit, `blocks` is the quantity itself.
package struct TierSlice: Sendable, Hashable {
    /// The bound that the slice's tier starts after.
    package let from: ExactDecimal
    /// The bound that the slice's tier ends at; nil for the last.
    package let upTo: ExactDecimal?
    /// The units of the month that fall into the slice.
    package let quantity: ExactDecimal
    /// How many prices are due: quantity over block, rounded up for packages, 1 for a flat price.
    package let blocks: ExactRatio
    /// The price of one block in major units.
    package let rate: ExactDecimal
    /// The slice's charge for the month.
    package let charge: UnroundedMoney
}
