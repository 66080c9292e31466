package import Diagnostics
import LocatedInput
package import Quantities

/// Tells how a fact was established.
package enum Confidence: String, InputVocabulary, Sendable, Hashable, Codable {
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
    /// Fields that the answer to a question states, each with what it rests on.
    package internal(set) var answered: [String: AnsweredField] = [:]

    /// Gives the confidence of what rests on `fields` of the row: that of the least sure one.
    package func confidence(of fields: String...) -> Confidence {
        confidence(ofAll: fields)
    }

    /// Gives the confidence of what rests on all of `fields`: that of the least sure one.
    package func confidence(ofAll fields: [String]) -> Confidence {
        let rest = fields.filter { answered[$0] == nil }
        let own =
            unverifiedFields.contains(where: rest.contains) ? .unverified : confidence
        let said = fields.compactMap { answered[$0]?.confidence }
        return (rest.isEmpty && !fields.isEmpty ? said : said + [own]).max() ?? own
    }

    /// Creates the provenance of a row that no answer has changed.
    init(
        source: String, asOf: AsOf, confidence: Confidence, unverifiedFields: [String] = [],
        location: SourceLocation
    ) {
        self.source = source
        self.asOf = asOf
        self.confidence = confidence
        self.location = location
        self.unverifiedFields = unverifiedFields
    }

    /// Reads the provenance fields that every fact carries.
    ///
    /// - Parameter parts: what else than keys of the record `unverified` may name.
    init?(_ reader: inout FieldReader, parts: [String] = []) {
        let source = reader.required("source", as: String.self)
        let asOf = reader.required("asOf", as: AsOf.self)
        let confidence = reader.required("confidence", as: Confidence.self)
        let fields = reader.list("unverified", as: String.self)
        Self.check(fields, known: reader.keys + parts, reader)
        guard let source, let asOf, let confidence else { return nil }
        self.source = source.value
        self.asOf = asOf.value
        self.confidence = confidence.value
        unverifiedFields = fields.map(\.value).sorted()
        location = reader.location
    }

    /// A name in `unverified` that is no field would leave the field that is meant looking sure.
    private static func check(
        _ fields: [Located<String>], known: [String], _ reader: FieldReader
    ) {
        for field in fields where !known.contains(field.value) {
            reader.collector.report(
                .inputUnknownWord, "'\(field.value)' is no field of the \(reader.what)",
                at: field.location,
                help: DidYouMean.help(for: field.value, in: known)
                    ?? "'unverified' names fields that the \(reader.what) states")
        }
    }
}
