import Diagnostics
import SovereignCLI
import TestSupport
import Testing

struct CatalogListTests {
    @Test(arguments: ["text", "json", "csv"])
    func `the kinds are listed with their numbers, and the fixture has all of them`(
        _ form: String
    ) {
        let answer = FactWorld.run("list", "--format", form)
        #expect(answer.status == .yes && answer.messages.isEmpty)
        expectGolden(answer.text, named: "list-kinds.\(form)")
    }

    @Test(arguments: ["text", "json", "csv"])
    func `facts of a kind are listed`(_ form: String) {
        let answer = FactWorld.run("list", "sites", "--format", form)
        #expect(answer.status == .yes && answer.messages.isEmpty)
        expectGolden(answer.text, named: "list-sites.\(form)")
    }

    @Test(arguments: [
        "levels", "absent-levels", "accreditations", "rules", "agreements", "services",
        "authorisations", "instances", "prices", "labour-rates", "providers", "delivery-models",
    ])
    func `columns are those that tell most and fit`(_ kind: String) {
        expectGolden(FactWorld.run("list", kind).text, named: "list-\(kind).txt")
    }

    @Test(arguments: [60, 80, 100, 160])
    func `no line is wider than the terminal`(_ columns: Int) {
        for kind in ["sites", "prices", "rules", "agreements", "instances", "authorisations"] {
            let lines = FactWorld.run("list", kind, columns: columns).text.split(separator: "\n")
            #expect(lines.allSatisfy { $0.count <= columns }, "\(kind)")
        }
    }

    @Test(arguments: [
        (["prices", "--where", "amount>=0.39"], "2 of 4 prices\n"),
        (["prices", "--where", "amount>=0.39", "--where", "plan=p1y"], "1 of 4 prices\n"),
        (["site", "--where", "status!=available"], "1 of 2 sites\n"),
        (["site", "--where", "asOf<2026"], "1 of 2 sites\n"),
        (["levels", "--where", "owner=xa"], "2 of 3 levels\n"),
        (["levels", "--where", "equivalents.level=league-guarded"], "1 of 3 levels\n"),
        (["prices", "--limit", "1"], "4 prices, the first 1 shown; --limit 0 shows all\n"),
        (["prices", "--where", "unit~hour", "--limit", "1"], "3 of 4 prices, the first 1 shown"),
        (["prices", "--limit", "0"], "4 prices\n"), (["taxes"], "1 tax\n"),
    ])
    func `the count is said`(_ words: [String], _ count: String) throws {
        let answer = CommandRun(arguments: ["catalog", "list"] + words + FactWorld.catalog)
        #expect(answer.status == .yes)
        let last = try #require(answer.answer.split(separator: "\n").last)
        #expect((last + "\n").contains(count))
    }

    @Test func `columns are those asked for, in that order`() {
        let answer = FactWorld.run(
            "list", "providers", "--columns", "parent.name, id,file", "--format", "csv")
        #expect(
            answer.text == "parent.name,id,file\r\n"
                + "Aurelia Holding,aurelia,…/facts/providers/aurelia/provider.yaml:1\r\n")
    }

    @Test func `a cell that a spreadsheet takes for a formula is guarded, a number is not`() {
        let notes = FactWorld.run(
            "list", "services", "--columns", "note", "--where", "note!=", "--format", "csv")
        #expect(notes.text == "note\r\n\"'=Retrieval, too, is charged\"\r\n")
        let numbers = FactWorld.run("list", "sites", "--columns", "longitude", "--format", "csv")
        #expect(numbers.text == "longitude\r\n-10.20\r\n10.20\r\n")
    }

    @Test func `a later layer's facts take the place of earlier ones`() {
        let layers = ["facts", "facts-overlay"]
        let prices = FactWorld.run(
            "list", "prices", "--where", "id=p-m4", "--columns", "id,amount,layer", "--format",
            "csv", layers: layers)
        #expect(prices.text == "id,amount,layer\r\np-m4,0.15,1\r\n")
        let cheap = FactWorld.run("list", "prices", "--where", "amount=0.20", layers: layers)
        #expect(cheap.status == .no && cheap.text == "0 of 4 prices\n")
    }

    @Test func `nothing listed ends with 1`() {
        let answer = FactWorld.run("list", "sites", "--where", "country=XZ")
        #expect(answer.status == .no && answer.text == "0 of 2 sites\n")
        let csv = FactWorld.run("list", "sites", "--where", "country=XZ", "--format", "csv")
        #expect(csv.status == .no && csv.text.hasPrefix("id,name,provider,country,"))
    }

    @Test func `an unknown field is told with the nearest one`() {
        let answer = FactWorld.run(
            "list", "sites", "--where", "contry=XA", "--columns", "id,colour")
        #expect(answer.status == .wrongUsage && answer.text.isEmpty)
        #expect(answer.run.codes == [.commandUnknownField, .commandUnknownField])
        expectGolden(answer.messages, named: "list-unknown-field.txt")
    }

    @Test(arguments: [
        (["servces"], "'servces' is no kind of fact; did you mean 'services'?"),
        (["sites", "--where", "country"], "'country' is no condition; expected a field, one of ="),
        (["sites", "--where", "name<abc"], "'name<abc' is no condition"),
        (["sites", "--columns", "id,,name"], "'--columns' names an empty field"),
        (["sites", "--limit=-1"], "'--limit' is -1, expected 0 or more"),
        (["--where", "country=XA"], "need a kind of fact"),
    ])
    func `wrong usage says what was expected`(_ words: [String], _ message: String) {
        let run = CommandRun(arguments: ["catalog", "list"] + words)
        #expect(run.status == .wrongUsage)
        #expect(run.messages.contains(message), "\(run.messages)")
    }
}
