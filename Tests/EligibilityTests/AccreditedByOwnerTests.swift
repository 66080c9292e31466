import Catalog
import Diagnostics
import Clearance
import Eligibility
import Quantities
import TestSupport
import Testing

/// accredited-by-owner: classified information sits only on systems that its owner accredited.
struct AccreditedByOwnerTests {
    /// Authorisation rows: scheme, expiry, date of the evidence, confidence and unsure fields.
    private struct Held: Sendable, CustomStringConvertible {
        let description: String
        var scheme = "xa-accreditation-guarded"
        var issued = "2026-01-01"
        var dates = "2031-07-01,2026-06-01"
        var sure = "primary,"
        let verdict: Verdict

        func row(_ id: String = "aurelia-accredited") -> String {
            "\(id),\(scheme),aurelia-machines,aurelia-north,,\(issued),\(dates),Invented "
                + "register of systems,2026-06-01,\(sure)\n"
        }
    }

    private static let path = "providers/aurelia/authorisations.csv"

    private static let examples = [
        Held(description: "over the whole term", verdict: .eligible),
        Held(
            description: "under a scheme for more", scheme: "xa-accreditation-hidden",
            verdict: .eligible),
        Held(
            description: "issued on the day of judgement", issued: "2026-11-24",
            verdict: .eligible),
        Held(description: "issued a day later", issued: "2026-11-25", verdict: .conditional),
        Held(
            description: "until a day before the end", dates: "2031-06-30,2026-06-01",
            verdict: .conditional),
        Held(description: "with no expiry published", dates: ",2026-06-01", verdict: .conditional),
        Held(
            description: "on evidence just fresh", dates: "2031-07-01,2024-11-24",
            verdict: .eligible),
        Held(
            description: "on stale evidence", dates: "2031-07-01,2024-11-23",
            verdict: .conditional),
        Held(description: "as reported", sure: "secondary,", verdict: .eligible),
        Held(description: "as recalled", sure: "unverified,", verdict: .conditional),
        Held(
            description: "at sites that were inferred", sure: "primary,sites", verdict: .conditional
        ),
        Held(
            description: "by another owner", scheme: "league-accreditation-kept",
            verdict: .conditional),
    ]

    @Test(arguments: examples)
    private func `what is held over the whole term, surely and freshly, makes eligible`(
        held: Held
    ) throws {
        var world = try JudgedWorld()
        world.catalog.append(held.row(), to: Self.path)
        #expect(try world.rule("accredited-by-owner")?.verdict == held.verdict)
    }

