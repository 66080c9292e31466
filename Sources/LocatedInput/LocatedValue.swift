package import Diagnostics

/// Holds a value of a YAML, JSON or CSV document, not yet typed, with its place.
///
/// Scalars are kept as written: `010` stays "010", `no` stays "no", `0.10` keeps its zero.
package struct LocatedValue: Sendable, Hashable {
    /// The shapes that a value can have.
    package enum Content: Sendable, Hashable {
        /// One text; `quoted` tells whether quotes or a block style marked it as text.
        case scalar(String, quoted: Bool)
        /// Elements in order.
        case sequence([LocatedValue])
        /// Entries in the order of the file; no key occurs twice.
        case mapping([LocatedEntry])
        /// Nothing: YAML's empty value, `~` and `null`, JSON's `null`, an empty cell of a table.
        case null
    }

    /// Shape and content.
    package let content: Content
    /// Where the value is written. Of sequences and mappings, where they begin.
    package let location: SourceLocation

    /// Creates a value.
    package init(_ content: Content, at location: SourceLocation) {
        self.content = content
        self.location = location
    }
}

/// Holds a key of a mapping and its value.
package struct LocatedEntry: Sendable, Hashable {
    /// The key as text.
    package let key: String
    /// Where the key is written; for a table, in its header.
    package let keyLocation: SourceLocation
    /// The value.
    package let value: LocatedValue

    /// Creates an entry.
    package init(key: String, keyLocation: SourceLocation, value: LocatedValue) {
        self.key = key
        self.keyLocation = keyLocation
        self.value = value
    }
}

/// Pairs a typed value with the place it was read from.
package struct Located<Value> {
    /// The value.
    package let value: Value
    /// Where it is written.
    package let location: SourceLocation

    /// Creates a pair.
    package init(_ value: Value, at location: SourceLocation) {
        self.value = value
        self.location = location
    }

    /// Returns what `transform` makes of the value, at the same place.
    package func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Located<Other> {
        Located<Other>(try transform(value), at: location)
    }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}

extension LocatedValue {
    /// The text of a scalar.
    package var text: String? {
        if case .scalar(let text, _) = content { return text }
        return nil
    }

    /// The elements of a sequence.
    package var elements: [LocatedValue]? {
        if case .sequence(let elements) = content { return elements }
        return nil
    }

    /// The entries of a mapping.
    package var entries: [LocatedEntry]? {
        if case .mapping(let entries) = content { return entries }
        return nil
    }

    /// Whether there is nothing.
    package var isNull: Bool { content == .null }

    /// Returns the value of a key of a mapping, `null` included; none if the key is not there.
    ///
    /// - Complexity: linear in the number of entries.
    package subscript(key: String) -> LocatedValue? {
        entries?.first { $0.key == key }?.value
    }

    /// The place of the header, if the value is a row of a table.
    ///
    /// Only there do the keys stand on an earlier line than the mapping.
    package var headerLocation: SourceLocation? {
        guard let first = entries?.first, first.keyLocation.line < location.line else { return nil }
        return first.keyLocation
    }

    /// The shape in words, with article: "a list", "a mapping", "'text'", "nothing".
    package var shape: String {
        switch content {
        case .scalar: "a single value"
        case .sequence: "a list"
        case .mapping: "a mapping of keys"
        case .null: "nothing"
        }
    }
}
