package import Assembly
package import Catalog
import Clearance
import Diagnostics
import Eligibility
package import LocatedInput
import Pricing
package import Proposals
package import Quantities
package import Requirements

/// One requirement asked for each of several nations: where it can be had, at what price, from
/// when, from whom; where not, why.
package struct CountryComparison: Sendable {
    /// What one nation is answered.
    package struct Answer: Sendable {
        /// How it ended.
        package enum Outcome: Sendable {
            /// There is a package.
            case package(Package)
            /// Proved that there is none, or the requirement cannot be asked there; why.
            case refused([String])
            /// The limit of steps ended the search.
            case undecided
        }

        /// The nation.
        package let country: OwnerID
        /// Its English name.
        package let name: String
        /// What its answer rests on beside the quote's own assumptions, without a full stop.
        package let assumptions: [String]
        /// How it ended.
        package let outcome: Outcome

        /// The package, where there is one.
        package var package: Package? {
            if case .package(let package) = outcome { package } else { nil }
        }
    }

    /// A package with its figures side by side with others.
    package struct Package: Sendable {
        /// In the currency of the comparison.
        package let figures: NormalisedOffer
        /// In the nation's own currency.
        package let own: Money
        /// Contract parties.
        package let providers: [String]
        /// First day on which every condition can have been met, not before the term.
        package let from: CalendarDate?
        /// The worst verdict of what is offered, as a word.
        package let verdict: String
        /// Whether nothing priced is cheaper.
        package let isProved: Bool
        /// Numbered assumptions of the quote.
        package let conditions: Int
    }

    /// As the requirement says.
    package let title: String
    /// Whose requirement it is.
    package let origin: OwnerID
    /// Of the figures side by side.
    package let currency: Currency
    /// By which they were converted.
    package let rates: EuroReferenceRates
    /// In the order asked.
    package let answers: [Answer]
    /// Names of nations that the reader may not see figures of.
    package let withheld: [String]

    /// The cheapest nation, by index; `nil` where no nation has a package.
    package var cheapest: Int? {
        answers.indices.filter { answers[$0].package != nil }.min { one, other in
            let left = answers[one].package?.figures.total ?? .zero
            let right = answers[other].package?.figures.total ?? .zero
            return (left, answers[one].country) < (right, answers[other].country)
        }
    }
}

extension CountryComparison {
    /// Asks a requirement of each nation, on all processors; the answer is the same on one.
    ///
    /// - Parameters:
    ///   - tree: The requirement as written.
    ///   - bound: The same, bound to the catalog.
    ///   - countries: In the order of the answer.
    ///   - reader: Country for whose eyes it is; `nil` for all.
    ///   - limit: Steps of each search.
    /// - Throws: `QuantityError` where the rates of the catalog cannot be used.
    package init(
        _ tree: LocatedValue, bound: BoundRequirement, source: RequirementSource,
        countries: [Owner], catalog: CatalogSnapshot, reader: OwnerID?, limit: StepLimit
    ) throws(QuantityError) {
        let asOf = bound.requirement.asOf.value
        let found = catalog.referenceRates(on: asOf)
        rates = try EuroReferenceRates(
            date: found?.day ?? asOf,
            unitsPerEuro: (found?.rates ?? []).map {
                EuroReferenceRates.Rate(
                    currency: $0.currency, unitsPerEuro: $0.unitsPerEuro,
                    otherSource: $0.otherSource)
            })
        title = bound.requirement.title
        origin = bound.customer.id
        currency = bound.requirement.currency.value
        let shown = countries.filter { reader == nil || $0.id == reader }
        withheld = countries.filter { reader != nil && $0.id != reader }.map(\.name)
        let asking = CountryAsking(
            tree: tree, bound: bound, source: source, catalog: catalog, rates: rates,
            currency: currency, limit: limit)
        answers = Concurrently.map(shown.count) { asking.answer(for: shown[$0]) }
    }
}

