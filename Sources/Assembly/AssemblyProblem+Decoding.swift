package import Diagnostics
package import LocatedInput
import Quantities

extension AssemblyProblem {
    /// Reads a problem from a parsed file.
    ///
    /// Every mistake is reported at its place: what is missing, misspelt or of the wrong shape
    /// (INP030 and up), and every violation of the format (ASM001 and up). Violations are looked
    /// for once everything could be read.
    ///
    /// - Returns: The problem, or nothing where `collector` holds an error.
    package static func decode(
        _ value: LocatedValue, into collector: FindingCollector
    ) -> AssemblyProblem? {
        guard var reader = FieldReader(value, "assembly problem", collector) else { return nil }
        var decoder = ProblemDecoder(collector)
        guard decoder.readFormat(&reader) else { return nil }
        let problem = decoder.problem(&reader)
        reader.finish()
        guard !decoder.hasFailed else { return nil }
        for violation in problem.violations {
            collector.report(violation.finding(in: value))
        }
        return collector.hasErrors ? nil : problem
    }
}

/// Reads the parts of a problem and remembers whether any of them could not be read.
struct ProblemDecoder {
    let collector: FindingCollector
    private(set) var hasFailed = false

    init(_ collector: FindingCollector) {
        self.collector = collector
    }

    mutating func fail() {
        hasFailed = true
    }

    mutating func readFormat(_ reader: inout FieldReader) -> Bool {
        guard let format = reader.required("format", as: String.self) else { return false }
        guard format.value == AssemblyProblem.format else {
            let found = collector.quote(format.value, at: format.location)
            collector.report(
                .assemblyUnknownFormat, "unknown format \(found)", at: format.location,
                help: "this version reads '\(AssemblyProblem.format)'")
            return false
        }
        return true
    }

    mutating func text(_ reader: inout FieldReader, _ key: String) -> String {
        guard let text = reader.required(key, as: String.self) else {
            hasFailed = true
            return ""
        }
        return text.value
    }

    mutating func optionalText(_ reader: inout FieldReader, _ key: String) -> String? {
        guard reader.child(key) != nil else { return nil }
        return text(&reader, key)
    }

    mutating func number(_ reader: inout FieldReader, _ key: String) -> Int64 {
        guard let value = reader.requiredChild(key) else {
            hasFailed = true
            return 0
        }
        if refusesText(value, key) { return 0 }
        guard let number = reader.required(key, as: Int.self) else {
            hasFailed = true
            return 0
        }
        return Int64(number.value)
    }

    mutating func optionalNumber(_ reader: inout FieldReader, _ key: String) -> Int64? {
        guard reader.child(key) != nil else { return nil }
        return number(&reader, key)
    }

    mutating func flag(
        _ reader: inout FieldReader, _ key: String, default standard: Bool
    ) -> Bool {
        guard reader.child(key) != nil else { return standard }
        guard let flag = reader.required(key, as: Bool.self) else {
            hasFailed = true
            return standard
        }
        return flag.value
    }

    mutating func texts(_ reader: inout FieldReader, _ key: String) -> [String] {
        guard let value = reader.child(key) else { return [] }
        let list = reader.list(key, as: String.self)
        if list.count != value.elements?.count { hasFailed = true }
        return list.map(\.value)
    }

    /// Reads a mapping of names to whole numbers.
    mutating func units(_ reader: inout FieldReader, _ key: String) -> [String: Int64] {
        guard let value = reader.child(key) else { return [:] }
        guard var nested = FieldReader(value, key, collector) else {
            hasFailed = true
            return [:]
        }
        var result: [String: Int64] = [:]
        for name in nested.keys { result[name] = number(&nested, name) }
        return result
    }

    mutating func elements<Element>(
        _ reader: inout FieldReader, _ key: String, _ what: String,
        _ read: (inout ProblemDecoder, inout FieldReader) -> Element
    ) -> [Element] {
        guard let value = reader.child(key) else { return [] }
        if value.elements == nil { hasFailed = true }
        var result: [Element] = []
        for child in reader.children(key) {
            guard var nested = FieldReader(child, what, collector) else {
                hasFailed = true
                continue
            }
            result.append(read(&self, &nested))
            nested.finish()
        }
        return result
    }

    /// Reports a text where a number is expected, digits or not.
    private mutating func refusesText(_ value: LocatedValue, _ key: String) -> Bool {
        guard case .scalar(let text, quoted: true) = value.content else { return false }
        let found = collector.quote(text, at: value.location)
        collector.report(
            .inputNotAWholeNumber, "expected a whole number for '\(key)', found the text \(found)",
            at: value.location, help: "write it without quotes")
        hasFailed = true
        return true
    }
}
