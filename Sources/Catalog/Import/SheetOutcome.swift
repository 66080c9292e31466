package import Quantities

/// What an import read, wrote and left out.
package struct SheetOutcome: Sendable {
    /// Form of the files.
    package let form: SheetForm
    /// As the user typed them, in order.
    package let files: [String]
    /// SHA-256 of the files' bytes, one behind the other.
    package let hash: String
    /// Day to which the sheet speaks; `nil` where neither it nor the caller says one.
    package let asOf: CalendarDate?
    /// The file written.
    package let path: String
    /// Products, items or rows of the sheet.
    package let items: Int
    /// Prices that they state.
    package let prices: Int
    /// Rows written.
    package let rows: Int
    /// Rows with the price 0.
    package let zeros: Int
    /// Rows of the catalog that the rows replace.
    package let replaced: Int
    /// Meters that stand beside prices of the catalog which hold elsewhere too.
    package let beside: Int
    /// Prices that end because a later one begins.
    package let superseded: Int
    /// Prices left out, by reason; reasons in a fixed order, those that met none are absent.
    package let leftOut: [(reason: String, count: Int)]
    /// How it differs from the older sheet; `nil` where none was named.
    package let comparison: SheetComparison.Result?
    /// Percent past which moves are told.
    package let threshold: ExactDecimal

    init(
        form: SheetForm, files: [String], hash: String, asOf: CalendarDate?, path: String,
        tally: SheetTally, comparison: SheetComparison.Result?, threshold: ExactDecimal
    ) {
        self.form = form
        self.files = files
        self.hash = hash
        self.asOf = asOf
        self.path = path
        items = tally.items
        prices = tally.prices
        rows = tally.rows
        zeros = tally.zeros
        replaced = tally.replaced
        beside = tally.beside
        superseded = tally.superseded
        leftOut = SheetTally.Reason.allCases.compactMap { reason in
            tally.leftOut[reason].flatMap { $0 > 0 ? (reason.rawValue, $0) : nil }
        }
        self.comparison = comparison
        self.threshold = threshold
    }
}
