package import Catalog
package import Requirements

/// Who has to be where, and what the package says of the people that the customer asks for.
package struct StaffStatement: Sendable {
    /// Seats of the places that are used, by enclave and site; those filled once come last.
    package let seats: [StaffedSeat]
    /// One for each list of people, in the order written.
    package let people: [PeopleFigure]
    /// Most new cases that the customer sponsors; `nil` for no such limit.
    package let sponsorLimit: Int?
    /// New cases of all lists that say who is cleared already.
    package let newCases: Int64
    /// Conditions that have to be shown, a sentence each without a full stop.
    package let conditions: [String]

    /// No seat and no list.
    package var isEmpty: Bool { seats.isEmpty && people.isEmpty }

    /// Whether the requirement asks for more than the platforms' own seats.
    package var isAsked: Bool {
        !people.isEmpty || sponsorLimit != nil
            || seats.contains { $0.post != nil || $0.furnished > 0 || $0.persons > 1 }
    }
}

/// Seats of one kind at a place.
package struct StaffedSeat: Sendable {
    /// The customer's post; `nil` for the platform's own seats.
    package let post: String?
    /// Whose workloads its people look after.
    package let enclave: String
    /// Where; `nil` where the seats are filled once for the enclave.
    package let site: SiteID?
    /// What its people do.
    package let role: Role
    /// To which they are cleared; `nil` where no clearance is needed.
    package let level: LevelID?
    /// `nil` for any nationality.
    package let nationality: Nationality?
    /// Seats in all.
    package let seats: Int
    /// Those that the customer fills himself.
    package let furnished: Int
    /// People at a seat at once.
    package let persons: Int
    /// When they are filled.
    package let coverage: OperatingModel.Coverage
    /// Work that is bought, in thousandths of a full-time person.
    package let milliFTE: Int64
    /// Work that the customer provides, in thousandths of a full-time person.
    package let furnishedMilliFTE: Int64
}

/// What the package has of one list of people.
package struct PeopleFigure: Sendable {
    /// As the requirement names the list.
    package let id: String
    /// To which level they are cleared, as its owner writes it.
    package let marking: String
    /// `nil` for any nationality.
    package let nationality: Nationality?
    /// Least number asked; `nil` where none is.
    package let asked: Int?
    /// How many exist; `nil` where that is not said.
    package let available: Int?
    /// People of the package who count.
    package let hired: Int64
    /// Whole people that the seats of these people take.
    package let inSeats: Int64
    /// How many hold the clearance already; `nil` where that is not said.
    package let cleared: Int?

    /// People beyond those whom their own seats take: a bench.
    package var bench: Int64 { max(0, hired - inSeats) }

    /// Clearances that have yet to be granted; `nil` where nobody says who is cleared.
    package var newCases: Int64? { cleared.map { max(0, hired - Int64($0)) } }
}
