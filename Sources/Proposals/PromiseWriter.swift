import Catalog
import Eligibility
import Requirements

/// Judges the four promises of a complete package.
struct PromiseWriter {
    let writer: ProposalWriter
    let heads: [HeadLine]

    func write() -> [Promise] {
        [levels(), edge(), staff(), products()]
    }

    private func levels() -> Promise {
        let chosen = writer.chosen()
        let verdict = chosen.map(\.judgement.verdict).max() ?? .unknown
        let names = writer.world.bound.enclaves.map(\.level.marking)
        let asked = names.joined(separator: ", ")
        let count = names.count == 1 ? "the one level asked" : "each of the \(names.count) levels"
        return Promise(
            name: "every classification level", verdict: verdict,
            text: "\(count) is served: \(asked)")
    }

    private func edge() -> Promise {
        Promise(
            name: "tactical edge devices", verdict: nil,
            text: "no device is asked for in this requirement")
    }

    private func staff() -> Promise {
        let name = "cleared staff"
        let enclaves = writer.world.bound.enclaves
        let people = heads.filter { $0.period.id == "base" }.map(\.heads).reduce(0, +)
        let hasUnknown = enclaves.contains { $0.level.personnelClearance == .unknown }
        guard !hasUnknown else {
            return Promise(
                name: name, verdict: .unknown,
                text: "which clearance people need is not known")
        }
        let levels = Set(writer.world.staff.seats.compactMap(\.level))
        guard !levels.isEmpty else {
            return Promise(
                name: name, verdict: .eligible,
                text: "\(people) people; the levels asked need no clearance of persons")
        }
        let names = levels.sorted().map { writer.world.catalog.level($0)?.marking ?? $0.rawValue }
        return Promise(
            name: name, verdict: .conditional,
            text: "\(people) people cleared to \(names.joined(separator: ", ")) are needed"
                + ruleText() + "; whether they exist on the date is not judged in this quote")
    }

    private func ruleText() -> String {
        let rule = writer.world.catalog.rules.first { rule in
            rule.kind == .administratorClearance
                && writer.world.bound.enclaves.contains { rule.applies(to: $0.level) }
        }
        return rule.map { " (\($0.id))" } ?? ""
    }

    private func products() -> Promise {
        let hasDiscount = !writer.world.catalog.programmes.isEmpty
        return Promise(
            name: "existing products at a customised price",
            verdict: hasDiscount ? .eligible : .conditional,
            text: hasDiscount
                ? "every cloud line is an existing product at its list price; programme discounts "
                    + "are shown step by step"
                : "every cloud line is an existing product at its list price; a customised price "
                    + "is still to be agreed, for no discount programme is in the catalog")
    }
}
