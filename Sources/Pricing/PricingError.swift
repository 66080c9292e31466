package import Quantities

/// Says why a price could not be worked out.
///
/// Arithmetic that leaves the range of the number types throws `QuantityError` instead.
package enum PricingError: Error, Sendable, Hashable {
    /// A rate schedule with everything that is wrong with it.
    case invalidSchedule([ScheduleFault])
    /// A programme discount with everything that is wrong with it.
    case invalidDiscount([DiscountFault])
    /// A head's cost with everything that is wrong with it.
    case invalidHeadCost([HeadCostFault])
    /// A quantity or spend below zero: credits do not pass through tiers.
    case negativeQuantity(ExactDecimal)
    /// A number of months below zero.
    case negativeMonths(Int)
    /// A number of pieces below zero.
    case negativeCount(Int64)
    /// A commitment that is not a whole number of months, at least one.
    case notWholeMonths(CalendarPeriod)
    /// A commitment that does not divide the months it would cover.
    case commitmentDoesNotDivide(committedMonths: Int, months: Int)
    /// Parts of a period that do not sum to it.
    case monthsDoNotSum(parts: Int, whole: Int)
    /// Two rows of one waterfall with the same id.
    case duplicateRow(String)
    /// A discount measured on a line that the waterfall does not have.
    case unknownLine(String)
    /// Recorded figures that contradict each other: the name of the identity that fails.
    case brokenIdentity(String)
    /// Tiers of a meter are counted over an account, and are more than one free quantity.
    case sharedTiers(sku: String)
    /// Amounts of one schedule, offer or mix in two currencies.
    case mixedCurrencies(Currency, Currency)
    /// A flat price beside one by the unit in one month.
    case mixedModels
    /// A month without a part, or with a part of no days.
    case emptySplit
    /// More units than a fee covers, where none can be had beyond.
    case nothingBeyond(included: ExactDecimal, asked: ExactDecimal)
    /// A credit, named by its id, that is not in the buyer's favour.
    case creditNotNegative(String)
    /// A commitment, named by its offer or meter, with a term or an amount out of range.
    case invalidCommitment(String)
    /// Months, units or prices of a mix of plans out of range.
    case invalidMix
    /// Growth in percent outside -100 to 1000.
    case growthOutOfRange(ExactDecimal)
    /// A step, named by its id, and what is wrong with it.
    case invalidStep(String, StepFault)
    /// A line, named by its id, whose list price is below zero.
    case negativeLine(String)
    /// Lines, named by their ids, that steps take below their floor.
    case belowFloor([String])
    /// An index formula with everything that is wrong with it.
    case invalidIndexation([IndexationFault])
    /// A rate, a surcharge or a share out of its range, by its name.
    case invalidTerms(String)
}

/// Says what is wrong with a step from list to net.
package enum StepFault: String, Sendable, Hashable, CaseIterable {
    /// The share lies outside 0 to 100, or 0 to 1000 where it adds.
    case percentOutOfRange
    /// A level's price book is below the list.
    case levelBookTakesOff
    /// A step other than a level's price book adds to the price.
    case onlyLevelBooksAdd
    /// A negotiated step without role, reason and end of who approved it.
    case notApproved
}

/// Says what is wrong with an index formula.
package enum IndexationFault: Sendable, Hashable {
    /// The fixed share and the weights do not sum to 1.
    case sharesDoNotSum(ExactDecimal)
    /// A share is below 0.
    case negativeShare(String)
    /// An index has no value above 0 for a year that needs it.
    case missingIndex(String, year: Int)
    /// A price hold outside 0 to 600 months.
    case holdOutOfRange(Int)
}

/// Says what is wrong with a rate schedule; tiers are numbered from 1.
package enum ScheduleFault: Sendable, Hashable {
    /// There is no tier.
    case noTiers
    /// The first tier starts elsewhere.
    case firstTierNotAtZero(from: ExactDecimal)
    /// A tier does not start above the one before it.
    case tierNotAscending(number: Int, from: ExactDecimal)
    /// A tier's price is below zero.
    case negativeAmount(number: Int, amount: ExactDecimal)
    /// The units per price are not above zero.
    case blockNotPositive(ExactDecimal)
    /// More than one tier in a model that has one price.
    case severalTiers(TierModel)
    /// Units per price in a model that ignores the quantity.
    case blockWithoutUnits
    /// The least amount of a month is below zero.
    case negativeMinimum(ExactDecimal)
    /// The quantity that a fee covers is below zero.
    case negativeIncluded(ExactDecimal)
}

/// Says what is wrong with a programme discount; steps are numbered from 1.
package enum DiscountFault: Sendable, Hashable {
    /// There is no step.
    case noSteps
    /// The first step starts elsewhere.
    case firstStepNotAtZero(fromMinorUnits: Int64)
    /// A step does not start above the one before it.
    case stepNotAscending(number: Int, fromMinorUnits: Int64)
    /// A step's basis points lie outside 0...10000.
    case basisPointsOutOfRange(number: Int, basisPoints: Int)
}

/// Says what is wrong with a head's cost.
package enum HeadCostFault: String, Sendable, Hashable, CaseIterable {
    /// The day rate is below zero.
    case negativeDayRate
    /// The weekly hours are not above 0 and at most 168.
    case weeklyHoursOutOfRange
    /// The productive share is not above 0 and at most 1.
    case productiveShareOutOfRange
    /// The hours of a day are not above 0 and at most 24.
    case hoursPerDayOutOfRange
    /// The weeks of a year are not above 0 and at most 53.
    case weeksPerYearOutOfRange
}
