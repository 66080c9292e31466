package import Catalog
import LocatedInput
package import Quantities

/// How the buyer has said, before any offer was opened, that offers will be compared.
///
/// A file of its own; its hash is taken before an offer is read, and stands in the result.
package struct EvaluationPlan: Sendable {
    /// How the order of offers is found.
    package enum Method: String, InputVocabulary, Sendable, Hashable {
        /// Every criterion's share of the best, times its weight.
        case weightedSum = "weighted-sum"
        /// The lowest price among those that are acceptable.
        case lowestAcceptable = "lowest-acceptable"
        /// Ratings first; paying more needs a reason that is written down.
        case tradeOff = "trade-off"
        /// Price less what the quality is worth in money.
        case qualityToPrice = "quality-to-price"
        /// Quality over price.
        case valueForMoney = "value-for-money"
        /// A weighted sum with weights from judgements of pairs.
        case analyticHierarchy = "ahp"
        /// Closeness to the best of everything.
        case topsis
    }

    /// Which amount is compared.
    package enum Evaluated: String, InputVocabulary, Sendable, Hashable {
        /// The plain sum.
        case total
        /// Its value at the start of the term.
        case presentValue = "present-value"
        /// That, spread evenly over the years.
        case annual
    }

    /// What options count for.
    package enum Options: Sendable, Hashable {
        /// As if all were exercised.
        case all
        /// Not at all.
        case base
        /// By the chance of each, given the one before.
        case expected([FixedPoint])
    }

    /// How a part that an offer leaves out is priced.
    package enum MissingScope: String, InputVocabulary, Sendable, Hashable {
        /// At the highest price that another offer has for it.
        case highest
        /// At the buyer's own estimate.
        case estimate
        /// Not: the offer is set apart.
        case exclude
    }

    /// Something that an offer has to have shown by a day.
    package struct Gate: Sendable, Hashable {
        /// Unique among the gates.
        package let id: String
        /// As documents print it.
        package let title: String
        /// The day as of which it is judged.
        package let on: CalendarDate
        /// Oldest evidence that counts; `nil` for any.
        package let evidenceMaxAge: CalendarPeriod?
    }

    /// What an offer is scored for beside its price.
    package struct Criterion: Sendable, Hashable {
        /// Where a criterion's figure comes from.
        package enum Source: String, InputVocabulary, Sendable, Hashable {
            /// From ratings.
            case rating
            /// From the sovereignty score, in percent.
            case sovereignty
            /// From the last day of readiness, in days after the plan's `asOf`.
            case readiness
        }

        /// Unique among the criteria.
        package let id: String
        /// As documents print it.
        package let title: String
        /// Share of the whole, 0 to 1.
        package let weight: FixedPoint
        /// The figure that earns nothing.
        package let worst: FixedPoint
        /// The figure that earns everything; below `worst` where less is better.
        package let best: FixedPoint
        /// Threshold: an offer below it is not awardable; `nil` for none.
        package let minimum: FixedPoint?
        /// Money for one unit of the figure, in the plan's currency; `nil` for none.
        package let worth: FixedPoint?
        /// Where the figure comes from.
        package let source: Source
    }

    /// Rates that the plan states itself.
    package struct Exchange: Sendable, Hashable {
        /// The rates of one day.
        package let rates: EuroReferenceRates
        /// Who states them.
        package let source: String
    }

    /// How prices earn points.
    package struct Price: Sendable, Hashable {
        /// Share of the whole, 0 to 1.
        package let weight: FixedPoint
        /// The formula that counts.
        package let formula: PriceFormula
        /// Formulas that the law would have allowed as well, the one that counts among them.
        package let lawful: [PriceFormula]
        /// Power of the quality in value for money, 1 to 9.
        package let qualityExponent: Int
    }

    /// What is asked of sovereignty.
    package struct Sovereignty: Sendable, Hashable {
        /// An objective with its weight and the least level that is accepted.
        package struct Objective: Sendable, Hashable {
            /// As in `SOV-1`.
            package let id: String
            /// As documents print it.
            package let name: String
            /// In hundredths of a percent; all sum to 10,000.
            package let weightBp: Int
            /// Least level; `nil` for none.
            package let minimum: Int?
        }

        /// In the order of the framework.
        package let objectives: [Objective]
        /// Whether the gate looks at what is claimed where nothing is evidenced.
        package let acceptsClaims: Bool
    }

    /// How far the figures are turned for the robustness tables.
    package struct Sensitivity: Sendable, Hashable {
        /// Exchange rates move by this share, up and down; 0.10 unless stated.
        package let exchange: FixedPoint
        /// Rates of discounting.
        package let rates: [FixedPoint]
        /// Shares of the stated consumption.
        package let consumption: [FixedPoint]
        /// Prices move by this share each.
        package let price: FixedPoint
        /// Units of a criterion's figure that a rating may be wrong by.
        package let grade: FixedPoint
    }

    /// As documents print it.
    package let title: String
    /// Whose evaluation it is; empty where it is not said.
    package let buyer: String
    /// Day as of which everything is judged.
    package let asOf: CalendarDate
    /// Version of the requirement that offers have to answer; empty for any.
    package let requirement: String
    /// Of every figure of the comparison.
    package let currency: Currency
    /// `nil` where quotes or the catalog have to give them.
    package let exchange: Exchange?
    /// Units of a local currency for what one unit of the plan's currency buys there, by currency.
    package let purchasingPower: [String: FixedPoint]
    /// Rate and day of payment.
    package let discounting: PresentValue
    /// What options count for.
    package let options: Options
    /// Which amount is compared.
    package let evaluated: Evaluated
    /// How missing parts are priced.
    package let missing: MissingScope
    /// What amounts have to be.
    package let basis: ComparedOffer.ValueBasis
    /// What every offer has to serve; empty where quotes say so.
    package let scope: [ScopeItem]
    /// Judged first, in the order written.
    package let gates: [Gate]
    /// How prices earn points.
    package let price: Price
    /// In the order written; weights and that of the price sum to 1.
    package let criteria: [Criterion]
    /// How the order is found.
    package let method: Method
    /// What breaks ties: `price`, then criteria by id.
    package let tieBreak: [String]
    /// `nil` where nothing is asked.
    package let sovereignty: Sovereignty?
    /// What is tried on every offer, in the order written.
    package let stress: [StressTest]
    /// For robustness.
    package let sensitivity: Sensitivity
    /// Of the weight vectors drawn.
    package let seed: UInt64
    /// How many are drawn, 1 to 100,000.
    package let samples: Int
    /// SHA-256 of the plan's bytes; `nil` where no file was given.
    package let hash: ContentHash?
}

