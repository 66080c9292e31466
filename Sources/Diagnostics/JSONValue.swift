/// Holds a JSON document whose members keep their order; every JSON output of the product is one.
///
/// There is no floating point: exact decimals travel as strings. Literals build values in place:
///
///     let value: JSONValue = ["format": "findings/1", "errors": 2, "findings": []]
///     value.rendered(indented: false)   // {"format":"findings/1","errors":2,"findings":[]}
package indirect enum JSONValue: Sendable {
    /// Members in the order in which they are written.
    case object([(key: String, value: JSONValue)])
    /// Elements in order.
    case array([JSONValue])
    /// A text.
    case string(String)
    /// A whole number.
    case integer(Int64)
    /// `true` or `false`.
    case bool(Bool)
    /// `null`.
    case null

    /// Returns a string, or `null` for none.
    package static func optional(_ text: String?) -> JSONValue {
        text.map { JSONValue.string($0) } ?? .null
    }
}

extension JSONValue: Equatable {
    /// Compares by content; the order of members counts.
    package static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.object(let one), .object(let other)):
            one.elementsEqual(other) { $0.key == $1.key && $0.value == $1.value }
        case (.array(let one), .array(let other)): one == other
        case (.string(let one), .string(let other)): one == other
        case (.integer(let one), .integer(let other)): one == other
        case (.bool(let one), .bool(let other)): one == other
        case (.null, .null): true
        default: false
        }
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
    /// Creates an object whose members keep the order of the literal.
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { (key: $0.0, value: $0.1) })
    }
}

extension JSONValue: ExpressibleByArrayLiteral {
    /// Creates an array.
    package init(arrayLiteral elements: JSONValue...) {
        self = .array(elements)
    }
}

extension JSONValue: ExpressibleByStringInterpolation {
    /// Creates a string.
    package init(stringLiteral value: String) {
        self = .string(value)
    }
}

extension JSONValue: ExpressibleByIntegerLiteral {
    /// Creates a whole number.
    package init(integerLiteral value: Int64) {
        self = .integer(value)
    }
}

extension JSONValue: ExpressibleByBooleanLiteral {
    /// Creates `true` or `false`.
    package init(booleanLiteral value: Bool) {
        self = .bool(value)
    }
}

extension JSONValue: ExpressibleByNilLiteral {
    /// Creates `null`.
    package init(nilLiteral: ()) {
        self = .null
    }
}
