import Catalog
import Clearance
import Quantities
import Requirements
import TestSupport
import Testing

/// Small worlds of posts and people, against oracles that share nothing with the flow.
struct AssignmentWorld {
    let world: LoadedWorld
    var people: [Person] = []
    var posts: [Post] = []
    /// Of each post, in thousandths of a head.
    var work: [Int64] = []
    var costs: [Int64] = []

    /// People who may fill posts by their roles alone: a role for each post.
    init(_ world: LoadedWorld, seed: UInt64, people count: Int, posts postCount: Int) throws {
        self.world = world
        var random = SeededGenerator(seed: seed)
        let (from, until) = (world.day("2026-01-01"), world.day("2027-01-01"))
        for post in 0..<postCount {
            var need = try world.need("xa-open")
            // In every third world some posts ask the same.
            need.role = RoleID("r\(seed % 3 == 0 ? post % 2 : post)")
            posts.append(
                Post(
                    id: "post\(post)", need: need,
                    workThousandths: [500, 1000, 1500, 2000].randomElement(using: &random) ?? 1000,
                    persons: Int.random(in: 1...4, using: &random) == 1 ? 2 : 1, from: from,
                    until: until))
        }
        work = posts.map(\.workThousandths)
        for person in 0..<count {
            let roles = (0..<postCount).filter { _ in Int.random(in: 0...2, using: &random) == 0 }
            people.append(
                Person(
                    id: "p\(person)", nationalities: [OwnerID("XA")],
                    roles: roles.map { RoleID("r\($0)") } + [RoleID("none")],
                    shareThousandths: [500, 1000, 1000].randomElement(using: &random) ?? 1000))
            costs.append(Int64.random(in: 0...3, using: &random))
        }
    }

    func assign() -> Assignment {
        PostAssigner(
            people, to: posts, by: PersonJudge(world.book, roster: Roster()), costs: costs,
            accepting: .conditional
        ).assign()
    }

    func may(_ person: Int, _ post: Int) -> Bool {
        posts[post].need.role.map { people[person].roles.contains($0) } ?? false
    }

    /// The most work that can be done, as the least cut: over every set of posts, the work of the
    /// others and what people can give to these.
    func mostWork(_ posts: [Int], without person: Int? = nil) -> Int64 {
        var least = Int64.max
        for mask in 0..<(1 << posts.count) {
            let inside = posts.indices.filter { mask >> $0 & 1 == 1 }.map { posts[$0] }
            var cut = posts.filter { !inside.contains($0) }
                .map { work[$0] }.reduce(0, +)
            for one in people.indices where one != person {
                let open = inside.filter { may(one, $0) }
                    .map { self.posts[$0].limitThousandths }.reduce(0, +)
                cut += min(Int64(people[one].shareThousandths), open)
            }
            least = min(least, cut)
        }
        return least
    }

    /// The least cost of the most work: person by person in the order of cost, as much as the
    /// most work grows by; written with the least cut alone.
    func leastCost() -> Int64 {
        var cost: Int64 = 0
        var used: [Int] = []
        var done: Int64 = 0
        for person in people.indices.sorted(by: { (costs[$0], $0) < (costs[$1], $1) }) {
            used.append(person)
            var fewer = self
            fewer.people = used.map { people[$0] }
            let most = fewer.mostWork(Array(posts.indices))
            cost += (most - done) * costs[person]
            done = most
        }
        return cost
    }
}

struct AssignmentTests {
    @Test(arguments: 0..<120)
    func `as much is filled as the least cut allows, at the least cost`(seed: UInt64) throws {
        let world = try AssignmentWorld(
            try .standard(), seed: seed, people: Int(seed % 7) + 1, posts: Int(seed % 5) + 1)
        let assignment = world.assign()
        let done = assignment.fills.map(\.thousandths).reduce(0, +)
        #expect(done == world.mostWork(Array(world.posts.indices)))
        let index = Dictionary(uniqueKeysWithValues: world.people.enumerated().map { ($1.id, $0) })
        let cost = assignment.fills.map { $0.thousandths * world.costs[index[$0.person] ?? 0] }
            .reduce(0, +)
        #expect(cost == world.leastCost())
    }

