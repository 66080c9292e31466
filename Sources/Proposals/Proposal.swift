package import Assembly
package import Catalog
import Diagnostics
package import Clearance
package import Eligibility
package import Pricing
package import Quantities
package import Requirements

/// The answer to a requirement: a package with its prices and evidence, or a refusal.
package struct Proposal: Sendable {
    /// What was asked, with the facts that its words bind to.
    package let bound: BoundRequirement
    /// The text that was read.
    package let source: RequirementSource
    /// The facts it was worked out from.
    package let catalog: CatalogStamp
    /// By which other currencies became the requirement's.
    package let rates: EuroReferenceRates
    /// A package, a refusal, or neither.
    package let outcome: Outcome
    /// What readers must know of the requirement itself, faults first.
    package let observations: [Observation]
    /// Every judgement made, in the order of demands and offers.
    package let judgements: [OfferJudgement]
    /// Facts that are missing, each with whom to ask.
    package let questions: [OpenQuestion]
    /// By demand, then offer.
    package let rejected: [RejectedOffer]
    /// What was searched; the quote embeds it for verification.
    package let problem: AssemblyProblem
    /// What the search found, with its proof.
    package let answer: AssemblyAnswer
    /// What the settings of a changed requirement changed; `nil` where there are none.
    package var change: RequirementChange?

    /// Tells whether a package was found.
    package enum Outcome: Sendable {
        /// A valid package; its claim says whether it is proved to be the cheapest.
        case package(PricedPackage)
        /// It is proved that no package exists.
        case refused(Refusal)
        /// The search ended at its limit without a package.
        case undecided
    }
}

/// The text of a requirement, as its quote embeds it.
package struct RequirementSource: Sendable, Hashable {
    /// Path as the user typed it; for messages only, never in a quote.
    package let path: String
    /// Every byte of the file, as UTF-8.
    package let text: String
    /// What was set on top of the text before it was quoted, in the order given.
    package let settings: [String]

    /// Creates a source.
    package init(path: String, text: String, settings: [String] = []) {
        self.path = path
        self.text = text
        self.settings = settings
    }

    /// SHA-256 of the text, then of a zero byte and the text of each setting.
    package var hash: ContentHash {
        var bytes = Array(text.utf8)
        for setting in settings { bytes += [0] + Array(setting.utf8) }
        return ContentHash(of: bytes)
    }
}

/// Which catalog an answer was worked out from.
package struct CatalogStamp: Sendable, Hashable {
    /// As the catalog states it.
    package let version: String
    /// As the catalog states it.
    package let date: CalendarDate
    /// Over every file of every layer.
    package let contentHash: ContentHash
}

/// Names the version of the program that worked an answer out.
package enum EngineVersion {
    /// Major, minor and patch; quotes carry it.
    package static let current = "0.1.0"
}

/// A chosen package with every line of its price.
package struct PricedPackage: Sendable {
    /// By demand in the order written, then option.
    package let placements: [Placement]
    /// In the order of placements, each component by period.
    package let lines: [QuoteLine]
    /// Steps with a cost, each once, by identifier.
    package let stepLines: [StepLine]
    /// Each pool and level by period; empty where no seat has to be filled.
    package let headLines: [HeadLine]
    /// Seats, lists of people, and what has to be shown of them.
    package let staff: StaffStatement
    /// In the order in which the waterfall takes them off.
    package let discounts: [QuotedDiscount]
    /// From the sum of all lines to the total.
    package let waterfall: Waterfall
    /// The evaluated periods in order; their nets sum to the total.
    package let periods: [PeriodTotal]
    /// Enclaves on which one tax falls, in the order written; their nets sum to the total.
    package let taxes: [TaxPart]
    /// Totals of the contract, lines net of discounts, and what moves them.
    package let contract: ContractStatement
    /// What is spent of each budget, each year of a yearly one by itself.
    package let budgets: [BudgetUse]
    /// How far "cheapest" reaches.
    package let claim: CheapestClaim
    /// `nil` where no figure is indicative, or where an end has no package even without budgets.
    package let range: PriceRange?
    /// Priced offers that were not chosen, by demand and offer.
    package let alternatives: [Alternative]
    /// Admitted offers that could not compete for want of a price.
    package let unpriced: [UnpricedOffer]
    /// Platforms in halls without any price, each for all that it could serve of an enclave.
    package let unpricedPlatforms: [UnpricedPlatform]
    /// Numbered from 1.
    package let assumptions: [Assumption]
    /// How the quote counts: what a reader needs to recompute it, a clause each.
    package let conventions: [String]
    /// Levels, edge devices, staff and products, in this order.
    package let promises: [Promise]
    /// Language, enclaves, budgets and procurement, in this order.
    package let answers: [RequirementAnswer]
}

