import LocatedInput
package import Quantities

/// A nation or an organisation: its ladder, clearances, accreditation schemes, taxes and rules.
package struct Owner: Sendable, Hashable, Codable {
    /// Tells nations from organisations.
    package enum Kind: String, InputVocabulary, Sendable, Hashable, Codable {
        /// A nation; it can be a customer.
        case country
        /// A body of nations, such as NATO or the EU, with a ladder of its own.
        case organisation
    }

    /// ISO 3166-1 alpha-2 for a nation, as in `ES`; the usual short name for an organisation.
    package let id: OwnerID
    /// Nation or organisation.
    package let kind: Kind
    /// English name, as quotes print it.
    package let name: String
    /// Currency of a nation; organisations have none.
    package let currency: Currency?
    /// BCP 47 tags.
    package let languages: [String]
    /// Member nations of an organisation.
    package let members: [OwnerID]
    /// Lowest rank first.
    package internal(set) var levels: [Level]
    /// Levels that other ladders have and this one has not, in the order of the file.
    package let absentLevels: [AbsentLevel]
    /// Markings that new information no longer gets, in the order of the file.
    package let legacyMarkings: [LegacyMarking]
    /// Release restrictions, in the order of the file.
    package let caveats: [Caveat]
    /// Of persons, in the order of the file.
    package let clearances: [PersonnelClearance]
    /// Of companies and establishments, in the order of the file.
    package let facilityClearances: [FacilityClearance]
    /// Schemes for systems, civil labels among them, in the order of the file.
    package internal(set) var accreditations: [AccreditationScheme]
    /// In the order of the file; empty for an organisation.
    package let taxes: [Tax]
}

/// A step of one owner's ladder. Levels of different owners are compared only by agreement.
package struct Level: Sendable, Hashable, Codable {
    /// Orders displays across ladders; decides nothing.
    package enum Band: String, InputVocabulary, Sendable, Hashable, Codable {
        /// Not classified.
        case unclassified = "U"
        /// As `DIFUSIÓN LIMITADA` or `NATO RESTRICTED`.
        case restricted = "R"
        /// As `CONFIDENCIAL` or `NATO CONFIDENTIAL`.
        case confidential = "C"
        /// As `RESERVADO` or `NATO SECRET`.
        case secret = "S"
        /// As `SECRETO` or `COSMIC TOP SECRET`.
        case topSecret = "TS"
    }

    /// Tells whether a level requires a clearance of its readers or their employers.
    package enum Need: String, InputVocabulary, Sendable, Hashable, Codable {
        /// Without it nobody reads.
        case required
        /// The owner's rules say that it is not needed.
        case notRequired = "none"
        /// The source does not say; judged as unknown, never as not needed.
        case unknown
    }

    /// Unique among the levels of all ladders, as in `es-difusion-limitada`.
    package let id: LevelID
    /// Whose ladder it is a step of.
    package let owner: OwnerID
    /// As the owner writes it.
    package let marking: String
    /// Other spellings that mean this level in this country.
    package let aliases: [String]
    /// Ladder beside the owner's main one, as in `protected`; `nil` for the main ladder. Levels of
    /// two ladders are never compared: who may read the one may not therefore read the other.
    package let ladder: String?
    /// Position in its ladder, lowest first.
    package let rank: Int
    /// Where displays put it; see `Band`.
    package let band: Band
    /// Whether the level is a security classification.
    package let isClassified: Bool
    /// Whether readers need a clearance.
    package let personnelClearance: Need
    /// Whether their employers need one.
    package let facilityClearance: Need
    /// Counterparts that some table names; none of them is a recognition.
    package let equivalents: [Equivalent]
    /// What the source adds, in words; `nil` for nothing.
    package let note: String?
    /// Where the owner defines the level.
    package internal(set) var provenance: Provenance

    /// A counterpart in another ladder, with the table it stands in.
    package struct Equivalent: Sendable, Hashable, Codable {
        /// The counterpart, in another owner's ladder.
        package let level: LevelID
        /// The table or agreement that sets the two side by side.
        package let basis: String
        /// Where that was read.
        package let provenance: Provenance
    }
}

