import Catalog
import Quantities

/// Holds a record against the plan and the offers, one kind of mistake at a time.
struct MistakeFinder {
    let plan: EvaluationPlan
    let offers: [ComparedOffer]
    let record: EvaluationRecord
    /// The offers as the record holds them.
    let before: [EvaluationAudit.Evaluated]

    func mistakes() throws(QuantityError) -> [EvaluationAudit.Mistake] {
        var found = planChanged()
        for entry in record.entries {
            guard let offer = offers.first(where: { $0.id == entry.offer }),
                let evaluated = before.first(where: { $0.offer.offer.id == entry.offer })
            else {
                found.append(
                    mistake(.award, entry.offer, "the record names an offer that is not compared"))
                continue
            }
            found += unstated(entry)
            found += evidence(entry)
            found += compliance(entry, offer)
            found += requirement(entry, offer)
            found += try arithmetic(entry, offer, evaluated)
        }
        return found + disparate() + award()
    }

    private func mistake(
        _ kind: EvaluationAudit.Kind, _ offer: String, _ text: String
    ) -> EvaluationAudit.Mistake {
        EvaluationAudit.Mistake(kind: kind, offer: offer, text: text)
    }

    private func planChanged() -> [EvaluationAudit.Mistake] {
        guard !record.planHash.isEmpty, let hash = plan.hash?.hexadecimal,
            hash != record.planHash.lowercased()
        else { return [] }
        return [
            mistake(
                .planChanged, "",
                "the plan's hash was noted as \(record.planHash.prefix(12))…, and is "
                    + "\(hash.prefix(12))…")
        ]
    }

    private func unstated(_ entry: EvaluationRecord.Entry) -> [EvaluationAudit.Mistake] {
        let known = Set(plan.criteria.map(\.id))
        return entry.ratings.filter { !known.contains($0.criterion) }.map {
            mistake(
                .unstatedCriterion, entry.offer,
                "'\($0.criterion)' is rated \($0.value) and is no criterion of the plan")
        }
    }

    private func evidence(_ entry: EvaluationRecord.Entry) -> [EvaluationAudit.Mistake] {
        let known = Set(plan.criteria.map(\.id))
        return entry.ratings.filter { $0.evidence.isEmpty && known.contains($0.criterion) }.map {
            mistake(
                .missingEvidence, entry.offer,
                "'\($0.criterion)' is rated \($0.value) and nothing in the record supports it")
        }
    }

    private func compliance(
        _ entry: EvaluationRecord.Entry, _ offer: ComparedOffer
    ) -> [EvaluationAudit.Mistake] {
        entry.compliant.compactMap { line, isCompliant in
            guard let found = offer.lines.first(where: { $0.id == line }),
                let item = plan.scope.first(where: { $0.id == found.item })
            else {
                return mistake(
                    .arithmetic, entry.offer, "the record judges line '\(line)', which is not there"
                )
            }
            let failure = LineCompliance.failure(of: found, item, offer.origin)
            switch (isCompliant, failure) {
            case (true, let failure?):
                return mistake(
                    .heldCompliant, entry.offer,
                    "line '\(line)' for '\(item.id)' is held to comply, and \(failure)")
            case (false, nil):
                return mistake(
                    .heldNonCompliant, entry.offer,
                    "line '\(line)' for '\(item.id)' is held not to comply, and states all that is "
                        + "required")
            default: return nil
            }
        }
    }

    private func requirement(
        _ entry: EvaluationRecord.Entry, _ offer: ComparedOffer
    ) -> [EvaluationAudit.Mistake] {
        guard !plan.requirement.isEmpty, !entry.requirement.isEmpty,
            entry.requirement != plan.requirement
        else { return [] }
        return [
            mistake(
                .otherRequirement, entry.offer,
                "held against '\(entry.requirement)' of the requirement, while "
                    + "'\(plan.requirement)' is in force")
        ]
    }

    // MARK: - Arithmetic

