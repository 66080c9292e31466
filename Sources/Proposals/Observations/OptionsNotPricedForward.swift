import Quantities
import Requirements

/// Options whose prices the requirement states neither as held nor as indexed.
struct OptionsNotPricedForward: Observer {
    func observe(_ observed: ObservedCase) throws -> [Observation] {
        let term = observed.requirement.term
        let options = term.periods.dropFirst()
        guard !options.isEmpty, term.optionPrices != .held else { return [] }
        let count = options.count == 1 ? "1 option period" : "\(options.count) option periods"
        let isIndexed = term.optionPrices == .indexed
        var text =
            isIndexed
            ? "prices of \(count) are to be indexed, but no index is worked out here: they are "
                + "taken at today's list"
            : "the requirement does not say whether prices of \(count) are held or indexed: they "
                + "are taken as held at today's list"
        let totals = observed.package?.periods.filter { $0.period.id != "base" } ?? []
        var workings: [String] = []
        if !totals.isEmpty {
            let forward = try self.forward(totals)
            text +=
                "; each 1 % a year, compounding from the first option year, would add "
                + forward.added.grouped
            workings = forward.workings
        }
        return [
            Observation(
                kind: "options-not-priced-forward", weight: .notice, paths: ["term.options"],
                text: text, workings: workings,
                wayOut: isIndexed
                    ? "name the index, its base date and its cap"
                    : "write 'optionPrices: held' or 'optionPrices: indexed' in 'term'")
        ]
    }

    /// What 1 % a year adds: year k of the options costs its price times 1.01 to the power k.
    private func forward(
        _ totals: [PeriodTotal]
    ) throws -> (added: Money, workings: [String]) {
        let years = try self.years(totals)
        let step = try ExactRatio(101, over: 100)
        var factor = ExactRatio.one
        var added = Money.zero(totals[0].net.currency)
        var workings: [String] = []
        for (index, amount) in years.enumerated() {
            // Fourteen decimals hold seven years exactly; later factors are rounded to them.
            factor = ExactRatio(
                try factor.multiplied(by: step).rounded(toScale: 14, mode: .halfUp))
            let more = try UnroundedMoney(amount)
                .multiplied(by: factor.subtracting(.one)).rounded(.halfUp)
            added = try added.adding(more)
            workings.append(
                "option year \(index + 1): \(amount.grouped) x (1.01^\(index + 1) - 1) = "
                    + more.grouped)
        }
        workings.append("together: \(added.grouped)")
        return (added, workings)
    }

    /// The options' nets by years of twelve months from the first option's first day.
    private func years(_ totals: [PeriodTotal]) throws -> [Money] {
        let currency = totals[0].net.currency
        var years: [Money] = []
        var before = 0
        for total in totals {
            var months: [Int] = []
            var left = total.period.months
            var month = before
            while left > 0 {
                let part = min(left, 12 - month % 12)
                months.append(part)
                left -= part
                month += part
            }
            let parts = try total.net.allocated(
                by: months.map { Int64($0) }, remainder: .largestRemainder)
            for (offset, part) in parts.enumerated() {
                let year = before / 12 + offset
                while years.count <= year { years.append(Money.zero(currency)) }
                years[year] = try years[year].adding(part)
            }
            before += total.period.months
        }
        return years
    }
}