extension EvaluationPlan {
    /// The plan where no file is given: offers side by side, ordered by price, nothing awarded.
    package static func sideBySide(
        currency: Currency, asOf: CalendarDate
    ) -> EvaluationPlan {
        EvaluationPlan(
            title: "Side by side", buyer: "", asOf: asOf, requirement: "", currency: currency,
            exchange: nil, purchasingPower: [:],
            discounting: PresentValue(rate: .zero, due: .start), options: .all,
            evaluated: .total, missing: .highest, basis: .expected, scope: [], gates: [],
            price: Price(
                weight: .one, formula: .inverse, lawful: [.inverse], qualityExponent: 1),
            criteria: [], method: .lowestAcceptable, tieBreak: ["price"], sovereignty: nil,
            stress: [], sensitivity: .standard, seed: 1, samples: 1_000, hash: nil)
    }
}

extension EvaluationPlan.Sensitivity {
    /// Ten percent of rates and prices; 0, 3.5 and 7 percent; half, all and one and a half times.
    package static let standard = EvaluationPlan.Sensitivity(
        exchange: tenth, rates: [.zero, FixedPoint(raw: 35 * thousandth), hundredths(7)],
        consumption: [hundredths(50), .one, hundredths(150)], price: tenth, grade: .one)

    private static let thousandth = FixedPoint.unit / 1_000
    private static let tenth = FixedPoint(raw: FixedPoint.unit / 10)
    private static func hundredths(_ count: Int128) -> FixedPoint {
        FixedPoint(raw: FixedPoint.unit / 100 * count)
    }
}
