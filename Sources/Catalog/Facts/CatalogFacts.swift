package import Diagnostics
import LocatedInput

/// Reads the facts of all layers file by file, without keeping what nobody asks for.
///
///     let facts = CatalogFacts(layers, into: collector)
///     let counts = facts.gather(0) { count, fact in
///         if fact.kind == .site, !fact.isReplaced { count += 1 }
///     }
///     counts.reduce(0, +)  // the sites of the catalog
package struct CatalogFacts {
    private static let head = "catalog.yaml"

    /// The layers, later ones over earlier ones.
    package let layers: [CatalogLayer]
    private let collector: FindingCollector

    /// Creates a reader.
    ///
    /// - Parameters:
    ///   - layers: Later ones over earlier ones.
    ///   - collector: Gets what keeps a file from being read, and files that hold no facts; the
    ///     facts of the other files are given all the same.
    /// - Returns: None, after a finding, where no folder is that of a catalog.
    package init?(_ layers: [CatalogLayer], into collector: FindingCollector) {
        guard layers.contains(where: { $0.files.contains { $0.relativePath == Self.head } }) else {
            collector.reportHeadMissing(in: layers)
            return nil
        }
        self.layers = layers
        self.collector = collector
    }

    /// Hands every fact to `body`, with one value for each file that starts as `empty`.
    ///
    /// Facts of one file come in its order; files are read side by side, those of later layers
    /// first.
    ///
    /// - Returns: The values in the order of the paths below the folder, then of the layers.
    /// - Complexity: linear in the text of the files; no file's content is kept by this type.
    package func gather<Part: Sendable>(
        _ empty: Part, _ body: @Sendable (inout Part, CatalogFact) -> Void
    ) -> [Part] {
        var found: [(path: String, layer: Int, part: Part)] = []
        var later: Set<FactKey> = []
        for layer in layers.indices.reversed() {
            let files = layers[layer].files.filter(isOfFacts)
            // The largest files are begun first, so that none is left to the end.
            let sizes = files.map(\.input.text.utf8.count)
            let order = files.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
            let replaced = later
            let results = Concurrently.map(files.count) { position in
                var reader = FactFileReader(files[order[position]], layer, later: replaced)
                var part = empty
                reader.read { body(&part, $0) }
                return FileResult(
                    part: part, keys: reader.keys, gathered: reader.collector.gathered)
            }
            for (index, result) in zip(order, results) {
                collector.absorb(result.gathered)
                later.formUnion(result.keys)
                found.append((files[index].relativePath, layer, result.part))
            }
        }
        return found.sorted { ($0.path, $0.layer) < ($1.path, $1.layer) }.map(\.part)
    }

    private struct FileResult<Part: Sendable>: Sendable {
        let part: Part
        let keys: Set<FactKey>
        let gathered: FindingCollector.Gathered
    }

    /// Requirements, rosters and offers stand in the catalog's folder but are no facts of it.
    private func isOfFacts(_ file: CatalogLayer.File) -> Bool {
        !file.isExample && file.relativePath != Self.head
    }
}

/// What a fact of a later layer replaces.
struct FactKey: Hashable, Sendable {
    let kind: FactKind
    /// Id of the record that a nested fact stands in; empty for others.
    let holder: String
    let id: String
}

/// Reads the facts of one file.
private struct FactFileReader {
    let collector = FindingCollector()
    /// What the file's facts replace in earlier layers; empty for the first layer.
    private(set) var keys: Set<FactKey> = []
    private let file: CatalogLayer.File
    private let layer: Int
    private let later: Set<FactKey>

    init(_ file: CatalogLayer.File, _ layer: Int, later: Set<FactKey>) {
        self.file = file
        self.layer = layer
        self.later = later
    }

    mutating func read(_ body: (CatalogFact) -> Void) {
        let places = FactPlace.places(of: file.relativePath)
        guard let own = places.first else {
            collector.report(stray: file)
            return
        }
        if own.kind == .price {
            // A price sheet may have a million rows: each is handed over and let go.
            CSVSheet(file.input, into: collector)?.forEachRow(into: collector) { _ in
                false
            } read: { row in
                body(fact(own.kind, row, context: context(own.kind, row)))
                return true
            }
            return
        }
        switch LocatedDocument.parse(file.input, into: collector) {
        case .table(let table)?:
            for row in table.rows { body(fact(own.kind, row, context: context(own.kind, row))) }
        case .value(let root)?: read(root, places, body)
        case nil: return
        }
    }

    private mutating func read(
        _ root: LocatedValue, _ places: [FactPlace], _ body: (CatalogFact) -> Void
    ) {
        let nested = places.compactMap(\.key)
        var holder: CatalogFact?
        for place in places {
            guard let key = place.key else {
                let record = fact(
                    place.kind, root, context: context(place.kind, root), nested: nested)
                holder = record
                body(record)
                continue
            }
            for element in root[key]?.elements ?? [] {
                body(fact(place.kind, element, in: holder, outlives: place.outlivesHolder))
            }
        }
    }

    /// A fact that stands alone.
    private mutating func fact(
        _ kind: FactKind, _ record: LocatedValue, context: String?, nested: [String] = []
    ) -> CatalogFact {
        let id = Self.id(kind, record, context)
        let isReplaced = note(FactKey(kind: kind, holder: "", id: id))
        return CatalogFact(
            kind: kind, id: id, context: context, contextName: nil, layer: layer,
            isReplaced: isReplaced, record: record, nestedKeys: nested)
    }

    /// A fact nested in a record.
    private mutating func fact(
        _ kind: FactKind, _ record: LocatedValue, in holder: CatalogFact?, outlives: Bool
    ) -> CatalogFact {
        let id = Self.id(kind, record, holder?.id)
        let key = FactKey(kind: kind, holder: outlives ? "" : holder?.id ?? "", id: id)
        var isReplaced = note(key)
        if !outlives, let holder, holder.isReplaced { isReplaced = true }
        return CatalogFact(
            kind: kind, id: id, context: holder?.id, contextName: holder?.name, layer: layer,
            isReplaced: isReplaced, record: record, nestedKeys: [])
    }

    /// Remembers a key for earlier layers, and tells whether a later one has it.
    private mutating func note(_ key: FactKey) -> Bool {
        if layer > 0 { keys.insert(key) }
        return !later.isEmpty && later.contains(key)
    }

    private func context(_ kind: FactKind, _ record: LocatedValue) -> String? {
        switch kind {
        case .country, .organisation, .provider, .framework: return nil
        default: break
        }
        if let written = record[kind.holder]?.text { return written }
        let parts = file.relativePath.split(separator: "/")
        return parts.first == "providers" && parts.count > 2 ? String(parts[1]) : nil
    }

    private static func id(
        _ kind: FactKind, _ record: LocatedValue, _ context: String?
    ) -> String {
        kind.identifying.compactMap { key in
            key == "context" ? context : record[key]?.text
        }.joined(separator: "/")
    }
}
