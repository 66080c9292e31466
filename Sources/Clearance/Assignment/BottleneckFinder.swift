import Quantities
import Requirements

/// Finds, for posts that stay open, posts that have too few people together, none of which can be
/// left out.
struct BottleneckFinder {
    let flow: StaffFlow
    let assigner: PostAssigner
    let active: [Bool]

    /// One bottleneck after the other. What the posts of one can have, they keep: the next one is
    /// found as if the first were mended.
    func find(on day: CalendarDate) -> [Bottleneck] {
        var demand = active.indices.map { active[$0] ? flow.demand[$0] : 0 }
        var remaining = flow
        var found: [Bottleneck] = []
        while let post = remaining.open(among: demand.indices.filter { demand[$0] > 0 }).first {
            let tight = remaining.tight(around: post).members.filter { demand[$0] > 0 }
            let posts = irreducible(tight, demand)
            guard !posts.isEmpty else { break }
            let alone = flow.restricted(to: posts, demand: demand)
            found.append(bottleneck(posts, demand, alone, on: day))
            for post in posts { demand[post] = alone.filled[post] }
            let left = demand.indices.filter { demand[$0] > 0 }
            remaining = flow.restricted(to: left, demand: demand)
        }
        return found
    }

    /// Leaves out post after post as long as the rest still cannot be filled.
    private func irreducible(_ posts: [Int], _ demand: [Int64]) -> [Int] {
        guard isShort(posts, demand) else { return [] }
        var kept = posts
        // Halves first: most of a large set is not needed.
        var step = max(1, kept.count / 2)
        while step >= 1 {
            var index = 0
            while index < kept.count {
                let end = min(index + step, kept.count)
                let rest = Array(kept[..<index] + kept[end...])
                if !rest.isEmpty, isShort(rest, demand) { kept = rest } else { index = end }
            }
            if step == 1 { break }
            step /= 2
        }
        return kept
    }

    private func isShort(_ posts: [Int], _ demand: [Int64]) -> Bool {
        !flow.restricted(to: posts, demand: demand).open(among: posts).isEmpty
    }

    private func bottleneck(
        _ posts: [Int], _ demand: [Int64], _ alone: StaffFlow, on day: CalendarDate
    ) -> Bottleneck {
        let people = flow.people(qualifiedFor: posts)
        return Bottleneck(
            posts: posts.map {
                Bottleneck.Part(post: assigner.posts[$0].id, thousandths: demand[$0])
            },
            people: people.map { assigner.access.people[$0].id },
            availableThousandths: posts.map { alone.filled[$0] }.reduce(0, +), from: day,
            until: day)
    }
}
