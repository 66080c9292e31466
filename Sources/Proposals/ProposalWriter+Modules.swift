import Assembly
import Catalog
import Clearance
import Eligibility
import LocatedInput
import Pricing
import Quantities
import Requirements

/// Prices what a package takes beside its options: modules of platforms, steps with a cost.
extension ProposalWriter {
    /// A line for each module bought at each place and each period, numbered from `first`.
    func moduleLines(from first: Int) throws -> [LineSource] {
        var lines: [LineSource] = []
        for (place, bought) in answer.modules.sorted(by: { $0.key < $1.key }) {
            for (id, count) in bought.sorted(by: { $0.key < $1.key }) where count > 0 {
                guard let priced = module(id, at: place) else { continue }
                for piece in priced.lines {
                    let line = try moduleLine(
                        "L\(first + lines.count)", priced.module, piece, count, place)
                    lines.append(LineSource(line))
                }
            }
        }
        return lines
    }

    /// The module that an enclave at a site buys under `id`; places are `enclave/site`.
    private func module(_ id: String, at place: String) -> PricedModule? {
        let site = place.split(separator: "/").last.map(String.init) ?? place
        return world.offers.modules.first {
            $0.module.id.rawValue == id && $0.module.site.rawValue == site
        }
    }

    private func moduleLine(
        _ id: String, _ module: PlatformModule, _ piece: PricedModule.ModuleLine, _ count: Int64,
        _ place: String
    ) throws -> QuoteLine {
        let priced = try PricedLine(
            id: "\(place)/\(piece.priced.id)", charge: piece.priced.charge,
            months: piece.priced.months, rates: world.rates,
            currency: requirement.currency.value, rounding: .halfUp, count: count)
        let parts = ContractYears.months(of: piece.period, in: requirement.term)
        let years = zip(parts, piece.byYear).map { part, one in
            QuoteLine.Year(
                year: part.year, months: part.months,
                amount: Money(
                    minorUnits: one.amount.minorUnits * count,
                    currency: requirement.currency.value))
        }
        let enclave = place.split(separator: "/").first.map(String.init) ?? place
        return QuoteLine(
            id: id, demandID: enclave, origin: .module(module.id.rawValue, place: place),
            provider: module.provider, site: module.site, product: module.name,
            quantity: "\(count) × \(module.name)", period: piece.period, meter: piece.meter,
            monthlyQuantity: piece.monthlyQuantity, priced: priced, byYear: years)
    }

    /// Steps that the chosen package waits for and whose cost is stated, each once.
    func stepLines(_ chosen: [Candidate]) throws -> [StepLine] {
        guard let base = requirement.term.periods.first else { return [] }
        var seen: Set<String> = []
        let steps = chosen.flatMap(\.judgement.steps).filter { seen.insert($0.id).inserted }
            .sorted { $0.id < $1.id }
        return try steps.compactMap { step -> (Step, Money)? in step.cost.map { (step, $0) } }
            .enumerated().map { index, paid in
                let priced = try PricedLine(
                    id: "step/\(paid.0.id)",
                    charge: .once(
                        UnroundedMoney(amount: paid.1.decimal, currency: paid.1.currency)),
                    months: base.months, rates: world.rates,
                    currency: requirement.currency.value, rounding: .halfUp)
                return StepLine(id: "S\(index + 1)", step: paid.0, period: base, priced: priced)
            }
    }
}

extension ProposalWriter.LineSource {
    /// Tells whether the line counts towards the spend of a discount; modules count towards none.
    func counts(towards step: CompiledStep) -> Bool {
        guard let origin, let candidate else { return false }
        return step.counts(origin, candidate)
    }
}
