import Catalog
import Clearance
import Eligibility
import Requirements

/// Judges whether cleared people exist in number.
extension PromiseWriter {
    func cleared() -> Promise {
        let name = "cleared staff"
        let enclaves = writer.world.bound.enclaves
        let people = heads.filter { $0.period.id == "base" }
        let count = people.map(\.heads).reduce(0, +)
        guard !enclaves.contains(where: { $0.level.personnelClearance == .unknown }) else {
            return Promise(
                name: name, verdict: .unknown,
                text: "which clearance people need is not known")
        }
        let levels = Set(people.compactMap(\.level) + staff.seats.compactMap(\.level))
        guard !levels.isEmpty else {
            return Promise(
                name: name, verdict: .eligible,
                text: "\(count) people; the levels asked need no clearance of persons")
        }
        let names = levels.sorted().map { writer.world.catalog.level($0)?.marking ?? $0.rawValue }
        return Promise(
            name: name, verdict: .conditional,
            text: "\(count) people\(split(people, names)) are needed" + ruleText() + cases()
                + "; whether they exist on the date is not judged in this quote")
    }

    /// How many of the people are cleared to which level, where they differ.
    private func split(_ people: [HeadLine], _ names: [String]) -> String {
        guard staff.isAsked else { return " cleared to \(names.joined(separator: ", "))" }
        let cleared = Set(people.compactMap(\.level)).sorted().map { level in
            let heads = people.filter { $0.level == level }.map(\.heads).reduce(0, +)
            let marking = writer.world.catalog.level(level)?.marking ?? level.rawValue
            return "\(heads) cleared to \(marking)"
        }
        return cleared.isEmpty ? "" : ", \(cleared.joined(separator: ", ")),"
    }

    private func cases() -> String {
        let stated = staff.people.compactMap { list in
            list.newCases.map { "\($0) of '\(list.id)'" }
        }
        let limit = staff.sponsorLimit.map { " of the \($0) that the customer sponsors" } ?? ""
        let furnished = staff.seats.map(\.furnished).reduce(0, +)
        let own = furnished > 0 ? "; the customer fills \(furnished) seats himself" : ""
        guard !stated.isEmpty else { return own }
        return "; new clearance cases: \(stated.joined(separator: ", "))\(limit)" + own
    }
}
