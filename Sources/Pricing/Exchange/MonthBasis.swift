import Quantities

/// How many hours a month has for a meter that runs by the hour.
///
/// A line has one basis; estimates of two bases do not add up to what a bill says.
package enum MonthBasis: String, CaseIterable, Sendable, Hashable {
    /// 8,760 hours of a year over twelve, as providers' estimates count.
    case average = "730"
    /// The hours of the calendar's month, 672 to 744, as bills count.
    case actual
    /// 31 days for every month, as a catalog that prices by the GiB-second counts.
    case longest = "744"

    /// Hours of a month of the calendar.
    ///
    /// - Precondition: `month` lies in 1...12.
    package func hours(year: Int, month: Int) -> Int {
        switch self {
        case .average: 730
        case .actual: CalendarDate.days(inMonth: month, year: year) * 24
        case .longest: 744
        }
    }
}
