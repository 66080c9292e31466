import Catalog
import Diagnostics
import LocatedInput

/// Layers of catalog files that exist in memory only.
struct FactWorld {
    private(set) var layers: [CatalogLayer] = []

    /// Creates a world of layers, each a table of texts by path; a head is added to each.
    init(_ layers: [String: String]...) {
        self.layers = layers.enumerated().map { index, files in
            let folder = index == 0 ? "base" : "overlay\(index)"
            var all = files
            all["catalog.yaml"] = "format: 1\nversion: \"1\"\ndate: 2026-11-01\n"
            return CatalogLayer(
                folder: folder,
                files: all.map { path, text in
                    CatalogLayer.File(
                        relativePath: path,
                        input: InputText(path: "\(folder)/\(path)", text: text))
                })
        }
    }

    /// The facts, those replaced by a later layer too, as `kind id`; a mark tells the replaced.
    func list() -> (facts: [String], findings: [String]) {
        let collector = FindingCollector()
        let all = gather(into: collector)
        return (
            all.map { "\($0.isReplaced ? "-" : "")\($0.kind.rawValue) \($0.id)" },
            collector.findings.map { "\($0.code.rawValue) \($0.message)" }
        )
    }

    /// Every fact.
    func gather(into collector: FindingCollector = FindingCollector()) -> [CatalogFact] {
        (facts(into: collector)?.gather([CatalogFact]()) { $0.append($1) } ?? []).flatMap { $0 }
    }

    func facts(into collector: FindingCollector = FindingCollector()) -> CatalogFacts? {
        CatalogFacts(layers, into: collector)
    }

    /// What a search finds, as `kind id`.
    func search(_ words: String..., limit: Int = 20) -> [String] {
        guard let facts = facts() else { return [] }
        return FactSearch(words, limit: limit)?.run(on: facts).hits.map {
            "\($0.fact.kind.rawValue) \($0.fact.id)"
        } ?? []
    }
}
