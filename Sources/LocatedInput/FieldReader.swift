package import Diagnostics

/// Reads the keys of one mapping as typed values and reports every mistake.
///
///     guard var reader = FieldReader(value, "workload", collector) else { return nil }
///     let id = reader.required("id", as: String.self)
///     let replicas = reader.optional("replicas", in: 1...100)
///     reader.finish()
///     guard let id else { return nil }
///
/// A reading that fails gives nothing and leaves a finding; the reader goes on with the next key,
/// so that all mistakes of a file are shown together.
package struct FieldReader {
    /// What the mapping describes, for messages: "workload".
    package let what: String
    /// Where the mapping begins.
    package let location: SourceLocation
    /// Gets the findings.
    package let collector: FindingCollector

    private let value: LocatedValue
    private let entries: [LocatedEntry]
    private var asked: [String] = []

    /// Creates a reader, or reports that the value is no mapping.
    ///
    /// - Parameters:
    ///   - value: The mapping, or a row of a table.
    ///   - what: What it describes, one word or two: "workload", "price row".
    ///   - collector: Gets the findings.
    package init?(_ value: LocatedValue, _ what: String, _ collector: FindingCollector) {
        guard case .mapping(let entries) = value.content else {
            collector.report(
                .inputWrongShape,
                "expected a mapping of keys for the \(what), found \(value.shape)",
                at: value.location)
            return nil
        }
        self.what = what
        self.value = value
        self.entries = entries
        self.collector = collector
        location = value.location
    }

    /// Reads a scalar that must be there.
    package mutating func required<T: InputScalar>(
        _ key: String, as type: T.Type = T.self
    ) -> Located<T>? {
        guard let value = requiredChild(key) else { return nil }
        return scalar(value, key: key)
    }

    /// Reads a scalar that may be absent.
    package mutating func optional<T: InputScalar>(
        _ key: String, as type: T.Type = T.self
    ) -> Located<T>? {
        guard let value = child(key) else { return nil }
        return scalar(value, key: key)
    }

    /// Reads a scalar that must be there and within a range.
    package mutating func required<T: InputScalar & Comparable>(
        _ key: String, as type: T.Type = T.self, in range: ClosedRange<T>
    ) -> Located<T>? {
        let located: Located<T>? = required(key)
        return located.flatMap { checked($0, key: key, range: range) }
    }

    /// Reads a scalar that may be absent and must otherwise be within a range.
    package mutating func optional<T: InputScalar & Comparable>(
        _ key: String, as type: T.Type = T.self, in range: ClosedRange<T>
    ) -> Located<T>? {
        let located: Located<T>? = optional(key)
        return located.flatMap { checked($0, key: key, range: range) }
    }

    /// Reads a list of scalars: a sequence, or a cell of a table split at ';'. Absent gives an
    /// empty list.
    package mutating func list<T: InputScalar>(
        _ key: String, as type: T.Type = T.self
    ) -> [Located<T>] {
        guard let value = child(key) else { return [] }
        if let elements = value.elements {
            return elements.compactMap { (element: LocatedValue) in scalar(element, key: key) }
        }
        if self.value.headerLocation != nil, let parts = value.cellParts {
            return parts.compactMap { (part: LocatedValue) in scalar(part, key: key) }
        }
        reportShape("a list", key: key, found: value)
        return []
    }

    /// Returns the value of a key that must be there, whatever its shape.
    package mutating func requiredChild(_ key: String) -> LocatedValue? {
        let entry = entry(key)
        if let entry, !entry.value.isNull { return entry.value }
        reportMissing(key, entry: entry)
        return nil
    }

    /// Returns the value of a key, whatever its shape; none where it is absent or `null`.
    package mutating func child(_ key: String) -> LocatedValue? {
        guard let entry = entry(key), !entry.value.isNull else { return nil }
        return entry.value
    }

    /// Returns the elements of a sequence; absent gives an empty list.
    package mutating func children(_ key: String) -> [LocatedValue] {
        guard let value = child(key) else { return [] }
        if let elements = value.elements { return elements }
        reportShape("a list", key: key, found: value)
        return []
    }

    /// Returns a reader for a nested mapping; none where it is absent, `null` or no mapping.
    package mutating func nested(_ key: String) -> FieldReader? {
        child(key).flatMap { FieldReader($0, key, collector) }
    }

    /// Returns where the value of a key is written, or the mapping begins if the key is absent.
    package func location(of key: String) -> SourceLocation {
        entries.first { $0.key == key }?.value.location ?? location
    }

    /// Returns where a key is written, or the mapping begins if it is absent.
    package func keyLocation(of key: String) -> SourceLocation {
        entries.first { $0.key == key }?.keyLocation ?? location
    }

    /// Tells whether a key is written, be it with `null`. Does not count as asking for it.
    package func has(_ key: String) -> Bool {
        entries.contains { $0.key == key }
    }

    /// Keys in the order of the file.
    package var keys: [String] { entries.map(\.key) }

    /// Reports the keys that nobody asked for.
    package func finish() {
        for entry in entries where !asked.contains(entry.key) {
            let isConfidential = collector.isConfidential(entry.keyLocation)
            let quoted =
                isConfidential ? "" : collector.quote(entry.key, at: entry.keyLocation) + " "
            let kind = value.headerLocation == nil ? "key" : "column"
            collector.report(
                .inputUnknownKey, "unknown \(kind) \(quoted)in \(what)", at: entry.keyLocation,
                help: help(forUnknown: entry.key))
        }
    }
}

