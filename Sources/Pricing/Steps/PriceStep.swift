package import Quantities

/// One agreed step on the way from a list price to the price paid.
package struct PriceStep: Sendable, Hashable {
    /// What kind of agreement a step rests on; steps are taken in the order of the cases.
    package enum Kind: String, CaseIterable, Sendable, Hashable {
        /// The price book of a classification level: at or above the list, never below.
        case levelBook = "level-book"
        /// A framework or memorandum that the buyer belongs to.
        case programme
        /// What is bought, or for how long.
        case volume
        /// This deal alone; somebody approved it, for a reason, until a day.
        case negotiated
    }

    /// What the step does to a price.
    package enum Change: Sendable, Hashable {
        /// Adds a share of the price in percent, 0 to 1000.
        case add(percent: ExactDecimal)
        /// Takes off a share of the price in percent, 0 to 100.
        case takeOff(percent: ExactDecimal)
        /// Takes off by what all lines that the step holds for sum to, in proportion to each.
        case bySpend(ProgrammeDiscount)
    }

    /// Who let a price go where it must not go by itself, why, and until when.
    package struct Approval: Sendable, Hashable {
        /// The role of who approved it; no person's name.
        package let role: String
        /// Why.
        package let reason: String
        /// First day on which it no longer holds.
        package let until: CalendarDate

        /// Creates a record.
        package init(role: String, reason: String, until: CalendarDate) {
            self.role = role
            self.reason = reason
            self.until = until
        }
    }

    /// Unique among the steps of an agreement.
    package let id: String
    /// As tables print it.
    package let name: String
    /// Its place in the order.
    package let kind: Kind
    /// What it does.
    package let change: Change
    /// Levels of lines that it holds for; empty for all.
    package let levels: Set<String>
    /// Meters that it holds for, a closing `*` standing for any rest; empty for all.
    package let skus: [String]
    /// Who approved it; always there for a negotiated step.
    package let approval: Approval?

    /// Creates a step.
    ///
    /// - Throws: `PricingError.invalidStep` for a share out of range, a level book that takes off,
    ///   another kind that adds, or a negotiated step that nobody approved.
    package init(
        id: String, name: String, kind: Kind, change: Change, levels: Set<String> = [],
        skus: [String] = [], approval: Approval? = nil
    ) throws(PricingError) {
        if let fault = PriceStep.fault(kind, change, approval) { throw .invalidStep(id, fault) }
        self.id = id
        self.name = name
        self.kind = kind
        self.change = change
        self.levels = levels
        self.skus = skus
        self.approval = approval
    }

    /// Tells whether the step holds for a line.
    package func holds(sku: String, level: String?) -> Bool {
        let isLevel = levels.isEmpty || level.map { levels.contains($0) } ?? false
        return isLevel && (skus.isEmpty || skus.contains { PriceStep.matches($0, sku) })
    }

    /// Tells whether a meter is meant by a name that may close with `*`.
    package static func matches(_ pattern: String, _ sku: String) -> Bool {
        pattern.last == "*" ? sku.hasPrefix(pattern.dropLast()) : sku == pattern
    }

    private static func fault(
        _ kind: Kind, _ change: Change, _ approval: Approval?
    ) -> StepFault? {
        switch change {
        case .add(let percent):
            if kind != .levelBook { return .onlyLevelBooksAdd }
            if percent.isNegative || ExactDecimal(1000) < percent { return .percentOutOfRange }
        case .takeOff(let percent):
            if kind == .levelBook { return .levelBookTakesOff }
            if percent.isNegative || ExactDecimal(100) < percent { return .percentOutOfRange }
        case .bySpend:
            if kind == .levelBook { return .levelBookTakesOff }
        }
        return kind == .negotiated && approval == nil ? .notApproved : nil
    }
}

/// How the shares of several steps come together.
package enum StepCombination: String, CaseIterable, Sendable, Hashable {
    /// Each share is of what the steps before left: 10 % and then 20 % are 28 %.
    case sequential
    /// Each share is of the price in the level's book: 10 % and 20 % are 30 %.
    case additive
}

/// The least that a price may come to.
package struct PriceFloor: Sendable, Hashable {
    /// What happens to a price below the floor.
    package enum Rule: Sendable, Hashable {
        /// It is refused.
        case stop
        /// It is raised to the floor, in a row of its own.
        case raise
        /// It stands, with the record of who let it.
        case waived(PriceStep.Approval)
    }

    /// Percent of the list price, 0 to 100.
    package let percentOfList: ExactDecimal
    /// What happens below it.
    package let rule: Rule

    /// Creates a floor.
    ///
    /// - Throws: `PricingError.invalidStep` for a share out of range.
    package init(percentOfList: ExactDecimal, rule: Rule) throws(PricingError) {
        guard !percentOfList.isNegative, percentOfList <= ExactDecimal(100) else {
            throw .invalidStep("floor", .percentOutOfRange)
        }
        self.percentOfList = percentOfList
        self.rule = rule
    }
}
