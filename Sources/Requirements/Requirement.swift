package import Catalog
package import Diagnostics
package import LocatedInput
package import Quantities

/// What a customer asks, as written: words are not yet bound to the catalog.
///
/// Values that the catalog or the calendar can refuse carry their place, for findings.
package struct Requirement: Sendable {
    /// As quotes print it.
    package let title: String
    /// Who asks.
    package let customer: Customer
    /// BCP 47 tag of the language in which the offer is to be written.
    package let language: Located<String>?
    /// Of budgets and of every price in the quote.
    package let currency: Located<Currency>
    /// Date as of which everything is judged.
    package let asOf: Located<CalendarDate>
    /// How long, in which parts.
    package let term: Term
    /// In the order written; empty for no limit.
    package let budgets: [Budget]
    /// In the order written; empty for none.
    package let discounts: [NegotiatedDiscount]
    /// Surge, fees, bounds and clauses; none unless stated.
    package let contract: ContractDemand
    /// Any dated rates unless stated.
    package let exchangeRates: ExchangeRateDemand
    /// Takes no condition unless stated.
    package let acceptance: Acceptance
    /// Names no limit of providers unless stated.
    package let procurement: Procurement
    /// Rooms of the customer in which platforms can stand, in the order written.
    package let halls: [HallDemand]
    /// In the order written, at least one.
    package let enclaves: [Enclave]
    /// Devices for the field, in the order written.
    package let edge: [EdgeFleet]
    /// Data that crosses from one enclave to another, in the order written.
    package let flows: [CrossDomainFlow]
    /// What the customer's own authority says of accreditations, in the order written.
    package let authorityTerms: [AuthorityTerms]
    /// Asks for operations around the clock unless stated.
    package let staff: StaffDemand

    /// Who asks.
    package struct Customer: Sendable {
        /// Whose ladder, rules, taxes and rates hold.
        package let country: Located<OwnerID>
        /// Such as `defence` or `civil`; decides what may be ordered.
        package let kind: String
    }

    /// Which conditional verdicts the customer takes.
    package struct Acceptance: Sendable {
        /// When a certificate that the customer asks for must be shown.
        package enum Certificates: String, InputVocabulary, Sendable {
            /// With the offer: one that is not known makes the offer unknown.
            case atOffer = "at-offer"
            /// When the term begins: one that is not known is a step of the provider.
            case atStart = "at-start"
        }

        /// Whether offers whose verdict names steps are taken; `false` unless stated.
        package let conditional: Bool
        /// With the offer unless stated.
        package let certificates: Certificates
        /// Longest time that a condition may take to be met.
        package let leadTime: CalendarPeriod?
    }

    /// Rules about the parties of the contract and the evidence.
    package struct Procurement: Sendable {
        /// Least number of providers, 1 to 1000; `nil` for no such limit.
        package let minimumProviders: Int?
        /// Most providers, 1 to 1000; `nil` for no such limit.
        package let maximumProviders: Int?
        /// Countries whose companies may not be the ultimate parent.
        package let excludedParents: [Located<OwnerID>]
        /// Evidence older than this makes a verdict unknown. Default P24M.
        package let evidenceMaxAge: CalendarPeriod
    }
}

/// The contract's length: a base period and options.
package struct Term: Sendable {
    /// Which periods the objective covers.
    package enum Evaluation: String, InputVocabulary, Sendable {
        /// The base period and every option.
        case all
        /// The base period alone.
        case base
    }

    /// First day of the base period.
    package let start: CalendarDate
    /// Base first, then the options in order.
    package let periods: [Period]
    /// All periods unless stated.
    package let evaluation: Evaluation
    /// Whether prices of options are held or indexed; `nil` where it is not stated.
    package let optionPrices: OptionPrices?

    /// How prices of option periods are to move.
    package enum OptionPrices: String, InputVocabulary, Sendable {
        /// At the price of the offer.
        case held
        /// By an index that the contract names.
        case indexed
    }

    /// One base or option part of the term.
    package struct Period: Sendable, Hashable {
        /// `base`, `option-1`, …
        package let id: String
        /// First day of the period; an option begins where the period before ends.
        package let start: CalendarDate
        /// First day after the period.
        package let end: CalendarDate
        /// Whole months, 1 to 600.
        package let months: Int

        /// Creates a period, or a part of one under the same name.
        package init(id: String, start: CalendarDate, end: CalendarDate, months: Int) {
            self.id = id
            self.start = start
            self.end = end
            self.months = months
        }
    }

    /// Whole months from the start of the term to that of a period or of a part of one.
    package func months(before period: Period) -> Int {
        (period.start.year - start.year) * 12 + period.start.month - start.month
    }

    /// The periods that count towards the objective.
    package var evaluatedPeriods: [Period] {
        evaluation == .all ? periods : Array(periods.prefix(1))
    }

    /// First day after the last evaluated period.
    package var end: CalendarDate {
        evaluatedPeriods.last?.end ?? start
    }
}

