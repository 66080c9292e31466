package import Quantities

/// A promise to spend an amount each hour, for lower rates on what it is spent on.
///
/// Each hour stands alone: the promise goes to the use with the greatest saving first (by the share
/// of its price, then the lower plan rate, then the name), what it does not reach costs the price
/// without a plan, and what is left of the promise is lost.
package struct SavingsPlan: Sendable, Hashable {
    /// Due each hour, used or not; 0 or more, in the currency of the rates.
    package let perHour: UnroundedMoney

    /// Creates a promise.
    ///
    /// - Throws: `PricingError.invalidCommitment` for an amount below zero.
    package init(perHour: UnroundedMoney) throws(PricingError) {
        guard !perHour.amount.isNegative else { throw .invalidCommitment("savings plan") }
        self.perHour = perHour
    }

    /// Something used in an hour, with both of its prices.
    package struct Use: Sendable, Hashable {
        /// Its meter.
        package let sku: String
        /// Units in the hour, 0 or more.
        package let units: ExactDecimal
        /// Price of a unit without a plan.
        package let onDemand: ExactDecimal
        /// Price of a unit under the plan; at most that without one.
        package let plan: ExactDecimal

        /// Creates a use.
        package init(
            sku: String, units: ExactDecimal, onDemand: ExactDecimal, plan: ExactDecimal
        ) {
            self.sku = sku
            self.units = units
            self.onDemand = onDemand
            self.plan = plan
        }
    }

    /// An hour as it came out.
    package struct Hour: Sendable, Hashable {
        /// What of the promise was used.
        package let used: UnroundedMoney
        /// What of it was lost.
        package let lost: UnroundedMoney
        /// What the rest of the use cost without a plan.
        package let onDemand: UnroundedMoney
        /// The promise and the rest.
        package let total: UnroundedMoney
    }

    /// Prices one hour.
    ///
    /// - Throws: `PricingError.negativeQuantity`, `PricingError.invalidCommitment` for a use whose
    ///   plan price is above the other or below zero; `QuantityError.overflow`.
    package func hour(_ uses: [Use]) throws -> Hour {
        let currency = perHour.currency
        var left = perHour.amount
        var rest = ExactRatio.zero
        for use in try SavingsPlan.ordered(uses) {
            let units = ExactRatio(use.units)
            let wanted = try units.multiplied(by: ExactRatio(use.plan))
            if wanted <= left {
                left = try left.subtracting(wanted)
                continue
            }
            let covered = try left.divided(by: ExactRatio(use.plan))
            left = .zero
            let open = try units.subtracting(covered)
            rest = try rest.adding(open.multiplied(by: ExactRatio(use.onDemand)))
        }
        let used = try perHour.amount.subtracting(left)
        return Hour(
            used: UnroundedMoney(amount: used, currency: currency),
            lost: UnroundedMoney(amount: left, currency: currency),
            onDemand: UnroundedMoney(amount: rest, currency: currency),
            total: UnroundedMoney(
                amount: try perHour.amount.adding(rest), currency: currency))
    }

    /// Returns the promise under which hours cost least, the smallest of several.
    ///
    /// The cost of an hour is convex in the promise and bends where one more use is covered, so
    /// that the least cost lies at such a bend or at no promise.
    ///
    /// - Parameter hours: Uses of each kind of hour, and how many hours are of that kind.
    /// - Throws: as `hour(_:)`.
    /// - Complexity: O(n²) in the uses of all kinds of hours.
    package static func cheapest(
        for hours: [(uses: [Use], count: Int)], currency: Currency
    ) throws -> (plan: SavingsPlan, total: UnroundedMoney) {
        var bends: Set<ExactRatio> = [.zero]
        for (uses, _) in hours {
            var sum = ExactRatio.zero
            for use in try ordered(uses) {
                sum = try sum.adding(
                    ExactRatio(use.units).multiplied(by: ExactRatio(use.plan)))
                bends.insert(sum)
            }
        }
        var best: (plan: SavingsPlan, total: UnroundedMoney)?
        for bend in bends.sorted() {
            let plan = try SavingsPlan(perHour: UnroundedMoney(amount: bend, currency: currency))
            var total = UnroundedMoney.zero(currency)
            for (uses, count) in hours {
                total = try total.adding(
                    plan.hour(uses).total.multiplied(by: ExactRatio(count)))
            }
            if let known = best, known.total.amount <= total.amount { continue }
            best = (plan, total)
        }
        guard let best else { preconditionFailure("no promise is a choice") }
        return best
    }

    /// Greatest saving first.
    private static func ordered(_ uses: [Use]) throws -> [Use] {
        let shares = try uses.map { use -> (use: Use, share: ExactRatio) in
            guard !use.units.isNegative else { throw PricingError.negativeQuantity(use.units) }
            guard !use.plan.isNegative, use.plan <= use.onDemand else {
                throw PricingError.invalidCommitment(use.sku)
            }
            if use.onDemand.isZero { return (use, .one) }
            return (use, try ExactRatio(use.plan).divided(by: ExactRatio(use.onDemand)))
        }
        return shares.sorted {
            ($0.share, $0.use.plan, $0.use.sku) < ($1.share, $1.use.plan, $1.use.sku)
        }.map(\.use)
    }
}
