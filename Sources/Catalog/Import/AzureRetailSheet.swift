import Diagnostics
import LocatedInput
import Quantities

/// Reads pages of the Azure Retail Prices API: one item is one meter in one region at one tier.
struct AzureRetailSheet: SheetReader {
    private let context: SheetContext

    init(_ context: SheetContext) {
        self.context = context
    }

    mutating func read(_ stream: SheetStream) -> Bool {
        let reader = JSONRecordReader(
            stream,
            [["Items", "[]"], ["items", "[]"], ["Count"], ["NextPageLink"]],
            into: context.collector)
        var items = 0
        var stated: (count: Int, place: SourceLocation)?
        let isWhole = reader.read { record in
            switch record.pattern {
            case 0, 1:
                items += 1
                context.tally.items += 1
                read(record)
            case 2: stated = Int(record.text()).map { ($0, record.place()) }
            default:
                if record.kind() == .text, !record.bytes().isEmpty {
                    context.pagesWithNext.append(record.place())
                }
            }
            return context.collector.omittedCount == 0
        }
        if let stated, stated.count != items, isWhole {
            context.collector.report(
                .sheetPageMissing, "the page counts \(stated.count) items and holds \(items)",
                at: stated.place, help: "the copy is cut: fetch the page again")
        }
        return isWhole
    }

    private func read(_ item: JSONRecord) {
        func text(_ key: StaticString) -> String { item.member(key).map { item.text($0) } ?? "" }
        func place(_ key: StaticString) -> SourceLocation { item.place(item.member(key) ?? 0) }
        guard let priceAt = item.member("retailPrice") else {
            return context.missing("retailPrice", at: item.place())
        }
        let meter = text("meterId")
        guard !meter.isEmpty else { return context.missing("meterId", at: item.place()) }
        guard
            let amount = context.number(
                item.bytes(priceAt), "retailPrice", at: item.place(priceAt))
        else { return }
        var tier = ExactDecimal.zero
        if let at = item.member("tierMinimumUnits") {
            guard
                let from = context.number(
                    item.bytes(at), "tierMinimumUnits", at: item.place(at))
            else { return }
            tier = from
        }
        let unitText = text("unitOfMeasure")
        guard let site = context.site(of: text("armRegionName"), at: place("armRegionName")),
            let meaning = context.unit(unitText, at: place("unitOfMeasure")),
            context.takes(currency: text("currencyCode"), at: place("currencyCode")),
            let days = days(item)
        else { return }
        let name = AzureMeterName(item)
        var price = SheetPrice(
            sku: name.sku, sites: site, unit: name.unit(meaning.unit), block: meaning.block,
            amount: amount, currency: text("currencyCode"), from: days.from, until: days.until,
            origin: "\(meter)/\(text("skuId"))", sheetUnit: unitText)
        guard let bound = try? tier.multiplied(by: meaning.block) else { return }
        price.tierFrom = bound
        if meaning.block != .one {
            context.tally.remark(
                "prices are for blocks of several units; bounds of tiers are counted in units",
                at: place("unitOfMeasure"))
        }
        addSavingsPlans(item, of: price)
        if text("type") == "Reservation" {
            guard price.holdsForTerm(text("reservationTerm")) else {
                return context.tally.unknown(
                    unit: "\(unitText) for \(text("reservationTerm"))",
                    at: place("reservationTerm"))
            }
            context.tally.remark(
                "prices of reservations are for the whole term, whatever the unit says",
                .sheetTermPrice, at: item.place(priceAt))
        }
        context.add(price, at: item.place(priceAt))
    }

    /// The days of an item; `nil` after noting that there are none.
    private func days(_ item: JSONRecord) -> (from: CalendarDate?, until: CalendarDate?)? {
        var from: CalendarDate?
        var until: CalendarDate?
        for (key, isEnd) in [("effectiveStartDate", false), ("effectiveEndDate", true)] {
            let value = isEnd ? item.member("effectiveEndDate") : item.member("effectiveStartDate")
            guard let value else { continue }
            let text = item.text(value)
            let reading = isEnd ? SheetDate.end(text) : SheetDate.first(text)
            switch reading {
            case .day(let date): if isEnd { until = date } else { from = date }
            case .open: break
            case .none:
                context.collector.report(
                    .inputNotADate, "\(key) is '\(text)', expected a date",
                    at: item.place(value))
                return nil
            }
        }
        if let from, let until, until <= from {
            context.leaveOutEmpty(
                from: from, at: item.place(item.member("effectiveEndDate") ?? 0))
            return nil
        }
        return (from, until)
    }

