import Assembly
import Catalog
import Clearance
import Eligibility
import LocatedInput
import Pricing
import Quantities
import Requirements

/// Prices what was chosen, line by line, and holds the sum against the search.
extension ProposalWriter {
    /// A quote line with the candidate line that it prints; modules have none.
    ///
    /// Sums walk over these lines many times: a class, so that a step copies a reference alone.
    final class LineSource: Sendable {
        let line: QuoteLine
        let candidate: Candidate?
        let origin: CandidateLine?

        init(_ line: QuoteLine, of candidate: Candidate? = nil, from origin: CandidateLine? = nil) {
            self.line = line
            self.candidate = candidate
            self.origin = origin
        }
    }

    func quoteLines(_ chosen: [Candidate]) throws -> [LineSource] {
        let lines = optionLines(chosen)
        return try lines + moduleLines(from: lines.count + 1)
    }

    private func optionLines(_ chosen: [Candidate]) -> [LineSource] {
        var lines: [LineSource] = []
        for candidate in chosen {
            for origin in candidate.lines {
                let line = QuoteLine(
                    id: "L\(lines.count + 1)", demandID: candidate.demand.id,
                    origin: .option(candidate.id), provider: candidate.site.provider,
                    site: candidate.site.id, product: origin.component.name,
                    quantity: origin.component.description, period: origin.period,
                    meter: origin.meter, monthlyQuantity: origin.monthlyQuantity,
                    priced: origin.priced,
                    byYear: zip(
                        ContractYears.months(of: origin.period, in: requirement.term),
                        origin.byYear
                    ).map { QuoteLine.Year(year: $0.year, months: $0.months, amount: $1.amount) })
                lines.append(LineSource(line, of: candidate, from: origin))
            }
        }
        return lines
    }

    func headLines(_ chosen: [Candidate]) throws -> [HeadLine] {
        let used = StaffStatementWriter(writer: self, chosen: chosen).usedSeats
            .filter { $0.milliFTE > 0 }
        var lines: [HeadLine] = []
        for head in world.staff.heads {
            let count = answer.heads[head.pool]?[head.level] ?? 0
            guard count > 0 else { continue }
            let seats = used.filter { seat in
                seat.pool == head.pool && StaffPlan.levelName(seat.level) == head.level
            }
            let times = Set(seats.map(\.coverage))
            for (period, piece) in head.lines {
                let priced = try PricedLine(
                    id: piece.id, charge: piece.charge, months: piece.months, rates: world.rates,
                    currency: requirement.currency.value, rounding: .halfUp, count: count)
                lines.append(
                    HeadLine(
                        id: "P\(lines.count + 1)", pool: head.pool, role: head.role,
                        level: head.level == StaffPlan.levelName(nil) ? nil : LevelID(head.level),
                        heads: count, milliFTE: seats.map(\.milliFTE).reduce(0, +),
                        seats: seats.map { $0.words(isMixed: times.count > 1) },
                        coverage: times.count == 1 ? times.first : nil,
                        nationality: head.nationality,
                        rate: head.rate, cost: head.cost, period: period, priced: priced))
            }
        }
        return lines
    }

    /// Sums the package again, line by line, and holds it against the search's total.
    func waterfall(
        _ lines: [LineSource], _ heads: [HeadLine], _ paid: [StepLine]
    ) throws -> Waterfall {
        let steps = try world.compiled.steps.compactMap { step -> DiscountStep? in
            let counted = lines.filter { $0.counts(towards: step) }
            guard !counted.isEmpty else { return nil }
            return DiscountStep(
                id: step.id, discount: try step.programme(),
                parts: try counted.map { counted in
                    DiscountStep.Part(
                        lineID: counted.line.priced.id, amount: try part(of: counted, for: step))
                })
        }
        let waterfall = try Waterfall(
            lines: lines.map(\.line.priced) + heads.map(\.priced) + paid.map(\.priced),
            discounts: steps,
            currency: requirement.currency.value, rounding: .halfUp)
        precondition(
            waterfall.totalE4 == answer.totalE4,
            "the waterfall gives \(waterfall.totalE4), the search \(answer.totalE4)")
        return waterfall
    }

