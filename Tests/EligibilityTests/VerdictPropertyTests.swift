import Catalog
import Clearance
import Eligibility
import TestSupport
import Testing

/// Whatever the world: a less sure fact and a further exclusion never improve a verdict.
struct VerdictPropertyTests {
    private static let confidences = ["primary", "secondary", "unverified"]
    private static let fields = [
        "providers/aurelia/sites.csv": ["country", "status", "orderableBy", "availableUntil"],
        "providers/aurelia/services.csv": ["sites", "capability", "attributes", "availability"],
        "providers/aurelia/authorisations.csv": [
            "scheme", "services", "sites", "expires", "evidenceDate",
        ],
    ]
    private static let files = [
        "providers/aurelia/provider.yaml", "providers/aurelia/sites.csv",
        "providers/aurelia/services.csv", "providers/aurelia/authorisations.csv",
        "countries/xa.yaml",
    ]

    /// A world in which some facts vary, so that every verdict occurs.
    private func world(_ generator: inout SeededGenerator) throws -> JudgedWorld {
        var world = try JudgedWorld()
        if Bool.random(using: &generator) { try world.ask(": GUARDÉD", ": OPEN") }
        if Bool.random(using: &generator) {
            try world.ask("certificates: at-offer", "certificates: at-start")
        }
        if Bool.random(using: &generator) {
            world.catalog.append(
                "aurelia-accredited,xa-accreditation-guarded,aurelia-machines,aurelia-north,,,"
                    + "2031-07-01,2026-06-01,Invented register of systems,2026-06-01,primary,\n",
                to: "providers/aurelia/authorisations.csv")
        }
        let expiry = ["2026-11-24", "2030-01-01", "2031-07-01"].randomElement(using: &generator)
        try world.change(
            "providers/aurelia/authorisations.csv", "2026-01-01,2031-07-01",
            "2026-01-01,\(expiry ?? "")")
        return world
    }

    /// Texts that replace `confidence` words or add a field to the unsure ones.
    private func weaken(
        _ catalog: FixtureCatalog, _ generator: inout SeededGenerator
    ) -> FixtureCatalog {
        var weaker = catalog
        let path = Self.files.randomElement(using: &generator) ?? ""
        let from = Int.random(in: 0...1, using: &generator)
        let text = catalog.files[path] ?? ""
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let sure = lines.indices.filter { lines[$0].contains(Self.confidences[from]) }
        guard let line = sure.randomElement(using: &generator) else { return catalog }
        var changed = lines
        let field = Self.fields[path]?.randomElement(using: &generator)
        if let field, Bool.random(using: &generator) {
            changed[line] += (lines[line].hasSuffix(",") ? "" : ";") + field
        } else {
            changed[line] = lines[line].replacing(
                Self.confidences[from], with: Self.confidences[from + 1])
        }
        weaker.write(changed.joined(separator: "\n"), to: path)
        return weaker
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `making a fact less sure never improves a verdict`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var world = try world(&generator)
        for _ in 0..<4 {
            let before = try world.judge()
            world.catalog = weaken(world.catalog, &generator)
            let after = try world.judge()
            for (offer, judged) in before {
                let later = try #require(after[offer])
                #expect(judged.verdict <= later.verdict, "seed \(seed), \(offer)")
            }
        }
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `excluding another parent never improves a verdict`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var world = try world(&generator)
        var excluded = ["XD"]
        for _ in 0..<3 {
            let before = try world.judge()
            let more = ["XA", "XB", "XC", "LEAGUE", "ES"].randomElement(using: &generator) ?? "XA"
            let old = "[\(excluded.joined(separator: ", "))]"
            excluded.append(more)
            try world.ask(
                "excludeParents: " + old, "excludeParents: [\(excluded.joined(separator: ", "))]")
            let after = try world.judge()
            for (offer, judged) in before {
                let later = try #require(after[offer])
                #expect(judged.verdict <= later.verdict, "seed \(seed), \(offer)")
            }
        }
    }

    @Test func `the worlds of these tests reach every verdict`() throws {
        var reached: Set<Verdict> = []
        for seed in 1...40 as ClosedRange<UInt64> {
            var generator = SeededGenerator(seed: seed)
            var world = try world(&generator)
            for _ in 0..<4 { world.catalog = weaken(world.catalog, &generator) }
            reached.formUnion(try world.judge().values.map(\.verdict))
        }
        #expect(reached == Set(Verdict.allCases))
    }
}
