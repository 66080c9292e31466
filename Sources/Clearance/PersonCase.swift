import Catalog
import Diagnostics
import Quantities
import Requirements

/// Everything that a rule about a person may look at.
struct PersonCase {
    let person: Person
    let need: AccessNeed
    let date: CalendarDate
    let book: RuleBook
    let roster: Roster
    /// First day of work that is judged over its whole length.
    let since: CalendarDate?

    var level: Level { need.level }
    var catalog: CatalogSnapshot { book.catalog }

    /// The row in the words of answers: its id and nothing else. Who stands in no roster has none.
    var who: String { person.location.path.isEmpty ? "the holder" : "row \(person.id)" }

    /// The owner of the information, by name.
    var ownerName: String { catalog.owner(level.owner)?.name ?? level.owner.rawValue }

    /// Tells whether the person is a national of one of `places`, or of a member of one.
    func isNational(of places: [OwnerID]) -> Bool {
        person.nationalities.contains { catalog.isCountry($0, in: places) }
    }

    /// Asks for something that the roster does not say.
    func unknown(_ rule: String, _ text: String, ask question: String, of whom: String)
        -> Judgement
    {
        Judgement(
            rule, .unknown, text,
            questions: [
                OpenQuestion(id: "\(rule):\(person.id)", text: question, askWhom: whom)
            ])
    }
}

/// One rule kind, or a few that are one question, about a person apart from his clearances.
protocol PersonRule: Sendable {
    /// Judges; nothing where the rule has nothing to say.
    func judge(_ judged: PersonCase) -> [Judgement]
}

/// One clearance of a person for one need.
struct HeldCase {
    let held: HeldClearance
    let base: PersonCase

    var level: Level { base.level }
    var catalog: CatalogSnapshot { base.catalog }

    /// The clearance in the words of answers.
    var name: String { held.name }

    /// Same for every person who holds such a clearance.
    var key: String {
        "\(held.issuer).\(held.clearance?.id.rawValue ?? held.level?.id.rawValue ?? "check")"
    }
}

/// One rule kind, or a few that are one question, about a clearance for a need.
protocol HeldClearanceRule: Sendable {
    /// Judges; nothing where the rule has nothing to say.
    func judge(_ judged: HeldCase) -> [Judgement]
}
