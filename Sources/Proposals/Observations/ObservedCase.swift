import Catalog
import Requirements

/// What an observer looks at: the requirement with everything worked out from it so far.
struct ObservedCase {
    let world: PreparedWorld
    /// The package with its prices; `nil` where faults are looked for, and where there is none.
    let package: PricedPackage?

    var bound: BoundRequirement { world.bound }
    var requirement: Requirement { world.bound.requirement }
    var catalog: CatalogSnapshot { world.catalog }
}

/// One kind of observation. A kind is a file in this folder and an entry in `Observers.all`.
protocol Observer: Sendable {
    /// Gives what is to be said, in the order of the requirement.
    ///
    /// - Throws: `QuantityError` where an amount leaves the range of numbers.
    func observe(_ observed: ObservedCase) throws -> [Observation]
}

/// Every kind of observation that is looked for.
enum Observers {
    static let all: [any Observer] = [
        MissingHome(), KeysCannotFollow(), KeptApart(),
        LadderGap(),
        NobodyAdmitted(), TwoPersonCover(), SponsorCases(), PeopleAvailable(),
        CertificatesAmongst(), ClearanceTransfer(),
        BudgetsDisagree(), GrossAndNet(), TwoCurrencies(), OptionsNotPricedForward(),
        DiscountScope(), LateSteps(), PricesEnd(),
    ]

    /// Gives every observation, faults first, else in the order of the kinds.
    static func observe(_ observed: ObservedCase) throws -> [Observation] {
        let found = try all.flatMap { try $0.observe(observed) }
        return found.filter { $0.weight == .fault } + found.filter { $0.weight == .notice }
    }
}
