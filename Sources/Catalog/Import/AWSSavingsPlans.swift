import Diagnostics
import LocatedInput
import Quantities

/// A rate under a promise of money by the hour: no price on demand, and joined to its SKU.
struct AWSPlanRate {
    /// SKU of the plan.
    let plan: String
    /// SKU of what is used.
    let sku: String
    let region: String
    /// `1year` or `3year`.
    let length: String
    let rate: AWSRate
    let date: String

    /// Adds the rate to the sheet.
    func add(_ amount: ExactDecimal, at place: SourceLocation, to context: SheetContext) {
        guard let site = context.site(of: region, at: place),
            let meaning = context.unit(rate.unit, at: place),
            context.takes(currency: rate.currency, at: place)
        else { return }
        guard let months = AWSOffer.months(length) else {
            return context.tally.unknown(unit: "term \(length)", at: place)
        }
        var price = SheetPrice(
            sku: "\(sku)/savings-plan/\(plan)", sites: site, months: months, unit: meaning.unit,
            block: meaning.block, amount: amount, currency: rate.currency, origin: rate.code,
            sheetUnit: rate.unit, note: rate.note)
        if case .day(let day) = SheetDate.first(date) { price.from = day }
        context.add(price, at: place)
    }
}

/// Reads savings plans in the JSON form: what a plan says of itself comes before its rates.
struct AWSSavingsPlans {
    /// Paths at which the file says what is read here.
    static let paths =
        ["sku", "leaseContractLength", "effectiveDate", "description"].map {
            ["terms", "savingsPlan", "[]", $0]
        } + [["terms", "savingsPlan", "[]", "rates", "[]"]]

    private let context: SheetContext
    private var sku = ""
    private var length = ""
    private var date = ""
    private var note = ""

    init(_ context: SheetContext) {
        self.context = context
    }

    /// Reads a value at one of the paths.
    mutating func read(_ record: JSONRecord) {
        switch record.keys.last {
        case "sku":
            (length, date, note) = ("", "", "")
            sku = record.text()
        case "leaseContractLength":
            func text(_ key: StaticString) -> String {
                record.member(key).map { record.text($0) } ?? ""
            }
            length = text("duration") + text("unit")
        case "effectiveDate": date = record.text()
        case "description": note = record.text()
        default:
            context.tally.items += 1
            add(record)
        }
    }

    private func add(_ record: JSONRecord) {
        func text(_ key: StaticString, of value: Int = 0) -> String {
            record.member(key, of: value).map { record.text($0) } ?? ""
        }
        guard let money = record.member("discountedRate"),
            let at = record.member("price", of: money)
        else { return context.missing("discountedRate", at: record.place()) }
        let code = text("rateCode")
        // The code begins with the plan, so that no rate counts under the plan before it.
        guard code.hasPrefix(sku + "."), !length.isEmpty else {
            return context.missing("leaseContractLength", at: record.place())
        }
        guard let amount = context.number(record.bytes(at), "price", at: record.place(at)) else {
            return
        }
        let rate = AWSPlanRate(
            plan: sku, sku: text("discountedSku"), region: text("discountedRegionCode"),
            length: length,
            rate: AWSRate(
                code: code, unit: text("unit"), currency: text("currency", of: money), begin: "",
                end: "", note: note), date: date)
        rate.add(amount, at: record.place(at), to: context)
    }
}
