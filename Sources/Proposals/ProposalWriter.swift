import Assembly
import Catalog
import Eligibility
import LocatedInput
import Pricing
import Quantities
import Requirements

/// Joins the answer of the search with prices, people and evidence.
struct ProposalWriter {
    let world: PreparedWorld
    let answer: AssemblyAnswer
    let source: RequirementSource
    let solver: (AssemblyProblem) -> AssemblyAnswer
    /// Prepares the same world at another end of indicative figures.
    let prepare: (Estimate) throws -> PreparedWorld

    var requirement: Requirement { world.bound.requirement }

    func write() throws -> Proposal {
        Proposal(
            bound: world.bound, source: source,
            catalog: CatalogStamp(
                version: world.catalog.version, date: world.catalog.date,
                contentHash: world.catalog.contentHash),
            rates: world.rates,
            outcome: try outcome(),
            judgements: world.judgements,
            questions: questions(),
            rejected: rejected(),
            problem: world.compiled.problem,
            answer: answer)
    }

    private func outcome() throws -> Proposal.Outcome {
        switch answer.status {
        case .optimal, .feasible: .package(try package())
        case .infeasible: .refused(RefusalWriter(writer: self).write())
        case .unknown: .undecided
        }
    }

    // MARK: - Package

    private func package() throws -> PricedPackage {
        let chosen = self.chosen()
        let lines = quoteLines(chosen)
        let heads = try headLines(chosen)
        let waterfall = try self.waterfall(lines, heads, chosen)
        let periods = try periodTotals(lines, heads, waterfall)
        let assumptions = AssumptionWriter(writer: self, chosen: chosen)
        return PricedPackage(
            placements: placements(chosen), lines: lines.map(\.line), headLines: heads,
            discounts: discounts(waterfall, lines), waterfall: waterfall, periods: periods,
            claim: claim(lines.map(\.line), heads), range: try range(),
            unpriced: unpricedOffers(), assumptions: assumptions.write(),
            conventions: assumptions.conventions(),
            promises: PromiseWriter(writer: self, heads: heads).write(),
            answers: AnswerWriter(writer: self, chosen: chosen, periods: periods).write())
    }

    /// The chosen candidates in the order of demands and sites.
    func chosen() -> [Candidate] {
        let ids = Set(answer.options)
        let order = world.bound.demands.map(\.id)
        return world.candidates.filter { ids.contains($0.id) }.sorted { left, right in
            let one = order.firstIndex(of: left.demand.id) ?? 0
            let other = order.firstIndex(of: right.demand.id) ?? 0
            return (one, left.id) < (other, right.id)
        }
    }

    private func placements(_ chosen: [Candidate]) -> [Placement] {
        var copies: [String: Int] = [:]
        return chosen.compactMap { candidate in
            copies[candidate.demand.id, default: 0] += 1
            guard let provider = world.catalog.provider(candidate.site.provider),
                let model = world.catalog.deliveryModel(of: candidate.site)
            else { return nil }
            return Placement(
                demand: candidate.demand, copy: copies[candidate.demand.id] ?? 1,
                service: candidate.service, site: candidate.site, provider: provider,
                deliveryModel: model, judgement: candidate.judgement, sizing: candidate.sizing,
                isSizingProved: candidate.isSizingProved, optionID: candidate.id)
        }
    }

    /// A quote line with the candidate line that it prints.
    struct LineSource {
        let line: QuoteLine
        let candidate: Candidate
        let origin: CandidateLine
    }

    private func quoteLines(_ chosen: [Candidate]) -> [LineSource] {
        var lines: [LineSource] = []
        for candidate in chosen {
            for origin in candidate.lines {
                let line = QuoteLine(
                    id: "L\(lines.count + 1)", demandID: candidate.demand.id,
                    optionID: candidate.id, provider: candidate.site.provider,
                    site: candidate.site.id, product: origin.component.name,
                    quantity: origin.component.description, period: origin.period,
                    meter: origin.meter, monthlyQuantity: origin.monthlyQuantity,
                    priced: origin.priced,
                    byYear: zip(
                        ContractYears.months(of: origin.period, in: requirement.term),
                        origin.byYear
                    ).map { QuoteLine.Year(year: $0.year, months: $0.months, amount: $1.amount) })
                lines.append(LineSource(line: line, candidate: candidate, origin: origin))
            }
        }
        return lines
    }

