import Catalog
import LocatedInput
import Pricing
import Quantities
import Requirements

/// What a negotiated discount touches, and what it does not.
struct DiscountScope: Observer {
    func observe(_ observed: ObservedCase) throws -> [Observation] {
        guard let package = observed.package else { return [] }
        return try observed.bound.discounts.map { try scope($0, package, observed) }
    }

    private func scope(
        _ bound: BoundDiscount, _ package: PricedPackage, _ observed: ObservedCase
    ) throws -> Observation {
        let discount = bound.discount
        let currency = observed.requirement.currency.value
        let sums = try self.sums(bound, package, observed)
        let counted = try sum(sums.filter(\.holds).map(\.amount), currency)
        let others = sums.filter { !$0.holds }
        let left = try sum(others.map(\.amount), currency)
        let rate = Percent.text(basisPoints: discount.basisPoints)
        let words =
            discount.classifications.isEmpty
            ? "every level" : discount.classifications.map(\.value).joined(separator: ", ")
        var text = "discount '\(discount.id)' of \(rate) at \(discount.provider.value) "
        text +=
            sums.contains(where: \.holds)
            ? "applies to \(words): \(counted.grouped) of list spend counted"
            : "holds for \(words) and applies to no chosen line: nothing is taken off"
        if !others.isEmpty {
            text +=
                "; lines of \(others.map(\.label).joined(separator: "; ")) "
                + "(\(left.grouped)) are not counted"
        }
        let cuts = package.discounts.filter {
            $0.row.id.hasPrefix("negotiated/\(discount.id)/")
        }
        let off = cuts.map(\.row.amountE4).reduce(0, +)
        return Observation(
            kind: "discount-scope", weight: .notice, paths: ["discounts.\(discount.id)"],
            text: text,
            workings: sums.map {
                "\($0.label): \($0.amount.grouped) of list spend"
                    + ($0.holds ? ", counted" : ", not counted")
            } + [
                "together: \(try counted.adding(left).grouped), people not included; "
                    + "\(rate) of \(counted.grouped) = \(E4.text(off, currency)) off",
                "basis: \(discount.basis)",
            ])
    }

    /// List spend by level and provider, in the order of the lines.
    private typealias Spend = (label: String, holds: Bool, amount: Money)

    private func sums(
        _ bound: BoundDiscount, _ package: PricedPackage, _ observed: ObservedCase
    ) throws -> [Spend] {
        // A module's line names its enclave as its demand.
        let levels = Dictionary(
            observed.bound.allEnclaves.map { ($0.enclave.id, $0.level) }
                + observed.bound.demands.map { ($0.id, $0.enclave.level) },
            uniquingKeysWith: { first, _ in first })
        let counted = Set(
            package.discounts.filter {
                $0.row.id.hasPrefix("negotiated/\(bound.discount.id)/")
            }.flatMap(\.lineIDs))
        var sums: [Spend] = []
        for line in package.lines {
            guard let level = levels[line.demandID] else { continue }
            let label = "\(level.marking), \(line.provider)"
            let holds = counted.contains(line.id)
            if let index = sums.firstIndex(where: { $0.label == label && $0.holds == holds }) {
                sums[index].amount = try sums[index].amount.adding(line.priced.money)
            } else {
                sums.append((label, holds, line.priced.money))
            }
        }
        return sums
    }

    private func sum(_ amounts: [Money], _ currency: Currency) throws -> Money {
        try amounts.reduce(Money.zero(currency)) { try $0.adding($1) }
    }
}

/// Writes hundredths of a percent.
enum Percent {
    /// As in "12 %" and "3.33 %".
    static func text(basisPoints: Int) -> String {
        let share = try? ExactDecimal(coefficient: Int128(basisPoints), scale: 2)
        return "\(share ?? .zero) %"
    }
}
