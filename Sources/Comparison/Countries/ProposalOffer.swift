import Catalog
import Clearance
import Eligibility
import LocatedInput
import Pricing
import Proposals
import Quantities
import Requirements

/// A proposal of this program as an offer, its levels named by enclave so that nations compare.
struct ProposalOffer {
    let bound: BoundRequirement
    let package: PricedPackage

    func offer(_ owner: Owner) -> ComparedOffer {
        let requirement = bound.requirement
        let scope = QuotedScope(requirement, byEnclave: true)
        let lines = self.lines
        return ComparedOffer(
            id: owner.id.rawValue, title: owner.name,
            bidder: Set(package.placements.map(\.provider.name)).sorted().joined(separator: ", "),
            country: owner.id.rawValue, releasableTo: [], origin: .quote, requirement: "",
            currency: requirement.currency.value, basis: .expected, includedTaxPercent: nil,
            periods: requirement.term.evaluatedPeriods.map {
                ComparedOffer.Period(id: $0.id, months: $0.months)
            }, lines: lines, alternatives: [],
            statedTotal: UnroundedMoney(package.waterfall.total).amount, rates: nil,
            conditions: package.assumptions.map(\.text), ratings: [], gates: [], readiness: [],
            parts: [], scope: scope.items(lines), location: requirement.customer.country.location)
    }

    private func line(
        _ id: String, item: String, level: String, cause: ComparedOffer.Cause, product: String,
        quantity: ExactDecimal?, period: String, amount: ExactRatio
    ) -> ComparedOffer.Line {
        ComparedOffer.Line(
            id: id, item: item, level: level, cause: cause, product: product, quantity: quantity,
            isLocal: cause == .staff, attributes: [:],
            amounts: [ComparedOffer.Amount(period: period, value: amount)], listRate: nil,
            location: nil)
    }

    private var lines: [ComparedOffer.Line] {
        var lines = package.lines.map { cloud($0) }
        lines += package.headLines.map { head in
            line(
                head.id, item: "staff", level: "staff", cause: .staff, product: head.role.name,
                quantity: nil, period: head.period.id,
                amount: UnroundedMoney(head.priced.money).amount)
        }
        lines += package.stepLines.map { step in
            line(
                step.id, item: "steps", level: "", cause: .once, product: step.step.text,
                quantity: nil, period: step.period.id,
                amount: UnroundedMoney(step.priced.money).amount)
        }
        lines += package.periods.compactMap { period in
            exact(-period.discountE4).map { cut in
                line(
                    "discounts", item: "discounts", level: "", cause: .discount,
                    product: "discounts", quantity: nil, period: period.period.id, amount: cut)
            }
        }
        if let rest = exact(package.waterfall.roundingE4) {
            lines.append(
                line(
                    "rounding", item: "discounts", level: "", cause: .discount,
                    product: "rounding", quantity: nil, period: "base", amount: rest))
        }
        return lines
    }

    private func exact(_ amountE4: Int64) -> ExactRatio? {
        guard amountE4 != 0 else { return nil }
        let units = bound.requirement.currency.value.minorUnitsPerUnit
        return try? ExactRatio(Int128(amountE4), over: Int128(units) * 10_000)
    }

    private func cloud(_ priced: QuoteLine) -> ComparedOffer.Line {
        let isModule = priced.optionID == nil
        let enclave =
            isModule
            ? priced.demandID : bound.demands.first { $0.id == priced.demandID }?.enclave.enclave.id
        let owner = enclave ?? priced.demandID
        return line(
            priced.id, item: isModule ? "\(owner).platform" : priced.demandID, level: owner,
            cause: owner.hasPrefix("edge.") ? .edge : .cloud, product: priced.product,
            quantity: priced.monthlyQuantity, period: priced.period.id,
            amount: UnroundedMoney(priced.priced.money).amount)
    }
}
