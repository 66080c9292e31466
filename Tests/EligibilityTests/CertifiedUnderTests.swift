import Catalog
import Diagnostics
import Clearance
import Eligibility
import Quantities
import TestSupport
import Testing

/// certified-under: civil labels, on fresh evidence, over the whole term.
///
/// Judged as of 2026-11-24 with evidence of at most 24 months; the term ends on 2031-07-01.
struct CertifiedUnderTests {
    private static let row =
        "2026-01-01,2031-07-01,2026-06-01,Invented register of labels,2026-06-01,primary,"

    private static func held(_ description: String, _ new: String, _ verdict: Verdict) -> RuleCase {
        RuleCase(description, .authorisations, row, new, verdict)
    }

    private static func dates(_ description: String, _ dates: String, _ verdict: Verdict)
        -> RuleCase
    {
        held(description, dates + ",Invented register of labels,2026-06-01,primary,", verdict)
    }

    private static func sure(_ description: String, _ end: String, _ verdict: Verdict) -> RuleCase {
        held(description, row.replacing("primary,", with: end), verdict)
    }

    private static let examples = [
        dates("until the term ends", "2026-01-01,2031-07-01,2026-06-01", .eligible),
        dates("until a day before", "2026-01-01,2031-06-30,2026-06-01", .conditional),
        dates("issued on the day of judgement", "2026-11-24,2031-07-01,2026-06-01", .eligible),
        dates("issued a day later", "2026-11-25,2031-07-01,2026-06-01", .unknown),
        dates("with no expiry published", "2026-01-01,,2026-06-01", .conditional),
        dates("expired on the day of judgement", "2026-01-01,2026-11-24,2026-06-01", .unknown),
        dates("expiring a day later", "2026-01-01,2026-11-25,2026-06-01", .conditional),
        dates(
            "on evidence exactly as old as allowed", "2024-01-01,2031-07-01,2024-11-24", .eligible),
        dates("on evidence a day older", "2024-01-01,2031-07-01,2024-11-23", .unknown),
        dates("on evidence without a date", "2026-01-01,2031-07-01,", .unknown),
        sure("as reported", "secondary,", .eligible), sure("as recalled", "unverified,", .unknown),
        sure("for services that were inferred", "primary,services", .unknown),
        sure("at sites that were inferred", "primary,sites", .unknown),
        sure("until a day that was inferred", "primary,expires", .unknown),
        sure("under a number that was inferred", "primary,reference", .eligible),
        RuleCase(
            "at another site", .authorisations, "aurelia-north;aurelia-south", "aurelia-south",
            .unknown),
        RuleCase(
            "for another service", .authorisations, "aurelia-machines;aurelia-objects",
            "aurelia-objects", .unknown),
        RuleCase(
            "under a label not asked for", .requirement, "    accreditation: [xa-label-high]\n", "",
            nil),
        RuleCase("with a longer age of evidence", .requirement, "P24M", "P1D", .unknown),
    ]

    @Test(arguments: examples)
    func `at the offer, what is not known is unknown`(example: RuleCase) throws {
        #expect(try example.world().rule("certified-under")?.verdict == example.verdict)
    }

    @Test(arguments: examples)
    func `at the start, what is not known is a step of the provider`(example: RuleCase) throws {
        var world = try example.world()
        try world.ask("certificates: at-offer", "certificates: at-start")
        let expected: Verdict? = example.verdict == .unknown ? .conditional : example.verdict
        let judgement = try world.rule("certified-under")
        #expect(judgement?.verdict == expected)
        if example.verdict == .unknown {
            #expect(judgement?.steps.map(\.id) == ["certify:xa-label-high/aurelia"])
            #expect(judgement?.questions.isEmpty == false)
        }
    }

    @Test func `a certificate as reported is a premise`() throws {
        let world = try Self.sure("", "secondary,", .eligible).world()
        let premises = try world.rule("certified-under")?.premises ?? []
        #expect(premises.map(\.id) == ["certified-under:aurelia-label.scheme"])
    }

    @Test func `one that expires within the term is renewed by a step`() throws {
        let world = try Self.dates("", "2026-01-01,2031-06-30,2026-06-01", .conditional).world()
        let step = try #require(try world.rule("certified-under")?.steps.first)
        #expect(step.id == "renew:xa-label-high/aurelia")
        #expect(step.text == "Aurelia keeps Aldoria high label in force until 2031-07-01")
    }

    @Test func `the best of several certificates counts`() throws {
        var world = try Self.dates("", "2020-01-01,2022-01-01,2020-06-01", .unknown).world()
        world.catalog.append(
            "aurelia-label-two,xa-label-high,aurelia-machines,aurelia-north,,,2031-07-01,"
                + "2026-06-01,Invented register of labels,2026-06-01,primary,\n",
            to: "providers/aurelia/authorisations.csv")
        #expect(try world.rule("certified-under")?.verdict == .eligible)
    }

    @Test func `nobody's certificate is a question about the provider`() throws {
        let question = try #require(
            try JudgedWorld().rule("certified-under", of: "borealis-machines@borealis-hill")?
                .questions.first)
        #expect(question.id == "certified-under:xa-label-high/borealis")
        #expect(question.askWhom == "Borealis, or an invented certification body")
    }
}
