import Assembly
import Catalog
import Clearance
import Eligibility
import LocatedInput
import Pricing
import Quantities
import Requirements

/// What the compiler works on: candidates, heads and rules of one requirement.
struct CompilerInput {
    let bound: BoundRequirement
    let catalog: CatalogSnapshot
    let candidates: [Candidate]
    let modules: [PricedModule]
    let staff: StaffPlan
    let rates: EuroReferenceRates
    /// Pairs of sites that may not hold copies of one workload, by enclave.
    let tooClose: [SitePair]
}

/// Compiles a requirement into one assembly problem.
///
/// Costs are whole minor units: each line is rounded once, half up, before it enters. Measures that
/// a limit or a discount looks at are named `period/…`, `year/…`, `spend/…` and `free/…`.
struct ProblemCompiler {
    let input: CompilerInput

    private var requirement: Requirement { input.bound.requirement }

    func compile() throws -> CompiledProblem {
        let allowances = try SharedAllowances(input).discounts()
        let programmes = try ProgrammeSteps(input).discounts()
        let steps = try (allowances + programmes + NegotiatedSteps(input).discounts())
            .map { $0.reducing(budgetMeasures) }.sorted { $0.id < $1.id }
        var problem = AssemblyProblem(
            currency: requirement.currency.value.code,
            providers: providers,
            providerLimit: providerLimit,
            sites: sites,
            enclaves: try input.bound.allEnclaves.map(enclave),
            staffPools: try input.staff.pools(measuring: budgetMeasures),
            demands: try demands(),
            charges: try charges(),
            colocate: colocate,
            discounts: steps.map(\.discount),
            limits: try BudgetLimits(input.bound, rates: input.rates).limits()
                + input.staff.limits
                + RecoveryLimits.limits(input.bound.enclaves.map(\.enclave)))
        DistanceRules(input.bound, input.tooClose).apply(to: &problem)
        PostsFilledOnce.add(input.staff, to: &problem)
        if let violation = problem.violations.first {
            // Amounts that no search can sum are the requirement's; anything else is a defect.
            precondition(violation.kind == .overflow, "the problem is not sound: \(violation)")
            throw QuantityError.overflow
        }
        return CompiledProblem(problem: problem, steps: steps)
    }

    private var budgetMeasures: BudgetMeasures { BudgetMeasures(requirement: requirement) }

    private var usedSites: [Site] {
        let ids = Set(input.candidates.map(\.site.id))
        return input.catalog.sites.filter { ids.contains($0.id) }
    }

    private var providers: [AssemblyProblem.Provider] {
        Set(usedSites.map(\.provider)).sorted()
            .map { AssemblyProblem.Provider(id: $0.rawValue) }
    }

    private var sites: [AssemblyProblem.Site] {
        usedSites.map {
            AssemblyProblem.Site(id: $0.id.rawValue, provider: $0.provider.rawValue)
        }
    }

    private var providerLimit: AssemblyProblem.ProviderLimit? {
        let procurement = requirement.procurement
        guard procurement.minimumProviders != nil || procurement.maximumProviders != nil else {
            return nil
        }
        return AssemblyProblem.ProviderLimit(
            min: procurement.minimumProviders.map { Int64($0) },
            max: procurement.maximumProviders.map { Int64($0) })
    }

    private func enclave(_ bound: BoundEnclave) throws -> AssemblyProblem.Enclave {
        let enclave = bound.enclave
        let sites = Set(
            input.candidates.filter { $0.demand.enclave.enclave.id == enclave.id }.map(\.site.id))
        let places = try sites.sorted().map { site in
            AssemblyProblem.Place(
                site: site.rawValue,
                measures: RecoveryLimits(catalog: input.catalog).measures(of: site, in: enclave),
                posts: input.staff.posts(enclave: enclave.id, site: site),
                modules: try input.modules.filter { $0.module.site == site }
                    .filter { isUsed($0, enclave.id) }
                    .map { try $0.assembled(in: enclave.id, measuring: budgetMeasures) })
        }
        return AssemblyProblem.Enclave(
            id: enclave.id, minSites: enclave.minimumSites > 1 ? Int64(enclave.minimumSites) : nil,
            maxSites: enclave.maximumSites.map { Int64($0) }, places: places)
    }

    /// A module is offered to an enclave where some candidate there takes what it provides.
    private func isUsed(_ module: PricedModule, _ enclave: String) -> Bool {
        let resources = Set(module.module.provides.map(\.resource))
        return input.candidates.contains { candidate in
            candidate.demand.enclave.enclave.id == enclave
                && candidate.site.id == module.module.site
                && candidate.uses.keys.contains { resources.contains($0) }
        }
    }

    private func demands() throws -> [AssemblyProblem.Demand] {
        let candidates = Dictionary(grouping: input.candidates, by: \.demand.id)
        return try input.bound.demands.map { demand in
            AssemblyProblem.Demand(
                id: demand.id, enclave: demand.enclave.enclave.id,
                replicas: Int64(demand.workload.placedCopies),
                options: try (candidates[demand.id] ?? []).map(option))
        }
    }

