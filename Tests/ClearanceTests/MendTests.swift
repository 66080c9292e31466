import Catalog
import Clearance
import Quantities
import Requirements
import TestSupport
import Testing

/// Mends close the gap when they are applied, and no fewer people of their kind do.
struct MendTests {
    let world: LoadedWorld

    init() throws { world = try .standard() }

    private func post(_ id: String, _ level: String, work: Int64) throws -> Post {
        Post(
            id: id, need: try world.need(level), workThousandths: work,
            from: world.day("2026-03-01"), until: world.day("2027-03-01"))
    }

    private func row(
        _ id: String, _ clearances: [HeldClearance], nationality: String = "XA",
        share: Int = 1000
    ) -> Person {
        Person(
            id: id, nationalities: [OwnerID(nationality)], employer: "customer",
            clearances: clearances, country: OwnerID("XA"), shareThousandths: share,
            needToKnow: true, briefed: world.day("2026-01-01"))
    }

    private func mends(
        _ people: [Person], _ posts: [Post], _ acceptance: Acceptance = .eligible
    ) throws -> [Mend] {
        let judge = PersonJudge(world.book, roster: world.roster)
        let assignment = PostAssigner(
            people, to: posts, by: judge, costs: people.map { _ in 1 }, accepting: acceptance
        ).assign()
        let bottleneck = try #require(assignment.bottlenecks.first)
        return MendFinder(people, posts: posts, judge: judge, accepting: acceptance)
            .mends(of: bottleneck)
    }

    @Test func `each kind of mend is offered where it helps`() throws {
        let people = [
            row("fit", [try world.held("xa-c-hidden")]),
            row("ends", [try world.held("xa-c-hidden", to: "2026-06-01")]),
            row("tied", [try world.held("xa-c-tied", sponsor: "another")]),
            row("unsure", [try world.held("xa-c-doubt")]),
            row("uncleared", []),
            row("foreign", [], nationality: "XC"),
        ]
        // Up to the day on which 'ends' is gone too.
        let watch = Post(
            id: "watch", need: try world.need("xa-hidden"), workThousandths: 3000,
            from: world.day("2026-03-01"), until: world.day("2026-06-01"))
        let found = try mends(people, [watch])
        let words = found.map {
            "\($0.kind.rawValue) \($0.count) \($0.people.joined(separator: "+"))"
        }
        // One is missing beside the two who are fit.
        #expect(
            words == [
                "confirm 1 unsure", "sponsor 1 tied", "clear 1 tied", "hire 1 ",
            ])
        #expect(found.map(\.isLeast) == [true, true, true, true])
        #expect(found.last?.leadTime?.description == "P90D")
    }

    @Test func `a clearance that ends in the gap is extended`() throws {
        let people = [row("ends", [try world.held("xa-c-hidden", to: "2026-06-01")])]
        let found = try mends(people, [try post("watch", "xa-hidden", work: 1000)])
        #expect(found.first?.kind == .extend)
        #expect(found.first?.people == ["ends"])
    }

    @Test func `nobody is hired for what nobody may do`() throws {
        var posts = [try post("watch", "xa-hidden", work: 1000)]
        var need = posts[0].need
        need.admitted = [[OwnerID("XA")], [OwnerID("XB")]]
        posts = [
            Post(
                id: "watch", need: need, workThousandths: 1000, from: world.day("2026-03-01"),
                until: world.day("2027-03-01"))
        ]
        #expect(try mends([row("fit", [try world.held("xa-c-hidden")])], posts).isEmpty)
    }

    @Test(arguments: 0..<40)
    func `the fewest close the gap, and no fewer do`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let posts = try (0..<2).map { index in
            try post(
                "post\(index)", index == 0 ? "xa-hidden" : "xa-sealed",
                work: Int64(Int.random(in: 1...4, using: &random) * 500))
        }
        let people = try (0..<6).map { index in
            let kind = Int.random(in: 0...3, using: &random)
            let clearances =
                kind == 0
                ? []
                : [
                    try world.held(
                        kind == 1 ? "xa-c-hidden" : "xa-c-sealed",
                        to: Bool.random(using: &random) ? "2026-03-01" : "2030-01-01", sponsor: nil)
                ]
            return row(
                "p\(index)", clearances, share: [400, 1000].randomElement(using: &random) ?? 1000)
        }
        let judge = PersonJudge(world.book, roster: world.roster)
        let assignment = PostAssigner(
            people, to: posts, by: judge, costs: people.map { _ in 1 }, accepting: .eligible
        ).assign()
        for bottleneck in assignment.bottlenecks {
            let finder = MendFinder(people, posts: posts, judge: judge, accepting: .eligible)
            for mend in finder.mends(of: bottleneck) where mend.kind == .clear {
                let gap = posts.compactMap { post -> Post? in
                    let work = (bottleneck.posts + bottleneck.alike)
                        .filter { $0.post == post.id }.map(\.thousandths).reduce(0, +)
                    return work == 0
                        ? nil
                        : Post(
                            id: post.id, need: post.need, workThousandths: work,
                            from: post.from, until: post.until)
                }
                func closes(_ ids: Set<String>) throws -> Bool {
                    let after = try people.map { person in
                        try ids.contains(person.id)
                            ? person.holding([
                                world.held("xa-c-hidden"), world.held("xa-c-sealed"),
                            ]) : person
                    }
                    return PostAssigner(
                        after, to: gap, by: judge, costs: after.map { _ in 1 },
                        accepting: .eligible
                    ).assign().isComplete
                }
                #expect(try closes(Set(mend.people)), "seed \(seed)")
                let ids = people.map(\.id)
                for mask in 0..<(1 << ids.count) where mask.nonzeroBitCount < mend.count {
                    let some = Set(ids.indices.filter { mask >> $0 & 1 == 1 }.map { ids[$0] })
                    #expect(try !closes(some), "seed \(seed), \(some) beside \(mend.people)")
                }
            }
        }
    }
}
