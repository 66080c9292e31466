package import Quantities
package import Requirements

/// What settings on top of a requirement changed: the quote without any of them against this one.
package struct RequirementChange: Sendable {
    /// In the order given, as they were given.
    package let settings: [String]
    /// The answer to the requirement without any of them.
    package let before: Side
    /// The answer to the requirement with all of them.
    package let after: Side
    /// The change of the total; `nil` where a side has no package, or the currencies differ.
    package let money: MoneyChange?

    /// The answer on one side of the change.
    package enum Side: Sendable {
        /// A package with its printed total.
        case package(Money)
        /// No package; `status` says it in words, each reason is a sentence without a full stop.
        case nothing(status: String, reasons: [String])
    }

    /// The change of the printed total, taken apart in two ways that both sum to it exactly.
    package struct MoneyChange: Sendable {
        /// Total without the settings.
        package let before: Money
        /// Total with them.
        package let after: Money
        /// By what changed in the quote; what did not change is left out.
        package let causes: [Cause]
        /// By setting, each added to those before it; another order could split the sum otherwise.
        package let effects: [Effect]
        /// After less before, in ten-thousandths of a minor unit.
        package let changeE4: Int64
    }

    /// One row of the quote that changed, was added or fell away.
    package struct Cause: Sendable, Hashable {
        /// Tells the parts of a quote's price apart.
        package enum Kind: String, Sendable, Hashable {
            /// Price list lines of one workload.
            case lines
            /// Modules of platforms in the customer's halls.
            case modules
            /// Heads of one role and level.
            case people
            /// A step of a conditional verdict that costs something.
            case steps
            /// Lines of any other kind.
            case otherLines
            /// A discount; one that grows lowers the total.
            case discount
            /// The rounding row of the whole.
            case rounding
        }

        /// Which part of the price.
        package let kind: Kind
        /// Workload, people or discount; empty for the rounding row.
        package let subject: String
        /// Part of the term; `nil` where it is of the whole.
        package let period: String?
        /// What it adds to the total, in ten-thousandths of a minor unit.
        package let changeE4: Int64
    }

    /// What settings add to the total of those before them.
    package struct Effect: Sendable, Hashable {
        /// One setting; several where there is no package until the last of them.
        package let settings: [String]
        /// What they add, in ten-thousandths of a minor unit.
        package let changeE4: Int64
    }
}

/// The requirement before one of its settings.
package enum EarlierRequirement: Sendable {
    /// It can be answered.
    case bound(BoundRequirement)
    /// It has mistakes of its own; their messages.
    case unreadable([String])
}
