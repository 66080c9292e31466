package import Catalog
package import Diagnostics
import LocatedInput
package import Quantities

/// People, facilities and systems as a customer or a bidder lists them, bound to the catalog.
///
/// A roster is sensitive: findings about it show row and column, answers the row's id alone.
package struct Roster: Sendable {
    /// In the order written.
    package var people: [Person] = []
    /// Companies and establishments, in the order written.
    package var facilities: [Facility] = []
    /// Systems that hold information, in the order written.
    package var systems: [InformationSystem] = []

    /// Creates an empty roster.
    package init() {}

    /// Finds the facility that people name as their employer.
    package func facility(_ id: String) -> Facility? {
        facilities.first { $0.id == id }
    }
}

/// One person of a roster.
package struct Person: Sendable, Hashable {
    /// Word in the column `employer` that means the customer himself, who needs no clearance of
    /// his own.
    package static let customer = "customer"

    /// The row's id; no name is ever read.
    package let id: String
    /// Nations whose citizenship the person holds; empty where the roster does not say.
    package let nationalities: [OwnerID]
    /// Nations in which the person may live for good, without being a citizen.
    package let residentOf: [OwnerID]
    /// Id of the facility that employs the person, or `customer`; `nil` where it is not said.
    package let employer: String?
    /// In the order written.
    package let clearances: [HeldClearance]
    /// Separate accesses, in the words of the roster: `ATOMAL`, `SCI`, `CNWDI`.
    package let readIns: [String]
    /// Restrictions that the issuer put on the person, in the roster's words.
    package let caveats: [String]
    /// What the person can do; empty where the roster does not say.
    package let roles: [RoleID]
    /// Country where the person works; `nil` where the roster does not say.
    package let country: OwnerID?
    /// First day of work; `nil` for at once.
    package let from: CalendarDate?
    /// First day without; `nil` for no end.
    package let until: CalendarDate?
    /// Thousandths of a full week, 1 to 1000.
    package let shareThousandths: Int
    /// Whether the owner of the information has confirmed the need to know; `nil` for not said.
    package let needToKnow: Bool?
    /// Day of the last security briefing; `nil` where none is stated.
    package let briefed: CalendarDate?
    /// Price of a day, in the currency of the requirement; `nil` where none is stated.
    package let dayRate: ExactDecimal?
    /// Where the row begins.
    package let location: SourceLocation
}

/// A clearance that somebody holds.
package struct HeldClearance: Sendable, Hashable {
    /// How far the vetting has come.
    package enum Status: String, InputVocabulary, Sendable, Hashable {
        /// Granted after the whole procedure.
        case final
        /// Granted for the time until it is.
        case interim
        /// Asked for, not granted.
        case pending
    }

    /// Nation, or organisation, that granted it.
    package let issuer: OwnerID
    /// Highest level that it opens; `nil` for a check that opens none. Its ladder may be another
    /// owner's: nations grant clearances for NATO and the EU.
    package let level: Level?
    /// The clearance of the catalog, where the roster names one.
    package let clearance: PersonnelClearance?
    /// `nil` where the roster does not say.
    package let status: Status?
    /// `nil` where the roster does not say.
    package let granted: CalendarDate?
    /// First day on which it no longer holds; `nil` where the roster does not say.
    package let expires: CalendarDate?
    /// Who sponsors it; `nil` where the roster does not say.
    package let sponsor: String?

    /// Creates a clearance.
    package init(
        issuer: OwnerID, level: Level?, clearance: PersonnelClearance?, status: Status?,
        granted: CalendarDate?, expires: CalendarDate?, sponsor: String?
    ) {
        self.issuer = issuer
        self.level = level
        self.clearance = clearance
        self.status = status
        self.granted = granted
        self.expires = expires
        self.sponsor = sponsor
    }

    /// As its issuer writes it.
    package var name: String {
        "\(issuer) \(clearance?.name ?? level?.marking ?? "check")"
    }
}

extension Person {
    /// Creates a person of whom nothing is known but what is given.
    package init(
        id: String, nationalities: [OwnerID] = [], residentOf: [OwnerID] = [],
        employer: String? = nil, clearances: [HeldClearance] = [], readIns: [String] = [],
        caveats: [String] = [], roles: [RoleID] = [], country: OwnerID? = nil,
        from: CalendarDate? = nil, until: CalendarDate? = nil, shareThousandths: Int = 1000,
        needToKnow: Bool? = nil, briefed: CalendarDate? = nil, dayRate: ExactDecimal? = nil,
        at location: SourceLocation = SourceLocation(path: "", line: 1, column: 1, length: 0)
    ) {
        self.id = id
        self.nationalities = nationalities
        self.residentOf = residentOf
        self.employer = employer
        self.clearances = clearances
        self.readIns = readIns
        self.caveats = caveats
        self.roles = roles
        self.country = country
        self.from = from
        self.until = until
        self.shareThousandths = shareThousandths
        self.needToKnow = needToKnow
        self.briefed = briefed
        self.dayRate = dayRate
        self.location = location
    }

    /// The same person with other clearances.
    package func holding(_ clearances: [HeldClearance]) -> Person {
        Person(
            id: id, nationalities: nationalities, residentOf: residentOf, employer: employer,
            clearances: clearances, readIns: readIns, caveats: caveats, roles: roles,
            country: country, from: from, until: until, shareThousandths: shareThousandths,
            needToKnow: needToKnow, briefed: briefed, dayRate: dayRate, at: location)
    }
}
