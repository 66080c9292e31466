package import Diagnostics

/// Walks through a JSON file of any length and shows the values at certain paths, one at a time.
///
/// A path is made of keys, `*` for any key and `[]` for any element. What lies elsewhere is checked
/// and passed over. Findings: INP005, INP006, INP012, INP017, INP018, INP030.
///
///     let reader = JSONRecordReader(stream, [["Items", "[]"], ["Count"]], into: collector)
///     let isWhole = reader.read { record in … }
package final class JSONRecordReader {
    private let stream: SheetStream
    private let patterns: [[String]]
    private let collector: FindingCollector
    /// Keys of the values that the reader is inside of; `nil` for arrays.
    private var stack: [Level] = []
    private var place: StreamPlace
    private var index = 0
    private let limits = InputLimits.standard

    private struct Level {
        let isObject: Bool
        /// Key or `[]` of the element that the reader is at.
        var key: String
        var isFirst = true
    }

    /// Creates a reader at the start of the file.
    package init(
        _ stream: SheetStream, _ patterns: [[String]], into collector: FindingCollector
    ) {
        self.stream = stream
        self.patterns = patterns
        self.collector = collector
        place = StreamPlace(path: stream.path)
    }

    /// Shows the records in the order of the file.
    ///
    /// - Parameter body: Gets each record for as long as it runs, and tells whether to go on.
    /// - Returns: Whether the file was read to its end without a mistake of form.
    package func read(_ body: (JSONRecord) -> Bool) -> Bool {
        do throws(SheetFailure) {
            try skipByteOrderMark()
            try skipBlanks()
            if try isAtEnd() {
                collector.report(.inputEmpty, "the file is empty", at: here(0))
                return false
            }
            guard try value(body) else { return false }
            while !stack.isEmpty {
                guard try step(body) else { return false }
            }
            try skipBlanks()
            guard try isAtEnd() else {
                throw .syntax("expected the end of the file", at: index, help: nil)
            }
            return true
        } catch {
            report(error)
            return false
        }
    }

    private func here(_ length: Int) -> SourceLocation {
        place.location(of: stream.bytes, from: index, to: index + length)
    }

    private func report(_ failure: SheetFailure) {
        let bytes = stream.bytes
        switch failure {
        case .finding(let finding): collector.report(finding)
        case .cut:
            collector.report(
                .inputJSONSyntax, "the file ends in the middle of a value",
                at: place.location(of: bytes, from: bytes.count, to: bytes.count),
                help: "the copy is cut off: fetch the file again")
        case .tooLong:
            collector.report(
                .inputTooManyValues,
                "one record is longer than \(SheetStream.longestRecord >> 20) MiB", at: here(1))
        case .syntax(let message, let offset, let help):
            let found = offset < bytes.count ? ", found \(word(at: offset))" : ""
            let text = message.hasPrefix("expected") ? message + found : message
            collector.report(
                .inputJSONSyntax, text, at: place.location(of: bytes, from: offset, to: offset + 1),
                help: help)
        case .notUTF8(let offset):
            let byte = String(bytes[offset], radix: 16, uppercase: true)
            collector.report(
                .inputNotUTF8, "byte 0x\(byte) is not valid UTF-8",
                at: place.location(of: bytes, from: offset, to: offset + 1),
                help: "save the file as UTF-8")
        }
    }

    private func word(at offset: Int) -> String {
        let bytes = stream.bytes
        var end = offset + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return "'\(String(decoding: bytes[offset..<end], as: UTF8.self))'"
    }
}

// MARK: - Around the records

extension JSONRecordReader {
    private func pass(to target: Int) {
        place.advance(to: target, in: stream.bytes)
        index = target
    }

    private func isAtEnd() throws(SheetFailure) -> Bool {
        while index >= stream.count {
            guard try more() else { return true }
        }
        return false
    }

    /// Lets go of everything before `index` and reads on.
    private func more() throws(SheetFailure) -> Bool {
        place.advance(to: index, in: stream.bytes)
        let before = stream.passed
        let isLonger = try stream.readMore(keepingFrom: index)
        let moved = stream.passed - before
        index -= moved
        place.offset -= moved
        return isLonger
    }

