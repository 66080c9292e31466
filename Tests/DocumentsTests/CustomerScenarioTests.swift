import Catalog
import Diagnostics
import Documents
import Clearance
import Eligibility
import LocatedInput
import Proposals
import Requirements
import Testing
import TestSupport

/// The eight customers on the shipped catalog: as they wrote their requirements, and workable.
@Suite(.serialized)
struct CustomerScenarioTests {
    private static let answers = ScenarioAnswers()

    @Test(
        arguments: ["australia", "canada", "estonia", "japan", "poland", "spain", "uae", "uk"])
    func `as written, a customer is refused, and the variant is quoted in full`(
        customer: String
    ) throws {
        let written = try Self.answers.proposal("\(customer)-as-written")
        guard case .refused = written.outcome else {
            Issue.record("\(customer) as written is not refused")
            return
        }
        #expect(written.observations.contains { $0.weight == .fault })
        let variant = try Self.answers.proposal("\(customer)-workable")
        guard case .package(let package) = variant.outcome else {
            Issue.record("\(customer) workable has no package")
            return
        }
        #expect(variant.observations.allSatisfy { $0.weight == .notice })
        #expect(package.claim.isProved)
        let served = Set(package.placements.map(\.demand.id))
        #expect(served == Set(variant.bound.demands.map(\.id)))
        #expect(package.placements.allSatisfy { $0.judgement.verdict <= .conditional })
        #expect(
            package.answers.filter { $0.status == .notMet }.map(\.path).allSatisfy {
                $0 == "language"
            })
        #expect(!package.unpriced.isEmpty || !package.unpricedPlatforms.isEmpty)
        // Estonia fills every seat itself, so that no derived day rate is in its price.
        let isIndicative = package.claim.byBasis.contains { $0.basis == .indicative }
        #expect(isIndicative == (customer != "estonia"))
    }

    /// A point that a correct answer must notice, by scenario and number.
    struct Point: Sendable, CustomTestStringConvertible {
        let number: String
        let scenario: String
        let kind: String
        /// Words and numbers that a reader can check.
        let says: [String]

        var testDescription: String { number }
    }

    private static let points = [
        Point(
            number: "S3 (1)", scenario: "japan-as-written", kind: "gross-and-net",
            says: ["JPY 6,200,000,000 includes tax of 10 %", "it pays for JPY 5,636,363,636"]),
        Point(
            number: "S3 (5)", scenario: "japan-as-written", kind: "missing-home",
            says: ["hold 極秘", "秘 is step 2 of the ladder of JP"]),
        Point(
            number: "S4 (2)", scenario: "australia-as-written", kind: "people-available",
            says: ["posts at TOP SECRET need 453.27 full-time people", "260 are available"]),
        Point(
            number: "S7 (4)", scenario: "canada-workable", kind: "kept-apart",
            says: ["partners (SECRET for the eyes of CA, AU, GB, NZ, US only)", "own-eyes"]),
        Point(
            number: "S5 (6)", scenario: "uae-workable", kind: "gross-and-net",
            says: ["AED 1,150,000,000.00 includes tax of 5 %", "AED 1,095,238,095.23"]),
        Point(
            number: "S6 (3)", scenario: "estonia-as-written", kind: "people-available",
            says: ["need 5.27 full-time people, hired as 6; 3 are available"]),
        Point(
            number: "S6 (4)", scenario: "estonia-as-written", kind: "keys-cannot-follow",
            says: ["recovered outside EE in EU", "its keys stay within EE"]),
        Point(
            number: "S1 (1)", scenario: "spain-as-written", kind: "missing-home",
            says: [
                "the 12 devices of 'portable-reserved' hold RESERVADO",
                "an environment is missing",
                "SECRETO is step 4 of the ladder of ES (band TS), RESERVADO is step 3 (band S)",
            ]),
        Point(
            number: "S1 (5)", scenario: "spain-as-written", kind: "two-person-cover",
            says: ["takes 10.54 people, hired as 11: 22 people cover 2 such seats"]),
        Point(
            number: "S1 (6)", scenario: "spain-as-written", kind: "budgets-disagree",
            says: ["EUR 102,000,000.00", "EUR 96,500,000.00", "counts to its first year"]),
        Point(
            number: "S2 (1)", scenario: "poland-as-written", kind: "gross-and-net",
            says: ["PLN 310,000,000.00 includes tax of 23 %", "PLN 252,032,520.32"]),
        Point(
            number: "S2 (2)", scenario: "poland-as-written", kind: "two-currencies",
            says: ["in EUR and PLN with 2 tax treatments", "converted before they are added"]),
        Point(
            number: "S2 (3)", scenario: "poland-as-written", kind: "kept-apart",
            says: ["tajne (TAJNE) and nato (NATO SECRET) are kept apart", "not one owner"]),
        Point(
            number: "S2 (4)", scenario: "poland-as-written", kind: "keys-cannot-follow",
            says: ["its keys stay within PL", "the copies cannot be read"]),
        Point(
            number: "S8 (1)", scenario: "uk-workable", kind: "discount-scope",
            says: ["memorandum", "OFFICIAL-SENSITIVE"]),
        Point(
            number: "S8 (2)", scenario: "uk-as-written", kind: "ladder-gap",
            says: ["has no CONFIDENTIAL since 2014-04-02", "no level is guessed"]),
        Point(
            number: "S8 (5)", scenario: "uk-as-written", kind: "options-not-priced-forward",
            says: ["7 option periods are held or indexed"]),
        Point(
            number: "S8 (6)", scenario: "uk-as-written", kind: "people-available",
            says: ["hired as 190; 140 are available", "168 h / (37.5 h x 0.85)"]),
    ]

    @Test(arguments: points)
    func `what a correct answer must notice is said`(point: Point) throws {
        let proposal = try Self.answers.proposal(point.scenario)
        let found = proposal.observations.filter { $0.kind == point.kind }
        let text = found.flatMap { [$0.text] + $0.workings + [$0.wayOut ?? ""] }
            .joined(separator: "\n")
        for words in point.says {
            #expect(text.contains(words), "'\(words)' is not in:\n\(text)")
        }
        // What is noticed is printed too, whatever the width of lines.
        let printed = QuoteText.render(proposal).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        for observation in found {
            let words = observation.text.split(whereSeparator: \.isWhitespace)
            #expect(printed.contains(words.joined(separator: " ")))
        }
    }

    @Test(arguments: ["poland-workable", "uk-as-written"])
    func `an answer is the same bytes each time`(scenario: String) throws {
        let first = try Self.answers.proposal(scenario)
        let second = try Self.answers.workedOut(scenario)
        #expect(QuoteText.render(first) == QuoteText.render(second))
        #expect(
            QuoteJSON.value(first).rendered(indented: true)
                == QuoteJSON.value(second).rendered(indented: true))
    }

    @Test(arguments: ["spain-workable", "poland-workable", "uk-workable"])
    func `a quote recomputes without its catalog`(scenario: String) throws {
        #expect(try Self.answers.proposal(scenario).failedChecks() == [])
    }

    @Test func `an accreditation that the owner still has to grant is no answer that is met`()
        throws
    {
        let proposal = try Self.answers.proposal("australia-workable")
        guard case .package(let package) = proposal.outcome else {
            Issue.record("no package")
            return
        }
        let answer = package.answers.first { $0.path == "enclaves.protected.accreditation" }
        #expect(answer?.status == .conditional)
    }

    @Test func `another state's authorisation of a platform is said not to count`() throws {
        let proposal = try Self.answers.proposal("poland-workable")
        let texts = proposal.judgements.filter { $0.offer.site.rawValue.contains("gdc") }
            .flatMap(\.judgements).map(\.explanation.text)
        #expect(texts.contains { $0.contains("of another state does not count here") })
    }
}
