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
    /// More than these nobody reads; every open post is still said to be open.
    package static let mostBottlenecks = 100

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
            shortages.add(flow, asked(classes, on: day), on: day)
        }
        let last = days[days.count - 1]
        var bottlenecks: [Bottleneck] = []
        for episode in shortages.finish(on: last) where bottlenecks.count < Self.mostBottlenecks {
            bottlenecks += self.bottlenecks(of: episode, classes, capacity)
        }
        bottlenecks = Array(bottlenecks.prefix(Self.mostBottlenecks))
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

    /// What is short in a row of days: as it is on the day on which most is missing, then what
    /// stays open on other days only, each on its own worst day.
    private func bottlenecks(
        of episode: ShortageRecord.Episode, _ classes: PostClasses, _ capacity: [Int64]
    ) -> [Bottleneck] {
        var left = Set(episode.open.keys)
        var bottlenecks: [Bottleneck] = []
        var day = episode.worstOn
        while bottlenecks.count < Self.mostBottlenecks {
            var flow = StaffFlow(
                demand: classes.demand, limit: classes.limit, capacity: capacity, cost: costs)
            admitAll(&flow, classes, on: day)
            flow.fill(arrived: [])
            // What has been told already keeps what it has.
            let asked = asked(classes, on: day).enumerated().map { index, work in
                day == episode.worstOn || left.contains(index)
                    ? work : min(work, flow.filled[index])
            }
            let finder = finder(flow, classes)
            for found in finder.find(asked, most: Self.mostBottlenecks) {
                let open = found.classes.compactMap { episode.open[$0] }
                let days = open.map { $0.from }
                let ends = open.map { $0.until }
                bottlenecks.append(
                    finder.bottleneck(
                        found, from: days.min() ?? day, until: ends.max() ?? episode.until,
                        worst: day))
                left.subtract(found.classes)
            }
            guard let next = left.min(by: { $0 < $1 }), let open = episode.open[next] else { break }
            if open.worstOn == day {
                // It is short with others that have been told, and only beside them.
                left.remove(next)
                guard let other = left.min(), let one = episode.open[other] else { break }
                day = one.worstOn
            } else {
                day = open.worstOn
            }
        }
        return bottlenecks
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

/// Follows classes of posts that stay open from day to day.
private struct ShortageRecord {
    /// Days on which a class stays open, from the first to the last of an episode.
    struct Open {
        let from: CalendarDate
        var until: CalendarDate
        var worstOn: CalendarDate
        var worst: Int64
    }

    /// Days in a row on which something stays open.
    struct Episode {
        var until: CalendarDate
        var worstOn: CalendarDate
        var worst: Int64
        /// By class.
        var open: [Int: Open]
    }

    private var ended: [Episode] = []
    private var running: Episode?
    /// Classes that were open on the day before.
    private var last: [Int] = []

    mutating func add(_ flow: StaffFlow, _ asked: [Int64], on day: CalendarDate) {
        for index in last { running?.open[index]?.until = day }
        let missing = asked.indices.map { max(0, asked[$0] - flow.filled[$0]) }
        let total = missing.reduce(0, +)
        last = missing.indices.filter { missing[$0] > 0 }
        guard total > 0 else {
            if var episode = running {
                episode.until = day
                ended.append(episode)
                running = nil
            }
            return
        }
        var episode = running ?? Episode(until: day, worstOn: day, worst: total, open: [:])
        if total > episode.worst {
            episode.worst = total
            episode.worstOn = day
        }
        for index in last {
            var open =
                episode.open[index]
                ?? Open(from: day, until: day, worstOn: day, worst: missing[index])
            if missing[index] > open.worst {
                open.worst = missing[index]
                open.worstOn = day
            }
            episode.open[index] = open
        }
        running = episode
    }

    /// All episodes in order; one that still runs ends on `day`.
    mutating func finish(on day: CalendarDate) -> [Episode] {
        for index in last { running?.open[index]?.until = day }
        guard var episode = running else { return ended }
        episode.until = day
        return ended + [episode]
    }
}