/// A clearance that a person can hold.
package struct PersonnelClearance: Sendable, Hashable, Codable {
    /// Unique among the clearances of its owner.
    package let id: ClearanceID
    /// As the issuer writes it, as in `HPS RESERVADO`.
    package let name: String
    /// Shorter names of the same clearance.
    package let aliases: [String]
    /// Highest level that a holder may read; `nil` for a check that opens no level by itself.
    package let level: LevelID?
    /// Who grants it; `nil` where the source does not say.
    package let issuer: String?
    /// How long it holds from the day of issue; `nil` where nobody publishes it.
    package let validity: CalendarPeriod?
    /// Time from application to grant; `nil` where nobody publishes it.
    package let leadTime: CalendarPeriod?
    /// Whether it ends with the sponsor, so that another employer has to take it over or begin
    /// anew; `false` also where the source does not say.
    package let isSponsored: Bool
    /// Whose citizens may hold it; empty where the source does not say.
    package let citizenship: [OwnerID]
    /// What the source says of nationality, in words; `nil` for nothing.
    package let nationalityRule: String?
    /// Residence, or years of background that have to be open to a check, in words.
    package let background: String?
    /// What the clearance is worth to other nations, in words; `nil` for nothing.
    package let recognition: String?
    /// What the source adds, in words; `nil` for nothing.
    package let note: String?
    /// Where the clearance is described.
    package let provenance: Provenance
}

/// A clearance that a company or an establishment can hold.
package struct FacilityClearance: Sendable, Hashable, Codable {
    /// Unique among the facility clearances of its owner.
    package let id: FacilityClearanceID
    /// As the issuer writes it.
    package let name: String
    /// Shorter names of the same clearance.
    package let aliases: [String]
    /// Whether it stands for the time until the clearance itself is granted.
    package let isInterim: Bool
    /// Levels that a holder may handle; empty where the source names none.
    package let levels: [LevelID]
    /// Who grants it; `nil` where the source does not say.
    package let issuer: String?
    /// What of the company it covers, in words; `nil` where the source does not say.
    package let scope: String?
    /// What makes it necessary, in words; `nil` where the source does not say.
    package let trigger: String?
    /// What the source says of foreign owners, in words; `nil` for nothing.
    package let ownership: String?
    /// Who has to sponsor it and what has to exist before, in words.
    package let prerequisite: String?
    /// How long it holds from the day of issue; `nil` where nobody publishes it.
    package let validity: CalendarPeriod?
    /// Time from application to grant; `nil` where nobody publishes it.
    package let leadTime: CalendarPeriod?
    /// What the source adds, in words; `nil` for nothing.
    package let note: String?
    /// Where the clearance is described.
    package let provenance: Provenance
}

/// A scheme that a system can be certified or accredited under.
package struct AccreditationScheme: Sendable, Hashable, Codable {
    /// Tells a civil label, which never covers classified information, from an accreditation.
    package enum Kind: String, InputVocabulary, Sendable, Hashable, Codable {
        /// A certificate under civil law; it covers no classified information.
        case civilLabel = "civil-label"
        /// Granted by a security authority for named levels.
        case securityAccreditation = "security-accreditation"
    }

    /// Unique among the schemes of all owners, as in `es-ens-alta`.
    package let id: SchemeID
    /// Whose authority stands behind it.
    package let owner: OwnerID
    /// As quotes print it.
    package let name: String
    /// Civil label or accreditation.
    package let kind: Kind
    /// Levels whose information a system accredited under the scheme may hold.
    package let covers: [LevelID]
    /// Countries and organisations in which a system must stand to be admitted; empty for anywhere
    /// that the owner's rules allow.
    package let places: [OwnerID]
    /// Isolation of the platforms that the source supposes; of any other it is unknown whether the
    /// scheme admits it. Empty where nothing limits them.
    package let platforms: [DeliveryModel.Isolation]
    /// Body that certifies or accredits; quotes name it as whom to ask.
    package let grantedBy: String
    /// How long a grant holds from the day of issue; `nil` where nobody publishes it.
    package let validity: CalendarPeriod?
    /// Time that an accreditation takes; `nil` where nobody publishes it.
    package internal(set) var leadTime: CalendarPeriod?
    /// What one accreditation costs; `nil` where nobody publishes or estimates it.
    package let cost: SchemeCost?
    /// What the source adds, in words; `nil` for nothing.
    package let note: String?
    /// Where the scheme is described.
    package internal(set) var provenance: Provenance
}

/// A tax that a country puts on supplies.
package struct Tax: Sendable, Hashable, Codable {
    /// Unique among the taxes of its owner.
    package let id: Identifier<Tax>
    /// As invoices write it, as in `IVA`.
    package let name: String
    /// Percent of the net amount.
    package let percent: ExactDecimal
    /// Part of the country where it is due.
    package let place: String
    /// The law, or who reports it.
    package let provenance: Provenance
}

extension Level {
    /// Tells whether it stands above another level of the same ladder of the same owner.
    package func isAbove(_ other: Level) -> Bool {
        owner == other.owner && ladder == other.ladder && rank > other.rank
    }

    /// Tells whether a word is its marking or one of its aliases, whatever the case.
    package func isNamed(_ word: String) -> Bool {
        Self.names([marking] + aliases, include: word)
    }

    /// Tells whether one of several names is that word, whatever the case.
    static func names(_ names: [String], include word: String) -> Bool {
        let wanted = word.lowercased()
        return names.contains { $0.lowercased() == wanted }
    }
}
