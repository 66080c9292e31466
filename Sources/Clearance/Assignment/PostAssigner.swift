import Quantities
package import Requirements

/// Assigns people to posts over time: everything that can be filled, by the cheapest people; and
/// where posts stay open, why.
///
/// Between two days on which an answer changes nothing has to be asked again. Exact: in whole
/// thousandths of a head, never greedy.
package struct PostAssigner {
    /// Posts in the order written.
    package let posts: [Post]
    let access: PreparedAccess
    let acceptance: Acceptance
    /// What a thousandth of a head of each person costs; only the order matters.
    private let costs: [Int64]
    private let needIndex: [Int]
    /// People who count as fit where a missing fact or a step is all that speaks against them.
    private let asIfFit: [Bool]

    /// Prepares an assignment.
    ///
    /// - Parameters:
    ///   - costs: What each person costs in relation to the others; by position.
    package init(
        _ people: [Person], to posts: [Post], by judge: PersonJudge, costs: [Int64],
        accepting acceptance: Acceptance, asIfFit: Set<String> = []
    ) {
        var needs: [AccessNeed] = []
        var known: [AccessNeed: Int] = [:]
        needIndex = posts.map { post in
            if let index = known[post.need] { return index }
            known[post.need] = needs.count
            needs.append(post.need)
            return needs.count - 1
        }
        self.asIfFit = people.map { asIfFit.contains($0.id) }
        let start = posts.map(\.from).min()
        let end = posts.map(\.until).max()
        self.posts = posts
        self.acceptance = acceptance
        self.costs = costs
        let today = start ?? CalendarDate(year: 2000, month: 1, day: 1)
        access = PreparedAccess(
            people, for: needs, by: judge, from: today ?? posts[0].from, to: end ?? posts[0].until)
    }

    /// Days on which a span begins, with the first day after the last one.
    private var days: [CalendarDate] {
        let bounds = posts.flatMap { [$0.from, $0.until] }
        guard let first = bounds.min(), let last = bounds.max() else { return [] }
        let turning = access.turningDays.filter { first < $0 && $0 < last }
        return Set(bounds + turning).sorted()
    }

    /// Assigns.
    package func assign() -> Assignment {
        let days = self.days
        guard days.count > 1 else { return Assignment(fills: [], bottlenecks: []) }
        let capacity = access.people.map { Int64($0.shareThousandths) }
        let classes = PostClasses(posts, mostCapacity: capacity.max() ?? 0)
        var flow = StaffFlow(
            demand: classes.demand, limit: classes.limit, capacity: capacity, cost: costs)
        var record = FillRecord(classes: classes, posts: posts, people: access.people)
        var shortages = ShortageRecord()
        let peopleByDay = self.peopleByDay
        let turnsForAll = Set(access.catalogDays + posts.flatMap { [$0.from, $0.until] })
        for (index, day) in days.dropLast().enumerated() {
            let isForAll = index == 0 || turnsForAll.contains(day)
            let arrived = admitAll(
                &flow, classes, on: day, only: isForAll ? nil : peopleByDay[day] ?? [])
            // From nothing, the cheapest come first: there is nobody to exchange.
            flow.fill(arrived: index == 0 ? [] : arrived)
            record.take(flow.takeTouched(), from: flow, on: day)
            shortages.add(flow, asked(classes, on: day), on: day) { asked in
                finder(flow, classes).find(asked)
            }
        }
        let last = days[days.count - 1]
        // A shortage that a later one builds on is found with it once more.
        var seen: Set<Bottleneck.Identity> = []
        let bottlenecks = shortages.finish(on: last).flatMap { run in
            self.bottlenecks(of: run, classes, capacity)
        }.filter { seen.insert($0.identity).inserted }
        return Assignment(fills: record.finish(on: last), bottlenecks: bottlenecks)
    }

    private func finder(_ flow: StaffFlow, _ classes: PostClasses) -> BottleneckFinder {
        BottleneckFinder(flow: flow, classes: classes, posts: posts, people: access.people)
    }

    /// Work of each class that is asked for on a day.
    private func asked(_ classes: PostClasses, on day: CalendarDate) -> [Int64] {
        classes.demand.enumerated().map { index, work in
            let post = classes.first(index)
            return post.from <= day && day < post.until ? work : 0
        }
    }

    /// What is short in a run of days, as it is on the worst of them; what is short elsewhere keeps
    /// what it has.
    private func bottlenecks(
        of run: ShortageRecord.Run, _ classes: PostClasses, _ capacity: [Int64]
    ) -> [Bottleneck] {
        var flow = StaffFlow(
            demand: classes.demand, limit: classes.limit, capacity: capacity, cost: costs)
        admitAll(&flow, classes, on: run.worstOn)
        let finder = finder(flow, classes)
        var found = [run.found]
        if run.worstOn != run.from {
            flow.fill(arrived: [])
            let asked = asked(classes, on: run.worstOn).enumerated().map { index, work in
                run.found.classes.contains(index) ? work : min(work, flow.filled[index])
            }
            found = finder.find(asked)
        }
        return found.map {
            finder.bottleneck($0, from: run.from, until: run.until, worst: run.worstOn)
        }
    }

    /// Classes of posts that a person may fill on a day.
    private func row(
        of person: Int, _ classes: PostClasses, on day: Int32, active: [Bool],
        verdicts: inout [Bool]
    ) -> PostSet {
        for need in access.needs.indices {
            let verdict = access.decide(person, need, on: day)
            verdicts[need] =
                acceptance.takes(verdict) || asIfFit[person] && verdict != .ineligible
        }
        var set = PostSet(count: active.count)
        for index in active.indices
        where active[index] && verdicts[needIndex[classes.members[index][0]]] {
            set.insert(index)
        }
        return set
    }

    /// Asks who may fill what; gives the people who have come or may do other things.
    ///
    /// Nobody else's answer changes on a day that turns nothing for all.
    @discardableResult
    private func admitAll(
        _ flow: inout StaffFlow, _ classes: PostClasses, on day: CalendarDate,
        only people: [Int]? = nil
    ) -> [Int] {
        let number = PreparedAccess.dayNumber(day)
        let active = asked(classes, on: day).map { $0 > 0 }
        var verdicts = Array(repeating: false, count: access.needs.count)
        var arrived: [Int] = []
        for person in people ?? Array(access.people.indices) {
            let row = row(
                of: person, classes, on: number, active: active, verdicts: &verdicts)
            if flow.admit(person, to: row) { arrived.append(person) }
        }
        return arrived
    }

    /// People by the days on which their own answers may change.
    private var peopleByDay: [CalendarDate: [Int]] {
        var found: [CalendarDate: [Int]] = [:]
        for (index, person) in access.people.enumerated() {
            for day in Set(access.turningDays(of: person)) { found[day, default: []].append(index) }
        }
        return found
    }
}

