import Catalog
import Diagnostics
import Quantities

/// Says which catalog was read and how much is in it.
struct CatalogSummary {
    private let snapshot: CatalogSnapshot
    private let folders: [String]
    private let files: Int

    init(_ snapshot: CatalogSnapshot, folders: [String], files: Int) {
        self.snapshot = snapshot
        self.folders = folders
        self.files = files
    }

    private var counts: [(name: String, count: Int)] {
        [
            ("owners", snapshot.owners.count), ("rules", snapshot.rules.count),
            ("providers", snapshot.providers.count), ("sites", snapshot.sites.count),
            ("services", snapshot.services.count), ("offers", snapshot.offers.count),
            ("authorisations", snapshot.authorisations.count),
            ("instances", snapshot.instances.count), ("prices", snapshot.priceCount),
            ("programmes", snapshot.programmes.count), ("roles", snapshot.roles.count),
            ("labourRates", snapshot.labourRates.count),
            ("operatingModels", snapshot.operatingModels.count),
            ("exchangeRates", snapshot.exchangeRates.count),
        ]
    }

    /// Lines for a person.
    var text: String {
        let names = [
            "labourRates": "day rates", "operatingModels": "operating models",
            "exchangeRates": "exchange rates",
        ]
        let listed = counts.map { entry in
            "  \(names[entry.name] ?? entry.name) \(entry.count)"
        }
        let head = [
            "catalog \(snapshot.version) of \(snapshot.date) in \(folders.joined(separator: ", "))",
            "content \(snapshot.contentHash)",
            "\(files) files without a mistake:",
        ]
        return (head + listed).map { $0 + "\n" }.joined()
    }

    /// The document `catalog-check/1`.
    var json: JSONValue {
        let members = counts.map { entry in
            (key: entry.name, value: JSONValue.integer(Int64(entry.count)))
        }
        return [
            "format": "catalog-check/1",
            "version": .string(snapshot.version),
            "date": .string(snapshot.date.description),
            "contentHash": .string("\(snapshot.contentHash)"),
            "folders": .array(folders.map { JSONValue.string($0) }),
            "files": .integer(Int64(files)),
            "counts": .object(members),
        ]
    }
}
