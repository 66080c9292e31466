import Catalog
import Diagnostics
import Requirements

/// The person can do what the post needs.
struct RoleRule: PersonRule {
    func judge(_ judged: PersonCase) -> [Judgement] {
        guard let role = judged.need.role else { return [] }
        if judged.person.roles.isEmpty {
            return [
                judged.unknown(
                    "role", "what \(judged.who) can do is not said",
                    ask: "Can \(judged.who) work as \(role)?", of: "whoever keeps the roster")
            ]
        }
        let can = judged.person.roles.contains(role)
        return [
            Judgement(
                "role", can ? .eligible : .ineligible,
                can ? "\(judged.who) works as \(role)" : "\(judged.who) does not work as \(role)")
        ]
    }
}
