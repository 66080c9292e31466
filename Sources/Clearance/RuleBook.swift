package import Catalog
import Diagnostics
package import Quantities

/// The rules of a catalog by kind, and what is looked up again and again.
package struct RuleBook: Sendable {
    /// What everything is looked up in.
    package let catalog: CatalogSnapshot
    private let byKind: [RuleKind: [RuleRow]]
    private let agreementsByParty: [OwnerID: [Agreement]]

    /// Creates the book of a catalog.
    package init(_ catalog: CatalogSnapshot) {
        self.catalog = catalog
        byKind = Dictionary(grouping: catalog.rules, by: \.kind)
        var agreements: [OwnerID: [Agreement]] = [:]
        for agreement in catalog.agreements {
            for party in agreement.parties { agreements[party, default: []].append(agreement) }
        }
        agreementsByParty = agreements
        let held = catalog.agreements.flatMap { [$0.inForce, $0.until] }
        let ruled = catalog.rules.flatMap { [$0.terms.from, $0.terms.until] }
        turningDays = Set((held + ruled).compactMap { $0 }).sorted()
    }

    /// Rules of some kinds that speak about a level on a day: the owner's own before those of all.
    func rules(_ kinds: Set<RuleKind>, for level: Level, on date: CalendarDate) -> [RuleRow] {
        kinds.flatMap { byKind[$0] ?? [] }
            .filter { $0.applies(to: level) && $0.terms.holds(on: date) }
            .sorted { ($0.owner == nil ? 1 : 0, $0.id) < ($1.owner == nil ? 1 : 0, $1.id) }
    }

    /// Rules of some kinds of one owner, whatever their levels.
    func rules(_ kinds: Set<RuleKind>, of owner: OwnerID) -> [RuleRow] {
        kinds.flatMap { byKind[$0] ?? [] }.filter { $0.owner == owner }.sorted { $0.id < $1.id }
    }

    /// Rules of some kinds, whoever owns them.
    func rules(_ kinds: Set<RuleKind>) -> [RuleRow] {
        kinds.flatMap { byKind[$0] ?? [] }.sorted { $0.id < $1.id }
    }

    /// Agreements that two owners are parties of, or the members of an organisation among them.
    func agreements(between one: OwnerID, and other: OwnerID) -> [Agreement] {
        (agreementsByParty[one] ?? []).filter { $0.parties.contains(other) }
    }

    /// Who may tell about an owner's information: the issuer of its clearances, else the owner.
    package func authority(of owner: OwnerID) -> String {
        guard let found = catalog.owner(owner) else { return owner.rawValue }
        let issuer = found.clearances.compactMap(\.issuer).first
        return issuer.map { "\($0) (\(found.name))" }
            ?? "the security authority responsible for \(found.name)"
    }

    /// Days on which what the catalog says of recognition or rules begins or ends, in order.
    package let turningDays: [CalendarDate]
}

extension RuleRow {
    /// The rule as a leaf of an explanation.
    func leaf(_ fields: [String] = []) -> Explanation {
        .fact(id.rawValue, text, provenance, fields: fields)
    }

    /// Whether the rule is sure enough to ground a yes.
    func isSure(_ fields: String...) -> Bool {
        provenance.confidence(ofAll: fields) != .unverified
    }
}
