import Diagnostics
import LocatedInput

/// What a provider commits to about the people who run or support its platforms.
package struct StaffCommitment: Sendable, Hashable, Codable {
    /// What of them it is about.
    package enum Subject: String, InputVocabulary, Sendable, Hashable, Codable {
        /// Who operates.
        case operators
        /// Who works on support cases.
        case support
        /// How they are screened.
        case screening
        /// Which clearances they hold.
        case clearance
        /// Where they work.
        case residence
        /// Of which nations they are.
        case nationality
        /// Who gets to the customer's content.
        case access
        /// At which hours they are there.
        case coverage
    }

    /// Unique among the commitments of all providers, as in `stf-3`.
    package let id: CommitmentID
    /// Who commits.
    package let provider: ProviderID
    /// What it is about.
    package let subject: Subject
    /// Ways of delivery it holds for; empty where the source limits it to none.
    package let deliveryModels: [Identifier<DeliveryModel>]
    /// The commitment in words.
    package let text: String
    /// Where it is made.
    package let provenance: Provenance

    init?(_ row: LocatedValue, provider: ProviderID, into collector: FindingCollector) {
        guard var reader = FieldReader(row, "commitment", collector) else { return nil }
        let id = reader.required("id", as: CommitmentID.self)
        let subject = reader.required("subject", as: Subject.self)
        deliveryModels = reader.list("deliveryModels", as: Identifier<DeliveryModel>.self)
            .map(\.value)
        let text = reader.required("text", as: String.self)
        let provenance = Provenance(&reader)
        reader.finish()
        guard let id, let subject, let text, let provenance else { return nil }
        self.id = id.value
        self.provider = provider
        self.subject = subject.value
        self.text = text.value
        self.provenance = provenance
    }
}
