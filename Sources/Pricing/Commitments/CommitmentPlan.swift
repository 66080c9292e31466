package import Quantities

/// Says how long a buyer is bound to a price.
package enum CommitmentPlan: Sendable, Hashable {
    /// Not at all: by the month as used.
    case onDemand
    /// For a whole number of months, at least one, over and over.
    case committed(months: Int)

    /// Creates a commitment of a calendar period.
    ///
    /// - Throws: `PricingError.notWholeMonths` for weeks, days or no length.
    package init(committedFor period: CalendarPeriod) throws(PricingError) {
        guard let months = period.totalMonths, months > 0 else { throw .notWholeMonths(period) }
        self = .committed(months: months)
    }

    /// Tells whether the plan fits a period of `months` months.
    ///
    /// A committed term must divide the period: three years are three one-year terms, two and a
    /// half years are none, since the last would be paid beyond the period.
    package func applies(toMonths months: Int) -> Bool {
        switch self {
        case .onDemand: true
        case .committed(let committed):
            committed > 0 && months > 0 && months.isMultiple(of: committed)
        }
    }

    /// Refuses a period that the plan does not fit.
    ///
    /// - Throws: `PricingError.commitmentDoesNotDivide`.
    func require(months: Int) throws(PricingError) {
        if case .committed(let committed) = self, !applies(toMonths: months) {
            throw .commitmentDoesNotDivide(committedMonths: committed, months: months)
        }
    }
}
