import Assembly
import Catalog
import Diagnostics
import Clearance
import Eligibility
import LocatedInput
import Quantities
import Requirements

/// Answers each part of a requirement, one row a part.
struct AnswerWriter {
    let writer: ProposalWriter
    let chosen: [Candidate]
    let budgets: [BudgetUse]
    let people: StaffStatement

    var requirement: Requirement { writer.requirement }

    func write() throws -> [RequirementAnswer] {
        try language() + requirement.enclaves.flatMap(enclave) + budgetAnswers()
            + procurement() + staff() + open()
    }

    private func language() -> [RequirementAnswer] {
        guard let language = requirement.language else { return [] }
        let isEnglish = language.value.lowercased().hasPrefix("en")
        return [
            RequirementAnswer(
                path: "language", asked: language.value, status: isEnglish ? .met : .notMet,
                answer: "this document is written in English")
        ]
    }

    private func enclave(_ enclave: Enclave) -> [RequirementAnswer] {
        let path = "enclaves.\(enclave.id)"
        let placed = chosen.filter { $0.demand.enclave.enclave.id == enclave.id }
        let sites = Set(placed.map(\.site.id)).sorted()
        let names = sites.map(\.rawValue).joined(separator: ", ")
        var answers = [
            row(
                "\(path).classification", enclave.classification.value, placed,
                [
                    AccreditationRuleID.accredited
                ])
        ]
        if !enclave.residency.isEmpty {
            let asked = enclave.residency.map(\.value.rawValue).joined(separator: ", ")
            answers.append(row("\(path).residency", asked, placed, ["located-in"]))
        }
        if !enclave.accreditations.isEmpty {
            let asked = enclave.accreditations.map(\.value.rawValue).joined(separator: ", ")
            // What the owner's own authority grants is judged as an accreditation, not as a label.
            let schemes = placed.first?.demand.enclave.schemes ?? []
            let isOwn = schemes.contains { $0.kind == .securityAccreditation }
            answers.append(
                row(
                    "\(path).accreditation", asked, placed,
                    ["certified-under"] + (isOwn ? [AccreditationRuleID.accredited] : [])))
        }
        answers += recovery(enclave, path, placed)
        answers += reaches(enclave, path, placed)
        answers.append(
            RequirementAnswer(
                path: "\(path).sites", asked: Self.sites(enclave), status: .met,
                answer: "\(sites.count): \(names)"))
        for workload in enclave.workloads {
            let copies = placed.filter { $0.demand.workload.id == workload.id }
            answers.append(
                RequirementAnswer(
                    path: "\(path).workloads.\(workload.id)", asked: Self.ask(workload),
                    status: .met,
                    answer: copies.map { "\($0.service.name) at \($0.site.id)" }
                        .joined(separator: "; ")))
        }
        return answers
    }

    /// Where people and telemetry may be, and how the enclave is connected.
    private func reaches(
        _ enclave: Enclave, _ path: String, _ placed: [Candidate]
    ) -> [RequirementAnswer] {
        let operators = enclave.operatorNationality + enclave.operatorResidence
        let lists: [(key: String, places: [Located<OwnerID>], rules: [String])] = [
            ("support", enclave.supportFrom, ["supported-from"]),
            ("telemetry", enclave.telemetryIn, ["telemetry-in"]),
            ("operators", operators, ["operator-nationality", "operator-residence"]),
            ("releasableTo", enclave.releasableTo, ["operator-nationality"]),
        ]
        var answers = lists.filter { !$0.places.isEmpty }.map { list in
            row(
                "\(path).\(list.key)", list.places.map(\.value.rawValue).joined(separator: ", "),
                placed, list.rules)
        }
        for caveat in enclave.caveats {
            answers.append(row("\(path).caveats", caveat.value, placed, ["operator-nationality"]))
        }
        if let connectivity = enclave.connectivity {
            answers.append(
                row(
                    "\(path).connectivity", connectivity.value.rawValue, placed, ["connected-by"]))
        }
        return answers
    }

    private static func sites(_ enclave: Enclave) -> String {
        var text = "at least \(enclave.minimumSites)"
        if let most = enclave.maximumSites { text += ", at most \(most)" }
        if let apart = enclave.apartKilometres { text += ", \(apart.value) km apart" }
        return text
    }

    private func row(
        _ path: String, _ asked: String, _ placed: [Candidate], _ rules: [String]
    ) -> RequirementAnswer {
        let judgements = placed.flatMap(\.judgement.judgements).filter { rules.contains($0.rule) }
        let worst = judgements.map(\.verdict).max() ?? .eligible
        var texts: [String] = []
        for text in judgements.filter({ $0.verdict == worst }).map(\.explanation.text)
        where !texts.contains(text) {
            texts.append(text)
        }
        return RequirementAnswer(
            path: path, asked: asked, status: worst == .eligible ? .met : .conditional,
            answer: texts.isEmpty ? "nothing further is required" : texts.joined(separator: "; "))
    }

    private func procurement() -> [RequirementAnswer] {
        let procurement = requirement.procurement
        var answers: [RequirementAnswer] = []
        let bounds =
            (procurement.minimumProviders.map { ["at least \($0)"] } ?? [])
            + (procurement.maximumProviders.map { ["at most \($0)"] } ?? [])
        if !bounds.isEmpty {
            let providers = Set(chosen.map(\.site.provider)).sorted()
            answers.append(
                RequirementAnswer(
                    path: "procurement.providers", asked: bounds.joined(separator: ", "),
                    status: .met,
                    answer: "\(providers.count): "
                        + providers.map(\.rawValue).joined(separator: ", ")))
        }
        if !procurement.excludedParents.isEmpty {
            let asked = procurement.excludedParents.map(\.value.rawValue).joined(separator: ", ")
            answers.append(
                row("procurement.excludeParents", asked, chosen, ["not-controlled-from"]))
        }
        return answers
    }

    /// The size of a workload in the customer's terms.
    static func ask(_ workload: Workload) -> String {
        var text: String
        switch workload.size {
        case .compute(let vcpu, let memory): text = "\(vcpu) vCPU, \(memory) GiB"
        case .storage(let quantity): text = quantity.description
        case .graphicsProcessors(let count): text = "\(count) graphics processors"
        case .devices(let need):
            text = "\(need.devices - need.spares) devices and \(need.spares) in reserve"
        }
        if workload.splitSites > 1 { text += ", split over \(workload.splitSites) sites" }
        if workload.replicas > 1 { text += ", \(workload.replicas) copies at different sites" }
        for demand in workload.attributes { text += ", \(demand.name.rawValue) \(demand.value)" }
        return text
    }
}

/// Identifiers of rules that answers refer to.
enum AccreditationRuleID {
    static let accredited = "accredited-by-owner"
}
