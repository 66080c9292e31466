package import Catalog
import Clearance
import Diagnostics
import LocatedInput
import Pricing
package import Quantities
package import Requirements

/// Judges a roster for a requirement: who may touch what, who fills which post, what is missing.
package struct ClearanceValidator {
    let catalog: CatalogSnapshot
    let bound: BoundRequirement
    let roster: Roster
    let quoted: QuotedPlatforms?
    let from: CalendarDate
    let until: CalendarDate
    /// First day of the term, where it is judged as a whole.
    private let since: CalendarDate?

    /// Creates a validator.
    ///
    /// - Parameters:
    ///   - quoted: The package, where there is a quote; its platforms have posts of their own.
    ///   - date: The day to judge; `nil` for the whole evaluated term.
    package init(
        catalog: CatalogSnapshot, bound: BoundRequirement, roster: Roster,
        quoted: QuotedPlatforms?, on date: CalendarDate?
    ) {
        self.catalog = catalog
        self.bound = bound
        self.roster = roster
        self.quoted = quoted
        let term = bound.requirement.term
        from = date ?? term.start
        since = date == nil ? term.start : nil
        until = date.flatMap { try? $0.adding(days: 1) } ?? term.end
    }

    /// Gaps for which ways out are worked out: each takes assigning again many times.
    private static let mostMendedGaps = 25
    /// People who are asked why they may not fill a post.
    private static let mostAskedWhy = 2000

    private var acceptance: Acceptance {
        bound.requirement.acceptance.conditional ? .conditional : .eligible
    }

    /// Judges everything.
    ///
    /// - Throws: `QuantityError` where an amount is out of range.
    package func validate() throws -> ClearanceReport {
        let book = RuleBook(catalog)
        let judge = PersonJudge(book, roster: roster, renewingSince: since)
        let planner = ValidationPosts(
            bound: bound, catalog: catalog, quoted: quoted, from: from, until: until)
        let posts = try planner.posts().filter { $0.from < $0.until }
        let assignment = assign(roster.people, posts, judge)
        let lists = planner.lists()
        let listed = lists.map { assign(whole, $0, judge) }
        let people = rows(judge)
        let facilities = facilityRows(book)
        let systems = systemRows(book)
        let exchanges = exchangeRows(book)
        let gaps =
            try assignment.bottlenecks.enumerated().map {
                try gap($0.element, $0.offset, roster.people, posts, judge, isList: false)
            }
            + zip(lists, listed).flatMap { list, result in
                try result.bottlenecks.enumerated().map {
                    try gap($0.element, $0.offset, whole, list, judge, isList: true)
                }
            }
        let judgements =
            people.flatMap(\.judgements) + facilities.map(\.judgement) + systems.map(\.judgement)
            + exchanges.map(\.judgement)
        let strict =
            acceptance == .eligible
            || ([(roster.people, posts)] + lists.map { (whole, $0) }).allSatisfy { people, posts in
                assign(people, posts, judge, .eligible).isComplete
            }
        return ClearanceReport(
            bound: bound, catalog: catalog, from: from, until: until,
            columns: columns.map(\.column), people: people, facilities: facilities,
            systems: systems, exchanges: exchanges, posts: filled(posts, assignment),
            postsNote: planner.note,
            lists: zip(lists, listed).flatMap { filled($0, $1) }, assignment: assignment,
            gaps: gaps, calendar: calendar(assignment.fills + listed.flatMap(\.fills)),
            ramp: ramp(posts, assignment),
            steps: unique(judgements.flatMap(\.steps), \.id),
            premises: unique(judgements.flatMap(\.premises), \.id),
            questions: unique(unique(judgements.flatMap(\.questions), \.id), \.text),
            needsNoConditions: strict)
    }

    private func unique<Item>(_ items: [Item], _ id: KeyPath<Item, String>) -> [Item] {
        var seen: Set<String> = []
        return items.filter { seen.insert($0[keyPath: id]).inserted }
            .sorted { $0[keyPath: id] < $1[keyPath: id] }
    }

    // MARK: - Posts

    /// Lists of people count heads: each person once, whatever the share.
    private var whole: [Person] { roster.people.map { $0.whole } }

    private func assign(
        _ people: [Person], _ posts: [Post], _ judge: PersonJudge, _ accepted: Acceptance? = nil
    ) -> Assignment {
        guard !posts.isEmpty else { return Assignment(fills: [], bottlenecks: []) }
        return PostAssigner(
            people, to: posts, by: judge, costs: costs(people),
            accepting: accepted ?? acceptance
        ).assign()
    }

    /// Day rates in thousandths; people without one come last.
    private func costs(_ people: [Person]) -> [Int64] {
        people.map { person in
            guard let rate = person.dayRate,
                let scaled = try? rate.multiplied(by: ExactDecimal(1000)).rounded(.halfUp)
            else { return Int64(1) << 40 }
            return min(scaled, Int64(1) << 39)
        }
    }

    private func gap(
        _ bottleneck: Bottleneck, _ number: Int, _ people: [Person], _ posts: [Post],
        _ judge: PersonJudge, isList: Bool
    ) throws -> ClearanceReport.Gap {
        let mends =
            number < Self.mostMendedGaps
            ? MendFinder(people, posts: posts, judge: judge, accepting: acceptance)
                .mends(of: bottleneck) : []
        let pricer = MendPricer(catalog: catalog, bound: bound)
        let limit = bound.requirement.staff.sponsorLimit?.value
        let priced = try mends.map { mend in
            let price = try pricer.price(mend, from: bottleneck.from, until: bottleneck.until)
            return ClearanceReport.PricedMend(
                mend: mend, cost: price.cost, derivation: price.derivation,
                exceededSponsorLimit: mend.kind == .clear && mend.count > limit ?? Int.max
                    ? limit : nil)
        }
        let order = Mend.Kind.allCases
        return ClearanceReport.Gap(
            bottleneck: bottleneck, isList: isList,
            obstacles: obstacles(bottleneck, people, posts, judge),
            hasMends: number < Self.mostMendedGaps,
            mends: priced.sorted { one, other in
                let isOver = [one, other].map { $0.exceededSponsorLimit != nil }
                if isOver[0] != isOver[1] { return isOver[1] }
                let costs = [one, other].map { $0.cost?.minorUnits ?? Int64.max }
                if costs[0] != costs[1] { return costs[0] < costs[1] }
                return order.firstIndex(of: one.mend.kind) ?? 0
                    < order.firstIndex(of: other.mend.kind) ?? 0
            })
    }

    /// Why the others may not fill the first of the posts, by rule, on the worst day.
    private func obstacles(
        _ bottleneck: Bottleneck, _ people: [Person], _ posts: [Post], _ judge: PersonJudge
    ) -> [ClearanceReport.Obstacle] {
        guard let post = posts.first(where: { $0.id == bottleneck.posts.first?.post }) else {
            return []
        }
        var rows: [String: Int] = [:]
        var example: [String: String] = [:]
        let fit = Set(bottleneck.people)
        for person in people.prefix(Self.mostAskedWhy) where !fit.contains(person.id) {
            let judged = judge.judge(person, for: post.need, on: bottleneck.worstOn)
            guard let first = judged.judgements.first(where: { $0.verdict == judged.verdict })
            else { continue }
            rows[first.rule, default: 0] += 1
            if example[first.rule] == nil { example[first.rule] = first.explanation.text }
        }
        return rows.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
            ClearanceReport.Obstacle(
                rule: $0.key, rows: $0.value, example: example[$0.key] ?? "")
        }
    }

    private func filled(_ posts: [Post], _ assignment: Assignment) -> [ClearanceReport.PostRow] {
        let fills = Dictionary(grouping: assignment.fills, by: \.post)
        return posts.map { post in
            let own = fills[post.id] ?? []
            let days = Set([post.from] + own.map(\.from) + own.map(\.until))
                .filter { post.from <= $0 && $0 < post.until }
            let least =
                days.map { day in
                    own.filter { $0.from <= day && day < $0.until }.map(\.thousandths).reduce(0, +)
                }.min() ?? 0
            return ClearanceReport.PostRow(post: post, leastThousandths: least)
        }
    }

    // MARK: - People

    /// Enclaves and fleets; those that ask the same of people are one column.
    private var columns: [(column: ClearanceReport.Column, need: AccessNeed)] {
        var position: [AccessNeed: Int] = [:]
        var columns: [(ids: [String], marking: String, need: AccessNeed)] = []
        for enclave in bound.allEnclaves {
            let need = AccessNeed(enclave, customer: bound.customer.id)
            if let index = position[need] {
                columns[index].ids.append(enclave.enclave.id)
                continue
            }
            position[need] = columns.count
            let words = [enclave.level.marking] + enclave.caveats.map(\.marking)
            columns.append(([enclave.enclave.id], words.joined(separator: " "), need))
        }
        return columns.map { column in
            (ClearanceReport.Column(ids: column.ids, marking: column.marking), column.need)
        }
    }

    private func rows(_ judge: PersonJudge) -> [ClearanceReport.PersonRow] {
        let columns = self.columns
        guard !columns.isEmpty else { return [] }
        let needs = columns.map(\.need)
        let access = PreparedAccess(
            roster.people, for: needs, by: judge, from: from, to: until)
        let days = [from] + access.turningDays.filter { from < $0 && $0 < until }
        return roster.people.indices.map { index in
            let person = roster.people[index]
            let spans = needs.indices.map { need -> [ClearanceReport.Span] in
                var spans: [ClearanceReport.Span] = []
                for day in days {
                    let verdict = access.decide(
                        index, need, on: PreparedAccess.dayNumber(day))
                    if spans.last?.verdict != verdict {
                        spans.append(ClearanceReport.Span(verdict: verdict, from: day))
                    }
                }
                return spans
            }
            return ClearanceReport.PersonRow(
                id: person.id, spans: spans,
                judgements: needs.map { judge.judge(person, for: $0, on: from) },
                reasons: zip(needs, spans).map { need, spans in
                    spans.map { span in
                        span.verdict == .eligible
                            ? ""
                            : judge.judge(person, for: need, on: span.from).reasons
                                .joined(separator: "; ")
                    }
                })
        }
    }

    // MARK: - Facilities, systems, exchange

    private func facilityRows(_ book: RuleBook) -> [ClearanceReport.FacilityRow] {
        var seen: Set<LevelID> = []
        let levels = bound.allEnclaves.map(\.level).filter { seen.insert($0.id).inserted }
            .filter(\.isClassified)
        let judge = FacilityJudge(book, renewingSince: since)
        let employers = Set(roster.people.compactMap(\.employer))
        return roster.facilities.flatMap { facility in
            levels.map { level in
                ClearanceReport.FacilityRow(
                    id: facility.id, level: level, isEmployer: employers.contains(facility.id),
                    judgement: judge.judge(facility, for: level, on: from),
                    spans: spans(facility.turningDays) {
                        judge.judge(facility, for: level, on: $0).verdict
                    })
            }
        }
    }

    private func spans(
        _ turning: [CalendarDate], _ verdict: (CalendarDate) -> Verdict
    ) -> [ClearanceReport.Span] {
        let days = [from] + Set(turning).filter { from < $0 && $0 < until }.sorted()
        var spans: [ClearanceReport.Span] = []
        for day in days {
            let found = verdict(day)
            if spans.last?.verdict != found {
                spans.append(ClearanceReport.Span(verdict: found, from: day))
            }
        }
        return spans
    }

    private func systemRows(_ book: RuleBook) -> [ClearanceReport.SystemRow] {
        let judge = SystemJudge(book, renewingSince: since)
        let own = roster.systems.map { system in
            ClearanceReport.SystemRow(
                id: system.id, level: system.level, judgement: judge.judge(system, on: from),
                spans: spans(system.turningDays) { judge.judge(system, on: $0).verdict })
        }
        return own + quotedRows()
    }

    /// Platforms as the quote judged them, one row for each enclave at each site.
    private func quotedRows() -> [ClearanceReport.SystemRow] {
        guard let quoted else { return [] }
        return bound.allEnclaves.flatMap { enclave -> [ClearanceReport.SystemRow] in
            let placed = quoted.placements.filter { $0.enclave == enclave.enclave.id }
            return Set(placed.map(\.site)).sorted().map { site in
                let here = placed.filter { $0.site == site }
                let worst = here.map(\.verdict).max() ?? .unknown
                let judgement = Judgement(
                    "quote", worst,
                    "\(worst.rawValue), as the quote says; its steps stand below",
                    steps: here.flatMap(\.steps).filter(Self.isClearance))
                return ClearanceReport.SystemRow(
                    id: site, level: enclave.level,
                    judgement: CaseJudgement(judgements: [judgement]),
                    spans: [ClearanceReport.Span(verdict: worst, from: from)])
            }
        }
    }

    /// Whether a step of the quote is about who may hold or see information, not about goods.
    private static func isClearance(_ step: Step) -> Bool {
        ["accredit:", "certify:", "operator", "reach:"].contains { step.id.hasPrefix($0) }
    }

    private func exchangeRows(_ book: RuleBook) -> [ClearanceReport.ExchangeRow] {
        let judge = ExchangeJudge(book)
        let enclaves = Dictionary(
            bound.allEnclaves.map { ($0.enclave.id, $0) }, uniquingKeysWith: { one, _ in one })
        let flows = bound.requirement.flows.enumerated().map { index, flow in
            ("flows.\(index)", flow.from.value, flow.to.value)
        }
        let syncs = bound.requirement.edge.compactMap { fleet in
            fleet.home.map { ("edge.\(fleet.id).sync", fleet.id, $0.value) }
        }
        return (flows + syncs).compactMap { path, source, target in
            guard let from = enclaves[source], let to = enclaves[target] else { return nil }
            let judged = judge.judge(from: from.level, to: to.level, on: self.from)
            return ClearanceReport.ExchangeRow(
                path: path, source: from.level, target: to.level,
                judgement: CaseJudgement(judgements: judged.judgements + release(from, to)))
        }
    }

    /// What is for some nations' eyes goes to an enclave that lets in others only once it is
    /// released to them, also where both are of one level.
    private func release(_ source: BoundEnclave, _ target: BoundEnclave) -> [Judgement] {
        let nations = Set(catalog.owners.filter { $0.kind == .country }.map(\.id))
        func admitted(_ enclave: BoundEnclave) -> Set<OwnerID> {
            let lists = [enclave.enclave.releasableTo.map(\.value)] + enclave.caveats.map(\.admits)
            return lists.filter { !$0.isEmpty }.reduce(nations) { left, list in
                left.filter { catalog.isCountry($0, in: list) }
            }
        }
        let others = admitted(target).subtracting(admitted(source))
        guard !others.isEmpty else { return [] }
        return [
            Judgement(
                "release-consent", .conditional,
                "\(target.enclave.id) lets in people to whom what is in \(source.enclave.id) is "
                    + "not released",
                steps: [
                    Step(
                        id: "release-consent:\(source.enclave.id).\(target.enclave.id)",
                        text: "the owner releases what goes from \(source.enclave.id) to all whom "
                            + "\(target.enclave.id) lets in",
                        authority: RuleBook(catalog).authority(of: source.level.owner))
                ])
        ]
    }

    // MARK: - Days

    /// Every clearance and accreditation that ends while it is judged.
    private func calendar(_ fills: [Assignment.Fill]) -> [ClearanceReport.CalendarEntry] {
        let people = roster.people.flatMap { person in
            person.clearances.compactMap { held -> ClearanceReport.CalendarEntry? in
                guard let end = held.validity.until, from < end, end < until else { return nil }
                return ClearanceReport.CalendarEntry(
                    date: end, row: person.id, what: held.name,
                    renewBy: held.leadTime.flatMap { try? end.subtracting($0) },
                    isAssigned: fills.contains {
                        $0.person == person.id && $0.from < end && end <= $0.until
                    })
            }
        }
        let facilities = roster.facilities.flatMap { facility in
            facility.clearances.compactMap { held -> ClearanceReport.CalendarEntry? in
                guard let end = held.validity.until, from < end, end < until else { return nil }
                return ClearanceReport.CalendarEntry(
                    date: end, row: facility.id, what: held.name,
                    renewBy: held.clearance?.leadTime.flatMap { try? end.subtracting($0) },
                    isAssigned: roster.people.contains { $0.employer == facility.id })
            }
        }
        let systems = roster.systems.flatMap { system in
            system.accreditations.compactMap { held -> ClearanceReport.CalendarEntry? in
                guard let end = held.validity.until, from < end, end < until else { return nil }
                return ClearanceReport.CalendarEntry(
                    date: end, row: system.id, what: held.scheme.name,
                    renewBy: held.scheme.leadTime.flatMap { try? end.subtracting($0) },
                    isAssigned: true)
            }
        }
        return (people + facilities + systems).sorted {
            ($0.date, $0.row, $0.what) < ($1.date, $1.row, $1.what)
        }
    }

    private func ramp(
        _ posts: [Post], _ assignment: Assignment
    ) -> [ClearanceReport.RampRow] {
        let days = Set(
            posts.flatMap { [$0.from, $0.until] }
                + assignment.fills.flatMap { [$0.from, $0.until] }
        ).sorted().filter { from <= $0 && $0 < until }
        var rows: [ClearanceReport.RampRow] = []
        for day in days {
            let fills = assignment.fills.filter { $0.from <= day && day < $0.until }
            let needed = posts.filter { $0.from <= day && day < $0.until }
                .map(\.workThousandths).reduce(0, +)
            let row = ClearanceReport.RampRow(
                from: day, neededThousandths: needed,
                filledThousandths: fills.map(\.thousandths).reduce(0, +),
                people: Set(fills.map(\.person)).count)
            let last = rows.last
            let isSame =
                last?.neededThousandths == row.neededThousandths
                && last?.filledThousandths == row.filledThousandths && last?.people == row.people
            if !isSame { rows.append(row) }
        }
        return rows
    }
}

extension Person {
    /// The same person as one whole head.
    fileprivate var whole: Person {
        Person(
            id: id, nationalities: nationalities, residentOf: residentOf, employer: employer,
            clearances: clearances, readIns: readIns, caveats: caveats, roles: roles,
            country: country, from: from, until: until, shareThousandths: 1000,
            needToKnow: needToKnow, briefed: briefed, dayRate: dayRate, at: location)
    }
}

extension InformationSystem {
    /// Days on which an answer about the system may change.
    fileprivate var turningDays: [CalendarDate] {
        accreditations.flatMap { held -> [CalendarDate?] in
            let validity = held.validity
            return [validity.from, validity.until]
        }.compactMap { $0 }
    }
}
