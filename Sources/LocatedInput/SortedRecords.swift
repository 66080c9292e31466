import Foundation

/// Sorts any number of byte strings within bounded memory: runs go to a nameless file, and are
/// merged.
///
/// No more than `memory` bytes are held while records come in, and a block of each run while they
/// go out. Equal records stay; their order does not matter, since they are equal.
package final class SortedRecords {
    private let limit: Int
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var runs: [Run] = []
    private var descriptor: Int32 = -1
    private var written = 0
    /// Number of the system's error that spoilt the sorting; 0 for none.
    package private(set) var systemError: Int32 = 0
    /// Number of records.
    package private(set) var count = 0

    private struct Run {
        var offset: Int
        let end: Int
    }

    /// Creates an empty sorter.
    ///
    /// - Parameter memory: Most bytes of records held before a run is written.
    package init(memory: Int = 32 << 20) {
        limit = memory
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Number of runs that did not fit in memory.
    package var spilledRuns: Int { runs.count }

    /// Adds a record; it is compared byte by byte.
    package func append(_ record: [UInt8]) {
        if bytes.count + record.count > limit, !ends.isEmpty { spill() }
        bytes += record
        ends.append(bytes.count)
        count += 1
    }

    private func order() -> [Int] {
        let (bytes, ends) = (bytes, ends)
        return bytes.withUnsafeBytes { all in
            ends.indices.sorted { one, other in
                Self.isLess(
                    all, (one == 0 ? 0 : ends[one - 1])..<ends[one],
                    (other == 0 ? 0 : ends[other - 1])..<ends[other])
            }
        }
    }

    private static func isLess(
        _ all: UnsafeRawBufferPointer, _ one: Range<Int>, _ other: Range<Int>
    ) -> Bool {
        guard let base = all.baseAddress else { return false }
        let order = memcmp(
            base + one.lowerBound, base + other.lowerBound, min(one.count, other.count))
        return order == 0 ? one.count < other.count : order < 0
    }

    /// Writes what is held as a run: each record with its length in front.
    private func spill() {
        guard systemError == 0, openFile() else { return }
        let start = written
        var block: [UInt8] = []
        for number in order() {
            let range = (number == 0 ? 0 : ends[number - 1])..<ends[number]
            withUnsafeBytes(of: UInt32(range.count).littleEndian) { block += $0 }
            block += bytes[range]
            if block.count > 1 << 18 {
                write(block)
                block.removeAll(keepingCapacity: true)
            }
        }
        write(block)
        runs.append(Run(offset: start, end: written))
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    private func openFile() -> Bool {
        if descriptor >= 0 { return true }
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var name = Array((folder + "/.sovereign-XXXXXX").utf8CString)
        descriptor = mkstemp(&name)
        if descriptor < 0 {
            systemError = errno
            return false
        }
        // Nobody else needs its name, and nothing is left if the program ends early.
        unlink(name)
        return true
    }

    private func write(_ block: [UInt8]) {
        block.withUnsafeBytes { all in
            var rest = all
            while !rest.isEmpty, systemError == 0 {
                let count = pwrite(descriptor, rest.baseAddress, rest.count, off_t(written))
                if count < 0, errno == EINTR { continue }
                guard count > 0 else {
                    systemError = errno == 0 ? EIO : errno
                    return
                }
                written += count
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
            }
        }
    }

    /// Gives the records in order, one at a time; nothing is added any more.
    package func reader() -> Reader {
        if runs.isEmpty { return Reader(bytes: bytes, ends: ends, order: order()) }
        if !ends.isEmpty { spill() }
        return Reader(
            runs: runs.map { RunReader(descriptor: descriptor, offset: $0.offset, end: $0.end) },
            owner: self)
    }

    private static func isLess(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        let order = memcmp(one, other, min(one.count, other.count))
        return order == 0 ? one.count < other.count : order < 0
    }

    /// Goes once through the records in order.
    package final class Reader {
        private var bytes: [UInt8] = []
        private var ends: [Int] = []
        private var order: [Int] = []
        private var index = 0
        private var runs: [RunReader] = []
        private var heads: [[UInt8]?] = []
        /// Keeps the file open for as long as it is read.
        private let owner: SortedRecords?

        fileprivate init(bytes: [UInt8], ends: [Int], order: [Int]) {
            self.bytes = bytes
            self.ends = ends
            self.order = order
            owner = nil
        }

        fileprivate init(runs: [RunReader], owner: SortedRecords) {
            self.runs = runs
            self.owner = owner
            heads = self.runs.indices.map { self.runs[$0].next() }
        }

        /// Number of the system's error that ended the reading; 0 for none.
        package var systemError: Int32 {
            max(owner?.systemError ?? 0, runs.map(\.systemError).max() ?? 0)
        }

        /// The next record; none after the last.
        package func next() -> [UInt8]? {
            if runs.isEmpty {
                guard index < order.count else { return nil }
                let number = order[index]
                index += 1
                return Array(bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]])
            }
            var least: Int?
            for number in heads.indices {
                guard let head = heads[number] else { continue }
                if let best = least, let other = heads[best], !SortedRecords.isLess(head, other) {
                    continue
                }
                least = number
            }
            guard let least, let record = heads[least] else { return nil }
            heads[least] = runs[least].next()
            return record
        }
    }
}

/// Reads the records of one run, a block at a time.
private struct RunReader {
    let descriptor: Int32
    var offset: Int
    let end: Int
    private var block: [UInt8] = []
    private var index = 0
    private(set) var systemError: Int32 = 0

    init(descriptor: Int32, offset: Int, end: Int) {
        self.descriptor = descriptor
        self.offset = offset
        self.end = end
    }

    mutating func next() -> [UInt8]? {
        guard fill(4) else { return nil }
        let length = Int(
            block.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: index, as: UInt32.self) }
                .littleEndian)
        guard fill(4 + length) else { return nil }
        let record = Array(block[index + 4..<index + 4 + length])
        index += 4 + length
        return record
    }

    /// Sees to it that so many bytes are at hand.
    private mutating func fill(_ count: Int) -> Bool {
        guard block.count - index < count else { return true }
        block.removeFirst(index)
        index = 0
        while block.count < count, offset < end, systemError == 0 {
            let wanted = min(max(1 << 16, count), end - offset)
            var part = [UInt8](repeating: 0, count: wanted)
            let got = part.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress, wanted, off_t(offset))
            }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else {
                systemError = got < 0 ? errno : EIO
                return false
            }
            block += part[..<got]
            offset += got
        }
        return block.count - index >= count
    }
}