/// The workloads of one classification that share sites and posts.
package struct Enclave: Sendable {
    /// Unique among the enclaves.
    package let id: String
    /// The customer's own word for the level, such as `DIFUSIÓN LIMITADA`.
    package let classification: Located<String>
    /// Whose ladder the word belongs to; the customer's country unless stated.
    package let owner: Located<OwnerID>?
    /// Countries and organisations in which data may rest; empty for anywhere.
    package let residency: [Located<OwnerID>]
    /// Where support may be given from; empty for anywhere.
    package let supportFrom: [Located<OwnerID>]
    /// Where telemetry may be processed; empty for anywhere.
    package let telemetryIn: [Located<OwnerID>]
    /// Nations of which operators may be; empty for any.
    package let operatorNationality: [Located<OwnerID>]
    /// Where operators may work; empty for anywhere.
    package let operatorResidence: [Located<OwnerID>]
    /// Nations to whose people the information may be shown; empty for no caveat.
    package let releasableTo: [Located<OwnerID>]
    /// Release restrictions by their owner's words, as in AUSTEO; empty for none.
    package let caveats: [Located<String>]
    /// How it must be reachable; `nil` for no matter how.
    package let connectivity: Located<Connectivity>?
    /// Schemes that every site and service must hold; empty for none.
    package let accreditations: [Located<SchemeID>]
    /// Halls of the customer in which its platforms may stand, beside providers' own sites.
    package let halls: [Located<String>]
    /// Where keys may be; empty for anywhere.
    package let keysWithin: [Located<OwnerID>]
    /// Where it is to be recovered when its country is lost; `nil` for no such wish.
    package let recovery: Recovery?
    /// Least number of different sites, 1 unless stated.
    package let minimumSites: Int
    /// Most sites, 1 to 1000; `nil` for no such limit.
    package let maximumSites: Int?
    /// Least distance between two of its sites, 0 to 20,000; `nil` for no matter how far.
    package let apartKilometres: Located<Int>?
    /// In the order written, at least one.
    package let workloads: [Workload]
    /// Where the enclave stands in the requirement.
    package let location: SourceLocation
    /// Standard unless stated.
    package let tax: TaxDemand

    /// Where data and keys have to be when the sites in the country are lost.
    package struct Recovery: Sendable {
        /// Countries and organisations in one of which it is recovered; empty for anywhere.
        package let within: [Located<OwnerID>]
        /// Countries in which it is not.
        package let outside: [Located<OwnerID>]
        /// Whether the copy is encrypted, so that it is nothing without its keys.
        package let isEncrypted: Bool
        /// Where it stands in the requirement.
        package let location: SourceLocation
    }

    /// How an enclave may be connected.
    package enum Connectivity: String, InputVocabulary, Sendable {
        /// Over the public internet.
        case internet
        /// Over a line between customer and provider that nobody else uses.
        case privateLink = "private-link"
        /// Without any connection to the provider or the internet.
        case airGapped = "air-gapped"
    }
}

/// One demand of an enclave.
package struct Workload: Sendable {
    /// Unique within the enclave.
    package let id: String
    /// What kind of service is asked.
    package let capability: Capability
    /// How much one copy has, before it is split.
    package let size: Size
    /// Attributes that the customer's words bind to, as offers must state them.
    package let attributes: [AttributeDemand]
    /// Instruction set that the software is built for; `nil` where any will do.
    package let architecture: Architecture?
    /// Full copies at different sites.
    package let replicas: Int
    /// Sites over which one quantity is spread; 1 keeps it together.
    package let splitSites: Int
    /// Halls of the enclave in which it may stand; empty for any of them.
    package let halls: [Located<String>]
    /// Workload whose sites this one shares.
    package let with: Located<String>?
    /// Where the workload stands in the requirement.
    package let location: SourceLocation

    /// How much is asked, per copy.
    package enum Size: Sendable, Hashable {
        /// Virtual processors and memory, 1 to 10,000,000 each.
        case compute(vcpu: Int, memoryGiB: Int)
        /// A capacity in decimal or binary bytes, above 0.
        case storage(Quantity)
        /// Graphics processors, 1 to 100,000.
        case graphicsProcessors(Int)
        /// Devices for the field; never written as a workload.
        case devices(DeviceNeed)
    }

    /// Copies that are placed at different sites: parts of a split times replicas.
    package var placedCopies: Int { replicas * splitSites }
}

/// A word of the requirement bound to an attribute of an offer.
package struct AttributeDemand: Sendable {
    /// Which attribute the word binds to.
    package let name: AttributeName
    /// What an offer must state, at least.
    package let value: String
    /// Where the word stands in the requirement.
    package let location: SourceLocation
}
