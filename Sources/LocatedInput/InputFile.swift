package import Diagnostics
import Foundation

/// Reads whole files as text, within bounds and from regular files only.
package enum InputFile {
    /// Reads a file; what prevents it is a finding.
    ///
    /// The size is checked before anything is read, and no more than the limit is ever read.
    /// Devices, pipes and sockets are refused without waiting for them. A byte order mark is
    /// dropped.
    ///
    /// - Parameters:
    ///   - path: Path as the user typed it.
    ///   - limits: Bounds.
    ///   - collector: Gets the findings (INP001 to INP008, INP010) and, unless the file is
    ///     confidential, the text
    ///     from which findings print source lines.
    ///   - confidential: Whether findings about the file may show places but no content.
    /// - Returns: The text, or none after an error.
    package static func read(
        _ path: String, limits: InputLimits = .standard, into collector: FindingCollector,
        confidential: Bool = false
    ) -> InputText? {
        if confidential { collector.withholdContent(of: path) }
        guard let text = text(of: path, limits: limits, into: collector) else { return nil }
        return checked(InputText(path: path, text: text), into: collector)
    }

    /// Decodes bytes as `read` does; `path` names them in findings.
    package static func decode(
        _ bytes: [UInt8], path: String, into collector: FindingCollector
    ) -> InputText? {
        let body = bytes.starts(with: byteOrderMark) ? bytes[3...] : bytes[...]
        let invalid = body.withUnsafeBufferPointer { UTF8Validation.firstInvalidOffset(in: $0) }
        if let invalid {
            report(invalidAt: invalid, in: body, path: path, into: collector)
            return nil
        }
        let text = String(decoding: body, as: UTF8.self)
        return checked(InputText(path: path, text: text), into: collector)
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static func checked(
        _ input: InputText, into collector: FindingCollector
    ) -> InputText? {
        collector.addSource(input.text, path: input.path)
        let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
        if input.text.utf8.allSatisfy(blanks.contains) {
            collector.report(.inputEmpty, "the file is empty", at: input.start)
            return nil
        }
        return input
    }

    private static func report(
        invalidAt offset: Int, in body: ArraySlice<UInt8>, path: String,
        into collector: FindingCollector
    ) {
        let valid = String(decoding: body.prefix(offset), as: UTF8.self)
        let place = TextPlace.end(of: valid, path: path)
        let byte = String(body[body.startIndex + offset], radix: 16, uppercase: true)
        let looksLikeUTF16 = body.starts(with: [0xFF, 0xFE]) || body.starts(with: [0xFE, 0xFF])
        collector.report(
            .inputNotUTF8, "byte 0x\(byte) is not valid UTF-8", at: place,
            help: looksLikeUTF16
                ? "the file looks like UTF-16: save it as UTF-8" : "save the file as UTF-8")
    }
}

extension InputFile {
    private static func text(
        of path: String, limits: InputLimits, into collector: FindingCollector
    ) -> String? {
        let place = SourceLocation(path: path, line: 1, column: 1, length: 0)
        guard !path.isEmpty, !path.utf8.contains(0) else {
            collector.report(.inputFileMissing, "the path is empty or not a path", at: place)
            return nil
        }
        // Without O_NONBLOCK, opening a pipe would wait for a writer.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            collector.report(FileFailure.finding(forSystemError: errno, at: place))
            return nil
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            collector.report(FileFailure.finding(forSystemError: errno, at: place))
            return nil
        }
        let size = Int(status.st_size)
        if let refusal = FileFailure.refusal(
            mode: status.st_mode, size: size, limits: limits, at: place)
        {
            collector.report(refusal)
            return nil
        }
        return read(descriptor, size: size, limits: limits, at: place, into: collector)
    }

    /// What came of reading a file into the memory of a text.
    private enum Outcome {
        case complete
        /// There is more than there is room for.
        case tooLong
        case failed(Int32)
        /// Some byte is not valid UTF-8.
        case invalid(Int, in: [UInt8])
    }

    /// Reads to the end, but never past the limit: the file may grow meanwhile.
    private static func read(
        _ descriptor: Int32, size: Int, limits: InputLimits, at place: SourceLocation,
        into collector: FindingCollector
    ) -> String? {
        // One more byte than expected shows whether that was all.
        var capacity = min(size, limits.maximumBytes) + 1
        while true {
            var outcome = Outcome.complete
            let text = String(unsafeUninitializedCapacity: capacity) { buffer in
                let (count, found) = fill(
                    UnsafeMutableBufferPointer(rebasing: buffer[..<capacity]), from: descriptor)
                outcome = found
                return count
            }
            switch outcome {
            case .complete: return text
            case .failed(let number):
                collector.report(FileFailure.finding(forSystemError: number, at: place))
                return nil
            case .invalid(let offset, let bytes):
                report(invalidAt: offset, in: bytes[...], path: place.path, into: collector)
                return nil
            case .tooLong:
                guard capacity <= limits.maximumBytes, lseek(descriptor, 0, SEEK_SET) == 0 else {
                    collector.report(FileFailure.tooLarge(limits: limits, at: place))
                    return nil
                }
                capacity = min(capacity * 2, limits.maximumBytes + 1)
            }
        }
    }

    /// Fills memory with a file, without its byte order mark; the text is read without a copy, so
    /// that a large one takes its own size of memory and no more.
    private static func fill(
        _ buffer: UnsafeMutableBufferPointer<UInt8>, from descriptor: Int32
    ) -> (count: Int, Outcome) {
        var count = 0
        while count < buffer.count {
            let more = Foundation.read(
                descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
            if more < 0, errno == EINTR { continue }
            guard more >= 0 else { return (0, .failed(errno)) }
            if more == 0 { break }
            count += more
        }
        guard count < buffer.count else { return (0, .tooLong) }
        if buffer[..<count].starts(with: byteOrderMark), let base = buffer.baseAddress {
            count -= byteOrderMark.count
            memmove(base, base + byteOrderMark.count, count)
        }
        let bytes = UnsafeBufferPointer(rebasing: buffer[..<count])
        if let offset = UTF8Validation.firstInvalidOffset(in: bytes) {
            return (0, .invalid(offset, in: Array(bytes)))
        }
        return (count, .complete)
    }
}
