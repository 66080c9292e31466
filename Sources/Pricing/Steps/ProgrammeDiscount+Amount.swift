package import Quantities

/// Holds one printed row of a discount: `spend × basisPoints = amountE4`, exactly.
package struct DiscountSlice: Sendable, Hashable {
    /// The spend that the slice's step starts at, in minor units.
    package let fromMinorUnits: Int64
    /// The spend that falls into the slice.
    package let spend: Money
    /// The step's discount in hundredths of a percent.
    package let basisPoints: Int
    /// The slice's discount in ten-thousandths of a minor unit.
    package let amountE4: Int64
}

extension ProgrammeDiscount {
    /// Returns the discount on `spend` in ten-thousandths of a minor unit.
    ///
    /// - Throws: `PricingError.negativeQuantity`; `QuantityError.overflow`.
    package func amountE4(on spend: Money) throws -> Int64 {
        try slices(on: spend).reduce(0) { (sum: Int64, slice: DiscountSlice) in
            try sum.addingExactly(slice.amountE4)
        }
    }

    /// Returns the rows whose amounts sum to the discount, in the order of the steps.
    ///
    /// - Throws: `PricingError.negativeQuantity`; `QuantityError.overflow`.
    package func slices(on spend: Money) throws -> [DiscountSlice] {
        guard !spend.isNegative else { throw PricingError.negativeQuantity(spend.decimal) }
        let reached = steps.filter { $0.fromMinorUnits <= spend.minorUnits }
        switch mode {
        case .volume:
            return try reached.suffix(1).map { (step: Step) in
                try slice(step, of: spend.minorUnits, in: spend.currency)
            }
        case .graduated:
            return try reached.indices.map { (index: Int) in
                let next = index + 1 < reached.count ? reached[index + 1].fromMinorUnits : nil
                let inside = (next ?? spend.minorUnits) - reached[index].fromMinorUnits
                return try slice(reached[index], of: inside, in: spend.currency)
            }
        }
    }

    private func slice(
        _ step: Step, of minorUnits: Int64, in currency: Currency
    ) throws -> DiscountSlice {
        DiscountSlice(
            fromMinorUnits: step.fromMinorUnits,
            spend: Money(minorUnits: minorUnits, currency: currency),
            basisPoints: step.basisPoints,
            amountE4: try minorUnits.multipliedExactly(by: Int64(step.basisPoints)))
    }
}