    @Test func `an accreditation as recalled adds a question to the step`() throws {
        var world = try JudgedWorld()
        world.catalog.append(
            Held(description: "", sure: "unverified,", verdict: .conditional).row(), to: Self.path)
        let judgement = try #require(try world.rule("accredited-by-owner"))
        #expect(judgement.steps.map(\.id) == ["accredit:xa-accreditation-guarded/xa-guarded"])
        #expect(
            judgement.questions.map(\.text) == [
                "How long does accreditation of a system for GUARDÉD take, what does it cost, and "
                    + "which approved products must it use?",
                "Is it confirmed that North is accredited for GUARDÉD?",
            ])
    }

    @Test func `the surest of several accreditations counts`() throws {
        var world = try JudgedWorld()
        let unsure = Held(description: "", sure: "unverified,", verdict: .conditional)
        world.catalog.append(
            unsure.row("aurelia-a") + Held(description: "", verdict: .eligible).row("aurelia-b"),
            to: Self.path)
        let judgement = try #require(try world.rule("accredited-by-owner"))
        #expect(judgement.verdict == .eligible)
        #expect(judgement.premises == [])
    }

    @Test func `a civil label never covers a classified level`() throws {
        let offer = try #require(try JudgedWorld().judge()["aurelia-machines@aurelia-north"])
        let label = offer.judgements.first { $0.rule == "certified-under" }
        let system = try #require(offer.judgements.first { $0.rule == "accredited-by-owner" })
        #expect(label?.verdict == .eligible)
        #expect(system.verdict == .conditional)
        #expect(
            system.explanation.text
                == "Aldoria high label is a civil label and does not cover GUARDÉD, which needs "
                + "this as well: Accreditation for GUARDÉD")
        #expect(offer.verdict == .conditional)
    }

    @Test func `the scheme that covers least is the step, with its authority and time`() throws {
        let step = try #require(try JudgedWorld().rule("accredited-by-owner")?.steps.first)
        #expect(step.id == "accredit:xa-accreditation-guarded/xa-guarded")
        #expect(step.authority == "Office of Aldoria")
        #expect(step.leadTime?.description == "P9M")
    }

    /// Canada's PROTECTED is no classification, and systems for it are not free of conditions.
    @Test func `a ladder beside the main one needs a scheme that is known, though not classified`()
        throws
    {
        var world = try JudgedWorld()
        let rank = "rank: 1\n    band: R\n    classified: true"
        try world.change("countries/xa.yaml", rank, "rank: 1\n    band: U\n    classified: false")
        let plain = try world.rule("accredited-by-owner")
        #expect(plain == nil)
        try world.change(
            "countries/xa.yaml", "rank: 1\n    band: U\n    classified: false",
            "ladder: side\n    rank: 1\n    band: U\n    classified: false")
        #expect(try world.rule("accredited-by-owner")?.verdict == .conditional)
        try world.change("countries/xa.yaml", "covers: [xa-guarded]", "covers: []")
        try world.change(
            "countries/xa.yaml", "covers: [xa-guarded, xa-hidden]", "covers: [xa-hidden]")
        let unknown = try #require(try world.rule("accredited-by-owner"))
        #expect(unknown.verdict == .unknown)
        #expect(unknown.questions.map(\.askWhom) == ["the security authority of XA"])
    }

    @Test func `a scheme whose coverage was inferred grounds nothing`() throws {
        var world = try JudgedWorld()
        world.catalog.append(Held(description: "", verdict: .eligible).row(), to: Self.path)
        let lead = "leadTime: P9M\n    source: Invented procedure of Aldoria\n"
        try world.change("countries/xa.yaml", lead, "unverified: [covers]\n    " + lead)
        #expect(try world.rule("accredited-by-owner")?.verdict == .unknown)
    }

    @Test(arguments: [
        ("[shared]", Verdict.conditional), ("[air-gapped, shared]", .conditional),
        ("[dedicated, air-gapped]", .unknown), ("[]", .conditional),
    ])
    func `a platform that the scheme does not suppose stays unknown`(
        platforms: String, verdict: Verdict
    ) throws {
        var world = try JudgedWorld()
        let lead = "leadTime: P9M\n    source: Invented procedure of Aldoria\n"
        try world.change("countries/xa.yaml", lead, "platforms: \(platforms)\n    " + lead)
        let judgement = try #require(try world.rule("accredited-by-owner"))
        #expect(judgement.verdict == verdict)
        if verdict == .unknown {
            #expect(judgement.steps.isEmpty)
            #expect(
                judgement.questions.map(\.text) == [
                    "Can a platform that is shared be accredited for GUARDÉD, and under which "
                        + "conditions?"
                ])
        }
    }

    @Test func `what is not sure of the platform's isolation grounds no step`() throws {
        var world = try JudgedWorld()
        let lead = "leadTime: P9M\n    source: Invented procedure of Aldoria\n"
        try world.change("countries/xa.yaml", lead, "platforms: [shared]\n    " + lead)
        try world.change(
            "providers/aurelia/provider.yaml", "isolation: shared\n",
            "isolation: shared\n    unverified: [isolation]\n")
        #expect(try world.rule("accredited-by-owner")?.verdict == .unknown)
    }

    @Test func `rules of the owner are cited, and what they leave open is asked`() throws {
        var world = try JudgedWorld()
        try world.ask(": GUARDÉD", ": HIDDEN")
        let judgement = try #require(try world.rule("accredited-by-owner"))
        #expect(
            judgement.questions.map(\.id) == [
                "rule:rule-jurisdiction-xa", "accredited-by-owner:xa-accreditation-hidden",
            ])
        let texts = judgement.explanation.children.map(\.text)
        #expect(texts.contains("A civil label never admits classified information by itself."))
        #expect(!texts.contains("A system for GUARDÉD is accredited for it first."))
    }

    @Test func `an owner without a scheme leaves it unknown`() throws {
        var world = try JudgedWorld()
        try world.ask("classification: GUARDÉD", "classification: BOUNDED\n    owner: XB")
        let judgement = try #require(try world.rule("accredited-by-owner"))
        #expect(judgement.verdict == .unknown)
        #expect(judgement.questions.map(\.askWhom) == ["the security authority of XB"])
    }

    @Test func `what is not classified needs none, where that is sure`() throws {
        var world = try JudgedWorld()
        try world.ask(": GUARDÉD", ": OPEN")
        #expect(try world.rule("accredited-by-owner") == nil)
        let ladder = "classified: false\n    personnelClearance: none\n"
        try world.change("countries/xa.yaml", ladder, ladder + "    unverified: [classified]\n")
        #expect(try world.rule("accredited-by-owner")?.verdict == .unknown)
    }

    @Test(arguments: [": GUARDÉD", ": OPEN"])
    func `an accreditation that the customer asks for is judged at any level`(word: String) throws {
        var world = try JudgedWorld()
        try world.ask(": GUARDÉD", word)
        try world.ask("[xa-label-high]", "[xa-accreditation-hidden]")
        let asked = try #require(try world.rule("accredited-by-owner"))
        #expect(asked.verdict == .conditional)
        #expect(asked.steps.map(\.leadTime?.description) == ["P18M"])
        world.catalog.append(
            Held(description: "", scheme: "xa-accreditation-hidden", verdict: .eligible).row(),
            to: Self.path)
        #expect(try world.rule("accredited-by-owner")?.verdict == .eligible)
    }
}
