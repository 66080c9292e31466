import Diagnostics

/// What a field rests on that the answer to a question states, not the row it belongs to.
package struct AnsweredField: Sendable, Hashable, Codable {
    /// Who answered, and where.
    package let source: String
    /// Date to which the answer speaks.
    package let asOf: AsOf
    /// How sure the answer is.
    package let confidence: Confidence
}

extension Confidence: Comparable {
    /// Orders from the surest to the least sure.
    package static func < (left: Self, right: Self) -> Bool { left.doubt < right.doubt }

    private var doubt: Int {
        switch self {
        case .primary: 0
        case .secondary: 1
        case .unverified: 2
        }
    }
}

extension Provenance {
    /// Tells whether the answer to a question states a field.
    package func isAnswered(_ field: String) -> Bool { answered[field] != nil }

    /// Gives the sources that `fields` rest on: the row's, unless all of them are answered.
    package func source(ofAll fields: [String]) -> String {
        let answers = answers(to: fields)
        let own = rests(on: fields) ? [source] : []
        var sources: [String] = []
        for source in own + answers.map(\.source) where !sources.contains(source) {
            sources.append(source)
        }
        return sources.joined(separator: "; ")
    }

    /// Gives the date to which `fields` speak: the row's, unless all of them are answered.
    package func asOf(ofAll fields: [String]) -> AsOf {
        rests(on: fields) ? asOf : answers(to: fields).first?.asOf ?? asOf
    }

    private func answers(to fields: [String]) -> [AnsweredField] {
        fields.compactMap { answered[$0] }
    }

    /// Whether any of the fields, or the row as a whole, is still the row's own.
    private func rests(on fields: [String]) -> Bool {
        fields.isEmpty || fields.contains { answered[$0] == nil }
    }

    /// Takes note of what an answer states.
    mutating func note(_ answer: Provenance, for fields: [String]) {
        for field in fields {
            answered[field] = AnsweredField(
                source: answer.source, asOf: answer.asOf, confidence: answer.confidence)
        }
    }

    /// A premise of a calculation, of which nobody says that it is so.
    static let assumed = Provenance(
        source: "assumed, to see what it would be worth", asOf: .undated, confidence: .primary,
        location: SourceLocation(path: "", line: 1, column: 1))
}
