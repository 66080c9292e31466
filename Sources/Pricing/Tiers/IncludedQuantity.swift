package import Quantities

/// Holds a monthly fee that a quantity is part of, and the price of what goes beyond it.
///
///     // 140 a month with 128 tunnels, each further one 10.95; 130 tunnels:
///     try gateway.charge(for: ExactDecimal(130)).description    // "USD 161.9": 140 + 2 × 10.95
package struct IncludedQuantity: Sendable, Hashable {
    /// Due each month, whatever is used, in major units; 0 or more.
    package let fee: ExactDecimal
    /// Units of a month that the fee covers; exactly as many are still covered.
    package let included: ExactDecimal
    /// The price of the units beyond, counted from 0; `nil` where there are none to be had.
    package let beyond: RateSchedule?
    /// The currency of the fee and of what goes beyond.
    package let currency: Currency

    /// Creates a fee with its quantity.
    ///
    /// - Throws: `PricingError.invalidSchedule` for a fee or quantity below zero;
    ///   `PricingError.mixedCurrencies`.
    package init(
        fee: ExactDecimal, included: ExactDecimal, beyond: RateSchedule?, currency: Currency
    ) throws(PricingError) {
        var faults: [ScheduleFault] = []
        if fee.isNegative { faults.append(.negativeAmount(number: 1, amount: fee)) }
        if included.isNegative { faults.append(.negativeIncluded(included)) }
        guard faults.isEmpty else { throw .invalidSchedule(faults) }
        if let beyond, beyond.currency != currency {
            throw .mixedCurrencies(beyond.currency, currency)
        }
        self.fee = fee
        self.included = included
        self.beyond = beyond
        self.currency = currency
    }

    /// Returns the rows of a month: the fee with what it covers, then what goes beyond.
    ///
    /// - Throws: `PricingError.negativeQuantity`, `PricingError.nothingBeyond`;
    ///   `QuantityError.overflow`.
    package func slices(for monthlyQuantity: ExactDecimal) throws -> [TierSlice] {
        guard !monthlyQuantity.isNegative else {
            throw PricingError.negativeQuantity(monthlyQuantity)
        }
        let covered = min(monthlyQuantity, included)
        let fixed = TierSlice(
            from: .zero, upTo: included, quantity: covered, blocks: .one, rate: fee,
            charge: UnroundedMoney(amount: fee, currency: currency))
        guard included < monthlyQuantity else { return [fixed] }
        guard let beyond else {
            throw PricingError.nothingBeyond(included: included, asked: monthlyQuantity)
        }
        return [fixed] + (try beyond.slices(for: monthlyQuantity.subtracting(included)))
    }

    /// Returns what is due for a month, unrounded.
    ///
    /// - Throws: as `slices(for:)`.
    package func charge(for monthlyQuantity: ExactDecimal) throws -> UnroundedMoney {
        try slices(for: monthlyQuantity).reduce(UnroundedMoney.zero(currency)) {
            try $0.adding($1.charge)
        }
    }
}
