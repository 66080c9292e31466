import Quantities
import Requirements

/// Divides periods of a term over the years of a budget.
///
/// A month of the term counts to the year in which it begins.
enum BudgetYears {
    /// Months of a period by year, in order; a key is `3` for a contract year, `2027` for a
    /// calendar year, `2027-04` for one that begins in April.
    static func months(
        of period: Term.Period, in term: Term, from start: Budget.YearStart
    ) -> [(key: String, months: Int)] {
        guard case .month(let first) = start else {
            return ContractYears.months(of: period, in: term).map { ("\($0.year)", $0.months) }
        }
        let before = term.months(before: period)
        let begin = term.start.year * 12 + term.start.month - 1
        var parts: [(key: String, months: Int)] = []
        for month in (begin + before)..<(begin + before + period.months) {
            let key = key(yearOf: month, first)
            if parts.last?.key == key {
                parts[parts.count - 1].months += 1
            } else {
                parts.append((key, 1))
            }
        }
        return parts
    }

    /// Months of the evaluated term by year, in order.
    static func months(
        in term: Term, from start: Budget.YearStart
    ) -> [(key: String, months: Int)] {
        var years: [(key: String, months: Int)] = []
        for period in term.evaluatedPeriods {
            for part in months(of: period, in: term, from: start) {
                if years.last?.key == part.key {
                    years[years.count - 1].months += part.months
                } else {
                    years.append(part)
                }
            }
        }
        return years
    }

    private static func key(yearOf month: Int, _ first: Int) -> String {
        let year = (month - (first - 1)) / 12
        guard first > 1 else { return "\(year)" }
        return "\(year)-" + (first < 10 ? "0\(first)" : "\(first)")
    }
}
