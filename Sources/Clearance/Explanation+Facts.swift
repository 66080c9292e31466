package import Catalog
package import Diagnostics

extension Explanation {
    /// A leaf that states a fact of the catalog, as sure as the least sure of `fields`.
    package static func fact(
        _ id: String, _ text: String, _ provenance: Provenance, fields: [String] = []
    ) -> Explanation {
        Explanation(
            .fact(
                id: id, source: provenance.source(ofAll: fields),
                asOf: provenance.asOf(ofAll: fields).description,
                confidence: provenance.confidence(ofAll: fields).rawValue),
            text)
    }
}
