package import Catalog
import Diagnostics
import LocatedInput
package import Requirements

/// What access at a post asks of a person, whoever it is.
package struct AccessNeed: Sendable, Hashable {
    /// Of the information.
    package var level: Level
    /// Release restrictions beside the level.
    package var caveats: [Caveat] = []
    /// Lists of nations, each of which narrows who is let in; organisations stand for members.
    package var admitted: [[OwnerID]] = []
    /// Of which nations people have to be for the post; `nil` for any.
    package var nationality: Nationality?
    /// Countries and organisations in which people have to work; empty for anywhere.
    package var within: [OwnerID] = []
    /// Whether people reach every part of the system, as administrators do.
    package var isSystemWide = false
    /// How much of the information people see; `nil` where it is not said.
    package var volume: RuleTerms.Volume?
    /// Separate accesses that are needed.
    package var readIns: [String] = []
    /// The clearance itself that is asked for by its name; `nil` where any to the level will do.
    package var clearance: PersonnelClearance?
    /// What people have to be able to do; `nil` for anything.
    package var role: RoleID?
    /// Whose contract it is: his own people need no facility clearance.
    package var customer: OwnerID

    /// Creates the need of somebody who reads information of a level.
    package init(level: Level, customer: OwnerID) {
        self.level = level
        self.customer = customer
    }

    /// Creates the need of a post in an enclave, or of any reader of the enclave.
    package init(_ enclave: BoundEnclave, post: BoundStaff.BoundPost? = nil, customer: OwnerID) {
        level = enclave.level
        caveats = enclave.caveats
        let operators = enclave.enclave.operatorNationality.map(\.value)
        let released = enclave.enclave.releasableTo.map(\.value)
        admitted = [operators, released].filter { !$0.isEmpty }
        nationality = post?.nationality
        within = enclave.enclave.operatorResidence.map(\.value)
        if let places = post?.post.within.map(\.value), !places.isEmpty { within = places }
        isSystemWide = post?.post.isSystemWide ?? false
        volume = post?.post.volume
        readIns = post?.post.readIns.map(\.value) ?? []
        role = post?.role.id
        self.customer = customer
    }
}
