import Diagnostics
import LocatedInput
import Quantities

extension AttributeName {
    /// The words that the attribute can have, best first; none where it is a number or a list.
    package var words: [String]? {
        switch self {
        case .access: ["online", "nearline", "offline"]
        case .replication: ["multi-region", "regional", "zonal"]
        case .encryptionAtRest: ["customer-key", "provider-key"]
        case .media: ["ssd", "balanced", "hdd"]
        case .availability, .unit, .minimumUnits, .skus: nil
        }
    }

    /// Says what a value of the attribute looks like, to follow "expected".
    var expectation: String {
        switch self {
        case .availability: "percent of time, more than 0 and at most 100"
        case .minimumUnits: "a number more than 0"
        case .skus: "price sheet entries like B91961*1+B91962*10"
        case .unit: Unit.expectation
        case .access, .replication, .encryptionAtRest, .media:
            (words ?? []).joined(separator: ", ")
        }
    }

    /// Tells whether `text` can be the value of the attribute. Units are checked by themselves.
    func admits(_ text: String) -> Bool {
        switch self {
        case .access, .replication, .encryptionAtRest, .media: words?.contains(text) ?? false
        case .availability:
            ExactDecimal(inputText: text).map { .zero < $0 && $0 <= ExactDecimal(100) } ?? false
        case .minimumUnits: ExactDecimal(inputText: text).map { .zero < $0 } ?? false
        case .skus: Self.isListOfEntries(text)
        case .unit: true
        }
    }

    /// Entries joined by `+`, each with how many of it make one unit.
    private static func isListOfEntries(_ text: String) -> Bool {
        text.split(separator: "+", omittingEmptySubsequences: false).allSatisfy { entry in
            let pieces = entry.split(separator: "*", omittingEmptySubsequences: false)
            guard let sku = pieces.first, !sku.isEmpty, pieces.count <= 2 else { return false }
            return pieces.count == 1 || (Int(inputText: String(pieces[1])) ?? 0) > 0
        }
    }
}
