import Diagnostics
import SovereignCLI
import TestSupport
import Testing

struct CatalogSearchTests {
    @Test(arguments: ["text", "json", "csv"])
    func `facts are found by words, best first, with the place of each word`(_ form: String) {
        let answer = FactWorld.run("search", "guarded", "clearance", "--format", form)
        #expect(answer.status == .yes && answer.messages.isEmpty)
        expectGolden(answer.text, named: "search.\(form)")
    }

    @Test func `mistyped words are said to be similar`() {
        let answer = FactWorld.run("search", "guardad")
        #expect(answer.status == .yes)
        expectGolden(answer.text, named: "search-similar.txt")
    }

    @Test func `some of the words are better than nothing`() {
        let answer = FactWorld.run("search", "aldoria", "xyzzy", "--limit", "2")
        #expect(answer.text.hasPrefix("Nothing has all the words; these have 1 of 2.\n"))
        #expect(answer.text.contains("\nThe best 2 of "))
    }

    @Test func `nothing found ends with 1`() {
        let answer = FactWorld.run("search", "xyzzy")
        #expect(answer.status == .no)
        #expect(answer.text == "Nothing in the catalog has these words.\n")
        let json = FactWorld.run("search", "xyzzy", "--format", "json")
        #expect(json.status == .no && json.text.contains("\"hits\": []"))
    }

    @Test(arguments: [
        (["–"], "expected 1 to 16 words"), (["a", "--limit", "0"], "'--limit' is 0"),
        (["a", "--limit", "9223372036854775807"], "expected 1 to 10000"),
        ([], "Missing expected argument '<words> ...'"),
    ])
    func `wrong usage says what was expected`(_ words: [String], _ message: String) {
        let run = CommandRun(arguments: ["catalog", "search"] + words)
        #expect(run.status == .wrongUsage)
        #expect(run.messages.contains(message))
    }
}
