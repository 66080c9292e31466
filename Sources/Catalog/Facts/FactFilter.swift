import LocatedInput
import Quantities

/// A condition on one field of facts, as in `country=ES`, `vcpu>=8`, `note~ENS`.
///
/// Texts are compared without case and accents. `=` holds where one text of the field is the value,
/// `!=` where none is, a field that is not there included; `field=` asks for what is not there.
/// `<`, `<=`, `>`, `>=` hold between numbers, exactly, and between dates.
package struct FactFilter: Sendable {
    /// Path of the field.
    package let path: String
    private let comparison: Comparison
    private let value: [UInt8]
    private let number: ExactDecimal?
    private let date: String?

    private enum Comparison: String, CaseIterable {
        // Longer signs first: one begins like another.
        case different = "!="
        case lessOrEqual = "<="
        case greaterOrEqual = ">="
        case equal = "="
        case contains = "~"
        case less = "<"
        case greater = ">"
    }

    /// Reads a condition: the first sign that compares parts field and value.
    package init?(_ text: String) {
        var found: (range: Range<String.Index>, comparison: Comparison)?
        for comparison in Comparison.allCases {
            guard let range = text.firstRange(of: comparison.rawValue) else { continue }
            if let earlier = found, earlier.range.lowerBound <= range.lowerBound { continue }
            found = (range, comparison)
        }
        guard let found else { return nil }
        let path = CatalogFact.trimmed(text[..<found.range.lowerBound])
        let value = CatalogFact.trimmed(text[found.range.upperBound...])
        guard !path.isEmpty else { return nil }
        comparison = found.comparison
        self.path = path
        self.value = FoldedText.bytes(of: value)
        number = ExactDecimal(inputText: value)
        date = Self.isDate(value) ? value : nil
        let isOrder = ![.different, .equal, .contains].contains(comparison)
        if isOrder, number == nil, date == nil { return nil }
    }

    /// Tells whether a fact meets the condition.
    package func holds(for fact: CatalogFact) -> Bool {
        let texts = fact.texts(at: path)
        return switch comparison {
        case .equal: value.isEmpty ? texts.isEmpty : texts.contains(where: isValue)
        case .different: value.isEmpty ? !texts.isEmpty : !texts.contains(where: isValue)
        case .contains: texts.contains { FoldedText.bytes(of: $0).firstRange(of: value) != nil }
        case .less: texts.contains { order($0) == .less }
        case .lessOrEqual: texts.contains { [.less, .same].contains(order($0)) }
        case .greater: texts.contains { order($0) == .more }
        case .greaterOrEqual: texts.contains { [.more, .same].contains(order($0)) }
        }
    }

    private func isValue(_ text: String) -> Bool {
        if let number, let other = ExactDecimal(inputText: text) { return number == other }
        return FoldedText.bytes(of: text) == value
    }

    private enum Order {
        case less, same, more
    }

    /// How a written text stands to the value; none where the two are not of one sort.
    private func order(_ text: String) -> Order? {
        if let number, let other = ExactDecimal(inputText: text) {
            return other < number ? .less : other == number ? .same : .more
        }
        guard let date = date ?? self.year, Self.isDate(text), text.utf8.count > 4 else {
            return nil
        }
        // A month or year stands for all of its days.
        if text.hasPrefix(date) { return .same }
        return text < date ? .less : .more
    }

    /// A value of four digits is a year where dates are compared.
    private var year: String? {
        value.count == 4 && value.allSatisfy { $0 &- 0x30 < 10 }
            ? String(decoding: value, as: UTF8.self) : nil
    }

    /// Whether a text is a day or a month: `2026-11-24`, `2026-11`.
    private static func isDate(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 10 || bytes.count == 7 else { return false }
        return bytes.indices.allSatisfy { index in
            index == 4 || index == 7 ? bytes[index] == UInt8(ascii: "-") : bytes[index] &- 0x30 < 10
        }
    }
}
