package import Quantities

/// The totals that a contract is judged, committed and bounded by, and how they hang together.
///
///     evaluated = base + Σ options
///     ceiling ≥ evaluated + surge + fees
///     minimum ≤ obligated ≤ evaluated
///
/// All of them are without tax; tax, duty and exit stand beside them and are never added to them.
package struct ContractTotals: Sendable, Hashable {
    /// How an option period is priced.
    package enum OptionPrice: Sendable, Hashable {
        /// At a price.
        case priced(Money)
        /// At most at a price; the cap counts.
        case capped(Money)
        /// Later; counts for nothing, and is said.
        case toBeAgreed
    }

    /// An option of the contract.
    package struct Option: Sendable, Hashable {
        /// As in `option-1`.
        package let id: String
        /// How it is priced.
        package let price: OptionPrice
        /// Whether it extends the contract's last period by some months, which no surge falls on.
        package let isExtension: Bool

        /// Creates an option.
        package init(id: String, price: OptionPrice, isExtension: Bool = false) {
            self.id = id
            self.price = price
            self.isExtension = isExtension
        }

        /// What counts of it.
        fileprivate var amount: Money? {
            switch price {
            case .priced(let money), .capped(let money): money
            case .toBeAgreed: nil
            }
        }
    }

    /// A fee on what is evaluated and the surge.
    package struct Fee: Sendable, Hashable {
        /// As in "external ordering".
        package let name: String
        /// Share in percent, 0 to 100.
        package let percent: ExactDecimal

        /// Creates a fee.
        package init(name: String, percent: ExactDecimal) {
            self.name = name
            self.percent = percent
        }
    }

    /// What the parties agree on beside the prices.
    package struct Terms: Sendable, Hashable {
        /// Allowance for more than is planned, percent of base and options but extensions; 0 to
        /// 100.
        package var surgePercent: ExactDecimal = .zero
        /// On what is evaluated and the surge.
        package var fees: [Fee] = []
        /// The most that may ever be ordered; `nil` where it is not stated.
        package var ceiling: Money?
        /// What is bound at signature; `nil` where it is not stated.
        package var obligated: Money?
        /// What the buyer pays in any case; `nil` where it is not stated.
        package var minimum: Money?

        /// Creates terms that state nothing.
        package init() {}
    }

    /// A statement about the totals, with whether it holds.
    package struct Identity: Sendable, Hashable {
        /// In words and numbers.
        package let text: String
        /// Whether it is so.
        package let holds: Bool
    }

    /// The base period.
    package let base: Money
    /// In order.
    package let options: [Option]
    /// Base and options, those to be agreed left out.
    package let evaluated: Money
    /// Allowance for more than is planned.
    package let surge: Money
    /// Each fee with its amount.
    package let fees: [(fee: Fee, amount: Money)]
    /// What the parties agreed on.
    package let terms: Terms
    /// Evaluated, surge and fees.
    package let withFees: Money

    package static func == (one: Self, other: Self) -> Bool {
        one.base == other.base && one.options == other.options && one.terms == other.terms
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(base)
        hasher.combine(options)
        hasher.combine(terms)
    }

    /// Works out the totals; each amount is rounded half up once.
    ///
    /// - Throws: `PricingError.invalidTerms` for a share out of range;
    ///   `QuantityError.currencyMismatch`, `QuantityError.overflow`.
    package init(base: Money, options: [Option], terms: Terms) throws {
        let hundred = ExactDecimal(100)
        for (name, percent) in [("surge", terms.surgePercent)]
            + terms.fees.map({ ($0.name, $0.percent) })
        where percent.isNegative || hundred < percent {
            throw PricingError.invalidTerms(name)
        }
        let counted = options.compactMap { option in option.amount.map { (option, $0) } }
        let evaluated = try counted.reduce(base) { try $0.adding($1.1) }
        let surged = try counted.filter { !$0.0.isExtension }.reduce(base) { try $0.adding($1.1) }
        let surge = try Self.share(terms.surgePercent, of: surged)
        let beforeFees = try evaluated.adding(surge)
        let fees = try terms.fees.map { ($0, try Self.share($0.percent, of: beforeFees)) }
        self.base = base
        self.options = options
        self.evaluated = evaluated
        self.surge = surge
        self.fees = fees
        self.terms = terms
        withFees = try fees.reduce(beforeFees) { try $0.adding($1.1) }
    }

    private static func share(_ percent: ExactDecimal, of money: Money) throws -> Money {
        let share = try ExactRatio(percent).divided(by: ExactRatio(100))
        return try UnroundedMoney(money).multiplied(by: share).rounded(.halfUp)
    }

    /// The statements that have to hold, those about terms only where both sides are stated.
    ///
    /// - Throws: `QuantityError.currencyMismatch`, `QuantityError.overflow`.
    package var identities: [Identity] {
        get throws {
            let parts = options.compactMap(\.amount)
            let sum = try parts.reduce(base) { try $0.adding($1) }
            let addition = ([base] + parts).map(\.grouped).joined(separator: " + ")
            var found = [
                Identity(
                    text: "evaluated \(evaluated.grouped) = base + options: \(addition)",
                    holds: sum == evaluated)
            ]
            if let ceiling = terms.ceiling {
                found.append(
                    Identity(
                        text: "ceiling \(ceiling.grouped) covers evaluated, surge and fees "
                            + withFees.grouped, holds: try withFees.isAtMost(ceiling)))
            }
            if let obligated = terms.obligated {
                found.append(
                    Identity(
                        text: "obligated \(obligated.grouped) is at most evaluated "
                            + evaluated.grouped, holds: try obligated.isAtMost(evaluated)))
                if let minimum = terms.minimum {
                    found.append(
                        Identity(
                            text: "minimum \(minimum.grouped) is at most obligated "
                                + obligated.grouped, holds: try minimum.isAtMost(obligated)))
                }
            } else if let minimum = terms.minimum {
                found.append(
                    Identity(
                        text: "minimum \(minimum.grouped) is at most evaluated "
                            + evaluated.grouped, holds: try minimum.isAtMost(evaluated)))
            }
            return found
        }
    }
}
