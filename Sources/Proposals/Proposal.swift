package import Assembly
package import Catalog
import Diagnostics
package import Eligibility
package import Pricing
package import Quantities
package import Requirements

/// The answer to a requirement: a package with its prices and evidence, or a refusal.
package struct Proposal: Sendable {
    package let bound: BoundRequirement
    package let source: RequirementSource
    package let catalog: CatalogStamp
    package let rates: EuroReferenceRates
    package let outcome: Outcome
    /// Every judgement made, in the order of demands and offers.
    package let judgements: [OfferJudgement]
    /// Facts that are missing, each with whom to ask.
    package let questions: [OpenQuestion]
    package let rejected: [RejectedOffer]
    package let problem: AssemblyProblem
    package let answer: AssemblyAnswer

    /// Tells whether a package was found.
    package enum Outcome: Sendable {
        case package(PricedPackage)
        case refused(Refusal)
        /// The search ended at its limit without a package.
        case undecided
    }
}

/// The text of a requirement, as its quote embeds it.
package struct RequirementSource: Sendable, Hashable {
    /// Path as the user typed it; for messages only, never in a quote.
    package let path: String
    package let text: String

    /// Creates a source.
    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }

    /// SHA-256 of the text.
    package var hash: ContentHash { ContentHash(of: text) }
}

/// Which catalog an answer was worked out from.
package struct CatalogStamp: Sendable, Hashable {
    package let version: String
    package let date: CalendarDate
    package let contentHash: ContentHash
}

/// Names the version of the program that worked an answer out.
package enum EngineVersion {
    package static let current = "0.1.0"
}

/// A chosen package with every line of its price.
package struct PricedPackage: Sendable {
    package let placements: [Placement]
    package let lines: [QuoteLine]
    package let headLines: [HeadLine]
    package let discounts: [QuotedDiscount]
    package let waterfall: Waterfall
    package let periods: [PeriodTotal]
    package let claim: CheapestClaim
    package let range: PriceRange?
    package let unpriced: [UnpricedOffer]
    package let assumptions: [Assumption]
    /// How the quote counts.
    package let conventions: [String]
    package let promises: [Promise]
    package let answers: [RequirementAnswer]
}

/// One copy of a demand at its site.
package struct Placement: Sendable {
    package let demand: Demand
    /// 1, 2, … among the copies of the demand.
    package let copy: Int
    package let service: Service
    package let site: Site
    package let provider: Provider
    package let deliveryModel: DeliveryModel
    package let judgement: OfferJudgement
    package let sizing: [String]
    package let isSizingProved: Bool
    package let optionID: String
}

/// One priced row of the package.
package struct QuoteLine: Sendable {
    /// `L1`, `L2`, …
    package let id: String
    package let demandID: String
    package let optionID: String
    package let provider: ProviderID
    package let site: SiteID
    package let product: String
    package let quantity: String
    package let period: Term.Period
    package let meter: Meter
    package let monthlyQuantity: ExactDecimal
    package let priced: PricedLine
}

/// What the heads of one pool cost in a period.
package struct HeadLine: Sendable {
    /// `P1`, `P2`, …
    package let id: String
    package let role: Role
    package let level: LevelID?
    package let heads: Int64
    package let milliFTE: Int64
    package let seats: [String]
    package let rate: LabourRate
    package let cost: HeadCost
    package let period: Term.Period
    package let priced: PricedLine
}

/// A discount step with the lines that it is measured on.
package struct QuotedDiscount: Sendable {
    package let title: String
    package let mode: ProgrammeDiscount.Mode
    package let steps: [ProgrammeDiscount.Step]
    package let row: DiscountRow
    package let lineIDs: [String]
    package let periods: [String]
}

/// Cost of one period before discounts and after.
package struct PeriodTotal: Sendable {
    package let period: Term.Period
    package let cloud: Money
    package let people: Money
    /// Discounts in ten-thousandths of a minor unit.
    package let discountE4: Int64
    /// Cloud and people less discounts, rounded half up.
    package let net: Money
}

/// How far "cheapest" reaches.
package struct CheapestClaim: Sendable {
    /// Offers with a price that could be chosen.
    package let pricedOffers: Int
    /// Offers that the customer's rules admit.
    package let admittedOffers: Int
    /// Whether the search proved that nothing priced is cheaper.
    package let isProved: Bool
    /// Proved lower limit of the total in ten-thousandths of a minor unit.
    package let lowerBoundE4: Int64
    /// Money of the total by what its price rests on.
    package let byBasis: [(basis: PriceBasis, amount: Money)]
}

/// The total at the low and the high end of indicative figures.
package struct PriceRange: Sendable {
    package let lowE4: Int64
    package let highE4: Int64
    /// Whether the same options are chosen at both ends.
    package let choiceStays: Bool
}

/// An offer that the rules admit and that has no price.
package struct UnpricedOffer: Sendable {
    package let offer: OfferID
    package let demandID: String
    package let missing: [String]
    /// Price over the evaluated term below which it would be chosen; `nil` where no price would
    /// make it so.
    package let breakEvenE4: Int64?
}

/// Something that the quote rests on.
package struct Assumption: Sendable {
    /// What it costs when the assumption does not hold.
    package enum IfFalse: Sendable {
        /// The best package without what rests on it costs this much more, in ten-thousandths.
        case more(e4: Int64)
        case noPackage
        /// It cannot be told by solving again.
        case notComputed(String)
    }

    package let number: Int
    package let text: String
    package let ifFalse: IfFalse
}

/// One of the four promises of a complete package.
package struct Promise: Sendable {
    package let name: String
    /// `nil` where the requirement asks for nothing of the kind.
    package let verdict: Verdict?
    package let text: String
}

/// A requirement with the answer that the package gives.
package struct RequirementAnswer: Sendable {
    /// Place in the requirement, as in `enclaves.limited.residency`.
    package let path: String
    package let asked: String
    package let status: Status
    package let answer: String

    /// Whether it is met.
    package enum Status: String, Sendable {
        case met
        case conditional
        case notMet = "not met"
    }
}

/// An offer that was not used because of a verdict.
package struct RejectedOffer: Sendable {
    package let offer: OfferID
    package let demandID: String
    package let verdict: Verdict
    package let reasons: [String]
}

/// Why no package exists.
package struct Refusal: Sendable {
    /// Parts of the requirement that cannot hold together, in the customer's words.
    package let conflict: [String]
    /// What would help, each worked out by solving again.
    package let repairs: [String]
    /// Demands that nothing priced could serve, with why.
    package let unserved: [(demandID: String, reasons: [String])]
}