extension FieldReader {
    private mutating func entry(_ key: String) -> LocatedEntry? {
        if !asked.contains(key) { asked.append(key) }
        return entries.first { $0.key == key }
    }

    private func scalar<T: InputScalar>(_ value: LocatedValue, key: String) -> Located<T>? {
        guard let text = value.text else {
            reportShape(T.expectation, key: key, found: value)
            return nil
        }
        if let made = T(inputText: text) { return Located(made, at: value.location) }
        let mistake = T.mistake(in: text)
        let quoted = collector.quote(text, at: value.location)
        collector.report(
            mistake.code, "expected \(T.expectation) for '\(key)', found \(quoted)",
            at: value.location,
            help: collector.isConfidential(value.location) ? nil : mistake.help)
        return nil
    }

    private func checked<T: Comparable>(
        _ located: Located<T>, key: String, range: ClosedRange<T>
    ) -> Located<T>? {
        if range.contains(located.value) { return located }
        let found = collector.quote("\(located.value)", at: located.location)
        collector.report(
            .inputOutOfRange,
            "expected \(range.lowerBound) to \(range.upperBound) for '\(key)', found \(found)",
            at: located.location)
        return nil
    }

    private func reportShape(_ expected: String, key: String, found value: LocatedValue) {
        collector.report(
            .inputWrongShape, "expected \(expected) for '\(key)', found \(value.shape)",
            at: value.location,
            help: expected == "a list" && value.text != nil ? "write it in brackets: [ … ]" : nil)
    }

    private func reportMissing(_ key: String, entry: LocatedEntry?) {
        if let entry {
            let isTable = value.headerLocation != nil
            collector.report(
                .inputMissingKey, "'\(key)' of the \(what) has no value",
                at: isTable ? entry.value.location : entry.keyLocation)
        } else if let header = value.headerLocation {
            collector.report(
                .inputMissingKey, "the table has no column '\(key)', which every \(what) needs",
                at: header)
        } else {
            collector.report(
                .inputMissingKey, "the \(what) has no '\(key)'", at: location)
        }
    }

    /// Suggests a known key only if it is not used already.
    private func help(forUnknown key: String) -> String? {
        let free = asked.filter { !has($0) }
        if let help = DidYouMean.help(for: key, in: free) { return help }
        guard !asked.isEmpty, asked.count <= 12 else { return nil }
        return "known here: " + asked.joined(separator: ", ")
    }
}

extension LocatedValue {
    /// The parts of a cell between semicolons, without blanks around them.
    fileprivate var cellParts: [LocatedValue]? {
        guard case .scalar(let text, let quoted) = content else { return nil }
        let separators: [UInt8] = [UInt8(ascii: ";"), UInt8(ascii: " ")]
        // Most cells hold one word: nothing to split, nothing to trim.
        if !text.utf8.contains(where: separators.contains) { return [self] }
        var parts: [LocatedValue] = []
        var column = location.column + (quoted ? 1 : 0)
        for part in text.split(separator: ";", omittingEmptySubsequences: false) {
            let head = part.prefix { $0 == " " }
            let core = String(part.dropFirst(head.count).reversed().drop { $0 == " " }.reversed())
            let place = SourceLocation(
                path: location.path, line: location.line, column: column + head.count,
                length: core.count)
            parts.append(LocatedValue(.scalar(core, quoted: quoted), at: place))
            column += part.count + 1
        }
        return parts
    }
}
