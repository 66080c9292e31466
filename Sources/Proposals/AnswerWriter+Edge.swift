import Catalog
import Clearance
import Eligibility
import LocatedInput
import Requirements

/// Answers what is asked of recovery, keys, devices and flows.
extension AnswerWriter {
    /// Whether a copy stands where the enclave is to be recovered, and where its keys may be.
    func recovery(
        _ enclave: Enclave, _ path: String, _ placed: [Candidate]
    ) -> [RequirementAnswer] {
        var answers: [RequirementAnswer] = []
        if let recovery = enclave.recovery {
            let limits = RecoveryLimits(catalog: writer.world.catalog)
            let sites = placed.map(\.site).filter { limits.lies($0, where: recovery) }
            let names = Set(sites.map(\.id)).sorted().map(\.rawValue).joined(separator: ", ")
            answers.append(
                RequirementAnswer(
                    path: "\(path).recovery",
                    asked: recovery.text,
                    status: sites.isEmpty ? .notMet : .conditional,
                    answer: sites.isEmpty
                        ? "no site of the package lies there"
                        : "copies at \(names); what is recovered is for the customer's plan"))
        }
        if !enclave.keysWithin.isEmpty {
            answers.append(
                RequirementAnswer(
                    path: "\(path).keys",
                    asked: enclave.keysWithin.map(\.value.rawValue).joined(separator: ", "),
                    status: .conditional,
                    answer: "keys are the customer's to hold; no key service is priced here"))
        }
        return answers
    }

    /// What is asked and not judged yet, so that it does not pass in silence.
    func open() -> [RequirementAnswer] {
        requirement.edge.flatMap { fleet -> [RequirementAnswer] in
            let placed = chosen.filter { $0.demand.enclave.enclave.id == fleet.enclaveID }
            let device = placed.first.map(\.service.name) ?? ""
            var rows = [
                RequirementAnswer(
                    path: "edge.\(fleet.id)",
                    asked: "\(fleet.count == 1 ? "1 device" : "\(fleet.count) devices"), "
                        + "\(fleet.spares) in reserve, \(fleet.classification.value)",
                    status: placed.contains { $0.judgement.verdict != .eligible }
                        ? .conditional : .met,
                    answer: "\(fleet.count + fleet.spares) × \(device)"
                        + (fleet.home.map { ", home \($0.value)" } ?? ""))
            ]
            if let sync = fleet.sync {
                rows.append(
                    RequirementAnswer(
                        path: "edge.\(fleet.id).sync", asked: sync.text, status: .open,
                        answer: "whether the backlog drains is not proved in this quote"))
            }
            return rows
        }
            + requirement.flows.map { flow in
                RequirementAnswer(
                    path: "flows.\(flow.from.value)-\(flow.to.value)",
                    asked: "\(flow.gigabytesPerMonth) GB a month", status: .open,
                    answer: "no guard between the two is in the catalog or in the price")
            }
    }
}
