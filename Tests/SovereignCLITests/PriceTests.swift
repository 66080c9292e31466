import Diagnostics
import SovereignCLI
import TestSupport
import Testing

/// `sovereign price`: what is printed and written, and what is refused.
@Suite struct PriceTests {
    let world: CommandWorld

    init() throws {
        world = try CommandWorld()
        try world.folder.write(
            """
            offer,quantity,from,to,level
            m4@aurelia-north,3,2027-01-01,2029-01-01,GUARDED
            obj@aurelia-south,50000,2027-01-16,2028-01-01,OPEN

            """, to: "basket.csv")
        try world.folder.write(
            """
            agreement: 1
            currency: EUR
            steps:
              - { id: book, kind: level-book, name: guarded book, percent: "8", levels: [GUARDED] }
              - { id: framework, kind: programme, percent: "12.5" }
            periods:
              - { id: base, from: 2027-01-01, to: 2028-01-01 }
              - { id: option-1, from: 2028-01-01, to: 2029-01-01 }
            surge: "10"
            fees: [{ name: ordering, percent: "1" }]
            commitment: { amount: "10000.00", counts: [obj] }
            taxes: [{ place: XA, percent: "20" }]

            """, to: "agreement.yaml")
    }

    private func price(_ words: String...) -> CommandRun {
        CommandRun(
            arguments: ["price", world.folder("basket.csv")] + words
                + ["--catalog", world.folder("catalog")], in: world.folder)
    }

    @Test func `a basket alone is priced at list`() {
        let run = price()
        #expect(run.status == .yes && run.codes.isEmpty)
        expectGolden(run.answer, named: "price-list.txt")
    }

    @Test func `an agreement leads from list to every total`() {
        let run = price("--agreement", world.folder("agreement.yaml"))
        #expect(run.status == .yes && run.codes.isEmpty)
        expectGolden(run.answer, named: "price-agreement.txt")
    }

    @Test func `every form is written at once`() throws {
        let files = ["prices.md", "prices.json", "prices.csv"]
        let outputs = files.flatMap { ["--output", world.folder($0)] }
        let run = CommandRun(
            arguments: [
                "price", world.folder("basket.csv"), "--agreement",
                world.folder("agreement.yaml"), "--catalog", world.folder("catalog"),
            ] + outputs,
            in: world.folder)
        #expect(run.status == .yes && run.answer.isEmpty)
        for file in files {
            expectGolden(try #require(world.folder.text(of: file)), named: "price-\(file)")
        }
    }

    @Test func `a line's cents lead back to the sheet`() {
        let run = price(
            "--agreement", world.folder("agreement.yaml"), "--explain", "B2")
        #expect(run.status == .wrongUsage)
        #expect(run.messages.contains("lines: B1/base, B2/base, B1/option-1"))
        let line = price(
            "--agreement", world.folder("agreement.yaml"), "--explain", "B2/base")
        #expect(line.status == .yes)
        for part in [
            "price fact p-obj: EUR 0.02 per GB-month, published",
            "2027-01-16 to 2027-02-01: 50,000 asked, 25806.451613 GB-month a month",
            "tier from 0: 50000 x 0.02 = EUR 1000",
            "framework: -1439.516129 of 11516.129032, after it 10076.612903",
            "rounding -0.002903, half up: EUR 10,076.61",
        ] {
            #expect(line.answer.contains(part), "\(line.answer)")
        }
    }

    @Test func `what has no price is a correct no`() throws {
        try world.edit(
            "catalog/providers/aurelia/prices/list.csv", "resource,,,1,hour",
            "resource,,2027-06-01,1,hour")
        let run = price()
        #expect(run.status == .no)
        #expect(run.answer.contains("No total: 1 row has no price."))
        #expect(run.answer.contains("no price from 2027-06-01 on"))
    }

    @Test func `mistakes of both files are told with their places`() throws {
        try world.edit("basket.csv", "m4@aurelia-north", "m5@aurelia-nroth")
        try world.edit("agreement.yaml", "percent: \"12.5\"", "percent: \"112.5\"")
        let run = price("--agreement", world.folder("agreement.yaml"))
        #expect(run.status == .badData)
        expectGolden(run.messages, named: "price-findings.txt")
    }

    @Test func `mistakes of the basket are told beside those of the agreement's file`() throws {
        try world.edit("basket.csv", "m4@aurelia-north,3", "m4@aurelia-north,-3")
        let run = price("--agreement", world.folder("nowhere.yaml"))
        #expect(
            run.codes.sorted { $0.rawValue < $1.rawValue }
                == [.inputFileMissing, .priceNegativeQuantity])
    }

    @Test func `an output never replaces what it is made from`() throws {
        let run = price("--output", world.folder("basket.csv"))
        #expect(run.status == .badData && run.codes == [.outputOverInput])
        #expect(price("--output", "prices.xls").status == .wrongUsage)
        #expect(price("--currency", "EURO").status == .wrongUsage)
    }
}
