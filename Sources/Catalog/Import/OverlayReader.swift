import Diagnostics
import LocatedInput
import Quantities

/// Reads back what an import wrote, for comparing a newer sheet with it.
enum OverlayReader {
    /// Reads the rows of an overlay file; tells whether it is one.
    static func read(_ stream: SheetStream, into context: SheetContext) -> Bool {
        let reader = CSVRecordReader(stream, into: context.collector)
        guard let first = reader.next() else { return false }
        let names = (0..<first.count).map { first.text($0) }
        guard names == SheetOverlay.columns else { return false }
        let suffix = "/" + context.form.rawValue
        while let row = reader.next() {
            guard row.count == names.count, var price = price(row) else { return false }
            if price.sku.hasSuffix(suffix) { price.sku.removeLast(suffix.utf8.count) }
            context.add(price, at: row.place())
        }
        return !reader.isBroken
    }

    private static func price(_ row: CSVRecordReader.Row) -> SheetPrice? {
        guard let plan = PricePlan(inputText: row.text(3)),
            let unit = PriceUnit(rawValue: row.text(4)),
            let block = number(row.text(6), empty: .one),
            let tier = number(row.text(7), empty: .zero), let amount = number(row.text(8))
        else { return nil }
        return SheetPrice(
            sku: row.text(1), sites: row.text(2), months: plan.months, unit: unit, block: block,
            tierFrom: tier, amount: amount, currency: row.text(9),
            from: try? CalendarDate(parsing: row.text(12)),
            until: try? CalendarDate(parsing: row.text(13)), origin: row.text(14),
            sheetUnit: row.text(15))
    }

    private static func number(_ text: String, empty: ExactDecimal? = nil) -> ExactDecimal? {
        if text.isEmpty { return empty }
        if case .number(let number) = SheetNumber.read(text) { return number }
        return nil
    }
}
