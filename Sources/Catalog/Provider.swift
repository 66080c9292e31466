import LocatedInput
package import Quantities

/// Who sells: its parent, the laws that can compel it and the ways in which it delivers.
package struct Provider: Sendable, Hashable, Codable {
    /// Unique, and the name of the provider's folder, as in `google`.
    package let id: ProviderID
    /// As quotes print it.
    package let name: String
    /// The company that owns the provider in the end, as in `Alphabet Inc.`.
    package let parentName: String
    /// Country of the ultimate parent.
    package let parentCountry: OwnerID
    /// Jurisdictions whose law can compel the parent.
    package let compellableBy: [OwnerID]
    /// In the order of the file; each site is run in one of them.
    package internal(set) var deliveryModels: [DeliveryModel]
    /// Where the provider describes itself.
    package internal(set) var provenance: Provenance
}

/// One way in which a provider delivers: isolation, people and connections.
package struct DeliveryModel: Sendable, Hashable, Codable {
    /// Tells with whom a platform is shared and whether it is connected.
    package enum Isolation: String, InputVocabulary, Sendable, Hashable, Codable {
        /// With any other customer.
        case shared
        /// Hardware for one customer or one group of them, connected to the provider.
        case dedicated
        /// No connection to the provider or the internet.
        case airGapped = "air-gapped"
    }

    /// Unique among the provider's models, as in `public-region`.
    package let id: Identifier<DeliveryModel>
    /// As quotes print it.
    package let name: String
    /// With whom the platform is shared.
    package let isolation: Isolation
    /// Whether the platform stands in a hall of the customer, not of the provider.
    package let isCustomerSite: Bool
    /// Ways in which it can be reached; empty where none is stated.
    package internal(set) var connectivity: [Connection]
    /// Where operators work from.
    package internal(set) var operatorResidence: Reach
    /// Of which nations operators are.
    package internal(set) var operatorNationality: Reach
    /// The provider's words about operators; `nil` for none.
    package let operatorStatement: String?
    /// Where support cases are worked.
    package internal(set) var supportFrom: Reach
    /// The provider's words about support; `nil` for none.
    package let supportStatement: String?
    /// Where telemetry is processed.
    package internal(set) var telemetryIn: Reach
    /// The provider's words about telemetry; `nil` for none.
    package let telemetryStatement: String?
    /// Seats that the customer's side has to fill; `nil` for none.
    package let operatingModel: OperatingModelID?
    /// Where the provider commits to it.
    package internal(set) var provenance: Provenance
}

/// Names a way in which a platform is reached.
package enum Connection: String, InputVocabulary, Sendable, Hashable, Codable {
    /// Over the public internet.
    case internet
    /// Over a line of its own.
    case privateLink = "private-link"
    /// Stated to be reached in no way from outside.
    case notConnected = "none"
}

/// Where something happens or who does it: in named places, anywhere, or not stated.
package enum Reach: Sendable, Hashable, Codable {
    /// Only in these countries or organisations.
    case only([OwnerID])
    /// Not bound to any place.
    case anywhere
    /// As the contract with the customer names them: the provider binds itself to what is asked.
    case customerDecides
    /// The provider does not say.
    case unknown
}

/// One provider's platform at one place.
package struct Site: Sendable, Hashable, Codable {
    /// Word of `orderableBy` where its provider says that the customer of a quote may order.
    package static let thisCustomer = "this-customer"
    /// The same where it says that he may not.
    package static let notThisCustomer = "not-this-customer"

    /// Tells whether a customer can use the site today.
    package enum Status: String, InputVocabulary, Sendable, Hashable, Codable {
        /// In operation, and sold.
        case available
        /// Named by the provider, but not how or to whom it is sold.
        case listed
        /// To be opened.
        case announced
        /// No longer in operation.
        case closed
    }

    /// Unique among the sites of all providers, as in `google-europe-southwest1`.
    package let id: SiteID
    /// Whose platform it is.
    package let provider: ProviderID
    /// With the provider's own word for the region.
    package let name: String
    /// Where the halls stand, not where the provider is; `Site.ofCustomer` until a requirement
    /// names the hall.
    package let country: OwnerID
    /// How the site is run: a model of its provider.
    package let deliveryModel: Identifier<DeliveryModel>
    /// The hall of the customer that it stands in; `nil` at a site of its provider.
    package let hall: String?
    /// City as published.
    package let place: String
    /// Degrees of the centre of `place`; the halls themselves are not published.
    package let latitude: ExactDecimal?
    /// Degrees of the centre of `place`, east positive; `nil` where none was found.
    package let longitude: ExactDecimal?
    /// How far from that centre the site may lie.
    package let withinKilometres: Int?
    /// Whether it can be used today.
    package internal(set) var status: Status
    /// `any`, `unknown`, or the words that restrict it.
    package internal(set) var orderableBy: String
    /// Day from which it is sold; `nil` where no day was published.
    package let availableFrom: CalendarDate?
    /// First day on which it is no longer sold; `nil` for no end.
    package let availableUntil: CalendarDate?
    /// Highest marking that its provider names for it, in the words of the nation whose marking it
    /// is: no claim about the levels of any other. `nil` for none.
    package let highestMarking: String?
    /// Who operates it, in the source's words; `nil` where it does not say.
    package let operators: String?
    /// What the source adds, in words; `nil` for nothing.
    package let note: String?
    /// Where the site was published.
    package internal(set) var provenance: Provenance
}

