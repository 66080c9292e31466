package import Diagnostics

/// One value of a JSON sheet with everything below it, for as long as the reader stands on it.
///
/// Values are numbered in the order in which they begin; 0 is the record itself. Texts are bytes
/// with their escapes resolved.
package struct JSONRecord {
    /// Kinds of values.
    package enum Kind: UInt8, Sendable, BitwiseCopyable {
        /// An object.
        case object
        /// An array.
        case array
        /// A text.
        case text
        /// A number.
        case number
        /// `true` or `false`.
        case truth
        /// `null`.
        case null
    }

    struct Node: BitwiseCopyable {
        var kind: Kind
        var isEscaped = false
        var keyIsEscaped = false
        var keyStart: Int32 = 0
        var keyEnd: Int32 = 0
        var start: Int32
        var end: Int32
        /// Number of the first value that is not below this one.
        var after: Int32 = 0
    }

    /// Number of the pattern that the record fits.
    package let pattern: Int
    /// Keys on the way to the record, outermost first; empty ones for elements of arrays.
    package let keys: [String]
    let nodes: [Node]
    let bytes: UnsafeBufferPointer<UInt8>
    let origin: StreamPlace

    /// Kind of a value.
    package func kind(_ value: Int = 0) -> Kind { nodes[value].kind }

    /// Bytes of a text without quotes, of a number or a word; empty for others.
    package func bytes(_ value: Int = 0) -> UnsafeBufferPointer<UInt8> {
        let node = nodes[value]
        switch node.kind {
        case .object, .array, .null: return UnsafeBufferPointer(rebasing: bytes[0..<0])
        case .text, .number, .truth:
            return UnsafeBufferPointer(rebasing: bytes[Int(node.start)..<Int(node.end)])
        }
    }

    /// The same as a text.
    package func text(_ value: Int = 0) -> String {
        String(decoding: bytes(value), as: UTF8.self)
    }

    /// Key of a member.
    package func key(_ value: Int) -> String {
        let node = nodes[value]
        return String(decoding: bytes[Int(node.keyStart)..<Int(node.keyEnd)], as: UTF8.self)
    }

    /// The member of an object with a key; none where there is none or it is null.
    package func member(_ key: StaticString, of value: Int = 0) -> Int? {
        guard nodes[value].kind == .object else { return nil }
        var child = value + 1
        let end = Int(nodes[value].after)
        while child < end {
            let node = nodes[child]
            if Int(node.keyEnd - node.keyStart) == key.utf8CodeUnitCount, hasKey(key, node) {
                return node.kind == .null ? nil : child
            }
            child = Int(node.after)
        }
        return nil
    }

    /// Members of an object or elements of an array, in order.
    package func children(of value: Int = 0) -> [Int] {
        guard nodes[value].kind == .object || nodes[value].kind == .array else { return [] }
        var all: [Int] = []
        var child = value + 1
        let end = Int(nodes[value].after)
        while child < end {
            all.append(child)
            child = Int(nodes[child].after)
        }
        return all
    }

    /// Where a value stands in the file.
    package func place(_ value: Int = 0) -> SourceLocation {
        let node = nodes[value]
        let quote: Int32 = node.kind == .text ? 1 : 0
        return origin.location(of: bytes, from: Int(node.start - quote), to: Int(node.end + quote))
    }

    /// Where the key of a member stands.
    package func keyPlace(_ value: Int) -> SourceLocation {
        let node = nodes[value]
        return origin.location(of: bytes, from: Int(node.keyStart - 1), to: Int(node.keyEnd + 1))
    }

    private func hasKey(_ key: StaticString, _ node: Node) -> Bool {
        for offset in 0..<key.utf8CodeUnitCount
        where bytes[Int(node.keyStart) + offset] != key.utf8Start[offset] {
            return false
        }
        return true
    }
}

/// The line and column at which bytes at hand begin.
///
/// Columns count code points: those of a line without its end can be as long as the file.
struct StreamPlace {
    let path: String
    var line = 1
    var column = 1
    /// Offset into the bytes at hand that the line and column belong to.
    var offset = 0

    /// Moves on to an offset behind.
    mutating func advance(to target: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        while offset < target {
            let byte = bytes[offset]
            offset += 1
            if byte == 0x0A || (byte == 0x0D && (offset >= bytes.count || bytes[offset] != 0x0A)) {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80, byte != 0x0D {
                column += 1
            }
        }
    }

    /// Returns the place of a stretch of bytes, cut at the end of its first line.
    func location(
        of bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
    ) -> SourceLocation {
        var place = self
        place.advance(to: min(start, bytes.count), in: bytes)
        var length = 0
        var index = start
        while index < min(end, bytes.count), bytes[index] != 0x0A, bytes[index] != 0x0D {
            if bytes[index] & 0xC0 != 0x80 { length += 1 }
            index += 1
        }
        return SourceLocation(path: path, line: place.line, column: place.column, length: length)
    }
}