    /// What of a line counts towards a discount; `nil` for all of it.
    private func part(of line: LineSource, for step: CompiledStep) throws -> Money? {
        guard let year = step.year,
            let amount = line.line.byYear.first(where: { $0.year == year })?.amount
        else { return nil }
        let earlier = line.candidate.map(step.earlier) ?? []
        let left = try DiscountOrder(requirement.contract)
            .left(of: amount.minorUnits, after: earlier)
        return Money(minorUnits: left, currency: amount.currency)
    }

    func discounts(_ waterfall: Waterfall, _ lines: [LineSource]) -> [QuotedDiscount] {
        waterfall.discounts.compactMap { row in
            guard let step = world.compiled.steps.first(where: { $0.id == row.id }) else {
                return nil
            }
            let counted = lines.filter { $0.counts(towards: step) }
            return QuotedDiscount(
                title: step.title, year: step.year, mode: step.programmeMode,
                steps: step.programmeSteps, row: row,
                lineIDs: counted.map(\.line.id),
                periods: step.discount.reduces)
        }
    }

    func periodTotals(
        _ lines: [LineSource], _ heads: [HeadLine], _ paid: [StepLine], _ waterfall: Waterfall
    ) throws -> [PeriodTotal] {
        let currency = requirement.currency.value
        let parts = try requirement.term.evaluatedPeriods.map { period in
            let cloud = try lines.filter { $0.line.period.id == period.id }
                .reduce(Money.zero(currency)) { try $0.adding($1.line.priced.money) }
            let people = try heads.filter { $0.period.id == period.id }
                .reduce(Money.zero(currency)) { try $0.adding($1.priced.money) }
            let cut = waterfall.discounts.filter { row in
                world.compiled.steps.contains {
                    $0.id == row.id && $0.discount.reduces.contains("period/\(period.id)")
                }
            }.map(\.amountE4).reduce(0, +)
            let steps = try paid.filter { $0.period.id == period.id }
                .reduce(Money.zero(currency)) { try $0.adding($1.priced.money) }
            let gross = try cloud.adding(people).adding(steps).minorUnits
            let netE4 = try gross.multipliedExactly(by: Waterfall.partsPerMinorUnit) - cut
            return (period, cloud: cloud, people: people, steps: steps, cut: cut, netE4: netE4)
        }
        let nets = try PeriodTotal.nets(parts.map(\.netE4), of: waterfall.total)
        return zip(parts, nets).map { part, net in
            PeriodTotal(
                period: part.0, cloud: part.cloud, people: part.people, steps: part.steps,
                discountE4: part.cut, net: net)
        }
    }

    func claim(
        _ lines: [QuoteLine], _ heads: [HeadLine], _ paid: [StepLine]
    ) -> CheapestClaim {
        var basis: [PriceBasis: Int64] = [:]
        for line in lines { basis[line.meter.basis, default: 0] += line.priced.money.minorUnits }
        // What the customer's own authority asks is stated by the customer, as good as published.
        for step in paid { basis[.published, default: 0] += step.priced.money.minorUnits }
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

    /// Solves a problem; where no package keeps its budgets, once more without them.
    private func solvedWithoutBudgets(
        _ problem: AssemblyProblem
    ) -> (answer: AssemblyAnswer, keepsBudgets: Bool) {
        let answer = solver(problem)
        guard answer.status == .infeasible else { return (answer, true) }
        var free = problem
        free.limits.removeAll { limit in requirement.budgets.contains { $0.isLimit(limit.id) } }
        return (solver(free), false)
    }

    func range() throws -> PriceRange? {
        let isIndicative =
            world.staff.heads.contains { $0.rate.basis == .indicative }
            || world.offers.hasIndicativeMeters
        guard isIndicative else { return nil }
        let ends: [Estimate] = [.low, .high]
        let answers = try Concurrently.map(ends.count) { index in
            solvedWithoutBudgets(try prepare(ends[index]).compiled.problem)
        }
        let (low, high) = (answers[0], answers[1])
        guard low.answer.hasPackage, high.answer.hasPackage else { return nil }
        return PriceRange(
            lowE4: low.answer.totalE4, highE4: high.answer.totalE4,
            choiceStays: low.answer.options == answer.options
                && high.answer.options == answer.options,
            highKeepsBudgets: high.keepsBudgets)
    }
}
