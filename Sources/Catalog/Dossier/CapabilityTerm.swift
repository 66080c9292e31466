import Diagnostics
import LocatedInput

/// A word of the vocabulary in which services of all providers are compared.
///
/// Those words that quotes can size and price are `Capability`; the others say what else a
/// provider has.
package struct CapabilityTerm: Sendable, Hashable, Codable {
    /// As in `database.relational`: an area, and what of it.
    package let id: CapabilityID
    /// As tables print it.
    package let name: String
    /// What a service of this kind does, in one sentence.
    package let description: String
    /// Where in the catalog the word is defined.
    let location: SourceLocation

    init?(_ row: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(row, "capability", collector) else { return nil }
        let id = reader.required("id", as: CapabilityID.self)
        let name = reader.required("name", as: String.self)
        let description = reader.required("description", as: String.self)
        reader.finish()
        guard let id, let name, let description else { return nil }
        self.id = id.value
        self.name = name.value
        self.description = description.value
        location = row.location
    }
}
