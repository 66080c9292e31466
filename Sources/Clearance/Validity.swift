import Catalog
import Diagnostics
package import Quantities
import Requirements

/// The days on which something that was granted holds.
///
/// Three clocks run apart: a person's clearance, a facility's clearance, a system's accreditation.
package struct Validity: Sendable, Hashable {
    /// First day; `nil` for no known beginning.
    package let from: CalendarDate?
    /// First day on which it no longer holds; `nil` where that is not known.
    package let until: CalendarDate?
    /// Whether the end follows from the usual term of such a grant, not from the roster.
    package let isDerived: Bool

    /// Derives the end from the grant and its usual term where the roster does not say it.
    ///
    /// - Parameter isTermSure: whether the usual term was read; one that was not gives no end.
    init(
        granted: CalendarDate?, expires: CalendarDate?, term: CalendarPeriod?, isTermSure: Bool
    ) {
        from = granted
        if expires == nil, let granted, let term, isTermSure {
            until = try? granted.adding(term)
            isDerived = until != nil
        } else {
            until = expires
            isDerived = false
        }
    }

    /// What it says of a day.
    package func verdict(on date: CalendarDate) -> Verdict {
        if let from, date < from { return .ineligible }
        guard let until else { return .unknown }
        return date < until ? .eligible : .ineligible
    }
}

extension HeldClearance {
    /// When it holds.
    package var validity: Validity {
        Validity(
            granted: granted, expires: expires, term: clearance?.validity,
            isTermSure: clearance?.provenance.confidence(of: "validity") != .unverified)
    }
}

extension HeldFacilityClearance {
    /// When it holds.
    package var validity: Validity {
        Validity(
            granted: granted, expires: expires, term: clearance?.validity,
            isTermSure: clearance?.provenance.confidence(of: "validity") != .unverified)
    }
}

extension InformationSystem.Held {
    /// When it holds.
    package var validity: Validity {
        Validity(
            granted: granted, expires: expires, term: scheme.validity,
            isTermSure: scheme.provenance.confidence(of: "validity") != .unverified)
    }
}

extension Validity {
    /// Judges a day; `name` is what holds, `ask` whose row it is.
    func judge(on date: CalendarDate, _ name: String, row: String, _ rules: [RuleRow])
        -> Judgement
    {
        let id = "valid-throughout"
        let facts = rules.map { $0.leaf() }
        if let from, date < from {
            return Judgement(
                id, .ineligible, "\(name) is granted from \(from) only", because: facts)
        }
        guard let until else {
            return Judgement(
                id, .unknown, "when \(name) expires is not said", because: facts,
                questions: [
                    OpenQuestion(
                        id: "\(id):\(row)", text: "When does \(name) of row \(row) expire?",
                        askWhom: "whoever keeps the roster")
                ])
        }
        guard date < until else {
            return Judgement(
                id, .ineligible, "\(name) has expired on \(until)", because: facts)
        }
        let premises =
            isDerived
            ? [
                Premise(
                    id: "\(id):\(row)",
                    text: "\(name) of row \(row) holds until \(until), its usual term after the "
                        + "day of grant")
            ] : []
        return Judgement(
            id, .eligible, "\(name) holds until \(until)", because: facts, premises: premises)
    }
}
