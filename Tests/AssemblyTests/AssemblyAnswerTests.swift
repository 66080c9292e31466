import Diagnostics
import Testing

@testable import Assembly

@Suite struct AssemblyAnswerTests {
    @Test func `writes an answer as the format says, maps in ascending order`() {
        let answer = AssemblyAnswer(
            status: .optimal, totalE4: 10_000, lowerBoundE4: 10_000, options: ["a", "b"],
            modules: ["e/t": ["m": 1], "e/s": ["n": 2, "m": 1]], heads: ["q": ["high": 3]])
        #expect(
            answer.json.rendered(indented: false)
                == #"{"status":"optimal","totalE4":10000,"lowerBoundE4":10000,"#
                + #""options":["a","b"],"modules":{"e/s":{"m":1,"n":2},"e/t":{"m":1}},"#
                + #""heads":{"q":{"high":3}},"conflict":[]}"#)
    }

    @Test func `writes the parts of a conflict`() {
        let answer = AssemblyAnswer(
            status: .infeasible, conflict: [.init(kind: .capacity, id: "s/cpu")])
        #expect(
            answer.json.rendered(indented: false)
                == #"{"status":"infeasible","totalE4":0,"lowerBoundE4":0,"options":[],"#
                + #""modules":{},"heads":{},"conflict":[{"kind":"capacity","id":"s/cpu"}]}"#)
    }
}
