import Catalog
import Diagnostics
package import Quantities
package import Requirements

/// Many people against many needs, so that each answer is a few look-ups.
///
/// What people have in common is judged once, by the rules that `PersonJudge` explains; `decide`
/// combines the answers with the days on which each clearance holds. The two always agree.
package struct PreparedAccess: Sendable {
    /// People in the order given.
    package let people: [Person]
    /// Needs in the order given.
    package let needs: [AccessNeed]
    /// Days on which some answer may change, in order; answers hold from one to the next.
    package let turningDays: [CalendarDate]

    /// Days on which the catalog itself turns something.
    let catalogDays: [CalendarDate]

    private let eras: [Era]
    private let employers: [String: Facility]
    private let eraStarts: [Int32]
    private let compiled: [CompiledPerson]
    private let held: [CompiledHeld]
    private let needKinds: [UInt8]

    /// Judges everything that people share.
    ///
    /// - Parameters:
    ///   - start: First day that may be asked about.
    ///   - end: Last day that may be asked about.
    package init(
        _ people: [Person], for needs: [AccessNeed], by judge: PersonJudge,
        from start: CalendarDate, to end: CalendarDate
    ) {
        self.people = people
        self.needs = needs
        catalogDays = judge.book.turningDays.filter { start < $0 && $0 <= end }
        let starts = [start] + catalogDays
        var builder = PreparedAccessBuilder(judge: judge, needs: needs)
        let compiled = people.map { builder.add($0) }
        self.compiled = compiled
        held = builder.held
        eras = starts.map { builder.era(on: $0) }
        eraStarts = starts.map { Int32(Self.day($0)) }
        needKinds = builder.needKinds
        employers = Dictionary(
            builder.employers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var days = Set(catalogDays)
        for person in people { days.formUnion(person.turningDays) }
        for facility in builder.employers { days.formUnion(facility.turningDays) }
        turningDays = days.filter { start < $0 && $0 <= end }.sorted()
    }

    /// Days on which an answer about a person may change by itself or with the employer's.
    func turningDays(of person: Person) -> [CalendarDate] {
        person.turningDays + (person.employer.flatMap { employers[$0]?.turningDays } ?? [])
    }

    private static let origin = CalendarDate(year: 1900, month: 1, day: 1)

    static func day(_ date: CalendarDate) -> Int { origin?.days(until: date) ?? 0 }

    /// A day as `decide` takes it.
    package static func dayNumber(_ date: CalendarDate) -> Int32 { Int32(day(date)) }

    /// Tells whether a person may have access on a day.
    ///
    /// - Parameters:
    ///   - person: Position in `people`.
    ///   - need: Position in `needs`.
    ///   - day: `dayNumber` of a day from `start` to `end`.
    /// - Complexity: linear in the person's clearances and the employer's; no look at rules,
    ///   nations or agreements.
    package func decide(_ person: Int, _ need: Int, on day: Int32) -> Verdict {
        var index = eraStarts.count - 1
        while index > 0, eraStarts[index] > day { index -= 1 }
        return eras[index].decide(compiled[person], need, day, held, needKinds[need])
    }
}

extension Person {
    /// Days on which an answer about the person may change.
    package var turningDays: [CalendarDate] {
        let clearances = clearances.flatMap { held -> [CalendarDate?] in
            let validity = held.validity
            return [validity.from, validity.until]
        }
        return (clearances + [from, until, briefed]).compactMap { $0 }
    }
}

extension Facility {
    /// Days on which an answer about the facility may change.
    package var turningDays: [CalendarDate] {
        clearances.flatMap { held -> [CalendarDate?] in
            let validity = held.validity
            return [validity.from, validity.until]
        }.compactMap { $0 }
    }
}

/// A person as numbers.
struct CompiledPerson: Sendable {
    /// Class of everything that does not change with time, apart from clearances.
    var standing: Int32
    /// Employer with the same clearances; -1 for none that is judged.
    var employer: Int32
    /// First day of work, and first day without.
    var from: Int32
    var until: Int32
    /// First day after which the need to know and a briefing are there.
    var briefed: Int32
    /// Range in the list of held clearances.
    var firstHeld: Int32
    var endHeld: Int32
}

/// A held clearance as numbers.
struct CompiledHeld: Sendable {
    /// Class of clearances that are judged alike.
    var kind: Int32
    var from: Int32
    var until: Int32
    /// Whether its end is known.
    var isEndKnown: Bool
    /// Whether it ends in the course of the work, so that it can be renewed in time.
    var isRenewable: Bool
}

/// Answers that hold as long as the catalog says the same.
struct Era: Sendable {
    let needs: Int
    /// By class of standing and need.
    let standing: [UInt8]
    /// By class of clearance and need.
    let clearances: [UInt8]
    /// By need, of people none of whose clearances count.
    let without: [UInt8]
    /// By employer and need, the answers from day to day.
    let employers: [[EmployerSpan]]

    /// An answer that holds from a day on.
    struct EmployerSpan: Sendable {
        let from: Int32
        let verdict: UInt8
    }

    func decide(
        _ person: CompiledPerson, _ need: Int, _ day: Int32, _ held: [CompiledHeld], _ kind: UInt8
    ) -> Verdict {
        guard day >= person.from, day < person.until else { return .ineligible }
        var worst = standing[Int(person.standing) * needs + need]
        // Need to know and briefing come beside every clearance for classified information.
        if kind & NeedKind.isClassified != 0, day < person.briefed { worst = max(worst, 1) }
        if person.employer >= 0 {
            var answer: UInt8 = 0
            for span in employers[Int(person.employer) * needs + need] where span.from <= day {
                answer = span.verdict
            }
            worst = max(worst, answer)
        }
        if kind & NeedKind.needsClearance != 0 {
            var best: UInt8 = 3
            for index in Int(person.firstHeld)..<Int(person.endHeld) {
                let one = held[index]
                guard day >= one.from, day < one.until || one.isRenewable else { continue }
                var opens = clearances[Int(one.kind) * needs + need]
                if !one.isEndKnown { opens = max(opens, 2) }
                if day >= one.until { opens = max(opens, 1) }
                best = min(best, opens)
            }
            worst = max(worst, best == 3 ? without[need] : best)
        } else {
            worst = max(worst, without[need])
        }
        return Verdict(rank: worst)
    }
}

/// What a need is, as bits.
enum NeedKind {
    static let isClassified: UInt8 = 1
    static let needsClearance: UInt8 = 2
}

extension Verdict {
    /// Creates the verdict of a position, from best to worst; worse ones are ineligible.
    init(rank: UInt8) {
        switch rank {
        case 0: self = .eligible
        case 1: self = .conditional
        case 2: self = .unknown
        default: self = .ineligible
        }
    }

    /// Position from best to worst.
    var position: UInt8 {
        switch self {
        case .eligible: 0
        case .conditional: 1
        case .unknown: 2
        case .ineligible: 3
        }
    }
}
