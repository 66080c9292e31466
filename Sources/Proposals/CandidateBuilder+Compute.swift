import Catalog
import Clearance
import Eligibility
import LocatedInput
import Pricing
import Quantities
import Requirements
import Sizing

extension CandidateBuilder {
    /// A machine series at a site, priced over the term.
    private struct Series {
        let family: String
        let instances: [InstanceType]
    }

    func compute(
        _ judgement: OfferJudgement, _ service: Service, _ site: Site, vcpu: Int, memoryGiB: Int
    ) throws -> Outcome {
        let wanted = judgement.demand.workload.architecture
        let known = catalog.instances(of: service.id)
        // Nothing at all is known of its machines: their sizes and prices are the question.
        guard !known.isEmpty else {
            return .unpriced(missing: ["machines of \(service.name) at \(site.name)"])
        }
        let instances = known.filter { wanted == nil || $0.architecture == wanted }
        guard !instances.isEmpty else {
            let kind = wanted.map { "\($0.rawValue) " } ?? ""
            return .unsizable("no \(kind)machine of \(service.name) is in the catalog")
        }
        let series = Dictionary(grouping: instances, by: \.family)
            .map { Series(family: $0, instances: $1.sorted { $0.id < $1.id }) }
            .sorted { $0.family < $1.family }
        // Prices in one currency compare as they are, in several as the requirement's.
        let currencies = catalog.currencies(of: site.provider)
        let comparison =
            currencies.count == 1 ? currencies.first : requirement.currency.value
        var variants: [Candidate] = []
        for onDemandOnly in [true, false] {
            let request = ComputeRequest(
                judgement: judgement, service: service, site: site, vcpu: vcpu,
                memoryGiB: memoryGiB, onDemandOnly: onDemandOnly, currency: comparison)
            let priced = try sized(series, request).compactMap { try candidate($0, request) }
            if let best = priced.min(by: { ($0.cost, $0.id) < ($1.cost, $1.id) }) {
                variants.append(best)
            }
        }
        guard let onDemand = variants.first else {
            return .unpriced(missing: ["machines of \(service.name) at \(site.name)"])
        }
        let committed = variants.dropFirst().first { $0.cost < onDemand.cost }
        return .priced([onDemand] + (committed.map { [$0] } ?? []))
    }

    /// What is asked of one site, under which plans.
    private struct ComputeRequest {
        let judgement: OfferJudgement
        let service: Service
        let site: Site
        let vcpu: Int
        let memoryGiB: Int
        let onDemandOnly: Bool
        /// What prices of machines are compared in.
        let currency: Currency?

        var id: String {
            "\(judgement.demand.id)/\(judgement.offer.id)/"
                + (onDemandOnly ? "on-demand" : "committed")
        }

        /// What one copy has to have, for sizing notes.
        var asked: String { "\(vcpu) vCPU and \(memoryGiB) GiB asked per copy" }
    }

    /// Sizes the series that can be cheapest.
    ///
    /// Series of fixed machines are taken in the order of a lower bound of their price; once the
    /// bound passes the best mix found, no later series can be cheaper.
    private func sized(
        _ series: [Series], _ request: ComputeRequest
    ) throws -> [SizedMachines] {
        var sized: [SizedMachines] = []
        var fixed: [(series: Series, types: [NodeType], bound: ExactRatio)] = []
        for one in series {
            if one.instances.contains(where: { $0.shape == .flexible }) {
                if let machines = try flexible(one, request) { sized.append(machines) }
                continue
            }
            let types = try nodeTypes(one, request)
            guard !types.isEmpty else { continue }
            fixed.append((one, types, try Self.lowerBound(types, request)))
        }
        var best: ExactRatio?
        for entry in fixed.sorted(by: {
            ($0.bound, $0.series.family) < ($1.bound, $1.series.family)
        }) {
            if let best, best < entry.bound { break }
            guard let (machines, price) = try mix(entry.series, entry.types, request) else {
                continue
            }
            sized.append(machines)
            best = best.map { min($0, price) } ?? price
        }
        return sized
    }

    /// No mix costs less than the whole demand at the best price per processor, or per memory.
    private static func lowerBound(
        _ types: [NodeType], _ request: ComputeRequest
    ) throws -> ExactRatio {
        let perVcpu = try types.map { try $0.monthlyPrice.divided(by: ExactRatio($0.vcpu)) }.min()
        let perMiB = try types.map { try $0.monthlyPrice.divided(by: ExactRatio($0.memoryMiB)) }
            .min()
        let byVcpu = try perVcpu?.multiplied(by: ExactRatio(request.vcpu)) ?? .zero
        let byMemory = try perMiB?.multiplied(by: ExactRatio(request.memoryGiB * 1024)) ?? .zero
        return max(byVcpu, byMemory)
    }

    private func candidate(
        _ sized: SizedMachines, _ request: ComputeRequest
    ) throws -> Candidate? {
        let lines = try lines(sized.components, id: request.id) { component, period in
            try cheapestPlans(
                sku: component.sku, units: component.units, at: request.site, in: period,
                onDemandOnly: request.onDemandOnly)
        }
        guard let lines else { return nil }
        return Candidate(
            id: request.id, for: request.judgement, request.service, at: request.site,
            sizing: sized.notes, lines: lines, uses: sized.uses, isSizingProved: sized.isProved)
    }

