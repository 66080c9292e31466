/// Says that bytes are no image of a catalog, or one that another program wrote.
struct ImageError: Error {}

/// A stretch of an image; the memory of a large table is not copied for it.
package struct ImagePiece: Sendable {
    private let memory: @Sendable ((UnsafeRawBufferPointer) -> Void) -> Void

    init<Element: BitwiseCopyable & Sendable>(_ elements: [Element]) {
        memory = { body in elements.withUnsafeBytes(body) }
    }

    /// Shows the bytes for as long as `body` runs.
    package func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) { memory(body) }
}

/// Writes values one after the other, without names: who reads them asks in the same order.
///
/// Texts stand once, in a table of their own; numbers take as many bytes as they need.
final class ImageWriter {
    /// What is written since the last piece of memory.
    private var bytes: [UInt8] = []
    /// What was written before, without the texts.
    private var pieces: [ImagePiece] = []
    private var numbers: [String: Int] = [:]
    private var texts: [String] = []

    /// Writes a value; the length of a list before it.
    func write(_ value: some Encodable) throws {
        // Numbers of other widths have no form here; their own way to encode would come back.
        if value is any Numeric, !(value is Int), !(value is Int64) { throw ImageError() }
        if let list = value as? any ImageList { write(list.imageCount) }
        try value.encode(to: ImageEncoder(writer: self))
    }

    /// Writes a whole number.
    func write(_ number: Int) {
        // Small numbers of either sign are short.
        var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> 63))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Writes the number of a text.
    func write(_ text: String) {
        if let known = numbers[text] { return write(known) }
        numbers[text] = texts.count
        write(texts.count)
        texts.append(text)
    }

    /// Writes memory as it is.
    func write<Element: BitwiseCopyable & Sendable>(memory elements: [Element]) {
        write(elements.count)
        pieces += [ImagePiece(bytes), ImagePiece(elements)]
        bytes = []
    }

    /// The texts, then what is written.
    var image: [ImagePiece] {
        let head = ImageWriter()
        head.write(texts.count)
        for text in texts {
            head.write(text.utf8.count)
            head.bytes.append(contentsOf: text.utf8)
        }
        return [ImagePiece(head.bytes)] + pieces + [ImagePiece(bytes)]
    }
}

/// Encodes by position.
private struct ImageEncoder: Encoder {
    let writer: ImageWriter
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(KeyedWriter<Key>(writer: writer))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer { UnkeyedWriter(writer: writer) }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        SingleWriter(writer: writer)
    }
}

/// What encodes itself without keys; its length is written before its elements.
protocol ImageList {
    /// Number of elements.
    var imageCount: Int { get }
}

extension Array: ImageList {
    var imageCount: Int { count }
}

extension Set: ImageList {
    var imageCount: Int { count }
}

extension Dictionary: ImageList {
    var imageCount: Int { count * 2 }
}

extension ImageWriter {
    fileprivate func write(isThere: Bool) { write(isThere ? 1 : 0) }
}

private struct KeyedWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let writer: ImageWriter
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { writer.write(isThere: false) }
    func encode(_ value: Bool, forKey key: Key) { writer.write(isThere: value) }
    func encode(_ value: String, forKey key: Key) { writer.write(value) }
    func encode(_ value: Int, forKey key: Key) { writer.write(value) }
    func encode(_ value: Int64, forKey key: Key) { writer.write(Int(value)) }
    func encode(_ value: some Encodable, forKey key: Key) throws { try writer.write(value) }

    func encodeIfPresent(_ value: Bool?, forKey key: Key) {
        writer.write(isThere: value != nil)
        if let value { writer.write(isThere: value) }
    }

    func encodeIfPresent(_ value: String?, forKey key: Key) {
        writer.write(isThere: value != nil)
        if let value { writer.write(value) }
    }

    func encodeIfPresent(_ value: Int?, forKey key: Key) {
        writer.write(isThere: value != nil)
        if let value { writer.write(value) }
    }

    func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
        writer.write(isThere: value != nil)
        if let value { try writer.write(value) }
    }

    /// The parts of an enum's case, behind the case's name.
    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        writer.write(key.stringValue)
        return KeyedEncodingContainer(KeyedWriter<Nested>(writer: writer))
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        UnkeyedWriter(writer: writer)
    }

    func superEncoder() -> any Encoder { ImageEncoder(writer: writer) }
    func superEncoder(forKey key: Key) -> any Encoder { ImageEncoder(writer: writer) }
}

private struct UnkeyedWriter: UnkeyedEncodingContainer {
    let writer: ImageWriter
    var codingPath: [any CodingKey] { [] }
    var count: Int { 0 }

    func encodeNil() { writer.write(isThere: false) }
    func encode(_ value: some Encodable) throws { try writer.write(value) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> {
        KeyedEncodingContainer(KeyedWriter<Nested>(writer: writer))
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { self }
    func superEncoder() -> any Encoder { ImageEncoder(writer: writer) }
}

private struct SingleWriter: SingleValueEncodingContainer {
    let writer: ImageWriter
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { writer.write(isThere: false) }
    func encode(_ value: Bool) { writer.write(isThere: value) }
    func encode(_ value: String) { writer.write(value) }
    func encode(_ value: Int) { writer.write(value) }
    func encode(_ value: Int64) { writer.write(Int(value)) }
    func encode(_ value: some Encodable) throws { try writer.write(value) }
}
