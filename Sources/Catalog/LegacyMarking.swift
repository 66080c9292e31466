import Diagnostics
import LocatedInput
package import Quantities

/// A marking that new information no longer gets and old information keeps.
///
/// France marked CONFIDENTIEL DÉFENSE up to 30 June 2021; what was so marked keeps its protection.
package struct LegacyMarking: Sendable, Hashable, Codable {
    /// Unique among the legacy markings of its owner.
    package let id: Identifier<LegacyMarking>
    /// Whose marking it was.
    package let owner: OwnerID
    /// As the owner wrote it.
    package let marking: String
    /// Other spellings.
    package let aliases: [String]
    /// Level of today's ladder whose protection it keeps; `nil` where none corresponds or the
    /// source does not say.
    package let protectedAs: LevelID?
    /// First day on which it was applied; `nil` where nobody publishes it.
    package let from: CalendarDate?
    /// Last day on which it was applied to new information; `nil` where nobody publishes it.
    package let until: CalendarDate?
    /// What the source adds, in words; `nil` for nothing.
    package let note: String?
    /// Who says what becomes of it.
    package let provenance: Provenance
}

extension LegacyMarking {
    /// Tells whether a word is the marking or one of its aliases, whatever the case.
    package func isNamed(_ word: String) -> Bool {
        Level.names([marking] + aliases, include: word)
    }

    init?(_ value: LocatedValue, owner: OwnerID, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "legacy marking", collector) else { return nil }
        let id = reader.required("id", as: Identifier<LegacyMarking>.self)
        let marking = reader.required("marking", as: String.self)
        aliases = reader.list("aliases", as: String.self).map(\.value)
        protectedAs = reader.optional("protectedAs", as: LevelID.self)?.value
        from = reader.optional("from", as: CalendarDate.self)?.value
        let until = reader.optional("until", as: CalendarDate.self)
        note = reader.optional("note", as: String.self)?.value
        let provenance = Provenance(&reader)
        reader.finish()
        if let from, let until, until.value < from {
            collector.report(
                .catalogEmptyValidity,
                "its last day \(until.value) lies before its first day \(from)",
                at: until.location, help: "check which of the two dates the source gives")
        }
        guard let id, let marking, let provenance else { return nil }
        self.id = id.value
        self.owner = owner
        self.marking = marking.value
        self.until = until?.value
        self.provenance = provenance
    }
}
