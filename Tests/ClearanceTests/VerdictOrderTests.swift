import Clearance
import Testing

struct VerdictOrderTests {
    @Test func `a whole is as good as its worst part`() {
        #expect([Verdict.eligible, .unknown, .conditional].max() == .unknown)
        #expect(Verdict.allCases.max() == .ineligible)
        #expect(Verdict.allCases.min() == .eligible)
    }
}
