import Diagnostics
import LocatedInput

/// A release restriction that stands beside a level and beats every clearance, as in AUSTEO.
package struct Caveat: Sendable, Hashable, Codable {
    /// Unique among the caveats of its owner.
    package let id: Identifier<Caveat>
    /// Whose caveat it is.
    package let owner: OwnerID
    /// As the owner writes it.
    package let marking: String
    /// Other spellings.
    package let aliases: [String]
    /// Nations whose people it admits, at least one.
    package let admits: [OwnerID]
    /// Whether it excludes people who hold any other nationality beside.
    package let isSole: Bool
    /// Others whom it admits once somebody says so, in words; `nil` for nobody.
    package let alsoAdmits: String?
    /// What the source adds, in words; `nil` for nothing.
    package let note: String?
    /// Where the owner defines it.
    package let provenance: Provenance
}

extension Caveat {
    /// Tells whether a word is the marking or one of its aliases, whatever the case.
    package func isNamed(_ word: String) -> Bool {
        Level.names([marking] + aliases, include: word)
    }

    init?(_ value: LocatedValue, owner: OwnerID, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "caveat", collector) else { return nil }
        let id = reader.required("id", as: Identifier<Caveat>.self)
        let marking = reader.required("marking", as: String.self)
        aliases = reader.list("aliases", as: String.self).map(\.value)
        let admits = reader.list("admits", as: OwnerID.self)
        isSole = reader.optional("sole", as: Bool.self)?.value ?? false
        alsoAdmits = reader.optional("alsoAdmits", as: String.self)?.value
        note = reader.optional("note", as: String.self)?.value
        let provenance = Provenance(&reader)
        reader.finish()
        if admits.isEmpty {
            collector.report(
                .inputMissingKey, "the caveat admits nobody: 'admits' names no nation",
                at: reader.location, help: "list the nations whose people it admits")
        }
        guard let id, let marking, let provenance, !admits.isEmpty else { return nil }
        self.id = id.value
        self.owner = owner
        self.marking = marking.value
        self.admits = admits.map(\.value)
        self.provenance = provenance
    }
}
