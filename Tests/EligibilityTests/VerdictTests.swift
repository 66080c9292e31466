import Diagnostics
import Clearance
import Eligibility
import Testing

struct VerdictTests {
    @Test func `verdicts are ordered from best to worst`() {
        #expect(Verdict.allCases == [.eligible, .conditional, .unknown, .ineligible])
        #expect(Verdict.allCases.sorted() == Verdict.allCases)
    }

    @Test(arguments: [
        ("aurelia-machines@aurelia-north", Verdict.conditional),
        ("aurelia-machines@aurelia-vault", .ineligible),
        ("borealis-machines@borealis-coast", .ineligible),
        ("borealis-machines@borealis-hill", .ineligible),
    ])
    func `a whole is as good as its worst part`(offer: String, verdict: Verdict) throws {
        let judged = try #require(try JudgedWorld().judge()[offer])
        #expect(judged.verdict == verdict)
        #expect(judged.judgements.map(\.verdict).max() == verdict)
        #expect(!judged.reasons.isEmpty)
    }

    @Test func `only offers with the capability are judged`() throws {
        let world = try JudgedWorld()
        #expect(
            try world.judge("disks").keys.sorted()
                == ["aurelia-disks@aurelia-north", "aurelia-disks@aurelia-south"])
    }

    @Test func `an offer that meets everything is eligible`() throws {
        var world = try JudgedWorld()
        try world.ask(": GUARDÉD", ": OPEN")
        let judged = try #require(try world.judge()["aurelia-machines@aurelia-north"])
        #expect(judged.verdict == .eligible)
        #expect(judged.steps == [])
        #expect(judged.questions == [])
        #expect(judged.premises == [])
    }

    @Test func `steps and questions stand once, in the order of their names`() throws {
        let judged = try #require(try JudgedWorld().judge()["borealis-machines@borealis-hill"])
        let ids = judged.questions.map(\.id)
        #expect(ids == Array(Set(ids)).sorted())
        #expect(ids.count > 2)
    }

    @Test func `every judgement says why, with a source for every fact`() throws {
        for (_, judged) in try JudgedWorld().judge().sorted(by: { $0.key < $1.key }) {
            for judgement in judged.judgements {
                #expect(judgement.explanation.kind == .rule(id: judgement.rule))
                #expect(!judgement.explanation.children.isEmpty, "\(judgement.rule)")
            }
        }
    }
}
