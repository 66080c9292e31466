import Quantities
import Requirements

/// Finds, for posts that stay open, posts that have too few people together, none of which can be
/// left out.
struct BottleneckFinder {
    /// Classes of posts, filled.
    let flow: StaffFlow
    let classes: PostClasses
    let posts: [Post]
    let people: [Person]

    /// Classes that are short together, and how much of each is meant.
    struct Found {
        let classes: [Int]
        let demand: [Int64]
        let available: Int64
        /// Work of each class beyond what is meant: posts that ask the same and get nobody either.
        let further: [Int64]
    }

    /// One bottleneck after the other. What the posts of one can have, they keep: the next one is
    /// found as if the first were mended.
    ///
    /// - Parameters:
    ///   - asked: Work of each class that is asked for.
    ///   - most: Bottlenecks after which the search ends.
    func find(_ asked: [Int64], most: Int) -> [Found] {
        var demand = asked
        let flow = self.flow.grouped
        var remaining = flow.restricted(
            to: demand.indices.filter { demand[$0] > 0 }, demand: demand)
        var found: [Found] = []
        while found.count < most,
            let open = remaining.open(among: demand.indices.filter { demand[$0] > 0 }).first
        {
            let tight = remaining.tight(around: open).members.filter { demand[$0] > 0 }
            guard let one = irreducible(tight, demand, flow) else { break }
            found.append(one)
            let alone = flow.restricted(to: one.classes, demand: demand)
            for index in one.classes { demand[index] = alone.filled[index] }
            let left = demand.indices.filter { demand[$0] > 0 }
            remaining = flow.restricted(to: left, demand: demand)
        }
        return found
    }

    /// The fewest classes, then the fewest posts of each, with which it is still too much.
    private func irreducible(_ tight: [Int], _ demand: [Int64], _ flow: StaffFlow) -> Found? {
        func isShort(_ some: [Int], _ demand: [Int64]) -> Bool {
            !flow.restricted(to: some, demand: demand).open(among: some).isEmpty
        }
        guard isShort(tight, demand) else { return nil }
        let kept = Self.needed(of: tight, beside: []) { isShort($0, demand) }
        var part = demand
        for one in kept {
            let sizes = parts(of: one, part[one])
            // The fewest of its posts with which it is still too much.
            var (low, high) = (1, sizes.count)
            while low < high {
                let middle = (low + high) / 2
                var fewer = part
                fewer[one] = sizes.prefix(middle).map(\.thousandths).reduce(0, +)
                if isShort(kept, fewer) { high = middle } else { low = middle + 1 }
            }
            part[one] = sizes.prefix(low).map(\.thousandths).reduce(0, +)
        }
        let alone = flow.restricted(to: kept, demand: part)
        return Found(
            classes: kept, demand: part, available: kept.map { alone.filled[$0] }.reduce(0, +),
            further: demand.indices.map { kept.contains($0) ? demand[$0] - part[$0] : 0 })
    }

    /// Classes of which none can be left out, found by halving: the set is short beside `base`,
    /// and what of one half is needed is asked beside what of the other is.
    private static func needed(
        of set: [Int], beside base: [Int], isShort: ([Int]) -> Bool
    ) -> [Int] {
        if !base.isEmpty, isShort(base) { return [] }
        guard set.count > 1 else { return set }
        let (first, second) = (Array(set[..<(set.count / 2)]), Array(set[(set.count / 2)...]))
        let needed = needed(of: second, beside: base + first, isShort: isShort)
        return Self.needed(of: first, beside: base + needed, isShort: isShort) + needed
    }

    /// Posts of a class that make up an amount of work: whole ones, then what is left of one.
    private func parts(of index: Int, _ work: Int64) -> [Bottleneck.Part] {
        var left = work
        var parts: [Bottleneck.Part] = []
        for post in classes.members[index] where left > 0 {
            let amount = min(left, posts[post].workThousandths)
            parts.append(Bottleneck.Part(post: posts[post].id, thousandths: amount))
            left -= amount
        }
        return parts
    }

    /// What was found, in the words of answers.
    func bottleneck(
        _ found: Found, from day: CalendarDate, until next: CalendarDate, worst: CalendarDate
    ) -> Bottleneck {
        let order = Dictionary(
            posts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let parts = found.classes.flatMap { self.parts(of: $0, found.demand[$0]) }
        let further = found.classes.flatMap { index in
            self.parts(of: index, found.demand[index] + found.further[index])
                .filter { all in
                    !parts.contains { $0.post == all.post && $0.thousandths == all.thousandths }
                }.map { all in
                    let meant = parts.first { $0.post == all.post }?.thousandths ?? 0
                    return Bottleneck.Part(
                        post: all.post, thousandths: all.thousandths - meant)
                }
        }
        func inOrder(_ some: [Bottleneck.Part]) -> [Bottleneck.Part] {
            some.sorted { (order[$0.post] ?? 0) < (order[$1.post] ?? 0) }
        }
        return Bottleneck(
            posts: inOrder(parts), alike: inOrder(further),
            people: flow.people(qualifiedFor: found.classes).map { people[$0].id },
            availableThousandths: found.available, from: day, until: next, worstOn: worst)
    }
}
