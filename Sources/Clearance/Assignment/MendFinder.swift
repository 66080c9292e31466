import Catalog
import Quantities
package import Requirements

/// Finds ways to fill the posts of a bottleneck, each verified by assigning again.
package struct MendFinder {
    let people: [Person]
    let posts: [Post]
    let judge: PersonJudge
    let acceptance: Acceptance

    /// Most assignments that one search for a smaller number may take.
    private static let mostTries = 400
    /// Most people among whom a smaller number is searched set by set.
    private static let mostSearched = 40

    /// Creates a finder for the people and posts of an assignment.
    package init(
        _ people: [Person], posts: [Post], judge: PersonJudge, accepting acceptance: Acceptance
    ) {
        self.people = people
        self.posts = posts
        self.judge = judge
        self.acceptance = acceptance
    }

    /// Gives one mend of each kind that closes the bottleneck by itself, in the order of kinds.
    package func mends(of bottleneck: Bottleneck) -> [Mend] {
        let gap = Gap(bottleneck, posts: posts)
        let qualified = people.filter { bottleneck.people.contains($0.id) }
        // What each person's verdicts are as things stand is asked once for all kinds.
        let standing = people.map { person in gap.needs.map { verdicts(person, $0, gap) } }
        let mends = Mend.Kind.allCases.compactMap { kind -> Mend? in
            let candidates =
                kind == .hire
                ? hired(gap)
                : zip(people, standing).compactMap { changed($0, $1, kind, gap) }
            guard let found = fewest(candidates, beside: qualified, gap) else { return nil }
            return mend(kind, found.people, isLeast: found.isLeast, gap)
        }
        // Steps that are renewals, or the taking over of a sponsor, are told as what they are.
        return mends.filter { mend in
            mend.kind != .fulfil
                || !mends.contains {
                    [.extend, .sponsor].contains($0.kind) && $0.people == mend.people
                }
        }
    }

    /// The posts of a bottleneck while it lasts.
    private struct Gap {
        let posts: [Post]
        let from: CalendarDate
        let until: CalendarDate
        let missing: Int64

        init(_ bottleneck: Bottleneck, posts: [Post]) {
            from = bottleneck.from
            until = bottleneck.until
            missing = bottleneck.missingInAllThousandths
            let parts = bottleneck.posts + bottleneck.alike
            self.posts = posts.compactMap { post in
                let work = parts.filter { $0.post == post.id }.map(\.thousandths).reduce(0, +)
                return work == 0
                    ? nil : post.part(work, during: bottleneck.from, bottleneck.until)
            }
        }

        /// What the posts ask, each once.
        var needs: [AccessNeed] {
            var seen: Set<AccessNeed> = []
            return posts.map(\.need).filter { seen.insert($0).inserted }
        }
    }

    // MARK: - Whom a kind of action makes fit

    /// The person after the action, where that makes fit for a post what was not.
    private func changed(
        _ person: Person, _ standing: [[Verdict]], _ kind: Mend.Kind, _ gap: Gap
    ) -> Person? {
        let fits = standing.map { $0.allSatisfy(acceptance.takes) }
        if fits.allSatisfy({ $0 }) { return nil }
        let after: Person
        switch kind {
        case .hire: return nil
        case .confirm: return uncertain(person, standing, .unknown)
        case .fulfil:
            return acceptance == .conditional ? nil : uncertain(person, standing, .conditional)
        case .extend:
            after = person.holding(
                person.clearances.map { held in
                    held.validity.until.map { $0 < gap.until } ?? false
                        ? held.expiring(gap.until) : held
                })
        case .sponsor:
            after = person.holding(person.clearances.map { $0.sponsored(by: Person.customer) })
        case .clear:
            guard let held = granted(to: person, gap) else { return nil }
            after = person.holding(person.clearances + held)
        }
        // Most people lack something else: the first day tells.
        guard after != person,
            gap.needs.contains(where: {
                acceptance.takes(judge.judge(after, for: $0, on: gap.from).verdict)
            })
        else { return nil }
        let gains = zip(gap.needs, fits).contains { need, fits in
            !fits && isFit(after, need, throughout: gap)
        }
        return gains ? after : nil
    }

    /// Whoever has that verdict is taken as fit: what is missing is known or done.
    private func uncertain(
        _ person: Person, _ standing: [[Verdict]], _ verdict: Verdict
    ) -> Person? {
        let fits = standing.contains { verdicts in
            verdicts.contains(verdict)
                && verdicts.allSatisfy { acceptance.takes($0) || $0 == verdict }
        }
        return fits ? person : nil
    }

    private func isFit(_ person: Person, _ need: AccessNeed, throughout gap: Gap) -> Bool {
        days(person, gap).allSatisfy { day in
            acceptance.takes(judge.judge(person, for: need, on: day).verdict)
        }
    }

    /// Verdicts on the days on which they can change.
    private func verdicts(_ person: Person, _ need: AccessNeed, _ gap: Gap) -> [Verdict] {
        days(person, gap).map { judge.judge(person, for: need, on: $0).verdict }
    }

    /// Days on which a person's verdicts can change while the gap lasts, the first one included.
    private func days(_ person: Person, _ gap: Gap) -> [CalendarDate] {
        let facility = person.employer.flatMap { judge.roster.facility($0) }
        let turning = person.turningDays + (facility?.turningDays ?? []) + judge.book.turningDays
        let later = turning.filter { gap.from < $0 && $0 < gap.until }
        return [gap.from] + Set(later).sorted()
    }

    /// Clearances at the levels of the posts, as their owners would grant them.
    private func granted(to person: Person, _ gap: Gap) -> [HeldClearance]? {
        let held = clearedLevels(gap).map { level in
            HeldClearance(
                issuer: level.owner, level: level, clearance: clearance(opening: level, gap),
                status: .final, granted: gap.from, expires: gap.until, sponsor: Person.customer)
        }
        return held.isEmpty ? nil : held
    }

    /// Levels that the posts ask clearances for, without those that another one covers.
    private func clearedLevels(_ gap: Gap) -> [Level] {
        let needed = gap.needs.map(\.level).filter { level in
            LevelNeed(level, judge.book.catalog).person != .notRequired
                || supposedLevel(level, gap)?.id != level.id
        }
        var seen: Set<LevelID> = []
        let levels = needed.compactMap { supposedLevel($0, gap) }
            .filter { seen.insert($0.id).inserted }
        return levels.filter { level in !levels.contains { $0.isAbove(level) } }
            .sorted { $0.id < $1.id }
    }

    /// The highest level that access to one supposes.
    private func supposedLevel(_ level: Level, _ gap: Gap) -> Level? {
        let needs = gap.needs.filter { $0.level.id == level.id }
        let raised = needs.flatMap {
            SupposedLevel.all(for: $0, on: gap.from, judge.book).map(\.level)
        }
        return ([level] + raised).max { $0.rank < $1.rank }
    }

    private func clearance(opening level: Level, _ gap: Gap) -> PersonnelClearance? {
        let named = gap.needs.compactMap(\.clearance).first { $0.level == level.id }
        if let named { return named }
        return first(opening: level)
    }

    private func first(opening level: Level) -> PersonnelClearance? {
        judge.book.catalog.owner(level.owner)?.clearances.first { $0.level == level.id }
    }

    /// People who fulfil all that the posts ask, if anybody can.
    private func hired(_ gap: Gap) -> [Person] {
        let most = (gap.posts.map(\.workThousandths).reduce(0, +) + 999) / 1000
        let count = Int(min(most, 2000))
        let template = gap.needs[0]
        let named = gap.needs.flatMap { need in
            (need.nationality?.nations ?? []) + need.admitted.joined()
                + need.caveats.flatMap(\.admits)
        }
        let catalog = judge.book.catalog
        let nations =
            [template.customer] + named + named.flatMap { catalog.owner($0)?.members ?? [] }
        for nation in nations where catalog.owner(nation)?.kind != .organisation {
            let people = hired(count, of: nation, template, gap)
            if !people.isEmpty { return people }
        }
        return []
    }

    private func hired(
        _ count: Int, of nation: OwnerID, _ template: AccessNeed, _ gap: Gap
    ) -> [Person] {
        let person = Person(
            id: "new", nationalities: [nation], employer: Person.customer,
            clearances: [], readIns: Array(Set(gap.needs.flatMap(\.readIns))).sorted(),
            roles: Array(Set(gap.needs.compactMap(\.role))).sorted(),
            country: template.within.first.flatMap { place in
                judge.book.catalog.owner(place)?.kind == .organisation
                    ? judge.book.catalog.owner(place)?.members.first : place
            } ?? template.customer,
            needToKnow: true, briefed: gap.from)
        let cleared = granted(to: person, gap).map { person.holding($0) } ?? person
        guard gap.needs.allSatisfy({ isFit(cleared, $0, throughout: gap) }) else { return [] }
        return Array(repeating: cleared, count: count)
    }

    // MARK: - The fewest

    /// The fewest of some people who fill the posts together with those who are fit already.
    private func fewest(
        _ candidates: [Person], beside qualified: [Person], _ gap: Gap
    ) -> (people: [Person], isLeast: Bool)? {
        let ids = Set(candidates.map(\.id))
        let others = qualified.filter { !ids.contains($0.id) || $0.id == "new" }
        func fills(_ some: [Person]) -> Bool {
            isFilled(
                others
                    + qualified.filter { one in
                        ids.contains(one.id) && !some.contains { $0.id == one.id }
                    } + some, confirmed: some, gap)
        }
        guard !candidates.isEmpty, fills(candidates) else { return nil }
        // Those who can give most first: fewer than these cannot give enough.
        let sorted = candidates.enumerated().sorted {
            (-$0.element.shareThousandths, $0.offset) < (-$1.element.shareThousandths, $1.offset)
        }.map(\.element)
        var least = 0
        var sum: Int64 = 0
        while least < sorted.count, sum < gap.missing {
            sum += Int64(sorted[least].shareThousandths)
            least += 1
        }
        least = max(1, least)
        // The same people by count: found by halving.
        var low = least
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if fills(Array(sorted.prefix(middle))) { high = middle } else { low = middle + 1 }
        }
        var best = reduced(Array(sorted.prefix(high)), fills)
        guard best.count > least, ids.count > 1 else { return (best, true) }
        guard sorted.count <= Self.mostSearched else { return (best, false) }
        var search = SubsetSearch(candidates: sorted, mostTries: Self.mostTries)
        while best.count > least, let smaller = search.find(best.count - 1, fills) {
            best = smaller
        }
        return (best, best.count == least || !search.isCutShort)
    }

    /// Leaves out whoever is not needed.
    private func reduced(_ people: [Person], _ fills: ([Person]) -> Bool) -> [Person] {
        var kept = people
        guard (2...Self.mostSearched).contains(Set(people.map(\.id)).count) else { return kept }
        var index = 0
        while index < kept.count {
            var fewer = kept
            fewer.remove(at: index)
            if fills(fewer) { kept = fewer } else { index += 1 }
        }
        return kept
    }

    /// Assigns again, the people of the mend counted as fit.
    private func isFilled(_ people: [Person], confirmed: [Person], _ gap: Gap) -> Bool {
        let fit = Set(confirmed.map(\.id))
        return PostAssigner(
            people, to: gap.posts, by: judge, costs: people.map { _ in 0 }, accepting: acceptance,
            asIfFit: fit
        ).assign().isComplete
    }

    private func end(of period: CalendarPeriod, from day: CalendarDate) -> CalendarDate {
        (try? day.adding(period)) ?? day
    }

    private func mend(
        _ kind: Mend.Kind, _ people: [Person], isLeast: Bool, _ gap: Gap
    ) -> Mend {
        let clearances: [PersonnelClearance]
        switch kind {
        case .confirm, .fulfil: clearances = []
        case .extend, .sponsor: clearances = people.flatMap(\.clearances).compactMap(\.clearance)
        case .clear, .hire:
            clearances = clearedLevels(gap).compactMap { clearance(opening: $0, gap) }
        }
        var seen: Set<ClearanceID> = []
        let each = clearances.filter { seen.insert($0.id).inserted }
        let times = each.map { clearance -> CalendarPeriod? in
            clearance.provenance.confidence(of: "leadTime") == .unverified
                ? nil : clearance.leadTime
        }
        let known = times.compactMap { $0 }
        let longest =
            known.count < times.count
            ? nil : known.max { end(of: $0, from: gap.from) < end(of: $1, from: gap.from) }
        return Mend(
            kind: kind, people: kind == .hire ? [] : people.map(\.id), count: people.count,
            isLeast: isLeast, nation: kind == .hire ? people.first?.nationalities.first : nil,
            needs: gap.needs, clearances: each, leadTime: longest)
    }
}