/// One copy of a demand at its site.
package struct Placement: Sendable {
    /// What is served.
    package let demand: Demand
    /// 1, 2, … among the copies of the demand.
    package let copy: Int
    /// What serves it.
    package let service: Service
    /// Where it runs.
    package let site: Site
    /// Who sells it.
    package let provider: Provider
    /// How and by whom the site is run.
    package let deliveryModel: DeliveryModel
    /// The verdict on the offer, with its evidence.
    package let judgement: OfferJudgement
    /// Sentences that say how the demand became products.
    package let sizing: [String]
    /// Whether no other mix of the same machines is cheaper.
    package let isSizingProved: Bool
    /// The option in the assembly problem.
    package let optionID: String
}

/// One priced row of the package.
package struct QuoteLine: Sendable {
    /// `L1`, `L2`, …
    package let id: String
    /// `enclave.workload`.
    package let demandID: String
    /// What of the assembly problem the line prices.
    package let origin: Origin
    /// Who bills it.
    package let provider: ProviderID
    /// Where it is used.
    package let site: SiteID
    /// What is bought, by the provider's own name where it has one.
    package let product: String
    /// How many, in words, as in "16 × e2-highcpu-4 (4 vCPU, 4 GiB each)".
    package let quantity: String
    /// In which part of the term.
    package let period: Term.Period
    /// Price list and plan that price it.
    package let meter: Meter
    /// Units of the meter in a month.
    package let monthlyQuantity: ExactDecimal
    /// The arithmetic from list to amount.
    package let priced: PricedLine
    /// The amount by contract year; the parts sum to it.
    package let byYear: [Year]

    /// The option that the line is part of; `nil` for a module.
    package var optionID: String? {
        if case .option(let id) = origin { id } else { nil }
    }

    /// Tells what of the assembly problem a line prices.
    package enum Origin: Sendable, Hashable {
        /// Part of the cost of a chosen option.
        case option(String)
        /// Modules bought at a place, which is `enclave/site`.
        case module(String, place: String)
    }

    /// The part of a line that falls into one contract year.
    package struct Year: Sendable {
        /// 1 for the first twelve months of the term.
        package let year: Int
        /// How many months of the line's period fall into it.
        package let months: Int
        /// Their part of the line's amount.
        package let amount: Money
    }
}

/// A step that the package waits for and that costs the customer something, once.
package struct StepLine: Sendable {
    /// `S1`, `S2`, …
    package let id: String
    /// What is done, by whom; its cost is stated in the requirement.
    package let step: Step
    /// The period that it falls into: the base.
    package let period: Term.Period
    /// The amount, due once.
    package let priced: PricedLine
}

/// What the heads of one pool cost in a period.
package struct HeadLine: Sendable {
    /// `P1`, `P2`, …
    package let id: String
    /// The people it belongs to, as the problem names them; levels of one pool stand in one ladder.
    package let pool: String
    /// What the heads do.
    package let role: Role
    /// To which they are cleared; `nil` where no clearance is needed.
    package let level: LevelID?
    /// Whole people hired for all seats of the pool and level.
    package let heads: Int64
    /// Work of their seats in thousandths of a full-time person, before rounding up to heads.
    package let milliFTE: Int64
    /// Where they work, as in "limited at google-europe-southwest1"; empty for a bench.
    package let seats: [String]
    /// When the seats are filled; `nil` where there is none, or where they differ.
    package let coverage: OperatingModel.Coverage?
    /// Nations of which they may be; `nil` for any.
    package let nationality: Nationality?
    /// Price of a unit of their work.
    package let rate: LabourRate
    /// From the rate to a month of one head.
    package let cost: HeadCost
    /// In which part of the term.
    package let period: Term.Period
    /// The arithmetic from a month of one head to the amount.
    package let priced: PricedLine
}

/// A discount step with the lines that it is measured on.
package struct QuotedDiscount: Sendable {
    /// As quotes print it.
    package let title: String
    /// Contract year whose part of each line is counted; `nil` where the whole line is.
    package let year: Int?
    /// How steps apply to the spend.
    package let mode: ProgrammeDiscount.Mode
    /// By spend, the first from 0.
    package let steps: [ProgrammeDiscount.Step]
    /// The waterfall's row, with the spend that it was measured on.
    package let row: DiscountRow
    /// Quote lines whose amounts make up the spend.
    package let lineIDs: [String]
    /// Sums that it lowers, as in `period/base` or `year/1`.
    package let periods: [String]
}

/// Cost of one period before discounts and after.
package struct PeriodTotal: Sendable {
    /// Which part of the term.
    package let period: Term.Period
    /// Lines of the period before discounts.
    package let cloud: Money
    /// Heads of the period.
    package let people: Money
    /// Steps with a cost in the period.
    package let steps: Money
    /// Discounts in ten-thousandths of a minor unit.
    package let discountE4: Int64
    /// Cloud, people and steps less discounts; the nets of all periods sum to the total.
    package let net: Money

    /// Returns exact nets in whole minor units that sum to the total, by largest remainder.
    static func nets(_ netsE4: [Int64], of total: Money) throws -> [Money] {
        guard netsE4.contains(where: { $0 > 0 }) else {
            return netsE4.map { _ in .zero(total.currency) }
        }
        return try total.allocated(by: netsE4, remainder: .largestRemainder)
    }
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
    /// Total at the low end, in ten-thousandths of a minor unit.
    package let lowE4: Int64
    /// Total at the high end, in ten-thousandths of a minor unit.
    package let highE4: Int64
    /// Whether the same options are chosen at both ends.
    package let choiceStays: Bool
    /// Whether a package at the high end keeps every budget; where none does, `highE4` is what the
    /// cheapest one costs without them.
    package let highKeepsBudgets: Bool
}

