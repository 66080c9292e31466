package import Catalog
import Diagnostics
package import LocatedInput
package import Quantities

/// What the contract says of money beside budgets and discounts.
package struct ContractDemand: Sendable {
    /// How several negotiated discounts on one line come together.
    package enum Combination: String, InputVocabulary, Sendable {
        /// Each is of what the ones before left: 10 % and then 20 % are 28 %.
        case sequential
        /// Each is of the list: 10 % and 20 % are 30 %.
        case additive
    }

    /// A fee on what is evaluated and the surge.
    package struct Fee: Sendable {
        /// As quotes print it.
        package let name: String
        /// Share in percent, 0 to 100.
        package let percent: ExactDecimal
    }

    /// A clause that gives this customer what others get.
    package struct Parity: Sendable {
        /// Unique among the clauses.
        package let id: String
        /// Whose prices it is about; `nil` for every seller of the package.
        package let provider: Located<ProviderID>?
        /// Kinds of customers whose better prices count, as in `defence`; empty for all.
        package let customers: [String]
        /// Time from a better offer to the notice.
        package let notice: CalendarPeriod
    }

    /// Allowance for more than is planned, percent; 0 unless stated.
    package let surgePercent: ExactDecimal
    /// In the order written.
    package let fees: [Fee]
    /// The most that may ever be ordered.
    package let ceiling: Located<Money>?
    /// What is bound at signature.
    package let obligated: Located<Money>?
    /// What is paid in any case.
    package let minimum: Located<Money>?
    /// What leaving costs.
    package let exit: Located<Money>?
    /// Sequential unless stated.
    package let combination: Combination
    /// In the order written.
    package let parity: [Parity]
    /// Whether the requirement states any of it.
    package let isStated: Bool

    /// A contract that states nothing.
    static let nothing = ContractDemand()

    private init() {
        surgePercent = .zero
        fees = []
        ceiling = nil
        obligated = nil
        minimum = nil
        exit = nil
        combination = .sequential
        parity = []
        isStated = false
    }
}

extension ContractDemand {
    /// Reads what is stated; nothing where there is no such key.
    init(_ value: LocatedValue?, currency: Currency?, _ collector: FindingCollector) {
        guard let value, var reader = FieldReader(value, "contract", collector) else {
            self = .nothing
            return
        }
        let percents = ExactDecimal.zero...ExactDecimal(100)
        surgePercent = reader.optional("surge", in: percents)?.value ?? .zero
        fees = reader.children("fees").compactMap { Fee($0, percents, collector) }
        let amounts = ["ceiling", "obligated", "minimum", "exit"].map { key in
            reader.optional(key, as: String.self).flatMap { text in
                Self.money(text, currency, collector)
            }
        }
        combination = reader.optional("discounts", as: Combination.self)?.value ?? .sequential
        parity = reader.children("parity").compactMap { Parity($0, collector) }
        reader.finish()
        (ceiling, obligated, minimum, exit) = (amounts[0], amounts[1], amounts[2], amounts[3])
        isStated = true
    }

    private static func money(
        _ text: Located<String>, _ currency: Currency?, _ collector: FindingCollector
    ) -> Located<Money>? {
        guard let currency else { return nil }
        guard let money = try? Money(parsing: text.value, currency: currency),
            !money.isNegative
        else {
            collector.report(
                .requirementBadAmount,
                "'\(text.value)' is no amount in \(currency.code); expected digits, with at most "
                    + "\(currency.minorUnits) after the point", at: text.location)
            return nil
        }
        return Located(money, at: text.location)
    }
}

extension ContractDemand.Fee {
    init?(
        _ value: LocatedValue, _ percents: ClosedRange<ExactDecimal>,
        _ collector: FindingCollector
    ) {
        guard var reader = FieldReader(value, "fee", collector) else { return nil }
        let name = reader.required("name", as: String.self)
        let percent = reader.required("percent", in: percents)
        reader.finish()
        guard let name, let percent else { return nil }
        self.name = name.value
        self.percent = percent.value
    }
}

extension ContractDemand.Parity {
    init?(_ value: LocatedValue, _ collector: FindingCollector) {
        guard var reader = FieldReader(value, "parity clause", collector) else { return nil }
        let id = reader.required("id", as: PartName.self)
        provider = reader.optional("provider", as: ProviderID.self)
        customers = reader.list("customers", as: String.self).map(\.value)
        let notice = reader.required("notice", as: CalendarPeriod.self)
        reader.finish()
        guard let id, let notice else { return nil }
        self.id = id.value.text
        self.notice = notice.value
    }
}
