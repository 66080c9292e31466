import Catalog
import Clearance
import Diagnostics
import LocatedInput
import Requirements

/// A platform stands in a hall that the customer gives to the enclave.
struct PlacedInHallRule: EligibilityRule {
    static let id = "placed-in-hall"

    func judge(_ judged: JudgedCase) -> [Judgement] {
        let own = judged.demand.workload.halls.map(\.value)
        guard let hall = judged.site.hall else {
            return own.isEmpty ? [] : [elsewhere(judged, own)]
        }
        let given = own.isEmpty ? judged.enclave.halls.map(\.value) : own
        let fact = Explanation.fact(
            "\(judged.provider.id)/\(judged.deliveryModel.id)",
            "\(judged.deliveryModel.name) stands in a hall of the customer",
            judged.deliveryModel.provenance)
        guard given.contains(hall) else {
            let text =
                given.isEmpty
                ? "the customer gives no hall to \(judged.enclave.id)"
                : "the customer gives hall \(given.joined(separator: ", ")) to "
                    + "\(judged.enclave.id), not \(hall)"
            return [Judgement(Self.id, .ineligible, text, because: [fact])]
        }
        return [
            judged.eligible(
                Self.id, "it stands in the customer's hall \(hall)", by: fact,
                judged.deliveryModel.provenance, fields: ["customerSite"],
                ask: judged.provider.name)
        ]
    }

    /// A workload that names its halls stands nowhere else.
    private func elsewhere(_ judged: JudgedCase, _ halls: [String]) -> Judgement {
        Judgement(
            Self.id, .ineligible,
            "it stands at a site of \(judged.provider.name), not in hall "
                + halls.joined(separator: ", "),
            because: [
                .fact(
                    judged.site.id.rawValue, "\(judged.site.name) is \(judged.provider.name)'s",
                    judged.site.provenance)
            ])
    }
}
