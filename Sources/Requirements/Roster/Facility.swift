package import Catalog
package import Diagnostics
import LocatedInput
package import Quantities

/// A company or an establishment of a roster.
package struct Facility: Sendable, Hashable {
    /// What of a company a clearance can cover.
    package enum Kind: String, InputVocabulary, Sendable, Hashable {
        /// The legal person.
        case company
        /// One site of it.
        case establishment
    }

    /// Unique among facilities; people name it as their employer.
    package let id: String
    /// `nil` where the roster does not say.
    package let kind: Kind?
    /// Where it stands; `nil` where the roster does not say.
    package let country: OwnerID?
    /// Countries of those who control it; empty where the roster does not say.
    package let parents: [OwnerID]
    /// Largest share in one hand from outside the EU, in percent; `nil` for not said.
    package let largestForeignShare: ExactDecimal?
    /// All shares from outside the EU together, in percent; `nil` for not said.
    package let foreignShares: ExactDecimal?
    /// What holds foreign owners off, in the roster's words, as in `SSA`; `nil` for nothing.
    package let mitigation: String?
    /// Whether the authority has the body in its register; `nil` for not said.
    package let isRegistered: Bool?
    /// In the order written.
    package let clearances: [HeldFacilityClearance]
    /// Where the row begins.
    package let location: SourceLocation

    /// Creates a facility.
    package init(
        id: String, kind: Kind? = nil, country: OwnerID? = nil, parents: [OwnerID] = [],
        largestForeignShare: ExactDecimal? = nil, foreignShares: ExactDecimal? = nil,
        mitigation: String? = nil, isRegistered: Bool? = nil,
        clearances: [HeldFacilityClearance] = [],
        at location: SourceLocation = SourceLocation(path: "", line: 1, column: 1, length: 0)
    ) {
        self.id = id
        self.kind = kind
        self.country = country
        self.parents = parents
        self.largestForeignShare = largestForeignShare
        self.foreignShares = foreignShares
        self.mitigation = mitigation
        self.isRegistered = isRegistered
        self.clearances = clearances
        self.location = location
    }
}

/// A facility clearance that somebody holds.
package struct HeldFacilityClearance: Sendable, Hashable {
    /// Nation, or organisation, that granted it.
    package let issuer: OwnerID
    /// Highest level that it opens.
    package let level: Level
    /// The clearance of the catalog, where the roster names one.
    package let clearance: FacilityClearance?
    /// `nil` where the roster does not say.
    package let status: HeldClearance.Status?
    /// `nil` where the roster does not say.
    package let granted: CalendarDate?
    /// First day on which it no longer holds; `nil` where the roster does not say.
    package let expires: CalendarDate?
    /// Who sponsors it; `nil` where the roster does not say.
    package let sponsor: String?

    /// Creates a clearance.
    package init(
        issuer: OwnerID, level: Level, clearance: FacilityClearance?,
        status: HeldClearance.Status?, granted: CalendarDate?, expires: CalendarDate?,
        sponsor: String?
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
        "\(issuer) \(clearance.map { "\($0.name), " } ?? "")\(level.marking)"
    }
}

/// A system of a roster that holds information.
package struct InformationSystem: Sendable, Hashable {
    /// A certificate or accreditation that it holds.
    package struct Held: Sendable, Hashable {
        /// What it was granted under.
        package let scheme: AccreditationScheme
        /// `nil` where the roster does not say.
        package let status: HeldClearance.Status?
        /// `nil` where the roster does not say.
        package let granted: CalendarDate?
        /// First day on which it no longer holds; `nil` where the roster does not say.
        package let expires: CalendarDate?

        /// Creates what a system holds.
        package init(
            scheme: AccreditationScheme, status: HeldClearance.Status?, granted: CalendarDate?,
            expires: CalendarDate?
        ) {
            self.scheme = scheme
            self.status = status
            self.granted = granted
            self.expires = expires
        }
    }

    /// Unique among systems.
    package let id: String
    /// Of the information that it holds.
    package let level: Level
    /// Where it stands; `nil` where the roster does not say.
    package let country: OwnerID?
    /// In the order written.
    package let accreditations: [Held]
    /// Where it stands in the roster.
    package let location: SourceLocation

    /// Creates a system.
    package init(
        id: String, level: Level, country: OwnerID?, accreditations: [Held],
        location: SourceLocation
    ) {
        self.id = id
        self.level = level
        self.country = country
        self.accreditations = accreditations
        self.location = location
    }
}
