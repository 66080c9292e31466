/// Splits Swift text into code and comments of the same number of bytes and lines.
struct SourceSeparator {
    private(set) var code: [UInt8] = []
    private(set) var comments: [UInt8] = []

    private enum Part: Equatable {
        case code
        case lineComment
        case blockComment
        case identifier
        /// A text that ends with `closing`; `escape` begins an interpolation when followed by "(".
        case literal(closing: String, escape: String)
        /// Code inside an interpolation, with the number of brackets still open.
        case interpolation(depth: Int)
    }

    private var parts: [Part] = [.code]
    private let bytes: [UInt8]
    private var index = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    mutating func run() {
        while index < bytes.count {
            switch parts[parts.count - 1] {
            case .code, .interpolation: stepCode()
            case .lineComment: stepLineComment()
            case .blockComment: stepBlockComment()
            case .identifier: stepIdentifier()
            case .literal(let closing, let escape): stepLiteral(closing, escape)
            }
        }
    }
}

extension SourceSeparator {
    private mutating func stepCode() {
        if parts.count == 1, isPlain(bytes[index]) { return take(isCode: true) }
        if starts("//") { return open(.lineComment, "//", inComment: true) }
        if starts("/*") { return open(.blockComment, "/*", inComment: true) }
        if starts("`") { return open(.identifier, "`") }
        if let literal = literalStart() {
            return open(.literal(closing: literal.closing, escape: literal.escape), literal.opening)
        }
        guard case .interpolation(let depth) = parts[parts.count - 1] else {
            return take(isCode: true)
        }
        if starts(")"), depth == 1 {
            parts.removeLast()
            return take(isCode: false)
        }
        let step = starts("(") ? 1 : starts(")") ? -1 : 0
        parts[parts.count - 1] = .interpolation(depth: depth + step)
        take(isCode: true)
    }

    private mutating func stepLineComment() {
        if starts("\n") {
            parts.removeLast()
            take(isCode: true)
        } else {
            take(isCode: false, isComment: true)
        }
    }

    private mutating func stepBlockComment() {
        if starts("/*") { return open(.blockComment, "/*", inComment: true) }
        let closes = starts("*/")
        take(isCode: false, isComment: true)
        if closes {
            take(isCode: false, isComment: true)
            parts.removeLast()
        }
    }

    private mutating func stepIdentifier() {
        if starts("`") || starts("\n") { parts.removeLast() }
        take(isCode: false)
    }

    private mutating func stepLiteral(_ closing: String, _ escape: String) {
        if starts(escape + "(") {
            take(isCode: false, count: escape.count + 1)
            parts.append(.interpolation(depth: 1))
        } else if starts(escape) {
            take(isCode: false, count: escape.count + 1)
        } else if starts(closing) {
            take(isCode: false, count: closing.count)
            parts.removeLast()
        } else if starts("\n"), !closing.hasPrefix("\"\"\"") {
            parts.removeLast()
            take(isCode: false)
        } else {
            take(isCode: false)
        }
    }

    private func literalStart() -> (opening: String, closing: String, escape: String)? {
        var hashCount = 0
        while index + hashCount < bytes.count, bytes[index + hashCount] == UInt8(ascii: "#") {
            hashCount += 1
        }
        let hashes = String(repeating: "#", count: hashCount)
        for quotes in ["\"\"\"", "\""] where starts(hashes + quotes) {
            return (hashes + quotes, quotes + hashes, "\\" + hashes)
        }
        return nil
    }

    /// Tells whether a byte begins neither a comment nor a text.
    private func isPlain(_ byte: UInt8) -> Bool {
        byte != UInt8(ascii: "/") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "#")
            && byte != UInt8(ascii: "`")
    }

    private func starts(_ word: String) -> Bool {
        var position = index
        for byte in word.utf8 {
            guard position < bytes.count, bytes[position] == byte else { return false }
            position += 1
        }
        return true
    }

    private mutating func open(_ part: Part, _ opening: String, inComment: Bool = false) {
        parts.append(part)
        take(isCode: false, isComment: inComment, count: opening.count)
    }

    private mutating func take(isCode: Bool, isComment: Bool = false, count: Int = 1) {
        for _ in 0..<count where index < bytes.count {
            let byte = bytes[index]
            let blank = byte == UInt8(ascii: "\n") ? byte : UInt8(ascii: " ")
            code.append(isCode ? byte : blank)
            comments.append(isComment ? byte : blank)
            index += 1
        }
    }
}
