import Diagnostics
import LocatedInput

/// Finds where a field of a fact is written.
///
/// Records keep the place where they begin only. The index is built once a first mistake asks for
/// it: a catalog without mistakes pays nothing.
final class FactPlaces {
    private let roots: [LocatedValue]
    private let sheets: [CSVSheet]
    /// Sheets in which a mistake was found, by path.
    private var sheetRows: [String: CSVSheetRows] = [:]
    private let collector: FindingCollector
    private lazy var mappings = index()
    /// Identifiers of records that have a mistake of their own, as far as known at the first use.
    private lazy var broken = brokenIDs()

    init(roots: [LocatedValue], sheets: [CSVSheet], collector: FindingCollector) {
        self.roots = roots
        self.sheets = sheets
        self.collector = collector
    }

    /// Tells whether a record of that identifier is written but could not be read: to call it
    /// unknown would hide the mistake that counts.
    func isBroken(_ id: String) -> Bool { broken.contains(id) }

    /// Finds where `text` stands in the field of the record that begins at `location`.
    ///
    /// - Parameters:
    ///   - path: the key, or keys of nested mappings joined by dots.
    ///   - text: one of the words of a list; none for the value as a whole.
    /// - Returns: the nearest place that is known, `location` itself at worst.
    func place(of text: String?, in path: String, at location: SourceLocation) -> SourceLocation {
        guard var mapping = mappings[location] ?? row(at: location) else { return location }
        let keys = path.split(separator: ".").map(String.init)
        for key in keys.dropLast() {
            guard let inner = mapping[key] else { return location }
            mapping = inner
        }
        guard let key = keys.last, let value = mapping[key], !value.isNull else { return location }
        return text.flatMap { Self.word($0, key, of: mapping) } ?? value.location
    }

    /// Reads a row of a price sheet again: the rows of a large one are not kept.
    private func row(at location: SourceLocation) -> LocatedValue? {
        if let known = sheetRows[location.path] { return known.row(atLine: location.line) }
        guard let sheet = sheets.first(where: { $0.path == location.path }) else { return nil }
        let rows = CSVSheetRows(of: sheet)
        sheetRows[location.path] = rows
        return rows.row(atLine: location.line)
    }

    /// The place of one word of a list, be it a sequence or a cell.
    private static func word(
        _ text: String, _ key: String, of mapping: LocatedValue
    ) -> SourceLocation? {
        guard var reader = FieldReader(mapping, "fact", FindingCollector()) else { return nil }
        let words = reader.list(key, as: String.self)
        return words.first { $0.value == text }?.location
    }

    private func brokenIDs() -> Set<String> {
        let mistakes = Set(collector.findings.compactMap(\.location))
        let records = mappings.values.filter { $0["id"] != nil && Self.has($0, mistakes) }
        return Set(records.compactMap { $0["id"]?.text })
    }

    private static func has(_ record: LocatedValue, _ mistakes: Set<SourceLocation>) -> Bool {
        if mistakes.contains(record.location) { return true }
        let entries = record.entries ?? []
        return entries.contains { mistakes.contains($0.keyLocation) || has($0.value, mistakes) }
            || (record.elements ?? []).contains { has($0, mistakes) }
    }

    private func index() -> [SourceLocation: LocatedValue] {
        var found: [SourceLocation: LocatedValue] = [:]
        var open = roots
        while let value = open.popLast() {
            open += value.elements ?? []
            guard let entries = value.entries else { continue }
            open += entries.map(\.value)
            found[value.location] = value
        }
        return found
    }
}
