import Diagnostics
import LocatedInput
import Quantities

extension PlatformModule {
    init?(_ row: LocatedValue, provider: ProviderID, into collector: FindingCollector) {
        guard var reader = FieldReader(row, "module", collector) else { return nil }
        let id = reader.required("id", as: Identifier<PlatformModule>.self)
        let site = reader.required("site", as: SiteID.self)
        let name = reader.required("name", as: String.self)
        let sku = reader.required("sku", as: String.self)
        let provides = reader.list("provides", as: String.self)
        let maximum = reader.requiredPlausible("maximum", in: 1...10_000)
        _ = reader.optional("note", as: String.self)
        let provenance = Provenance(&reader)
        reader.finish()
        self.provides = Self.provisions(provides, collector)
        if provides.isEmpty {
            collector.report(
                .catalogAbsurdQuantity, "the module provides nothing", at: row.location,
                help: "name what it has, as in core=552;memoryGiB=6239")
        }
        guard let id, let site, let name, let sku, let maximum, let provenance else { return nil }
        self.id = id.value
        self.provider = provider
        self.site = site.value
        self.name = name.value
        self.sku = sku.value
        self.maximum = maximum.value
        self.provenance = provenance
    }

    private static func provisions(
        _ entries: [Located<String>], _ collector: FindingCollector
    ) -> [ModuleProvision] {
        var found: [String: Int64] = [:]
        for entry in entries {
            let parts = entry.value.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, ModuleProvision.isResource(parts[0]),
                let units = Int64(parts[1]), (1...1_000_000_000_000).contains(units)
            else {
                collector.report(
                    .catalogUnknownAttribute,
                    "'\(entry.value)' is no resource with its units, 1 to 10^12",
                    at: entry.location,
                    help: "write it like core=552; resources are \(ModuleProvision.expectation)")
                continue
            }
            if found.updateValue(units, forKey: parts[0]) != nil {
                collector.report(
                    .catalogUnknownAttribute, "the resource '\(parts[0])' stands twice",
                    at: entry.location, help: "keep the one that the source states")
            }
        }
        return found.sorted { $0.key < $1.key }.map {
            ModuleProvision(resource: $0.key, units: $0.value)
        }
    }
}