/// A capability that a provider sells, with the sites and attributes it states.
package struct Service: Sendable, Hashable, Codable {
    /// Unique among the services of all providers, as in `google-compute-engine`.
    package let id: ServiceID
    /// Who sells it.
    package let provider: ProviderID
    /// As the provider writes it.
    package let name: String
    /// What it does, in the vocabulary of the catalog; one service has one.
    package let kind: CapabilityID
    /// The same where quotes can size and price it; `nil` for every other service.
    package let capability: Capability?
    /// Sites that list it; each makes an offer.
    package internal(set) var sites: [SiteID]
    /// Typed attributes as stated; what is absent is not stated.
    package internal(set) var attributes: [AttributeName: String]
    /// Where the service was described.
    package internal(set) var provenance: Provenance
}

/// Names what a service does.
package enum Capability: String, InputVocabulary, Sendable, Hashable, Codable {
    /// Virtual machines; demands are in vCPU and GiB.
    case virtualMachines = "compute.vm"
    /// Objects in buckets, reached over the network.
    case objectStorage = "storage.object"
    /// Disks of virtual machines.
    case blockStorage = "storage.block"
    /// Graphics processors in virtual machines; demands are in whole processors.
    case graphicsProcessors = "compute.gpu"
    /// Devices for the field; requirements ask for them under `edge`, not as workloads.
    case edgeDevice = "edge.device"

    /// What workloads and services are written with.
    package static let allCases: [Capability] = [
        .virtualMachines, .objectStorage, .blockStorage, .graphicsProcessors,
    ]
}

/// Names an attribute that a requirement word can bind to.
package enum AttributeName: String, InputVocabulary, Sendable, Hashable, Codable, Comparable {
    /// `online`, `nearline` or `offline`.
    case access
    /// `zonal`, `regional` or `multi-region`.
    case replication
    /// Percent of time, as the service level agreement states it.
    case availability
    /// `provider-key` or `customer-key`.
    case encryptionAtRest
    /// `ssd`, `hdd` or `balanced`.
    case media
    /// Unit in which capacity is sold.
    case unit
    /// Least number of units sold.
    case minimumUnits
    /// Price sheet entries that make one unit, with how many of each.
    case skus
    /// What a unit takes of the platform's modules, as in `balancedGB`.
    case resource
    /// Model of the graphics processor, as its maker writes it.
    case accelerator

    /// Compares by the word in the catalog.
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A service at a site: the thing that is judged and priced.
package struct Offer: Sendable, Hashable {
    /// `service@site`, as in `google-compute-engine@google-europe-southwest1`.
    package let id: OfferID
    /// What is sold.
    package let service: ServiceID
    /// Where it runs.
    package let site: SiteID
    /// Who sells it.
    package let provider: ProviderID

    /// Creates the offer of `service` at `site`.
    package init(service: Service, site: Site) {
        id = OfferID("\(service.id)@\(site.id)")
        self.service = service.id
        self.site = site.id
        provider = service.provider
    }
}

/// What a scheme has granted: to which services, where, until when, on what evidence.
package struct Authorisation: Sendable, Hashable, Codable {
    /// What the source states of the services.
    package enum Status: String, InputVocabulary, Sendable, Hashable, Codable {
        /// They are in the scope.
        case authorised
        /// They are not in the scope; they may have come into it since.
        case notInScope = "not-in-scope"
        /// They cannot be reached there at all.
        case noEndpoint = "no-endpoint"
    }

    /// Unique among the authorisations of all providers.
    package let id: Identifier<Authorisation>
    /// Who holds it.
    package let provider: ProviderID
    /// Under which it was granted.
    package let scheme: SchemeID
    /// Services in its scope; none that is left out is covered.
    package let services: [ServiceID]
    /// Sites in its scope; none that is left out is covered.
    package internal(set) var sites: [SiteID]
    /// Way of delivery that the source names instead of sites; `nil` for none. It covers no site.
    package let deliveryModel: Identifier<DeliveryModel>?
    /// Whether it says that the services are authorised, or that they are not.
    package let status: Status
    /// Number of the certificate; `nil` where it is not published.
    package let reference: String?
    /// Day of issue; `nil` where it is not published.
    package let issued: CalendarDate?
    /// Day from which it no longer holds; `nil` where it is not published.
    package let expires: CalendarDate?
    /// Date to which the public evidence speaks.
    package let evidenceDate: CalendarDate?
    /// Who says that it was granted.
    package internal(set) var provenance: Provenance
}
