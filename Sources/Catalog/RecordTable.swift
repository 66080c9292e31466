import Diagnostics
import LocatedInput

/// Keeps the records of one kind by identifier while files are read.
///
/// Within a layer an identifier stands once; a later layer replaces what an earlier one said.
struct RecordTable<Record: Sendable>: Sendable {
    struct Entry: Sendable {
        var record: Record
        let location: SourceLocation
        let layer: Int
    }

    private(set) var entries: [String: Entry] = [:]

    mutating func add(
        _ record: Record, id: String, at location: SourceLocation, layer: Int,
        into collector: FindingCollector
    ) {
        if let earlier = entries[id], earlier.layer == layer {
            collector.report(
                .catalogDuplicateRecord, "'\(id)' stands twice", at: location,
                notes: [FindingNote("it stands here first", at: earlier.location)],
                help: "give one of the two another id, or delete it")
            return
        }
        entries[id] = Entry(record: record, location: location, layer: layer)
    }

    /// Adds the records of another file.
    mutating func add(_ other: RecordTable, into collector: FindingCollector) {
        // Identifiers differ within a file, so the order decides nothing.
        for (id, entry) in other.entries {
            add(entry.record, id: id, at: entry.location, layer: entry.layer, into: collector)
        }
    }

    /// Changes the record of an identifier, or tells that there is none.
    mutating func change(_ id: String, _ body: (inout Record) -> Void) -> Bool {
        guard var entry = entries[id] else { return false }
        body(&entry.record)
        entries[id] = entry
        return true
    }

    /// Records in the order of their identifiers.
    var sorted: [Record] {
        entries.keys.sorted().compactMap { entries[$0]?.record }
    }
}
