import Assembly
import Catalog
import Clearance
import Eligibility
import LocatedInput
import Quantities
import Requirements

/// Says what was not chosen, and what nobody could say.
extension ProposalWriter {
    /// Priced offers that were not chosen, each at the cheaper of its plans.
    func alternatives(_ chosen: [Candidate]) -> [Alternative] {
        let taken = Set(chosen.map { "\($0.demand.id)/\($0.judgement.offer.id)" })
        var cheapest: [String: Candidate] = [:]
        for candidate in world.candidates {
            let key = "\(candidate.demand.id)/\(candidate.judgement.offer.id)"
            guard !taken.contains(key) else { continue }
            if let known = cheapest[key], known.cost <= candidate.cost { continue }
            cheapest[key] = candidate
        }
        return cheapest.sorted { $0.key < $1.key }.map { _, candidate in
            Alternative(
                demandID: candidate.demand.id, offer: candidate.judgement.offer.id,
                cost: Money(minorUnits: candidate.cost, currency: requirement.currency.value))
        }
    }

    func unpricedOffers() throws -> [UnpricedOffer] {
        let whole = unpricedGroups.map(\.value).filter { $0.count > 1 }.joined()
        let platforms = Set(whole.map { "\($0.demand.id)/\($0.offer.id)" })
        let single = world.unpriced.filter { entry in
            !platforms.contains("\(entry.judgement.demand.id)/\(entry.judgement.offer.id)")
        }
        let weighed = try single.map { try HypotheticalOffers([$0.judgement], to: world) }
        return Concurrently.map(single.count) { index in
            let entry = single[index]
            return UnpricedOffer(
                offer: entry.judgement.offer.id, demandID: entry.judgement.demand.id,
                missing: entry.missing, breakEven: breakEven(weighed[index]))
        }
    }

    /// Offers without a price on platforms in halls, by enclave and platform.
    private var unpricedGroups: [String: [OfferJudgement]] {
        let inHalls = world.unpriced.map(\.judgement).filter { judgement in
            world.catalog.site(judgement.offer.site)?.hall != nil
        }
        return Dictionary(grouping: inHalls) { judgement in
            "\(judgement.demand.enclave.enclave.id)/\(judgement.offer.site)"
        }
    }

    /// Platforms in halls that have no price, each for all that it could serve of an enclave: such
    /// a platform is sold whole.
    func unpricedPlatforms() throws -> [UnpricedPlatform] {
        let groups = unpricedGroups.sorted { $0.key < $1.key }.map(\.value).filter { $0.count > 1 }
        let weighed = try groups.map { try HypotheticalOffers($0, to: world) }
        return Concurrently.map(groups.count) { breakEven(weighed[$0]) }
            .enumerated().compactMap { index, breakEven in
                groups[index].first.map { first in
                    UnpricedPlatform(
                        site: first.offer.site, enclave: first.demand.enclave.enclave.id,
                        demandIDs: Set(groups[index].map(\.demand.id)).sorted(),
                        breakEven: breakEven)
                }
            }
    }

    /// Solves again with the offers for nothing: what that saves is the price at which they would
    /// be taken. Where nobody knows what its people cost, nor is that price known.
    private func breakEven(_ weighed: HypotheticalOffers) -> BreakEven {
        guard answer.status == .optimal, !weighed.added.isEmpty else { return .notComputed }
        let free = solver(weighed.problem)
        guard free.status == .optimal else { return .notComputed }
        guard !weighed.added.isDisjoint(with: free.options), free.totalE4 < answer.totalE4 else {
            return .never
        }
        return .below(e4: answer.totalE4 - free.totalE4)
    }

    func rejected() -> [RejectedOffer] {
        let admitted = Set(world.admitted.map { "\($0.demand.id)/\($0.offer.id)" })
        let unfit = world.unsizable.map {
            RejectedOffer(
                offer: $0.judgement.offer.id, demandID: $0.judgement.demand.id,
                verdict: .ineligible, reasons: [$0.reason], elsewhere: nil)
        }
        let refused = world.judgements
            .filter { !admitted.contains("\($0.demand.id)/\($0.offer.id)") }
            .map { judgement in
                RejectedOffer(
                    offer: judgement.offer.id, demandID: judgement.demand.id,
                    verdict: judgement.verdict,
                    reasons: requirement.acceptance.reasonsAgainst(
                        judgement, asOf: requirement.asOf.value),
                    elsewhere: judgement.isElsewhere
                        ? world.catalog.site(judgement.offer.site)?.country : nil)
            }
        return (refused + unfit).sorted {
            ($0.demandID, $0.offer) < ($1.demandID, $1.offer)
        }
    }

    func questions() -> [OpenQuestion] {
        var questions: [String: OpenQuestion] = [:]
        for judgement in world.judgements where judgement.verdict != .ineligible {
            for question in judgement.questions { questions[question.id] = question }
        }
        for entry in world.unpriced {
            let provider = world.catalog.provider(entry.judgement.offer.provider)?.name ?? ""
            for missing in entry.missing {
                questions["price:\(missing)"] = OpenQuestion(
                    id: "price:\(missing)", text: "What is the price of \(missing)?",
                    askWhom: provider)
            }
        }
        let sites = Set(world.candidates.map(\.site.id))
        for pair in world.distances
        where !answer.hasPackage && sites.contains(pair.first) && sites.contains(pair.second) {
            let sites = "\(pair.first) and \(pair.second)"
            questions["apart:\(sites)"] = OpenQuestion(
                id: "apart:\(sites)", text: "How far apart are the halls of \(sites)?",
                askWhom: "the providers of the two sites")
        }
        for seat in world.staff.unpriced {
            questions["rate:\(seat)"] = OpenQuestion(
                id: "rate:\(seat)", text: "What does one \(seat) cost?",
                askWhom: "suppliers of cleared staff")
        }
        // What the chosen package waits for comes first.
        let pressing = Set(chosen().flatMap(\.judgement.questions).map(\.id))
        let sorted = questions.sorted { $0.key < $1.key }.map(\.value)
        return sorted.filter { pressing.contains($0.id) }
            + sorted.filter { !pressing.contains($0.id) }
    }
}
