package import Diagnostics
import LocatedInput
package import Quantities

/// An offer as it was read, whether from a quote or typed in: prices in its own currency.
package struct ComparedOffer: Sendable {
    /// How an offer came to be known.
    package enum Origin: String, Sendable, Hashable {
        /// A file that `sovereign quote` has written.
        case quote
        /// A file of the form `offer: 1`.
        case outside
    }

    /// What a stated amount is; unlike ones are never compared.
    package enum ValueBasis: String, InputVocabulary, Sendable, Hashable {
        /// The most that may be spent.
        case ceiling
        /// What the buyer binds itself to spend.
        case commitment
        /// What the seller is sure to get.
        case guaranteed
        /// What the buyer has set aside.
        case budget
        /// What the stated quantities cost.
        case expected
        /// A figure from the press.
        case estimate
    }

    /// One part of the term.
    package struct Period: Sendable, Hashable {
        /// `base`, `option-1`, …
        package let id: String
        /// Whole months, 1 to 600.
        package let months: Int

        /// Whether the buyer may leave it out.
        package var isOption: Bool { id != "base" }
    }

    /// What a line's cost is part of.
    package enum Cause: String, InputVocabulary, Sendable, Hashable, CaseIterable {
        /// Products.
        case cloud
        /// Devices for the field.
        case edge
        /// People.
        case staff
        /// What is paid once: accreditations, transition, exit.
        case once
        /// Data that crosses from one level to another.
        case transfer
        /// What is taken off; its amounts are below 0.
        case discount
    }

    /// One thing with a price.
    package struct Line: Sendable, Hashable {
        /// Unique within the offer.
        package let id: String
        /// The part of the scope that it serves.
        package let item: String
        /// The buyer's own word for the level; empty where it has none.
        package let level: String
        /// What the cost is part of.
        package let cause: Cause
        /// As the seller names it.
        package let product: String
        /// How much of it in a month, in the unit of its meter; `nil` where it is not stated.
        package let quantity: ExactDecimal?
        /// Whether people, buildings or energy of the place are bought: purchasing power counts.
        package let isLocal: Bool
        /// What the seller says of it, by name.
        package let attributes: [String: String]
        /// By period, in the order of the periods; what is not priced has no entry.
        package let amounts: [Amount]
        /// Units of the offer's currency for one of the price list's, as the quote converted;
        /// `nil` where it did not.
        package let listRate: ExactRatio?
        /// Where it was read.
        package let location: SourceLocation?
    }

    /// What a line costs in one period, in major units of the offer's currency.
    package struct Amount: Sendable, Hashable {
        /// Which period.
        package let period: String
        /// As stated, tax included where the offer says so.
        package let value: ExactRatio
    }

    /// A score or a word that an evaluator or the seller has given.
    package struct Rating: Sendable, Hashable {
        /// The criterion of the plan.
        package let criterion: String
        /// On the scale of the criterion.
        package let value: ExactDecimal
        /// Where it stands in the record; empty for none.
        package let evidence: String
        /// Where it was read.
        package let location: SourceLocation?
    }

    /// What is shown for a gate.
    package struct GateEvidence: Sendable, Hashable {
        /// The gate of the plan.
        package let gate: String
        /// Whether the seller meets it.
        package let isMet: Bool
        /// The document; empty for a claim alone.
        package let evidence: String
        /// Day of the document; `nil` where it has none.
        package let dated: CalendarDate?
        /// Last day on which it holds; `nil` for no end.
        package let until: CalendarDate?
    }

    /// The day from which a level can be used.
    package struct Readiness: Sendable, Hashable {
        /// The buyer's own word.
        package let level: String
        /// First day of use.
        package let day: CalendarDate
    }

    /// Unique in a comparison; the name of the file without its ending for a quote.
    package let id: String
    /// As documents print it.
    package let title: String
    /// Who offers.
    package let bidder: String
    /// The country whose figures these are, by ISO 3166; empty where none is named.
    package let country: String
    /// Countries that may see the figures beside it.
    package let releasableTo: [String]
    /// Quote or typed in.
    package let origin: Origin
    /// Version or hash of the requirement that it answers; empty where it is not said.
    package let requirement: String
    /// Of every amount.
    package let currency: Currency
    /// What the amounts are.
    package let basis: ValueBasis
    /// Percent of tax inside the amounts; `nil` where they are without.
    package let includedTaxPercent: ExactDecimal?
    /// Base first.
    package let periods: [Period]
    /// In the order read.
    package var lines: [Line]
    /// What the seller would take for other things, should a line not comply.
    package let alternatives: [Line]
    /// Total that the seller states, in major units; `nil` for none.
    package let statedTotal: ExactRatio?
    /// Rates that a quote embeds; `nil` for others.
    package let rates: EuroReferenceRates?
    /// What it rests on, a sentence each.
    package let conditions: [String]
    /// What is scored; the last of several for one criterion holds.
    package var ratings: [Rating]
    /// What is shown for gates.
    package var gates: [GateEvidence]
    /// By level.
    package var readiness: [Readiness]
    /// Parts with their sovereignty, in the order read.
    package var parts: [SovereignPart]
    /// What the quote itself asks for; empty for offers typed in.
    package let scope: [ScopeItem]
    /// Where it was read.
    package let location: SourceLocation
}

