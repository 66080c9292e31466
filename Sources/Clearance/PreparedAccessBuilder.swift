import Catalog
import Diagnostics
import Quantities
import Requirements

/// Sorts people into classes that are judged alike, and judges each class once.
struct PreparedAccessBuilder {
    let judge: PersonJudge
    let needs: [AccessNeed]

    /// Clearances of all people, as numbers.
    private(set) var held: [CompiledHeld] = []
    /// Facilities that employ somebody, each once.
    private(set) var employers: [Facility] = []
    /// Bits of each need; filled with the first era.
    private(set) var needKinds: [UInt8]

    private var standingClasses: [StandingKey: Int32] = [:]
    private var standingPeople: [Person] = []
    private var heldClasses: [HeldKey: Int32] = [:]
    private var heldPeople: [(person: Person, held: HeldClearance)] = []
    private var employerIndex: [String: Int32] = [:]

    /// What rules about a person look at, apart from days, clearances and the employer.
    private struct StandingKey: Hashable {
        let nationalities: [OwnerID]
        let residentOf: [OwnerID]
        let country: OwnerID?
        let roles: [RoleID]
        let readIns: [String]
        let hasCaveats: Bool
        let needToKnow: Bool?
        /// 0 the customer, 1 not said, 2 not in the roster, 3 a facility.
        let employment: Int
    }

    /// What rules about a clearance look at, apart from its days.
    private struct HeldKey: Hashable {
        let issuer: OwnerID
        let level: LevelID?
        let clearance: ClearanceID?
        let status: HeldClearance.Status?
        /// 0 not said, 1 of the customer or the employer, 2 of somebody else.
        let sponsorship: Int
        let nationalities: [OwnerID]
        let residentOf: [OwnerID]
    }

    init(judge: PersonJudge, needs: [AccessNeed]) {
        self.judge = judge
        self.needs = needs
        needKinds = []
    }

    mutating func add(_ person: Person) -> CompiledPerson {
        let first = Int32(held.count)
        for one in person.clearances { held.append(compile(one, of: person)) }
        return CompiledPerson(
            standing: standing(person), employer: employer(person),
            from: person.from.map(PreparedAccess.dayNumber) ?? Int32.min,
            until: person.until.map(PreparedAccess.dayNumber) ?? Int32.max,
            briefed: person.needToKnow == true
                ? person.briefed.map(PreparedAccess.dayNumber) ?? Int32.max : Int32.max,
            firstHeld: first, endHeld: Int32(held.count))
    }

    private mutating func compile(_ one: HeldClearance, of person: Person) -> CompiledHeld {
        let validity = one.validity
        let sponsorship =
            one.sponsor == nil
            ? 0 : one.sponsor == Person.customer || one.sponsor == person.employer ? 1 : 2
        let key = HeldKey(
            issuer: one.issuer, level: one.level?.id, clearance: one.clearance?.id,
            status: one.status, sponsorship: sponsorship,
            nationalities: person.nationalities.sorted(), residentOf: person.residentOf.sorted())
        let kind = heldClasses[key] ?? Int32(heldPeople.count)
        if heldClasses[key] == nil {
            heldClasses[key] = kind
            heldPeople.append((person, one))
        }
        return CompiledHeld(
            kind: kind, from: validity.from.map(PreparedAccess.dayNumber) ?? Int32.min,
            until: validity.until.map(PreparedAccess.dayNumber) ?? Int32.max,
            isEndKnown: validity.until != nil,
            isRenewable: validity.endsInWork(since: judge.since))
    }

    private mutating func standing(_ person: Person) -> Int32 {
        let employment =
            switch person.employer {
            case Person.customer?: 0
            case nil: 1
            case let employer?: judge.roster.facility(employer) == nil ? 2 : 3
            }
        let key = StandingKey(
            nationalities: person.nationalities.sorted(), residentOf: person.residentOf.sorted(),
            country: person.country, roles: person.roles.sorted(),
            readIns: person.readIns.sorted(), hasCaveats: !person.caveats.isEmpty,
            needToKnow: person.needToKnow, employment: employment)
        if let known = standingClasses[key] { return known }
        let index = Int32(standingPeople.count)
        standingClasses[key] = index
        standingPeople.append(person)
        return index
    }

    private mutating func employer(_ person: Person) -> Int32 {
        guard let id = person.employer, id != Person.customer else { return -1 }
        if let known = employerIndex[id] { return known }
        guard let facility = judge.roster.facility(id) else { return -1 }
        let index = Int32(employers.count)
        employerIndex[id] = index
        employers.append(facility)
        return index
    }

    // MARK: - Judging

    /// Judges every class on a day that begins an era.
    mutating func era(on date: CalendarDate) -> Era {
        var standing: [UInt8] = []
        for person in standingPeople {
            for need in needs { standing.append(self.standing(person, need, date)) }
        }
        var clearances: [UInt8] = []
        for (person, one) in heldPeople {
            for need in needs {
                let judged = PersonCase(
                    person: person, need: need, date: date, book: judge.book, roster: judge.roster,
                    since: judge.since)
                clearances.append(judge.standing(one, judged).verdict.position)
            }
        }
        needKinds = needs.map { kind($0, date) }
        let without = needs.map { need in
            judge.judgeClearance(Person(id: "-"), need, date).position
        }
        let spans = employers.flatMap { facility in
            needs.map { employerSpans(facility, $0, date) }
        }
        return Era(
            needs: needs.count, standing: standing, clearances: clearances, without: without,
            employers: spans)
    }

    private func standing(_ person: Person, _ need: AccessNeed, _ date: CalendarDate) -> UInt8 {
        let judged = PersonCase(
            person: person, need: need, date: date, book: judge.book, roster: judge.roster,
            since: judge.since)
        let isEmployed = person.employer.flatMap { judge.roster.facility($0) } != nil
        let rules = PersonJudge.personRules.filter { rule in
            !(rule is EmploymentRule) && !(isEmployed && rule is EmployerCapRule)
        }
        return rules.flatMap { rule in
            // Need to know and briefing have a day; here only what speaks against them counts.
            rule.judge(judged).map(\.verdict).filter {
                !(rule is NeedToKnowRule) || $0 == .ineligible
            }
        }.max()?.position ?? 0
    }

    private func kind(_ need: AccessNeed, _ date: CalendarDate) -> UInt8 {
        let raised = SupposedLevel.all(for: need, on: date, judge.book)
        let isNeeded =
            LevelNeed(need.level, judge.book.catalog).person != .notRequired || !raised.isEmpty
        return (need.level.isClassified ? NeedKind.isClassified : 0)
            | (isNeeded ? NeedKind.needsClearance : 0)
    }

    /// The employer's answer from each day on which it may change.
    private func employerSpans(
        _ facility: Facility, _ need: AccessNeed, _ date: CalendarDate
    ) -> [Era.EmployerSpan] {
        let days = [date] + facility.turningDays.filter { $0 > date }.sorted()
        return days.map { day in
            let person = Person(id: "-", employer: facility.id)
            let judged = PersonCase(
                person: person, need: need, date: day, book: judge.book, roster: judge.roster,
                since: judge.since)
            let verdict = EmployerCapRule().judge(judged).map(\.verdict).max() ?? .eligible
            return Era.EmployerSpan(
                from: PreparedAccess.dayNumber(day), verdict: verdict.position)
        }
    }
}
