import LocatedInput

/// Names what a rule row does; the code that judges each kind is in the room `Eligibility`.
package enum RuleKind: String, InputVocabulary, Sendable, Hashable {
    /// A civil label never covers classified information.
    case labelIsNotAccreditation = "label-is-not-accreditation"
    /// Information of the level needs an accreditation of the owner.
    case accreditedByOwner = "accredited-by-owner"
    /// Another state's authorisation says nothing about this owner's information.
    case foreignAuthorisationDoesNotCount = "foreign-authorisation-does-not-count"
    /// The level needs no clearance of persons.
    case noPersonnelClearance = "no-personnel-clearance"
    /// Administrators of a system for the level hold a clearance above it.
    case administratorClearance = "administrator-clearance"
    /// The system is under the owner's jurisdiction alone.
    case soleJurisdiction = "sole-jurisdiction"
    /// A label's category passes to every provider in the chain.
    case labelPropagates = "label-propagates"
    /// Law of the parent's country can compel what the provider holds.
    case parentExposure = "parent-exposure"
    /// Administration from abroad counts as access from abroad.
    case remoteAdministrationIsAccess = "remote-administration-is-access"
    /// Evidence older than the requirement's limit makes the verdict unknown.
    case evidenceAge = "evidence-age"
}

/// One rule as data: which kind, for whom, from which source.
package struct RuleRow: Sendable, Hashable {
    /// Unique among the rules of all owners; explanations name it.
    package let id: RuleID
    /// What the rule does.
    package let kind: RuleKind
    /// Owner whose information the rule is about; `nil` for every owner.
    package let owner: OwnerID?
    /// Levels the rule is about; empty for every level of the owner.
    package let levels: [LevelID]
    /// Level to which administrators must be cleared, where the rule says so.
    package let administratorLevel: LevelID?
    /// What the rule's owner has still to settle, as a question.
    package let question: String?
    /// The rule in one sentence.
    package let text: String
    /// The text that states the rule.
    package let provenance: Provenance

    /// Tells whether the rule speaks about `level`.
    package func applies(to level: Level) -> Bool {
        (owner == nil || owner == level.owner) && (levels.isEmpty || levels.contains(level.id))
    }
}