    private struct SizedMachines {
        let components: [Component]
        let notes: [String]
        /// Cores and memory, where the platform is sold in modules.
        let uses: [String: Int64]
        let isProved: Bool
    }

    private func nodeTypes(_ series: Series, _ request: ComputeRequest) throws -> [NodeType] {
        try series.instances.compactMap { instance -> NodeType? in
            guard let price = try termPrice(instance, request) else { return nil }
            return NodeType(
                id: instance.id.rawValue, vcpu: instance.vcpu, memoryMiB: instance.memoryGiB * 1024,
                accelerators: 0, monthlyPrice: price)
        }
    }

    /// Sizes a series of fixed machines: the cheapest whole-number mix at the term's prices.
    private func mix(
        _ series: Series, _ types: [NodeType], _ request: ComputeRequest
    ) throws -> (SizedMachines, price: ExactRatio)? {
        let demand = try ComputeDemand(vcpu: request.vcpu, memoryMiB: request.memoryGiB * 1024)
        guard let mix = try InstanceMixSolver.cheapest(for: demand, types: types) else {
            return nil
        }
        let components = mix.parts.compactMap { entry -> Component? in
            guard let instance = series.instances.first(where: { $0.id.rawValue == entry.node.id })
            else { return nil }
            return Component(
                name: instance.coreSku, sku: instance.coreSku,
                description: "\(entry.count) × \(instance.coreSku) "
                    + "(\(instance.vcpu) vCPU, \(instance.memoryGiB) GiB each)",
                units: ExactDecimal(entry.count))
        }
        var notes = [
            "\(request.asked); the mix has \(mix.vcpu) vCPU and \(mix.memoryMiB / 1024) GiB"
        ]
        if !mix.isWithinNodeLimit {
            notes.append("no machine of the series is as small as a tenth of the demand")
        }
        let machines = SizedMachines(
            components: components, notes: notes,
            uses: modules.uses(
                at: request.site, cores: Int64(mix.vcpu), memoryGiB: Int64(mix.memoryMiB / 1024)),
            isProved: mix.isProven)
        return (machines, mix.monthlyPrice)
    }

    /// Price of one machine and month, averaged over the evaluated periods, in the currency of the
    /// comparison.
    private func termPrice(
        _ instance: InstanceType, _ request: ComputeRequest
    ) throws -> ExactRatio? {
        let key = TermPrices.Key(
            instance: instance.id, site: request.site.id, onDemandOnly: request.onDemandOnly)
        return try prices.price(of: key) { try newTermPrice(instance, request) }
    }

    private func newTermPrice(
        _ instance: InstanceType, _ request: ComputeRequest
    ) throws -> ExactRatio? {
        var sum = ExactRatio.zero
        var months = 0
        for period in requirement.term.evaluatedPeriods {
            let parts = try cheapestPlans(
                sku: instance.coreSku, units: .one, at: request.site, in: period,
                onDemandOnly: request.onDemandOnly)
            if parts.isEmpty { return nil }
            for part in parts {
                let charge = try part.meter.schedule.charge(for: Self.monthly(.one, part.meter))
                let month = try rates.convert(charge, to: request.currency ?? charge.currency)
                    .amount
                sum = try sum.adding(month.multiplied(by: ExactRatio(part.period.months)))
            }
            months += period.months
        }
        return try sum.divided(by: ExactRatio(months))
    }

    /// Sizes a series whose machines are sized core by core.
    private func flexible(
        _ series: Series, _ request: ComputeRequest
    ) throws -> SizedMachines? {
        guard let instance = series.instances.first, let memorySku = instance.memorySku else {
            return nil
        }
        let shape = try FlexibleShape(
            vcpuPerCore: instance.vcpuPerCore, maximumVcpuPerNode: instance.vcpu,
            maximumMemoryGiBPerNode: instance.memoryGiB,
            minimumMemoryGiBPerCore: instance.minimumGiBPerCore ?? 1,
            maximumMemoryGiBPerCore: instance.maximumGiBPerCore ?? instance.memoryGiB)
        let sized = shape.fleet(
            for: try ComputeDemand(vcpu: request.vcpu, memoryMiB: request.memoryGiB * 1024))
        let machines = "over \(sized.nodeCount) machines of \(instance.family)"
        let components = [
            Component(
                name: "\(instance.family) cores", sku: instance.coreSku,
                description: "\(ExactDecimal(sized.cores).grouped()) cores "
                    + "(\(instance.vcpuPerCore) vCPU each) \(machines)",
                units: ExactDecimal(sized.cores)),
            Component(
                name: "\(instance.family) memory", sku: memorySku,
                description: "\(ExactDecimal(sized.memoryGiB).grouped()) GiB of memory \(machines)",
                units: ExactDecimal(sized.memoryGiB)),
        ]
        let note =
            "\(request.asked); sized to \(sized.cores) whole cores and \(sized.memoryGiB) GiB"
        return SizedMachines(
            components: components, notes: [note],
            uses: modules.uses(
                at: request.site, cores: Int64(sized.cores), memoryGiB: Int64(sized.memoryGiB)),
            isProved: true)
    }
}
