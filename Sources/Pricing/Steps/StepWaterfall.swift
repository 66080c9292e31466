package import Quantities

/// A line before any step: what its list price comes to, and what decides which steps hold.
package struct ListedLine: Sendable, Hashable {
    /// Unique among the lines.
    package let id: String
    /// Its meter.
    package let sku: String
    /// Classification of what it serves; `nil` for none.
    package let level: String?
    /// At the list price, unrounded, in the currency of the agreement; 0 or more.
    package let list: UnroundedMoney

    /// Creates a line.
    package init(id: String, sku: String, level: String? = nil, list: UnroundedMoney) {
        self.id = id
        self.sku = sku
        self.level = level
        self.list = list
    }
}

/// The way of one line from its list price to what is paid.
package struct SteppedLine: Sendable, Hashable {
    /// One step as it came out on the line.
    package struct Row: Sendable, Hashable {
        /// Which step; `floor` for the row that raises a price to its floor.
        package let stepID: String
        /// What the share is of.
        package let base: ExactRatio
        /// What the step adds; below zero where it takes off.
        package let amount: ExactRatio
        /// The price after it.
        package let after: ExactRatio
    }

    /// The line.
    package let line: ListedLine
    /// The steps that hold for it, in their order.
    package let rows: [Row]
    /// After all steps, unrounded.
    package let net: UnroundedMoney
    /// Whole minor units.
    package let money: Money
    /// Who let it go below its floor; `nil` where it is not below.
    package let waiver: PriceStep.Approval?

    /// What rounding adds, in major units.
    package var rounding: ExactRatio {
        get throws { try ExactRatio(money.decimal).subtracting(net.amount) }
    }

    /// All that the steps take off, as a share of the list; 0 where the list is 0.
    package var cumulativeDiscount: ExactRatio {
        get throws {
            if line.list.amount.isZero { return .zero }
            return try ExactRatio.one.subtracting(net.amount.divided(by: line.list.amount))
        }
    }
}

/// Where amounts become whole minor units.
package enum RoundingPlace: String, CaseIterable, Sendable, Hashable {
    /// On each line; the total is the sum of the printed lines.
    case line
    /// On the invoice; lines are printed rounded, and a row tells what that differs by.
    case invoice
}

/// Takes lines through agreed steps, every cent accounted for.
///
///     list + Σ steps + rounding = amount        on each line, in each subtotal, in the total
package struct StepWaterfall: Sendable, Hashable {
    /// In the order given.
    package let lines: [SteppedLine]
    /// What each step adds over all lines, in the order of the steps.
    package let subtotals: [Subtotal]
    /// Sum of the list prices, unrounded.
    package let list: UnroundedMoney
    /// After all steps, unrounded.
    package let net: UnroundedMoney
    /// What is due, in whole minor units.
    package let total: Money
    /// What the total differs from the sum of the printed lines by: 0 unless the invoice is
    /// rounded.
    package let invoiceDifference: Money
    /// Where it was rounded.
    package let place: RoundingPlace

    /// What one step adds over all lines.
    package struct Subtotal: Sendable, Hashable {
        /// Which step; `floor` for the rows that raise prices to their floor.
        package let stepID: String
        /// Unrounded, in major units; below zero where it takes off.
        package let amount: ExactRatio
        /// What is left after it, over all lines.
        package let after: ExactRatio
    }

    /// Takes lines through steps.
    ///
    /// - Parameters:
    ///   - steps: In any order; they are taken by kind, those of one kind as given.
    ///   - mode: How amounts become whole minor units.
    /// - Throws: `PricingError.duplicateRow`, `PricingError.belowFloor` with every line that a stop
    ///   refuses, `PricingError.brokenIdentity`; `QuantityError.currencyMismatch`,
    ///   `QuantityError.overflow`.
    package init(
        _ listed: [ListedLine], steps: [PriceStep], combination: StepCombination = .sequential,
        floor: PriceFloor? = nil, currency: Currency, place: RoundingPlace = .line,
        mode: RoundingMode = .halfUp
    ) throws {
        try StepWaterfall.require(listed, steps, currency)
        var run = StepRun(listed, combination: combination)
        let ordered = PriceStep.Kind.allCases.flatMap { kind in steps.filter { $0.kind == kind } }
        for step in ordered { try run.take(step, currency) }
        let waivers = try run.hold(floor)
        let lines = try listed.indices.map { index in
            let net = UnroundedMoney(amount: run.amounts[index], currency: currency)
            return SteppedLine(
                line: listed[index], rows: run.rows[index], net: net,
                money: try net.rounded(mode), waiver: waivers[index])
        }
        self.lines = lines
        let list = try listed.reduce(UnroundedMoney.zero(currency)) { try $0.adding($1.list) }
        self.list = list
        net = try lines.reduce(.zero(currency)) { try $0.adding($1.net) }
        let ids = ordered.map(\.id) + (floor == nil ? [] : [StepRun.floorID])
        var sums: [String: ExactRatio] = [:]
        for row in lines.flatMap(\.rows) {
            sums[row.stepID] = try (sums[row.stepID] ?? .zero).adding(row.amount)
        }
        var left = list.amount
        subtotals = try ids.map { id in
            let amount = sums[id] ?? .zero
            left = try left.adding(amount)
            return Subtotal(stepID: id, amount: amount, after: left)
        }
        let printed = try lines.reduce(Money.zero(currency)) { try $0.adding($1.money) }
        total = place == .line ? printed : try net.rounded(mode)
        invoiceDifference = try total.subtracting(printed)
        self.place = place
        try checkIdentities()
    }

    private static func require(
        _ lines: [ListedLine], _ steps: [PriceStep], _ currency: Currency
    ) throws {
        var seen: Set<String> = [StepRun.floorID]
        for id in steps.map(\.id) where !seen.insert(id).inserted {
            throw PricingError.duplicateRow(id)
        }
        var ids: Set<String> = []
        for line in lines {
            guard ids.insert(line.id).inserted else { throw PricingError.duplicateRow(line.id) }
            guard line.list.currency == currency else {
                throw QuantityError.currencyMismatch(line.list.currency, currency)
            }
            guard !line.list.amount.isNegative else {
                throw PricingError.negativeLine(line.id)
            }
        }
    }

    /// Checks that parts sum to wholes, from the printed amounts upwards.
    ///
    /// - Throws: `PricingError.brokenIdentity`; `QuantityError.overflow`.
    package func checkIdentities() throws {
        for line in lines {
            var sum = line.line.list.amount
            for row in line.rows {
                sum = try sum.adding(row.amount)
                guard row.after == sum else {
                    throw PricingError.brokenIdentity("the steps of '\(line.line.id)' add up")
                }
            }
            let printed = ExactRatio(line.money.decimal)
            guard try sum.adding(line.rounding) == printed, sum == line.net.amount else {
                throw PricingError.brokenIdentity(
                    "list, steps and rounding of '\(line.line.id)' give its amount")
            }
        }
        let steps = try subtotals.reduce(list.amount) { try $0.adding($1.amount) }
        guard steps == net.amount else {
            throw PricingError.brokenIdentity("the list and the subtotals give the net sum")
        }
    }
}

