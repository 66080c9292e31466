import LocatedInput

/// Names what a rule row says; the code that judges is in the rooms `Clearance` and
/// `Eligibility`.
package enum RuleKind: String, InputVocabulary, Sendable, Hashable, Codable {
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

    // MARK: People, facilities and systems

    /// Access needs need-to-know and a briefing beside the clearance.
    case needToKnow = "need-to-know"
    /// A person reads no higher than the employer is cleared.
    case employerCap = "employer-cap"
    /// A clearance covers the lower levels of its own ladder and nothing else.
    case higherCoversLower = "higher-covers-lower"
    /// Where a level needs no clearance, told of several owners at once.
    case clearanceNotRequired = "clearance-not-required"
    /// The level needs a clearance, though its like elsewhere does not.
    case clearanceRequired = "clearance-required"
    /// Which check opens which level where the two ladders differ.
    case screeningLadder = "screening-ladder"
    /// A body, not the person, applies for the clearance.
    case sponsorRequired = "sponsor-required"
    /// The clearance ends or rests with the post or its sponsor.
    case fallsWithPost = "falls-with-post"
    /// Validity is judged over the whole period, not at signature.
    case validThroughout = "valid-throughout"
    /// An interim clearance does not count.
    case finalNotInterim = "final-not-interim"
    /// Access to a system needs the level above that of its information.
    case systemAccessAbove = "system-access-above"
    /// Access to many items needs more than access to few.
    case volume
    /// Only citizens can hold the clearance.
    case citizensOnly = "citizens-only"
    /// Citizenship is asked for at some levels only.
    case citizensByClass = "citizens-by-class"
    /// Residents or other nationals can hold the clearance.
    case residentsAdmitted = "residents-admitted"
    /// Persons of the nation and its citizens are two populations.
    case personsOrCitizens = "persons-or-citizens"
    /// A release restriction excludes people who are cleared.
    case caveatBeatsClearance = "caveat-beats-clearance"
    /// Nationals of a third country need consent.
    case thirdCountryConsent = "third-country-consent"
    /// Who holds another nationality beside is excluded.
    case soleNationality = "sole-nationality"
    /// A separate access supposes another one.
    case dependentAccess = "dependent-access"
    /// What one party released goes to a third one only with its consent.
    case releaseConsent = "release-consent"
    /// Levels are set side by side by a table in force only.
    case equivalenceByTable = "equivalence-by-table"
    /// What becomes of a level that the other side has not.
    case missingLevel = "missing-level"
    /// Old markings keep their protection.
    case legacyProtection = "legacy-protection"
    /// A mention that protects is no classification.
    case restrictedMention = "restricted-mention"
    /// A clearance counts abroad only by agreement.
    case recognitionByAgreement = "recognition-by-agreement"
    /// Recognition runs one way.
    case directionalRecognition = "directional-recognition"
    /// An agreement releases nothing by itself.
    case agreementNotRelease = "agreement-not-release"
    /// What a list leaves out is unknown, not absent.
    case absenceIsUnknown = "absence-is-unknown"
    /// An agreement holds up to a level and in a field.
    case agreementCap = "agreement-cap"
    /// Exchange over networks has a cap of its own.
    case electronicCap = "electronic-cap"
    /// What makes a facility clearance necessary.
    case facilityClearanceTrigger = "facility-clearance-trigger"
    /// Who has to ask for a facility clearance.
    case facilitySponsor = "facility-sponsor"
    /// What foreign owners rule out.
    case foreignOwnership = "foreign-ownership"
    /// A preliminary facility clearance is a step, not the clearance.
    case interimFacility = "interim-facility"
    /// A programme is open to parties of its agreement.
    case programmeParty = "programme-party"
    /// The scheme holds in named places only.
    case locationBound = "location-bound"
    /// The scheme supposes a network that others have not.
    case networkBound = "network-bound"
    /// The customer's own authority decides; evidence is no approval.
    case customerDecides = "customer-decides"
    /// Moving it abroad, or to a foreigner, is an export.
    case exportLicence = "export-licence"
    /// The scheme does not exist yet.
    case accreditationPending = "accreditation-pending"
    /// Everybody with logical access is of the nation and cleared by it.
    case soleNationalOperator = "sole-national-operator"
    /// Two cleared people have to be present.
    case twoPerson = "two-person"
    /// Cryptography is approved by the owner, level by level.
    case cryptographyApproved = "cryptography-approved"
    /// Data goes down only through an approved guard.
    case crossDomainGuard = "cross-domain-guard"
    /// Equipment may have to be shielded.
    case emissionSecurity = "emission-security"
    /// How many people fill a seat around the clock.
    case coverage
    /// Visits are asked for by governments.
    case visit
    /// A collection may be more sensitive than its parts.
    case aggregation
    /// Lead times are those published, else unknown.
    case leadTimePublished = "lead-time-published"
    /// What uncleared people may begin with.
    case unclearedStart = "uncleared-start"
    /// Several clearances of one person expire apart.
    case earliestExpiry = "earliest-expiry"
    /// A text worth citing; it judges nothing.
    case citation

    /// Whether answers apply or cite rows of it.
    ///
    /// Rows of other kinds are facts to read. What some of them say, answers judge by fields of
    /// levels, providers, rosters and requirements, whether or not a row says it.
    package var isApplied: Bool {
        switch self {
        case .parentExposure, .evidenceAge, .sponsorRequired, .legacyProtection,
            .restrictedMention, .accreditationPending, .twoPerson, .coverage, .leadTimePublished,
            .unclearedStart, .earliestExpiry, .citation:
            false
        default: true
        }
    }
}

/// One rule as data: which kind, for whom, from which source.
package struct RuleRow: Sendable, Hashable, Codable {
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
    /// What else the rule is about.
    package let terms: RuleTerms
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
