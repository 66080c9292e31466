import Diagnostics
import LocatedInput
import Testing

@testable import Assembly

@Suite struct ProblemDecodingTests {
    private func decode(_ text: String) -> (problem: AssemblyProblem?, findings: [Finding]) {
        let collector = FindingCollector()
        let input = InputText(path: "problem.json", text: text)
        let value = JSONInput.parse(input, limits: .assemblyProblem, into: collector)
        let problem = value.flatMap { AssemblyProblem.decode($0, into: collector) }
        return (problem, collector.findings)
    }

    /// A problem that uses every key, with one piece of its text replaced.
    private func findings(replacing old: String, with new: String) throws -> [Finding] {
        try #require(Self.whole.contains(old))
        return decode(Self.whole.replacing(old, with: new, maxReplacements: 1)).findings
    }

    @Test func `reads a problem with every key`() throws {
        let (decoded, findings) = decode(Self.whole)
        #expect(findings == [])
        let problem = try #require(decoded)
        #expect(problem.providers[0] == .init(id: "p", openingCost: 5, counts: false))
        #expect(problem.providerLimit == .init(min: 0, max: 2))
        #expect(problem.sites[0].capacity == ["cpu": 40])
        #expect(problem.tooClose == [.init(id: "near", sites: ["a", "b"])])
        #expect(problem.enclaves[0].places[0].modules[0].provides == ["cpu": 8])
        #expect(problem.staffPools[0].levels[0].measures == ["nation": 1])
        #expect(problem.demands[0].options[1].cost == 90)
        #expect(problem.demands[1].replicas == 2)
        #expect(problem.charges[0].anyOf == ["d-a"])
        #expect(problem.colocate[0].demands == ["d"])
        #expect(problem.requires[0].anyOf == ["e-a", "e-b"])
        #expect(problem.excludes[0].options == ["d-a", "e-a"])
        #expect(problem.discounts[0].tiers[1] == .init(from: 100, basisPoints: 500))
        #expect(problem.discounts[0].reduces == ["spend"])
        #expect(problem.limits[0] == .init(id: "l", measure: "spend", min: 1, max: 900))
    }

