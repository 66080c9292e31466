package import Catalog
package import Diagnostics
import LocatedInput

/// Finds levels and clearances by words that somebody types, not by those of a confidential file.
package struct ClearanceNames {
    private let words: ClearanceWords

    /// Creates a finder; what names nothing is a finding.
    package init(catalog: CatalogSnapshot, into collector: FindingCollector) {
        words = ClearanceWords(catalog: catalog, collector: collector, isTyped: true)
    }

    private static let place = SourceLocation(path: "", line: 1, column: 1, length: 0)

    /// Finds a level by its marking, or by the name of a clearance that opens it.
    package func level(_ word: String, of owner: Owner) -> Level? {
        words.clearance(Located(word, at: Self.place), of: owner)?.level
    }

    /// Finds a clearance by its name, or by the level that it opens.
    package func clearance(_ word: String, of issuer: Owner) -> (
        level: Level?, clearance: PersonnelClearance?
    )? {
        words.clearance(Located(word, at: Self.place), of: issuer)
            .map { ($0.level, $0.clearance) }
    }
}
