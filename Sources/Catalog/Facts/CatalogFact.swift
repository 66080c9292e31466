package import Diagnostics
import LocatedInput

/// Holds one fact of a catalog as its file writes it, whatever its kind: for looking up, not for
/// judging.
///
/// Fields are kept as text, so that a fact can be shown although nothing reads its kind yet.
package struct CatalogFact: Sendable {
    /// What the fact is.
    package let kind: FactKind
    /// The id written; where a kind has none, made of what tells its facts apart:
    /// `2026-10-30/USD`, `GB/CONFIDENTIAL`.
    package let id: String
    /// Id of the owner, provider or framework that the fact is held by; none for what stands alone.
    package let context: String?
    /// Name of the record in whose file the fact is nested, such as the country of a level.
    package let contextName: String?
    /// Position of the layer, from 0.
    package let layer: Int
    /// Whether a later layer says something else under the same kind and id.
    package let isReplaced: Bool
    /// The mapping or row.
    let record: LocatedValue
    /// Keys whose values are facts of their own.
    let nestedKeys: [String]

    /// Where the fact begins.
    package var location: SourceLocation { record.location }

    /// What a person calls the fact: its name, marking or title, else what its kind is known by.
    package var name: String {
        let own = ["name", "title", "marking"].lazy.compactMap { record[$0]?.text }.first
        if let own { return own }
        let known = kind.telling.compactMap { telling -> String? in
            let texts = texts(at: telling.key)
            return texts.isEmpty ? nil : texts.joined(separator: ", ") + telling.words
        }
        return known.joined(separator: " ")
    }

    /// Every name that stands for the fact, each once: name, title, marking, aliases.
    package var names: [String] {
        let all = ["name", "title", "marking", "aliases", "alias"].flatMap { texts(at: $0) }
        return all.enumerated().filter { !all[..<$0.offset].contains($0.element) }.map(\.element)
    }

    /// Whether quotes apply or cite a rule; none for other kinds.
    package var isApplied: Bool? {
        kind == .rule ? record["kind"]?.text.flatMap(RuleKind.init)?.isApplied : nil
    }

    /// Whether the record is a row of a table, so that all facts of its file have the same keys.
    package var isRow: Bool { record.headerLocation != nil }

    /// Whether two values are versions of one fact.
    package func isVersion(of other: CatalogFact) -> Bool {
        kind == other.kind && id == other.id && (isRow || context == other.context)
    }
}

extension FactKind {
    /// Fields by which a fact of a kind without a name is known, with words behind each.
    var telling: [(key: String, words: String)] {
        switch self {
        case .instance: [("family", ""), ("vcpu", " vCPU"), ("memoryGiB", " GiB")]
        case .exchangeRate: [("unitsPerEuro", ""), ("currency", " per euro")]
        default: tellingKeys.map { ($0, "") }
        }
    }

    private var tellingKeys: [String] {
        switch self {
        case .rule: ["kind"]
        case .availability: ["service", "deliveryModel", "status"]
        case .authorisation: ["scheme"]
        case .price: ["sku", "plan"]
        case .dependency: ["kind", "services"]
        case .commitment: ["subject", "deliveryModels"]
        case .alias: ["alias"]
        case .uplift: ["family", "from", "to"]
        case .labourRate, .clearanceCost: ["country", "role", "level"]
        case .assessment: ["provider", "deliveryModel", "objective"]
        case .answer: ["question"]
        default: []
        }
    }

    /// Fields that tell facts of a kind apart which has no id of its own.
    var identifying: [String] {
        switch self {
        case .absentLevel: ["context", "marking"]
        case .exchangeRate: ["date", "currency"]
        default: ["id"]
        }
    }
}
