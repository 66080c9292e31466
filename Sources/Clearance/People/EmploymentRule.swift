import Catalog
import Diagnostics
import Requirements

/// The person is there on the day.
struct EmploymentRule: PersonRule {
    func judge(_ judged: PersonCase) -> [Judgement] {
        if let from = judged.person.from, judged.date < from {
            return [
                Judgement("employment", .ineligible, "\(judged.who) begins on \(from) only")
            ]
        }
        if let until = judged.person.until, until <= judged.date {
            return [Judgement("employment", .ineligible, "\(judged.who) has left on \(until)")]
        }
        return []
    }
}