    private func headLines(_ chosen: [Candidate]) throws -> [HeadLine] {
        let places = Set(
            chosen.map { "\($0.demand.enclave.enclave.id)/\($0.site.id)" })
        var lines: [HeadLine] = []
        for head in world.staff.heads {
            let count = answer.heads[head.pool]?[head.level] ?? 0
            guard count > 0 else { continue }
            let seats = world.staff.seats.filter { seat in
                seat.pool == head.pool
                    && StaffPlan.levelName(seat.level) == head.level
                    && places.contains("\(seat.enclave)/\(seat.site)")
            }
            for (period, piece) in head.lines {
                let priced = try PricedLine(
                    id: piece.id, charge: piece.charge, months: piece.months, rates: world.rates,
                    currency: requirement.currency.value, rounding: .halfUp, count: count)
                lines.append(
                    HeadLine(
                        id: "P\(lines.count + 1)", pool: head.pool, role: head.role,
                        level: head.level == StaffPlan.levelName(nil) ? nil : LevelID(head.level),
                        heads: count, milliFTE: seats.map(\.milliFTE).reduce(0, +),
                        seats: seats.map { "\($0.enclave) at \($0.site)" }, rate: head.rate,
                        cost: head.cost, period: period, priced: priced))
            }
        }
        return lines
    }

    /// Sums the package again, line by line, and holds it against the search's total.
    private func waterfall(
        _ lines: [LineSource], _ heads: [HeadLine], _ chosen: [Candidate]
    ) throws -> Waterfall {
        let steps = try world.compiled.steps.compactMap { step -> DiscountStep? in
            let counted = lines.filter { step.counts($0.origin, $0.candidate) }
            guard !counted.isEmpty else { return nil }
            return DiscountStep(
                id: step.id, discount: try step.programme(),
                parts: counted.map { counted in
                    DiscountStep.Part(
                        lineID: counted.line.priced.id,
                        amount: step.year.flatMap { year in
                            counted.origin.byYear.first { $0.year == year }?.amount
                        })
                })
        }
        let waterfall = try Waterfall(
            lines: lines.map(\.line.priced) + heads.map(\.priced), discounts: steps,
            currency: requirement.currency.value, rounding: .halfUp)
        precondition(
            waterfall.totalE4 == answer.totalE4,
            "the waterfall gives \(waterfall.totalE4), the search \(answer.totalE4)")
        return waterfall
    }

    private func discounts(_ waterfall: Waterfall, _ lines: [LineSource]) -> [QuotedDiscount] {
        waterfall.discounts.compactMap { row in
            guard let step = world.compiled.steps.first(where: { $0.id == row.id }) else {
                return nil
            }
            let counted = lines.filter { step.counts($0.origin, $0.candidate) }
            return QuotedDiscount(
                title: step.title, year: step.year, mode: step.programmeMode,
                steps: step.programmeSteps, row: row,
                lineIDs: counted.map(\.line.id),
                periods: step.discount.reduces)
        }
    }

    private func periodTotals(
        _ lines: [LineSource], _ heads: [HeadLine], _ waterfall: Waterfall
    ) throws -> [PeriodTotal] {
        let currency = requirement.currency.value
        return try requirement.term.evaluatedPeriods.map { period in
            let cloud = try lines.filter { $0.line.period.id == period.id }
                .reduce(Money.zero(currency)) { try $0.adding($1.line.priced.money) }
            let people = try heads.filter { $0.period.id == period.id }
                .reduce(Money.zero(currency)) { try $0.adding($1.priced.money) }
            let cut = waterfall.discounts.filter { row in
                world.compiled.steps.contains {
                    $0.id == row.id && $0.discount.reduces.contains("period/\(period.id)")
                }
            }.map(\.amountE4).reduce(0, +)
            let gross = try cloud.adding(people).minorUnits
            let exact = try ExactRatio(
                Int128(gross) * Int128(Waterfall.partsPerMinorUnit) - Int128(cut),
                over: Int128(Waterfall.partsPerMinorUnit))
            return PeriodTotal(
                period: period, cloud: cloud, people: people, discountE4: cut,
                net: Money(minorUnits: try exact.rounded(.halfUp), currency: currency))
        }
    }

