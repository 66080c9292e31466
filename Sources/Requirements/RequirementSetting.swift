package import Diagnostics
import LocatedInput

/// A change to one value of a requirement, as in `enclaves.limited.workloads.app.vcpu=3000`.
///
/// The part before the first `=` leads to the value: keys of mappings, and identifiers or
/// positions from 0 of elements of lists, joined by dots. What follows is one scalar or a value in
/// YAML's flow style; nothing, like `null`, takes the value away.
package struct RequirementSetting: Sendable, Hashable {
    /// As it was given.
    package let text: String
    /// The keys, identifiers and positions, each at its place in the text.
    let segments: [Located<String>]
    /// What is to stand there.
    let value: LocatedValue
    /// The whole path in the text.
    let location: SourceLocation

    /// Reads a setting; what is wrong with it is a finding at a place of its text.
    ///
    /// - Parameters:
    ///   - text: The path, `=` and the value.
    ///   - number: Which of several settings it is, from 1.
    ///   - collector: Gets the findings (REQ060) and the text as a source of its own.
    package init?(_ text: String, number: Int, into collector: FindingCollector) {
        let path = text.prefix { $0 != "=" }
        let name = Self.sourceName(path, number)
        collector.addSource(text, path: name)
        let location = SourceLocation(path: name, line: 1, column: 1, length: path.count)
        guard path.count < text.count else {
            Self.report("the setting has no '='", at: location, into: collector)
            return nil
        }
        var column = 1
        var segments: [Located<String>] = []
        for part in path.split(separator: ".", omittingEmptySubsequences: false) {
            let place = SourceLocation(path: name, line: 1, column: column, length: part.count)
            segments.append(Located(String(part), at: place))
            column += part.count + 1
        }
        if let empty = segments.first(where: { $0.value.isEmpty }) {
            Self.report("a part of the path is empty", at: empty.location, into: collector)
            return nil
        }
        guard
            let value = Self.value(
                text.dropFirst(path.count + 1), after: path.count + 1, name, into: collector)
        else { return nil }
        self.text = text
        self.segments = segments
        self.value = value
        self.location = location
    }

    /// The path before the `=`.
    package var path: String { segments.map(\.value).joined(separator: ".") }

    /// Names the text in findings; a setting given again differs by its number.
    private static func sourceName(_ path: Substring, _ number: Int) -> String {
        "--set \(number): \(path.prefix(80).map { $0.isNewline ? " " : "\($0)" }.joined())"
    }

    /// Reads the value at its place: blanks stand where the path does.
    private static func value(
        _ text: Substring, after columns: Int, _ name: String, into collector: FindingCollector
    ) -> LocatedValue? {
        let place = SourceLocation(path: name, line: 1, column: columns + 1, length: text.count)
        guard !text.contains(where: \.isNewline) else {
            report("the value has more than one line", at: place, into: collector)
            return nil
        }
        let word = text.filter { $0 != " " }
        guard let first = word.first, word != "null", word != "~" else {
            return LocatedValue(.null, at: place)
        }
        let input = InputText(
            path: name, text: String(repeating: " ", count: columns) + String(text))
        guard let value = YAMLInput.parse(input, into: collector) else { return nil }
        let isBlock =
            value.entries != nil && first != "{" || value.elements != nil && first != "["
        guard !isBlock else {
            report(
                "the value is not a single one, nor in brackets", at: place, into: collector,
                help: "put text that holds ': ' or begins with '- ' in double quotes")
            return nil
        }
        return value
    }

    private static func report(
        _ message: String, at location: SourceLocation, into collector: FindingCollector,
        help: String = "write path=value, as in enclaves.limited.workloads.app.vcpu=3000"
    ) {
        collector.report(.requirementBadSetting, message, at: location, help: help)
    }
}
