import Assembly
import Catalog
import Diagnostics
import Documents
import Clearance
import Eligibility
import LocatedInput
import Pricing
import Proposals
import Quantities
import Requirements
import Testing
import TestSupport

/// The sheet of questions: what it says, and what becomes of the quote once it is filled in.
struct QuestionSheetTests {
    /// Writes the sheet of a requirement.
    private func written(_ world: QuoteWorld, _ ask: QuoteAsk = QuoteAsk()) throws -> String {
        let catalog = try world.snapshot()
        let engine = QuoteEngine(catalog: catalog, limit: StepLimit(steps: 100_000))
        let proposal = try engine.propose(
            QuoteWorld.bind(ask.text, to: catalog),
            source: RequirementSource(path: "requirement.yaml", text: ask.text))
        let rows = try engine.questionSheet(for: proposal)
        #expect(
            Set(rows.map { $0.id.prefix { $0 != "#" } })
                == Set(proposal.questions.map { $0.id[...] }))
        return QuestionSheetCSV.render(rows, currency: proposal.bound.requirement.currency.value)
    }

    private func filled(_ text: String) throws -> FilledSheet {
        try #require(FilledSheet(text))
    }

    /// Quotes with a filled-in sheet in the catalog.
    private func quote(
        _ world: QuoteWorld, _ sheet: FilledSheet, _ ask: QuoteAsk = QuoteAsk()
    ) throws -> Proposal {
        try world.adding(sheet.text, to: "questions.csv").propose(ask)
    }

    /// Whether the package, if there is one, uses a service.
    private func uses(_ service: String, _ proposal: Proposal) -> Bool {
        guard case .package(let package) = proposal.outcome else { return false }
        return package.placements.contains { $0.service.id.rawValue == service }
    }

    private static let price = "price:bstore at Boreal East"

    @Test func `the sheet is as recorded, and the same each time`() throws {
        let text = try written(QuoteWorld())
        #expect(try written(QuoteWorld()) == text)
        expectGolden(text, named: "questions.csv")
    }

    /// A platform is sold by one price list, whatever halls it stands in.
    @Test func `a price for several halls is asked once, worth what all need it for`() throws {
        let world = try QuoteWorld.withHalls().replacing(
            "dcore-hour,dcore", with: "dcore-hour,delse", in: QuoteWorld.doradoPriceList)
        var ask = HallAsk(
            HallAsk.enclave("core", HallAsk.machines(40, 160)),
            HallAsk.enclave(
                "lab", HallAsk.machines(40, 160),
                more: "connectivity: air-gapped, halls: [attic]"))
        ask.halls.append("{ id: attic, country: XA, place: Southport }")
        let catalog = try world.snapshot()
        let engine = QuoteEngine(catalog: catalog, limit: StepLimit(steps: 100_000))
        let proposal = try engine.propose(
            QuoteWorld.bind(ask.text, to: catalog),
            source: RequirementSource(path: "requirement.yaml", text: ask.text))
        let rows = try engine.questionSheet(for: proposal).filter {
            $0.answer.cells[.subject] == ["dcore"]
        }
        let row = try #require(rows.first)
        #expect(rows.count == 1)
        #expect(row.concerns.contains { $0.hasPrefix("core.app") })
        #expect(row.concerns.contains { $0.hasPrefix("lab.app") })
        #expect(!row.worthMeans.contains("about EUR"))
        // Neither hall's price alone makes a package; both together do.
        #expect(row.worth == .package)
    }

    @Test func `a sheet that nobody filled in changes nothing`() throws {
        let world = QuoteWorld()
        let proposal = try quote(world, filled(written(world)))
        #expect(try proposal.answer.totalE4 == world.propose().answer.totalE4)
    }

    @Test(arguments: [("0.0001", true), ("1.00", false)])
    func `an offer is chosen at a price below the break-even, not above`(
        _ value: String, _ isChosen: Bool
    ) throws {
        let world = QuoteWorld()
        let sheet = try filled(written(world))
        #expect(sheet[Self.price, "unit"] == "EUR/GB-month")
        let answered = try #require(sheet.answering(Self.price, value))
        #expect(try uses("boreal-store", quote(world, answered)) == isChosen)
    }

    @Test func `the break-even of a unit parts the prices that are chosen from the others`() throws
    {
        let world = QuoteWorld()
        let sheet = try filled(written(world))
        let means = try #require(sheet[Self.price, "worthMeans"])
        let figure = try #require(means.split(separator: " ").first { $0.hasPrefix("0.0") })
        let unit = try ExactDecimal(parsing: String(figure))
        let step = try ExactDecimal(parsing: "0.0005")
        let below = try unit.subtracting(step).description
        let above = try unit.adding(step).description
        let cheap = try #require(sheet.answering(Self.price, below))
        let dear = try #require(sheet.answering(Self.price, above))
        #expect(try uses("boreal-store", quote(world, cheap)))
        #expect(try !uses("boreal-store", quote(world, dear)))
    }

    @Test func `an answered price carries its source and its range`() throws {
        let world = QuoteWorld()
        let sheet = try #require(
            filled(written(world)).answering(
                Self.price, "0.0001", confidence: "secondary",
                ["low": "0.00005", "high": "0.0002", "note": "two earlier invoices"]))
        guard case .package(let package) = try quote(world, sheet).outcome else {
            Issue.record("no package")
            return
        }
        let line = try #require(package.lines.first { $0.meter.sku == "bstore" })
        #expect(line.meter.basis == .indicative)
        #expect(
            line.meter.rows.map(\.provenance.source) == ["Letter to the bid team of 2026-01-12"])
    }

    /// Where labels must be held at the offer, three sites need one that nobody publishes.
    private var threeSites: QuoteAsk {
        var ask = QuoteAsk()
        ask.accept = "{ conditional: true, certificates: at-offer, leadTime: P12M }"
        ask.splitSites = 3
        ask.budgets = []
        return ask
    }

    private static let certificate = "certified-under:xa-label/aurelia"

    @Test func `a missing certificate is worth the package that it unlocks`() throws {
        let world = QuoteWorld()
        let sheet = try filled(written(world, threeSites))
        #expect(sheet[Self.certificate, "worth"] == "unlocks a package")
        let held = try #require(
            sheet.answering(Self.certificate, "number 7", ["validUntil": "2031-01-01"]))
        #expect(try uses("aurelia-vm", quote(world, held, threeSites)))
        let expired = try #require(
            sheet.answering(Self.certificate, "number 7", ["validUntil": "2026-01-14"]))
        #expect(try !uses("aurelia-vm", quote(world, expired, threeSites)))
    }

    @Test func `the people of a level without a rate are asked for, and worth a package`() throws {
        var ask = QuoteAsk()
        ask.classification = "SEALED"
        ask.budgets = []
        let rates = "labour/rates.csv"
        var world = QuoteWorld()
        let lines = (world.files[rates] ?? "").split(separator: "\n")
        world.files[rates] =
            lines.filter { !$0.hasPrefix("operator-secret") }
            .joined(separator: "\n") + "\n"
        let sheet = try filled(written(world, ask))
        let id = try #require(sheet.ids.first { $0.hasPrefix("rate:") })
        #expect(sheet[id, "worth"] == "unlocks a package")
        #expect(sheet[id, "unit"] == "EUR/8h" && sheet[id, "level"] == "xa-secret")
        let answered = try #require(sheet.answering(id, "900"))
        #expect(try uses("aurelia-vm", quote(world, answered, ask)))
    }

    @Test func `a distance that somebody states decides`() throws {
        var ask = QuoteAsk()
        ask.sites = "{ minimum: 2, apartKilometres: 190 }"
        let world = QuoteWorld()
        #expect(try !uses("aurelia-store", world.propose(ask)))
        let text = try written(world, ask)
        let sheet = try filled(text)
        let id = try #require(sheet.ids.first { $0.hasPrefix("apart:") }, "\(text)")
        #expect(sheet[id, "kind"] == "distance" && sheet[id, "unit"] == "km")
        let far = sheet.ids.filter { $0.hasPrefix("apart:") }
            .reduce(sheet) { $0.answering($1, "200") ?? $0 }
        #expect(try uses("aurelia-store", quote(world, far, ask)))
        let near = sheet.ids.filter { $0.hasPrefix("apart:") }
            .reduce(sheet) { $0.answering($1, "180") ?? $0 }
        #expect(try !uses("aurelia-store", quote(world, near, ask)))
    }

    @Test func `what a spreadsheet would run as a formula is guarded`() throws {
        let question = QuestionRow(
            id: "q", question: "=1+1", askWhom: "@somebody", concerns: ["+a"],
            currentEffect: "-b \"c\"", worth: .nothing, worthMeans: "a,b",
            answer: QuestionRow.Answer(kind: .orderable))
        let currency = try #require(Currency(code: "EUR"))
        let text = QuestionSheetCSV.render([question], currency: currency)
        #expect(
            text.hasSuffix(
                "\r\nq,'=1+1,'@somebody,'+a,\"'-b \"\"c\"\"\",0,,\"a,b\",,,,,,,,,,,orderable"
                    + ",,,,,,\r\n"))
    }

    @Test func `an unverified answer grounds no eligibility`() throws {
        let world = QuoteWorld()
        let sheet = try #require(
            filled(written(world, threeSites)).answering(
                Self.certificate, "yes", confidence: "unverified",
                ["validUntil": "2031-01-01"]))
        #expect(try !uses("aurelia-vm", quote(world, sheet, threeSites)))
    }
}
