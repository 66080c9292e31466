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

    /// Whether it ends in the course of work that began on a day: it can be renewed in time.
    func endsInWork(since start: CalendarDate?) -> Bool {
        guard let start, let until else { return false }
        return start < until
    }
}

extension HeldClearance {
    /// How long granting one takes; `nil` where nobody publishes it.
    package var leadTime: CalendarPeriod? {
        clearance.flatMap { clearance in
            clearance.provenance.confidence(of: "leadTime") == .unverified
                ? nil : clearance.leadTime
        }
    }

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
    /// Judges a day.
    ///
    /// - Parameters:
    ///   - name: What holds.
    ///   - row: Whose it is.
    ///   - renewal: First day of the work, and how long a renewal takes where that is published:
    ///     what ends in the course of the work makes it conditional. `nil` where a day is judged
    ///     by itself.
    func judge(
        on date: CalendarDate, _ name: String, row: String, _ rules: [RuleRow],
        renewal: (since: CalendarDate, leadTime: CalendarPeriod?, authority: String)? = nil
    ) -> Judgement {
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
        if date >= until, let renewal, endsInWork(since: renewal.since) {
            return Judgement(
                id, .conditional, "\(name) ends on \(until) and has to be renewed before",
                because: facts,
                steps: [
                    Step(
                        id: "\(id):\(row).\(until)",
                        text: "\(name) of row \(row) is renewed before \(until)",
                        authority: renewal.authority, leadTime: renewal.leadTime)
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
