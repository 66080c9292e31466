import Comparison
import Quantities
import TestSupport
import Testing

struct SovereigntyTests {
    private let weights = [1500, 1000, 1000, 1500, 2000, 1500, 1000, 500]

    private func asked(
        claims: Bool = false, minimum: Int? = nil
    ) throws -> EvaluationPlan.Sovereignty {
        let objectives = weights.enumerated().map { index, weight in
            "    - { id: SOV-\(index + 1), weightBp: \(weight)"
                + (minimum.map { ", minimum: \($0)" } ?? "") + " }"
        }.joined(separator: "\n")
        let plan = try InventedOffers.plan(
            """
            plan: 1
            title: invented
            asOf: 2026-11-24
            currency: EUR
            method: lowest-acceptable
            price: { weight: 100 }
            sovereignty:
              acceptClaims: \(claims)
              objectives:
            \(objectives)
            """)
        return try #require(plan.sovereignty)
    }

    private func part(_ name: String, _ levels: [Int], claimed: [Int]? = nil) throws
        -> SovereignPart
    {
        let seals = levels.enumerated().map { index, level in
            let claim = claimed.map { "claimed: \($0[index]), " } ?? ""
            return "SOV-\(index + 1): { \(claim)evidenced: \(level), evidence: paper }"
        }.joined(separator: ", ")
        let offer = try InventedOffers.offer(
            "a", price: "1", quality: "1",
            more: "sovereignty: [{ part: \(name), seals: { \(seals) } }]")
        return offer.parts[0]
    }

    @Test(arguments: [
        ([4, 4, 4, 4, 2, 3, 4, 4], 8_625, "86.25"), ([4, 4, 4, 4, 4, 4, 4, 4], 10_000, "100.00"),
        ([2, 2, 2, 2, 2, 2, 2, 2], 5_000, "50.00"), ([0, 0, 0, 0, 0, 0, 0, 0], 0, "0.00"),
    ])
    func `the score is exact`(levels: [Int], score: Int, percent: String) throws {
        let found = SovereigntyAssessment([try part("p", levels)], try asked())
        #expect(found.scoreBp == score)
        #expect(found.percent.text(decimals: 2) == percent)
        #expect(found.overall == levels.min())
    }

    @Test func `each objective is as its weakest part, which is named`() throws {
        let parts = [
            try part("strong", [4, 4, 4, 4, 4, 4, 4, 4]),
            try part("weak", [4, 1, 4, 4, 2, 4, 4, 4]),
        ]
        let found = SovereigntyAssessment(parts, try asked(minimum: 2))
        #expect(found.objectives[1].level == 1)
        #expect(found.objectives[1].setBy == ["weak"])
        #expect(found.objectives[0].setBy == ["strong", "weak"])
        #expect(found.objectives.filter { !$0.isPassed }.map(\.id) == ["SOV-2"])
        #expect(!found.isPassed)
    }

    @Test func `a claim counts only where the plan takes claims`() throws {
        let part = try part("p", [1, 1, 1, 1, 1, 1, 1, 1], claimed: [3, 3, 3, 3, 3, 3, 3, 3])
        let strict = SovereigntyAssessment([part], try asked())
        let lenient = SovereigntyAssessment([part], try asked(claims: true))
        #expect(strict.overall == 1 && lenient.overall == 3)
        #expect(strict.objectives[0].claimed == 3)
    }

    @Test func `a part that shows nothing makes the objective unknown, which never passes`() throws
    {
        let parts = [try part("shown", [4, 4, 4, 4, 4, 4, 4, 4]), try part("silent", [4])]
        let found = SovereigntyAssessment(parts, try asked(minimum: 0))
        #expect(found.objectives[0].level == 4)
        #expect(found.objectives[1].level == nil)
        #expect(!found.objectives[1].isPassed)
        #expect(found.overall == nil)
        #expect(SovereigntyAssessment([], try asked(minimum: 0)).isPassed == false)
    }
}
