extension CalendarDate {
    /// Returns the day that lies a period later.
    ///
    /// Years and months move first; where the day does not exist there, the month's last day is
    /// taken (31 January and P1M give 28 or 29 February). Weeks and days are counted from there.
    ///
    /// - Throws: `dateOutOfRange` when the day leaves the known years.
    package func adding(_ period: CalendarPeriod) throws(QuantityError) -> CalendarDate {
        try moved(months: period.wholeMonths, days: period.wholeDays)
    }

    /// Returns the day that lies a period earlier, months first as in `adding`.
    ///
    /// - Throws: `dateOutOfRange` when the day leaves the known years.
    package func subtracting(_ period: CalendarPeriod) throws(QuantityError) -> CalendarDate {
        try moved(months: -period.wholeMonths, days: -period.wholeDays)
    }

    /// Returns the day that lies a number of days later, or earlier when it is negative.
    ///
    /// - Throws: `dateOutOfRange` when the day leaves the known years.
    package func adding(days: Int) throws(QuantityError) -> CalendarDate {
        let (number, overflow) = dayNumber.addingReportingOverflow(days)
        guard !overflow else { throw .dateOutOfRange }
        return try CalendarDate(dayNumber: number)
    }

    /// Returns how many days lie between this day and a later one; negative for an earlier one.
    package func days(until other: CalendarDate) -> Int {
        other.dayNumber - dayNumber
    }

    private func moved(months: Int, days: Int) throws(QuantityError) -> CalendarDate {
        let count = year * 12 + (month - 1) + months
        let movedYear = count >= 0 ? count / 12 : -1
        guard CalendarDate.years.contains(movedYear) else { throw .dateOutOfRange }
        let movedMonth = count % 12 + 1
        let lastDay = CalendarDate.days(inMonth: movedMonth, year: movedYear)
        let moved = CalendarDate(
            checkedYear: movedYear, month: movedMonth, day: Swift.min(day, lastDay))
        return days == 0 ? moved : try moved.adding(days: days)
    }

    /// Days since 1 March of year 0; years are counted from March, so that the leap day is last.
    private var dayNumber: Int {
        let marchYear = month > 2 ? year : year - 1
        let marchMonth = (month + 9) % 12
        let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
        return 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear
    }

    private init(dayNumber: Int) throws(QuantityError) {
        guard dayNumber >= CalendarDate.firstDayNumber, dayNumber <= CalendarDate.lastDayNumber
        else { throw .dateOutOfRange }
        let daysPerEra = 146_097
        let (era, dayOfEra) = dayNumber.quotientAndRemainder(dividingBy: daysPerEra)
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        self.init(
            checkedYear: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
            month: month,
            day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    private static let firstDayNumber = CalendarDate(
        checkedYear: years.lowerBound, month: 1, day: 1
    ).dayNumber
    private static let lastDayNumber = CalendarDate(
        checkedYear: years.upperBound, month: 12, day: 31
    ).dayNumber
}
