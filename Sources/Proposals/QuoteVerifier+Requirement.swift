import Assembly
import Catalog
import Diagnostics
import LocatedInput
import Quantities
import Requirements

extension QuoteVerifier {
    /// Holds the embedded problem against the embedded requirement: its workloads, copies, budgets,
    /// numbers of providers and sites, currency and periods.
    func agreement() -> [String] {
        guard let requirement = embedded
        else { return ["the requirement cannot be read"] }
        var differences = demands(requirement) + budgets(requirement) + enclaves(requirement)
        differences += staff(requirement) + rules(requirement)
        if requirement.currency.value != file.currency {
            differences.append("the requirement asks for \(requirement.currency.value.code)")
        }
        let procurement = requirement.procurement
        let limit = file.problem.providerLimit
        if limit?.min != procurement.minimumProviders.map({ Int64($0) })
            || limit?.max != procurement.maximumProviders.map({ Int64($0) })
        {
            differences.append("the numbers of providers differ")
        }
        let periods = requirement.term.evaluatedPeriods.map(\.id)
        if file.periods.map(\.id) != periods {
            differences.append("the periods are \(periods.joined(separator: ", "))")
        }
        let months = Dictionary(
            requirement.term.evaluatedPeriods.map { ($0.id, $0.months) },
            uniquingKeysWith: { first, _ in first })
        for head in file.people where months[head.period] != head.months {
            differences.append("\(head.id): \(head.months) months of '\(head.period)'")
        }
        return differences + parts(requirement)
    }

    /// The lines of a meter in a period follow each other from its first day to its last.
    private func parts(_ requirement: Requirement) -> [String] {
        struct Key: Hashable {
            let bought: String
            let sku: String
            let period: String
        }
        let periods = Dictionary(
            requirement.term.evaluatedPeriods.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let groups = Dictionary(grouping: file.lines) { line in
            let module = line.module.map { "\($0.place)/\($0.id)" }
            return Key(
                bought: line.option ?? module ?? "", sku: line.sku, period: line.period)
        }
        var differences: [String] = []
        for (key, lines) in groups {
            guard let period = periods[key.period] else {
                differences.append("\(lines[0].id): there is no period '\(key.period)'")
                continue
            }
            var month = 0
            let sorted = lines.sorted { ($0.from ?? period.start) < ($1.from ?? period.start) }
            for line in sorted {
                let from = try? period.start.adding(CalendarPeriod(months: month))
                if line.from ?? period.start != from {
                    differences.append("\(line.id): it does not follow what is before it")
                }
                month += line.months
            }
            if month != period.months {
                differences.append("\(lines[0].id): \(month) months of '\(key.period)'")
            }
        }
        return differences.sorted()
    }

    private func demands(_ requirement: Requirement) -> [String] {
        var asked: [String: Int64] = [:]
        for enclave in requirement.enclaves {
            for workload in enclave.workloads {
                asked["\(enclave.id).\(workload.id)"] = Int64(workload.placedCopies)
            }
        }
        for fleet in requirement.edge { asked["\(fleet.enclaveID).devices"] = 1 }
        let solved = file.problem.demands.filter { $0.id != PostsFilledOnce.id }
        let extra = solved.filter { asked[$0.id] != $0.replicas }
            .map { "workload '\($0.id)' is not asked for in \($0.replicas) copies" }
        let missing = Set(asked.keys).subtracting(solved.map(\.id)).sorted()
            .map { "workload '\($0)' is asked for and not in the problem" }
        return extra + missing
    }

    /// Workloads that share their sites, sites where an enclave may be recovered, and copies that
    /// lie apart, as far as the file can tell.
    private func rules(_ requirement: Requirement) -> [String] {
        var differences: [String] = []
        let asked = requirement.enclaves.flatMap { enclave in
            enclave.workloads.compactMap { workload in
                workload.with.map {
                    ["\(enclave.id).\(workload.id)", "\(enclave.id).\($0.value)"].sorted()
                }
            }
        }
        let solved = file.problem.colocate.map { $0.demands.sorted() }
        if Set(asked) != Set(solved) {
            differences.append("the workloads that share their sites differ")
        }
        let recovery = RecoveryLimits.limits(requirement.enclaves)
        if recovery != file.problem.limits.filter({ $0.id.hasPrefix(RecoveryLimits.prefix) }) {
            differences.append("where enclaves may be recovered differs")
        }
        let known =
            (recovery + PeopleLimits.limits(requirement.staff)).map(\.id)
            + PeopleLimits.apartSets(requirement.staff).map { PeopleLimits.floor($0).id }
        differences += file.problem.limits.map(\.id).filter { id in
            !known.contains(id) && !requirement.budgets.contains { $0.isLimit(id) }
        }.map { "'\($0)' is the problem's limit and not asked for" }
        return differences
    }

    private func enclaves(_ requirement: Requirement) -> [String] {
        requirement.enclaves.filter { enclave in
            let solved = file.problem.enclaves.first { $0.id == enclave.id }
            return (solved?.minSites ?? 1) != Int64(enclave.minimumSites)
                || solved?.maxSites != enclave.maximumSites.map { Int64($0) }
        }.map { "the numbers of sites of enclave '\($0.id)' differ" }
    }
}

extension QuoteFile {
    /// The requirement that was quoted, its settings applied again; `nil` where it cannot be read.
    func embeddedRequirement() -> Requirement? {
        let collector = FindingCollector()
        let input = InputText(path: "requirement", text: requirementText)
        guard let value = YAMLInput.parse(input, into: collector) else { return nil }
        let settings = RequirementSetting.read(requirementSettings, into: collector)
        let changed = RequirementSetting.apply(settings, to: value, into: collector).last ?? value
        guard let requirement = Requirement(changed, into: collector), !collector.hasErrors
        else { return nil }
        return requirement
    }
}