    @Test func `reads an absent list as empty`() {
        let (problem, findings) = decode(#"{"format": "assembly-problem/1", "currency": "EUR"}"#)
        #expect(findings == [])
        #expect(problem == AssemblyProblem(currency: "EUR"))
    }

    @Test func `encodes what it has decoded to the same problem and the same bytes`() throws {
        let problem = try #require(decode(Self.whole).problem)
        let text = problem.json.rendered(indented: true)
        let again = try #require(decode(text).problem)
        #expect(again == problem)
        #expect(again.json.rendered(indented: true) == text)
    }

    @Test(arguments: 0..<60)
    func `encodes and decodes small worlds`(seed: UInt64) throws {
        let problem = SmallWorld.problem(seed: seed)
        let text = problem.json.rendered(indented: false)
        let (again, findings) = decode(text)
        #expect(findings == [], "seed \(seed)")
        #expect(again == problem, "seed \(seed)")
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let code: FindingCode
        let message: String

        init(_ old: String, _ new: String, _ code: FindingCode, _ message: String) {
            self.old = old
            self.new = new
            self.code = code
            self.message = message
        }

        var testDescription: String { message }
    }

    @Test(arguments: [
        Mistake(
            "assembly-problem/1", "assembly-problem/2", .assemblyUnknownFormat,
            "unknown format 'assembly-problem/2'"),
        Mistake(
            #""id": "b", "provider": "p""#, #""id": "a", "provider": "p""#, .assemblyDuplicateID,
            "site 'a' is declared twice"),
        Mistake(
            #""id": "e-b""#, #""id": "d-a""#, .assemblyDuplicateID,
            "option 'd-a' is declared twice"),
        Mistake(
            #"{"id": "d-b", "site": "b""#, #"{"id": "d-b", "site": "bb""#,
            .assemblyUnknownReference, "unknown site 'bb'"),
        Mistake(
            #""level": "l", "milli"#, #""level": "k", "milli"#, .assemblyUnknownReference,
            "unknown level 'k'"),
        Mistake(
            #""pool": "q""#, #""pool": "z""#, .assemblyUnknownReference, "unknown staff pool 'z'"),
        Mistake(
            #""id": "a", "provider": "p""#, #""id": "a", "provider": "o""#,
            .assemblyUnknownReference, "unknown provider 'o'"),
        Mistake(
            #""id": "e", "enclave": "x""#, #""id": "e", "enclave": "y""#,
            .assemblyUnknownReference, "unknown enclave 'y'"),
        Mistake(
            #""anyOf": ["d-a"]"#, #""anyOf": ["d-x"]"#, .assemblyUnknownReference,
            "unknown option 'd-x'"),
        Mistake(
            #""option": "d-a""#, #""option": "d-z""#, .assemblyUnknownReference,
            "unknown option 'd-z'"),
        Mistake(
            #""demands": ["d"]"#, #""demands": ["f"]"#, .assemblyUnknownReference,
            "unknown demand 'f'"),
        Mistake(
            #""sites": ["a", "b"]"#, #""sites": ["a", "c"]"#, .assemblyUnknownReference,
            "unknown site 'c'"),
        Mistake(
            #""sites": ["a", "b"]"#, #""sites": ["a"]"#, .assemblyBrokenPair,
            "1 sites are named, expected 2"),
        Mistake(
            #""cpu": 40"#, #""cpu": -4"#, .assemblyNegativeNumber,
            "the number of 'cpu' is -4, expected 0 or more"),
        Mistake(
            #""from": 100"#, #""from": 0"#, .assemblyBrokenTiers,
            "a tier from 0 follows one from 0, expected ascending tiers"),
        Mistake(
            #""from": 0"#, #""from": 1"#, .assemblyBrokenTiers,
            "the first tier starts from 1, expected 0"),
        Mistake(
            #""spend": 100"#, #""spend": -1"#, .assemblyFallingMeasure,
            "measure 'spend' is under a discount and falls by -1"),
        Mistake(
            #""nation": 1"#, #""total": 1"#, .assemblyReservedMeasure,
            "'total' is the total itself and no measure"),
        Mistake(
            #""cost": 90"#, #""cost": 922337203685477"#, .assemblySumTooLarge,
            "the sum of costs could reach 2^63"),
        Mistake(
            #""cost": 90"#, #""cost": "90""#, .inputNotAWholeNumber,
            "expected a whole number for 'cost', found the text '90'"),
        Mistake(
            #""cost": 90"#, #""cost": 9.5"#, .inputNotAWholeNumber,
            "expected a whole number for 'cost', found '9.5'"),
        Mistake(
            #""counts": false"#, #""count": false"#, .inputUnknownKey,
            "unknown key 'count' in provider"),
        Mistake(
            #""mode": "volume""#, #""mode": "volum""#, .inputUnknownWord,
            "expected 'graduated' or 'volume' for 'mode', found 'volum'"),
        Mistake(
            #""currency": "EUR""#, #""currency": "EUX""#, .inputNotACurrency,
            "expected a currency code such as EUR for 'currency', found 'EUX'"),
    ])
    func `reports a mistake at its place`(mistake: Mistake) throws {
        let findings = try findings(replacing: mistake.old, with: mistake.new)
        let found = findings.first { $0.code == mistake.code && $0.message == mistake.message }
        let finding = try #require(found, "\(findings)")
        let line = try #require(
            Self.whole.split(separator: "\n", omittingEmptySubsequences: false)
                .firstIndex { $0.contains(mistake.old) })
        if mistake.code != .assemblySumTooLarge {
            #expect(finding.location?.line == line + 1)
        }
    }

    @Test func `suggests the name that was meant and shows the first of two`() throws {
        let unknown = try findings(
            replacing: #""site": "north""#, with: #""site": "nroth""#)
        #expect(unknown.contains { $0.help == "did you mean 'north'?" })
        let twice = try findings(
            replacing: #""id": "b", "provider": "p""#, with: #""id": "a", "provider": "p""#)
        #expect(twice.contains { $0.notes.first?.location?.line == 6 })
    }

    @Test func `reports all mistakes of a file together`() {
        let text = Self.whole
            .replacing(#""cost": 90"#, with: #""cost": 9.5"#)
            .replacing(#""counts": false"#, with: #""count": false"#)
        #expect(decode(text).findings.count == 2)
        let violated = Self.whole
            .replacing(#""counts": false"#, with: #""count": false"#)
            .replacing(#""anyOf": ["d-a"]"#, with: #""anyOf": ["d-x"]"#)
            .replacing(#""from": 0"#, with: #""from": 1"#)
        #expect(decode(violated).findings.count == 3)
        #expect(decode(violated).problem == nil)
    }

    private static let whole = #"""
        {"format": "assembly-problem/1",
         "currency": "EUR",
         "providers": [{"id": "p", "openingCost": 5, "counts": false}],
         "providerLimit": {"min": 0, "max": 2},
         "sites": [
          {"id": "a", "provider": "p", "openingCost": 3, "capacity": {"cpu": 40}},
          {"id": "b", "provider": "p"},
          {"id": "north", "provider": "p"}],
         "tooClose": [{"id": "near", "sites": ["a", "b"]}],
         "enclaves": [{"id": "x", "minSites": 1, "maxSites": 3, "sites": [
          {"site": "a", "openingCost": 7, "measures": {"year": -2},
           "posts": [{"pool": "q", "level": "l", "milliFTE": 500}],
           "modules": [{"id": "m", "cost": 9, "max": 4, "provides": {"cpu": 8},
            "measures": {"year": 1}}]},
          {"site": "b"},
          {"site": "north"}]}],
         "staffPools": [{"id": "q", "levels": [
          {"id": "l", "headCost": 20, "available": 3, "measures": {"nation": 1}}]}],
         "demands": [
          {"id": "d", "enclave": "x", "options": [
           {"id": "d-a", "site": "a", "cost": 100, "uses": {"cpu": 6}, "measures": {"spend": 100}},
           {"id": "d-b", "site": "b", "cost": 90}]},
          {"id": "e", "enclave": "x", "replicas": 2, "options": [
           {"id": "e-a", "site": "a", "cost": 50},
           {"id": "e-b", "site": "b", "cost": 60},
           {"id": "e-n", "site": "north", "cost": 70}]}],
         "charges": [{"id": "c", "cost": 11, "anyOf": ["d-a"], "measures": {"year": 3}}],
         "colocate": [{"demands": ["d"]}],
         "requires": [{"option": "d-a", "anyOf": ["e-a", "e-b"]}],
         "excludes": [{"options": ["d-a", "e-a"]}],
         "discounts": [{"id": "k", "measure": "spend", "mode": "volume", "tiers": [
          {"from": 0, "basisPoints": 0},
          {"from": 100, "basisPoints": 500}], "reduces": ["spend"]}],
         "limits": [{"id": "l", "measure": "spend", "min": 1, "max": 900}]}
        """#
}