/// A part of an offer whose sovereignty is assessed: a provider, a service, a supplier.
package struct SovereignPart: Sendable, Hashable {
    /// A level of assurance for one objective.
    package struct Seal: Sendable, Hashable {
        /// As the framework names it, as in `SOV-1`.
        package let objective: String
        /// What the seller says; `nil` for nothing.
        package let claimed: Int?
        /// What documents show; `nil` for nothing.
        package let evidenced: Int?
        /// Which documents; empty for none.
        package let evidence: String
    }

    /// As documents print it.
    package let name: String
    /// Items of the scope that use it; empty for all.
    package let items: [String]
    /// By objective.
    package let seals: [Seal]
    /// Country whose orders its parent has to follow; empty where it is not said.
    package let jurisdiction: String
    /// Where it runs; empty where it is not said.
    package let region: String
    /// What replaces it, in words, and what that costs, in major units of the offer's currency.
    package let fallback: Fallback?

    /// What takes a part's place when it falls.
    package struct Fallback: Sendable, Hashable {
        /// In words.
        package let text: String
        /// Price of it over the evaluated term; `nil` where nobody states one.
        package let cost: ExactRatio?
    }
}

/// One thing that every offer has to serve.
package struct ScopeItem: Sendable, Hashable {
    /// What a quantity is counted in, for costs of a unit.
    package enum Measure: String, InputVocabulary, Sendable, Hashable, CaseIterable {
        /// Virtual processors, a month each.
        case vcpu
        /// Terabytes kept, a month each.
        case terabytes
        /// Graphics processors, a month each.
        case graphics
        /// Devices in the field, a day each.
        case devices
        /// Cleared heads, a month each.
        case heads
        /// Gigabytes that cross between two levels.
        case gigabytes
        /// What is not counted.
        case none
    }

    /// Unique in a comparison.
    package let id: String
    /// As documents print it.
    package let title: String
    /// The buyer's own word for the level; empty where it has none.
    package let level: String
    /// What the quantity counts.
    package let measure: Measure
    /// How many, in a month; `nil` where it is not counted.
    package let quantity: ExactDecimal?
    /// Attributes that a line has to have, by name, in the order written.
    package let requires: [Need]
    /// The buyer's own estimate over the evaluated term; `nil` for none.
    package let estimate: ExactDecimal?

    /// An attribute that a line has to have.
    package struct Need: Sendable, Hashable {
        /// As in `access`.
        package let name: String
        /// As in `online`.
        package let value: String
    }
}
