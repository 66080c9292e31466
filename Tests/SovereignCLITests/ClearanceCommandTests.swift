import Diagnostics
import Foundation
import SovereignCLI
import TestSupport
import Testing

/// `sovereign clearance` on the shipped catalog: what levels are, and the false friends among them.
@Suite struct ClearanceCommandTests {
    private static let catalog = FixtureCatalog.repository().appendingPathComponent("catalog").path

    private func run(_ words: [String]) -> CommandRun {
        CommandRun(
            arguments: ["clearance"] + words + ["--catalog", Self.catalog],
            surroundings: KeptCatalog.surroundings)
    }

    private func recognise(
        _ clearance: String, by issuer: String, nationality: String, for level: String,
        of owner: String, _ more: String...
    ) -> CommandRun {
        run(
            [
                "recognise", clearance, "--issued-by", issuer, "--nationality", nationality,
                "--for", level, "--owner", owner, "--on", "2027-07-01",
            ] + more)
    }

    @Test func `a level is told with what it requires and what is set beside it`() {
        let told = run(["ES", "RESERVADO"])
        #expect(told.status == .yes)
        #expect(told.answer.contains("HPS RESERVADO opens it"))
        #expect(told.answer.contains("EU SECRET UE/EU SECRET, by Decision 2013/488/EU Appendix B"))
        #expect(told.answer.contains("Portugal: its RESERVADO is of the band R"))
        #expect(run(["level", "ES", "RESERVADO"]).answer == told.answer)
        let json = run(["ES", "RESERVADO", "--format", "json"])
        #expect(json.answer.contains("\"format\": \"sovereign-level/1\""))
        #expect(run(["es", "hps", "reservado"]).answer == told.answer)
    }

    @Test(arguments: [
        // One word, two levels: Spain's SECRETO is its highest, Portugal's is not.
        ("ES", "SECRETO", "band TS"), ("PT", "SECRETO", "band S"),
        ("RO", "SECRET", "band C"), ("GB", "SECRET", "band S"),
        ("AU", "PROTECTED", "band R"), ("CA", "PROTECTED B", "band U"),
        ("US", "DoD IL5", "band U"), ("US", "DoD IL6", "band S"),
    ])
    func `false friends are told apart`(owner: String, word: String, band: String) {
        let told = run([owner, word])
        #expect(told.status == .yes)
        #expect(told.answer.contains(band))
    }

    @Test func `levels that a nation has not are no levels`() {
        let france = run(["FR", "CONFIDENTIEL DÉFENSE"])
        #expect(france.status == .wrongUsage)
        #expect(france.messages.contains("after 2021-06-30"))
        let switzerland = run(["CH", "TOP SECRET"])
        #expect(switzerland.status == .wrongUsage)
        #expect(switzerland.messages.contains("GEHEIM"))
        let britain = run(["GB", "CONFIDENTIAL"])
        #expect(britain.status == .wrongUsage)
        #expect(run(["XX", "SECRET"]).codes == [.requirementUnknownCountry])
    }

    @Test func `the same word in another ladder opens nothing by itself`() {
        #expect(
            recognise("SECRETO", by: "PT", nationality: "PT", for: "SECRETO", of: "ES").status
                == .no)
        #expect(
            recognise("SECRET", by: "RO", nationality: "RO", for: "SECRET", of: "GB").status == .no)
        #expect(
            recognise("Baseline", by: "AU", nationality: "AU", for: "PROTECTED A", of: "CA").status
                == .no)
        // IL5 is no step below IL6 for people: citizens and persons are two populations.
        #expect(
            recognise("Tier 3", by: "US", nationality: "US", for: "DoD IL6", of: "US").status == .no
        )
    }

    @Test func `its own ladder opens lower levels, and a caveat beats it`() {
        let own = recognise("HPS SECRETO", by: "ES", nationality: "ES", for: "RESERVADO", of: "ES")
        #expect(own.status == .yes)
        #expect(own.answer.hasPrefix("conditional: clearance alone never suffices"))
        let higher = recognise(
            "HPS RESERVADO", by: "ES", nationality: "ES", for: "SECRETO", of: "ES")
        #expect(higher.status == .no)
        let caveat = recognise(
            "DV", by: "GB", nationality: "US", for: "TOP SECRET", of: "GB", "--caveat",
            "UK EYES ONLY")
        #expect(caveat.status == .no)
        #expect(caveat.answer.contains("whatever the clearance"))
    }

    @Test func `an interim clearance is none for NATO, and a final one is`() {
        let words = ["NATO SECRET", "NATO"]
        func nato(_ more: String...) -> CommandRun {
            run(
                [
                    "recognise", words[0], "--issued-by", "ES", "--nationality", "ES", "--for",
                    words[0], "--owner", "NATO", "--on", "2027-07-01",
                ] + more)
        }
        #expect(nato().status == .yes)
        #expect(nato("--interim").status == .no)
        #expect(nato("--expires", "2027-07-01").status == .no)
        #expect(nato("--expires", "2027-07-02").status == .yes)
        let json = nato("--format", "json")
        #expect(json.answer.contains("\"format\": \"sovereign-recognition/1\""))
    }

    @Test func `words that are no country are wrong usage`() {
        let run = recognise("PV", by: "AU", nationality: "QQ", for: "TOP SECRET", of: "AU")
        #expect(run.status == .wrongUsage)
        #expect(run.codes == [.requirementUnknownCountry])
    }

    @Test func `recognition says what is not known, and whom to ask`() {
        let asked = recognise(
            "VERTRAULICH", by: "AT", nationality: "AT", for: "SECRET", of: "FR")
        #expect(asked.status == .no)
        #expect(asked.answer.hasPrefix("unknown: "))
        #expect(asked.answer.contains("Up to which level does"))
        #expect(asked.answer.contains("Ask: "))
    }
}
