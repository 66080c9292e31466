import Catalog
import Diagnostics
import LocatedInput

/// Finds what the words of a roster mean: clearances by their issuer's names, levels by markings.
///
/// The issuer is looked up first, never the word alone: SECRET stands in a dozen ladders. Lost
/// accents and case do not matter; letters of another script are a finding.
struct ClearanceWords {
    let catalog: CatalogSnapshot
    let collector: FindingCollector
    /// Whether the words come from a command line: they have no place, and may be repeated.
    var isTyped = false

    /// What a word means.
    struct Meaning {
        let level: Level?
        let clearance: PersonnelClearance?
        var isInterim = false
    }

    /// Finds a clearance of people.
    func clearance(_ word: Located<String>, of issuer: Owner) -> Meaning? {
        guard isOfOneScript(word) else { return nil }
        let named = issuer.clearances.filter { clearance in
            ([clearance.name] + clearance.aliases + [clearance.id.rawValue])
                .contains { FoldedText.areSame($0, word.value) }
        }
        // Where a name stands twice, the one that says what it opens is meant.
        if let found = named.first(where: { $0.level != nil }) ?? named.first {
            return Meaning(level: found.level.flatMap { catalog.level($0) }, clearance: found)
        }
        guard let level = level(word, of: issuer) else { return nil }
        let whose = catalog.owner(level.owner) ?? issuer
        return Meaning(
            level: level, clearance: whose.clearances.first { $0.level == level.id })
    }

    /// Finds a facility clearance, by name and level as in `HSEM, RESERVADO`, or by level.
    func facility(_ word: Located<String>, of issuer: Owner) -> (
        level: Level, clearance: FacilityClearance?
    )? {
        guard isOfOneScript(word) else { return nil }
        // Names have commas too: the level stands behind the last one.
        let comma = word.value.lastIndex(of: ",")
        let name = comma.map { String(word.value[..<$0]) } ?? word.value
        let behind = comma.map { word.value[word.value.index(after: $0)...].drop { $0 == " " } }
        let named = issuer.facilityClearances.first { clearance in
            ([clearance.name] + clearance.aliases + [clearance.id.rawValue])
                .contains { FoldedText.areSame($0, name) || FoldedText.areSame($0, word.value) }
        }
        guard let named else {
            return level(word, of: issuer).map { level in
                let whose = catalog.owner(level.owner) ?? issuer
                return (level, whose.facilityClearances.first { $0.levels.contains(level.id) })
            }
        }
        let isWhole = ([named.name] + named.aliases + [named.id.rawValue])
            .contains { FoldedText.areSame($0, word.value) }
        if let behind, !isWhole {
            return level(Located(String(behind), at: word.location), of: issuer)
                .map { ($0, named) }
        }
        if named.levels.count == 1, let level = named.levels.first.flatMap({ catalog.level($0) }) {
            return (level, named)
        }
        collector.report(
            .rosterUnknownLevel, "the facility clearance names no level", at: word.location,
            help: "write its level behind it, as in '\(named.aliases.first ?? named.name), "
                + "\(issuer.levels.last?.marking ?? "SECRET")'")
        return nil
    }

    /// Finds a level of the issuer's ladder, or of an organisation that it is a member of.
    func level(_ word: Located<String>, of issuer: Owner) -> Level? {
        guard isOfOneScript(word) else { return nil }
        if let found = Self.level(word.value, in: issuer.levels) { return found }
        let others = catalog.owners.filter { owner in
            owner.id != issuer.id
                && (owner.members.contains(issuer.id) || issuer.members.contains(owner.id))
        }
        for owner in others where owner.kind == .organisation {
            if let found = Self.level(word.value, in: owner.levels) { return found }
        }
        reportUnknown(word, of: issuer, others: others.filter { $0.kind == .organisation })
        return nil
    }

    private static func level(_ word: String, in levels: [Level]) -> Level? {
        levels.first { $0.isNamed(word) }
            ?? levels.first { level in
                ([level.marking] + level.aliases).contains { FoldedText.areSame($0, word) }
            }
    }

    private func isOfOneScript(_ word: Located<String>) -> Bool {
        guard LookAlikes.mixesScripts(word.value) else { return true }
        collector.report(
            .rosterMixedScripts, "letters of another script stand among those of the word",
            at: isTyped ? nil : word.location,
            help: "type the word anew: some letters only look like Latin ones")
        return false
    }

    /// What may have been meant is a word of the catalog: nothing of the roster is shown.
    private func reportUnknown(_ word: Located<String>, of issuer: Owner, others: [Owner]) {
        let words =
            issuer.clearances.map(\.name) + issuer.clearances.flatMap(\.aliases)
            + issuer.levels.map(\.marking) + others.flatMap(\.levels).map(\.marking)
        let near = DidYouMean.nearest(to: word.value, in: words.sorted())
        let absent = issuer.absentLevels.first { FoldedText.areSame($0.marking, word.value) }
        let legacy = issuer.legacyMarkings.first { marking in
            ([marking.marking] + marking.aliases).contains { FoldedText.areSame($0, word.value) }
        }
        var notes: [FindingNote] = []
        if let absent {
            notes.append(
                FindingNote(
                    "\(issuer.name) has no level of that word"
                        + (absent.since.map { " since \($0)" } ?? "")))
        }
        if let legacy {
            notes.append(
                FindingNote(
                    "\(issuer.name) marks nothing with that word"
                        + (legacy.until.map { " after \($0)" } ?? " any more")
                        + (legacy.protectedAs.flatMap { catalog.level($0) }.map {
                            "; what was so marked is protected as \($0.owner) \($0.marking)"
                        } ?? "")))
        }
        let levels = issuer.levels.map(\.marking).joined(separator: ", ")
        let what =
            isTyped
            ? "clearance or level \(collector.quote(word.value, at: nil))"
            : "such clearance or level"
        collector.report(
            .rosterUnknownLevel, "\(issuer.name) has no \(what)",
            at: isTyped ? nil : word.location, notes: notes,
            help: near.map { "did you mean '\($0)'?" } ?? "its levels are: \(levels)")
    }
}
