import Catalog
import Clearance
import Eligibility
import Pricing
import Quantities
import Requirements
import Sizing

extension CandidateBuilder {
    func storage(
        _ judgement: OfferJudgement, _ service: Service, _ site: Site, _ asked: Quantity
    ) throws -> Outcome {
        let meters = Self.meters(of: service)
        guard let symbol = service.attributes[.unit], let unit = Unit(symbol: symbol),
            !meters.isEmpty
        else {
            return .unpriced(missing: ["capacity of \(service.name) at \(site.name)"])
        }
        let parts = ExactRatio(judgement.demand.workload.splitSites)
        let bytes = try ExactRatio(try asked.exactBytes()).divided(by: parts)
        let exact = try bytes.divided(by: ExactRatio(unit.baseUnits))
        let minimum = service.attributes[.minimumUnits].flatMap { try? ExactDecimal(parsing: $0) }
        let units = max(try exact.ceiling(), (minimum?.isWhole ?? false) ? whole(minimum) : 0)
        let shown = ExactDecimal(units).grouped()
        let components = try meters.map { meter in
            Component(
                name: service.name, sku: meter.sku,
                description: meter.count == 1
                    ? "\(shown) \(symbol)" : "\(shown) \(symbol) × \(meter.count) units each",
                units: try ExactDecimal(units).multiplied(by: ExactDecimal(meter.count)))
        }
        let part = try share(asked, parts)
        let note =
            "\(part.amount.grouped()) \(part.unit) asked per copy is \(shown) \(symbol), rounded up"
        var variants: [Candidate] = []
        for onDemandOnly in [true, false] {
            let id =
                "\(judgement.demand.id)/\(judgement.offer.id)/"
                + (onDemandOnly ? "on-demand" : "committed")
            let lines = try lines(components, id: id) { component, period in
                try cheapestPlans(
                    sku: component.sku, units: component.units, at: site, in: period,
                    onDemandOnly: onDemandOnly)
            }
            guard let lines else { continue }
            variants.append(
                Candidate(
                    id: id, for: judgement, service, at: site, sizing: [note], lines: lines,
                    uses: Self.uses(service, units), isSizingProved: true))
        }
        guard let first = variants.first else {
            return .unpriced(missing: meters.map { "\($0.sku) at \(site.name)" })
        }
        let committed = variants.dropFirst().first { $0.cost < first.cost }
        return .priced([first] + (committed.map { [$0] } ?? []))
    }

    /// What units of a service take of its platform's modules.
    private static func uses(_ service: Service, _ units: Int64) -> [String: Int64] {
        service.attributes[.resource].map { [$0: units] } ?? [:]
    }

    /// Sizes what is counted in pieces: graphics processors, devices.
    func counted(
        _ judgement: OfferJudgement, _ service: Service, _ site: Site, _ count: Int64,
        _ description: String, note: String
    ) throws -> Outcome {
        let meters = Self.meters(of: service)
        guard !meters.isEmpty else {
            return .unpriced(missing: ["\(service.name) at \(site.name)"])
        }
        let components = try meters.map { meter in
            Component(
                name: service.name, sku: meter.sku, description: description,
                units: try ExactDecimal(count).multiplied(by: ExactDecimal(meter.count)))
        }
        let id = "\(judgement.demand.id)/\(judgement.offer.id)/on-demand"
        let lines = try lines(components, id: id) { component, period in
            try cheapestPlans(
                sku: component.sku, units: component.units, at: site, in: period,
                onDemandOnly: true)
        }
        guard let lines else {
            return .unpriced(missing: meters.map { "\($0.sku) at \(site.name)" })
        }
        return .priced([
            Candidate(
                id: id, for: judgement, service, at: site, sizing: [note], lines: lines,
                uses: Self.uses(service, count), isSizingProved: true)
        ])
    }

    private func whole(_ minimum: ExactDecimal?) -> Int64 {
        minimum.flatMap { try? ExactRatio($0).ceiling() } ?? 0
    }

    /// The part of a capacity that one copy holds, in the customer's own unit.
    private func share(_ asked: Quantity, _ parts: ExactRatio) throws -> Quantity {
        let amount = try ExactRatio(asked.amount).divided(by: parts)
            .rounded(toScale: 6, mode: .halfUp)
        return Quantity(amount: amount, unit: asked.unit)
    }

    /// The price list entries that make one unit of a service, as in `B91961*1+B91962*10`.
    static func meters(of service: Service) -> [SkuCount] {
        service.attributes[.skus].flatMap { SkuCount.list($0) } ?? []
    }
}
