package import Quantities

/// Names a programme discount and the lines whose sum it is measured on.
package struct DiscountStep: Sendable, Hashable {
    /// The row's id, unique in its waterfall.
    package let id: String
    /// The discount.
    package let discount: ProgrammeDiscount
    /// The lines that count towards its spend.
    package let parts: [Part]

    /// Names a line and how much of it counts.
    package struct Part: Sendable, Hashable {
        /// The line's id.
        package let lineID: String
        /// What counts of its price, 0 to all of it; `nil` for all of it.
        package let amount: Money?

        /// Creates a part; without an amount, the whole line.
        package init(lineID: String, amount: Money? = nil) {
            self.lineID = lineID
            self.amount = amount
        }
    }

    /// Creates a discount step on whole lines.
    package init(id: String, discount: ProgrammeDiscount, lineIDs: [String]) {
        self.init(id: id, discount: discount, parts: lineIDs.map { Part(lineID: $0) })
    }

    /// Creates a discount step on parts of lines, such as those of one contract year.
    package init(id: String, discount: ProgrammeDiscount, parts: [Part]) {
        self.id = id
        self.discount = discount
        self.parts = parts
    }
}

/// Holds one discount as it came out.
package struct DiscountRow: Sendable, Hashable {
    /// The id of the step that it came from.
    package let id: String
    /// The spend that it was measured on, before any discount.
    package let spend: Money
    /// The printed arithmetic, a step of spend a row, lowest first.
    package let slices: [DiscountSlice]
    /// What it takes off, in ten-thousandths of a minor unit.
    package let amountE4: Int64
}

/// Holds the way from the list to the printed total, row by row.
///
///     list (sum of lines, whole minor units)
///     − each discount on its own spend (ten-thousandths of a minor unit)
///     = totalE4
///     + one rounding row
///     = total
package struct Waterfall: Sendable, Hashable {
    /// The priced lines, in the order given.
    package let lines: [PricedLine]
    /// The sum of the lines, before discounts.
    package let list: Money
    /// The discounts, in the order given.
    package let discounts: [DiscountRow]
    /// The list less the discounts, in ten-thousandths of a minor unit.
    package let totalE4: Int64
    /// The mode of the rounding row.
    package let rounding: RoundingMode
    /// What the rounding row adds, in ten-thousandths of a minor unit.
    package let roundingE4: Int64
    /// The printed total: `totalE4` as whole minor units, by the mode of the rounding row.
    package let total: Money

    /// Creates a waterfall by working out every row, then checks its identities.
    ///
    /// Discounts do not reduce each other's spend.
    ///
    /// - Throws: `PricingError.duplicateRow`, `.unknownLine`, `.brokenIdentity` (also for a part
    ///   that is more than its line);
    ///   `QuantityError.currencyMismatch` for a line in another currency,
    ///   `QuantityError.overflow`.
    package init(
        lines: [PricedLine], discounts steps: [DiscountStep], currency: Currency,
        rounding: RoundingMode
    ) throws {
        try Waterfall.requireUnique(lines.map(\.id) + steps.map(\.id))
        let list = try Waterfall.sum(lines, currency)
        let discounts = try steps.map { (step: DiscountStep) in
            try Waterfall.row(step, lines, currency)
        }
        var totalE4 = try list.minorUnits.multipliedExactly(by: Waterfall.partsPerMinorUnit)
        for row in discounts { totalE4 = try totalE4.subtractingExactly(row.amountE4) }
        let exact = try ExactRatio(
            Int128(totalE4), over: Int128(Waterfall.partsPerMinorUnit))
        let total = Money(minorUnits: try exact.rounded(rounding), currency: currency)
        let totalParts = try total.minorUnits.multipliedExactly(by: Waterfall.partsPerMinorUnit)
        self.lines = lines
        self.list = list
        self.discounts = discounts
        self.totalE4 = totalE4
        self.rounding = rounding
        self.roundingE4 = try totalParts.subtractingExactly(totalE4)
        self.total = total
        try figures.checkIdentities()
        try checkLines()
    }

    /// How many parts a minor unit has in E4 amounts.
    package static let partsPerMinorUnit: Int64 = 10_000

    /// The bare figures of every row.
    package var figures: WaterfallFigures {
        WaterfallFigures(
            lines: lines.map(\.money), list: list, discountsE4: discounts.map(\.amountE4),
            totalE4: totalE4, roundingE4: roundingE4, total: total)
    }

    private static func requireUnique(_ ids: [String]) throws(PricingError) {
        var seen: Set<String> = []
        for id in ids where !seen.insert(id).inserted { throw .duplicateRow(id) }
    }

    private static func sum(_ lines: [PricedLine], _ currency: Currency) throws -> Money {
        try lines.reduce(Money.zero(currency)) { (sum: Money, line: PricedLine) in
            try sum.adding(line.money)
        }
    }

    private static func row(
        _ step: DiscountStep, _ lines: [PricedLine], _ currency: Currency
    ) throws -> DiscountRow {
        let known = Dictionary(uniqueKeysWithValues: lines.map { ($0.id, $0.money) })
        var spend = Money.zero(currency)
        var counted: Set<String> = []
        for part in step.parts where counted.insert(part.lineID).inserted {
            guard let whole = known[part.lineID] else {
                throw PricingError.unknownLine(part.lineID)
            }
            let amount = part.amount ?? whole
            guard !amount.isNegative, amount.minorUnits <= whole.minorUnits else {
                throw PricingError.brokenIdentity("'\(part.lineID)' counts in part or whole")
            }
            spend = try spend.adding(amount)
        }
        return DiscountRow(
            id: step.id, spend: spend, slices: try step.discount.slices(on: spend),
            amountE4: try step.discount.amountE4(on: spend))
    }
}
