import Diagnostics
import SovereignCLI
import TestSupport
import Testing

@Suite struct AssembleTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func assemble(_ problem: String, _ words: String...) throws -> CommandRun {
        try folder.write(problem, to: "problem.json")
        return CommandRun(arguments: ["assemble", folder("problem.json")] + words, in: folder)
    }

    @Test func `an optimum is printed in the form of the problem format`() throws {
        let run = try assemble(Self.problem())
        #expect(run.status == .yes)
        let times = "{\"format\":\"times/1\",\"microseconds\":{\"read\":0,\"assemble\":0}}\n"
        #expect(run.messages == times)
        expectGolden(run.answer, named: "assemble-optimal.json")
    }

    @Test func `an optimum can be read by a person`() throws {
        let run = try assemble(Self.problem(), "--format", "text")
        #expect(run.messages == "time: read 0.0 ms, assemble 0.0 ms\n")
        expectGolden(run.answer, named: "assemble-optimal.txt")
    }

    @Test func `no valid package is a correct no`() throws {
        let run = try assemble(Self.problem(most: 100))
        #expect(run.status == .no)
        #expect(run.answer.contains("\"status\": \"infeasible\""))
        let text = try assemble(Self.problem(most: 100), "--format", "text")
        #expect(text.answer.hasPrefix("infeasible: there is no valid package\n"))
    }

    @Test func `what the limit of steps leaves open ends with 75`() throws {
        let run = try assemble(Self.knapsack, "--steps", "1")
        #expect(run.status == .undecided)
        #expect(run.answer.contains("\"status\": \"feasible\"") || run.answer.contains("unknown"))
        #expect(try assemble(Self.knapsack).status == .yes)
        let text = try assemble(Self.knapsack, "--steps", "1", "--format", "text")
        #expect(text.status == .undecided)
    }

    @Test(arguments: [
        ("{", FindingCode.inputJSONSyntax),
        ("[]", .inputWrongShape),
        ("{\"format\": \"assembly-problem/2\", \"currency\": \"EUR\"}", .assemblyUnknownFormat),
        (
            Self.problem().replacing("\"site\": \"north\"", with: "\"site\": \"nroth\""),
            .assemblyUnknownReference
        ),
    ])
    func `what is no problem is told`(_ text: String, _ code: FindingCode) throws {
        let run = try assemble(text)
        #expect(run.status == .badData)
        #expect(run.answer.isEmpty)
        #expect(run.codes.contains(code), "\(run.messages)")
    }

    /// One demand, two sites, one post; the cheaper site needs the dearer people.
    private static func problem(most: Int = 1_000_000) -> String {
        """
        {"format": "assembly-problem/1", "currency": "EUR",
         "providers": [{"id": "p", "openingCost": 1000}],
         "sites": [{"id": "north", "provider": "p"}, {"id": "south", "provider": "p"}],
         "enclaves": [{"id": "open", "sites": [
           {"site": "north", "posts": [{"pool": "ops", "level": "none", "milliFTE": 5271}]},
           {"site": "south", "modules": [
             {"id": "rack", "cost": 700, "max": 3, "provides": {"units": 10}}]}]}],
         "staffPools": [{"id": "ops", "levels": [
           {"id": "none", "headCost": 900, "available": 9}]}],
         "demands": [{"id": "app", "enclave": "open", "options": [
           {"id": "app/north", "site": "north", "cost": 5000},
           {"id": "app/south", "site": "south", "cost": 6050, "uses": {"units": 25}}]}],
         "discounts": [{"id": "d", "measure": "spend", "mode": "volume",
           "tiers": [{"from": 0, "basisPoints": 0}]}],
         "limits": [{"id": "budget", "measure": "total", "max": \(most)}]}
        """
    }

    /// Twelve choices under one limit: no relaxation settles it at the first node.
    private static var knapsack: String {
        let demands = (0..<12).map { index in
            let light = "{\"id\": \"a\(index)\", \"site\": \"s\", \"cost\": \(100 + 7 * index)}"
            let heavy = """
                {"id": "b\(index)", "site": "s", "cost": \(61 + 5 * index), \
                "measures": {"weight": \(37 + 11 * index)}}
                """
            return "{\"id\": \"d\(index)\", \"enclave\": \"e\", \"options\": [\(light), \(heavy)]}"
        }
        return """
            {"format": "assembly-problem/1", "currency": "EUR", "providers": [{"id": "p"}],
             "sites": [{"id": "s", "provider": "p"}],
             "enclaves": [{"id": "e", "sites": [{"site": "s"}]}],
             "demands": [\(demands.joined(separator: ", "))],
             "limits": [{"id": "l", "measure": "weight", "max": 501}]}
            """
    }
}
