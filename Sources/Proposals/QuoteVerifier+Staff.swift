import Assembly
import LocatedInput
import Requirements

/// Holds what a quote file says of people against its requirement, its problem and its answer.
extension QuoteVerifier {
    /// The floors, ceilings and limits of cases that the requirement asks for are the problem's,
    /// no other ones are, and posts that are filled once stand in it exactly once.
    func staff(_ requirement: Requirement) -> [String] {
        let asked = PeopleLimits.limits(requirement.staff)
        let solved = file.problem.limits.filter { $0.id.hasPrefix("staff.") }
            .sorted { $0.id < $1.id }
        var differences = asked.filter { !solved.contains($0) }
            .map { "'\($0.id)' is asked for and not the problem's limit" }
        // Which lists could share people the file alone does not tell; a floor of them says so.
        let apart = PeopleLimits.apartSets(requirement.staff).map(PeopleLimits.floor)
        differences += solved.filter { limit in
            !asked.contains { $0.id == limit.id } && !apart.contains(limit)
        }
        .map { "'\($0.id)' is the problem's limit and not asked for" }
        let once = file.problem.demands.filter { $0.id == PostsFilledOnce.id }.count
        let isAsked = requirement.staff.posts.contains { !$0.isPerSite }
        if once > (isAsked ? 1 : 0) || isAsked && once == 0 && !isAllFurnished(requirement) {
            differences.append("posts that are filled once stand \(once) times in the problem")
        }
        let known = requirement.staff.people.map(\.id)
        differences += Set(known).symmetricDifference(file.lists.map(\.id)).sorted()
            .map { "the list of people '\($0)' differs" }
        return differences
    }

    /// Whether the customer fills every seat of the posts that are filled once.
    private func isAllFurnished(_ requirement: Requirement) -> Bool {
        requirement.staff.posts.filter { !$0.isPerSite }.allSatisfy { post in
            let furnished = requirement.staff.furnished.filter { $0.post?.value == post.id }
            return furnished.map(\.seats).reduce(0, +) >= post.seats
        }
    }

    /// One check more where the requirement asks for lists of people.
    func lists() -> [Check] {
        guard !file.lists.isEmpty else { return [] }
        return [
            Check(name: "lists of people recompute", differences: peopleLists())
        ]
    }

    /// Works out again, from the heads of the answer, how many people each list has.
    private func peopleLists() -> [String] {
        file.lists.flatMap { list -> [String] in
            let measure = PeopleLimits.Name.heads(list.id)
            // Wide, so that absurd figures in a file differ and never overflow.
            var hired: Int128 = 0
            for pool in file.problem.staffPools {
                for level in pool.levels {
                    let heads = file.answer.heads[pool.id]?[level.id] ?? 0
                    hired += Int128(heads) * Int128(level.measures[measure] ?? 0)
                }
            }
            var differences: [String] = []
            if hired != Int128(list.hired) {
                differences.append("\(list.id): \(list.hired) people, \(hired) hired")
            }
            if list.bench != max(0, list.hired - list.inSeats) {
                differences.append("\(list.id): a bench of \(list.bench)")
            }
            if let cases = list.newCases, let cleared = list.cleared,
                cases != max(0, list.hired - cleared)
            {
                differences.append("\(list.id): \(cases) new cases")
            }
            return differences
        }
    }
}