    private func arithmetic(
        _ entry: EvaluationRecord.Entry, _ offer: ComparedOffer,
        _ evaluated: EvaluationAudit.Evaluated
    ) throws(QuantityError) -> [EvaluationAudit.Mistake] {
        var found: [EvaluationAudit.Mistake] = []
        if let stated = offer.statedTotal {
            var sum = ExactRatio.zero
            for amount in offer.lines.flatMap(\.amounts) { sum = try sum.adding(amount.value) }
            if sum != stated {
                found.append(
                    mistake(
                        .arithmetic, offer.id,
                        "its lines add up to \(text(sum)), and the total says \(text(stated))"))
            }
        }
        if let price = entry.price {
            let exact = evaluated.offer.evaluated
            let scale = plan.currency.minorUnits
            if try FixedPoint(price).text(decimals: scale) != exact.text(decimals: scale) {
                found.append(
                    mistake(
                        .arithmetic, offer.id,
                        "the price evaluated is \(price), and the offer as held gives "
                            + exact.text(decimals: scale)))
            }
        }
        if let score = entry.score, let exact = evaluated.standing.score, isPoints {
            let points = try exact * FixedPoint(100)
            let scale = max(score.scale, 2)
            if try FixedPoint(score).text(decimals: scale) != points.text(decimals: scale) {
                found.append(
                    mistake(
                        .arithmetic, offer.id,
                        "it was given \(score) points, and its parts add up to "
                            + points.text(decimals: scale)))
            }
        }
        if let rank = entry.rank, rank != evaluated.standing.rank {
            let right = evaluated.standing.rank.map { "\($0)" } ?? "none"
            found.append(
                mistake(
                    .arithmetic, offer.id,
                    "it was placed \(rank), and the plan's method gives \(right)"))
        }
        return found
    }

    private var isPoints: Bool {
        plan.method == .weightedSum || plan.method == .analyticHierarchy
    }

    private func text(_ ratio: ExactRatio) -> String {
        ratio.decimalDescription ?? ratio.description
    }

    // MARK: - Across offers

    /// Rules that were held against some offers and not against all: the difference of rule hits.
    private func disparate() -> [EvaluationAudit.Mistake] {
        let checked = record.entries.map { Set($0.checked) }
        let all = checked.reduce(Set<String>()) { $0.union($1) }.sorted()
        return all.flatMap { rule in
            record.entries.filter { !$0.checked.contains(rule) }.map { entry in
                let others = record.entries.filter { $0.checked.contains(rule) }.map(\.offer)
                return mistake(
                    .disparateTreatment, entry.offer,
                    "'\(rule)' was held against \(others.joined(separator: ", ")) and not "
                        + "against it"
                )
            }
        }
    }

    private func award() -> [EvaluationAudit.Mistake] {
        guard !record.award.isEmpty else { return [] }
        guard let awarded = before.first(where: { $0.offer.offer.id == record.award }) else {
            return [
                mistake(.award, record.award, "the award goes to an offer that is not compared")
            ]
        }
        var found: [EvaluationAudit.Mistake] = []
        if !awarded.standing.reasons.isEmpty {
            found.append(
                mistake(
                    .award, record.award,
                    "it is not awardable: \(awarded.standing.reasons.joined(separator: "; "))"))
        } else if plan.method != .tradeOff, awarded.standing.rank != 1 {
            found.append(mistake(.award, record.award, "it is not first by the plan's method"))
        }
        let cheapest = before.filter { $0.standing.reasons.isEmpty }.map(\.offer.evaluated).min()
        if plan.method == .tradeOff, record.rationale.isEmpty, let cheapest,
            awarded.offer.evaluated > cheapest
        {
            let more = (try? awarded.offer.evaluated - cheapest) ?? .zero
            let scale = plan.currency.minorUnits
            found.append(
                mistake(
                    .missingRationale, record.award,
                    "\(plan.currency.code) \(more.grouped(decimals: scale)) more "
                        + "is paid than for the cheapest acceptable offer, and no reason is "
                        + "written down"))
        }
        return found
    }
}
