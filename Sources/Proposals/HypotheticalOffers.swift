import Assembly
import Catalog
import Clearance
import Eligibility
import LocatedInput
import Quantities
import Requirements

/// A problem with admitted offers that have no price, for nothing: what that saves is the price
/// below which they would be taken.
struct HypotheticalOffers {
    /// The problem with the offers.
    let problem: AssemblyProblem
    /// Their options; empty where no rate prices the people of their sites either.
    let added: Set<String>

    /// Adds offers to the problem of a prepared world.
    ///
    /// - Throws: `QuantityError` where an amount leaves the range of numbers.
    init(_ judgements: [OfferJudgement], to world: PreparedWorld) throws {
        var builder = Builder(world: world, problem: world.compiled.problem)
        for judgement in judgements { try builder.add(judgement) }
        DistanceRules(world.bound, world.distances).apply(to: &builder.problem)
        // Options for nothing add to no sum; a step that nobody else waits for does.
        let adds = builder.problem.charges.count > world.compiled.problem.charges.count
        if adds, !builder.problem.violations.isEmpty { throw QuantityError.overflow }
        problem = builder.problem
        added = builder.added
    }

    private struct Builder {
        let world: PreparedWorld
        var problem: AssemblyProblem
        var added: Set<String> = []

        mutating func add(_ judgement: OfferJudgement) throws {
            let enclave = judgement.demand.enclave.enclave
            guard
                world.staff.isPriced(enclave: enclave.id, site: judgement.offer.site),
                let index = problem.demands.firstIndex(where: { $0.id == judgement.demand.id }),
                let site = world.catalog.site(judgement.offer.site)
            else { return }
            let id = "\(judgement.demand.id)/\(judgement.offer.id)/unpriced"
            problem.demands[index].options.append(
                AssemblyProblem.Option(id: id, site: site.id.rawValue, cost: 0))
            try addSteps(of: judgement, option: id)
            addSite(site, enclave)
            added.insert(id)
        }

        /// Has an option wait for the steps of an offer, which cost as for any other, also where
        /// no priced offer waits for them.
        private mutating func addSteps(of judgement: OfferJudgement, option: String) throws {
            for step in judgement.steps {
                guard let cost = step.cost else { continue }
                let charge = try BudgetMeasures(requirement: world.bound.requirement).charge(
                    step: step.id, cost: cost, options: [option],
                    enclaves: [judgement.demand.enclave.enclave.id], rates: world.rates)
                if let known = problem.charges.firstIndex(where: { $0.id == charge.id }) {
                    problem.charges[known].anyOf.append(option)
                } else {
                    problem.charges.append(charge)
                }
            }
        }

        private mutating func addSite(_ site: Site, _ enclave: Enclave) {
            let id = site.id.rawValue
            if !problem.sites.contains(where: { $0.id == id }) {
                problem.sites.append(
                    AssemblyProblem.Site(id: id, provider: site.provider.rawValue))
            }
            if !problem.providers.contains(where: { $0.id == site.provider.rawValue }) {
                problem.providers.append(AssemblyProblem.Provider(id: site.provider.rawValue))
            }
            guard let place = problem.enclaves.firstIndex(where: { $0.id == enclave.id }),
                !problem.enclaves[place].places.contains(where: { $0.site == id })
            else { return }
            problem.enclaves[place].places.append(
                AssemblyProblem.Place(
                    site: id,
                    measures: RecoveryLimits(catalog: world.catalog)
                        .measures(of: site.id, in: enclave),
                    posts: world.staff.posts(enclave: enclave.id, site: site.id)))
        }
    }
}
