import Diagnostics
import Documents
import Proposals
import Testing
import TestSupport

/// Budgets, taxes and a negotiated discount as readers see them.
struct MoneyFormTests {
    /// Two funding parts: one taxed and gross, one exempt and in another currency.
    private static func ask(_ amount: String) -> QuoteAsk {
        var ask = QuoteAsk()
        ask.title = "Almara, two purses"
        ask.term = "start: 2026-07-01, base: P3Y, options: [P1Y]"
        ask.moreEnclaves = """
              - id: vault
                classification: SEALED
                tax: exempt
                taxReason: supplies funded by an alliance
                workloads:
                  - { id: papers, capability: storage.object, capacityGB: 1000 }

            """
        ask.budgets = [
            #"{ id: state, covers: evaluated, enclaves: [core], tax: included, "#
                + #"amount: "\#(amount)" }"#,
            #"{ id: alliance, covers: evaluated, enclaves: [vault], tax: exempt, currency: USD, "#
                + #"amount: "9000000.00" }"#,
            #"{ id: years, covers: each-year, yearStarts: calendar, amount: "2900000.00" }"#,
        ]
        ask.moreLines = [
            "exchangeRates: { source: NBP, onDate: submission }",
            "discounts: [{ id: mou, name: Memorandum, provider: aurelia, "
                + "classifications: [OPEN], percent: \"12\", basis: stated by the customer }]",
        ]
        return ask
    }

    @Test func `two funding parts as text`() throws {
        expectGolden(
            QuoteText.render(try QuoteWorld().propose(Self.ask("12000000.00"))),
            named: "money.txt")
    }

    @Test func `two funding parts that are too small as text`() throws {
        expectGolden(
            QuoteText.render(try QuoteWorld().propose(Self.ask("1200000.00"))),
            named: "money-refused.txt")
    }

    @Test func `data carries the parts`() throws {
        let json = QuoteJSON.value(try QuoteWorld().propose(Self.ask("12000000.00")))
            .rendered(indented: true)
        for words in [
            #""kind": "exempt""#, #""reason": "supplies funded by an alliance""#,
            #""limit": "years/year-2026""#, #""currency": "USD""#, #""kind": "discount-scope""#,
        ] {
            #expect(json.contains(words), "\(words)")
        }
    }
}
