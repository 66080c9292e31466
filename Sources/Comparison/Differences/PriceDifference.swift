package import Quantities

/// Why one proposal costs more or less than another, in money per cause.
///
/// The causes add up to the difference exactly, in the eighteenth decimal.
package struct PriceDifference: Sendable, Hashable {
    /// Why money differs.
    package enum Cause: String, Sendable, Hashable, CaseIterable {
        /// The same product at another price of a unit.
        case price
        /// More or less of the same product, at the old price.
        case quantity
        /// Other products for the same item.
        case mix
        /// What is taken off.
        case discount
        /// The rate at which a price list was converted.
        case currency
        /// People: how many, at which day rate.
        case staff
        /// The same item at another level.
        case level
        /// Items that only one of the two has.
        case scope
        /// What is paid once.
        case once
    }

    /// Index of the offer that it starts from.
    package let from: Int
    /// Index of the offer that it leads to.
    package let to: Int
    /// By cause, in the order of the causes; those without money are left out.
    package let amounts: [Part]
    /// What all of them add up to.
    package let total: FixedPoint

    /// Money of one cause.
    package struct Part: Sendable, Hashable {
        /// Why.
        package let cause: Cause
        /// Above 0 where the second offer is dearer.
        package let amount: FixedPoint
    }

    /// From the first offer to each other one.
    ///
    /// - Throws: `overflow`.
    package static func all(_ offers: [NormalisedOffer]) throws(QuantityError) -> [PriceDifference]
    {
        var found: [PriceDifference] = []
        for index in offers.indices.dropFirst() {
            found.append(try PriceDifference(offers, from: 0, to: index))
        }
        return found
    }

    /// Explains the difference of two offers.
    ///
    /// - Throws: `overflow`.
    package init(_ offers: [NormalisedOffer], from: Int, to: Int) throws(QuantityError) {
        var ledger = DifferenceLedger(before: offers[from], after: offers[to])
        try ledger.explain()
        self.from = from
        self.to = to
        total = try offers[to].total - offers[from].total
        var amounts: [Part] = []
        for cause in Cause.allCases {
            guard let amount = ledger.sums[cause], !amount.isZero else { continue }
            amounts.append(Part(cause: cause, amount: amount))
        }
        self.amounts = amounts
    }
}

/// Books each row of two offers under one cause.
private struct DifferenceLedger {
    let before: NormalisedOffer
    let after: NormalisedOffer
    private(set) var sums: [PriceDifference.Cause: FixedPoint] = [:]

    init(before: NormalisedOffer, after: NormalisedOffer) {
        self.before = before
        self.after = after
    }

    mutating func explain() throws(QuantityError) {
        for (cause, booked) in [
            (ComparedOffer.Cause.staff, PriceDifference.Cause.staff), (.discount, .discount),
            (.once, .once),
        ] {
            let old = try FixedPoint.sum(before.rows.filter { $0.cause == cause }.map(\.amount))
            let new = try FixedPoint.sum(after.rows.filter { $0.cause == cause }.map(\.amount))
            try book(booked, new - old)
        }
        let old = products(before)
        let new = products(after)
        for item in Set(old.keys).union(new.keys).sorted() {
            try self.item(old[item] ?? [], new[item] ?? [])
        }
    }

    private func products(_ offer: NormalisedOffer) -> [String: [NormalisedOffer.Row]] {
        Dictionary(
            grouping: offer.rows.filter { row in
                row.cause == .cloud || row.cause == .edge || row.cause == .transfer
            }, by: \.item)
    }

    private mutating func book(
        _ cause: PriceDifference.Cause, _ amount: FixedPoint
    ) throws(QuantityError) {
        sums[cause] = try (sums[cause] ?? .zero) + amount
    }

    private mutating func item(
        _ old: [NormalisedOffer.Row], _ new: [NormalisedOffer.Row]
    ) throws(QuantityError) {
        let change = try FixedPoint.sum(new.map(\.amount)) - FixedPoint.sum(old.map(\.amount))
        let isFilled = (old + new).contains { $0.isFilled }
        guard let one = old.first, let other = new.first, !isFilled else {
            return try book(.scope, change)
        }
        guard one.level == other.level else { return try book(.level, change) }
        let (before, after) = (try byProduct(old), try byProduct(new))
        for name in Set(before.keys).union(after.keys).sorted() {
            switch (before[name], after[name]) {
            case (let one?, let other?): try product(one, other)
            case (let one?, nil): try book(.mix, one.amount.negated)
            case (nil, let other?): try book(.mix, other.amount)
            case (nil, nil): break
            }
        }
    }

    /// Copies of one product are one purchase of all of them.
    private struct Purchase {
        var amount: FixedPoint
        /// `nil` where one copy states none.
        var quantity: ExactDecimal?
        let listRate: ExactRatio?
    }

    private func byProduct(
        _ rows: [NormalisedOffer.Row]
    ) throws(QuantityError) -> [String: Purchase] {
        var found: [String: Purchase] = [:]
        for row in rows {
            guard let known = found[row.product] else {
                found[row.product] = Purchase(
                    amount: row.amount, quantity: row.quantity, listRate: row.listRate)
                continue
            }
            var sum: ExactDecimal?
            if let one = known.quantity, let other = row.quantity { sum = try one.adding(other) }
            found[row.product] = Purchase(
                amount: try known.amount + row.amount, quantity: sum, listRate: known.listRate)
        }
        return found
    }

    /// The old price for what is more, then the rate for the new quantity, then the rest.
    private mutating func product(
        _ old: Purchase, _ new: Purchase
    ) throws(QuantityError) {
        var rest = try new.amount - old.amount
        guard let before = old.quantity, let after = new.quantity, !before.isZero else {
            return try book(.price, rest)
        }
        let ratio = try FixedPoint(ExactRatio(after).divided(by: ExactRatio(before)))
        let atOldPrice = try old.amount * ratio
        let quantity = try atOldPrice - old.amount
        try book(.quantity, quantity)
        rest = try rest - quantity
        if let one = old.listRate, let other = new.listRate, one != other, !one.isZero {
            let moved = try FixedPoint(other.divided(by: one))
            let currency = try atOldPrice * moved - atOldPrice
            try book(.currency, currency)
            rest = try rest - currency
        }
        try book(.price, rest)
    }
}
