import Diagnostics
import LocatedInput

/// Keeps the records of one kind by identifier while files are read.
///
/// Within a layer an identifier stands once; a later layer replaces what an earlier one said.
struct RecordTable<Record: Sendable>: Sendable {
    private struct Row: Sendable {
        let id: String
        var record: Record
        let location: SourceLocation
        let layer: Int
    }

    /// In the order read, which is nearly that of the identifiers.
    private var rows: [Row] = []
    private var places: [String: Int] = [:]

    /// Identifiers of all records.
    var ids: Dictionary<String, Int>.Keys { places.keys }

    /// Records in the order read.
    var all: [Record] { rows.map(\.record) }

    /// Records in the order of their identifiers.
    var sorted: [Record] {
        rows.indices.sorted { rows[$0].id < rows[$1].id }.map { rows[$0].record }
    }

    /// Finds where a record was read.
    func location(of id: String) -> SourceLocation? { places[id].map { rows[$0].location } }

    /// Finds a record.
    subscript(_ id: String) -> Record? { places[id].map { rows[$0].record } }

    mutating func add(
        _ record: Record, id: String, at location: SourceLocation, layer: Int,
        into collector: FindingCollector
    ) {
        add(Row(id: id, record: record, location: location, layer: layer), into: collector)
    }

    /// Adds the records of another file.
    mutating func add(_ other: RecordTable, into collector: FindingCollector) {
        rows.reserveCapacity(rows.count + other.rows.count)
        places.reserveCapacity(rows.count + other.rows.count)
        for row in other.rows { add(row, into: collector) }
    }

    private mutating func add(_ row: Row, into collector: FindingCollector) {
        guard let place = places[row.id] else {
            places[row.id] = rows.count
            rows.append(row)
            return
        }
        guard rows[place].layer != row.layer else {
            collector.report(
                .catalogDuplicateRecord, "'\(row.id)' stands twice", at: row.location,
                notes: [FindingNote("it stands here first", at: rows[place].location)],
                help: "give one of the two another id, or delete it")
            return
        }
        rows[place] = row
    }

    /// Changes the record of an identifier, or tells that there is none.
    mutating func change(_ id: String, _ body: (inout Record) -> Void) -> Bool {
        guard let place = places[id] else { return false }
        body(&rows[place].record)
        return true
    }
}
