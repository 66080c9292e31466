import Catalog
import LocatedInput
import Requirements

/// Finds the work that no package can do without.
extension SeatPlanner {
    /// Work that any package needs, by level: what is filled once, and of each enclave the places
    /// with the least work, as many as it surely uses.
    func least(_ seats: [StaffPlan.Seat]) throws -> [String: StaffPlan.LeastWork] {
        var least: [String: StaffPlan.LeastWork] = [:]
        for seat in seats where seat.site == nil { add(seat, times: 1, to: &least) }
        for enclave in bound.enclaves {
            let copies = enclave.enclave.workloads.map(\.placedCopies).max() ?? 1
            let sites = max(enclave.enclave.minimumSites, copies)
            let placed = seats.filter { $0.enclave == enclave.enclave.id && $0.site != nil }
            guard !placed.isEmpty else {
                // No place is admitted: the posts are known all the same.
                for seat in try postsAnywhere(of: enclave) { add(seat, times: sites, to: &least) }
                continue
            }
            let places = Set(placed.map(\.place))
            for level in Set(placed.map { StaffPlan.levelName($0.level) }).sorted() {
                let atLevel = placed.filter { StaffPlan.levelName($0.level) == level }
                let works = places.map { place in
                    (
                        work: atLevel.filter { $0.place == place }.map(\.milliFTE).reduce(0, +),
                        place: place
                    )
                }.sorted { $0 < $1 }
                for (_, place) in works.prefix(sites) {
                    for seat in atLevel where seat.place == place {
                        add(seat, times: 1, to: &least)
                    }
                }
            }
        }
        return least
    }

    private func add(
        _ seat: StaffPlan.Seat, times: Int, to least: inout [String: StaffPlan.LeastWork]
    ) {
        guard seat.milliFTE > 0 else { return }
        let work = seat.milliFTE * Int64(times)
        let bought = seat.seats - seat.furnished
        let whose = seat.post.map { "post '\($0.id)'" } ?? "the platform"
        let place = seat.site == nil ? ", once" : times > 1 ? ", each of \(times) sites" : ""
        let sites = times > 1 ? " x \(times)" : ""
        let words =
            "\(whose) for \(seat.enclave)\(place): \(bought) \(bought == 1 ? "seat" : "seats")"
            + (seat.persons > 1 ? " x \(seat.persons) people" : "")
            + " x \(seat.hoursPerWeek) h / (\(seat.model.hoursPerWeek) h x "
            + "\(seat.model.productiveShare))\(sites) = \(PeopleWords.decimal(work, scale: 3)) "
            + "people"
        let level = StaffPlan.levelName(seat.level)
        least[level, default: .init()].milliFTE += work
        least[level]?.rows.append((seat.post.map { "staff.posts.\($0.id)" }, words))
    }
}
