import Diagnostics
import SovereignCLI
import TestSupport
import Testing

struct CatalogShowTests {
    @Test(arguments: ["text", "json", "csv"])
    func `a fact is shown with its sources, its place and its links`(_ form: String) {
        let answer = FactWorld.run("show", "xa-guarded", "--format", form)
        #expect(answer.status == .yes && answer.messages.isEmpty)
        expectGolden(answer.text, named: "fact-level.\(form)")
    }

    @Test(arguments: [
        "DIFFUSION GARDÉE", "diffusion gardee", "GUARDED", "guarded", "XA-GUARDED",
    ])
    func `a level is also found by its marking or an alias`(_ word: String) {
        let answer = FactWorld.run("show", word)
        #expect(answer.status == .yes)
        #expect(answer.text.hasPrefix("level xa-guarded: DIFFUSION GARDÉE\n"))
    }

    @Test func `a marking needs no quotes`() {
        let answer = FactWorld.run("show", "DIFFUSION", "GARDÉE")
        #expect(answer.text == FactWorld.run("show", "DIFFUSION GARDÉE").text)
    }

    @Test func `a provider is shown with what it has`() {
        expectGolden(FactWorld.run("show", "aurelia").text, named: "fact-provider.txt")
    }

    @Test func `a later layer's fact is shown with what it replaces`() {
        let text = FactWorld.run("show", "p-m4", layers: ["facts", "facts-overlay"])
        expectGolden(text.text, named: "fact-replaced.txt")
        let json = FactWorld.run(
            "show", "p-m4", "--format", "json", layers: ["facts", "facts-overlay"])
        expectGolden(json.text, named: "fact-replaced.json")
    }

    @Test func `all facts of one id are shown`() {
        let answer = FactWorld.run("show", "Aurelia", "Cloud", layers: ["facts", "facts-overlay"])
        #expect(answer.text.hasPrefix("provider aurelia: Aurelia Cloud\n"))
        let both = FactWorld.run("show", "Value added tax")
        #expect(both.text.hasPrefix("tax xa-vat"))
        let shared = FactWorld.run("show", "LEAGUE SECRET", layers: ["facts", "facts-overlay"])
        #expect(shared.text.hasPrefix("level league-secret"))
    }

    @Test func `what was dropped with its owner is no longer called so`() {
        let answer = FactWorld.run("show", "league-guarded", layers: ["facts", "facts-overlay"])
        #expect(answer.status == .wrongUsage)
    }

    @Test func `an unknown id ends with 64 and the nearest one`() {
        let answer = FactWorld.run("show", "xa-gaurded")
        #expect(answer.status == .wrongUsage && answer.text.isEmpty)
        #expect(answer.run.codes == [.commandUnknownFact])
        expectGolden(answer.messages, named: "fact-unknown.txt")
        let far = FactWorld.run("show", "something else altogether")
        #expect(far.messages.contains("help: 'sovereign catalog search' finds records"))
    }

    @Test func `more facts than can be read are counted`() throws {
        let folder = try TemporaryFolder()
        try folder.write("format: 1\n", to: "catalog.yaml")
        let rows = (1...25).map { "s\($0),Harbour\n" }.joined()
        try folder.write("id,name\n" + rows, to: "providers/p/sites.csv")
        let run = CommandRun("catalog", "show", "Harbour", "--catalog", folder.path)
        #expect(run.answer.hasSuffix("\n5 more are called so.\n"))
    }

    @Test func `a file that cannot be read costs the status, not the answer`() throws {
        let folder = try TemporaryFolder()
        try folder.write("format: 1\n", to: "catalog.yaml")
        try folder.write("id,name\nnorth,North\n", to: "providers/p/sites.csv")
        try folder.write("id: [", to: "countries/xa.yaml")
        let run = CommandRun(arguments: ["catalog", "show", "north", "--catalog", folder.path])
        #expect(run.status == .badData)
        #expect(run.answer.hasPrefix("site north: North\n"))
        #expect(run.codes == [.inputYAMLSyntax])
    }

    @Test func `a folder that is no catalog is told`() throws {
        let folder = try TemporaryFolder()
        try folder.write("id,name\nnorth,North\n", to: "providers/p/sites.csv")
        let run = CommandRun(arguments: ["catalog", "show", "north", "--catalog", folder.path])
        #expect(run.status == .badData && run.answer.isEmpty)
        #expect(run.codes == [.catalogHeadMissing])
    }

    @Test func `control characters of a catalog never reach the terminal`() throws {
        let folder = try TemporaryFolder()
        try folder.write("format: 1\n", to: "catalog.yaml")
        try folder.write("id,name\nnorth,No\u{202E}rth\n", to: "providers/p/sites.csv")
        for words in [["show", "north"], ["search", "north"], ["list", "sites"]] {
            let run = CommandRun(
                arguments: ["catalog"] + words + ["--catalog", folder.path])
            #expect(!run.answer.contains("\u{202E}"))
        }
    }
}
