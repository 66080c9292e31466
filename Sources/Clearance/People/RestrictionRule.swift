import Catalog
import Diagnostics
import Requirements

/// A restriction that the issuer put on a person's clearance is not ours to read: it has to be
/// asked about.
struct RestrictionRule: PersonRule {
    func judge(_ judged: PersonCase) -> [Judgement] {
        guard !judged.person.caveats.isEmpty else { return [] }
        return [
            judged.unknown(
                "restricted-clearance", "the clearance of \(judged.who) is restricted",
                ask: "Does the restriction on the clearance of \(judged.who) allow access to "
                    + "\(judged.level.marking)?",
                of: judged.book.authority(
                    of: judged.person.clearances.first?.issuer ?? judged.level.owner))
        ]
    }
}
