package import Catalog
import Clearance
import Diagnostics
package import Requirements

/// Judges each offer for each demand by every rule.
package struct EligibilityJudge: Sendable {
    private let catalog: CatalogSnapshot
    private let bound: BoundRequirement

    /// Creates a judge for one requirement on one catalog.
    package init(bound: BoundRequirement, catalog: CatalogSnapshot) {
        self.bound = bound
        self.catalog = catalog
    }

    private static let place = LocatedInRule()

    /// One rule kind a line, in the order in which their reasons are read.
    private static let rules: [any EligibilityRule] = [
        OfferedAtRule(), OrderableRule(), AvailableDuringRule(), PlacedInHallRule(),
        SoldInModulesRule(),
        DeviceFitsRule(), place,
        SupportedFromRule(), TelemetryInRule(), OperatedByRule(), NotControlledFromRule(),
        ConnectedByRule(),
        AttributeBoundRule(), CertifiedUnderRule(), AccreditedByOwnerRule(),
    ]

    /// Judges every offer that has the capability of the demand, in the order of offers.
    package func judge(_ demand: Demand) -> [OfferJudgement] {
        catalog.offers.compactMap { offer in
            guard let service = catalog.service(offer.service),
                service.capability == demand.workload.capability,
                let site = catalog.site(offer.site),
                let provider = catalog.provider(offer.provider),
                let model = catalog.deliveryModel(of: site)
            else { return nil }
            let judged = JudgedCase(
                demand: demand, offer: offer, service: service, site: site, provider: provider,
                deliveryModel: model, requirement: bound.requirement, catalog: catalog)
            // Nothing mends the wrong country: the regions of the rest of the world need no
            // further reason, and are most of a large catalog.
            let located = Self.place.judge(judged)
            let isElsewhere = located.contains { $0.verdict == .ineligible }
            return OfferJudgement(
                offer: offer, demand: demand,
                judgements: isElsewhere
                    ? located : Self.rules.flatMap { $0.judge(judged) })
        }
    }
}

extension OfferJudgement {
    /// Whether the country of the site alone rules the offer out.
    package var isElsewhere: Bool {
        verdict == .ineligible && judgements.allSatisfy { $0.rule == LocatedInRule.id }
    }
}

/// One kind of rule: what it asks of an offer.
protocol EligibilityRule: Sendable {
    /// Judges a case; nothing where the requirement does not ask for it.
    func judge(_ judged: JudgedCase) -> [Judgement]
}