/// Lines on their way through the steps.
private struct StepRun {
    static let floorID = "floor"

    private let lines: [ListedLine]
    private let combination: StepCombination
    /// What additive shares are of.
    private var books: [ExactRatio]
    private(set) var amounts: [ExactRatio]
    private(set) var rows: [[SteppedLine.Row]]

    init(_ lines: [ListedLine], combination: StepCombination) {
        self.lines = lines
        self.combination = combination
        amounts = lines.map(\.list.amount)
        books = amounts
        rows = Array(repeating: [], count: lines.count)
    }

    mutating func take(_ step: PriceStep, _ currency: Currency) throws {
        let held = lines.indices.filter {
            step.holds(sku: lines[$0].sku, level: lines[$0].level)
        }
        let isAdditive = combination == .additive && step.kind != .levelBook
        let bases = held.map { isAdditive ? books[$0] : amounts[$0] }
        let share: ExactRatio
        switch step.change {
        case .add(let percent): share = try ExactRatio(percent).divided(by: ExactRatio(100))
        case .takeOff(let percent):
            share = try ExactRatio(percent).divided(by: ExactRatio(100)).negated()
        case .bySpend(let discount):
            let sum = try bases.reduce(ExactRatio.zero) { try $0.adding($1) }
            guard !sum.isZero else { return }
            let spend = try UnroundedMoney(amount: sum, currency: currency).rounded(.halfUp)
            let off = try ExactRatio(
                Int128(discount.amountE4(on: spend)),
                over: Int128(Waterfall.partsPerMinorUnit) * Int128(currency.minorUnitsPerUnit))
            share = try off.divided(by: sum).negated()
        }
        for (index, base) in zip(held, bases) {
            try add(base.multiplied(by: share), of: base, by: step.id, to: index)
            if step.kind == .levelBook { books[index] = amounts[index] }
        }
    }

    private mutating func add(
        _ amount: ExactRatio, of base: ExactRatio, by step: String, to index: Int
    ) throws {
        // Additive shares may sum to more than the whole: a price ends at nothing.
        let least = max(amount, amounts[index].negated())
        amounts[index] = try amounts[index].adding(least)
        rows[index].append(
            SteppedLine.Row(stepID: step, base: base, amount: least, after: amounts[index]))
    }

    /// Holds the amounts against the floor; gives the waiver of each line that is below it.
    mutating func hold(_ floor: PriceFloor?) throws -> [PriceStep.Approval?] {
        var waivers = [PriceStep.Approval?](repeating: nil, count: lines.count)
        guard let floor else { return waivers }
        let share = try ExactRatio(floor.percentOfList).divided(by: ExactRatio(100))
        var refused: [String] = []
        for index in lines.indices {
            let least = try lines[index].list.amount.multiplied(by: share)
            guard amounts[index] < least else { continue }
            switch floor.rule {
            case .stop: refused.append(lines[index].id)
            case .raise:
                let gap = try least.subtracting(amounts[index])
                try add(gap, of: least, by: Self.floorID, to: index)
            case .waived(let approval): waivers[index] = approval
            }
        }
        guard refused.isEmpty else { throw PricingError.belowFloor(refused) }
        return waivers
    }
}
