import Assembly
import Catalog
import Clearance
import Eligibility
import LocatedInput
import Pricing
import Quantities
import Requirements

/// Every offer judged, sized and priced for every demand.
struct OfferWorld {
    let judgements: [OfferJudgement]
    /// Offers that the customer's rules admit.
    let admitted: [OfferJudgement]
    let candidates: [Candidate]
    let unpriced: [(judgement: OfferJudgement, missing: [String])]
    let unsizable: [(judgement: OfferJudgement, reason: String)]
    /// Modules of every place that a candidate could use, priced.
    let modules: [PricedModule]

    /// - Parameter judged: the judgements of the same requirement and catalog, where known.
    init(
        catalog: CatalogSnapshot, bound: BoundRequirement, rates: EuroReferenceRates,
        estimate: Estimate, judged: [OfferJudgement]? = nil
    ) throws {
        let requirement = bound.requirement
        let judge = EligibilityJudge(bound: bound, catalog: catalog)
        let demands = bound.demands
        let judgements =
            judged
            ?? Concurrently.map(demands.count) { judge.judge(demands[$0]) }.flatMap(\.self)
        let admitted = judgements.filter { Self.admits($0, requirement) }
        let book = PriceBook(
            catalog, asOf: requirement.asOf.value, estimate: estimate,
            preferring: requirement.currency.value)
        let modules = ModulePlanner(
            catalog: catalog, requirement: requirement, book: book, rates: rates)
        var candidates: [Candidate] = []
        var unpriced: [(judgement: OfferJudgement, missing: [String])] = []
        var unsizable: [(judgement: OfferJudgement, reason: String)] = []
        let outcomes = try Self.outcomes(of: admitted) {
            CandidateBuilder(
                catalog: catalog, requirement: requirement, book: book, rates: rates,
                modules: modules)
        }
        for (judgement, outcome) in zip(admitted, outcomes) {
            switch outcome {
            case .priced(let found): candidates += found
            case .unpriced(let missing): unpriced.append((judgement, missing))
            case .unsizable(let reason): unsizable.append((judgement, reason))
            }
        }
        self.judgements = judgements
        self.admitted = admitted
        self.candidates = candidates
        self.unpriced = unpriced
        self.unsizable = unsizable
        self.modules = try modules.priced(for: candidates)
    }

    /// Sizes and prices the offers of each site by themselves, as they share its prices.
    private static func outcomes(
        of admitted: [OfferJudgement], by builder: @Sendable () -> CandidateBuilder
    ) throws -> [CandidateBuilder.Outcome] {
        let sites = Dictionary(grouping: admitted.indices) { admitted[$0].offer.site.rawValue }
            .sorted { $0.key < $1.key }.map(\.value)
        let found = try Concurrently.map(sites.count) { site in
            let builder = builder()
            return try sites[site].map { try builder.candidates(for: admitted[$0]) }
        }
        return zip(sites.joined(), found.joined()).sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Whether an estimate moves the price of any product.
    var hasIndicativeMeters: Bool {
        candidates.contains { $0.lines.contains { $0.meter.basis == .indicative } }
            || modules.contains { $0.lines.contains { $0.meter.basis == .indicative } }
    }

    /// An offer may be used when eligible, or when conditional and the customer takes conditions
    /// that are met in time. A lead time that nobody publishes becomes an assumption.
    private static func admits(_ judgement: OfferJudgement, _ requirement: Requirement) -> Bool {
        switch judgement.verdict {
        case .eligible: return true
        case .unknown, .ineligible: return false
        case .conditional:
            return requirement.acceptance.conditional
                && judgement.steps.allSatisfy {
                    requirement.acceptance.admits($0, asOf: requirement.asOf.value)
                }
        }
    }
}

extension Requirement.Acceptance {
    /// Whether a step is done in time; one whose time nobody publishes is taken to be.
    func admits(_ step: Step, asOf date: CalendarDate) -> Bool {
        guard let most = leadTime, let time = step.leadTime else { return true }
        return (try? time.isAtMost(most, from: date)) ?? false
    }

    /// Why an offer is not used: its own reasons, or the steps that the customer does not take.
    func reasonsAgainst(_ judgement: OfferJudgement, asOf date: CalendarDate) -> [String] {
        guard judgement.verdict == .conditional else { return judgement.reasons }
        guard conditional else {
            return judgement.steps.map { "the customer takes no step like this: \($0.text)" }
        }
        return judgement.steps.filter { !admits($0, asOf: date) }.map { step in
            "it takes \(step.leadTime?.description ?? ""), longer than "
                + "\(leadTime?.description ?? ""), until \(step.text)"
        }
    }
}

/// Everything that stands before the search: offers, heads and the problem.
struct PreparedWorld {
    let catalog: CatalogSnapshot
    let bound: BoundRequirement
    let rates: EuroReferenceRates
    let offers: OfferWorld
    let staff: StaffPlan
    let distances: [SitePair]
    var compiled: CompiledProblem
    /// Priced offers whose people have a price too.
    let candidates: [Candidate]

    /// Prepares a requirement at one end of indicative figures.
    ///
    /// - Parameter other: the same requirement and catalog at another end. Its offers stay where no
    ///   product's price differs; else what was judged stays.
    init(
        catalog: CatalogSnapshot, bound: BoundRequirement, rates: EuroReferenceRates,
        estimate: Estimate, other: PreparedWorld? = nil
    ) throws {
        let offers: OfferWorld
        if let known = other?.offers, !known.hasIndicativeMeters {
            offers = known
        } else {
            offers = try OfferWorld(
                catalog: catalog, bound: bound, rates: rates, estimate: estimate,
                judged: other?.judgements)
        }
        let staff = try StaffPlanner(
            catalog: catalog, bound: bound, rates: rates, estimate: estimate
        ).plan(for: offers.admitted)
        candidates = offers.candidates.filter { staff.isPriced($0) }
        let distances =
            other?.distances
            ?? SiteDistances(bound: bound, catalog: catalog)
            .tooClose(among: Set(offers.admitted.map(\.offer.site)))
        compiled = try ProblemCompiler(
            input: CompilerInput(
                bound: bound, catalog: catalog,
                candidates: candidates,
                modules: offers.modules, staff: staff, rates: rates, tooClose: distances)
        ).compile()
        self.catalog = catalog
        self.bound = bound
        self.rates = rates
        self.offers = offers
        self.staff = staff
        self.distances = distances
    }

    var judgements: [OfferJudgement] { offers.judgements }
    var admitted: [OfferJudgement] { offers.admitted }
    var unpriced: [(judgement: OfferJudgement, missing: [String])] { offers.unpriced }
    var unsizable: [(judgement: OfferJudgement, reason: String)] { offers.unsizable }
}
