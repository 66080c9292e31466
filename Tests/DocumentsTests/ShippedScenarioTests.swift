import Assembly
import Diagnostics
import Documents
import LocatedInput
import Proposals
import Testing
import TestSupport

/// The shipped scenario on the shipped catalog, as it is printed.
struct ShippedScenarioTests {
    @Test func `Spain's limited cloud is quoted as recorded`() throws {
        let proposal = try ScenarioAnswers().workedOut("spain-limited")
        expectGolden(QuoteText.render(proposal), named: "spain-limited.txt")
        #expect(try proposal.failedChecks() == [])
    }
}

extension Proposal {
    /// Checks of its quote file that do not hold.
    func failedChecks() throws -> [String] {
        let collector = FindingCollector()
        let text = QuoteJSON.value(self).rendered(indented: true)
        let value = try #require(
            JSONInput.parse(InputText(path: "quote.json", text: text), into: collector))
        let file = try #require(QuoteFile(value, into: collector))
        return QuoteVerifier(file, limit: StepLimit(steps: 100_000)).checks()
            .filter { !$0.holds }.map(\.name)
    }
}
