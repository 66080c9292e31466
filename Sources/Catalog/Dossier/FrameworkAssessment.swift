import Diagnostics
import LocatedInput

/// A step of a framework that a provider claims or public evidence supports, for one objective.
///
/// A claim and its evidence are never the same fact: a claim alone grounds nothing.
package struct FrameworkAssessment: Sendable, Hashable, Codable {
    /// Unique among assessments.
    package let id: AssessmentID
    /// By which framework.
    package let framework: FrameworkID
    /// Who is assessed.
    package let provider: ProviderID
    /// In which way of delivery; `nil` for the provider as a whole.
    package let deliveryModel: Identifier<DeliveryModel>?
    /// Of which objective; `nil` for the framework as a whole.
    package let objective: String?
    /// Step that somebody claims or reports; `nil` for none.
    package let claimed: Int?
    /// Who claims it, and where; `nil` where nobody does.
    package let claimSource: String?
    /// Step that public facts support; `nil` where they support none.
    package let evidenced: Int?
    /// Which facts; `nil` where nothing is evidenced.
    package let evidence: String?
    /// What the source adds, in words; `nil` for nothing.
    package let note: String?
    /// Where it was read.
    package let provenance: Provenance

    init?(_ row: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(row, "assessment", collector) else { return nil }
        let id = reader.required("id", as: AssessmentID.self)
        let framework = reader.required("framework", as: FrameworkID.self)
        let provider = reader.required("provider", as: ProviderID.self)
        deliveryModel = reader.optional("deliveryModel", as: Identifier<DeliveryModel>.self)?.value
        objective = reader.optional("objective", as: String.self)?.value
        let claimed = reader.plausible("claimed", in: 0...100)
        claimSource = reader.optional("claimSource", as: String.self)?.value
        let evidenced = reader.plausible("evidenced", in: 0...100)
        evidence = reader.optional("evidence", as: String.self)?.value
        note = reader.optional("note", as: String.self)?.value
        let provenance = Provenance(&reader)
        reader.finish()
        self.claimed = claimed?.value
        self.evidenced = evidenced?.value
        for (step, words, key) in [
            (claimed, claimSource, "claimSource"), (evidenced, evidence, "evidence"),
        ] {
            guard let step, words == nil else { continue }
            collector.report(
                .catalogUnderivedEstimate, "a step without its '\(key)'", at: step.location,
                help: "say who claims it or which facts support it, or leave the step out")
        }
        guard let id, let framework, let provider, let provenance else { return nil }
        self.id = id.value
        self.framework = framework.value
        self.provider = provider.value
        self.provenance = provenance
    }
}
