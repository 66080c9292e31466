package import Catalog
package import Quantities

/// Usage of one meter in a month, with whoever it counts for.
package struct UsageRecord: Sendable, Hashable {
    /// Who pays the bill of several accounts.
    package let payer: String
    /// One customer account of the provider.
    package let account: String
    /// The provider's region.
    package let region: String
    /// The machine, disk or bucket.
    package let resource: String
    /// Units of the month, 0 or more.
    package let quantity: ExactDecimal

    /// Creates a record.
    package init(
        payer: String = "", account: String = "", region: String = "", resource: String,
        quantity: ExactDecimal
    ) {
        self.payer = payer
        self.account = account
        self.region = region
        self.resource = resource
        self.quantity = quantity
    }

    /// What the record is counted with.
    fileprivate func key(_ aggregation: TierAggregation) -> [String] {
        switch aggregation {
        case .resource: [payer, account, region, resource]
        case .region: [payer, account, region]
        case .account: [payer, account]
        case .payer: [payer]
        }
    }
}

/// Prices usage whose tiers are counted over a resource, a region, an account or a payer.
///
/// The charge of a group is that of its sum. It falls on the records in proportion to their
/// quantities, so that each record of a group has the same average rate, whatever its place in the
/// list; the parts sum to the group's charge exactly.
package enum UsageGroups {
    /// Returns the unrounded charge of each record, in the order given.
    ///
    /// - Throws: `PricingError.negativeQuantity`; `QuantityError.overflow`.
    /// - Complexity: O(n log n).
    package static func charges(
        of records: [UsageRecord], by aggregation: TierAggregation, at schedule: RateSchedule
    ) throws -> [UnroundedMoney] {
        var groups: [[String]: [Int]] = [:]
        for (index, record) in records.enumerated() {
            guard !record.quantity.isNegative else {
                throw PricingError.negativeQuantity(record.quantity)
            }
            groups[record.key(aggregation), default: []].append(index)
        }
        var charges = [UnroundedMoney](repeating: .zero(schedule.currency), count: records.count)
        for members in groups.values {
            let sum = try members.reduce(ExactDecimal.zero) {
                try $0.adding(records[$1].quantity)
            }
            let charge = try schedule.charge(for: sum)
            for index in members {
                let share =
                    sum.isZero
                    ? try ExactRatio(1, over: Int128(members.count))
                    : try ExactRatio(records[index].quantity).divided(by: ExactRatio(sum))
                charges[index] = try charge.multiplied(by: share)
            }
        }
        return charges
    }
}
