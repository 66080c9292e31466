package import Diagnostics
import Foundation

/// Hands out a large file stretch by stretch, within memory that does not grow with it.
///
/// Only regular files are read. Readers of records move through `bytes` and ask for more; what they
/// have passed is let go, so that the memory is bounded by the longest record.
package final class SheetStream {
    /// Path as the user typed it.
    package let path: String
    /// Length of the file in bytes when it was opened.
    package let size: Int
    /// Longest record that is read, in bytes.
    package static let longestRecord = 16 << 20

    private let descriptor: Int32
    private var memory: UnsafeMutableBufferPointer<UInt8>
    private let onBytes: (UnsafeBufferPointer<UInt8>) -> Void
    /// How many bytes of the memory are filled.
    private(set) var count = 0
    /// How many bytes of the file lie before the memory.
    private(set) var passed = 0
    private(set) var isComplete = false

    /// Opens a file; what prevents it is a finding.
    ///
    /// - Parameters:
    ///   - path: Path as the user typed it.
    ///   - chunk: Bytes read at once.
    ///   - collector: Gets the findings (INP001 to INP003, INP006 to INP008).
    ///   - onBytes: Sees all bytes of the file once, in order.
    package init?(
        _ path: String, chunk: Int = 1 << 18, into collector: FindingCollector,
        onBytes: @escaping (UnsafeBufferPointer<UInt8>) -> Void = { _ in }
    ) {
        self.path = path
        self.onBytes = onBytes
        let place = SourceLocation(path: path, line: 1, column: 1, length: 0)
        let name = path.utf8.contains(0) ? "" : path
        let descriptor = open(name, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            collector.report(FileFailure.finding(forSystemError: errno, at: place))
            return nil
        }
        var status = stat()
        var refusal: Finding?
        if fstat(descriptor, &status) != 0 {
            refusal = FileFailure.finding(forSystemError: errno, at: place)
        } else {
            refusal = FileFailure.refusal(
                mode: status.st_mode, size: 0, limits: .standard, at: place)
        }
        if let refusal {
            collector.report(refusal)
            close(descriptor)
            return nil
        }
        self.descriptor = descriptor
        size = Int(status.st_size)
        memory = UnsafeMutableBufferPointer.allocate(capacity: max(chunk, 64))
    }

    deinit {
        close(descriptor)
        memory.deallocate()
    }

    /// The bytes at hand.
    var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: UnsafeBufferPointer(memory)[..<count])
    }

    /// The same, for changing escapes where they stand.
    var writable: UnsafeMutableBufferPointer<UInt8> { memory }

    /// Lets the bytes before `start` go, and reads on behind the rest.
    ///
    /// - Returns: Whether there is more than before.
    func readMore(keepingFrom start: Int) throws(SheetFailure) -> Bool {
        guard !isComplete else { return false }
        if start > 0, let base = memory.baseAddress {
            memmove(base, base + start, count - start)
            count -= start
            passed += start
        }
        if count == memory.count { try grow() }
        while true {
            let more = Foundation.read(
                descriptor, memory.baseAddress?.advanced(by: count), memory.count - count)
            if more < 0, errno == EINTR { continue }
            guard more >= 0 else {
                let place = SourceLocation(path: path, line: 1, column: 1, length: 0)
                throw .finding(FileFailure.finding(forSystemError: errno, at: place))
            }
            guard more > 0 else {
                isComplete = true
                return false
            }
            onBytes(
                UnsafeBufferPointer(rebasing: UnsafeBufferPointer(memory)[count..<count + more]))
            count += more
            return true
        }
    }

    private func grow() throws(SheetFailure) {
        guard memory.count < Self.longestRecord else { throw .tooLong }
        let larger = UnsafeMutableBufferPointer<UInt8>.allocate(
            capacity: min(memory.count * 2, Self.longestRecord))
        _ = larger.update(fromContentsOf: UnsafeBufferPointer(memory)[..<count])
        memory.deallocate()
        memory = larger
    }
}

/// Says why a stream of records cannot be read on.
enum SheetFailure: Error {
    /// The file ends within a record, or the bytes at hand do: more are needed.
    case cut
    /// A record is longer than any that is read.
    case tooLong
    /// What the text says is wrong at an offset into the bytes at hand.
    case syntax(String, at: Int, help: String?)
    /// A byte at an offset is not valid UTF-8.
    case notUTF8(at: Int)
    /// What the file system says.
    case finding(Finding)
}

extension SheetStream {
    /// The first bytes of the file, at most `limit`, without passing them.
    package func beginning(_ limit: Int, into collector: FindingCollector) -> [UInt8] {
        do throws(SheetFailure) {
            while count < limit, try readMore(keepingFrom: 0) {}
        } catch {
            if case .finding(let finding) = error { collector.report(finding) }
        }
        return Array(bytes.prefix(limit))
    }
}
