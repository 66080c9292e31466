package import Catalog
package import Diagnostics
package import LocatedInput
package import Quantities

/// What the customer's own authority says of an accreditation that nobody publishes: how long it
/// takes and what it costs.
///
/// The customer knows its authority; these figures stand in the requirement, not in the catalog.
package struct AuthorityTerms: Sendable {
    /// The scheme that they are about.
    package let scheme: Located<SchemeID>
    /// Time until a system is accredited.
    package let leadTime: CalendarPeriod?
    /// What one accreditation costs, net, in the requirement's currency.
    package let cost: Money?
    /// Where the terms stand in the requirement.
    package let location: SourceLocation

    init?(_ value: LocatedValue, currency: Currency?, _ collector: FindingCollector) {
        guard var reader = FieldReader(value, "accreditation", collector) else { return nil }
        let scheme = reader.required("scheme", as: SchemeID.self)
        leadTime = reader.optional("leadTime", as: CalendarPeriod.self)?.value
        let cost = reader.optional("cost", as: String.self)
        reader.finish()
        self.cost = Self.money(cost, currency, collector)
        location = value.location
        guard let scheme else { return nil }
        self.scheme = scheme
    }

    private static func money(
        _ text: Located<String>?, _ currency: Currency?, _ collector: FindingCollector
    ) -> Money? {
        guard let text, let currency else { return nil }
        if let money = try? Money(parsing: text.value, currency: currency), money.minorUnits >= 0 {
            return money
        }
        collector.report(
            .requirementBadAmount,
            "'\(text.value)' is no amount in \(currency.code); expected digits, with at most "
                + "\(currency.minorUnits) after the point", at: text.location,
            help: "write what one accreditation costs, without tax")
        return nil
    }
}