/// Asks one nation.
struct CountryAsking: Sendable {
    let tree: LocatedValue
    let bound: BoundRequirement
    let source: RequirementSource
    let catalog: CatalogSnapshot
    let rates: EuroReferenceRates
    let currency: Currency
    let limit: StepLimit

    func answer(for owner: Owner) -> CountryComparison.Answer {
        let national = NationalRequirement(
            tree, bound: bound, for: owner, catalog: catalog, rates: rates)
        guard national.obstacles.isEmpty else {
            return answer(owner, national, .refused(national.obstacles))
        }
        let collector = FindingCollector()
        guard let requirement = Requirement(national.value, into: collector),
            let asked = BoundRequirement(requirement, to: catalog, into: collector),
            !collector.hasErrors
        else {
            return answer(
                owner, national,
                .refused(
                    collector.findings.filter { $0.severity == .error }.map {
                        "it cannot be asked there: \($0.message)"
                    }))
        }
        do {
            let proposal = try QuoteEngine(catalog: catalog, limit: limit)
                .propose(asked, source: named(owner))
            return answer(owner, national, try outcome(proposal, owner))
        } catch {
            return answer(owner, national, .refused(["it cannot be priced there: \(error)"]))
        }
    }

    private func named(_ owner: Owner) -> RequirementSource {
        RequirementSource(
            path: source.path, text: source.text,
            settings: source.settings + ["customer.country=\(owner.id)"])
    }

    private func answer(
        _ owner: Owner, _ national: NationalRequirement, _ outcome: CountryComparison.Answer.Outcome
    ) -> CountryComparison.Answer {
        CountryComparison.Answer(
            country: owner.id, name: owner.name, assumptions: national.assumptions,
            outcome: outcome)
    }

    private func outcome(
        _ proposal: Proposal, _ owner: Owner
    ) throws -> CountryComparison.Answer.Outcome {
        switch proposal.outcome {
        case .undecided: return .undecided
        case .refused(let refusal):
            return .refused(Self.reasons(proposal, refusal))
        case .package(let package): return .package(try self.package(proposal, package, owner))
        }
    }

    private static func reasons(_ proposal: Proposal, _ refusal: Refusal) -> [String] {
        let faults = proposal.observations.filter { $0.weight == .fault }.map(\.text)
        let unserved = refusal.unserved.map { entry in
            "\(entry.demandID): \(entry.reasons.first ?? "nothing priced serves it")"
        }
        let all = faults + unserved + (unserved.isEmpty ? refusal.conflict : [])
        return all.isEmpty ? ["no package exists"] : all
    }

    private func package(
        _ proposal: Proposal, _ package: PricedPackage, _ owner: Owner
    ) throws -> CountryComparison.Package {
        let offer = ProposalOffer(bound: proposal.bound, package: package).offer(owner)
        let open = proposal.bound.allEnclaves.filter { !$0.level.isClassified }
            .map { $0.enclave.id.uppercased() }
        let plan = EvaluationPlan.sideBySide(
            currency: currency, asOf: proposal.bound.requirement.asOf.value)
        let normaliser = Normaliser(
            plan: plan, rates: rates, openLevels: Set(open), offers: [offer])
        let figures = try normaliser.normalise([offer])
        let verdicts = package.placements.map(\.judgement.verdict)
        return CountryComparison.Package(
            figures: figures[0], own: package.waterfall.total,
            providers: Set(package.placements.map(\.provider.name)).sorted(),
            from: Self.from(proposal, package),
            verdict: verdicts.contains { $0 != .eligible } ? "conditional" : "eligible",
            isProved: package.claim.isProved, conditions: package.assumptions.count)
    }

    /// Conditions run side by side from the day of judgement; the term may begin later.
    private static func from(_ proposal: Proposal, _ package: PricedPackage) -> CalendarDate? {
        let requirement = proposal.bound.requirement
        let steps = package.placements.flatMap(\.judgement.steps).compactMap(\.leadTime)
        let days = steps.compactMap { try? requirement.asOf.value.adding($0) }
        return ([requirement.term.start] + days).max()
    }
}
