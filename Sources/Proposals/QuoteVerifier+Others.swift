import Assembly
import Pricing
import Quantities

extension QuoteVerifier {
    /// Holds the lines of modules and the steps against the problem and its answer.
    func others() -> [String] { modules() + steps() }

    private func modules() -> [String] {
        var differences: [String] = []
        let bought = file.answer.modules.flatMap { place, counts in
            counts.map { QuoteFile.Module(id: $0.key, place: place, count: $0.value) }
        }.sorted { ($0.place, $0.id) < ($1.place, $1.id) }
        for module in bought {
            let lines = file.lines.filter { $0.module == module }
            let cost = cost(of: module).map { $0 * module.count }
            let stated = lines.map(\.amount.minorUnits).reduce(0, +)
            if cost != stated {
                differences.append(
                    "\(module.id) at \(module.place): the lines say \(stated), the problem "
                        + "\(cost.map { "\($0)" } ?? "nothing")")
            }
        }
        let extra = file.lines.filter { line in line.module.map { !bought.contains($0) } ?? false }
        return differences + extra.map { "\($0.id): the answer buys no such modules" }
    }

    private func cost(of module: QuoteFile.Module) -> Int64? {
        let places = file.problem.enclaves.flatMap { enclave in
            enclave.places.map { ("\(enclave.id)/\($0.site)", $0) }
        }
        let place = places.first { $0.0 == module.place }?.1
        return place?.modules.first { $0.id == module.id }?.cost
    }

    private func steps() -> [String] {
        let chosen = Set(file.answer.options)
        let due = file.problem.charges.filter { charge in
            charge.anyOf.contains { chosen.contains($0) }
        }
        let stated = Dictionary(
            file.steps.map { ("step/\($0.step)", $0.amount.minorUnits) },
            uniquingKeysWith: { first, _ in first })
        let missing = due.filter { stated[$0.id] != $0.cost }
            .map { "\($0.id): the problem says \($0.cost)" }
        let extra = stated.keys.filter { id in !due.contains { $0.id == id } }.sorted()
            .map { "\($0): no chosen option waits for it" }
        return missing + extra
    }
}

extension PricedLine {
    /// Splits over months; modules are split each by itself, and then counted.
    func split(overMonths parts: [Int], each module: QuoteFile.Module?) throws -> [Money] {
        guard let module, module.count > 0 else { return try split(overMonths: parts) }
        return try one.split(overMonths: parts).map { try $0.multiplied(by: module.count) }
    }
}
