import Diagnostics
import LocatedInput
package import Quantities

/// A level that other ladders have and this owner's has not, so that nothing is mapped to it.
///
/// The United Kingdom has had no CONFIDENTIAL since 2014: what a partner marks so is neither its
/// OFFICIAL nor its SECRET.
package struct AbsentLevel: Sendable, Hashable, Codable {
    /// Where displays would put it; no classified level of the ladder has this band.
    package let band: Level.Band
    /// The word that others use, or that the owner used before.
    package let marking: String
    /// First day without it; `nil` where the owner never had it or nobody publishes the day.
    package let since: CalendarDate?
    /// What becomes of information that others mark so, in words; `nil` for nothing.
    package let note: String?
    /// Who says that there is no such level.
    package let provenance: Provenance
}

extension AbsentLevel {
    init?(_ value: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "absent level", collector) else { return nil }
        let band = reader.required("band", as: Level.Band.self)
        let marking = reader.required("marking", as: String.self)
        since = reader.optional("since", as: CalendarDate.self)?.value
        note = reader.optional("note", as: String.self)?.value
        let provenance = Provenance(&reader)
        reader.finish()
        guard let band, let marking, let provenance else { return nil }
        self.band = band.value
        self.marking = marking.value
        self.provenance = provenance
    }
}
