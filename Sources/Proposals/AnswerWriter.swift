import Assembly
import Catalog
import Diagnostics
import Eligibility
import LocatedInput
import Quantities
import Requirements

/// Answers each part of a requirement, one row a part.
struct AnswerWriter {
    let writer: ProposalWriter
    let chosen: [Candidate]
    let periods: [PeriodTotal]

    private var requirement: Requirement { writer.requirement }

    func write() -> [RequirementAnswer] {
        language() + requirement.enclaves.flatMap(enclave) + budgets() + procurement()
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
            answers.append(row("\(path).accreditation", asked, placed, ["certified-under"]))
        }
        answers.append(
            RequirementAnswer(
                path: "\(path).sites", asked: "at least \(enclave.minimumSites)", status: .met,
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

    /// What the package takes of a budget; of each year's, the dearest year.
    private func spent(_ budget: Budget) -> String {
        let currency = requirement.currency.value
        switch budget.covers {
        case .evaluated: return E4.text(writer.answer.totalE4, currency)
        case .base:
            let base = periods.first { $0.period.id == "base" }
            return base.map { "\($0.net)" } ?? ""
        case .eachYear: return "in every contract year"
        }
    }

    private func budgets() -> [RequirementAnswer] {
        requirement.budgets.map { budget in
            RequirementAnswer(
                path: "budgets.\(budget.id)",
                asked: "\(budget.covers.rawValue), at most \(budget.amount.value), tax excluded",
                status: .met, answer: "kept: \(spent(budget))")
        }
    }

    private func procurement() -> [RequirementAnswer] {
        guard let most = requirement.procurement.maximumProviders else { return [] }
        let providers = Set(chosen.map(\.site.provider)).sorted()
        return [
            RequirementAnswer(
                path: "procurement.providers", asked: "at most \(most)", status: .met,
                answer: "\(providers.count): "
                    + providers.map(\.rawValue).joined(separator: ", "))
        ]
    }

    /// The size of a workload in the customer's terms.
    static func ask(_ workload: Workload) -> String {
        var text: String
        switch workload.size {
        case .compute(let vcpu, let memory): text = "\(vcpu) vCPU, \(memory) GiB"
        case .storage(let quantity): text = quantity.description
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
