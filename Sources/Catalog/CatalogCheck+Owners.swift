import Diagnostics
import LocatedInput

extension CatalogCheck {
    func checkOwners() {
        let owners = draft.owners.sorted
        for owner in owners {
            checkRanks(owner)
            checkLadder(owner)
            checkAbsence(owner)
            if let location = draft.owners.location(of: owner.id.rawValue) {
                members(of: owner, at: location)
            }
        }
        for rule in draft.rules.sorted {
            refer(rule.levels, "level", levels, rule.provenance, "levels")
            let administrators = rule.administratorLevel.map { [$0] } ?? []
            refer(administrators, "level", levels, rule.provenance, "administratorLevel")
            refer(
                rule.terms.opens.map { [$0] } ?? [], "level", levels, rule.provenance, "opens")
            countries(rule.terms.nations, rule.provenance, "nations")
            refer(rule.terms.schemes, "accreditation", schemes, rule.provenance, "schemes")
            refer(
                rule.terms.clearances, "clearance", clearances, rule.provenance, "clearances")
        }
        checkIdentifiers(owners)
    }

    private func checkIdentifiers(_ owners: [Owner]) {
        once(owners.flatMap(\.levels).map { ($0.id.rawValue, $0.provenance) }, "level")
        once(
            owners.flatMap(\.accreditations).map { ($0.id.rawValue, $0.provenance) },
            "accreditation")
        once(owners.flatMap(\.caveats).map { ($0.id.rawValue, $0.provenance) }, "caveat")
        once(owners.flatMap(\.clearances).map { ($0.id.rawValue, $0.provenance) }, "clearance")
        once(
            owners.flatMap(\.facilityClearances).map { ($0.id.rawValue, $0.provenance) },
            "facility clearance")
        once(owners.flatMap(\.taxes).map { ($0.id.rawValue, $0.provenance) }, "tax")
    }

    private func checkRanks(_ owner: Owner) {
        struct Step: Hashable {
            let ladder: String?
            let rank: Int
        }
        var ranks: [Step: Level] = [:]
        for level in owner.levels {
            let step = Step(ladder: level.ladder, rank: level.rank)
            guard let other = ranks.updateValue(level, forKey: step) else { continue }
            collector.report(
                .catalogRankTwice,
                "levels '\(other.id)' and '\(level.id)' of '\(owner.id)' share rank \(level.rank)",
                at: place(level.provenance, "rank"),
                notes: [FindingNote("the other one", at: place(other.provenance, "rank"))],
                help: "a ladder is ordered: give each level its own rank")
        }
    }

    private func checkLadder(_ owner: Owner) {
        for equivalent in owner.levels.flatMap(\.equivalents) {
            refer([equivalent.level], "level", levels, equivalent.provenance, "level")
        }
        for scheme in owner.accreditations {
            refer(scheme.covers, "level", levels, scheme.provenance, "covers")
            countries(scheme.places, scheme.provenance, "places")
        }
        for caveat in owner.caveats { countries(caveat.admits, caveat.provenance, "admits") }
        for clearance in owner.clearances {
            refer(
                clearance.level.map { [$0] } ?? [], "level", levels, clearance.provenance,
                "level")
            countries(clearance.citizenship, clearance.provenance, "citizenship")
        }
        for clearance in owner.facilityClearances {
            refer(clearance.levels, "level", levels, clearance.provenance, "levels")
        }
        for legacy in owner.legacyMarkings {
            refer(
                legacy.protectedAs.map { [$0] } ?? [], "level", levels, legacy.provenance,
                "protectedAs")
        }
    }

    /// A level that is said to be absent is none of the ladder by word, and no classified level has
    /// its band, unless it is a step of a ladder beside the main one.
    private func checkAbsence(_ owner: Owner) {
        for absent in owner.absentLevels {
            let sameWord = owner.levels.first { $0.isNamed(absent.marking) }
            let found =
                sameWord
                ?? owner.levels.first {
                    $0.isClassified && $0.ladder == nil && $0.band == absent.band
                }
            guard let found else { continue }
            collector.report(
                .catalogLevelNotAbsent,
                "'\(absent.marking)' is said to be absent, but level '\(found.id)' of "
                    + "'\(owner.id)' has its \(sameWord == nil ? "band" : "marking")",
                at: place(absent.provenance, sameWord == nil ? "band" : "marking"),
                notes: [FindingNote("the level", at: place(found.provenance, "id"))],
                help: "delete one of the two, or correct the band")
        }
    }
}
