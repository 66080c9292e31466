import Diagnostics
import LocatedInput

/// What one product demands of, or rules out for, another.
package struct Dependency: Sendable, Hashable, Codable {
    /// How the two hang together.
    package enum Kind: String, InputVocabulary, Sendable, Hashable, Codable {
        /// The one is not usable without the other.
        case requires
        /// The one rules out the other.
        case excludes
        /// A bound on size, place or level.
        case limits
        /// Whoever takes the one has taken the other.
        case implies
        /// Two statements or estates that do not go together.
        case conflicts
    }

    /// Unique among the dependencies of all providers, as in `dep-m1`.
    package let id: DependencyID
    /// Whose products it is about.
    package let provider: ProviderID
    /// How they hang together.
    package let kind: Kind
    /// Services it speaks about; empty where it speaks about none of the catalog.
    package let services: [ServiceID]
    /// Ways of delivery it speaks about; empty for every one.
    package let deliveryModels: [Identifier<DeliveryModel>]
    /// Sites it speaks about; empty for every one.
    package let sites: [SiteID]
    /// Services that it demands; empty where they are none of the catalog.
    package let requires: [ServiceID]
    /// The dependency in words.
    package let text: String
    /// Where the provider states it.
    package let provenance: Provenance

    init?(_ row: LocatedValue, provider: ProviderID, into collector: FindingCollector) {
        guard var reader = FieldReader(row, "dependency", collector) else { return nil }
        let id = reader.required("id", as: DependencyID.self)
        let kind = reader.required("kind", as: Kind.self)
        services = reader.list("services", as: ServiceID.self).map(\.value)
        deliveryModels = reader.list("deliveryModels", as: Identifier<DeliveryModel>.self)
            .map(\.value)
        sites = reader.list("sites", as: SiteID.self).map(\.value)
        requires = reader.list("requires", as: ServiceID.self).map(\.value)
        let text = reader.required("text", as: String.self)
        let provenance = Provenance(&reader)
        reader.finish()
        guard let id, let kind, let text, let provenance else { return nil }
        self.id = id.value
        self.provider = provider
        self.kind = kind.value
        self.text = text.value
        self.provenance = provenance
    }
}
