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
        var text = input.text
        return text.withUTF8 { bytes in
            var line = 1
            for index in bytes.indices {
                let before = index == 0 ? UInt8(ascii: "\n") : bytes[index - 1]
                guard before == 0x0A || before == 0x0D else { continue }
                if index > 0, before == 0x0A || bytes[index] != 0x0A { line += 1 }
                guard bytes[index...].starts(with: "%TAG".utf8) else { continue }
                collector.report(
                    .inputTagNotAllowed, "tag directives are not allowed",
                    at: SourceLocation(path: input.path, line: line, column: 1, length: 4))
                return false
            }
            return true
        }
    }
}
