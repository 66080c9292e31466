import Catalog
import Clearance
import Diagnostics
import LocatedInput
import Quantities
import Requirements

/// The offer states every attribute that a word of the requirement binds to, at least as good.
///
/// An offer that does not state it is not priced: a US$10bn award was stopped over one such word.
struct AttributeBoundRule: EligibilityRule {
    static let id = "attribute-bound"

    func judge(_ judged: JudgedCase) -> [Judgement] {
        judged.demand.workload.attributes.map { judge(judged, $0) }
    }

    private func judge(_ judged: JudgedCase, _ demand: AttributeDemand) -> Judgement {
        let service = judged.service
        let name = demand.name.rawValue
        guard let stated = service.attributes[demand.name] else {
            return Judgement(
                Self.id, .unknown, "\(service.name) does not state its \(name)",
                because: [
                    .fact(service.id.rawValue, "no \(name) is stated", service.provenance)
                ],
                questions: [
                    OpenQuestion(
                        id: "\(Self.id):\(service.id).\(name)",
                        text: "What \(name) does \(service.name) commit to? "
                            + "\(demand.value) is asked.",
                        askWhom: judged.provider.name, asks: .attribute(service.id, demand.name))
                ])
        }
        // An answer states the one attribute, whatever the row's list rests on.
        let fields = service.provenance.isAnswered(name) ? [name] : [name, "attributes"]
        let fact = Explanation.fact(
            service.id.rawValue, "\(service.name): \(name) \(stated)", service.provenance,
            fields: fields)
        guard Self.satisfies(stated, demand) else {
            return Judgement(
                Self.id, .ineligible, "\(name) is \(stated); \(demand.value) is asked",
                because: [fact])
        }
        return judged.eligible(
            Self.id, "\(service.name) states \(name) \(stated)", by: fact, service.provenance,
            fields: fields, ask: judged.provider.name)
    }

    /// Words are listed best first, so an earlier one serves a later one.
    static func satisfies(_ stated: String, _ demand: AttributeDemand) -> Bool {
        if demand.name == .availability {
            guard let has = try? ExactDecimal(parsing: stated),
                let wants = try? ExactDecimal(parsing: demand.value)
            else { return false }
            return has >= wants
        }
        guard let words = demand.name.words, let has = words.firstIndex(of: stated),
            let wants = words.firstIndex(of: demand.value)
        else { return stated == demand.value }
        return has <= wants
    }
}
