/// Keeps texts one behind the other and numbers them from 0.
///
/// A million texts are then two blocks of memory instead of a million.
struct TextList: Sendable {
    /// UTF-8 of all texts.
    private(set) var bytes: [UInt8] = []
    /// Where each text ends among the bytes.
    private(set) var ends: [Int] = []

    /// Creates a list without texts.
    init() {}

    /// Creates the list that holds these texts.
    ///
    /// - Returns: `nil` where the ends do not fit the bytes.
    init?(bytes: [UInt8], ends: [Int]) {
        let isRising = zip(ends, ends.dropFirst()).allSatisfy { $0 <= $1 }
        guard isRising, ends.first ?? 0 >= 0, ends.last ?? 0 == bytes.count else { return nil }
        self.bytes = bytes
        self.ends = ends
    }

    /// Number of texts.
    var count: Int { ends.count }

    /// The text of a number.
    subscript(_ number: UInt32) -> String {
        String(decoding: bytes[range(of: Int(number))], as: UTF8.self)
    }

    /// Adds a text and returns its number.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
        return UInt32(count - 1)
    }

    /// Adds a text and returns its number.
    mutating func append(_ text: String) -> UInt32 {
        var text = text
        return text.withUTF8 { append($0) }
    }

    /// Makes room for so many texts of about so many bytes.
    mutating func reserve(_ count: Int, bytesEach: Int) {
        bytes.reserveCapacity(count * bytesEach)
        ends.reserveCapacity(count)
    }

    /// Where a text stands among the bytes.
    func range(of number: Int) -> Range<Int> {
        (number == 0 ? 0 : ends[number - 1])..<ends[number]
    }
}

/// Keeps texts, each once, and finds their numbers.
struct TextPool: Sendable {
    /// The texts, in the order they came.
    private(set) var list = TextList()
    /// Numbers by hash, plus one; 0 is free. A power of two, at most half full.
    private var slots: [UInt32] = []

    /// Creates a pool without texts.
    init() {}

    /// Creates the pool of texts, of which no two are the same.
    init(_ list: TextList) {
        self.list = list
        spread(over: Self.capacity(for: list.count))
    }

    /// Makes room for so many texts of about so many bytes.
    mutating func reserve(_ count: Int, bytesEach: Int) {
        list.reserve(count, bytesEach: bytesEach)
        if slots.count < count * 2 { spread(over: Self.capacity(for: count)) }
    }

    /// Number of texts.
    var count: Int { list.count }

    /// The text of a number.
    subscript(_ number: UInt32) -> String { list[number] }

    /// The number of a text that is in the pool.
    func number(of text: String) -> UInt32? {
        var text = text
        return text.withUTF8 { number(of: $0) }
    }

    /// The number of a text that is in the pool.
    func number(of text: UnsafeBufferPointer<UInt8>) -> UInt32? {
        guard !slots.isEmpty else { return nil }
        let found = slots[slot(of: text)]
        return found == 0 ? nil : found - 1
    }

    /// Returns the number of a text, which is added if it is new.
    mutating func add(_ text: String) -> UInt32 {
        var text = text
        return text.withUTF8 { add($0) }
    }

    /// Returns the number of a text, which is added if it is new.
    mutating func add(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        if (count + 1) * 2 > slots.count { spread(over: Self.capacity(for: (count + 1) * 2)) }
        let slot = slot(of: text)
        if slots[slot] != 0 { return slots[slot] - 1 }
        let number = list.append(text)
        slots[slot] = number + 1
        return number
    }

    private static func capacity(for count: Int) -> Int {
        var capacity = 16
        while capacity < count * 2 { capacity *= 2 }
        return capacity
    }

    private mutating func spread(over capacity: Int) {
        slots = [UInt32](repeating: 0, count: capacity)
        list.bytes.withUnsafeBufferPointer { all in
            for number in 0..<count {
                let slot = slot(of: UnsafeBufferPointer(rebasing: all[list.range(of: number)]))
                slots[slot] = UInt32(number + 1)
            }
        }
    }

    /// The slot that holds a text, or the free one that is to hold it.
    ///
    /// Hashes differ from run to run, so that nobody can write texts that all share one slot.
    private func slot(of text: UnsafeBufferPointer<UInt8>) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(text))
        var slot = hasher.finalize() & (slots.count - 1)
        while slots[slot] != 0, !holds(text, Int(slots[slot] - 1)) {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private func holds(_ text: UnsafeBufferPointer<UInt8>, _ number: Int) -> Bool {
        let range = list.range(of: number)
        guard range.count == text.count else { return false }
        return list.bytes.withUnsafeBufferPointer { all in
            for offset in 0..<text.count where all[range.lowerBound + offset] != text[offset] {
                return false
            }
            return true
        }
    }
}
