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
        case .availability, .unit, .minimumUnits, .skus, .resource, .accelerator: nil
        }
    }

    /// Says what a value of the attribute looks like, to follow "expected".
    var expectation: String {
        switch self {
        case .availability: "percent of time, more than 0 and at most 100"
        case .minimumUnits: "a number more than 0"
        case .skus: "price sheet entries like B91961*1+B91962*10"
        case .unit: "gpu, or \(Unit.expectation)"
        case .resource: ModuleProvision.expectation
        case .accelerator: "the maker's name of the model"
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
        case .skus: SkuCount.list(text) != nil
        case .resource: ModuleProvision.isResource(text)
        case .unit, .accelerator: true
        }
    }
}
