package import Catalog
package import LocatedInput
package import Quantities

extension Requirement {
    /// How operations are staffed: when seats are filled, by how many, and which people the
    /// contract has to provide.
    package struct StaffDemand: Sendable {
        /// When every seat is filled, unless a post says otherwise.
        package let coverage: OperatingModel.Coverage
        /// Whether the requirement says so itself.
        package let isStated: Bool
        /// Posts beyond the platform's own seats, in the order written.
        package let posts: [StaffPost]
        /// Cleared people that the contract provides, in the order written.
        package let people: [PeopleDemand]
        /// Seats that the customer fills himself, in the order written.
        package let furnished: [FurnishedSeats]
        /// Most new clearance cases that the customer sponsors; `nil` for no such limit.
        package let sponsorLimit: Located<Int>?
        /// Levels at which every seat is filled by two people, in the customer's words.
        package let twoPerson: [Located<String>]

        /// Every nation or place that some post or list of people names.
        package var nationalities: [Located<OwnerID>] {
            posts.flatMap { $0.nationality + $0.within } + people.flatMap(\.nationality)
        }
    }
}

/// A post that the customer asks for beyond the seats that a platform needs of itself.
package struct StaffPost: Sendable {
    /// Unique among the posts.
    package let id: String
    /// Whose workloads its people look after.
    package let enclave: Located<String>
    /// What its people do, as in `operations-engineer`.
    package let role: Located<RoleID>
    /// 1 to 1000.
    package let seats: Int
    /// How many people fill a seat at once, 1 or 2.
    package let persons: Int
    /// When it is filled; as the requirement's `coverage` unless stated.
    package let coverage: OperatingModel.Coverage?
    /// Nations of which its people may be; empty for any.
    package let nationality: [Located<OwnerID>]
    /// Whether its people may hold no other nationality; the customer's own unless one is named.
    package let isSoleNational: Bool
    /// Whether it is filled at every site that the enclave uses, or once for the enclave.
    package let isPerSite: Bool
    /// Countries and organisations in which its people work; empty for anywhere.
    package let within: [Located<OwnerID>]
    /// Whether its people reach every part of the system, as administrators do.
    package let isSystemWide: Bool
    /// How much of the information its people see; `nil` where it is not said.
    package let volume: RuleTerms.Volume?
    /// Separate accesses that its people need, as in `ATOMAL`.
    package let readIns: [Located<String>]
    /// Thousandths of a full week that each seat takes, 1 to 1000.
    package let shareThousandths: Int
    /// First day on which it is filled; `nil` for the first day of the term.
    package let from: Located<CalendarDate>?
    /// First day on which it no longer is; `nil` for the end of the term.
    package let until: Located<CalendarDate>?
}

/// People of one clearance that the contract has to provide, with what is known of them.
package struct PeopleDemand: Sendable {
    /// Whether its people are among those of another list.
    package enum Amongst: Sendable, Hashable {
        /// They are counted in the list of that name too.
        case list(String)
        /// They are others.
        case none
    }

    /// Unique among the lists of people.
    package let id: String
    /// The level, or the clearance by its issuer's name.
    package let classification: Located<String>
    /// Whose ladder the word belongs to; the customer's country unless stated.
    package let owner: Located<OwnerID>?
    /// What they do; any role where `nil`.
    package let role: Located<RoleID>?
    /// Least number of people, from 1; `nil` where none is asked.
    package let heads: Located<Int>?
    /// How many hold the clearance already; `nil` where that is not said.
    package let cleared: Located<Int>?
    /// How many such people exist at all; `nil` where that is not said.
    package let available: Located<Int>?
    /// Nations of which they may be; empty for any.
    package let nationality: [Located<OwnerID>]
    /// Whether they may hold no other nationality; the customer's own unless one is named.
    package let isSoleNational: Bool
    /// Whether people of higher levels of the same ladder count too.
    package let countsHigher: Bool
    /// Whether the clearance moves to another sponsor of itself; `nil` for what the catalog says.
    package let isTransferable: Bool?
    /// `nil` where it is not said whether they are among another list's people.
    package let amongst: Located<Amongst>?
}

/// Seats that the customer fills with people of his own: needed, but not bought.
package struct FurnishedSeats: Sendable {
    /// Whose seats.
    package let enclave: Located<String>
    /// Which role's; any where `nil`.
    package let role: Located<RoleID>?
    /// The post whose seats they are; the platform's own seats where `nil`.
    package let post: Located<String>?
    /// At every site that the enclave uses, or of a post that is filled once; 1 to 1000.
    package let seats: Int
}

/// Which nations people may be of.
package struct Nationality: Sendable, Hashable {
    /// Sorted, at least one.
    package let nations: [OwnerID]
    /// Whether they may hold no other nationality.
    package let isSole: Bool

    /// Creates a condition; `nil` where nothing is asked.
    ///
    /// - Parameter customer: whose nationality is meant where a sole one is asked and none named.
    package init?(_ nations: [OwnerID], isSole: Bool, customer: OwnerID) {
        guard !nations.isEmpty || isSole else { return nil }
        self.nations = nations.isEmpty ? [customer] : Set(nations).sorted()
        self.isSole = isSole
    }

    /// Tells whether people who fulfil this fulfil another condition too.
    package func fulfils(_ other: Nationality?) -> Bool {
        guard let other else { return true }
        return Set(nations).isSubset(of: other.nations) && (isSole || !other.isSole)
    }

    /// As in "ES only", "ES or PT".
    package var text: String {
        nations.map(\.rawValue).joined(separator: " or ") + (isSole ? " only" : "")
    }
}
