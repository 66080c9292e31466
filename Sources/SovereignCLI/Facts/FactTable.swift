import Catalog
import Diagnostics
import Documents
import Quantities

/// Lays facts of one kind out as a table.
struct FactTable {
    /// Paths of the fields shown.
    let columns: [String]
    private let facts: [CatalogFact]

    /// Creates a table with the columns asked for.
    init(_ facts: [CatalogFact], columns: [String]) {
        self.facts = facts
        self.columns = columns
    }

    /// Creates a table with the columns that tell most about the kind and fit into `width`.
    init(_ facts: [CatalogFact], of kind: FactKind, width: Int) {
        var columns: [String] = []
        var room = width
        for path in Self.candidates(facts, kind) {
            let cells = facts.map { Self.cell($0, path, ", ") }
            guard cells.contains(where: { !$0.isEmpty }) else { continue }
            let needed = Self.leastWidth([path] + cells) + (columns.isEmpty ? 0 : 2)
            guard needed <= room else { continue }
            room -= needed
            columns.append(path)
        }
        self.init(facts, columns: columns)
    }

    /// The table for a terminal.
    var block: DocumentBlock {
        let rows = facts.map { fact in columns.map { Self.cell(fact, $0, ", ") } }
        return .table(
            DocumentBlock.Table(
                columns: columns.indices.map { column in
                    DocumentBlock.Column(
                        columns[column],
                        isFigure: Self.areNumbers(rows.map { $0[column] }))
                },
                rows: rows))
    }

    /// The table as rows of text, the header first; lists are parted as in the catalog's own files.
    var rows: [[String]] {
        [columns] + facts.map { fact in columns.map { Self.cell(fact, $0, ";") } }
    }

    /// Columns of a spreadsheet: every field, in the order of the files.
    ///
    /// - Parameter paths: Fields of all facts of the kind.
    static func allColumns(_ paths: [String], _ kind: FactKind) -> [String] {
        var columns = ["id", "name", kind.holder].filter { $0 != "holder" }
        columns += paths.filter { !columns.contains($0) }
        return columns.contains("file") ? columns : columns + ["file"]
    }

    /// Width in which cells can still be read: longer texts wrap, and so do very long words.
    private static func leastWidth(_ cells: [String]) -> Int {
        let widest = cells.map { DisplayText.width($0) }.max() ?? 0
        let word =
            cells.joined(separator: " ").split(separator: " ")
            .map { DisplayText.width($0) }.max() ?? 0
        return min(widest, max(min(word, 36), 24))
    }

    private static func cell(_ fact: CatalogFact, _ path: String, _ separator: String) -> String {
        fact.texts(at: path).joined(separator: separator)
    }

    private static func areNumbers(_ cells: [String]) -> Bool {
        let written = cells.filter { !$0.isEmpty }
        return !written.isEmpty && written.allSatisfy { (try? ExactDecimal(parsing: $0)) != nil }
    }

    /// Fields in the order in which they are given room.
    private static func candidates(_ facts: [CatalogFact], _ kind: FactKind) -> [String] {
        var paths: [String] = []
        for fact in facts.prefix(sampled) {
            for path in fact.paths where !paths.contains(path) { paths.append(path) }
        }
        let name = ["name", "title", "marking"].first(where: paths.contains)
        let first = ["id"] + [name].compactMap { $0 } + kind.listed + [kind.holder]
        var candidates: [String] = []
        for path in first + paths + ["confidence", "asOf"] where !candidates.contains(path) {
            let isKept = first.contains(path) || !left.contains(path) && !path.contains(".")
            if isKept || ["confidence", "asOf"].contains(path), path != "holder" {
                candidates.append(path)
            }
        }
        return candidates.filter { !["confidence", "asOf"].contains($0) } + ["confidence", "asOf"]
    }

    /// Facts whose fields are looked at; the fields of a kind differ little.
    private static let sampled = 200

    /// Fields that say how a fact is known, or at length; `catalog show` has them.
    private static let left: Set<String> = [
        "asOf", "basis", "confidence", "derivation", "description", "note", "source", "statement",
        "text", "unverified",
    ]
}

extension FactKind {
    /// Fields that a list of the kind shows first, behind id and name.
    fileprivate var listed: [String] {
        switch self {
        case .level: ["owner", "band", "rank", "personnelClearance", "facilityClearance"]
        case .absentLevel: ["owner", "band", "since"]
        case .legacyMarking: ["owner", "protectedAs", "until"]
        case .caveat: ["owner", "admits", "sole"]
        case .clearance: ["owner", "level", "validity", "leadTime"]
        case .facilityClearance: ["owner", "levels", "validity", "leadTime"]
        case .accreditation: ["owner", "kind", "covers", "validity"]
        case .rule: ["owner", "kind", "text"]
        case .agreement: ["parties", "direction", "upTo", "status"]
        case .capability: ["description"]
        case .provider: ["parent.name", "parent.country", "compellableBy"]
        case .deliveryModel: ["provider", "isolation", "connectivity"]
        case .site: ["country", "deliveryModel", "place", "status"]
        case .service: ["provider", "capability", "sites"]
        case .availability: ["service", "deliveryModel", "status"]
        case .authorisation: ["scheme", "services", "sites", "expires"]
        case .instance: ["service", "family", "vcpu", "memoryGiB"]
        case .price: ["sku", "sites", "plan", "amount", "currency", "unit"]
        case .edgeDevice: ["provider", "class", "status", "vcpu", "memoryGiB", "storageTB"]
        case .dependency: ["kind", "services", "requires", "text"]
        case .commitment: ["subject", "deliveryModels", "text"]
        case .labourRate: ["country", "role", "level", "low", "likely", "high", "currency", "unit"]
        case .role: ["sfiaLevel", "description"]
        default: []
        }
    }
}
