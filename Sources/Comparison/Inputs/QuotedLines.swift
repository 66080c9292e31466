import LocatedInput
import Quantities

/// The priced rows of a quote, those that differ by their period alone put together.
struct QuotedLines {
    private(set) var lines: [ComparedOffer.Line] = []
    /// As the quote states it; `nil` where it cannot be read.
    let total: ExactRatio?

    /// What rows of a quote have to share to be one line.
    private struct Key: Hashable {
        let item: String
        let level: String
        let cause: ComparedOffer.Cause
        let product: String
        let place: String
        let detail: String
        /// Tells rows of one period apart that are alike otherwise.
        let number: Int
    }

    private struct Row {
        var key: Key
        let period: String
        let amount: ExactRatio
        let quantity: ExactDecimal?
        let id: String
        var listCurrency: Currency?
    }

    init(
        _ quote: LocatedValue, scope: QuotedScope, currency: Currency, rates: EuroReferenceRates?
    ) {
        total = quote["total"]?["amount"]?.text.flatMap { Self.amount($0) }
        var rows: [Row] = []
        rows += (quote["lines"]?.elements ?? []).compactMap { Self.cloud($0, scope) }
        rows += (quote["people"]?.elements ?? []).compactMap { Self.people($0) }
        rows += (quote["steps"]?.elements ?? []).compactMap { Self.step($0) }
        rows += Self.discounts(quote, currency)
        rows += Self.rounding(quote, currency)
        merge(rows, currency, rates)
    }

    private static func amount(_ text: String) -> ExactRatio? {
        (try? ExactDecimal(parsing: text)).map { ExactRatio($0) }
    }

    /// Ten-thousandths of a minor unit in major units.
    private static func exact(_ text: String?, _ currency: Currency) -> ExactRatio? {
        guard let parts = text.flatMap({ Int64($0) }) else { return nil }
        return try? ExactRatio(
            Int128(parts), over: Int128(currency.minorUnitsPerUnit) * 10_000)
    }

    private static func cloud(_ value: LocatedValue, _ scope: QuotedScope) -> Row? {
        guard let id = value["id"]?.text, let period = value["period"]?.text,
            let amount = value["amount"]?.text.flatMap({ Self.amount($0) })
        else { return nil }
        let demand = value["demand"]?.text ?? ""
        let place = value["module"]?["place"]?.text
        let enclave = String((place ?? demand).prefix { $0 != "/" })
        let owner =
            place == nil
            ? String(demand.reversed().drop { $0 != "." }.dropFirst().reversed())
            : enclave
        let isEdge = owner.hasPrefix("edge.")
        return Row(
            key: Key(
                item: place == nil ? demand : "\(enclave).platform", level: scope.level(owner),
                cause: isEdge ? .edge : .cloud, product: value["product"]?.text ?? "",
                place: value["site"]?.text ?? "", detail: value["meter"]?["sku"]?.text ?? "",
                number: 0),
            period: period, amount: amount,
            quantity: value["unitsPerMonth"]?.text.flatMap { try? ExactDecimal(parsing: $0) },
            id: id, listCurrency: value["meter"]?["currency"]?.text.flatMap { Currency(code: $0) })
    }

    private static func people(_ value: LocatedValue) -> Row? {
        guard let id = value["id"]?.text, let period = value["period"]?.text,
            let amount = value["amount"]?.text.flatMap({ Self.amount($0) })
        else { return nil }
        return Row(
            key: Key(
                item: "staff", level: value["level"]?.text ?? "", cause: .staff,
                product: value["role"]?.text ?? "", place: value["pool"]?.text ?? "", detail: "",
                number: 0),
            period: period, amount: amount,
            quantity: value["heads"]?.text.flatMap { try? ExactDecimal(parsing: $0) }, id: id,
            listCurrency: value["rate"]?["currency"]?.text.flatMap { Currency(code: $0) })
    }

    private static func step(_ value: LocatedValue) -> Row? {
        guard let id = value["id"]?.text, let period = value["period"]?.text,
            let amount = value["amount"]?.text.flatMap({ Self.amount($0) })
        else { return nil }
        return Row(
            key: Key(
                item: "steps", level: "", cause: .once, product: value["text"]?.text ?? "",
                place: "", detail: value["step"]?.text ?? "", number: 0),
            period: period, amount: amount, quantity: nil, id: id)
    }

    /// What each period is lowered by.
    private static func discounts(_ quote: LocatedValue, _ currency: Currency) -> [Row] {
        (quote["periodTotals"]?.elements ?? []).compactMap { value in
            guard let period = value["period"]?.text,
                let cut = exact(value["discountE4"]?.text, currency), !cut.isZero
            else { return nil }
            return Row(
                key: Key(
                    item: "discounts", level: "", cause: .discount, product: "discounts",
                    place: "", detail: "", number: 0),
                period: period, amount: cut.negated(), quantity: nil, id: "discounts")
        }
    }

    /// The row that leads from the exact total to the printed one belongs to the base.
    private static func rounding(_ quote: LocatedValue, _ currency: Currency) -> [Row] {
        guard let rest = exact(quote["total"]?["roundingE4"]?.text, currency), !rest.isZero
        else { return [] }
        return [
            Row(
                key: Key(
                    item: "discounts", level: "", cause: .discount, product: "rounding",
                    place: "", detail: "", number: 0),
                period: "base", amount: rest, quantity: nil, id: "rounding")
        ]
    }

    private mutating func merge(
        _ rows: [Row], _ currency: Currency, _ rates: EuroReferenceRates?
    ) {
        var order: [Key] = []
        var found: [Key: [Row]] = [:]
        var counts: [Key: [String: Int]] = [:]
        for row in rows {
            let number = counts[row.key]?[row.period] ?? 0
            counts[row.key, default: [:]][row.period] = number + 1
            let key = Key(
                item: row.key.item, level: row.key.level, cause: row.key.cause,
                product: row.key.product, place: row.key.place, detail: row.key.detail,
                number: number)
            if found[key] == nil { order.append(key) }
            found[key, default: []].append(row)
        }
        lines = order.compactMap { key in
            guard let rows = found[key], let first = rows.first else { return nil }
            return ComparedOffer.Line(
                id: first.id, item: key.item, level: key.level, cause: key.cause,
                product: key.product, quantity: first.quantity, isLocal: key.cause == .staff,
                attributes: [:],
                amounts: rows.map { ComparedOffer.Amount(period: $0.period, value: $0.amount) },
                listRate: first.listCurrency.flatMap {
                    try? rates?.rate(from: $0, to: currency)
                }, location: nil)
        }
    }
}
