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
        guard let bytes = bytes(of: path, limits: limits, into: collector) else { return nil }
        return decode(bytes, path: path, into: collector)
    }

    /// Decodes bytes as `read` does; `path` names them in findings.
    package static func decode(
        _ bytes: [UInt8], path: String, into collector: FindingCollector
    ) -> InputText? {
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        if let offset = UTF8Validation.firstInvalidOffset(in: body) {
            report(invalidAt: offset, in: body, path: path, into: collector)
            return nil
        }
        let input = InputText(path: path, text: String(decoding: body, as: UTF8.self))
        collector.addSource(input.text, path: path)
        let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
        if body.allSatisfy(blanks.contains) {
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
    private static func bytes(
        of path: String, limits: InputLimits, into collector: FindingCollector
    ) -> [UInt8]? {
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

    /// Reads to the end, but never past the limit: the file may grow meanwhile.
    private static func read(
        _ descriptor: Int32, size: Int, limits: InputLimits, at place: SourceLocation,
        into collector: FindingCollector
    ) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        while bytes.count <= limits.maximumBytes {
            let count = chunk.withUnsafeMutableBytes { buffer in
                Foundation.read(descriptor, buffer.baseAddress, buffer.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                collector.report(FileFailure.finding(forSystemError: errno, at: place))
                return nil
            }
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk[..<count])
        }
        collector.report(FileFailure.tooLarge(limits: limits, at: place))
        return nil
    }
}
