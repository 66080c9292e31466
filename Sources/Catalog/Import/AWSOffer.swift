import Diagnostics
import LocatedInput
import Quantities

/// One rate of an offer, in the sheet's words.
struct AWSRate {
    let code: String
    let unit: String
    let currency: String
    let begin: String
    let end: String
    let note: String
}

/// The terms under which a product is sold.
struct AWSOffer {
    let sku: String
    let product: AWSProduct
    var isReserved: Bool
    /// `1yr`, `3yr`, or empty.
    var length = ""
    var offeringClass = ""
    var option = ""
    var date = ""

    /// Adds the price of a rate to the sheet.
    func add(
        _ rate: AWSRate, _ amount: ExactDecimal, at place: SourceLocation, to context: SheetContext
    ) {
        guard let site = context.site(of: product.region, at: place),
            let meaning = meaning(rate, at: place, context),
            context.takes(currency: rate.currency, at: place)
        else { return }
        var price = SheetPrice(
            sku: name, sites: site,
            unit: product.isMachine && meaning.unit == .unitHour ? .instanceHour : meaning.unit,
            block: meaning.block, amount: amount, currency: rate.currency, origin: rate.code,
            sheetUnit: rate.unit, note: rate.note)
        if case .day(let day) = SheetDate.first(date) { price.from = day }
        guard bound(&price, rate, at: place, context) else { return }
        if isReserved {
            guard let months = Self.months(length) else {
                return context.tally.unknown(unit: "term \(length)", at: place)
            }
            price.months = months
            price.part = isUpfront(rate) ? .upfront : .hourly
            if isUpfront(rate) {
                price.unit = product.isMachine ? .instanceHour : .unitHour
                context.tally.remark(
                    "payments upfront, of unit 'Quantity', are spread over the hours of the term",
                    .sheetTermPrice, at: place)
            }
        }
        context.add(price, at: place)
    }

    private func isUpfront(_ rate: AWSRate) -> Bool { isReserved && rate.unit == "Quantity" }

    private func meaning(
        _ rate: AWSRate, at place: SourceLocation, _ context: SheetContext
    ) -> SheetUnits.Meaning? {
        context.unit(rate.unit, at: place)
    }

    /// Reads the range of usage; a payment upfront has none.
    private func bound(
        _ price: inout SheetPrice, _ rate: AWSRate, at place: SourceLocation,
        _ context: SheetContext
    ) -> Bool {
        if !rate.begin.isEmpty {
            guard case .number(let from) = SheetNumber.read(rate.begin),
                let units = try? from.multiplied(by: price.block)
            else { return misread("beginRange", rate.begin, at: place, context) }
            price.tierFrom = units
        }
        guard !rate.end.isEmpty else { return true }
        price.statesEnds = true
        guard rate.end != "Inf" else { return true }
        guard case .number(let until) = SheetNumber.read(rate.end),
            let units = try? until.multiplied(by: price.block)
        else { return misread("endRange", rate.end, at: place, context) }
        price.tierUntil = units
        return true
    }

    private func misread(
        _ what: String, _ text: String, at place: SourceLocation, _ context: SheetContext
    ) -> Bool {
        context.collector.report(
            .sheetPlaceholder, "\(what) is '\(text)', expected a number or 'Inf'", at: place,
            help: "the sheet was edited: fetch it again")
        return false
    }

    /// Meter: the type of an ordinary machine, else the SKU; with the commitment where it is more
    /// than months without a payment upfront.
    private var name: String {
        let base = product.machine.isEmpty ? sku : product.machine
        guard isReserved else { return base }
        let option = Self.word(option)
        let isPlain = option == "no-upfront" && Self.word(offeringClass) != "convertible"
        return isPlain ? base : "\(base)/\(Self.word(offeringClass))/\(option)"
    }

    private static func word(_ text: String) -> String {
        text.lowercased().replacing(" ", with: "-")
    }

    /// Months of `1yr` or `3yr`; the CSV form writes `1yr` too.
    static func months(_ length: String) -> Int? {
        let digits = length.prefix { $0.isNumber }
        let word = length.dropFirst(digits.count).drop { $0 == " " }.lowercased()
        guard let years = Int(digits), (1...10).contains(years), word.hasPrefix("y") else {
            return nil
        }
        return years * 12
    }
}
