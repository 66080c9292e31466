import Diagnostics
import LocatedInput
import Quantities

/// Reads AWS offer files as CSV: five lines about the file, the header, then a row for each rate.
///
/// The columns differ by service, and savings plans are a family of their own.
struct AWSOfferTable {
    private let context: SheetContext

    init(_ context: SheetContext) {
        self.context = context
    }

    func read(_ stream: SheetStream) -> Bool {
        let reader = CSVRecordReader(stream, into: context.collector)
        var header: SheetHeader?
        while let row = reader.next() {
            guard let known = header else {
                if row.count > 4 {
                    header = SheetHeader(row, context)
                } else if row.text(0) == "Publication Date" {
                    context.note(date: row.text(1))
                }
                continue
            }
            context.tally.items += 1
            guard known.fits(row, context) else { continue }
            if known.has("discountedrate") { readPlan(row, known) } else { readRate(row, known) }
            if context.collector.omittedCount > 0 { return false }
        }
        if header == nil, !reader.isBroken {
            context.collector.report(
                .inputCSVHeader, "no row names columns such as 'SKU' and 'RateCode'",
                at: SourceLocation(path: stream.path, line: 1, column: 1, length: 0),
                help: "the copy is cut: fetch the file again")
        }
        return !reader.isBroken && header != nil
    }

    private func readRate(_ row: CSVRecordReader.Row, _ header: SheetHeader) {
        func text(_ column: String) -> String { header.text(column, row) }
        let product = AWSProduct(
            region: text("regioncode"), family: text("productfamily"),
            machine: text("instancetype"),
            plain: [
                (text("operatingsystem"), "Linux"), (text("tenancy"), "Shared"),
                (text("capacitystatus"), "Used"), (text("preinstalleds/w"), "NA"),
                (text("operation"), "RunInstances"),
            ], market: text("marketoption"))
        var offer = AWSOffer(
            sku: text("sku"), product: product, isReserved: text("termtype") == "Reserved")
        offer.length = text("leasecontractlength")
        offer.isReserved = offer.isReserved || !offer.length.isEmpty
        offer.offeringClass = text("offeringclass")
        offer.option = text("purchaseoption")
        offer.date = text("effectivedate")
        let place = header.place("priceperunit", row)
        guard
            let amount = context.number(
                header.bytes("priceperunit", row), "PricePerUnit", at: place)
        else { return }
        offer.add(
            AWSRate(
                code: text("ratecode"), unit: text("unit"), currency: text("currency"),
                begin: text("startingrange"), end: text("endingrange"),
                note: text("pricedescription")),
            amount, at: place, to: context)
    }

    private func readPlan(_ row: CSVRecordReader.Row, _ header: SheetHeader) {
        func text(_ column: String) -> String { header.text(column, row) }
        let place = header.place("discountedrate", row)
        guard
            let amount = context.number(
                header.bytes("discountedrate", row), "DiscountedRate", at: place)
        else { return }
        let rate = AWSPlanRate(
            plan: text("sku"), sku: text("discountedsku"), region: text("discountedregioncode"),
            length: text("leasecontractlength") + text("leasecontractlengthunit"),
            rate: AWSRate(
                code: text("ratecode"), unit: text("unit"), currency: text("currency"), begin: "",
                end: "", note: text("description")), date: text("effectivedate"))
        rate.add(amount, at: place, to: context)
    }
}

/// The columns of a table by their names, whatever their case, spaces and order.
struct SheetHeader {
    private let columns: [String: Int]
    private let count: Int
    private let context: SheetContext

    init(_ row: CSVRecordReader.Row, _ context: SheetContext) {
        self.context = context
        var columns: [String: Int] = [:]
        for cell in 0..<row.count {
            let name = Self.folded(row.text(cell))
            if name.isEmpty, cell == row.count - 1 {
                context.collector.report(
                    .sheetExtraColumn, "the last column has no name", at: row.place(cell),
                    help: "nothing to do: what stands in it is not read", severity: .warning)
            } else if columns[name] != nil {
                context.collector.report(
                    .inputCSVHeader, "two columns are called '\(row.text(cell))'",
                    at: row.place(cell), help: "name each column once")
            } else {
                columns[name] = cell
            }
        }
        self.columns = columns
        count = row.count
    }

    private static func folded(_ name: String) -> String {
        name.lowercased().filter { $0 != " " && $0 != "_" }
    }

    func has(_ column: String) -> Bool { columns[column] != nil }

    func text(_ column: String, _ row: CSVRecordReader.Row) -> String {
        columns[column].map { row.text($0) } ?? ""
    }

    func bytes(_ column: String, _ row: CSVRecordReader.Row) -> UnsafeBufferPointer<UInt8> {
        row[columns[column] ?? -1]
    }

    func place(_ column: String, _ row: CSVRecordReader.Row) -> SourceLocation {
        row.place(columns[column] ?? 0)
    }

    /// Whether a row has the cells of the header; one empty cell more is only remarked on.
    func fits(_ row: CSVRecordReader.Row, _ context: SheetContext) -> Bool {
        if row.count == count { return true }
        if row.count == count + 1, row[count].isEmpty {
            context.tally.remark(
                "rows end in an empty cell that has no column", at: row.place(count))
            return true
        }
        context.collector.report(
            .inputCSVRaggedRow, "\(row.count) cells, expected \(count) as in the header",
            at: row.place(), help: "look for a comma that is not in quotes")
        return false
    }
}
