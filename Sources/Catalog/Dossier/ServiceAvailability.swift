import Diagnostics
import LocatedInput

/// Whether a provider has a service in one of its ways of delivery, as of a date.
///
/// That a service is there says nothing about whether it is authorised there.
package struct ServiceAvailability: Sendable, Hashable, Codable {
    /// What the source states.
    package enum Status: String, InputVocabulary, Sendable, Hashable, Codable {
        /// It is sold there.
        case yes
        /// It is not.
        case no
        /// On trial, without the promises of a product.
        case preview
        /// The source does not say.
        case unknown
        /// The provider does not publish it.
        case undisclosed
        /// Plausible; somebody has to look it up.
        case check
    }

    /// Unique among the availabilities of all providers.
    package let id: AvailabilityID
    /// Whose service it is.
    package let provider: ProviderID
    /// What is or is not sold.
    package let service: ServiceID
    /// In which way of delivery.
    package let deliveryModel: Identifier<DeliveryModel>
    /// What the source states.
    package let status: Status
    /// On what it depends, in words; `nil` for nothing.
    package let condition: String?
    /// What the source adds, in words; `nil` for nothing.
    package let note: String?
    /// Where it was read.
    package let provenance: Provenance

    init?(_ row: LocatedValue, provider: ProviderID, into collector: FindingCollector) {
        guard var reader = FieldReader(row, "availability", collector) else { return nil }
        let id = reader.required("id", as: AvailabilityID.self)
        let service = reader.required("service", as: ServiceID.self)
        let model = reader.required("deliveryModel", as: Identifier<DeliveryModel>.self)
        let status = reader.required("status", as: Status.self)
        condition = reader.optional("condition", as: String.self)?.value
        note = reader.optional("note", as: String.self)?.value
        let provenance = Provenance(&reader)
        reader.finish()
        guard let id, let service, let model, let status, let provenance else { return nil }
        self.id = id.value
        self.provider = provider
        self.service = service.value
        deliveryModel = model.value
        self.status = status.value
        self.provenance = provenance
    }
}
