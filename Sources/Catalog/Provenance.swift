package import Diagnostics
import LocatedInput
package import Quantities

/// Tells how a fact was established.
package enum Confidence: String, InputVocabulary, Sendable, Hashable {
    /// The issuing text or authority was read.
    case primary
    /// A third party reports it.
    case secondary
    /// Recalled or inferred: it grounds no `eligible`.
    case unverified
}

/// The date to which a fact speaks, or that it carries none.
package enum AsOf: Sendable, Hashable, CustomStringConvertible {
    /// The day named by the source, or on which it was read.
    case date(CalendarDate)
    /// The source carries no date; no age can be judged.
    case undated

    /// The date, or "undated".
    package var description: String {
        switch self {
        case .date(let date): date.description
        case .undated: "undated"
        }
    }
}

extension AsOf: InputScalar {
    /// Gives "a date like 2026-11-24, or 'undated'".
    package static var expectation: String { "a date like 2026-11-24, or 'undated'" }

    /// Takes an existing day written YYYY-MM-DD, or `undated`.
    package init?(inputText: String) {
        if inputText == "undated" {
            self = .undated
        } else if let date = CalendarDate(inputText: inputText) {
            self = .date(date)
        } else {
            return nil
        }
    }
}

/// Tells where a fact was published, to which date it speaks and how surely it is known.
package struct Provenance: Sendable, Hashable {
    /// Name and address of the public source.
    package let source: String
    /// Date to which the source speaks.
    package let asOf: AsOf
    /// Confidence of the row as a whole.
    package let confidence: Confidence
    /// Fields of the row that were recalled or inferred although the row has a source.
    package let unverifiedFields: [String]
    /// Where the row stands in the catalog.
    package let location: SourceLocation
    private let places: [String: SourceLocation]

    /// Gives the confidence of one field of the row.
    package func confidence(of field: String) -> Confidence {
        unverifiedFields.contains(field) ? .unverified : confidence
    }

    /// Gives the place of one field that refers to other records; of the row for other fields.
    package func location(of field: String) -> SourceLocation {
        places[field] ?? location
    }

    /// Fields that cross-checks point at.
    private static let checkedFields = [
        "administratorLevel", "attributes", "covers", "deliveryModel", "effectiveUntil", "level",
        "levels", "memorySku", "operatingModel", "provider", "rank", "role", "scheme", "service",
        "services", "sites", "source", "tierFrom",
    ]

    /// Reads the provenance fields that every fact carries.
    init?(_ reader: inout FieldReader) {
        let source = reader.required("source", as: String.self)
        let asOf = reader.required("asOf", as: AsOf.self)
        let confidence = reader.required("confidence", as: Confidence.self)
        let fields = reader.list("unverified", as: String.self)
        guard let source, let asOf, let confidence else { return nil }
        self.source = source.value
        self.asOf = asOf.value
        self.confidence = confidence.value
        unverifiedFields = fields.map(\.value).sorted()
        location = reader.location
        var places: [String: SourceLocation] = [:]
        for field in Self.checkedFields where reader.has(field) {
            places[field] = reader.location(of: field)
        }
        self.places = places
    }
}
