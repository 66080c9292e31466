import Diagnostics
import LocatedInput

extension Enclave.Recovery {
    init?(_ value: LocatedValue, _ collector: FindingCollector) {
        guard var reader = FieldReader(value, "recovery", collector) else { return nil }
        within = reader.list("within")
        outside = reader.list("outside")
        isEncrypted = reader.optional("encrypted", as: Bool.self)?.value ?? false
        reader.finish()
        location = value.location
    }
}

extension Requirement {
    /// Reports halls and homes that no part of the requirement has.
    static func reportUnknownNames(
        _ enclaves: [Enclave], halls: [String], _ fleets: [EdgeFleet],
        _ flows: [CrossDomainFlow], _ collector: FindingCollector
    ) {
        for enclave in enclaves {
            let given = enclave.halls.map(\.value)
            for hall in enclave.workloads.flatMap(\.halls) where !given.contains(hall.value) {
                collector.report(
                    .requirementUnknownReference,
                    "hall '\(hall.value)' is not given to enclave '\(enclave.id)'",
                    at: hall.location,
                    help: DidYouMean.help(for: hall.value, in: given)
                        ?? "add it to the enclave's 'halls'")
            }
        }
        for hall in enclaves.flatMap(\.halls) where !halls.contains(hall.value) {
            collector.report(
                .requirementUnknownReference, "no hall '\(hall.value)' in this requirement",
                at: hall.location,
                help: DidYouMean.help(for: hall.value, in: halls)
                    ?? "describe it under 'halls': id, country, place")
        }
        let names = enclaves.map(\.id)
        for end in flows.flatMap({ [$0.from, $0.to] }) where !names.contains(end.value) {
            collector.report(
                .requirementUnknownReference, "no enclave '\(end.value)' in this requirement",
                at: end.location, help: DidYouMean.help(for: end.value, in: names))
        }
        for fleet in fleets {
            guard let home = fleet.home, !names.contains(home.value) else { continue }
            collector.report(
                .requirementUnknownReference, "no enclave '\(home.value)' to sync to",
                at: home.location, help: DidYouMean.help(for: home.value, in: names))
        }
    }
}
