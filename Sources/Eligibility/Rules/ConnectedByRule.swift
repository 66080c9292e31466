import Catalog
import Clearance
import Diagnostics
import LocatedInput
import Requirements

/// The platform is connected as the customer asks, or not at all.
struct ConnectedByRule: EligibilityRule {
    static let id = "connected-by"

    func judge(_ judged: JudgedCase) -> [Judgement] {
        guard let wanted = judged.enclave.connectivity?.value else { return [] }
        let model = judged.deliveryModel
        let ways =
            model.connectivity.isEmpty
            ? "nothing stated"
            : model.connectivity.map(\.rawValue).joined(separator: ", ")
        let field = wanted == .airGapped ? "isolation" : "connectivity"
        let fact = Explanation.fact(
            "\(judged.provider.id)/\(model.id)",
            "\(model.name): \(model.isolation.rawValue), connected by \(ways)", model.provenance,
            fields: [field])
        let fits: Bool
        switch wanted {
        case .airGapped: fits = model.isolation == .airGapped
        case .internet: fits = model.connectivity.contains(.internet)
        case .privateLink: fits = model.connectivity.contains(.privateLink)
        }
        if fits {
            return [
                judged.eligible(
                    Self.id, "\(model.name) offers \(wanted.rawValue)", by: fact, model.provenance,
                    fields: [field], ask: judged.provider.name)
            ]
        }
        if model.connectivity.isEmpty, wanted != .airGapped {
            return [
                Judgement(
                    Self.id, .unknown, "how \(model.name) is connected is not stated",
                    because: [fact],
                    questions: [
                        OpenQuestion(
                            id: "\(Self.id):\(judged.provider.id)/\(model.id)",
                            text: "Does \(model.name) offer \(wanted.rawValue)?",
                            askWhom: judged.provider.name,
                            asks: .connectivity(
                                CatalogAnswer.ModelName(
                                    provider: judged.provider.id, model: model.id)))
                    ])
            ]
        }
        return [
            Judgement(
                Self.id, .ineligible,
                "\(model.name) is \(model.isolation.rawValue) and connected by \(ways); "
                    + "\(wanted.rawValue) is asked", because: [fact])
        ]
    }
}
