import Catalog
import Clearance
import LocatedInput
import Requirements

/// Operators have the nationality, and live where, the customer asks.
///
/// Remote administration counts as access from where the administrator sits.
struct OperatedByRule: EligibilityRule {
    static let nationalityID = "operator-nationality"
    static let residenceID = "operator-residence"

    func judge(_ judged: JudgedCase) -> [Judgement] {
        let model = judged.deliveryModel
        let nationality = ReachRule(
            id: Self.nationalityID, subject: "operators are nationals", field: "operators")
        let residence = ReachRule(
            id: Self.residenceID, subject: "operators work", field: "operators")
        // A caveat beats a clearance: operators are of a nation it is released to, and no wider
        // list of nations that is asked beside it lets others in.
        var lists: [[OwnerID]] = []
        for list in judged.demand.enclave.admittedNations where !lists.contains(list) {
            lists.append(list)
        }
        return lists.flatMap { nationality.judge(judged, model.operatorNationality, in: $0) }
            + residence.judge(
                judged, model.operatorResidence, in: judged.enclave.operatorResidence.map(\.value))
    }
}
