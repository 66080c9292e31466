import Diagnostics
import LocatedInput
package import Quantities

/// What one accreditation of one system costs. No authority publishes it: the figures of a catalog
/// are estimates, or come with an overlay from who has paid it.
package struct SchemeCost: Sendable, Hashable, Codable {
    /// Lower end of an estimate, in `currency`; `nil` for none.
    package let low: ExactDecimal?
    /// What one accreditation costs, in `currency`, tax excluded.
    package let amount: ExactDecimal
    /// Upper end of an estimate, in `currency`; `nil` for none.
    package let high: ExactDecimal?
    /// Of all three amounts.
    package let currency: Currency
    /// What the amounts rest on.
    package let basis: PriceBasis
    /// Formula and inputs; present wherever the cost is not published.
    package let derivation: String?
}

extension SchemeCost {
    init?(_ value: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "accreditation's cost", collector) else { return nil }
        let amount = reader.required("amount", as: ExactDecimal.self)
        let currency = reader.required("currency", as: Currency.self)
        let basis = reader.required("basis", as: PriceBasis.self)
        low = reader.optional("low", as: ExactDecimal.self)?.value
        high = reader.optional("high", as: ExactDecimal.self)?.value
        derivation = reader.optional("derivation", as: String.self)?.value
        reader.finish()
        guard let amount, let currency, let basis else { return nil }
        self.amount = amount.value
        self.currency = currency.value
        self.basis = basis.value
        collector.checkEstimate(amount, low: low, high: high)
        let isRanged = low != nil && high != nil
        if basis.value != .published, derivation == nil || basis.value == .indicative && !isRanged {
            collector.report(
                .catalogUnderivedEstimate,
                basis.value == .indicative
                    ? "an indicative cost needs low, high and its derivation"
                    : "a derived cost needs its derivation",
                at: basis.location,
                help: "name formula and inputs in 'derivation', or leave the cost out")
        }
    }
}
