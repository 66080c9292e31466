import Assembly
import Catalog
import LocatedInput
import Requirements
import Sizing

/// States the people of a package: seats, lists, new cases and what has to be shown.
struct StaffStatementWriter {
    let writer: ProposalWriter
    let chosen: [Candidate]

    private var staff: Requirement.StaffDemand { writer.requirement.staff }
    private var bound: BoundStaff { writer.world.bound.staff }

    /// Seats of the places that are used.
    var usedSeats: [StaffPlan.Seat] {
        let places = Set(chosen.map { "\($0.demand.enclave.enclave.id)/\($0.site.id)" })
        return writer.world.staff.seats.filter { seat in
            seat.site.map { places.contains("\(seat.enclave)/\($0)") } ?? true
        }
    }

    func write() throws -> StaffStatement {
        let figures = try bound.people.map(figure)
        return StaffStatement(
            seats: try usedSeats.map(seat), people: figures,
            sponsorLimit: staff.sponsorLimit?.value,
            newCases: figures.compactMap(\.newCases).reduce(0, +), conditions: conditions(figures))
    }

    private func seat(_ seat: StaffPlan.Seat) throws -> StaffedSeat {
        let furnished = try SeatCoverage(
            seats: seat.furnished, hoursPerWeek: seat.hoursPerWeek,
            personsPerSeat: seat.persons)
        return StaffedSeat(
            post: seat.post?.id, enclave: seat.enclave, site: seat.site, role: seat.role,
            level: seat.level, nationality: seat.nationality, seats: seat.seats,
            furnished: seat.furnished, persons: seat.persons, coverage: seat.coverage,
            milliFTE: seat.milliFTE,
            furnishedMilliFTE: try furnished.milliFTE(SeatPlanner.week(seat.model)))
    }

    private func figure(_ list: BoundStaff.BoundPeople) throws -> PeopleFigure {
        let limits = PeopleLimits(bound: writer.world.bound, catalog: writer.world.catalog)
        let counted = writer.world.staff.heads.filter { limits.counts($0, in: list) }
        let hired = counted.map { writer.answer.heads[$0.pool]?[$0.level] ?? 0 }.reduce(0, +)
        // Each pool hires whole people; what two levels of it share is at most one person less.
        let seated = counted.map { head in
            PeopleWords.whole(
                usedSeats.filter {
                    $0.pool == head.pool && StaffPlan.levelName($0.level) == head.level
                }.map(\.milliFTE).reduce(0, +))
        }.reduce(0, +)
        return PeopleFigure(
            id: list.demand.id, marking: list.level.marking, nationality: list.nationality,
            asked: list.demand.heads?.value, available: list.demand.available?.value,
            hired: hired, inSeats: seated, cleared: list.demand.cleared?.value)
    }

    /// What has to be shown before these people may work.
    private func conditions(_ figures: [PeopleFigure]) -> [String] {
        var texts: [String] = []
        for (list, figure) in zip(bound.people, figures) where figure.hired > 0 {
            let who = "the \(figure.hired) people cleared to \(list.level.marking)"
            if let nationality = list.nationality {
                texts.append(Self.toShow(nationality, who, list.path))
            }
            if list.isSponsored {
                texts.append(
                    "the clearances of \(who) are tied to their sponsor: the new sponsor accepts "
                        + "the transfer of each (\(list.path))")
            }
        }
        for post in bound.posts { texts += termConditions(post.post) }
        for post in bound.posts {
            guard let nationality = post.nationality else { continue }
            texts.append(
                Self.toShow(
                    nationality, "the people at post '\(post.post.id)'",
                    "staff.posts.\(post.post.id)"))
        }
        let open = zip(bound.people, figures).filter { $0.1.cleared == nil && $0.1.hired > 0 }
        if let limit = staff.sponsorLimit?.value, !open.isEmpty {
            let cases = figures.compactMap(\.newCases).reduce(0, +)
            let people = open.map(\.1.hired).reduce(0, +)
            let left = max(0, Int64(limit) - cases)
            texts.append(
                "at least \(max(0, people - left)) of the \(people) people of "
                    + open.map { "'\($0.0.demand.id)'" }.joined(separator: ", ")
                    + " hold their clearance already: \(left) new cases can be sponsored")
        }
        return texts
    }

    /// What a post says beside its seats, and what that does not change in the price.
    private func termConditions(_ post: StaffPost) -> [String] {
        let path = "staff.posts.\(post.id)"
        var texts: [String] = []
        if post.from != nil || post.until != nil {
            let from = post.from.map { " from \($0.value)" } ?? ""
            let until = post.until.map { " until \($0.value)" } ?? ""
            texts.append(
                "post '\(post.id)' is filled\(from)\(until); its people are priced for the whole "
                    + "term (\(path))")
        }
        let within = post.within.map(\.value.rawValue)
        if !within.isEmpty {
            texts.append(
                "the people at post '\(post.id)' work in \(within.joined(separator: " or ")) "
                    + "(\(path).within)")
        }
        if !post.readIns.isEmpty {
            let accesses = post.readIns.map(\.value).joined(separator: ", ")
            texts.append(
                "the people at post '\(post.id)' are read in to \(accesses) (\(path).readIns)")
        }
        return texts
    }

    private static func toShow(
        _ nationality: Nationality, _ who: String, _ path: String
    ) -> String {
        let nations = nationality.nations.map(\.rawValue).joined(separator: " or ")
        return "\(who) are of nationality \(nations)"
            + (nationality.isSole ? " and no other" : "") + ", to be proved for each (\(path))"
    }
}
