import LocatedInput
package import Quantities

/// Who sells: its parent, the laws that can compel it and the ways in which it delivers.
package struct Provider: Sendable, Hashable {
    package let id: ProviderID
    package let name: String
    package let parentName: String
    /// Country of the ultimate parent.
    package let parentCountry: OwnerID
    /// Jurisdictions whose law can compel the parent.
    package let compellableBy: [OwnerID]
    package let deliveryModels: [DeliveryModel]
    package let provenance: Provenance
}

/// One way in which a provider delivers: isolation, people and connections.
package struct DeliveryModel: Sendable, Hashable {
    /// Tells with whom a platform is shared and whether it is connected.
    package enum Isolation: String, InputVocabulary, Sendable, Hashable {
        case shared
        case dedicated
        case airGapped = "air-gapped"
    }

    package let id: Identifier<DeliveryModel>
    package let name: String
    package let isolation: Isolation
    /// `internet`, `private-link`, `none`.
    package let connectivity: [String]
    package let operatorResidence: Reach
    package let operatorNationality: Reach
    package let operatorStatement: String?
    package let supportFrom: Reach
    package let supportStatement: String?
    package let telemetryIn: Reach
    package let telemetryStatement: String?
    package let operatingModel: OperatingModelID?
    package let provenance: Provenance
}

/// Where something happens or who does it: in named places, anywhere, or not stated.
package enum Reach: Sendable, Hashable {
    /// Only in these countries or organisations.
    case only([OwnerID])
    /// Not bound to any place.
    case anywhere
    /// The provider does not say.
    case unknown
}

/// One provider's platform at one place.
package struct Site: Sendable, Hashable {
    /// Tells whether a customer can use the site today.
    package enum Status: String, InputVocabulary, Sendable, Hashable {
        case available
        case listed
        case announced
        case closed
    }

    package let id: SiteID
    package let provider: ProviderID
    package let name: String
    package let country: OwnerID
    package let deliveryModel: Identifier<DeliveryModel>
    /// City as published.
    package let place: String
    /// Degrees of the centre of `place`; the halls themselves are not published.
    package let latitude: ExactDecimal?
    package let longitude: ExactDecimal?
    /// How far from that centre the site may lie.
    package let withinKilometres: Int?
    package let status: Status
    /// `any`, `unknown`, or the words that restrict it.
    package let orderableBy: String
    package let availableFrom: CalendarDate?
    package let availableUntil: CalendarDate?
    package let provenance: Provenance
}

/// A capability that a provider sells, with the sites and attributes it states.
package struct Service: Sendable, Hashable {
    package let id: ServiceID
    package let provider: ProviderID
    package let name: String
    package let capability: Capability
    package let sites: [SiteID]
    /// Typed attributes as stated; what is absent is not stated.
    package let attributes: [AttributeName: String]
    package let provenance: Provenance
}

/// Names what a service does.
package enum Capability: String, InputVocabulary, Sendable, Hashable {
    case virtualMachines = "compute.vm"
    case objectStorage = "storage.object"
    case blockStorage = "storage.block"
}

/// Names an attribute that a requirement word can bind to.
package enum AttributeName: String, InputVocabulary, Sendable, Hashable, Comparable {
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

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A service at a site: the thing that is judged and priced.
package struct Offer: Sendable, Hashable {
    package let id: OfferID
    package let service: ServiceID
    package let site: SiteID
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
package struct Authorisation: Sendable, Hashable {
    package let id: Identifier<Authorisation>
    package let provider: ProviderID
    package let scheme: SchemeID
    package let services: [ServiceID]
    package let sites: [SiteID]
    package let reference: String?
    package let issued: CalendarDate?
    package let expires: CalendarDate?
    /// Date to which the public evidence speaks.
    package let evidenceDate: CalendarDate?
    package let provenance: Provenance
}