/// Tries sets of a given number of people, in order, up to a number of tries.
private struct SubsetSearch {
    let candidates: [Person]
    let mostTries: Int
    private(set) var isCutShort = false
    private var tries = 0

    init(candidates: [Person], mostTries: Int) {
        self.candidates = candidates
        self.mostTries = mostTries
    }

    mutating func find(_ count: Int, _ fills: ([Person]) -> Bool) -> [Person]? {
        guard count > 0, count <= candidates.count else { return nil }
        var positions = Array(0..<count)
        while true {
            tries += 1
            if tries > mostTries {
                isCutShort = true
                return nil
            }
            let some = positions.map { candidates[$0] }
            if fills(some) { return some }
            guard advance(&positions) else { return nil }
        }
    }

    private func advance(_ positions: inout [Int]) -> Bool {
        var index = positions.count - 1
        while index >= 0, positions[index] == candidates.count - positions.count + index {
            index -= 1
        }
        guard index >= 0 else { return false }
        positions[index] += 1
        for later in (index + 1)..<max(positions.count, index + 1) {
            positions[later] = positions[later - 1] + 1
        }
        return true
    }
}

extension Post {
    /// A part of the same post's work, from one day to another.
    func part(
        _ thousandths: Int64, during from: CalendarDate, _ until: CalendarDate
    ) -> Post {
        Post(
            id: id, need: need, workThousandths: thousandths,
            limitThousandths: limitThousandths, from: max(from, self.from),
            until: min(until, self.until))
    }
}

extension HeldClearance {
    /// The same clearance until another day.
    func expiring(_ date: CalendarDate) -> HeldClearance {
        HeldClearance(
            issuer: issuer, level: level, clearance: clearance, status: status, granted: granted,
            expires: date, sponsor: sponsor)
    }

    /// The same clearance under another sponsor.
    func sponsored(by sponsor: String) -> HeldClearance {
        HeldClearance(
            issuer: issuer, level: level, clearance: clearance, status: status, granted: granted,
            expires: expires, sponsor: sponsor)
    }
}
