import Diagnostics
import LocatedInput
import Quantities

extension InstanceType {
    init?(_ row: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(row, "instance", collector) else { return nil }
        let id = reader.required("id", as: InstanceID.self)
        let service = reader.required("service", as: ServiceID.self)
        let family = reader.required("family", as: String.self)
        let architecture = reader.required("architecture", as: Architecture.self)
        let shape = reader.required("shape", as: Shape.self)
        let sizes = 1...1_000_000
        let vcpu = reader.requiredPlausible("vcpu", in: sizes)
        let memory = reader.requiredPlausible("memoryGiB", in: sizes)
        let coreSku = reader.required("coreSku", as: String.self)
        memorySku = reader.optional("memorySku", as: String.self)?.value
        vcpuPerCore = reader.plausible("vcpuPerCore", in: 1...1_000)?.value ?? 1
        minimumGiBPerCore = reader.plausible("minimumGiBPerCore", in: sizes)?.value
        let most = reader.plausible("maximumGiBPerCore", in: (minimumGiBPerCore ?? 1)...1_000_000)
        maximumGiBPerCore = most?.value
        _ = reader.optional("note", as: String.self)
        let provenance = Provenance(&reader)
        reader.finish()
        guard let id, let service, let family, let architecture, let shape, let vcpu, let memory,
            let coreSku, let provenance
        else { return nil }
        self.id = id.value
        self.service = service.value
        self.family = family.value
        self.architecture = architecture.value
        self.shape = shape.value
        self.vcpu = vcpu.value
        memoryGiB = memory.value
        self.coreSku = coreSku.value
        self.provenance = provenance
    }
}

extension PriceRow {
    init?(_ row: LocatedValue, provider: ProviderID, into collector: FindingCollector) {
        guard var reader = FieldReader(row, "price", collector) else { return nil }
        let id = reader.required("id", as: PriceID.self)
        let sku = reader.required("sku", as: String.self)
        capability = reader.optional("capability", as: CapabilityID.self)?.value
        let sites = Set(reader.list("sites", as: String.self).map(\.value))
        let plan = reader.required("plan", as: PricePlan.self)
        let unit = reader.required("unit", as: PriceUnit.self)
        let model = reader.required("model", as: PriceModel.self)
        let block = reader.optional("block", as: ExactDecimal.self)
        let tierFrom = reader.optional("tierFrom", as: ExactDecimal.self)
        let amount = reader.required("amount", as: ExactDecimal.self)
        let currency = reader.required("currency", as: Currency.self)
        let basis = reader.required("basis", as: PriceBasis.self)
        low = reader.optional("low", as: ExactDecimal.self)?.value
        high = reader.optional("high", as: ExactDecimal.self)?.value
        aggregation = reader.optional("aggregation", as: TierAggregation.self)?.value ?? .resource
        let minimum = reader.optional("minimum", as: ExactDecimal.self)
        let included = reader.optional("included", as: ExactDecimal.self)
        self.minimum = minimum?.value
        self.included = included?.value
        effectiveFrom = reader.optional("effectiveFrom", as: CalendarDate.self)?.value
        effectiveUntil = reader.optional("effectiveUntil", as: CalendarDate.self)?.value
        sheetRow = reader.optional("sheetRow", as: String.self)?.value
        sheetUnit = reader.optional("sheetUnit", as: String.self)?.value
        note = reader.optional("note", as: String.self)?.value
        let provenance = Provenance(&reader)
        reader.finish()
        guard let id, let sku, let plan, let unit, let model, let amount, let currency, let basis,
            let provenance
        else { return nil }
        collector.checkEstimate(amount, low: low, high: high)
        Self.check(block, tierFrom, collector)
        Self.check(minimum, included, unit.value, model.value, collector)
        self.id = id.value
        self.provider = provider
        self.sku = sku.value
        self.sites = sites == ["*"] ? [] : sites.sorted().map { SiteID($0) }
        self.plan = plan.value
        self.unit = unit.value
        self.model = model.value
        self.block = block?.value ?? .one
        self.tierFrom = tierFrom?.value ?? .zero
        self.amount = amount.value
        self.currency = currency.value
        self.basis = basis.value
        self.provenance = provenance
        checkBasis(at: basis.location, collector)
    }

    private static func check(
        _ block: Located<ExactDecimal>?, _ tierFrom: Located<ExactDecimal>?,
        _ collector: FindingCollector
    ) {
        if let block, block.value <= .zero {
            collector.report(
                .catalogAbsurdQuantity, "a block of \(block.value) units buys nothing",
                at: block.location, help: "write how many units one amount buys, 1 or more")
        }
        if let tierFrom, tierFrom.value.isNegative {
            collector.report(
                .catalogAbsurdQuantity, "a tier cannot begin at \(tierFrom.value)",
                at: tierFrom.location, help: "the first tier begins at 0")
        }
    }

    /// A least amount belongs to a percentage, an included quantity to a flat amount.
    private static func check(
        _ minimum: Located<ExactDecimal>?, _ included: Located<ExactDecimal>?, _ unit: PriceUnit,
        _ model: PriceModel, _ collector: FindingCollector
    ) {
        if let minimum, minimum.value.isNegative || unit != .percent {
            collector.report(
                .catalogAbsurdQuantity,
                minimum.value.isNegative
                    ? "the least amount of a month cannot be \(minimum.value)"
                    : "a least amount of a month says nothing of a price by the "
                        + "\(unit.rawValue)", at: minimum.location,
                help: "state it beside a percentage, 0 or more")
        }
        if let included, included.value.isNegative || model != .flat {
            collector.report(
                .catalogAbsurdQuantity,
                included.value.isNegative
                    ? "a fee cannot cover \(included.value) units"
                    : "an included quantity says nothing of the model '\(model.rawValue)'",
                at: included.location, help: "state it beside a flat amount, 0 or more")
        }
    }

    /// An indicative price states its range and derivation; a derived one its formula.
    private func checkBasis(at location: SourceLocation, _ collector: FindingCollector) {
        if basis == .indicative, low == nil || high == nil || note == nil {
            collector.report(
                .catalogUnderivedEstimate,
                "an indicative price needs low, high and a note of how it "
                    + "was estimated", at: location,
                help: "state the three, or leave the row out: no price is better than a guess")
        }
        if basis == .derived, note == nil {
            collector.report(
                .catalogUnderivedEstimate,
                "a derived price needs a note with its formula and inputs",
                at: location, help: "name them in the column 'note'")
        }
    }
}
