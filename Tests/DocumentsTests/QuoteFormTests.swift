import Diagnostics
import Documents
import Proposals
import Testing
import TestSupport

/// The three forms of one quote, and of a refusal.
struct QuoteFormTests {
    private static let worked = Result { try fixtureProposal() }

    @Test func `a quote as text`() throws {
        expectGolden(QuoteText.render(try Self.worked.get()), named: "quote.txt")
    }

    @Test func `a quote as Markdown`() throws {
        expectGolden(QuoteMarkdown.render(try Self.worked.get()), named: "quote.md")
    }

    @Test func `a quote as data`() throws {
        expectGolden(
            QuoteJSON.value(try Self.worked.get()).rendered(indented: true) + "\n",
            named: "quote.json")
    }

    @Test func `a refusal as text`() throws {
        var ask = QuoteAsk()
        ask.budgets = [#"{ id: whole, covers: evaluated, amount: "900000.00" }"#]
        expectGolden(QuoteText.render(try QuoteWorld().propose(ask)), named: "refusal.txt")
    }

    @Test func `a refusal as data`() throws {
        var ask = QuoteAsk()
        ask.enclaveLines = ["residency: [XC]"]
        expectGolden(
            QuoteJSON.value(try QuoteWorld().propose(ask)).rendered(indented: true) + "\n",
            named: "refusal.json")
    }

    @Test func `classified information with people of two levels`() throws {
        var ask = QuoteAsk()
        ask.classification = "GUARDED"
        ask.budgets = []
        ask.moreEnclaves = """
              - id: archive
                classification: SEALED
                workloads:
                  - { id: papers, capability: storage.object, capacityGB: 10 }

            """
        expectGolden(QuoteText.render(try QuoteWorld().propose(ask)), named: "two-levels.txt")
    }

    /// A reader needs every rate of a tiered meter to recompute its line.
    @Test func `tiers, blocks and flat prices are printed whole`() throws {
        let prices = "providers/aurelia/prices/list.csv"
        let tiers = try QuoteWorld()
            .replacing(
                "graduated,0,0,USD,published,account", with: "graduated,0,0.05,USD,published,",
                in: prices
            )
            .replacing(
                "100,0.02,USD,published,account", with: "100,0.02,USD,published,", in: prices)
        #expect(
            QuoteText.render(try tiers.propose()).contains("USD 0.05, 0.02"), "graduated tiers")
    }

    @Test(arguments: [60, 80, 100, 140])
    func `tables and text fit the width`(width: Int) throws {
        let text = QuoteText.render(try Self.worked.get(), width: width)
        let widest = text.split(separator: "\n").map { DisplayText.width($0) }.max() ?? 0
        #expect(widest <= max(width, 98))
    }

    @Test func `large amounts fit a hundred columns`() throws {
        var ask = QuoteAsk()
        ask.vcpu = 400_000
        ask.memoryGiB = 1_600_000
        ask.gigabytes = 900_000_000
        ask.budgets = []
        let text = QuoteText.render(try QuoteWorld().propose(ask))
        let widest = text.split(separator: "\n").map { DisplayText.width($0) }.max() ?? 0
        #expect(widest <= 100)
    }
}

/// The quote that the forms show: a programme, an unpriced offer, an assumption.
func fixtureProposal() throws -> Proposal {
    try QuoteWorld().adding(
        """
        id: aurelia-frame
        provider: aurelia
        name: Aurelia frame agreement
        mode: volume
        currency: EUR
        tiers:
          - { from: "0", basisPoints: 0 }
          - { from: "10000.00", basisPoints: 333 }
        source: Invented price book | https://example.org
        asOf: 2026-01-10
        confidence: primary
        """, to: "programmes/aurelia-frame.yaml"
    ).propose()
}
