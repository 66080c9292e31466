import Quantities

extension PricingError: CustomStringConvertible {
    /// One lower-case clause, several faults joined by semicolons.
    package var description: String {
        switch self {
        case .invalidSchedule(let faults): PricingError.joined(faults.map(\.description))
        case .invalidDiscount(let faults): PricingError.joined(faults.map(\.description))
        case .invalidHeadCost(let faults): PricingError.joined(faults.map(\.description))
        case .negativeQuantity(let quantity): "a quantity of \(quantity) is below zero"
        case .negativeMonths(let months): "\(months) months are below zero"
        case .negativeCount(let count): "a count of \(count) is below zero"
        case .notWholeMonths(let period): "\(period) is not a whole number of months, at least one"
        case .commitmentDoesNotDivide(let committed, let months):
            "a commitment of \(committed) months does not divide \(months) months"
        case .monthsDoNotSum(let parts, let whole):
            "the parts have \(parts) months, the whole has \(whole)"
        case .duplicateRow(let id): "the row '\(id)' appears twice"
        case .unknownLine(let id): "there is no line '\(id)'"
        case .brokenIdentity(let name): "the figures do not agree: \(name)"
        case .sharedTiers(let sku):
            "the tiers of '\(sku)' are counted over an account, beyond one free quantity"
        case .mixedCurrencies(let one, let other): "\(one) and \(other) in one price"
        case .mixedModels: "a flat price and one by the unit do not share a month"
        case .emptySplit: "a month needs parts of at least one day"
        case .nothingBeyond(let included, let asked):
            "\(asked) units are asked, \(included) are to be had"
        case .creditNotNegative(let id): "the credit '\(id)' is not below zero"
        case .invalidCommitment(let name):
            "the commitment '\(name)' has a term or an amount out of range"
        case .invalidMix: "a mix of plans needs 1 to 600 months and no number below zero"
        case .growthOutOfRange(let percent): "growth of \(percent) % lies outside -100 to 1000"
        case .invalidStep(let id, let fault): "the step '\(id)': \(fault)"
        case .negativeLine(let id): "the list price of '\(id)' is below zero"
        case .belowFloor(let ids): "below the floor: \(ids.joined(separator: ", "))"
        case .invalidIndexation(let faults): PricingError.joined(faults.map(\.description))
        case .invalidTerms(let name): "'\(name)' is out of its range"
        }
    }

    private static func joined(_ faults: [String]) -> String { faults.joined(separator: "; ") }
}

extension ScheduleFault: CustomStringConvertible {
    /// One lower-case clause.
    package var description: String {
        switch self {
        case .noTiers: "there is no tier"
        case .firstTierNotAtZero(let from): "the first tier starts at \(from), not at 0"
        case .tierNotAscending(let number, let from):
            "tier \(number) starts at \(from), not above the tier before it"
        case .negativeAmount(let number, let amount):
            "the price \(amount) of tier \(number) is below zero"
        case .blockNotPositive(let block): "a price per \(block) units is not per anything"
        case .severalTiers(let model): "the model '\(model.rawValue)' has one price, not tiers"
        case .blockWithoutUnits: "a flat price is per month, not per number of units"
        case .negativeMinimum(let minimum): "the least amount \(minimum) is below zero"
        case .negativeIncluded(let included): "the included quantity \(included) is below zero"
        }
    }
}

extension DiscountFault: CustomStringConvertible {
    /// One lower-case clause.
    package var description: String {
        switch self {
        case .noSteps: "there is no step"
        case .firstStepNotAtZero(let from): "the first step starts at \(from) minor units, not at 0"
        case .stepNotAscending(let number, let from):
            "step \(number) starts at \(from) minor units, not above the step before it"
        case .basisPointsOutOfRange(let number, let basisPoints):
            "the \(basisPoints) basis points of step \(number) lie outside 0 to 10000"
        }
    }
}

extension HeadCostFault: CustomStringConvertible {
    /// One lower-case clause.
    package var description: String {
        switch self {
        case .negativeDayRate: "the day rate is below zero"
        case .weeklyHoursOutOfRange: "the weekly hours are not above 0 and at most 168"
        case .productiveShareOutOfRange: "the productive share is not above 0 and at most 1"
        case .hoursPerDayOutOfRange: "the hours per day are not above 0 and at most 24"
        case .weeksPerYearOutOfRange: "the weeks per year are not above 0 and at most 53"
        }
    }
}

extension StepFault: CustomStringConvertible {
    /// One lower-case clause.
    package var description: String {
        switch self {
        case .percentOutOfRange: "the share is out of its range"
        case .levelBookTakesOff: "a level's price book is never below the list"
        case .onlyLevelBooksAdd: "only a level's price book adds to a price"
        case .notApproved: "a negotiated step needs who approved it, why and until when"
        }
    }
}

extension IndexationFault: CustomStringConvertible {
    /// One lower-case clause.
    package var description: String {
        switch self {
        case .sharesDoNotSum(let sum): "the shares sum to \(sum), not to 1"
        case .negativeShare(let name): "the share of '\(name)' is below zero"
        case .missingIndex(let name, let year): "'\(name)' has no index above 0 for year \(year)"
        case .holdOutOfRange(let months): "a hold of \(months) months lies outside 0 to 600"
        }
    }
}
