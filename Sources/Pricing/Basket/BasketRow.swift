package import Catalog
package import Diagnostics
package import LocatedInput
package import Quantities

/// One thing of a basket: what, how many, from when to when.
package struct BasketRow: Sendable {
    /// Which commitment the row is priced with.
    package enum Plan: Sendable, Hashable {
        /// One plan of the sheet.
        case one(PricePlan)
        /// The mix of terms and of use without a term that costs least.
        case cheapest
    }

    /// Unique among the rows: the row's own id, else `B1`, `B2`, …
    package let id: String
    /// As written: a meter, machine or service, `@`, and a site.
    package let offer: String
    /// Where the offer is written.
    package let location: SourceLocation
    /// How many: machines, GB, licences; of what is used up, how many a month.
    package let quantity: ExactDecimal
    /// First day.
    package let from: CalendarDate
    /// First day after.
    package let to: CalendarDate
    /// On demand unless stated.
    package let plan: Plan
    /// How the quantity grows; `nil` for not at all.
    package let growth: Growth?
    /// Classification of what it serves, as the agreement's steps name it; `nil` for none.
    package let level: String?
    /// Account that it is used in; tiers of an account or a payer count over it.
    package let account: String
    /// Who pays several accounts.
    package let payer: String
    /// Country of supply, for taxes; that of the site unless stated.
    package let place: String?
    /// As tax and customs see it; a service unless stated.
    package let kind: LineKind
    /// The buyer's line item; `nil` for one by level.
    package let item: String?
}

extension BasketRow {
    /// Reads a row; every mistake is a finding.
    init?(_ value: LocatedValue, number: Int, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "basket row", collector) else { return nil }
        let id = reader.optional("id", as: String.self)
        let offer = reader.required("offer", as: String.self)
        let quantity = reader.required("quantity", as: ExactDecimal.self)
        let from = reader.required("from", as: CalendarDate.self)
        let to = reader.required("to", as: CalendarDate.self)
        let plan = reader.optional("plan", as: BasketPlanWord.self)
        let growth = reader.optional("growth", as: ExactDecimal.self)
        let each = reader.optional("growthEach", as: Growth.Step.self)
        level = reader.optional("level", as: String.self)?.value
        account = reader.optional("account", as: String.self)?.value ?? ""
        payer = reader.optional("payer", as: String.self)?.value ?? ""
        place = reader.optional("place", as: String.self)?.value
        kind = reader.optional("kind", as: LineKind.self)?.value ?? .service
        item = reader.optional("item", as: String.self)?.value
        reader.finish()
        var isSound = true
        if let quantity, quantity.value.isNegative {
            collector.report(
                .priceNegativeQuantity, "a quantity of \(quantity.value) is below zero",
                at: quantity.location,
                help: "a credit is no quantity: list it under 'credits' of the agreement")
            isSound = false
        }
        if let from, let to, to.value <= from.value {
            collector.report(
                .priceEmptyTime, "the time ends on \(to.value), not after \(from.value)",
                at: to.location, help: "'to' is the first day that is no longer priced")
            isSound = false
        }
        if let from, let to, BasketMonths.count(from.value, to.value) > BasketMonths.most {
            collector.report(
                .priceEmptyTime,
                "more than \(BasketMonths.most) months from \(from.value) to "
                    + "\(to.value)", at: to.location)
            isSound = false
        }
        if let each, growth == nil {
            collector.report(
                .inputMissingKey, "'growthEach' says nothing without 'growth'", at: each.location)
            isSound = false
        }
        do throws(PricingError) {
            self.growth = try growth.map { growth throws(PricingError) in
                try Growth(percent: growth.value, each: each?.value ?? .year)
            }
        } catch {
            collector.report(
                .inputOutOfRange, "\(error)", at: growth?.location ?? value.location)
            return nil
        }
        guard let offer, let quantity, let from, let to, isSound else { return nil }
        self.id = id?.value ?? "B\(number)"
        self.offer = offer.value
        location = offer.location
        self.quantity = quantity.value
        self.from = from.value
        self.to = to.value
        self.plan = plan?.value.plan ?? .one(.onDemand)
    }
}

extension Growth.Step: InputVocabulary {}
extension LineKind: InputVocabulary {}

/// How a plan is written: as in price sheets, or `cheapest`.
private struct BasketPlanWord: InputScalar {
    let plan: BasketRow.Plan

    static var expectation: String { "'on-demand', 'cheapest' or a period like P1Y" }

    init?(inputText: String) {
        if inputText == "cheapest" {
            plan = .cheapest
        } else if let one = PricePlan(inputText: inputText) {
            plan = .one(one)
        } else {
            return nil
        }
    }
}

/// A basket as it was read.
package struct Basket: Sendable {
    /// In the order of the file.
    package let rows: [BasketRow]

    /// Reads a table; every mistake is a finding.
    package init(_ table: LocatedValue, into collector: FindingCollector) {
        var rows: [BasketRow] = []
        var seen: [String: SourceLocation] = [:]
        for (index, value) in (table.elements ?? []).enumerated() {
            guard let row = BasketRow(value, number: index + 1, into: collector) else { continue }
            if let first = seen[row.id] {
                collector.report(
                    .priceDuplicateRow, "two rows have the id '\(row.id)'", at: value.location,
                    notes: [FindingNote("the first is", at: first)],
                    help: "give each row an id of its own, or leave the column out")
            }
            seen[row.id] = value.location
            rows.append(row)
        }
        if (table.elements ?? []).isEmpty {
            collector.report(.inputEmpty, "the basket has no row", at: table.location)
        }
        self.rows = rows
    }
}
