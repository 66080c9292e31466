/// Parses one value from bytes at hand into numbered nodes; `SheetFailure.cut` asks for more bytes.
struct JSONRecordParser {
    let bytes: UnsafeBufferPointer<UInt8>
    var index: Int
    /// Whether no byte follows those at hand.
    let isComplete: Bool
    private(set) var nodes: [JSONRecord.Node]
    /// A member whose key the object has already; the first such one.
    private(set) var secondKey: Int?

    private static let deepest = 64
    /// Values of one record.
    private static let most = 1_000_000
    /// Objects with more members than these are not searched for keys that stand twice.
    private static let mostCompared = 128

    init(
        bytes: UnsafeBufferPointer<UInt8>, index: Int, isComplete: Bool, nodes: [JSONRecord.Node]
    ) {
        self.bytes = bytes
        self.index = index
        self.isComplete = isComplete
        self.nodes = nodes
        self.nodes.removeAll(keepingCapacity: true)
    }

    mutating func value(
        depth: Int, key: Range<Int> = 0..<0, keyIsEscaped: Bool = false
    ) throws(SheetFailure) {
        guard depth <= Self.deepest, nodes.count < Self.most else {
            throw .syntax("nested too deeply, or too long, for one record", at: index, help: nil)
        }
        let number = nodes.count
        nodes.append(
            JSONRecord.Node(
                kind: .null, keyIsEscaped: keyIsEscaped, keyStart: Int32(key.lowerBound),
                keyEnd: Int32(key.upperBound), start: Int32(index), end: Int32(index)))
        switch try current() {
        case UInt8(ascii: "{"): try object(number, depth)
        case UInt8(ascii: "["): try array(number, depth)
        case UInt8(ascii: "\""):
            nodes[number].kind = .text
            let (range, isEscaped) = try string()
            nodes[number].start = Int32(range.lowerBound)
            nodes[number].end = Int32(range.upperBound)
            nodes[number].isEscaped = isEscaped
        case UInt8(ascii: "-"), 0x30...0x39:
            nodes[number].kind = .number
            try self.number()
            nodes[number].end = Int32(index)
        default: try word(number)
        }
        nodes[number].after = Int32(nodes.count)
    }

    private func current() throws(SheetFailure) -> UInt8 {
        guard index < bytes.count else { throw .cut }
        return bytes[index]
    }

    private mutating func skipBlanks() throws(SheetFailure) {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x0A, 0x0D, 0x09: index += 1
            default: return
            }
        }
        throw .cut
    }

    private mutating func object(_ number: Int, _ depth: Int) throws(SheetFailure) {
        nodes[number].kind = .object
        index += 1
        var members = 0
        while true {
            try skipBlanks()
            if try ends(with: UInt8(ascii: "}"), isFirst: members == 0) { break }
            guard try current() == UInt8(ascii: "\"") else {
                throw .syntax("expected a key in double quotes", at: index, help: nil)
            }
            let (key, isEscaped) = try string()
            try skipBlanks()
            guard bytes[index] == UInt8(ascii: ":") else {
                throw .syntax("expected ':'", at: index, help: nil)
            }
            index += 1
            try skipBlanks()
            let member = nodes.count
            try value(depth: depth + 1, key: key, keyIsEscaped: isEscaped)
            members += 1
            if members <= Self.mostCompared { look(for: member, in: number) }
        }
        nodes[number].end = Int32(index)
    }

    private mutating func array(_ number: Int, _ depth: Int) throws(SheetFailure) {
        nodes[number].kind = .array
        index += 1
        var elements = 0
        while true {
            try skipBlanks()
            if try ends(with: UInt8(ascii: "]"), isFirst: elements == 0) { break }
            try value(depth: depth + 1)
            elements += 1
        }
        nodes[number].end = Int32(index)
    }

    /// Passes the bracket, or the comma before another element.
    private mutating func ends(with bracket: UInt8, isFirst: Bool) throws(SheetFailure) -> Bool {
        if bytes[index] == bracket {
            index += 1
            return true
        }
        guard !isFirst else { return false }
        guard bytes[index] == UInt8(ascii: ",") else {
            let name = Character(Unicode.Scalar(bracket))
            throw .syntax("expected ',' or '\(name)'", at: index, help: nil)
        }
        let comma = index
        index += 1
        try skipBlanks()
        if bytes[index] == bracket {
            throw .syntax(
                "another element has to follow ','", at: comma, help: "remove the comma")
        }
        return false
    }

    private mutating func look(for member: Int, in object: Int) {
        let key = nodes[member]
        let length = key.keyEnd - key.keyStart
        var other = object + 1
        while other < member {
            let node = nodes[other]
            if node.keyEnd - node.keyStart == length, isSame(node, key, length), secondKey == nil {
                secondKey = member
            }
            other = Int(node.after)
        }
    }

    private func isSame(_ one: JSONRecord.Node, _ two: JSONRecord.Node, _ length: Int32) -> Bool {
        for offset in 0..<Int(length)
        where bytes[Int(one.keyStart) + offset] != bytes[Int(two.keyStart) + offset] {
            return false
        }
        return true
    }

    private mutating func word(_ number: Int) throws(SheetFailure) {
        if try skip("null") { return }
        nodes[number].kind = .truth
        let isTruth = try skip("true")
        if !isTruth, try !skip("false") {
            throw .syntax("expected a value", at: index, help: nil)
        }
        nodes[number].end = Int32(index)
    }

    private mutating func skip(_ word: StaticString) throws(SheetFailure) -> Bool {
        for offset in 0..<word.utf8CodeUnitCount {
            guard index + offset < bytes.count else { throw .cut }
            guard bytes[index + offset] == word.utf8Start[offset] else { return false }
        }
        index += word.utf8CodeUnitCount
        return true
    }
}

