import Catalog
import Clearance
import LocatedInput
import Requirements

/// Telemetry stays in the places that the customer names.
struct TelemetryInRule: EligibilityRule {
    static let id = "telemetry-in"

    func judge(_ judged: JudgedCase) -> [Judgement] {
        ReachRule(id: Self.id, subject: "telemetry is processed", field: "telemetry").judge(
            judged, judged.deliveryModel.telemetryIn,
            in: judged.enclave.telemetryIn.map(\.value))
    }
}
