import Catalog
import Diagnostics
import Requirements

/// Compartments and the like are accesses of their own: no clearance opens them, and some suppose
/// another one.
struct SeparateAccessRule: PersonRule {
    static let kinds: Set<RuleKind> = [.dependentAccess]
    private static let id = "separate-access"

    func judge(_ judged: PersonCase) -> [Judgement] {
        judged.need.readIns.flatMap { judge(judged, $0) }
    }

    private func judge(_ judged: PersonCase, _ access: String) -> [Judgement] {
        guard has(judged, [access]) else {
            return [
                Judgement(
                    Self.id, .ineligible, "\(judged.who) is not read in to \(access)")
            ]
        }
        let supposing = judged.book.rules(Self.kinds).filter { rule in
            rule.terms.access.contains { FoldedText.areSame($0, access) }
        }
        let lacking = supposing.filter { !has(judged, $0.terms.supposes) }
        if let rule = lacking.first {
            return [
                Judgement(
                    "dependent-access", .ineligible,
                    "\(access) supposes access to \(rule.terms.supposes.last ?? ""), which "
                        + "\(judged.who) has not", because: [rule.leaf()])
            ]
        }
        return [
            Judgement(
                Self.id, .eligible, "\(judged.who) is read in to \(access)",
                because: supposing.map { $0.leaf() })
        ]
    }

    private func has(_ judged: PersonCase, _ names: [String]) -> Bool {
        // CNWDI is held under its short name or its long one.
        let same = judged.book.rules(Self.kinds).map(\.terms.access).first { known in
            known.contains { name in names.contains { FoldedText.areSame($0, name) } }
        }
        return judged.person.readIns.contains { held in
            (names + (same ?? [])).contains { FoldedText.areSame($0, held) }
        }
    }
}
