import Assembly
import Catalog
import Clearance
import Eligibility
import LocatedInput
import Pricing
import Quantities
import Requirements

/// Finds by solving again what an answer would be worth; each search is bounded by the engine's
/// limit of steps.
struct QuestionWorth {
    let engine: QuoteEngine
    let world: PreparedWorld
    let answer: AssemblyAnswer
    /// Whether the requirement contradicts itself: no answer alone makes a package then.
    var hasFaults = false

    /// A worth with its meaning in words.
    typealias Found = (worth: QuestionRow.Worth, means: String)

    /// Judges, sizes, prices and solves again as if facts were so.
    func assuming(_ fact: CatalogAnswer.Fact, _ question: String) throws -> Found {
        let assumed = CatalogAnswer(assuming: fact, question: question)
        let other = try PreparedWorld(
            catalog: catalog(assuming: assumed), bound: world.bound, rates: world.rates,
            estimate: .likely)
        return compare(engine.solve(other.compiled.problem), "with the best answer")
    }

    /// The catalog as its files state it with one more fact, its platforms in the customer's halls.
    private func catalog(assuming answer: CatalogAnswer) -> CatalogSnapshot {
        engine.catalog.assuming([answer])
            .placing(in: world.bound.requirement.halls.map(\.hall))
    }

    private func compare(_ found: AssemblyAnswer, _ when: String) -> Found {
        guard answer.status != .unknown, found.status != .unknown else {
            return (.notComputed, "the search ended at its limit of steps")
        }
        guard found.hasPackage else { return (.nothing, "\(when) there is still no package") }
        let currency = world.bound.requirement.currency.value
        guard answer.hasPackage else {
            return (
                .package,
                "\(when) a package exists, for \(E4.text(found.totalE4, currency))"
                    + (hasFaults ? ", once the faults of the requirement are mended" : "")
            )
        }
        let saved = answer.totalE4 - found.totalE4
        guard saved > 0 else { return (.nothing, "\(when) the total stays the same") }
        return (.money(e4: saved), "\(when) the total is lower by this much")
    }

    /// Solves again with offers for nothing: what that saves is the price below which they would be
    /// taken.
    func price(of judgements: [OfferJudgement]) throws -> Found {
        let weighed = try HypotheticalOffers(judgements, to: world)
        guard !weighed.added.isEmpty else {
            return (.nothing, "no rate prices the people of its site either")
        }
        let free = engine.solve(weighed.problem)
        let isTaken = !weighed.added.isDisjoint(with: free.options)
        guard answer.hasPackage else { return compare(free, "for nothing") }
        guard free.status == .optimal, isTaken, free.totalE4 < answer.totalE4 else {
            return free.status == .unknown
                ? (.notComputed, "the search ended at its limit of steps")
                : (.nothing, "it would not be taken even for nothing")
        }
        return (
            .money(e4: answer.totalE4 - free.totalE4),
            judgements.count == 1
                ? "chosen below this price for the whole evaluated term, tax excluded"
                : "saved at most, by all \(judgements.count) for nothing together"
        )
    }

    /// The price of one unit at which the offer costs `breakEvenE4` over the term, rounded down to
    /// six decimals; `nil` where the offer takes more than this one meter.
    func unitPrice(
        _ judgement: OfferJudgement, _ price: CatalogAnswer.Price, breakEvenE4: Int64
    ) throws -> ExactDecimal? {
        let catalog = catalog(
            assuming: CatalogAnswer(assuming: .price(price), question: "unit price"))
        let offers = try OfferWorld(
            catalog: catalog, bound: world.bound, rates: world.rates, estimate: .likely)
        let costs = offers.candidates.filter {
            $0.demand.id == judgement.demand.id && $0.judgement.offer.id == judgement.offer.id
        }.map(\.cost)
        guard let cost = costs.min(), cost > 0 else { return nil }
        // `cost` is what one major unit of money for each unit comes to.
        let share = try ExactRatio(
            Int128(breakEvenE4), over: Int128(cost) * Int128(E4.parts))
        return try share.rounded(toScale: 6, mode: .down)
    }
}