// MARK: - Numbers and texts

extension JSONRecordParser {
    private mutating func number() throws(SheetFailure) {
        if bytes[index] == UInt8(ascii: "-") { index += 1 }
        if try digit() == 0x30 {
            index += 1
            if index < bytes.count, (0x30...0x39).contains(bytes[index]) {
                throw .syntax("a number does not begin with 0", at: index - 1, help: nil)
            }
        } else {
            try digits()
        }
        if try peek() == UInt8(ascii: ".") {
            index += 1
            try digits()
        }
        if let exponent = try peek(), exponent | 0x20 == UInt8(ascii: "e") {
            index += 1
            if let sign = try peek(), sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
                index += 1
            }
            try digits()
        }
    }

    /// The next byte; none at the end of the file.
    private func peek() throws(SheetFailure) -> UInt8? {
        if index < bytes.count { return bytes[index] }
        guard isComplete else { throw .cut }
        return nil
    }

    private func digit() throws(SheetFailure) -> UInt8 {
        let byte = try current()
        guard (0x30...0x39).contains(byte) else {
            throw .syntax("expected a digit", at: index, help: nil)
        }
        return byte
    }

    private mutating func digits() throws(SheetFailure) {
        _ = try digit()
        while let byte = try peek(), (0x30...0x39).contains(byte) { index += 1 }
    }

    /// Reads a string and returns where its content stands.
    private mutating func string() throws(SheetFailure) -> (content: Range<Int>, isEscaped: Bool) {
        index += 1
        let start = index
        var isEscaped = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte >= 0x20, byte < 0x80, byte != 0x22, byte != 0x5C {
                index += 1
                continue
            }
            switch byte {
            case 0x22:
                index += 1
                return (start..<index - 1, isEscaped)
            case 0x5C:
                isEscaped = true
                index = try escape(at: index).end
            case 0..<0x20:
                throw .syntax(
                    "a control character stands inside a text", at: index,
                    help: "close the text with '\"', or write an escape such as \\n")
            default: index = try character(at: index)
            }
        }
        throw .cut
    }

    /// Passes a character of several bytes.
    private func character(at start: Int) throws(SheetFailure) -> Int {
        var end = start + 1
        while end < bytes.count, end < start + 4, bytes[end] & 0xC0 == 0x80 { end += 1 }
        let slice = UnsafeBufferPointer(rebasing: bytes[start..<end])
        guard UTF8Validation.firstInvalidOffset(in: slice) != nil else { return end }
        if end == bytes.count, end < start + 4, !isComplete { throw .cut }
        throw .notUTF8(at: start)
    }

    private static let simpleEscapes: [UInt8: Unicode.Scalar] = [
        0x22: "\"", 0x5C: "\\", 0x2F: "/", 0x62: "\u{8}", 0x66: "\u{C}", 0x6E: "\n",
        0x72: "\r", 0x74: "\t",
    ]

    /// Reads an escape: where it ends, and what it stands for.
    private func escape(at start: Int) throws(SheetFailure) -> (end: Int, scalar: Unicode.Scalar) {
        guard start + 1 < bytes.count else { throw .cut }
        if let scalar = Self.simpleEscapes[bytes[start + 1]] { return (start + 2, scalar) }
        guard bytes[start + 1] == UInt8(ascii: "u") else {
            throw .syntax("unknown escape", at: start, help: "write a backslash as '\\\\'")
        }
        let unit = try hexadecimal(at: start + 2)
        if let scalar = Unicode.Scalar(unit) { return (start + 6, scalar) }
        if unit < 0xDC00 {
            guard start + 7 < bytes.count else { throw .cut }
            if bytes[start + 6] == 0x5C, bytes[start + 7] == UInt8(ascii: "u") {
                let low = try hexadecimal(at: start + 8)
                let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low & 0x3FF))
                if (0xDC00..<0xE000).contains(low), let scalar { return (start + 12, scalar) }
            }
        }
        throw .syntax("half of a surrogate pair stands alone", at: start, help: nil)
    }

    private func hexadecimal(at start: Int) throws(SheetFailure) -> UInt32 {
        var value: UInt32 = 0
        for offset in 0..<4 {
            guard start + offset < bytes.count else { throw .cut }
            guard let digit = Character(Unicode.Scalar(bytes[start + offset])).hexDigitValue else {
                throw .syntax(
                    "expected four hexadecimal digits after '\\u'", at: start, help: nil)
            }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    /// Writes what escapes stand for over them; a text never becomes longer by it.
    mutating func resolveEscapes(in memory: UnsafeMutableBufferPointer<UInt8>) {
        for number in nodes.indices {
            if nodes[number].keyIsEscaped {
                nodes[number].keyEnd = resolve(nodes[number].keyStart, nodes[number].keyEnd, memory)
            }
            if nodes[number].isEscaped {
                nodes[number].end = resolve(nodes[number].start, nodes[number].end, memory)
            }
        }
    }

    private func resolve(
        _ start: Int32, _ end: Int32, _ memory: UnsafeMutableBufferPointer<UInt8>
    ) -> Int32 {
        var (from, to) = (Int(start), Int(start))
        while from < Int(end) {
            if memory[from] == 0x5C, let (next, scalar) = try? escape(at: from) {
                for byte in String(scalar).utf8 {
                    memory[to] = byte
                    to += 1
                }
                from = next
            } else {
                memory[to] = memory[from]
                from += 1
                to += 1
            }
        }
        return Int32(to)
    }
}
