import Assembly
import Catalog
import LocatedInput
import Pricing
import Quantities
import Requirements

/// Turns quantities that an account has free into discounts on the spend of their meter.
///
/// The first units of a meter are free once per account: the first minor units of its spend in a
/// period, up to their price, are discounted in full, whichever lines they fall on.
struct SharedAllowances {
    private let input: CompilerInput

    init(_ input: CompilerInput) {
        self.input = input
    }

    /// Measures that a line adds its amount to.
    static func measures(of line: CandidateLine, _ candidate: Candidate) -> [String] {
        guard (try? line.meter.sharedAllowance) != nil else { return [] }
        return [name(line, candidate)]
    }

    private static func name(_ line: CandidateLine, _ candidate: Candidate) -> String {
        "free/\(candidate.site.provider)/\(line.meter.sku)/\(line.period.id)"
    }

    func discounts() throws -> [CompiledStep] {
        var steps: [String: CompiledStep] = [:]
        for candidate in input.candidates {
            for line in candidate.lines {
                let name = Self.name(line, candidate)
                guard steps[name] == nil, let allowance = try line.meter.sharedAllowance else {
                    continue
                }
                steps[name] = try step(name, line, allowance)
            }
        }
        return steps.sorted { $0.key < $1.key }.map(\.value)
    }

    private func step(
        _ name: String, _ line: CandidateLine, _ allowance: SharedAllowance
    ) throws -> CompiledStep {
        let worth = try PricedLine(
            id: name, charge: .metered(allowance.beyond, monthlyQuantity: allowance.units),
            months: line.period.months, rates: input.rates,
            currency: input.bound.requirement.currency.value, rounding: .halfUp)
        let tiers = [
            AssemblyProblem.Discount.Tier(from: 0, basisPoints: 10_000),
            AssemblyProblem.Discount.Tier(from: worth.money.minorUnits, basisPoints: 0),
        ]
        let unit = line.meter.unit.rawValue
        return CompiledStep(
            id: name,
            title: "\(allowance.units) \(unit) of \(line.meter.sku) free per account, "
                + line.period.id,
            discount: AssemblyProblem.Discount(
                id: name, measure: name, mode: .graduated, tiers: tiers,
                reduces: ["period/\(line.period.id)"]),
            counts: { other, candidate in Self.measures(of: other, candidate).contains(name) })
    }
}
