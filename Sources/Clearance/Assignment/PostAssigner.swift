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
        var flow = StaffFlow(
            demand: posts.map(\.workThousandths), limit: posts.map(\.limitThousandths),
            capacity: access.people.map { Int64($0.shareThousandths) }, cost: costs)
        var record = FillRecord(posts: posts, people: access.people)
        var shortages = ShortageRecord()
        for (day, next) in zip(days, days.dropFirst()) {
            let arrived = admit(&flow, on: day)
            flow.fill(arrived: arrived)
            record.take(flow.takeTouched(), from: flow, on: day)
            let active = activePosts(on: day)
            shortages.add(
                BottleneckFinder(flow: flow, assigner: self, active: active).find(on: day),
                from: day, until: next)
        }
        let last = days[days.count - 1]
        return Assignment(fills: record.finish(on: last), bottlenecks: shortages.finish())
    }

    /// Posts that are to be filled on a day.
    func activePosts(on day: CalendarDate) -> [Bool] {
        posts.map { $0.from <= day && day < $0.until }
    }

    /// Posts that a person may fill on a day.
    func row(of person: Int, on day: Int32, verdicts: inout [Bool], active: [Bool]) -> PostSet {
        for need in access.needs.indices {
            let verdict = access.decide(person, need, on: day)
            verdicts[need] = acceptance.takes(verdict) || asIfFit[person] && verdict != .ineligible
        }
        var set = PostSet(count: posts.count)
        for post in posts.indices where active[post] && verdicts[needIndex[post]] {
            set.insert(post)
        }
        return set
    }

    /// Asks again who may fill what; gives the people who have come or may do other things.
    private func admit(_ flow: inout StaffFlow, on day: CalendarDate) -> [Int] {
        let number = PreparedAccess.dayNumber(day)
        let active = activePosts(on: day)
        var verdicts = Array(repeating: false, count: access.needs.count)
        var arrived: [Int] = []
        for person in access.people.indices {
            let row = row(of: person, on: number, verdicts: &verdicts, active: active)
            if flow.admit(person, to: row) { arrived.append(person) }
        }
        return arrived
    }
}

/// Keeps who has done what since when.
private struct FillRecord {
    let posts: [Post]
    let people: [Person]
    private var running: [Int: [(share: StaffFlow.Share, from: CalendarDate)]] = [:]
    private var fills: [Assignment.Fill] = []

    init(posts: [Post], people: [Person]) {
        self.posts = posts
        self.people = people
    }

    /// Takes what people do from a day on.
    mutating func take(_ touched: [Int], from flow: StaffFlow, on day: CalendarDate) {
        for person in touched {
            let shares = flow.shares(of: person)
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
            (position[$0.post] ?? 0, $0.person, $0.from) < (
                position[$1.post] ?? 0, $1.person, $1.from
            )
        }
    }
}

/// Joins the same bottleneck of neighbouring spans.
private struct ShortageRecord {
    private var ended: [Bottleneck] = []
    private var running: [Bottleneck] = []

    mutating func add(_ found: [Bottleneck], from day: CalendarDate, until next: CalendarDate) {
        var going: [Bottleneck] = []
        for one in found {
            let before = running.first {
                $0.posts == one.posts && $0.people == one.people
                    && $0.availableThousandths == one.availableThousandths
            }
            going.append(
                Bottleneck(
                    posts: one.posts, people: one.people,
                    availableThousandths: one.availableThousandths, from: before?.from ?? day,
                    until: next))
            running.removeAll { $0 == before }
        }
        ended += running
        running = going
    }

    mutating func finish() -> [Bottleneck] {
        // Those of one day in the order in which they were found: each supposes the ones before.
        (ended + running).enumerated().sorted {
            ($0.element.from, $0.offset) < ($1.element.from, $1.offset)
        }.map(\.element)
    }
}
