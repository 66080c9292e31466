import Diagnostics
import Foundation
import SovereignCLI
import TestSupport
import Testing

@Suite struct QuoteTests {
    let world: CommandWorld

    init() throws {
        world = try CommandWorld()
    }

    @Test func `a package is printed and ends with 0`() {
        let run = world.quote()
        #expect(run.status == .yes)
        #expect(run.answer.hasPrefix("Quote: Registry of Aurelia\n"))
        #expect(run.messages.hasPrefix("time: catalog 0.0 ms, requirement 0.0 ms, quote 0.0 ms"))
        #expect(run.codes.isEmpty)
    }

    @Test func `the same files give the same bytes wherever they lie`() throws {
        let other = try CommandWorld()
        for format in ["text", "json"] {
            let run = world.quote("--format", format)
            #expect(run.answer == other.quote("--format", format).answer)
            #expect(run.answer == world.quote("--format", format).answer)
        }
    }

    @Test func `the JSON form is the quote itself`() {
        let run = world.quote("--format", "json")
        #expect(run.status == .yes)
        #expect(run.answer.hasPrefix("{\n  \"format\": \"sovereign-quote/1\",\n"))
        #expect(run.messages.hasPrefix("{\"format\":\"times/1\""))
    }

    @Test func `files take the place of standard output`() {
        let run = world.quote(
            "--output", world.folder("q.txt"), "--output", world.folder("q.md"), "--output",
            world.folder("q.json"))
        #expect(run.status == .yes)
        #expect(run.answer.isEmpty)
        #expect(run.messages.hasPrefix("wrote q.txt\nwrote q.md\nwrote q.json\ntime: "))
        #expect(world.folder.text(of: "q.txt") == world.quote().answer)
        #expect(world.folder.text(of: "q.json") == world.quote("--format", "json").answer)
        #expect(world.folder.text(of: "q.md")?.hasPrefix("# Quote: Registry of Aurelia") == true)
    }

    @Test func `the problem behind a quote assembles to its total`() throws {
        let run = world.quote("--export-problem", world.folder("problem.json"))
        #expect(run.answer == world.quote().answer)
        let assembled = world.run("assemble", world.folder("problem.json"))
        #expect(assembled.status == .yes)
        #expect(assembled.answer.contains("\"totalE4\": 1034340000000,"))
    }

    @Test(arguments: ["L1", "P1", "aurelia-compute", "aurelia-south", "aurelia", "open.app"])
    func `parts of the quote are explained`(_ id: String) {
        let text = world.quote("--explain", id)
        #expect(text.status == .yes)
        #expect(text.answer.contains(id))
        #expect(!text.answer.hasPrefix("Quote: "))
        let json = world.quote("--explain", id, "--format", "json")
        #expect(json.answer.contains("\"id\": \"\(id)\""))
    }

    @Test func `an unknown id is wrong usage with a suggestion`() {
        let run = world.quote("--explain", "aurelia-computte")
        #expect(run.status == .wrongUsage)
        #expect(run.answer.isEmpty)
        #expect(run.codes == [.commandUnknownID])
        #expect(run.messages.contains("help: did you mean 'aurelia-compute'?"))
    }

    @Test func `a budget that nothing meets is a correct no`() throws {
        try world.edit(
            "requirement.yaml", "enclaves:\n",
            "budgets: [ { covers: base, amount: \"1.00\", tax: excluded } ]\nenclaves:\n")
        let run = world.quote("--output", world.folder("q.md"))
        #expect(run.status == .no)
        #expect(run.codes.isEmpty)
        #expect(world.folder.text(of: "q.md")?.hasPrefix("# No package") == true)
    }

    @Test func `a later catalog overlays an earlier one`() throws {
        let rows = try #require(world.folder.text(of: "catalog/providers/aurelia/prices/list.csv"))
        let dearer = rows.split(separator: "\n").filter { !$0.hasPrefix("p-m") }
            .joined(separator: "\n").replacing(",0.02,", with: ",0.05,")
        try world.folder.write(dearer + "\n", to: "mine/providers/aurelia/prices/list.csv")
        let run = world.quote(
            "--catalog", world.folder("catalog"), "--catalog", world.folder("mine"))
        #expect(run.status == .yes)
        #expect(run.answer.contains("EUR 0.05 per GB-month"))
    }

    @Test func `requirements may be JSON too`() throws {
        try world.folder.write(Self.json, to: "requirement.json")
        let run = world.run("quote", world.folder("requirement.json"))
        #expect(run.status == .yes)
        #expect(run.answer.hasPrefix("Quote: Small\n"))
    }

    @Test func `wrong usage is told before anything is read`() {
        let unknown = world.quote("--output", "q.pdf")
        #expect(unknown.status == .wrongUsage)
        #expect(unknown.messages.contains("a quote is written to .txt, .md, .json"))
        let twice = world.quote("--output", "q.md", "--export-problem", "q.md")
        #expect(twice.status == .wrongUsage)
        #expect(twice.messages.contains("'q.md' is named twice"))
    }

    private static let json = """
        {"requirement": 1, "title": "Small", "customer": {"country": "XA"}, "currency": "EUR",
         "asOf": "2026-11-24", "term": {"start": "2027-01-01", "base": "P1Y"},
         "enclaves": [{"id": "open", "classification": "OPEN", "workloads":
           [{"id": "app", "capability": "compute.vm", "vcpu": 40, "memoryGiB": 160}]}]}
        """
}
