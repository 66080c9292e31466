import Quantities

/// Whether an offer has shown what a gate asks, as of the gate's day.
package struct GateVerdict: Sendable, Hashable {
    /// How it ended.
    package enum Outcome: String, Sendable, Hashable {
        /// Shown, and in force on the day.
        case passed
        /// Shown not to be so, or not in time.
        case failed
        /// Not shown, or by evidence that does not count; never taken for passed.
        case unknown
    }

    /// The gate of the plan.
    package let gate: String
    /// How it ended.
    package let outcome: Outcome
    /// Why, in words.
    package let reason: String
}

/// Judges gates as of their days: what was met later is not met.
package enum GateJudge {
    /// Judges one gate from what is shown for it.
    package static func judge(
        _ gate: EvaluationPlan.Gate, _ shown: ComparedOffer.GateEvidence?
    ) -> GateVerdict {
        let (outcome, reason) = verdict(gate, shown)
        return GateVerdict(gate: gate.id, outcome: outcome, reason: reason)
    }

    private static func verdict(
        _ gate: EvaluationPlan.Gate, _ shown: ComparedOffer.GateEvidence?
    ) -> (GateVerdict.Outcome, String) {
        guard let shown else { return (.unknown, "nothing is shown") }
        guard shown.isMet else { return (.failed, "not met") }
        guard !shown.evidence.isEmpty else { return (.unknown, "claimed without evidence") }
        guard let dated = shown.dated else {
            return (.unknown, "the evidence has no date: \(shown.evidence)")
        }
        if dated > gate.on {
            return (.failed, "shown on \(dated), after \(gate.on): \(shown.evidence)")
        }
        if let until = shown.until, until < gate.on {
            return (.failed, "ended on \(until), before \(gate.on): \(shown.evidence)")
        }
        if let age = gate.evidenceMaxAge, let limit = try? gate.on.subtracting(age), dated < limit {
            return (.unknown, "the evidence of \(dated) is older than \(age): \(shown.evidence)")
        }
        return (.passed, "\(shown.evidence), \(dated)")
    }
}
