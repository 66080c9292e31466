import Catalog
import Diagnostics

/// Writes facts as JSON: the parts that the documents `catalog-facts/1`, `catalog-fact/1` and
/// `catalog-search/1` share.
struct FactJSON {
    /// Folders of the layers.
    let folders: [String]

    init(_ facts: CatalogFacts) {
        folders = facts.layers.map(\.folder)
    }

    /// Returns a fact with every field, in the order of the file.
    func fact(_ fact: CatalogFact) -> JSONValue {
        .object(head(fact) + [("fields", Self.fields(fact.fields))] + place(fact))
    }

    /// Returns what is needed to find a fact.
    func reference(_ fact: CatalogFact) -> [(key: String, value: JSONValue)] {
        head(fact) + place(fact)
    }

    private func head(_ fact: CatalogFact) -> [(key: String, value: JSONValue)] {
        var members: [(key: String, value: JSONValue)] = [
            ("kind", .string(fact.kind.rawValue)), ("id", .string(fact.id)),
            ("name", .string(fact.name)),
        ]
        if let applied = fact.isApplied { members.append(("applied", .bool(applied))) }
        if let context = fact.context { members.append((fact.kind.holder, .string(context))) }
        return members
    }

    /// Returns where a fact is written.
    func place(_ fact: CatalogFact) -> [(key: String, value: JSONValue)] {
        [
            ("folder", .string(folders[fact.layer])), ("file", .string(fact.location.path)),
            ("line", .integer(Int64(fact.location.line))),
        ]
    }

    /// Returns fields as an object of texts, arrays and objects.
    static func fields(_ fields: [FactField]) -> JSONValue {
        .object(fields.map { (key: $0.key, value: value($0.value)) })
    }

    private static func value(_ value: FactValue) -> JSONValue {
        switch value {
        case .text(let text): .string(text)
        case .list(let elements): .array(elements.map { Self.value($0) })
        case .fields(let fields): Self.fields(fields)
        }
    }
}
