import Assembly
import Catalog
import LocatedInput
import Pricing
import Quantities
import Requirements

/// Holds the discounts of a quote file against those of its problem.
extension QuoteVerifier {
    /// Each discount of the file is one of the problem's, of a kind that is known, worked out on
    /// the lines that it names and on no others; none of the problem's is left out.
    func solvedDiscounts() -> [String] {
        let known = Dictionary(
            file.problem.discounts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var differences = file.discounts.flatMap { step -> [String] in
            guard let solved = known[step.id] else { return ["\(step.id) is not the problem's"] }
            return rates(step, solved) + spend(step, solved) + scope(step)
        }
        let shown = Set(file.discounts.map(\.id))
        let chosen = chosenOptions
        differences += file.problem.discounts.filter { solved in
            !shown.contains(solved.id)
                && chosen.contains { $0.option.measures[solved.measure] ?? 0 != 0 }
        }.map { "\($0.id) is the problem's and not shown" }
        return differences
    }

    private typealias Chosen = (option: AssemblyProblem.Option, enclave: String)

    private var chosenOptions: [Chosen] {
        let chosen = Set(file.answer.options)
        return file.problem.demands.flatMap { demand in
            demand.options.filter { chosen.contains($0.id) }.map { ($0, demand.enclave) }
        }
    }

    private func rates(
        _ step: QuoteFile.Discount, _ solved: AssemblyProblem.Discount
    ) -> [String] {
        let tiers = step.discount.steps.map {
            AssemblyProblem.Discount.Tier(
                from: $0.fromMinorUnits, basisPoints: Int64($0.basisPoints))
        }
        let isVolume = step.discount.mode == .volume
        let isSame =
            tiers == solved.tiers && isVolume == (solved.mode == .volume)
            && Set(step.reduces) == Set(solved.reduces)
        return isSame ? [] : ["\(step.id): the problem has other rates, or lowers other sums"]
    }

    /// What each chosen option counts is what its lines that the discount names come to.
    private func spend(
        _ step: QuoteFile.Discount, _ solved: AssemblyProblem.Discount
    ) -> [String] {
        chosenOptions.flatMap { chosen in
            let lines = file.lines.filter {
                $0.option == chosen.option.id && step.lines.contains($0.id)
            }
            let stated = chosen.option.measures[solved.measure] ?? 0
            return compare("\(step.id), spend of \(chosen.option.id)", stated) {
                guard let year = step.year else { return try sum(lines.map(\.amount)).minorUnits }
                return try lines.reduce(Int64(0)) { sum, line in
                    let parts = line.years.filter { $0.year == year }
                    return try parts.reduce(sum) { sum, part in
                        try sum + left(of: part.amount, for: step, on: line).minorUnits
                    }
                }
            }
        }
    }

    /// What discounts taken before this one leave of an amount of a line.
    func left(
        of amount: Money, for step: QuoteFile.Discount, on line: QuoteFile.Line
    ) throws -> Money {
        guard let requirement = embedded else { return amount }
        let parts = step.id.split(separator: "/").map(String.init)
        let held = negotiated(on: line, requirement)
        let earlier: ArraySlice<NegotiatedDiscount>
        switch parts.first {
        case "negotiated" where parts.count > 1: earlier = held.prefix { $0.id != parts[1] }
        case "spend": earlier = held[...]
        default: earlier = []
        }
        return Money(
            minorUnits: try DiscountOrder(requirement.contract)
                .left(of: amount.minorUnits, after: earlier.map(\.basisPoints)),
            currency: amount.currency)
    }

    /// A discount counts lines of its own period and provider, and of the kind that it is for.
    private func scope(_ step: QuoteFile.Discount) -> [String] {
        let parts = step.id.split(separator: "/").map(String.init)
        let lines = file.lines.filter { step.lines.contains($0.id) }
        let other = ["\(step.id): it counts lines that are not its own"]
        switch parts.first {
        case "negotiated" where parts.count == 5:
            let asked = embedded?.discounts.first { $0.id == parts[1] }
            let group = Set(parts[2].split(separator: "+").map(String.init))
            let isOwn = lines.allSatisfy { line in
                let option = line.option.flatMap { id in
                    chosenOptions.first { $0.option.id == id }
                }
                return line.period == parts[3] && group.contains(option?.enclave ?? "")
                    && provider(at: option?.option.site) == asked?.provider.value.rawValue
            }
            return isOwn && step.year.map(String.init) == parts[4] ? [] : other
        case "free" where parts.count > 3:
            // A meter's name may hold the mark that parts the others.
            let sku = parts[2..<(parts.count - 1)].joined(separator: "/")
            let isOwn = lines.allSatisfy { line in
                let site = line.option.flatMap { id in
                    chosenOptions.first { $0.option.id == id }?.option.site
                }
                return line.period == parts.last && line.sku == sku
                    && provider(at: site) == parts[1] && isFree(step, line)
            }
            return isOwn ? [] : other
        case "spend" where parts.count > 3:
            let isOwn = lines.allSatisfy { $0.period == parts[parts.count - 2] }
            return isOwn && step.year.map(String.init) == parts.last ? [] : other
        default: return ["\(step.id): discounts of this kind are not known"]
        }
    }

    private func provider(at site: String?) -> String? {
        file.problem.sites.first { $0.id == site }?.provider
    }

    /// The free units are those of a price fact, and worth at most what the line charges for them.
    private func isFree(_ step: QuoteFile.Discount, _ line: QuoteFile.Line) -> Bool {
        guard let units = line.freeUnits, step.discount.steps.count == 2,
            step.discount.steps[1].basisPoints == 0,
            let worth = try? PricedLine(
                id: step.id, charge: .metered(line.schedule, monthlyQuantity: units),
                months: line.months, rates: file.rates, currency: file.currency,
                rounding: .halfUp)
        else { return false }
        return step.discount.steps[1].fromMinorUnits <= worth.money.minorUnits
    }
}
