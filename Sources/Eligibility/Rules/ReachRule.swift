import Catalog
import Clearance
import Diagnostics
import Quantities
import Requirements

/// What rules about people and data in motion share: a stated reach against allowed places.
struct ReachRule {
    let id: String
    /// As in "support is given".
    let subject: String
    /// Name of the field of the delivery model that states it.
    let field: String

    func judge(_ judged: JudgedCase, _ reach: Reach, in allowed: [OwnerID]) -> [Judgement] {
        guard !allowed.isEmpty else { return [] }
        let model = judged.deliveryModel
        let name = "\(judged.provider.name), \(model.name)"
        let factID = "\(judged.provider.id)/\(model.id)"
        let places = allowed.map(\.rawValue).joined(separator: ", ")
        switch reach {
        case .unknown:
            return [
                Judgement(
                    id, .unknown, "\(subject) from where is not stated by \(name)",
                    because: [.fact(factID, "\(name) does not state it", model.provenance)],
                    questions: [
                        OpenQuestion(
                            id: "\(id):\(factID)",
                            text: "Will \(name) commit that \(subject) only from \(places)?",
                            askWhom: judged.provider.name,
                            asks: CatalogAnswer.ReachKind(rawValue: id).map {
                                .reach(
                                    CatalogAnswer.ModelName(
                                        provider: judged.provider.id, model: model.id), $0)
                            })
                    ])
            ]
        case .anywhere:
            return [
                Judgement(
                    id, .ineligible, "\(subject) from anywhere; only \(places) is allowed",
                    because: [.fact(factID, "\(name) binds it to no place", model.provenance)])
            ]
        case .customerDecides:
            let fact = Explanation.fact(
                factID, "\(name): as the contract names them", model.provenance, fields: [field])
            return [
                judged.conditional(
                    id, "\(subject) from \(places) once the contract says so", by: fact,
                    model.provenance, fields: [field],
                    step: Step(
                        id: "\(id):\(factID)/\(places)",
                        text: "the contract for \(name) says that \(subject) only from \(places)",
                        authority: "the customer and \(judged.provider.name)",
                        leadTime: CalendarPeriod(), cost: nil))
            ]
        case .only(let stated):
            let said = stated.map(\.rawValue).joined(separator: ", ")
            let fields = [model.provenance.isAnswered(id) ? id : field]
            let fact = Explanation.fact(
                factID, "\(name): \(subject) from \(said)", model.provenance,
                fields: fields)
            let outside = stated.filter { !isWithin($0, allowed, judged) }
            guard outside.isEmpty else {
                return [
                    Judgement(
                        id, .ineligible, "\(subject) from \(said); only \(places) is allowed",
                        because: [fact])
                ]
            }
            return [
                judged.eligible(
                    id, "\(subject) from \(said)", by: fact, model.provenance, fields: fields,
                    ask: judged.provider.name)
            ]
        }
    }

    /// A stated organisation lies within the allowed places only when all its members do.
    private func isWithin(_ place: OwnerID, _ allowed: [OwnerID], _ judged: JudgedCase) -> Bool {
        if judged.isCountry(place, in: allowed) { return true }
        guard let members = judged.catalog.owner(place)?.members, !members.isEmpty else {
            return false
        }
        return members.allSatisfy { judged.isCountry($0, in: allowed) }
    }
}
