import Documents
import Proposals
import Testing
import TestSupport

/// Why a line costs what it does, and why an offer is in the package or not.
struct QuoteExplanationTests {
    private static let worked = Result { try fixtureProposal() }

    @Test(arguments: [
        ("L1", "line"), ("L3", "line-allowance"), ("P1", "head-line"),
        ("aurelia-store@aurelia-south", "chosen"), ("boreal-store@boreal-east", "unpriced"),
        ("cirrus-store@cirrus-abroad", "rejected"), ("boreal-vm@boreal-lab", "unknown"),
        ("boreal-vm@boreal-east", "dearer"), ("core.store", "demand"),
    ])
    func `an identifier is explained`(id: String, golden: String) throws {
        let text = try #require(QuoteExplanation(try Self.worked.get()).render(id))
        expectGolden(text, named: "explain-\(golden).txt")
    }

    @Test func `nothing has an unknown identifier`() throws {
        #expect(QuoteExplanation(try Self.worked.get()).render("L99") == nil)
    }

    @Test func `every identifier offered is explained`() throws {
        let explanation = QuoteExplanation(try Self.worked.get())
        #expect(explanation.identifiers.contains("L1"))
        #expect(explanation.identifiers.filter { explanation.render($0) == nil } == [])
    }

    @Test func `offers of a refused requirement are compared with no package`() throws {
        var ask = QuoteAsk()
        ask.budgets = [#"{ id: whole, covers: evaluated, amount: "1.00" }"#]
        let explanation = QuoteExplanation(try QuoteWorld().propose(ask))
        #expect(
            explanation.render("aurelia-vm@aurelia-north")?.split(separator: "\n").first.map(
                String.init)
                == "core.app, aurelia-vm@aurelia-north: eligible, priced; "
                + "there is no package to compare it with"
        )
        #expect(
            explanation.render("boreal-store@boreal-east")?.split(separator: "\n").first.map(
                String.init)
                == "core.store, boreal-store@boreal-east: eligible, no price")
        #expect(explanation.render("L1") == nil)
    }

    @Test func `an offer that could not be had for nothing says so`() throws {
        var ask = QuoteAsk()
        ask.procurement = "{ providers: { max: 1 } }"
        let text = QuoteExplanation(try QuoteWorld().propose(ask))
            .render("boreal-store@boreal-east")
        #expect(text?.contains("no price; it would not be chosen even for nothing") == true)
    }
}
