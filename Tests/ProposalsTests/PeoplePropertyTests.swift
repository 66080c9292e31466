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

/// Laws of people over generated requirements.
struct PeoplePropertyTests {
    /// Lists, posts and furnished seats that a seed draws.
    private struct Draw {
        var heads: Int
        var others: Int
        var seats: Int
        var furnished: Int
        var isPerSite: Bool
        var isTwoPerson: Bool

        init(_ generator: inout SeededGenerator) {
            heads = Int.random(in: 1...30, using: &generator)
            others = Int.random(in: 1...30, using: &generator)
            seats = Int.random(in: 1...4, using: &generator)
            furnished = Int.random(in: 1...3, using: &generator)
            isPerSite = Bool.random(using: &generator)
            isTwoPerson = Bool.random(using: &generator)
        }

        var lists: [String] {
            [
                "{ id: a, classification: SEALED, heads: \(heads), cleared: 3, nationality: [XA] }",
                "{ id: b, classification: SEALED, heads: \(others), orHigher: true }",
            ]
        }

        var posts: [String] {
            [
                "{ id: w, enclave: core, role: operator, seats: \(seats), perSite: \(isPerSite) }",
                "{ id: v, enclave: archive, role: operator, seats: 2 }",
            ]
        }

        func propose(isReversed: Bool = false) throws -> Proposal {
            func list(_ items: [String]) -> String {
                (isReversed ? items.reversed() : items).joined(separator: ", ")
            }
            let seats = ["{ enclave: core, post: w, seats: \(furnished) }", "{ enclave: archive }"]
            var ask = PeopleAsk(
                "people: [\(list(lists))]", "posts: [\(list(posts))]",
                "customerFurnished: [\(list(Array(seats.prefix(furnished == 0 ? 0 : 2))))]")
            if isTwoPerson { ask.ask.staff.append("twoPerson: [SEALED]") }
            if furnished == 0 { ask.ask.staff.removeAll { $0.hasPrefix("customerFurnished") } }
            return try ask.propose()
        }
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func `more people never cost less, furnished seats never more`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let draw = Draw(&generator)
        let total = try draw.propose().answer.totalE4
        var more = draw
        more.heads += Int.random(in: 1...9, using: &generator)
        #expect(try more.propose().answer.totalE4 >= total, "seed \(seed)")
        more = draw
        more.others += Int.random(in: 1...9, using: &generator)
        #expect(try more.propose().answer.totalE4 >= total, "seed \(seed)")
        more = draw
        more.seats += 1
        #expect(try more.propose().answer.totalE4 >= total, "seed \(seed)")
        var own = draw
        own.furnished = 0
        #expect(try own.propose().answer.totalE4 >= total, "seed \(seed)")
        own = draw
        own.furnished += 1
        #expect(try own.propose().answer.totalE4 <= total, "seed \(seed)")
    }

    @Test(arguments: 10..<14 as Range<UInt64>)
    func `the order of lists does not change the total, and each answer holds`(
        seed: UInt64
    ) throws {
        var generator = SeededGenerator(seed: seed)
        let draw = Draw(&generator)
        let proposal = try draw.propose()
        let reversed = try draw.propose(isReversed: true)
        #expect(reversed.answer.totalE4 == proposal.answer.totalE4, "seed \(seed)")
        #expect(reversed.answer.heads == proposal.answer.heads, "seed \(seed)")
        for answered in [proposal, reversed] {
            let check = PackageChecker.check(answered.problem, answered.answer)
            #expect(check.violations == [], "seed \(seed)")
            #expect(check.totalE4 == answered.answer.totalE4, "seed \(seed)")
            #expect(try QuoteReading(answered.json).failedChecks() == [], "seed \(seed)")
        }
        let figures = try proposal.package().staff.people
        #expect(figures.allSatisfy { $0.hired >= Int64($0.asked ?? 0) }, "seed \(seed)")
    }
}