/// A priced offer that was not chosen.
package struct Alternative: Sendable {
    /// The demand that it could serve.
    package let demandID: String
    /// The offer.
    package let offer: OfferID
    /// What one copy costs over the evaluated term, before discounts and people.
    package let cost: Money
}

/// The price below which something without a price would be chosen.
package enum BreakEven: Sendable, Hashable {
    /// Below this, in ten-thousandths of a minor unit.
    case below(e4: Int64)
    /// No price would make it so: what it brings with it costs more than it saves.
    case never
    /// The search ended at its limit before it was proved.
    case notComputed
}

/// An offer that the rules admit and that has no price.
package struct UnpricedOffer: Sendable {
    /// What the rules admit.
    package let offer: OfferID
    /// `enclave.workload`.
    package let demandID: String
    /// What has no price, a phrase each.
    package let missing: [String]
    /// Price over the evaluated term below which it would be chosen.
    package let breakEven: BreakEven
}

/// A platform in a customer's hall that the rules admit and that has no price.
package struct UnpricedPlatform: Sendable {
    /// The platform.
    package let site: SiteID
    /// The enclave that it could serve.
    package let enclave: String
    /// What of the enclave it could serve.
    package let demandIDs: [String]
    /// Price of all of it over the evaluated term below which it would be chosen.
    package let breakEven: BreakEven
}

/// Something that the quote rests on.
package struct Assumption: Sendable {
    /// What it costs when the assumption does not hold.
    package enum IfFalse: Sendable {
        /// The best package without what rests on it costs this much more, in ten-thousandths.
        case more(e4: Int64)
        /// Without what rests on it no package exists.
        case noPackage
        /// It cannot be told by solving again.
        case notComputed(String)
    }

    /// From 1, in the order printed.
    package let number: Int
    /// What is assumed, a sentence without a full stop.
    package let text: String
    /// Found by solving again without what rests on it.
    package let ifFalse: IfFalse
}

/// One of the four promises of a complete package.
package struct Promise: Sendable {
    /// As in "every classification level".
    package let name: String
    /// `nil` where the requirement asks for nothing of the kind.
    package let verdict: Verdict?
    /// What the verdict rests on, without a full stop.
    package let text: String
}

/// A requirement with the answer that the package gives.
package struct RequirementAnswer: Sendable {
    /// Place in the requirement, as in `enclaves.limited.residency`.
    package let path: String
    /// What stands there, in the customer's terms.
    package let asked: String
    /// How the package answers it.
    package let status: Status
    /// What the package gives, without a full stop.
    package let answer: String

    /// Tells whether a part of the requirement is met.
    package enum Status: String, Sendable {
        /// As asked.
        case met
        /// Once the numbered assumptions hold.
        case conditional
        /// Not as asked; it kept no offer from being chosen.
        case notMet = "not met"
        /// Asked, and neither judged nor priced yet.
        case open
    }
}

/// An offer that was not used because of a verdict.
package struct RejectedOffer: Sendable {
    /// What was judged.
    package let offer: OfferID
    /// `enclave.workload`.
    package let demandID: String
    /// The worst of its judgements; ineligible too where the demand cannot be sized.
    package let verdict: Verdict
    /// Why, a sentence each without a full stop.
    package let reasons: [String]
    /// Country in which data would rest, where that alone rules the offer out; else `nil`.
    package let elsewhere: OwnerID?
}

/// Why no package is offered: parts that cannot hold together, or faults of the requirement.
///
/// All parts are empty where faults alone stand against a package.
package struct Refusal: Sendable {
    /// What the parts without a fault cost, in ten-thousandths of a minor unit, where faults alone
    /// stand against a package; `nil` otherwise, or where it is not proved.
    package let restE4: Int64?
    /// Parts of the requirement that cannot hold together, in the customer's words.
    package let conflict: [String]
    /// What would help, each worked out by solving again.
    package let repairs: [String]
    /// Demands that nothing priced could serve, with why.
    package let unserved: [(demandID: String, reasons: [String])]
    /// What cannot hold together besides, whatever is done about `conflict`.
    package var further: [Conflict] = []

    /// Rules that cannot hold together while the workloads are placed as asked.
    package struct Conflict: Sendable {
        /// In the customer's words.
        package let rules: [String]
        /// What would help, each worked out by solving again with all other conflicts mended.
        package let repairs: [String]
    }
}
