package import Catalog
package import Clearance
import Diagnostics
import LocatedInput
import Requirements

/// Tells which levels of a country's ladders could be served on the catalog's date, and by whom.
///
/// Each level is judged by itself, as a government of that country would ask for it: machines,
/// disks and objects, within its borders, in a region or in a hall of its own, certificates due
/// when the term begins, steps allowed. What a customer adds can only make less eligible.
package struct LevelCoverage: Sendable {
    /// What is asked at every level.
    package static let capabilities: [Capability] = [
        .virtualMachines, .blockStorage, .objectStorage,
    ]

    /// One level.
    package struct Row: Sendable {
        /// Whose ladder it is a step of.
        package let owner: OwnerID
        /// The level.
        package let level: Level
        /// The best that providers reach for every capability; `nil` where none is even unknown.
        package let verdict: Verdict?
        /// Providers that reach it for every capability, sorted.
        package let providers: [ProviderID]
        /// Why the level could not be judged; `nil` where it was.
        package let mistake: String?

        /// The verdict in a word or two.
        package var word: String {
            if mistake != nil { return "not judged" }
            return switch verdict {
            case .eligible: "today"
            case .conditional: "with steps"
            case .unknown: "unknown"
            case .ineligible, nil: "not at all"
            }
        }
    }

    /// By country, then ladder and rank.
    package let rows: [Row]

    /// Judges every level of every country.
    package init(_ catalog: CatalogSnapshot) {
        let countries = catalog.owners.filter { $0.kind == .country }
        rows = Concurrently.map(countries.count) { index in
            Self.rows(of: countries[index], catalog)
        }.flatMap(\.self)
    }

    private static func rows(of owner: Owner, _ catalog: CatalogSnapshot) -> [Row] {
        var placed: CatalogSnapshot?
        return owner.levels.map { level in
            let collector = FindingCollector()
            let input = InputText(
                path: "coverage.yaml", text: requirement(owner, level, catalog))
            guard let value = LocatedDocument.parse(input, into: collector)?.root,
                let requirement = Requirement(value, into: collector),
                let bound = BoundRequirement(requirement, to: catalog, into: collector),
                !collector.hasErrors
            else {
                return Row(
                    owner: owner.id, level: level, verdict: nil, providers: [],
                    mistake: collector.findings.first?.message ?? "it cannot be asked for")
            }
            let world = placed ?? catalog.placing(in: requirement.halls.map(\.hall))
            placed = world
            return row(owner, level, bound, world)
        }
    }

    private static func row(
        _ owner: Owner, _ level: Level, _ bound: BoundRequirement, _ catalog: CatalogSnapshot
    ) -> Row {
        let judge = EligibilityJudge(bound: bound, catalog: catalog)
        // What each provider reaches for each capability; a package takes the least of them.
        var best: [ProviderID: [Verdict]] = [:]
        for demand in bound.demands {
            let found = Dictionary(grouping: judge.judge(demand), by: \.offer.provider)
            for (provider, judgements) in found {
                guard let verdict = judgements.map(\.verdict).min() else { continue }
                best[provider, default: []].append(verdict)
            }
        }
        let whole = best.filter { $0.value.count == capabilities.count }
            .compactMapValues { $0.max() }.filter { $0.value != .ineligible }
        let verdict = whole.values.min()
        return Row(
            owner: owner.id, level: level, verdict: verdict,
            providers: whole.filter { $0.value == verdict }.keys.sorted(), mistake: nil)
    }

    /// The level as its owner's government would ask for it.
    private static func requirement(
        _ owner: Owner, _ level: Level, _ catalog: CatalogSnapshot
    ) -> String {
        """
        requirement: 1
        title: coverage
        customer: { country: \(owner.id), kind: government }
        currency: EUR
        asOf: \(catalog.date)
        term: { start: \(catalog.date), base: P1Y }
        accept: { conditional: true, certificates: at-start }
        halls: [{ id: hall, country: \(owner.id), place: a hall }]
        enclaves:
          - id: level
            classification: "\(level.marking)"
            owner: \(owner.id)
            residency: [\(owner.id)]
            halls: [hall]
            workloads:
              - id: machines
                capability: compute.vm
                vcpu: 8
                memoryGiB: 32
                architecture: x86-64
              - { id: disks, capability: storage.block, capacityTB: 1 }
              - { id: objects, capability: storage.object, capacityTB: 1, access: online }

        """
    }
}
