import Quantities
import Requirements

/// Finds, for posts that stay open, posts that have too few people together, none of which can be
/// left out.
struct BottleneckFinder {
    let flow: StaffFlow
    let assigner: PostAssigner
    let active: [Bool]

    /// One bottleneck after the other, until the posts that are left can all be filled.
    func find(on day: CalendarDate) -> [Bottleneck] {
        let open = flow.open.filter { active[$0] }
        guard !open.isEmpty else { return [] }
        var left = PostSet(count: assigner.posts.count)
        for post in active.indices where active[post] { left.insert(post) }
        var found: [Bottleneck] = []
        var remaining = flow
        while let post = remaining.open.first(where: { left.contains($0) }) {
            let tight = remaining.tight(around: post)
            let posts = irreducible(tight.members.filter { left.contains($0) })
            guard !posts.isEmpty else { break }
            found.append(bottleneck(posts, on: day))
            for post in posts { left.remove(post) }
            remaining = refilled(left.members)
        }
        return found
    }

    /// Leaves out post after post as long as the rest still cannot be filled.
    private func irreducible(_ posts: [Int]) -> [Int] {
        guard isShort(posts) else { return [] }
        var kept = posts
        // Halves first: most of a large set is not needed.
        var step = max(1, kept.count / 2)
        while step >= 1 {
            var index = 0
            while index < kept.count {
                let end = min(index + step, kept.count)
                let rest = Array(kept[..<index] + kept[end...])
                if !rest.isEmpty, isShort(rest) { kept = rest } else { index = end }
            }
            if step == 1 { break }
            step /= 2
        }
        return kept
    }

    private func isShort(_ posts: [Int]) -> Bool { !refilled(posts).open(among: posts).isEmpty }

    /// The same people with these posts alone.
    private func refilled(_ posts: [Int]) -> StaffFlow { flow.restricted(to: posts) }

    private func bottleneck(_ posts: [Int], on day: CalendarDate) -> Bottleneck {
        let alone = refilled(posts)
        let people = flow.people(qualifiedFor: posts)
        let done = posts.map { alone.filled[$0] }.reduce(0, +)
        return Bottleneck(
            posts: posts.map {
                Bottleneck.Part(
                    post: assigner.posts[$0].id,
                    thousandths: assigner.posts[$0].workThousandths)
            },
            people: people.map { assigner.access.people[$0].id }, availableThousandths: done,
            from: day, until: day)
    }
}