    private func skipByteOrderMark() throws(SheetFailure) {
        while stream.count < 3, try more() {}
        if stream.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            index = 3
            place.offset = 3
        }
    }

    private func skipBlanks() throws(SheetFailure) {
        while true {
            let bytes = stream.bytes
            while index < bytes.count {
                switch bytes[index] {
                case 0x20, 0x0A, 0x0D, 0x09: index += 1
                default: return
                }
            }
            guard try more() else { return }
        }
    }

    private func byte() throws(SheetFailure) -> UInt8 {
        try skipBlanks()
        guard try !isAtEnd() else { throw .cut }
        return stream.bytes[index]
    }

    /// Reads the next member or element of the innermost value, or its end.
    private func step(_ body: (JSONRecord) -> Bool) throws(SheetFailure) -> Bool {
        let last = stack.count - 1
        let closing = stack[last].isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
        var next = try byte()
        if next == closing {
            index += 1
            stack.removeLast()
            return true
        }
        if !stack[last].isFirst {
            guard next == UInt8(ascii: ",") else {
                let bracket = stack[last].isObject ? "}" : "]"
                throw .syntax("expected ',' or '\(bracket)'", at: index, help: nil)
            }
            index += 1
            next = try byte()
            guard next != closing else {
                throw .syntax(
                    "expected another element after ','", at: index, help: "remove the comma")
            }
        }
        stack[last].isFirst = false
        if stack[last].isObject { stack[last].key = try key() }
        try skipBlanks()
        return try value(body)
    }

    private func key() throws(SheetFailure) -> String {
        let record = try record(pattern: -1) { (parser) throws(SheetFailure) in
            guard parser.bytes[parser.index] == UInt8(ascii: "\"") else {
                throw .syntax("expected a key in double quotes", at: parser.index, help: nil)
            }
            try parser.value(depth: 0)
        }
        let text = record.text()
        guard try byte() == UInt8(ascii: ":") else {
            throw .syntax("expected ':'", at: index, help: nil)
        }
        index += 1
        return text
    }

    /// Reads the value that begins here: shows it, goes into it, or passes over it.
    private func value(_ body: (JSONRecord) -> Bool) throws(SheetFailure) -> Bool {
        let first = try byte()
        if let pattern = patterns.firstIndex(where: { fits($0) }) {
            let record = try record(pattern: pattern) { (parser) throws(SheetFailure) in
                try parser.value(depth: 0)
            }
            return body(record)
        }
        guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
            _ = try record(pattern: -1) { (parser) throws(SheetFailure) in
                try parser.value(depth: 0)
            }
            return true
        }
        guard stack.count < limits.maximumDepth else {
            collector.report(
                .inputTooDeep, "nested more than \(limits.maximumDepth) levels deep", at: here(1))
            return false
        }
        index += 1
        stack.append(Level(isObject: first == UInt8(ascii: "{"), key: "[]"))
        return true
    }

    private func fits(_ pattern: [String]) -> Bool {
        guard pattern.count == stack.count else { return false }
        for (part, level) in zip(pattern, stack)
        where part != level.key && !(part == "*" && level.isObject) {
            return false
        }
        return true
    }

    /// Parses from here on, again from the start whenever the bytes at hand end within.
    private func record(
        pattern: Int, _ parse: (inout JSONRecordParser) throws(SheetFailure) -> Void
    ) throws(SheetFailure) -> JSONRecord {
        var nodes: [JSONRecord.Node] = []
        while true {
            var parser = JSONRecordParser(
                bytes: stream.bytes, index: index, isComplete: stream.isComplete, nodes: nodes)
            do throws(SheetFailure) {
                try parse(&parser)
                place.advance(to: index, in: stream.bytes)
                let origin = place
                parser.resolveEscapes(in: stream.writable)
                index = parser.index
                let record = JSONRecord(
                    pattern: pattern, keys: pattern < 0 ? [] : stack.map(\.key),
                    nodes: parser.nodes, bytes: stream.bytes, origin: origin)
                if let second = parser.secondKey {
                    collector.report(
                        .inputDuplicateKey, "duplicate key '\(record.key(second))'",
                        at: record.keyPlace(second))
                }
                return record
            } catch {
                guard case .cut = error, !stream.isComplete else { throw error }
                nodes = parser.nodes
                // Where nothing follows, a number ends with the file.
                _ = try more()
            }
        }
    }
}