    private func claim(_ lines: [QuoteLine], _ heads: [HeadLine]) -> CheapestClaim {
        var basis: [PriceBasis: Int64] = [:]
        for line in lines { basis[line.meter.basis, default: 0] += line.priced.money.minorUnits }
        for head in heads { basis[head.rate.basis, default: 0] += head.priced.money.minorUnits }
        let currency = requirement.currency.value
        let priced = Set(world.candidates.map { "\($0.demand.id)/\($0.judgement.offer.id)" })
        return CheapestClaim(
            pricedOffers: priced.count, admittedOffers: world.admitted.count,
            isProved: answer.status == .optimal, lowerBoundE4: answer.lowerBoundE4,
            byBasis: [PriceBasis.published, .derived, .indicative].compactMap { kind in
                basis[kind].map { (kind, Money(minorUnits: $0, currency: currency)) }
            })
    }

    private func range() throws -> PriceRange? {
        let isIndicative =
            world.staff.heads.contains { $0.rate.basis == .indicative }
            || world.candidates.contains { candidate in
                candidate.lines.contains { $0.meter.basis == .indicative }
            }
        guard isIndicative else { return nil }
        let low = solver(try prepare(.low).compiled.problem)
        let high = solver(try prepare(.high).compiled.problem)
        guard low.hasPackage, high.hasPackage else { return nil }
        return PriceRange(
            lowE4: low.totalE4, highE4: high.totalE4,
            choiceStays: low.options == answer.options && high.options == answer.options)
    }

    // MARK: - What was not chosen

    private func unpricedOffers() -> [UnpricedOffer] {
        world.unpriced.map { entry in
            UnpricedOffer(
                offer: entry.judgement.offer.id, demandID: entry.judgement.demand.id,
                missing: entry.missing, breakEvenE4: breakEven(entry.judgement))
        }
    }

    /// Solves again with the offer for nothing: what that saves is the price at which it would be
    /// taken.
    private func breakEven(_ judgement: OfferJudgement) -> Int64? {
        var problem = world.compiled.problem
        guard
            let index = problem.demands.firstIndex(where: { $0.id == judgement.demand.id }),
            let site = world.catalog.site(judgement.offer.site)
        else { return nil }
        let id = "\(judgement.demand.id)/\(judgement.offer.id)/unpriced"
        problem.demands[index].options.append(
            AssemblyProblem.Option(id: id, site: site.id.rawValue, cost: 0))
        addSite(site, to: &problem, enclave: judgement.demand.enclave.enclave.id)
        let free = solver(problem)
        guard free.status == .optimal, free.options.contains(id), free.totalE4 < answer.totalE4
        else { return nil }
        return answer.totalE4 - free.totalE4
    }

    private func addSite(_ site: Site, to problem: inout AssemblyProblem, enclave: String) {
        if !problem.sites.contains(where: { $0.id == site.id.rawValue }) {
            problem.sites.append(
                AssemblyProblem.Site(id: site.id.rawValue, provider: site.provider.rawValue))
        }
        if !problem.providers.contains(where: { $0.id == site.provider.rawValue }) {
            problem.providers.append(AssemblyProblem.Provider(id: site.provider.rawValue))
        }
        guard let place = problem.enclaves.firstIndex(where: { $0.id == enclave }),
            !problem.enclaves[place].places.contains(where: { $0.site == site.id.rawValue })
        else { return }
        problem.enclaves[place].places.append(
            AssemblyProblem.Place(
                site: site.id.rawValue, posts: world.staff.posts(enclave: enclave, site: site.id)))
    }

    private func rejected() -> [RejectedOffer] {
        let admitted = Set(world.admitted.map { "\($0.demand.id)/\($0.offer.id)" })
        let unfit = world.unsizable.map {
            RejectedOffer(
                offer: $0.judgement.offer.id, demandID: $0.judgement.demand.id,
                verdict: .ineligible, reasons: [$0.reason])
        }
        let refused = world.judgements
            .filter { !admitted.contains("\($0.demand.id)/\($0.offer.id)") }
            .map { judgement in
                RejectedOffer(
                    offer: judgement.offer.id, demandID: judgement.demand.id,
                    verdict: judgement.verdict,
                    reasons: requirement.acceptance.reasonsAgainst(
                        judgement, asOf: requirement.asOf.value))
            }
        return (refused + unfit).sorted {
            ($0.demandID, $0.offer) < ($1.demandID, $1.offer)
        }
    }

    private func questions() -> [OpenQuestion] {
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
        for pair in world.distances where !answer.hasPackage {
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
