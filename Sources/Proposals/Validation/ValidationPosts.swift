import Catalog
import Clearance
import LocatedInput
import Quantities
import Requirements
import Sizing

/// Works out which posts people have to fill, and what each asks of them.
struct ValidationPosts {
    let bound: BoundRequirement
    let catalog: CatalogSnapshot
    let quoted: QuotedPlatforms?
    /// Days that are judged.
    let from: CalendarDate
    let until: CalendarDate

    private var customer: OwnerID { bound.customer.id }

    /// Posts of the requirement, and with a quote the platform's own seats at the sites chosen.
    func posts() throws -> [Post] {
        if let quoted, !quoted.seats.isEmpty { return quoted.seats.compactMap(post(of:)) }
        let planner = SeatPlanner(catalog: catalog, bound: bound)
        return try bound.enclaves.flatMap { enclave -> [Post] in
            let copies = enclave.enclave.workloads.map(\.placedCopies).max() ?? 1
            let sites = max(enclave.enclave.minimumSites, copies)
            let once = try planner.postsOnce(of: enclave)
            let perSite = try planner.postsAnywhere(of: enclave)
            return once.compactMap { post($0, enclave, at: nil) }
                + perSite.flatMap { seat in
                    (1...sites).compactMap { post(seat, enclave, at: "site \($0)") }
                }
        }
    }

    /// Where the posts come from.
    var note: String {
        if let quoted, !quoted.seats.isEmpty {
            return "Posts are those of the quote: the platforms' own seats at its sites, and the "
                + "customer's posts."
        }
        if bound.staff.posts.isEmpty {
            return "The requirement names no posts; the platforms' own seats are known once a "
                + "package is chosen: give its quote with --quote."
        }
        return "Posts are those that the requirement names; the platforms' own seats come with a "
            + "quote: give it with --quote."
    }

    private func post(
        _ seat: StaffPlan.Seat, _ enclave: BoundEnclave, at place: String?
    ) -> Post? {
        guard seat.milliFTE > 0, let post = seat.post,
            let asked = bound.staff.posts.first(where: { $0.post.id == post.id })
        else { return nil }
        return Post(
            id: place.map { "\(post.id) at \($0)" } ?? post.id,
            need: AccessNeed(enclave, post: asked, customer: customer),
            workThousandths: seat.milliFTE, persons: seat.persons, from: first(post),
            until: last(post))
    }

    private func first(_ post: StaffPost?) -> CalendarDate { max(from, post?.from?.value ?? from) }

    private func last(_ post: StaffPost?) -> CalendarDate {
        max(first(post), min(until, post?.until?.value ?? until))
    }

    private func post(of seat: QuotedPlatforms.Seat) -> Post? {
        guard seat.milliFTE > 0,
            let enclave = bound.allEnclaves.first(where: { $0.enclave.id == seat.enclave })
        else { return nil }
        let asked = bound.staff.posts.first { $0.post.id == seat.post }
        var need = AccessNeed(enclave, post: asked, customer: customer)
        if asked == nil {
            // Who runs a platform reaches every part of it.
            need.isSystemWide = true
            need.role = seat.role
        }
        let name = seat.post ?? "platform \(seat.enclave)"
        return Post(
            id: seat.site.map { "\(name) at \($0)" } ?? name, need: need,
            workThousandths: seat.milliFTE, persons: seat.persons, from: first(asked?.post),
            until: last(asked?.post))
    }

    /// Lists of people, in whole heads: those that stand by themselves, then each list whose
    /// people are among another one's.
    func lists() -> [[Post]] {
        let own = bound.staff.people.filter { !isAmongst($0) }
        let others = bound.staff.people.filter { isAmongst($0) }
        return ([own] + others.map { [$0] }).map { $0.compactMap(list) }.filter { !$0.isEmpty }
    }

    private func isAmongst(_ list: BoundStaff.BoundPeople) -> Bool {
        if case .list = list.demand.amongst?.value { return true }
        return false
    }

    private func list(_ list: BoundStaff.BoundPeople) -> Post? {
        guard let heads = list.demand.heads?.value else { return nil }
        var need = AccessNeed(level: list.level, customer: customer)
        need.nationality = list.nationality
        need.role = list.role?.id
        need.clearance = list.clearance
        return Post(
            id: "people \(list.demand.id)", need: need, workThousandths: Int64(heads) * 1000,
            from: from, until: until)
    }
}
