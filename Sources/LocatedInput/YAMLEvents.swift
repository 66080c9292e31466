import CYaml
import Diagnostics

/// Holds a sequence or mapping whose end has not been read yet.
struct OpenCollection {
    enum Kind {
        case sequence
        case mapping
    }

    private let kind: Kind
    private let location: SourceLocation
    private var elements: [LocatedValue] = []
    private var entries: [LocatedEntry] = []
    private var firstPlaces: [String: SourceLocation] = [:]
    private var pendingKey: PendingKey?

    private enum PendingKey {
        case key(String, SourceLocation)
        /// The value of a refused key is read and dropped.
        case dropped
    }

    init(_ kind: Kind, at location: SourceLocation) {
        self.kind = kind
        self.location = location
    }

    /// The finished collection.
    var value: LocatedValue {
        LocatedValue(kind == .sequence ? .sequence(elements) : .mapping(entries), at: location)
    }

    /// Adds an element, a key, or the value of the key before; returns what is wrong with a key.
    mutating func add(_ value: LocatedValue, collector: FindingCollector) -> Finding? {
        guard kind == .mapping else {
            elements.append(value)
            return nil
        }
        switch pendingKey {
        case .key(let key, let place):
            entries.append(LocatedEntry(key: key, keyLocation: place, value: value))
            pendingKey = nil
            return nil
        case .dropped:
            pendingKey = nil
            return nil
        case nil:
            return addKey(value, collector: collector)
        }
    }

    private mutating func addKey(_ key: LocatedValue, collector: FindingCollector) -> Finding? {
        pendingKey = .dropped
        guard let text = key.text, !text.isEmpty else {
            return Finding(
                .inputKeyNotText, "expected a word as key, found \(key.shape)", at: key.location,
                help: key.text == nil && !key.isNull ? "put quotes round the key" : nil)
        }
        if let first = firstPlaces[text] {
            let quoted = collector.quote(text, at: key.location)
            return Finding(
                .inputDuplicateKey, "duplicate key \(quoted)", at: key.location,
                notes: [FindingNote("the first is", at: first)])
        }
        firstPlaces[text] = key.location
        pendingKey = .key(text, key.location)
        return nil
    }
}

/// Tells whether an event carries an anchor or an explicit tag.
struct YAMLDecoration {
    let hasAnchor: Bool
    let hasTag: Bool

    init(scalar event: yaml_event_t) {
        hasAnchor = event.data.scalar.anchor != nil
        hasTag = event.data.scalar.tag != nil
    }

    init(sequence event: yaml_event_t) {
        hasAnchor = event.data.sequence_start.anchor != nil
        hasTag = event.data.sequence_start.tag != nil
    }

    init(mapping event: yaml_event_t) {
        hasAnchor = event.data.mapping_start.anchor != nil
        hasTag = event.data.mapping_start.tag != nil
    }
}

/// Words a syntax error of libyaml.
struct YAMLFailure {
    let code: FindingCode
    let problem: String
    let mark: yaml_mark_t
    let context: (text: String, mark: yaml_mark_t)?
    let help: String?

    init(_ parser: yaml_parser_t) {
        let reason = parser.problem.map { String(cString: $0) } ?? "the text cannot be read"
        // The library looks ahead, so its own bound can be met before that of the limits.
        let isTooDeep = reason.hasPrefix("Maximum nesting level")
        code = isTooDeep ? .inputTooDeep : .inputYAMLSyntax
        problem = isTooDeep ? "nested too many levels deep" : "broken YAML: \(reason)"
        mark = parser.problem_mark
        help = Self.help(for: reason)
        context = isTooDeep ? nil : Self.context(of: parser)
    }

    private static func context(of parser: yaml_parser_t) -> (text: String, mark: yaml_mark_t)? {
        guard let words = parser.context else { return nil }
        return (
            text: "the problem came up " + String(cString: words), mark: parser.context_mark
        )
    }

    private static func help(for reason: String) -> String? {
        switch reason {
        case "mapping values are not allowed in this context":
            "put quotes round a value that contains ': ', or check the indentation"
        case "found character that cannot start any token":
            "put quotes round a value that begins with a special character; indent with spaces"
        case "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected":
            "indent with spaces"
        case "could not find expected ':'":
            "write 'key: value' with a space after the colon, or check the indentation"
        case "did not find expected key", "did not find expected '-' indicator":
            "check the indentation of this line against the lines above"
        case "did not find expected ',' or ']'": "close the list with ']'"
        case "did not find expected ',' or '}'": "close the mapping with '}'"
        case "found unexpected end of stream": "close the quote"
        case "found undefined tag handle": "put quotes round a text that begins with '!'"
        default: nil
        }
    }
}
