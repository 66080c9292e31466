import Assembly
import Catalog
import Diagnostics
import Documents
import Clearance
import Eligibility
import LocatedInput
import Pricing
@testable import Proposals
import Quantities
import Requirements
import Testing
import TestSupport

/// Programme of Aurelia: 3.33 % of a contract year's spend from EUR 10,000.00 on.
func frameAgreement(
    from: String = "10000.00", basisPoints: Int = 333, mode: String = "volume"
) -> String {
    """
    id: aurelia-frame
    provider: aurelia
    name: Aurelia frame agreement
    mode: \(mode)
    currency: EUR
    tiers:
      - { from: "0", basisPoints: 0 }
      - { from: "\(from)", basisPoints: \(basisPoints) }
    source: Invented price book | https://example.org
    asOf: 2026-01-10
    confidence: primary
    """
}

extension QuoteWorld {
    /// The standard world with a programme.
    static func withProgramme(
        from: String = "10000.00", basisPoints: Int = 333, mode: String = "volume"
    ) -> QuoteWorld {
        QuoteWorld().adding(
            frameAgreement(from: from, basisPoints: basisPoints, mode: mode),
            to: "programmes/aurelia-frame.yaml")
    }

    /// The world with a price of Boreal's storage: one amount a month for all of it.
    func pricingBorealStore(flat amount: String) -> QuoteWorld {
        adding(
            "bstore-flat,bstore,*,on-demand,GB-month,flat,,\(amount),EUR,published,,\(Self.fact)\n",
            to: "providers/boreal/prices/list.csv")
    }
}

extension Proposal {
    /// The package, or a failure that says what came instead.
    func package() throws -> PricedPackage {
        guard case .package(let package) = outcome else {
            throw QuoteWorld.Unsound(description: "no package but \(outcome)")
        }
        return package
    }

    /// The refusal, or a failure that says what came instead.
    func refusal() throws -> Refusal {
        guard case .refused(let refusal) = outcome else {
            throw QuoteWorld.Unsound(description: "no refusal: \(answer.status)")
        }
        return refusal
    }

    /// The quote file's text.
    var json: String { QuoteJSON.value(self).rendered(indented: true) }
}

/// What a quote file's text is read as, and what is found in it.
struct QuoteReading {
    let file: QuoteFile?
    let findings: [Finding]

    init(_ text: String) {
        let collector = FindingCollector()
        file = JSONInput.parse(InputText(path: "quote.json", text: text), into: collector)
            .flatMap { QuoteFile($0, into: collector) }
        findings = collector.findings
    }

    /// Names of the checks that do not hold.
    func failedChecks() throws -> [String] {
        let file = try #require(file, "\(findings.map(\.message))")
        return QuoteVerifier(file, limit: StepLimit(steps: 100_000)).checks()
            .filter { !$0.holds }.map(\.name)
    }
}

extension Money {
    /// The amount without the currency, as in "21024.00".
    var plain: String { String(description.dropFirst(4)) }
}
