import Diagnostics
import LocatedInput

/// Keeps the records of one kind by identifier.
///
/// While files are read, an identifier stands once within a layer, and a later layer replaces what
/// an earlier one said. Once they are, the table is frozen: its records are in the order of their
/// identifiers, and places of mistakes are forgotten.
struct RecordTable<Record: Sendable>: Sendable {
    private struct Origin: Sendable {
        let location: SourceLocation
        let layer: Int
    }

    /// Identifiers of the records.
    private var keys: [String] = []
    /// Records in the order read, which is nearly that of the identifiers; in that of the
    /// identifiers once the table is frozen.
    private(set) var all: [Record] = []
    /// Empty once the table is frozen.
    private var origins: [Origin] = []
    /// Places by identifier; none once the table is frozen.
    private var places: [String: Int]? = [:]

    /// Creates a table without records.
    init() {}

    /// Creates a frozen table of records in the order of their identifiers.
    ///
    /// - Returns: `nil` where the identifiers are not in order, or not as many.
    init?(keys: [String], records: [Record]) {
        guard keys.count == records.count, zip(keys, keys.dropFirst()).allSatisfy({ $0 < $1 })
        else { return nil }
        self.keys = keys
        all = records
        places = nil
    }

    /// Identifiers of all records.
    var ids: Dictionary<String, Int>.Keys { (places ?? [:]).keys }

    /// Identifiers of a frozen table, in their order.
    var frozenKeys: [String] { keys }

    /// Records in the order of their identifiers.
    var sorted: [Record] {
        if places == nil { return all }
        return keys.indices.sorted { keys[$0] < keys[$1] }.map { all[$0] }
    }

    /// Finds where a record was read; known until the table is frozen.
    func location(of id: String) -> SourceLocation? { places?[id].map { origins[$0].location } }

    /// Finds a record.
    subscript(_ id: String) -> Record? { place(of: id).map { all[$0] } }

    mutating func add(
        _ record: Record, id: String, at location: SourceLocation, layer: Int,
        into collector: FindingCollector
    ) {
        if places == nil { return put(record, id: id) }
        add(record, id: id, Origin(location: location, layer: layer), into: collector)
    }

    /// Adds the records of another file.
    mutating func add(_ other: RecordTable, into collector: FindingCollector) {
        guard !keys.isEmpty else {
            self = other
            return
        }
        for index in other.keys.indices {
            add(
                other.all[index], id: other.keys[index], other.origins[index], into: collector)
        }
    }

    /// Ends the reading of files.
    mutating func freeze() {
        if !zip(keys, keys.dropFirst()).allSatisfy({ $0 < $1 }) {
            let order = keys.indices.sorted { keys[$0] < keys[$1] }
            all = order.map { all[$0] }
            keys = order.map { keys[$0] }
        }
        origins = []
        places = nil
    }

    /// Changes the record of an identifier, or tells that there is none.
    mutating func change(_ id: String, _ body: (inout Record) -> Void) -> Bool {
        guard let place = place(of: id) else { return false }
        body(&all[place])
        return true
    }

    private mutating func add(
        _ record: Record, id: String, _ origin: Origin, into collector: FindingCollector
    ) {
        guard let place = places?[id] else {
            places?[id] = keys.count
            keys.append(id)
            all.append(record)
            origins.append(origin)
            return
        }
        guard origins[place].layer != origin.layer else {
            collector.report(
                .catalogDuplicateRecord, "'\(id)' stands twice", at: origin.location,
                notes: [FindingNote("it stands here first", at: origins[place].location)],
                help: "give one of the two another id, or delete it")
            return
        }
        collector.reportOverlays(
            id, earlier: origins[place].layer, at: origins[place].location, later: origin.location)
        all[place] = record
        origins[place] = origin
    }

    /// Puts a record where it belongs among frozen ones.
    private mutating func put(_ record: Record, id: String) {
        let place = firstPlace(notBefore: id)
        if place < keys.count, keys[place] == id {
            all[place] = record
        } else {
            keys.insert(id, at: place)
            all.insert(record, at: place)
        }
    }

    private func place(of id: String) -> Int? {
        if let places { return places[id] }
        let place = firstPlace(notBefore: id)
        return place < keys.count && keys[place] == id ? place : nil
    }

    private func firstPlace(notBefore id: String) -> Int {
        var range = 0..<keys.count
        while !range.isEmpty {
            let middle = (range.lowerBound + range.upperBound) / 2
            range = keys[middle] < id ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return range.lowerBound
    }
}

extension FindingCollector {
    /// Warns of a record that two overlays state; that one states a record of the catalog anew is
    /// what overlays are for.
    func reportOverlays(
        _ id: String, earlier layer: Int, at earlier: SourceLocation, later: SourceLocation
    ) {
        guard layer > 0 else { return }
        report(
            .catalogOverlaysDisagree, "two overlays state '\(id)'; the later one holds",
            at: later, notes: [FindingNote("the earlier one", at: earlier)],
            help: "keep the record in one of the two", severity: .warning)
    }
}
