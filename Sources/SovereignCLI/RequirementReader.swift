import Catalog
import Diagnostics
import LocatedInput
import Proposals
import Requirements

/// Reads a requirement and binds its words to a catalog.
struct RequirementReader {
    /// A requirement that can be answered, with the text it was read from.
    struct Reading {
        let bound: BoundRequirement
        let source: RequirementSource
        /// The requirement before each setting.
        let earlier: [EarlierRequirement]

        /// The place of the whole file.
        var start: SourceLocation {
            SourceLocation(path: source.path, line: 1, column: 1, length: 0)
        }
    }

    let collector: FindingCollector

    /// Reads the file at `path`; every mistake is a finding, also those that another one hides
    /// from a reader that stops at the first.
    ///
    /// - Parameters:
    ///   - settings: What is set on top of the file before it is decoded.
    ///   - catalog: None where the catalog could not be loaded: the requirement is checked as far
    ///     as that goes without it.
    /// - Returns: None after an error in the requirement or in the catalog.
    func read(_ path: String, settings: [String], catalog: CatalogSnapshot?) -> Reading? {
        let read = RequirementSetting.read(settings, into: collector)
        guard let input = InputFile.read(path, into: collector),
            let document = LocatedDocument.parse(input, into: collector)
        else { return nil }
        let trees = RequirementSetting.apply(read, to: document.root, into: collector)
        guard let requirement = Requirement(trees[trees.count - 1], into: collector),
            let catalog,
            let bound = BoundRequirement(requirement, to: catalog, into: collector),
            !collector.hasErrors
        else { return nil }
        return Reading(
            bound: bound,
            source: RequirementSource(path: input.path, text: input.text, settings: settings),
            earlier: trees.dropLast().map { earlier($0, catalog) })
    }

    /// Mistakes of a requirement that is not the one asked for are no findings.
    private func earlier(_ tree: LocatedValue, _ catalog: CatalogSnapshot) -> EarlierRequirement {
        let collector = FindingCollector()
        guard let requirement = Requirement(tree, into: collector),
            let bound = BoundRequirement(requirement, to: catalog, into: collector),
            !collector.hasErrors
        else { return .unreadable(collector.findings.map(\.message)) }
        return .bound(bound)
    }
}
