import Catalog
import Clearance
import Diagnostics
import Quantities
import Requirements

/// A platform that is sold in modules has what its provider says one module holds, and room for
/// as many as are bought.
///
/// What is recalled of them decides no offer: the provider confirms it, as a step.
struct SoldInModulesRule: EligibilityRule {
    static let id = "sold-in-modules"

    func judge(_ judged: JudgedCase) -> [Judgement] {
        let wanted = resources(judged)
        return judged.catalog.modules.filter { module in
            module.site == judged.site.id
                && module.provides.contains { wanted.contains($0.resource) }
        }.map { judge($0, judged) }
    }

    private static func words(_ provision: ModuleProvision) -> String {
        let units = ExactDecimal(provision.units).grouped()
        switch provision.resource {
        case ModuleProvision.core: return "\(units) cores"
        case ModuleProvision.memory: return "\(units) GiB of memory"
        case "gpu": return "\(units) graphics processors"
        default: return "\(units) GB"
        }
    }

    private func resources(_ judged: JudgedCase) -> Set<String> {
        if judged.service.capability == .virtualMachines {
            return [ModuleProvision.core, ModuleProvision.memory]
        }
        return Set([judged.service.attributes[.resource]].compactMap { $0 })
    }

    private func judge(_ module: PlatformModule, _ judged: JudgedCase) -> Judgement {
        let holds = module.provides.map(Self.words).joined(separator: ", ")
        let text = "one \(module.name) holds \(holds)"
        let fact = Explanation.fact(
            module.id.rawValue, "\(text); at most \(module.maximum) are known to stand together",
            module.provenance, fields: ["provides", "maximum"])
        guard module.provenance.confidence(of: "provides", "maximum") == .unverified else {
            return judged.eligible(
                Self.id, text, by: fact, module.provenance, fields: ["provides", "maximum"],
                ask: judged.provider.name)
        }
        let provider = judged.provider.name
        return Judgement(
            Self.id, .conditional, "\(text), as far as is published", because: [fact],
            steps: [
                Step(
                    id: "modules:\(module.provider)/\(module.sku)",
                    text:
                        "\(provider) confirms what one \(module.name) holds (\(holds) are counted) "
                        + "and that the hall takes as many as this quote buys; "
                        + "\(module.maximum) are known to stand together",
                    authority: provider, leadTime: CalendarPeriod(), cost: nil)
            ])
    }
}
