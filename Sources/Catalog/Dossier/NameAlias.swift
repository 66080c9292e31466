import Diagnostics
import LocatedInput

/// Another name of a record in some table or sheet, stated so that names never match by luck.
package struct NameAlias: Sendable, Hashable, Codable {
    /// What has the other name.
    package enum Kind: String, InputVocabulary, Sendable, Hashable, Codable {
        /// A site.
        case site
        /// A service.
        case service
        /// A meter of a price sheet.
        case sku
        /// The provider itself.
        case provider
    }

    /// Unique among the aliases of all providers.
    package let id: AliasID
    /// Whose record it is.
    package let provider: ProviderID
    /// What has the other name.
    package let kind: Kind
    /// The other name, as the table writes it.
    package let alias: String
    /// Identifier in this catalog.
    package let of: String
    /// The table or sheet that uses the other name.
    package let usedIn: String
    /// What the source adds, in words; `nil` for nothing.
    package let note: String?
    /// Where the two names were found to mean the same.
    package let provenance: Provenance

    init?(_ row: LocatedValue, provider: ProviderID, into collector: FindingCollector) {
        guard var reader = FieldReader(row, "alias", collector) else { return nil }
        let id = reader.required("id", as: AliasID.self)
        let kind = reader.required("kind", as: Kind.self)
        let alias = reader.required("alias", as: String.self)
        let of = reader.required("of", as: String.self)
        let usedIn = reader.required("usedIn", as: String.self)
        note = reader.optional("note", as: String.self)?.value
        let provenance = Provenance(&reader)
        reader.finish()
        guard let id, let kind, let alias, let of, let usedIn, let provenance else { return nil }
        self.id = id.value
        self.provider = provider
        self.kind = kind.value
        self.alias = alias.value
        self.of = of.value
        self.usedIn = usedIn.value
        self.provenance = provenance
    }
}