    private func option(_ candidate: Candidate) throws -> AssemblyProblem.Option {
        var measures: [String: Int64] = [:]
        let enclaves: Set = [candidate.demand.enclave.enclave.id]
        let share = try NegotiatedSteps.share(input.bound, candidate)
        let groups = input.bound.discounts.isEmpty ? [] : BudgetMeasures.groups(input.bound)
        for line in candidate.lines {
            let units = line.priced.money.minorUnits
            measures["period/\(line.period.id)", default: 0] += units
            for part in line.byYear {
                measures["year/\(part.year)", default: 0] += part.amount.minorUnits
            }
            for name in SharedAllowances.measures(of: line, candidate) {
                measures[name, default: 0] += units
            }
            for (name, amount) in try ProgrammeSteps.measures(
                of: line, candidate, input.catalog, input.bound)
            {
                measures[name, default: 0] += amount
            }
            for (name, amount) in try NegotiatedSteps.measures(
                of: line, candidate, input.bound, groups)
            {
                measures[name, default: 0] += amount
            }
            for (name, amount) in try budgetMeasures.amounts(
                of: line.priced, in: line.period, for: enclaves, cut: share)
            {
                measures[name, default: 0] += amount
            }
        }
        return AssemblyProblem.Option(
            id: candidate.id, site: candidate.site.id.rawValue, cost: candidate.cost,
            uses: candidate.uses, measures: measures)
    }

    /// Steps whose cost is stated, paid once when an option waits for them.
    private func charges() throws -> [AssemblyProblem.Charge] {
        var steps: [String: (cost: Money, options: [String], enclaves: Set<String>)] = [:]
        for candidate in input.candidates {
            for step in candidate.judgement.steps {
                guard let cost = step.cost else { continue }
                steps[step.id, default: (cost, [], [])].options.append(candidate.id)
                steps[step.id]?.enclaves.insert(candidate.demand.enclave.enclave.id)
            }
        }
        return try steps.sorted { $0.key < $1.key }.map { id, paid in
            try budgetMeasures.charge(
                step: id, cost: paid.cost, options: paid.options, enclaves: paid.enclaves,
                rates: input.rates)
        }
    }

    private var colocate: [AssemblyProblem.ColocateRule] {
        input.bound.demands.compactMap { demand in
            guard let other = demand.workload.with else { return nil }
            let together = [demand.id, "\(demand.enclave.enclave.id).\(other.value)"].sorted()
            return AssemblyProblem.ColocateRule(id: "with/\(demand.id)", demands: together)
        }
    }
}

/// An assembly problem with the discount steps that it was compiled from.
struct CompiledProblem: Sendable {
    var problem: AssemblyProblem
    let steps: [CompiledStep]
}

/// A discount of the problem, with what the waterfall needs to work it out again.
struct CompiledStep: Sendable {
    let id: String
    /// Contract year whose part of each line counts; `nil` where the whole line does.
    let year: Int?
    let title: String
    var discount: AssemblyProblem.Discount
    /// Enclaves whose lines it may count.
    let enclaves: Set<String>
    /// Tells which lines count towards its spend.
    let counts: @Sendable (CandidateLine, Candidate) -> Bool
    /// Rates of the discounts that are taken before it on a candidate.
    let earlier: @Sendable (Candidate) -> [Int]
}

extension CompiledStep {
    /// Returns the step lowering the measures of scoped budgets too.
    func reducing(_ measures: BudgetMeasures) -> CompiledStep {
        guard measures.isNeeded,
            let period = discount.reduces.first(where: { $0.hasPrefix("period/") })
        else { return self }
        var step = self
        step.discount.reduces += measures.reduced(
            by: enclaves, in: String(period.dropFirst("period/".count)), year: year)
        return step
    }

    /// The same discount in the pricing room's terms.
    func programme() throws -> ProgrammeDiscount {
        try ProgrammeDiscount(mode: programmeMode, steps: programmeSteps)
    }

    var programmeMode: ProgrammeDiscount.Mode {
        discount.mode == .volume ? .volume : .graduated
    }

    var programmeSteps: [ProgrammeDiscount.Step] {
        discount.tiers.map {
            ProgrammeDiscount.Step(fromMinorUnits: $0.from, basisPoints: Int($0.basisPoints))
        }
    }
}

/// Two sites whose distance is not known to be enough.
struct SitePair: Sendable, Hashable {
    let first: SiteID
    let second: SiteID
    let reason: String
    /// The enclave whose copies may not stand at both.
    var enclave = ""
    /// The least distance that it asks.
    var leastKilometres = 0

    /// The pair as an enclave sees it.
    func of(_ enclave: String, _ leastKilometres: Int) -> SitePair {
        var pair = self
        pair.enclave = enclave
        pair.leastKilometres = leastKilometres
        return pair
    }
}
