import Diagnostics
import LocatedInput
import Quantities

extension EdgeDevice {
    init?(_ row: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(row, "edge device", collector) else { return nil }
        let id = reader.required("id", as: Identifier<EdgeDevice>.self)
        let provider = reader.required("provider", as: ProviderID.self)
        let name = reader.required("name", as: String.self)
        let kind = reader.required("class", as: Class.self)
        let status = reader.required("status", as: Site.Status.self)
        let orderableBy = reader.required("orderableBy", as: String.self)
        vcpu = reader.plausible("vcpu", in: 0...100_000)?.value
        memoryGiB = reader.plausible("memoryGiB", in: 0...1_000_000)?.value
        storageTB = reader.plausible("storageTB", in: .zero...ExactDecimal(1_000_000))?.value
        accelerators = reader.plausible("accelerators", in: 0...1000)?.value
        _ = reader.optional("accelerator", as: String.self)
        weightKilograms = reader.plausible("weightKg", in: .zero...ExactDecimal(100_000))?.value
        carry = reader.optional("carry", as: Carry.self)?.value
        minimumCelsius = reader.plausible("minimumCelsius", in: -90...100)?.value
        maximumCelsius = reader.plausible("maximumCelsius", in: -90...100)?.value
        ruggedness = reader.optional("ruggedness", as: String.self)?.value
        _ = reader.optional("battery", as: String.self)
        offline = reader.optional("offline", as: Offline.self)?.value ?? .unknown
        let alone = reader.optional("worksWithoutActivation", as: YesOrNo.self)?.value
        let skus = reader.optional("skus", as: String.self)
        lossSku = reader.optional("lossSku", as: String.self)?.value
        _ = reader.optional("note", as: String.self)
        let provenance = Provenance(&reader)
        reader.finish()
        meters = Self.meters(skus, collector)
        needsActivation = alone.map { $0 == .no }
        guard let id, let provider, let name, let kind, let status, let orderableBy, let provenance
        else { return nil }
        self.id = id.value
        self.provider = provider.value
        self.name = name.value
        self.kind = kind.value
        self.status = status.value
        self.orderableBy = orderableBy.value
        self.provenance = provenance
    }

    private static func meters(
        _ text: Located<String>?, _ collector: FindingCollector
    ) -> [SkuCount] {
        guard let text else { return [] }
        if let meters = SkuCount.list(text.value) { return meters }
        collector.report(
            .catalogUnknownAttribute, "'\(text.value)' names no price sheet entries",
            at: text.location, help: "write them like B109492*1+B109496*1")
        return []
    }
}

extension EdgeDevice.Offline: InputScalar {
    /// Gives "'unlimited', 'disconnected' or a period like P14D".
    package static var expectation: String {
        "'unlimited', 'disconnected' or a period like P14D"
    }

    /// Takes one of the two words, or a period.
    package init?(inputText: String) {
        switch inputText {
        case "unlimited": self = .unlimited
        case "disconnected": self = .disconnected
        default:
            guard let period = CalendarPeriod(inputText: inputText) else { return nil }
            self = .atMost(period)
        }
    }
}

/// A cell that says yes or no.
private enum YesOrNo: String, InputVocabulary {
    case yes
    case no
}