    /// Savings plans stand inside the item of the price on demand, by the hour.
    private func addSavingsPlans(_ item: JSONRecord, of price: SheetPrice) {
        guard let plans = item.member("savingsPlan") else { return }
        for plan in item.children(of: plans) {
            guard let term = item.member("term", of: plan),
                let at = item.member("retailPrice", of: plan),
                let months = SheetPrice.months(ofTerm: item.text(term))
            else {
                context.missing("term", at: item.place(plan))
                continue
            }
            guard
                let amount = context.number(
                    item.bytes(at), "retailPrice", at: item.place(at))
            else { continue }
            var other = price
            other.sku += "/savings-plan"
            other.months = months
            other.amount = amount
            context.add(other, at: item.place(at))
        }
    }
}

/// Names an Azure meter, so that prices that differ in what is bought never share a name.
///
/// Virtual machines are named as the catalog names them, `Standard_D2s_v3`, with what else tells
/// their prices apart behind it; Windows differs in the product's name only, Spot and Low Priority
/// in the names of the SKU and the meter only, and a meter "- Free" in its own name only. Every
/// other meter has its two identifiers.
struct AzureMeterName {
    let sku: String
    private let isMachine: Bool

    init(_ item: JSONRecord) {
        func text(_ key: StaticString) -> String { item.member(key).map { item.text($0) } ?? "" }
        let machine = text("armSkuName")
        isMachine = !machine.isEmpty && text("serviceName") == "Virtual Machines"
        var name = isMachine ? machine : "\(text("meterId"))/\(text("skuId"))"
        if isMachine {
            if text("productName").contains("Windows") { name += "/windows" }
            let words = text("skuName") + "|" + text("meterName")
            if words.contains("Spot") { name += "/spot" }
            if words.contains("Low Priority") { name += "/low-priority" }
            if text("meterName").hasSuffix("- Free") { name += "/free" }
        }
        switch text("type") {
        case "Consumption", "Reservation", "": break
        case "DevTestConsumption": name += "/devtest"
        default: name += "/" + text("type")
        }
        sku = name
    }

    /// The unit of the catalog: an hour of a machine, or of anything else.
    func unit(_ unit: PriceUnit) -> PriceUnit {
        isMachine && unit == .unitHour ? .instanceHour : unit
    }
}

extension SheetPrice {
    /// Months of `1 Year`, `3 Years`, `P1Y` or `12 Months`; `nil` for other words.
    static func months(ofTerm text: String) -> Int? {
        if let period = PricePlan(inputText: text), period.months > 0 { return period.months }
        let parts = text.lowercased().split(separator: " ")
        guard parts.count == 2, let count = Int(parts[0]), (1...120).contains(count) else {
            return nil
        }
        switch parts[1] {
        case "year", "years": return count * 12
        case "month", "months": return count
        default: return nil
        }
    }

    /// Makes the amount one of a whole term: the block becomes the term's hours or months, so that
    /// no digit is lost.
    ///
    /// - Returns: Whether the term and the unit allow it.
    mutating func holdsForTerm(_ term: String) -> Bool {
        guard let months = Self.months(ofTerm: term), block == .one else { return false }
        self.months = months
        isDerived = true
        switch unit {
        case .unitHour, .instanceHour, .coreHour, .gibibyteHour, .gigabyteHour:
            block = termHours
            note = "\(amount) for the whole term; \(amount) / \(termHours) an hour"
        case .unitMonth, .gibibyteMonth, .gigabyteMonth:
            block = ExactDecimal(months)
            note = "\(amount) for the whole term; \(amount) / \(months) a month"
        default: return false
        }
        return true
    }
}
