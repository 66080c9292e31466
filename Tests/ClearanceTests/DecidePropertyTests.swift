import Catalog
import Clearance
import Quantities
import Requirements
import TestSupport
import Testing

/// The quick verdict is the explained one, and behaves as a security officer expects.
struct DecidePropertyTests {
    @Test(arguments: 0..<40)
    func `the quick verdict is that of the explanation`(seed: UInt64) throws {
        var worlds = AccessWorlds(try .standard(), seed: seed)
        let people = try (0..<12).map { try worlds.person("p\($0)") }
        let needs = try (0..<8).map { _ in try worlds.need() }
        // Every other world is judged as work over a whole term.
        let judge = PersonJudge(
            worlds.world.book, roster: worlds.world.roster,
            renewingSince: seed % 2 == 0 ? nil : worlds.world.day("2026-01-01"))
        let prepared = PreparedAccess(
            people, for: needs, by: judge, from: worlds.world.day("2026-01-01"),
            to: worlds.world.day("2029-12-31"))
        for person in people.indices {
            for need in needs.indices {
                for _ in 0..<4 {
                    let date = worlds.date()
                    let quick = prepared.decide(
                        person, need, on: PreparedAccess.dayNumber(date))
                    let told = judge.judge(people[person], for: needs[need], on: date)
                    #expect(
                        quick == told.verdict,
                        "seed \(seed), \(people[person]), \(date): \(told.reasons)"
                    )
                }
            }
        }
    }

    @Test func `the generated worlds reach every verdict`() throws {
        // The properties below would hold of worlds in which nobody is ever let in.
        var found: Set<Verdict> = []
        for seed in 0..<300 as Range<UInt64> {
            var worlds = AccessWorlds(try .standard(), seed: seed)
            let (person, need) = (try worlds.person("p"), try worlds.need())
            let judge = PersonJudge(worlds.world.book, roster: worlds.world.roster)
            found.insert(judge.judge(person, for: need, on: worlds.date()).verdict)
        }
        #expect(found == Set(Verdict.allCases))
    }

    @Test(arguments: 100..<140)
    func `a higher level never loses an eligible verdict`(seed: UInt64) throws {
        var worlds = AccessWorlds(try .standard(), seed: seed)
        let judge = PersonJudge(worlds.world.book, roster: worlds.world.roster)
        for _ in 0..<60 {
            let (person, need, date) = (try worlds.person("p"), try worlds.need(), worlds.date())
            let before = judge.judge(person, for: need, on: date).verdict
            guard before == .eligible else { continue }
            for index in person.clearances.indices {
                let held = person.clearances[index]
                let higher = worlds.world.catalog.owners.flatMap(\.levels).filter { level in
                    held.level.map { level.isAbove($0) } ?? false
                }
                for level in higher {
                    // The same clearance, but for the level that it opens.
                    var clearances = person.clearances
                    clearances[index] = HeldClearance(
                        issuer: held.issuer, level: level, clearance: nil, status: held.status,
                        granted: held.granted, expires: held.validity.until,
                        sponsor: held.sponsor)
                    let after = judge.judge(person.holding(clearances), for: need, on: date)
                    #expect(after.verdict == .eligible, "seed \(seed): \(after.reasons)")
                }
            }
        }
    }

    @Test(arguments: 200..<240)
    func `a caveat, of the information or of the person, never gains anything`(seed: UInt64) throws
    {
        var worlds = AccessWorlds(try .standard(), seed: seed)
        let judge = PersonJudge(worlds.world.book, roster: worlds.world.roster)
        for _ in 0..<30 {
            let (person, need, date) = (try worlds.person("p"), try worlds.need(), worlds.date())
            let before = judge.judge(person, for: need, on: date).verdict
            var narrower = need
            narrower.caveats.append(worlds.pick(worlds.world.catalog.owners.flatMap(\.caveats)))
            #expect(judge.judge(person, for: narrower, on: date).verdict >= before)
            let restricted = Person(
                id: person.id, nationalities: person.nationalities,
                residentOf: person.residentOf, employer: person.employer,
                clearances: person.clearances, readIns: person.readIns,
                caveats: person.caveats + ["another"], roles: person.roles,
                country: person.country, from: person.from, until: person.until,
                needToKnow: person.needToKnow, briefed: person.briefed)
            #expect(judge.judge(restricted, for: need, on: date).verdict >= before)
        }
    }

    @Test(arguments: 300..<320)
    func `taking clearances, accesses or nationalities away gains nothing`(seed: UInt64) throws {
        var worlds = AccessWorlds(try .standard(), seed: seed)
        let judge = PersonJudge(worlds.world.book, roster: worlds.world.roster)
        for _ in 0..<40 {
            let (person, need, date) = (try worlds.person("p"), try worlds.need(), worlds.date())
            let before = judge.judge(person, for: need, on: date).verdict
            for index in person.clearances.indices {
                var fewer = person.clearances
                fewer.remove(at: index)
                #expect(
                    judge.judge(person.holding(fewer), for: need, on: date).verdict >= before)
            }
        }
    }
}
