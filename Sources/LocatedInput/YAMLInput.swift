package import Diagnostics

/// Reads a YAML document whose every value has its place.
///
/// Accepted is the plain core of YAML: mappings, lists and scalars, in block or flow style, with
/// comments. Scalars are never typed here. Aliases, anchors, tags, several documents and keys that
/// are not text are refused, each with a finding of its own.
package enum YAMLInput {
    /// Parses a document; every mistake that can be found is reported.
    ///
    /// After a syntax error the rest of the text is not looked at. A duplicate key is reported with
    /// a note at the first, whose value is kept.
    ///
    /// - Returns: The root value, or none where the document has no usable structure.
    package static func parse(
        _ input: InputText, limits: InputLimits = .standard, into collector: FindingCollector
    ) -> LocatedValue? {
        guard
            ForbiddenCharacters.check(
                input, lineSeparatorsForbidden: true, into: collector)
        else { return nil }
        guard YAMLDirectives.check(input, into: collector) else { return nil }
        var text = input.text
        return text.withUTF8 { bytes in
            var composer = YAMLComposer(
                bytes: bytes, path: input.path, limits: limits, collector: collector)
            return composer.compose()
        }
    }
}

/// Refuses directives that define tags.
///
/// Tags are refused anyway, and libyaml compares each definition with all before it: a file full of
/// them would take hours.
private enum YAMLDirectives {
    static func check(_ input: InputText, into collector: FindingCollector) -> Bool {
        var line = 1
        var isLineStart = true
        var bytes = input.text.utf8[...]
        while let byte = bytes.first {
            if isLineStart, bytes.starts(with: "%TAG".utf8) {
                collector.report(
                    .inputTagNotAllowed, "tag directives are not allowed",
                    at: SourceLocation(path: input.path, line: line, column: 1, length: 4))
                return false
            }
            isLineStart = byte == 0x0A || byte == 0x0D
            bytes.removeFirst()
            if byte == 0x0D, bytes.first == 0x0A { bytes.removeFirst() }
            if isLineStart { line += 1 }
        }
        return true
    }
}