/// Keeps who has done what since when.
private struct FillRecord {
    let posts: [Post]
    let people: [Person]
    private var ledger: ClassLedger
    private var running: [Int: [(share: StaffFlow.Share, from: CalendarDate)]] = [:]
    private var fills: [Assignment.Fill] = []

    init(classes: PostClasses, posts: [Post], people: [Person]) {
        self.posts = posts
        self.people = people
        ledger = ClassLedger(classes, posts)
    }

    /// Takes what people do from a day on.
    mutating func take(_ touched: [Int], from flow: StaffFlow, on day: CalendarDate) {
        for person in touched { ledger.release(person, to: flow.shares(of: person)) }
        for person in touched { ledger.add(person, to: flow.shares(of: person)) }
        for person in touched {
            let shares = ledger.shares(of: person)
            let before = running[person] ?? []
            var kept: [(share: StaffFlow.Share, from: CalendarDate)] = []
            for share in shares {
                let old = before.first { $0.share == share }
                kept.append((share, old?.from ?? day))
            }
            for old in before where !shares.contains(old.share) { close(old, person, on: day) }
            running[person] = kept
        }
    }

    private mutating func close(
        _ one: (share: StaffFlow.Share, from: CalendarDate), _ person: Int, on day: CalendarDate
    ) {
        guard one.from < day else { return }
        fills.append(
            Assignment.Fill(
                post: posts[one.share.post].id, person: people[person].id,
                thousandths: one.share.amount, from: one.from, until: day))
    }

    /// Ends everything that still runs; by post, person and day.
    mutating func finish(on day: CalendarDate) -> [Assignment.Fill] {
        for (person, shares) in running {
            for one in shares { close(one, person, on: day) }
        }
        let position = Dictionary(
            posts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        return fills.sorted {
            (position[$0.post] ?? 0, $0.person, $0.from)
                < (position[$1.post] ?? 0, $1.person, $1.from)
        }
    }
}

/// Follows classes of posts that are short together from day to day.
private struct ShortageRecord {
    /// Days in a row on which some of the same posts stay open.
    struct Run {
        /// As it was on the first day.
        let found: BottleneckFinder.Found
        let from: CalendarDate
        var until: CalendarDate
        var worstOn: CalendarDate
        var worst: Int64
    }

    private var ended: [Run] = []
    private var running: [Run] = []

    /// Takes a day.
    ///
    /// - Parameter find: gives what is short, of posts that no running shortage explains.
    mutating func add(
        _ flow: StaffFlow, _ asked: [Int64], on day: CalendarDate,
        find: ([Int64]) -> [BottleneckFinder.Found]
    ) {
        func missing(_ classes: [Int]) -> Int64 {
            classes.map { max(0, asked[$0] - flow.filled[$0]) }.reduce(0, +)
        }
        var going: [Run] = []
        for var run in running {
            let open = missing(run.found.classes)
            run.until = day
            if open == 0 {
                ended.append(run)
                continue
            }
            if open > run.worst {
                run.worst = open
                run.worstOn = day
            }
            going.append(run)
        }
        let explained = Set(going.flatMap(\.found.classes))
        let open = asked.indices.filter { flow.filled[$0] < asked[$0] }
        if !open.allSatisfy(explained.contains) {
            // What is explained already keeps what it has.
            let rest = asked.indices.map {
                explained.contains($0) ? min(asked[$0], flow.filled[$0]) : asked[$0]
            }
            going += find(rest).map { found in
                Run(
                    found: found, from: day, until: day, worstOn: day,
                    worst: missing(found.classes))
            }
        }
        running = going
    }

    /// All shortages by their first day; those that still run end on `day`.
    mutating func finish(on day: CalendarDate) -> [Run] {
        for index in running.indices { running[index].until = day }
        return (ended + running).enumerated().sorted {
            ($0.element.from, $0.offset) < ($1.element.from, $1.offset)
        }.map(\.element)
    }
}
