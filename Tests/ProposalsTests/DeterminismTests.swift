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

/// The same facts give the same bytes, in whatever order they were written down.
struct DeterminismTests {
    @Test func `two runs give the same bytes`() throws {
        let world = QuoteWorld.withProgramme()
        #expect(try world.propose().json == world.propose().json)
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func `files in another order give the same bytes`(seed: UInt64) throws {
        let world = QuoteWorld.withProgramme()
        var generator = SeededGenerator(seed: seed)
        let shuffled = try world.snapshot { $0.shuffled(using: &generator) }
        let text = QuoteAsk().text
        #expect(
            try QuoteWorld.propose(text, from: shuffled).json
                == QuoteWorld.propose(text, from: world.snapshot()).json)
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `rows in another order give the same quote`(seed: UInt64) throws {
        let world = QuoteWorld.withProgramme()
        var generator = SeededGenerator(seed: seed)
        var shuffled = world
        for path in world.files.keys.sorted() where path.hasSuffix(".csv") {
            let rows = try #require(world.files[path]).split(separator: "\n")
            let others = rows.dropFirst().shuffled(using: &generator)
            shuffled.files[path] = (rows.prefix(1) + others).joined(separator: "\n") + "\n"
        }
        let one = try world.propose()
        let other = try shuffled.propose()
        // Only the content hash tells the two catalogs apart.
        #expect(
            other.json
                == one.json.split(separator: one.catalog.contentHash.hexadecimal)
                .joined(separator: other.catalog.contentHash.hexadecimal))
    }
}
