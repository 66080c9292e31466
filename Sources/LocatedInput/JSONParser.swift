import Diagnostics

/// Says why a JSON text cannot be read on, and where.
struct JSONFailure: Error {
    let code: FindingCode
    let message: String
    /// Offset of the byte at which the trouble starts.
    let offset: Int
    let help: String?

    init(
        _ message: String, at offset: Int, code: FindingCode = .inputJSONSyntax,
        help: String? = nil
    ) {
        self.code = code
        self.message = message
        self.offset = offset
        self.help = help
    }
}

/// Descends through a JSON text; depth is bounded by the limits, so the stack is too.
struct JSONParser {
    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0
    private let path: String
    private let limits: InputLimits
    private let collector: FindingCollector
    private var walker: PlaceWalker
    private var depth = 0
    private var valueCount = 0

    init(
        bytes: UnsafeBufferPointer<UInt8>, path: String, limits: InputLimits,
        collector: FindingCollector
    ) {
        self.bytes = bytes
        self.path = path
        self.limits = limits
        self.collector = collector
        walker = PlaceWalker(bytes: bytes, path: path)
    }

    /// Reads the only value of the text.
    mutating func document() throws(JSONFailure) -> LocatedValue {
        skipBlanks()
        let root = try value()
        skipBlanks()
        guard index == bytes.count else {
            throw JSONFailure("expected the end of the file, found \(found(at: index))", at: index)
        }
        return root
    }

    /// Turns a failure into a finding with its place, found from the start of the text.
    func finding(for failure: JSONFailure) -> Finding {
        var fresh = PlaceWalker(bytes: bytes, path: path)
        let place = fresh.location(from: failure.offset, to: failure.offset)
        return Finding(
            failure.code, failure.message, at: place.spanning(1), help: failure.help)
    }

    private mutating func value() throws(JSONFailure) -> LocatedValue {
        valueCount += 1
        guard valueCount <= limits.maximumValues else {
            throw JSONFailure(
                "more than \(limits.maximumValues) values", at: index, code: .inputTooManyValues)
        }
        guard index < bytes.count else {
            throw JSONFailure("expected a value, found the end of the file", at: index)
        }
        switch bytes[index] {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""):
            let start = index
            let text = try string()
            return LocatedValue(.scalar(text, quoted: true), at: place(from: start))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            let start = index
            try skipNumber()
            let text = String(decoding: bytes[start..<index], as: UTF8.self)
            return LocatedValue(.scalar(text, quoted: false), at: place(from: start))
        default: return try word()
        }
    }

    private mutating func word() throws(JSONFailure) -> LocatedValue {
        let start = index
        if skip("true") {
            return LocatedValue(.scalar("true", quoted: false), at: place(from: start))
        }
        if skip("false") {
            return LocatedValue(.scalar("false", quoted: false), at: place(from: start))
        }
        if skip("null") { return LocatedValue(.null, at: place(from: start)) }
        throw JSONFailure(
            "expected a value, found \(found(at: index))", at: index, help: helpForWord())
    }
}

extension JSONParser {
    private mutating func array() throws(JSONFailure) -> LocatedValue {
        let location = try enter()
        var elements: [LocatedValue] = []
        skipBlanks()
        while !closes(with: "]", isFirst: elements.isEmpty) {
            if !elements.isEmpty { try skipComma(or: "]") }
            elements.append(try value())
            skipBlanks()
        }
        depth -= 1
        return LocatedValue(.sequence(elements), at: location)
    }

    private mutating func object() throws(JSONFailure) -> LocatedValue {
        let location = try enter()
        var entries: [LocatedEntry] = []
        var keys = KeyPlaces()
        var isFirst = true
        skipBlanks()
        while !closes(with: "}", isFirst: isFirst) {
            if !isFirst { try skipComma(or: "}") }
            isFirst = false
            guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
                throw JSONFailure(
                    "expected a key in double quotes, found \(found(at: index))", at: index)
            }
            let start = index
            let key = try string()
            let keyPlace = place(from: start)
            skipBlanks()
            guard skip(":") else {
                throw JSONFailure("expected ':', found \(found(at: index))", at: index)
            }
            skipBlanks()
            let value = try value()
            if let first = keys.insert(key, at: keyPlace, entries: entries) {
                reportDuplicate(key, at: keyPlace, first: first)
            } else {
                entries.append(LocatedEntry(key: key, keyLocation: keyPlace, value: value))
            }
            skipBlanks()
        }
        depth -= 1
        return LocatedValue(.mapping(entries), at: location)
    }

    private func reportDuplicate(
        _ key: String, at place: SourceLocation, first: SourceLocation
    ) {
        let quoted = collector.quote(key, at: place)
        collector.report(
            .inputDuplicateKey, "duplicate key \(quoted)", at: place,
            notes: [FindingNote("the first is", at: first)])
    }

    private mutating func enter() throws(JSONFailure) -> SourceLocation {
        depth += 1
        guard depth <= limits.maximumDepth else {
            throw JSONFailure(
                "nested more than \(limits.maximumDepth) levels deep", at: index,
                code: .inputTooDeep)
        }
        index += 1
        return place(from: index - 1)
    }

    private mutating func closes(with bracket: Unicode.Scalar, isFirst: Bool) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(ascii: bracket) else { return false }
        index += 1
        return true
    }

    private mutating func skipComma(or bracket: Unicode.Scalar) throws(JSONFailure) {
        let comma = index
        guard skip(",") else {
            throw JSONFailure(
                "expected ',' or '\(bracket)', found \(found(at: index))", at: index)
        }
        skipBlanks()
        if index < bytes.count, bytes[index] == UInt8(ascii: bracket) {
            throw JSONFailure(
                "expected another element after ',', found '\(bracket)'", at: comma,
                help: "remove the comma")
        }
    }

    private mutating func place(from start: Int) -> SourceLocation {
        walker.location(from: start, to: index)
    }

    private func helpForWord() -> String? {
        guard index < bytes.count else { return nil }
        return switch bytes[index] {
        case UInt8(ascii: "'"): "put texts in double quotes"
        case UInt8(ascii: "/"), UInt8(ascii: "#"): "JSON has no comments: remove it"
        case UInt8(ascii: "."), UInt8(ascii: "+"): "write numbers like 0.5"
        case UInt8(ascii: "T"), UInt8(ascii: "F"), UInt8(ascii: "N"):
            "words are written true, false and null"
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
            "put texts in double quotes"
        default: nil
        }
    }
}

/// Remembers the keys of one object; small objects are searched, large ones hashed.
private struct KeyPlaces {
    private static let smallCount = 16
    private var places: [String: SourceLocation] = [:]

    /// Adds a key, or returns the place of the equal one before it.
    mutating func insert(
        _ key: String, at place: SourceLocation, entries: [LocatedEntry]
    ) -> SourceLocation? {
        if entries.count < Self.smallCount {
            return entries.first { $0.key == key }?.keyLocation
        }
        if places.isEmpty {
            for entry in entries { places[entry.key] = entry.keyLocation }
        }
        if let first = places[key] { return first }
        places[key] = place
        return nil
    }
}
