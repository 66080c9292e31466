import LocatedInput
package import Quantities

/// A nation or an organisation: its ladder, clearances, accreditation schemes, taxes and rules.
package struct Owner: Sendable, Hashable {
    /// Tells nations from organisations.
    package enum Kind: String, InputVocabulary, Sendable, Hashable {
        case country
        case organisation
    }

    package let id: OwnerID
    package let kind: Kind
    package let name: String
    /// Currency of a nation; organisations have none.
    package let currency: Currency?
    /// BCP 47 tags.
    package let languages: [String]
    /// Member nations of an organisation.
    package let members: [OwnerID]
    /// Lowest rank first.
    package let levels: [Level]
    package let clearances: [PersonnelClearance]
    package let facilityClearances: [FacilityClearance]
    package let accreditations: [AccreditationScheme]
    package let taxes: [Tax]
}

/// A step of one owner's ladder. Levels of different owners are compared only by agreement.
package struct Level: Sendable, Hashable {
    /// Orders displays across ladders; decides nothing.
    package enum Band: String, InputVocabulary, Sendable, Hashable {
        case unclassified = "U"
        case restricted = "R"
        case confidential = "C"
        case secret = "S"
        case topSecret = "TS"
    }

    /// Tells whether a level requires a clearance of its readers or their employers.
    package enum Need: String, InputVocabulary, Sendable, Hashable {
        case required
        case notRequired = "none"
        case unknown
    }

    package let id: LevelID
    package let owner: OwnerID
    /// As the owner writes it.
    package let marking: String
    /// Other spellings that mean this level in this country.
    package let aliases: [String]
    /// Position in the owner's ladder, lowest first.
    package let rank: Int
    package let band: Band
    /// Whether the level is a security classification.
    package let isClassified: Bool
    package let personnelClearance: Need
    package let facilityClearance: Need
    package let equivalents: [Equivalent]
    package let note: String?
    package let provenance: Provenance

    /// A counterpart in another ladder, with the table it stands in.
    package struct Equivalent: Sendable, Hashable {
        package let level: LevelID
        package let basis: String
        package let provenance: Provenance
    }
}

/// A clearance that a person can hold.
package struct PersonnelClearance: Sendable, Hashable {
    package let id: Identifier<PersonnelClearance>
    package let name: String
    package let level: LevelID
    package let issuer: String?
    package let validity: CalendarPeriod?
    package let provenance: Provenance
}

/// A clearance that a company or an establishment can hold.
package struct FacilityClearance: Sendable, Hashable {
    package let id: Identifier<FacilityClearance>
    package let name: String
    package let levels: [LevelID]
    package let issuer: String?
    package let scope: String?
    package let provenance: Provenance
}

/// A scheme that a system can be certified or accredited under.
package struct AccreditationScheme: Sendable, Hashable {
    /// Tells a civil label, which never covers classified information, from an accreditation.
    package enum Kind: String, InputVocabulary, Sendable, Hashable {
        case civilLabel = "civil-label"
        case securityAccreditation = "security-accreditation"
    }

    package let id: SchemeID
    package let owner: OwnerID
    package let name: String
    package let kind: Kind
    /// Levels whose information a system accredited under the scheme may hold.
    package let covers: [LevelID]
    package let grantedBy: String
    package let validity: CalendarPeriod?
    /// Time that an accreditation takes; `nil` where nobody publishes it.
    package let leadTime: CalendarPeriod?
    package let note: String?
    package let provenance: Provenance
}

/// A tax that a country puts on supplies.
package struct Tax: Sendable, Hashable {
    package let id: Identifier<Tax>
    package let name: String
    /// Percent of the net amount.
    package let percent: ExactDecimal
    package let place: String
    package let provenance: Provenance
}
