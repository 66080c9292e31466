package import Diagnostics

/// Reads a JSON document (RFC 8259, strictly) whose every value has its place.
///
/// Numbers, `true` and `false` become unquoted scalars as written; strings become quoted scalars.
package enum JSONInput {
    /// Parses a document.
    ///
    /// A syntax error ends the reading. A duplicate key is reported with a note at the first, whose
    /// value is kept.
    ///
    /// - Returns: The root value, or none after a syntax error.
    /// - Complexity: linear in the text.
    package static func parse(
        _ input: InputText, limits: InputLimits = .standard, into collector: FindingCollector
    ) -> LocatedValue? {
        var text = input.text
        return text.withUTF8 { bytes in
            var parser = JSONParser(
                bytes: bytes, path: input.path, limits: limits, collector: collector)
            do throws(JSONFailure) {
                return try parser.document()
            } catch {
                collector.report(parser.finding(for: error))
                return nil
            }
        }
    }
}
