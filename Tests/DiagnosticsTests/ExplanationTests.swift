import Diagnostics
import TestSupport
import Testing

struct ExplanationTests {
    private static let accreditation = Explanation(
        .fact(
            id: "auth-7", source: "the scheme's register", asOf: "2026-05-01", confidence: "primary"
        ),
        "the site holds the accreditation")

    private static let operators = Explanation(
        .rule(id: "dep-2"), "the operators are nationals",
        [
            Explanation(
                .fact(
                    id: "op-1", source: "the operator", asOf: "2026-01-31",
                    confidence: "secondary"),
                "the operator employs nationals only")
        ])

    @Test func `a tree is printed with rules and sources`() {
        let tree = Explanation(
            .rule(id: "lvl-1"), "the site may hold the level", [Self.accreditation, Self.operators])
        expectGolden(tree.rendered(), named: "explanation.txt")
        expectGolden(tree.json.rendered(indented: true) + "\n", named: "explanation.json")
    }

    @Test func `a part that occurs again is numbered and referred to`() {
        let tree = Explanation(
            .statement, "both sites qualify",
            [
                Explanation(.rule(id: "lvl-1"), "the north site may", [Self.operators]),
                Explanation(
                    .rule(id: "lvl-1"), "the south site may",
                    [Self.accreditation, Self.operators]),
                Self.accreditation,
            ])
        expectGolden(tree.rendered(), named: "explanation-shared.txt")
    }

    @Test func `control characters in the text are escaped`() {
        let tree = Explanation(.statement, "a\u{1B}b\nc")
        #expect(tree.rendered() == "a\\u{1B}b\\nc\n")
    }
}
