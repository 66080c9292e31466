package import Quantities

/// One price made ready for very many quantities: tiers, months, rate and steps in one fraction.
///
/// A line is then one product in 128 bits, one in 256 and one rounding. The amounts are those of
/// `RateSchedule`, step shares and conversion to the last minor unit; quantities with more decimals
/// than `quantityDecimals` take the long way.
package struct CompiledPrice: Sendable {
    /// Decimals of quantities that are priced in integers.
    package static let quantityDecimals = 6

    private let schedule: RateSchedule
    /// Bounds at the scale of quantities, with the charge of everything below and the tier's rate.
    private let tiers: [(from: Int128, below: Int128, rate: Int128)]
    /// From an integer charge to minor units.
    private let factor: ExactRatio
    /// From an unrounded charge in the schedule's currency to major units.
    private let longFactor: ExactRatio
    /// Decimals of bounds, blocks and quantities.
    private let quantityScale: Int
    /// 10 to the power of each number of decimals that a quantity may lack.
    private let powers: [Int128]
    private let block: Int128
    private let currency: Currency
    private let mode: RoundingMode

    /// Makes a price ready.
    ///
    /// - Parameters:
    ///   - months: Months that are priced alike, 0 or more.
    ///   - rate: Units of `currency` for one of the schedule's.
    ///   - kept: Shares that steps leave, one after the other, each 0 or more: 0.9 after 10 % off.
    ///   - currency: Of the result.
    ///   - mode: How the amount becomes whole minor units.
    /// - Throws: `PricingError.negativeMonths`, `PricingError.invalidTerms` for a share below 0;
    ///   `QuantityError.overflow` where a bound or a rate has more than 30 digits.
    package init(
        _ schedule: RateSchedule, months: Int, rate: ExactRatio = .one, kept: [ExactRatio] = [],
        currency: Currency, mode: RoundingMode = .halfUp
    ) throws {
        guard months >= 0 else { throw PricingError.negativeMonths(months) }
        guard kept.allSatisfy({ !$0.isNegative }), !rate.isNegative else {
            throw PricingError.invalidTerms("share that a step leaves")
        }
        let bounds = schedule.tiers.map(\.from) + [schedule.block]
        let scale = max(Self.quantityDecimals, bounds.map(\.scale).max() ?? 0)
        let rateScale = schedule.tiers.map(\.amount.scale).max() ?? 0
        let froms = try schedule.tiers.map { try Self.scaled($0.from, to: scale) }
        let rates = try schedule.tiers.map { try Self.scaled($0.amount, to: rateScale) }
        var tiers: [(from: Int128, below: Int128, rate: Int128)] = []
        for index in froms.indices {
            let below =
                try index == 0
                ? 0
                : Self.sum(
                    tiers[index - 1].below,
                    Self.product(froms[index] - froms[index - 1], rates[index - 1]))
            tiers.append((froms[index], below, rates[index]))
        }
        let shares = try kept.reduce(rate.multiplied(by: ExactRatio(months))) {
            try $0.multiplied(by: $1)
        }
        // Packages and flat prices are counted whole; everything else in units over blocks.
        let isCounted = schedule.model == .package || schedule.model == .flat
        let units =
            try isCounted
            ? ExactRatio.one
            : ExactRatio(1, over: Self.power(scale)).divided(by: ExactRatio(schedule.block))
        let minor = try ExactRatio(
            Int128(currency.minorUnitsPerUnit), over: Self.power(rateScale))
        self.schedule = schedule
        self.tiers = tiers
        factor = try shares.multiplied(by: minor).multiplied(by: units)
        longFactor = shares
        block = try Self.scaled(schedule.block, to: scale)
        quantityScale = scale
        powers = (0...scale).map { Self.power($0) }
        self.currency = currency
        self.mode = mode
    }

    /// Returns the amount for a month's quantity over all months.
    ///
    /// - Throws: `PricingError.negativeQuantity`; `QuantityError.overflow`.
    package func money(for quantity: ExactDecimal) throws -> Money {
        guard !quantity.isNegative else { throw PricingError.negativeQuantity(quantity) }
        guard quantity.scale <= quantityScale, let charge = try charge(quantity) else {
            return try long(quantity)
        }
        return Money(
            minorUnits: try factor.rounded(multiplying: charge, mode), currency: currency)
    }

    /// Integer charge of a month; `nil` where it does not fit.
    private func charge(_ quantity: ExactDecimal) throws -> Int128? {
        if schedule.model == .flat { return tiers[0].rate }
        let power = powers[quantityScale - quantity.scale]
        let (units, isLarge) = quantity.coefficient.multipliedReportingOverflow(by: power)
        guard !isLarge, let tier = tiers.last(where: { $0.from < units }) else {
            return isLarge ? nil : 0
        }
        switch schedule.model {
        case .graduated:
            let (inside, tooLarge) = (units - tier.from).multipliedReportingOverflow(by: tier.rate)
            let (sum, over) = inside.addingReportingOverflow(tier.below)
            return tooLarge || over ? nil : sum
        case .package:
            let (whole, rest) = units.quotientAndRemainder(dividingBy: block)
            let (sum, over) = (whole + (rest == 0 ? 0 : 1))
                .multipliedReportingOverflow(by: tier.rate)
            return over ? nil : sum
        case .volume, .block, .flat:
            let (sum, over) = units.multipliedReportingOverflow(by: tier.rate)
            return over ? nil : sum
        }
    }

    private func long(_ quantity: ExactDecimal) throws -> Money {
        let charge = try schedule.charge(for: quantity).amount.multiplied(by: longFactor)
        return try UnroundedMoney(amount: charge, currency: currency).rounded(mode)
    }

    private static func power(_ exponent: Int) -> Int128 {
        (0..<exponent).reduce(Int128(1)) { power, _ in power * 10 }
    }

    /// Bounds and rates of sheets have far fewer digits than 30; more are refused.
    private static func scaled(_ value: ExactDecimal, to scale: Int) throws -> Int128 {
        guard scale <= 30 else { throw QuantityError.overflow }
        return try product(value.coefficient, power(scale - value.scale))
    }

    private static func product(_ one: Int128, _ other: Int128) throws -> Int128 {
        let (product, overflow) = one.multipliedReportingOverflow(by: other)
        guard !overflow else { throw QuantityError.overflow }
        return product
    }

    private static func sum(_ one: Int128, _ other: Int128) throws -> Int128 {
        let (sum, overflow) = one.addingReportingOverflow(other)
        guard !overflow else { throw QuantityError.overflow }
        return sum
    }
}
