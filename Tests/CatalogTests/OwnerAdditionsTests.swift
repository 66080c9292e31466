import Catalog
import Quantities
import TestSupport
import Testing

/// Absent levels, what a clearance supposes, and what an accreditation costs.
struct OwnerAdditionsTests {
    private static let path = "countries/xa.yaml"
    private static let absent = """
        absentLevels:
          - band: C
            marking: SHIELDED
            since: 2014-04-02
            note: what others mark so is protected as HIDDEN
            source: Invented reform of Aldoria
            asOf: 2014-04-02
            confidence: primary

        """

    private static func catalog(
        _ changes: [(old: String, new: String)]
    ) throws -> FixtureCatalog {
        var catalog = try FixtureCatalog()
        for change in changes { try catalog.replace(change.old, with: change.new, in: path) }
        return catalog
    }

    private static func aldoria(_ changes: (old: String, new: String)...) throws -> Owner {
        let (snapshot, findings) = try catalog(changes).load()
        #expect(findings.map(\.line) == [])
        return try #require(snapshot?.owner(OwnerID("XA")))
    }

    private static func withAbsence(_ changes: (old: String, new: String)...) throws -> [String] {
        let add = (old: "clearances:\n", new: absent + "clearances:\n")
        return try catalog([add] + changes).load().findings.map(\.line)
    }

    @Test func `a ladder without them has no absent level`() throws {
        let owner = try Self.aldoria()
        #expect(owner.absentLevels == [])
        let clearance = try #require(owner.clearances.first)
        #expect(clearance.leadTime == nil && !clearance.isSponsored && clearance.citizenship == [])
        #expect(owner.accreditations.allSatisfy { $0.cost == nil })
    }

    @Test func `an absent level is read whole`() throws {
        let owner = try Self.aldoria((old: "clearances:\n", new: Self.absent + "clearances:\n"))
        let absent = try #require(owner.absentLevels.first)
        #expect(owner.absentLevels.count == 1)
        #expect(absent.band == .confidential && absent.marking == "SHIELDED")
        let day = try CalendarDate(parsing: "2014-04-02")
        #expect(absent.since == day)
        #expect(absent.note == "what others mark so is protected as HIDDEN")
        #expect(absent.provenance.confidence == .primary)
    }

    @Test func `CAT016 a level is not both absent and there`() throws {
        let word = try Self.withAbsence((old: "marking: SHIELDED", new: "marking: guarded"))
        #expect(
            word == [
                "catalog/countries/xa.yaml:46:14 CAT016 'guarded' is said to be absent, but level "
                    + "'xa-guarded' of 'XA' has its marking"
            ])
        let band = try Self.withAbsence((old: "band: C", new: "band: S"))
        #expect(
            band == [
                "catalog/countries/xa.yaml:45:11 CAT016 'SHIELDED' is said to be absent, but level "
                    + "'xa-hidden' of 'XA' has its band"
            ])
    }

    @Test func `a step that is no classification keeps no band`() throws {
        #expect(try Self.withAbsence((old: "band: C", new: "band: U")) == [])
    }

    @Test func `the source of an absent level is checked`() throws {
        let found = try Self.withAbsence(
            (old: "source: Invented reform of Aldoria", new: "source: web"))
        #expect(found == ["catalog/countries/xa.yaml:49:13 CAT030 'web' names no source"])
    }

    @Test func `a clearance says how long it takes, for whom and whose it is`() throws {
        let more = "    leadTime: P95D\n    sponsored: true\n    citizenship: [XA, XB]\n"
        let owner = try Self.aldoria(
            (old: "    validity: P5Y\n", new: "    validity: P5Y\n" + more))
        let clearance = try #require(owner.clearances.first)
        let days = try CalendarPeriod(parsing: "P95D")
        #expect(clearance.leadTime == days)
        #expect(clearance.isSponsored)
        #expect(clearance.citizenship == [OwnerID("XA"), OwnerID("XB")])
    }

    @Test func `citizenship names countries`() throws {
        let more = "    validity: P5Y\n    citizenship: [XA, UK]\n"
        let found = try Self.catalog([(old: "    validity: P5Y\n", new: more)]).load().findings
        #expect(
            found.map(\.line) == [
                "catalog/countries/xa.yaml:50:23 CAT012 'UK' is no country code"
            ])
    }

    private static func withCost(_ cost: String) throws -> FixtureCatalog {
        let lead = "    leadTime: P18M\n"
        return try catalog([(old: lead, new: lead + "    cost: \(cost)\n")])
    }

    @Test func `a cost keeps its range and derivation`() throws {
        let text =
            "{ amount: \"400000\", currency: EUR, basis: indicative, low: \"250000\", "
            + "high: \"900000\", derivation: own estimate of six assessor months }"
        let (snapshot, findings) = try Self.withCost(text).load()
        #expect(findings.map(\.line) == [])
        let scheme = try #require(snapshot?.scheme(SchemeID("xa-accreditation-hidden")))
        let cost = try #require(scheme.cost)
        #expect(cost.amount == ExactDecimal(400_000) && cost.currency.code == "EUR")
        #expect(cost.low == ExactDecimal(250_000) && cost.high == ExactDecimal(900_000))
        #expect(cost.basis == .indicative)
        #expect(cost.derivation == "own estimate of six assessor months")
    }

    @Test(arguments: [
        ("{ amount: \"4\", currency: EUR, basis: published }", []),
        (
            "{ amount: \"4\", currency: EUR, basis: indicative, low: \"3\", derivation: guess }",
            ["CAT023 an indicative cost needs low, high and its derivation"]
        ),
        (
            "{ amount: \"4\", currency: EUR, basis: derived }",
            ["CAT023 a derived cost needs its derivation"]
        ),
        (
            "{ amount: \"4\", currency: EUR, basis: published, low: \"5\" }",
            ["CAT021 4 lies outside of its own range, 5 to any"]
        ),
        (
            "{ amount: \"-4\", currency: EUR, basis: published }",
            ["CAT021 the price -4 is negative"]
        ),
    ])
    func `a cost that is an estimate is derived and ranged`(
        cost: String, expected: [String]
    ) throws {
        let found = try Self.withCost(cost).load().findings.map(\.line)
        let messages = found.map { $0.split(separator: " ", maxSplits: 1).last.map(String.init) }
        #expect(messages == expected)
    }
}
