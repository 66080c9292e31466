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

/// What is said of a file that is no quote, or no longer one.
struct QuoteFileFindingTests {
    private static let worked = Result { try QuoteWorld.withProgramme().propose().json }

    private func codes(_ old: String, _ new: String) throws -> [String] {
        let parts = try Self.worked.get()
            .split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2, "'\(old)' is not in the quote")
        let reading = QuoteReading(parts.joined(separator: new))
        #expect(reading.file == nil)
        #expect(reading.findings.allSatisfy { $0.location != nil })
        return reading.findings.map(\.code.rawValue)
    }

    @Test func `another format is not read`() throws {
        #expect(try codes("sovereign-quote/1", "sovereign-quote/2") == ["PRO001"])
    }

    @Test func `a refusal holds no package`() throws {
        var ask = QuoteAsk()
        ask.budgets = [#"{ id: whole, covers: evaluated, amount: "1.00" }"#]
        let reading = QuoteReading(try QuoteWorld().propose(ask).json)
        #expect(reading.file == nil)
        #expect(reading.findings.map(\.code.rawValue) == ["PRO002"])
    }

    @Test(arguments: [
        (#""amount": "21024.00""#, #""amount": "21024.001""#),
        (#""amount": "21024.00""#, #""amount": "much""#),
        (#""model": "graduated""#, #""model": "steep""#),
        (#""block": "1""#, #""block": "0""#),
        (#""USD": "1.25""#, #""USD": "0""#),
        (#""USD": "1.25""#, #""USD": "one""#),
        (#""USD": "1.25""#, #""ABC": "1.25""#),
        (#""mode": "graduated""#, #""mode": "steep""#),
        (#""basisPoints": 10000"#, #""basisPoints": 10001"#),
        (#""billedDaysPerYear": "1092/5""#, #""billedDaysPerYear": "1092/0""#),
    ])
    func `a part that is none is found at its place`(old: String, new: String) throws {
        #expect(try codes(old, new).contains("PRO003"))
    }

    @Test(arguments: ["total", "rates", "requirement", "answer", "problem", "currency"])
    func `a part that is missing is found`(key: String) throws {
        // A key under another name is not the part.
        #expect(try codes("\n  \"\(key)\": ", "\n  \"other\": ") == ["INP032"])
    }

    @Test func `a quote without its lines does not hold`() throws {
        let text = try Self.worked.get()
        let parts = text.split(separator: "\n  \"lines\": ", omittingEmptySubsequences: false)
        try #require(parts.count == 2)
        let failed = try QuoteReading(parts.joined(separator: "\n  \"other\": ")).failedChecks()
        #expect(failed.contains("periods and total add up"))
        #expect(failed.contains("option costs are the sums of their lines"))
    }
}