    @Test(arguments: 0..<120)
    func `nobody does more than he can, or what he may not`(seed: UInt64) throws {
        let world = try AssignmentWorld(
            try .standard(), seed: seed &+ 1000, people: Int(seed % 9) + 1,
            posts: Int(seed % 6) + 1)
        let fills = world.assign().fills
        for (person, of) in Dictionary(grouping: fills, by: \.person) {
            let index = try #require(world.people.firstIndex { $0.id == person })
            #expect(
                of.map(\.thousandths).reduce(0, +) <= Int64(world.people[index].shareThousandths))
            for fill in of {
                let post = try #require(world.posts.firstIndex { $0.id == fill.post })
                #expect(world.may(index, post))
                #expect(fill.thousandths > 0)
                #expect(fill.thousandths <= world.posts[post].limitThousandths)
            }
        }
        for (post, of) in Dictionary(grouping: fills, by: \.post) {
            let index = try #require(world.posts.firstIndex { $0.id == post })
            #expect(of.map(\.thousandths).reduce(0, +) <= world.posts[index].workThousandths)
        }
    }

    @Test(arguments: 0..<120)
    func `a bottleneck is short by itself, and without any of its posts it is not`(seed: UInt64)
        throws
    {
        let world = try AssignmentWorld(
            try .standard(), seed: seed &+ 5000, people: Int(seed % 6) + 1,
            posts: Int(seed % 5) + 2)
        let assignment = world.assign()
        let all = Array(world.posts.indices)
        let needed = world.work.reduce(0, +)
        #expect(assignment.isComplete == (world.mostWork(all) == needed))
        let missing = assignment.bottlenecks.map(\.missingInAllThousandths).reduce(0, +)
        #expect(missing == needed - world.mostWork(all))
        for bottleneck in assignment.bottlenecks {
            let posts = bottleneck.posts.compactMap { part in
                world.posts.firstIndex { $0.id == part.post }
            }
            // What posts of an earlier bottleneck can have is all that is meant of them here.
            var part = world
            for one in bottleneck.posts {
                guard let index = world.posts.firstIndex(where: { $0.id == one.post }) else {
                    continue
                }
                part.work[index] = one.thousandths
            }
            func isShort(_ posts: [Int]) -> Bool {
                part.mostWork(posts) < posts.map { part.work[$0] }.reduce(0, +)
            }
            #expect(isShort(posts))
            for post in posts { #expect(!isShort(posts.filter { $0 != post })) }
            #expect(bottleneck.availableThousandths == part.mostWork(posts))
            let qualified = world.people.indices.filter { one in
                posts.contains { world.may(one, $0) }
            }
            #expect(bottleneck.people == qualified.map { world.people[$0].id })
        }
    }

    @Test func `generated worlds are complete and short`() throws {
        var found: Set<Bool> = []
        for seed in 0..<60 as Range<UInt64> {
            let world = try AssignmentWorld(try .standard(), seed: seed, people: 6, posts: 3)
            found.insert(world.assign().isComplete)
        }
        #expect(found == [true, false])
    }

    @Test func `a clearance that ends in the term opens a gap from that day on`() throws {
        let world = try LoadedWorld.standard()
        let (from, until) = (world.day("2026-03-01"), world.day("2027-03-01"))
        let post = Post(
            id: "watch", need: try world.need("xa-hidden"), workThousandths: 1000, from: from,
            until: until)
        let ending = world.person([try world.held("xa-c-hidden", to: "2026-09-01")])
        let late = Person(
            id: "p2", nationalities: [OwnerID("XA")], employer: "firm",
            clearances: [try world.held("xa-c-hidden")], country: OwnerID("XA"),
            from: world.day("2026-11-01"), needToKnow: true, briefed: world.day("2026-01-01"))
        let assignment = PostAssigner(
            [ending, late], to: [post], by: PersonJudge(world.book, roster: world.roster),
            costs: [1, 1], accepting: .eligible
        ).assign()
        #expect(
            assignment.fills.map { "\($0.person) \($0.from) \($0.until)" } == [
                "p1 2026-03-01 2026-09-01", "p2 2026-11-01 2027-03-01",
            ])
        #expect(assignment.bottlenecks.map(\.from) == [world.day("2026-09-01")])
        #expect(assignment.bottlenecks.map(\.until) == [world.day("2026-11-01")])
        #expect(assignment.bottlenecks.map(\.missingThousandths) == [1000])
    }

    @Test(arguments: 0..<40)
    func `day by day the answer is that of the day alone`(seed: UInt64) throws {
        // People come and go; each span is compared with an assignment of that span by itself.
        let world = try LoadedWorld.standard()
        var random = SeededGenerator(seed: seed)
        var small = try AssignmentWorld(world, seed: seed &+ 9000, people: 6, posts: 3)
        let start = world.day("2026-01-01")
        small.people = try small.people.map { person in
            let first = try start.adding(days: Int.random(in: 0...200, using: &random))
            let last = try start.adding(days: Int.random(in: 150...365, using: &random))
            return Person(
                id: person.id, nationalities: person.nationalities, roles: person.roles,
                from: first, until: max(last, try first.adding(days: 1)),
                shareThousandths: person.shareThousandths)
        }
        let whole = small.assign()
        let index = Dictionary(uniqueKeysWithValues: small.people.enumerated().map { ($1.id, $0) })
        for offset in stride(from: 0, to: 365, by: 17) {
            let day = try start.adding(days: offset)
            let there = small.people.filter { person in
                (person.from.map { $0 <= day } ?? true) && (person.until.map { day < $0 } ?? true)
            }
            var alone = small
            alone.people = there
            alone.costs = there.map { small.costs[index[$0.id] ?? 0] }
            let fills = whole.fills.filter { $0.from <= day && day < $0.until }
            #expect(
                fills.map(\.thousandths).reduce(0, +) == alone.mostWork(Array(small.posts.indices)),
                "seed \(seed), \(day)")
            let cost = fills.map { $0.thousandths * small.costs[index[$0.person] ?? 0] }
                .reduce(0, +)
            #expect(cost == alone.leastCost(), "seed \(seed), \(day)")
        }
    }
}
