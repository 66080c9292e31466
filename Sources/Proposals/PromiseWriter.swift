import Catalog
import Clearance
import Eligibility
import Requirements

/// Judges the four promises of a complete package.
struct PromiseWriter {
    let writer: ProposalWriter
    let heads: [HeadLine]
    let staff: StaffStatement

    func write() -> [Promise] {
        [levels(), edge(), cleared(), products()]
    }

    private func levels() -> Promise {
        let chosen = writer.chosen()
        let verdict = chosen.map(\.judgement.verdict).max() ?? .unknown
        var seen: Set<String> = []
        let names = writer.world.bound.allEnclaves.map(\.level)
            .filter { seen.insert($0.id.rawValue).inserted }.map(\.marking)
        let asked = names.joined(separator: ", ")
        let count = names.count == 1 ? "the one level asked" : "each of the \(names.count) levels"
        return Promise(
            name: "every classification level", verdict: verdict,
            text: "\(count) is served: \(asked)")
    }

    private func edge() -> Promise {
        let name = "tactical edge devices"
        let fleets = writer.requirement.edge
        guard !fleets.isEmpty else {
            return Promise(
                name: name, verdict: nil, text: "no device is asked for in this requirement")
        }
        let count = fleets.map { $0.count + $0.spares }.reduce(0, +)
        return Promise(
            name: name, verdict: .unknown,
            text: "\(count == 1 ? "1 device" : "\(count) devices") of "
                + "\(fleets.count == 1 ? "1 fleet" : "\(fleets.count) fleets"), "
                + "chosen by need and priced, spares included; that their backlog drains is "
                + "not proved in this quote")
    }

    func ruleText() -> String {
        let rule = writer.world.catalog.rules.first { rule in
            rule.kind == .administratorClearance
                && writer.world.bound.enclaves.contains { rule.applies(to: $0.level) }
        }
        return rule.map { " (\($0.id))" } ?? ""
    }

    private func products() -> Promise {
        let world = writer.world
        let hasDiscount = !world.catalog.programmes.isEmpty || !world.bound.discounts.isEmpty
        return Promise(
            name: "existing products at a customised price",
            verdict: hasDiscount ? .eligible : .conditional,
            text: hasDiscount
                ? "every cloud line is an existing product at its list price; discounts are "
                    + "shown step by step"
                : "every cloud line is an existing product at its list price; a customised price "
                    + "is still to be agreed, for no discount programme is in the catalog")
    }
}
