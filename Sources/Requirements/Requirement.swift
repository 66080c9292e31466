package import Catalog
package import Diagnostics
package import LocatedInput
package import Quantities

/// What a customer asks, as written: words are not yet bound to the catalog.
package struct Requirement: Sendable {
    package let title: String
    package let customer: Customer
    /// BCP 47 tag of the language in which the offer is to be written.
    package let language: Located<String>?
    package let currency: Located<Currency>
    /// Date as of which everything is judged.
    package let asOf: Located<CalendarDate>
    package let term: Term
    package let budgets: [Budget]
    package let acceptance: Acceptance
    package let procurement: Procurement
    package let enclaves: [Enclave]
    package let staff: StaffDemand

    /// Who asks.
    package struct Customer: Sendable {
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

        package let conditional: Bool
        package let certificates: Certificates
        /// Longest time that a condition may take to be met.
        package let leadTime: CalendarPeriod?
    }

    /// Rules about the parties of the contract and the evidence.
    package struct Procurement: Sendable {
        package let minimumProviders: Int?
        package let maximumProviders: Int?
        /// Countries whose companies may not be the ultimate parent.
        package let excludedParents: [Located<OwnerID>]
        /// Evidence older than this makes a verdict unknown. Default P24M.
        package let evidenceMaxAge: CalendarPeriod
    }

    /// How operations are staffed.
    package struct StaffDemand: Sendable {
        package let coverage: OperatingModel.Coverage
    }
}

/// The contract's length: a base period and options.
package struct Term: Sendable {
    /// Which periods the objective covers.
    package enum Evaluation: String, InputVocabulary, Sendable {
        case all
        case base
    }

    package let start: CalendarDate
    /// Base first, then the options in order.
    package let periods: [Period]
    package let evaluation: Evaluation

    /// One base or option part of the term.
    package struct Period: Sendable, Hashable {
        /// `base`, `option-1`, …
        package let id: String
        package let start: CalendarDate
        /// First day after the period.
        package let end: CalendarDate
        package let months: Int
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

/// A limit of money over a part of the term.
package struct Budget: Sendable {
    /// Which part of the cost a budget faces.
    package enum Cover: String, InputVocabulary, Sendable {
        /// The base period.
        case base
        /// Everything evaluated.
        case evaluated
        /// Each contract year by itself.
        case eachYear = "each-year"
    }

    /// Whether the amount includes tax.
    package enum TaxTreatment: String, InputVocabulary, Sendable {
        case excluded
    }

    package let id: String
    package let covers: Cover
    package let amount: Located<Money>
    package let tax: TaxTreatment
}

/// The workloads of one classification that share sites and posts.
package struct Enclave: Sendable {
    package let id: String
    /// The customer's own word.
    package let classification: Located<String>
    /// Whose ladder the word belongs to; the customer's country unless stated.
    package let owner: Located<OwnerID>?
    package let residency: [Located<OwnerID>]
    package let supportFrom: [Located<OwnerID>]
    package let telemetryIn: [Located<OwnerID>]
    package let operatorNationality: [Located<OwnerID>]
    package let operatorResidence: [Located<OwnerID>]
    package let connectivity: Located<Connectivity>?
    package let accreditations: [Located<SchemeID>]
    package let minimumSites: Int
    package let maximumSites: Int?
    package let apartKilometres: Located<Int>?
    package let workloads: [Workload]
    package let location: SourceLocation

    /// How an enclave may be connected.
    package enum Connectivity: String, InputVocabulary, Sendable {
        case internet
        case privateLink = "private-link"
        case airGapped = "air-gapped"
    }
}

/// One demand of an enclave.
package struct Workload: Sendable {
    package let id: String
    package let capability: Capability
    package let size: Size
    /// Attributes that the customer's words bind to, as offers must state them.
    package let attributes: [AttributeDemand]
    package let architecture: String?
    /// Full copies at different sites.
    package let replicas: Int
    /// Sites over which one quantity is spread; 1 keeps it together.
    package let splitSites: Int
    /// Workload whose sites this one shares.
    package let with: Located<String>?
    package let location: SourceLocation

    /// How much is asked, per copy.
    package enum Size: Sendable, Hashable {
        case compute(vcpu: Int, memoryGiB: Int)
        case storage(Quantity)
    }

    /// Copies that are placed at different sites: parts of a split times replicas.
    package var placedCopies: Int { replicas * splitSites }
}

/// A word of the requirement bound to an attribute of an offer.
package struct AttributeDemand: Sendable {
    package let name: AttributeName
    /// What an offer must state, at least.
    package let value: String
    package let location: SourceLocation
}
