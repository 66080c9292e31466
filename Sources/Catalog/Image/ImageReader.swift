/// Reads what an `ImageWriter` wrote, in the same order; never past the end of the bytes.
final class ImageReader {
    private let bytes: UnsafeRawBufferPointer
    private var place = 0
    private var texts: [String] = []

    /// Opens an image; the bytes must outlive the reader.
    init(_ bytes: UnsafeRawBufferPointer) throws {
        self.bytes = bytes
        let count = try readCount(of: 1)
        texts.reserveCapacity(count)
        for _ in 0..<count {
            let length = try readCount(of: 1)
            texts.append(String(decoding: bytes[place..<place + length], as: UTF8.self))
            place += length
        }
    }

    /// Whether everything is read.
    var isAtEnd: Bool { place == bytes.count }

    /// Reads a value.
    func read<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try Value(from: ImageDecoder(reader: self))
    }

    /// Reads a whole number.
    func readNumber() throws -> Int {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            guard place < bytes.count, shift < 64 else { throw ImageError() }
            let byte = bytes[place]
            place += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return Int(truncatingIfNeeded: number >> 1) ^ -Int(truncatingIfNeeded: number & 1)
    }

    /// Reads how many things follow that take `size` bytes or more each.
    func readCount(of size: Int) throws -> Int {
        let count = try readNumber()
        guard count >= 0, count <= (bytes.count - place) / size else { throw ImageError() }
        return count
    }

    /// Reads a text.
    func readText() throws -> String {
        let number = try readNumber()
        guard texts.indices.contains(number) else { throw ImageError() }
        return texts[number]
    }

    /// Reads memory as it was.
    func readMemory<Element: BitwiseCopyable>(
        _ type: Element.Type = Element.self
    ) throws -> [Element] {
        let count = try readCount(of: MemoryLayout<Element>.stride)
        let size = count * MemoryLayout<Element>.stride
        let start = place
        place += size
        return [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
            if let base = bytes.baseAddress, let target = buffer.baseAddress, size > 0 {
                UnsafeMutableRawPointer(target).copyMemory(from: base + start, byteCount: size)
            }
            initialized = count
        }
    }

    fileprivate func readIsThere() throws -> Bool {
        switch try readNumber() {
        case 0: false
        case 1: true
        default: throw ImageError()
        }
    }
}

/// Decodes by position.
private struct ImageDecoder: Decoder {
    let reader: ImageReader
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(KeyedReading<Key>(reader: reader))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        UnkeyedReading(reader: reader, length: try reader.readCount(of: 1))
    }

    func singleValueContainer() -> any SingleValueDecodingContainer {
        SingleReading(reader: reader)
    }
}

private struct KeyedReading<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let reader: ImageReader
    var codingPath: [any CodingKey] { [] }

    /// The case of an enum, whose name is written; structs do not ask.
    var allKeys: [Key] {
        (try? reader.readText()).flatMap(Key.init(stringValue:)).map { [$0] } ?? []
    }

    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) throws -> Bool { try !reader.readIsThere() }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try reader.readIsThere() }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try reader.readText() }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try reader.readNumber() }

    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 {
        Int64(try reader.readNumber())
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try reader.read()
    }

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        try reader.readIsThere() ? reader.readIsThere() : nil
    }

    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        try reader.readIsThere() ? reader.readText() : nil
    }

    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
        try reader.readIsThere() ? reader.readNumber() : nil
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        try reader.readIsThere() ? reader.read(Value.self) : nil
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedDecodingContainer<Nested> {
        KeyedDecodingContainer(KeyedReading<Nested>(reader: reader))
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try ImageDecoder(reader: reader).unkeyedContainer()
    }

    func superDecoder() -> any Decoder { ImageDecoder(reader: reader) }
    func superDecoder(forKey key: Key) -> any Decoder { ImageDecoder(reader: reader) }
}

private struct UnkeyedReading: UnkeyedDecodingContainer {
    let reader: ImageReader
    let length: Int
    var currentIndex = 0
    var codingPath: [any CodingKey] { [] }
    var count: Int? { length }
    var isAtEnd: Bool { currentIndex >= length }

    init(reader: ImageReader, length: Int) {
        self.reader = reader
        self.length = length
    }

    mutating func decodeNil() throws -> Bool { try !reader.readIsThere() }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        guard !isAtEnd else { throw ImageError() }
        currentIndex += 1
        return try reader.read()
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        KeyedDecodingContainer(KeyedReading<Nested>(reader: reader))
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try ImageDecoder(reader: reader).unkeyedContainer()
    }

    mutating func superDecoder() -> any Decoder { ImageDecoder(reader: reader) }
}

private struct SingleReading: SingleValueDecodingContainer {
    let reader: ImageReader
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { (try? !reader.readIsThere()) ?? true }
    func decode(_ type: Bool.Type) throws -> Bool { try reader.readIsThere() }
    func decode(_ type: String.Type) throws -> String { try reader.readText() }
    func decode(_ type: Int.Type) throws -> Int { try reader.readNumber() }
    func decode(_ type: Int64.Type) throws -> Int64 { Int64(try reader.readNumber()) }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try reader.read() }
}
