import Catalog
import Diagnostics
import LocatedInput
import Requirements

/// A platform stands in a hall that the customer gives to the enclave.
struct PlacedInHallRule: EligibilityRule {
    static let id = "placed-in-hall"

    func judge(_ judged: JudgedCase) -> [Judgement] {
        guard let hall = judged.site.hall else { return [] }
        let given = judged.enclave.halls.map(\.value)
        let fact = Explanation.fact(
            judged.site.id.rawValue,
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
}
