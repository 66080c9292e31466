package import Quantities

/// An offer made comparable: one currency, no tax, one scope, one rule for options.
package struct NormalisedOffer: Sendable {
    /// What was read.
    package let offer: ComparedOffer
    /// Rate from the offer's currency to the comparison's.
    package let rate: ExactRatio
    /// Every line that counts, in the order read; missing parts stand behind them.
    package let rows: [Row]
    /// By contract year, options as the rule weighs them.
    package let years: [FixedPoint]
    /// Plain sum.
    package let total: FixedPoint
    /// Worth at the start of the term.
    package let presentValue: FixedPoint
    /// That, spread evenly over the years.
    package let annual: FixedPoint
    /// The one of the three that is compared.
    package let evaluated: FixedPoint
    /// Months that the options' rule counts, at least in part.
    package let months: Int
    /// The evaluated sum with local lines at purchasing power; `nil` where the plan states none.
    package let atPurchasingPower: FixedPoint?
    /// What the scope asks for and the offer has not, each with how it was priced.
    package let gaps: [Gap]
    /// Costs of a unit, by level and measure.
    package let unitCosts: [UnitCost]
    /// Why the figures do not compare with others; empty where they do.
    package let obstacles: [String]

    /// A line in the comparison's currency.
    package struct Row: Sendable, Hashable {
        /// The line's id, or `missing`.
        package let id: String
        /// Which part of the scope.
        package let item: String
        /// The buyer's own word; empty for none.
        package let level: String
        /// What the cost is part of.
        package let cause: ComparedOffer.Cause
        /// As the seller names it.
        package let product: String
        /// Units a month; `nil` where not stated.
        package let quantity: ExactDecimal?
        /// Over all evaluated periods.
        package let amount: FixedPoint
        /// Whether it was put in because the offer has none that complies.
        package let isFilled: Bool
        /// By period, before the rule for options.
        let parts: [(period: String, amount: FixedPoint)]
        let isLocal: Bool
        /// Rate at which its price list was converted; `nil` where it was not.
        let listRate: ExactRatio?

        package static func == (left: Row, right: Row) -> Bool {
            left.id == right.id && left.item == right.item && left.amount == right.amount
        }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(id)
            hasher.combine(item)
        }
    }

    /// A part of the scope that an offer does not serve as asked.
    package struct Gap: Sendable, Hashable {
        /// Which part.
        package let item: String
        /// The line that was offered for it; `nil` for none.
        package let line: String?
        /// What is not as asked, in words.
        package let reason: String
        /// What it was priced at; `nil` where no rule gives a price.
        package let amount: FixedPoint?
        /// Where that price is from, in words.
        package let from: String
    }

    /// What one unit costs at one level.
    package struct UnitCost: Sendable, Hashable {
        /// The buyer's own word.
        package let level: String
        /// What is counted.
        package let measure: ScopeItem.Measure
        /// For one unit and month; for devices, for one and a day.
        package let cost: FixedPoint
        /// That over the cost at the level that is not classified; `nil` where there is none.
        package let premium: FixedPoint?
    }

    /// Whether it takes part in an order.
    package var isComparable: Bool { obstacles.isEmpty }
}

/// Figures to be turned for a table of sensitivities; each is as stated unless named.
package struct Variation: Sendable, Hashable {
    /// Factor on the rate of one currency.
    package var exchange: [String: FixedPoint] = [:]
    /// Rate of discounting instead of the plan's.
    package var rate: FixedPoint?
    /// Factor on products, devices and transfers.
    package var consumption: FixedPoint?
    /// Rule for options instead of the plan's.
    package var options: EvaluationPlan.Options?
    /// Lines that are held to comply, whatever they state: those of one offer by id.
    package var heldCompliant: [String: Set<String>] = [:]

    /// As stated.
    package static let none = Variation()

    /// Creates a variation of nothing.
    package init() {}
}
