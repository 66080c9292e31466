import Assembly
import Catalog
import Clearance
import Diagnostics
import Documents
import Eligibility
import LocatedInput
import Pricing
@testable import Proposals
import Quantities
import Requirements
import TestSupport
import Testing

/// What the contract says of money: discounts that follow each other, totals, bounds, clauses.
struct ContractTests {
    private static func discount(_ id: String, _ percent: String) -> String {
        "{ id: \(id), provider: aurelia, classifications: [OPEN], percent: \"\(percent)\", "
            + "basis: stated by the customer }"
    }

    private static func ask(
        _ discounts: [(id: String, percent: String)], contract: String = ""
    ) -> QuoteAsk {
        var ask = QuoteAsk.twoEnclaves()
        let list = discounts.map { discount($0.id, $0.percent) }.joined(separator: ", ")
        ask.moreLines = ["discounts: [\(list)]"] + (contract.isEmpty ? [] : [contract])
        return ask
    }

    @Test func `discounts follow each other unless the contract adds them`() throws {
        // Core spends 7,392.00 in each of three years and 10,896.00 in the fourth. 20 % and 12 %:
        // 1,478.40 and 12 % of 5,913.60 = 709.632; in the fourth 2,179.20 and 12 % of 8,716.80.
        let ask = Self.ask([("a", "20"), ("b", "12")])
        let proposal = try QuoteWorld().propose(ask)
        let cuts = try proposal.package().discounts
        #expect(
            cuts.filter { $0.row.id.hasPrefix("negotiated/a/") }.map(\.row.amountE4)
                == [1_478_400_000, 1_478_400_000, 1_478_400_000, 2_179_200_000])
        #expect(
            cuts.filter { $0.row.id.hasPrefix("negotiated/b/") }.map(\.row.amountE4)
                == [709_632_000, 709_632_000, 709_632_000, 1_046_016_000])
        #expect(try QuoteReading(proposal.json).failedChecks() == [])
        let added = try QuoteWorld().propose(
            Self.ask([("a", "20"), ("b", "12")], contract: "contract: { discounts: additive }"))
        #expect(
            try added.package().discounts.filter { $0.row.id.hasPrefix("negotiated/b/") }
                .map(\.row.amountE4) == [887_040_000, 887_040_000, 887_040_000, 1_307_520_000])
        #expect(try QuoteReading(added.json).failedChecks() == [])
    }

    @Test func `a programme comes on what negotiated discounts left`() throws {
        // 12 % off 7,392.00 leaves 6,504.96, below a threshold of 7,000.00; the fourth year's
        // 10,896.00 leaves 9,588.48; with 192.00 of the sealed store 3.33 % is 325.689984.
        let world = QuoteWorld.withProgramme(from: "7000.00")
        let proposal = try world.propose(Self.ask([("a", "12")]))
        let spend = try proposal.package().discounts.filter { $0.row.id.hasPrefix("spend/") }
        #expect(spend.map(\.row.amountE4).filter { $0 > 0 } == [325_689_984])
        #expect(try QuoteReading(proposal.json).failedChecks() == [])
    }

    @Test func `lines net of discounts sum to the total`() throws {
        let proposal = try QuoteWorld.withProgramme(from: "100.00")
            .propose(Self.ask([("a", "20"), ("b", "12.34")]))
        let package = try proposal.package()
        let nets = Dictionary(
            uniqueKeysWithValues: package.contract.nets.map { ($0.lineID, $0.netE4) })
        let lines = package.lines.map { nets[$0.id] ?? $0.priced.money.minorUnits * 10_000 }
        let people = package.headLines.map { $0.priced.money.minorUnits * 10_000 }
        let steps = package.stepLines.map { $0.priced.money.minorUnits * 10_000 }
        #expect((lines + people + steps).reduce(0, +) == package.waterfall.totalE4)
        #expect(!nets.isEmpty)
    }

    @Test func `totals of the contract and their identities are printed and recompute`() throws {
        let contract = """
            contract: { surge: "10", fees: [{ name: ordering, percent: "1" }], \
            ceiling: "99000000.00", obligated: "1000.00", minimum: "500.00", exit: "70.00" }
            """
        let proposal = try QuoteWorld().propose(Self.ask([], contract: contract))
        let package = try proposal.package()
        let totals = package.contract.totals
        #expect(totals.evaluated == package.waterfall.total)
        #expect(try totals.identities.map(\.holds) == [true, true, true, true])
        #expect(
            package.periods.map(\.net.minorUnits).reduce(0, +)
                == package.waterfall.total.minorUnits)
        let text = QuoteText.render(proposal)
        #expect(text.contains("surge, 10 %"))
        #expect(text.contains("guaranteed minimum"))
        #expect(try QuoteReading(proposal.json).failedChecks() == [])
        let surge = "\"surge\":\"\(totals.surge.decimal.padded(toScale: 2))\""
        let forged = proposal.compactJSON.replacing(surge, with: "\"surge\":\"1.00\"")
        #expect(forged != proposal.compactJSON)
        #expect(
            try QuoteReading(forged).failedChecks() == ["totals of the contract add up"])
    }

    @Test func `bounds that do not hold are said`() throws {
        let contract = #"contract: { ceiling: "1.00", minimum: "3.00", obligated: "2.00" }"#
        let text = QuoteText.render(
            try QuoteWorld().propose(Self.ask([], contract: contract)))
        #expect(text.contains("DOES NOT HOLD: ceiling EUR 1.00"))
        #expect(text.contains("DOES NOT HOLD: minimum EUR 3.00"))
    }

    @Test func `the buyer's table re-foots`() throws {
        let proposal = try QuoteWorld.withProgramme(from: "100.00")
            .propose(Self.ask([("a", "20"), ("b", "12.34")]))
        let collector = FindingCollector()
        let csv = InputText(path: "quote.csv", text: QuoteCSV.render(proposal))
        let table = try #require(CSVInput.parse(csv, into: collector))
        func cents(_ row: LocatedValue, _ key: String) throws -> Int64 {
            let amount = try ExactDecimal(parsing: try #require(row[key]?.text))
            return try #require(amount.multiplied(by: ExactDecimal(100)).wholeNumber)
        }
        var lines: Int64 = 0
        var items: Int64 = 0
        var periods: Int64 = 0
        for row in table.rows {
            switch row["record"]?.text {
            case "line", "people", "step":
                let (list, cut) = (try cents(row, "list"), try cents(row, "discount"))
                #expect(try list + cut == cents(row, "net"))
                lines += try cents(row, "net")
            case "item-total": items += try cents(row, "net")
            case "period-total": periods += try cents(row, "net")
            case "evaluated":
                let total = try cents(row, "net")
                #expect(total == lines && total == items && total == periods)
                #expect(total == (try proposal.package()).waterfall.total.minorUnits)
            default: Issue.record("no such record: \(row["record"]?.text ?? "")")
            }
        }
        #expect(lines > 0)
    }

    @Test func `terms say what they save`() throws {
        let package = try QuoteWorld().propose().package()
        for saving in package.contract.savings {
            let line = try #require(package.lines.first { $0.id == saving.lineID })
            #expect(line.meter.plan != .onDemand)
            #expect(
                saving.onDemand.minorUnits - line.priced.money.minorUnits
                    == saving.saved.minorUnits)
        }
        #expect(!package.contract.savings.isEmpty)
    }

    // MARK: - Parity

    /// One enclave, with a discount on all of it.
    private static func single(_ percent: String?, contract: String = "") -> QuoteAsk {
        var ask = QuoteAsk()
        ask.moreLines =
            (percent.map { ["discounts: [\(discount("a", $0))]"] } ?? [])
            + (contract.isEmpty ? [] : [contract])
        return ask
    }

    private func file(_ ask: QuoteAsk, _ world: QuoteWorld = QuoteWorld()) throws -> QuoteFile {
        let collector = FindingCollector()
        let text = try world.propose(ask).json
        let value = try #require(
            JSONInput.parse(InputText(path: "quote.json", text: text), into: collector))
        return try #require(QuoteFile(value, into: collector))
    }

    private static let clause = "contract: { parity: [{ id: like-others, notice: P45D }] }"

    @Test func `a deeper discount in one quote is owed in another`() throws {
        let mine = Self.single("10", contract: Self.clause)
        let theirs = Self.single("20")
        let report = try ParityCheck.report([
            ("mine", try file(mine)), ("theirs", try file(theirs)),
        ])
        #expect(!report.obligations.isEmpty)
        for one in report.obligations {
            #expect(one.holder == 0 && one.trigger == 1 && one.cause == .discount)
            #expect(one.noticeBy.description == "2026-03-01")  // 2026-01-15 and 45 days
            // 90 % and 80 % of the list: a ninth less.
            #expect(try one.other.amount.divided(by: one.own.amount) == ExactRatio(8, over: 9))
        }
        // Core nets 90 % of 33,072.00; a ninth of that is 3,307.20.
        let owed = report.obligations.map(\.amount.minorUnits).reduce(0, +)
        #expect(owed == 330_720)
    }

    @Test func `a list cut is told from a discount, and equal prices owe nothing`() throws {
        let mine = Self.single(nil, contract: Self.clause)
        let same = try ParityCheck.report([
            ("mine", try file(mine)), ("same", try file(Self.single(nil))),
        ])
        #expect(same.obligations.isEmpty)
        #expect(same.untouched == ["Almara, a small cloud: like-others"])
        let cheaper = try QuoteWorld().replacing(
            "graduated,100,0.02,USD", with: "graduated,100,0.01,USD",
            in: "providers/aurelia/prices/list.csv")
        let cut = try ParityCheck.report([
            ("mine", try file(mine)), ("cheaper", try file(Self.single(nil), cheaper)),
        ])
        #expect(cut.obligations.map(\.cause) == [.listCut])
    }

    @Test func `a clause counts the kinds of customers that it names`() throws {
        let contract = """
            contract: { parity: [{ id: like-defence, customers: [defence], notice: P15D }] }
            """
        let report = try ParityCheck.report([
            ("mine", try file(Self.single(nil, contract: contract))),
            ("theirs", try file(Self.single("20"))),
        ])
        #expect(report.obligations.isEmpty == (report.quotes[1].kind != "defence"))
    }
}
