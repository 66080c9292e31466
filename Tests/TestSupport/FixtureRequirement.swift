package import Catalog
package import Diagnostics
import Foundation
import LocatedInput
package import Requirements

/// The requirement of an invented customer, with changes that a test makes to its text.
package struct FixtureRequirement: Sendable {
    /// The path that findings show.
    package static let path = "requirement.yaml"

    /// The requirement as YAML.
    package var text: String

    /// Reads the fixture.
    package init() throws {
        let catalog = try FixtureCatalog()
        text = catalog.files["scenarios/aldoria-guarded.yaml"] ?? ""
    }

    /// Takes a text.
    package init(_ text: String) { self.text = text }

    /// Replaces the first occurrence of `old`.
    package mutating func replace(_ old: String, with new: String) throws {
        guard let range = text.range(of: old) else {
            throw FixtureCatalog.TextNotFound(description: "no '\(old)' in the requirement")
        }
        text = text.replacingCharacters(in: range, with: new)
    }

    /// Gives the requirement with the first occurrence of `old` replaced.
    package func replacing(_ old: String, with new: String) throws -> FixtureRequirement {
        var changed = self
        try changed.replace(old, with: new)
        return changed
    }

    /// Decodes the text.
    package func decode() -> (requirement: Requirement?, findings: [Finding]) {
        let collector = FindingCollector()
        let requirement = decode(into: collector)
        return (requirement, collector.findings)
    }

    /// Decodes the text and binds it to `catalog`.
    package func bind(
        to catalog: CatalogSnapshot
    ) -> (bound: BoundRequirement?, findings: [Finding]) {
        let collector = FindingCollector()
        let bound = decode(into: collector).flatMap {
            BoundRequirement($0, to: catalog, into: collector)
        }
        return (bound, collector.findings)
    }

    private func decode(into collector: FindingCollector) -> Requirement? {
        YAMLInput.parse(InputText(path: Self.path, text: text), into: collector)
            .flatMap { Requirement($0, into: collector) }
    }
}
