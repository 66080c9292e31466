import Assembly
import Catalog
import LocatedInput
import Pricing
import Quantities
import Requirements

/// Turns quantities that an account has free into discounts on the spend of their meter.
///
/// The first units of a meter are free once per account: the first minor units of its spend in a
/// period, up to their price, are discounted in full, whichever lines they fall on. Where sites
/// price the meter differently, the free units are worth what the cheapest of them charges.
/// Negotiated discounts take their share off the whole spend, free units included: so much less are
/// these worth, by the greatest share that falls on any line of the meter.
/// The limit of a single contract year does not see the reduction: it errs to the safe side.
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
        var enclaves: [String: Set<String>] = [:]
        var cuts: [String: Int] = [:]
        for candidate in input.candidates {
            // Shares that follow each other may end between two basis points: the free units are
            // then worth the lower one.
            let share = try NegotiatedSteps.share(input.bound, candidate)
            let cut = Int(try share.multiplied(by: ExactRatio(10_000)).ceiling())
            for line in candidate.lines {
                for name in Self.measures(of: line, candidate) {
                    enclaves[name, default: []].insert(candidate.demand.enclave.enclave.id)
                    cuts[name] = max(cuts[name] ?? 0, cut)
                }
            }
        }
        for candidate in input.candidates {
            for line in candidate.lines {
                let name = Self.name(line, candidate)
                guard let allowance = try line.meter.sharedAllowance else { continue }
                guard
                    let found = try step(
                        name, line, allowance, enclaves[name] ?? [], cut: cuts[name] ?? 0)
                else { continue }
                if let known = steps[name], Self.worth(known) <= Self.worth(found) { continue }
                steps[name] = found
            }
        }
        return steps.sorted { $0.key < $1.key }.map(\.value)
    }

    private static func worth(_ step: CompiledStep) -> Int64 {
        step.discount.tiers.last?.from ?? 0
    }

    /// Gives no step where the free units are worth less than half a minor unit.
    private func step(
        _ name: String, _ line: CandidateLine, _ allowance: SharedAllowance,
        _ enclaves: Set<String>, cut: Int
    ) throws -> CompiledStep? {
        let worth = try PricedLine(
            id: name, charge: .metered(allowance.beyond, monthlyQuantity: allowance.units),
            months: line.period.months, rates: input.rates,
            currency: input.bound.requirement.currency.value, rounding: .halfUp)
        guard worth.money.minorUnits > 0, cut < 10_000 else { return nil }
        let tiers = [
            AssemblyProblem.Discount.Tier(from: 0, basisPoints: Int64(10_000 - cut)),
            AssemblyProblem.Discount.Tier(from: worth.money.minorUnits, basisPoints: 0),
        ]
        let unit = line.meter.unit.rawValue
        return CompiledStep(
            id: name, year: nil,
            title: "\(allowance.units) \(unit) of \(line.meter.sku) free per account, "
                + line.period.id
                + (cut > 0 ? ", less what other discounts take off them" : ""),
            discount: AssemblyProblem.Discount(
                id: name, measure: name, mode: .graduated, tiers: tiers,
                reduces: ["period/\(line.period.id)"]),
            enclaves: enclaves,
            counts: { other, candidate in Self.measures(of: other, candidate).contains(name) },
            earlier: { _ in [] })
    }
}
