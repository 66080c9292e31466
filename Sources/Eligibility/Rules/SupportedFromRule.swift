import Catalog
import Clearance
import LocatedInput
import Requirements

/// Support cases are worked only from the places that the customer names.
struct SupportedFromRule: EligibilityRule {
    static let id = "supported-from"

    func judge(_ judged: JudgedCase) -> [Judgement] {
        ReachRule(id: Self.id, subject: "support is given", field: "support").judge(
            judged, judged.deliveryModel.supportFrom,
            in: judged.enclave.supportFrom.map(\.value))
    }
}
