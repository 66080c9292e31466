/// States one mistake in the user's data: what is wrong, where, and what to do.
///
/// The message starts in lower case, has no full stop, puts quotes round the user's text, says what
/// is and what was expected, and leaves advice to the help.
package struct Finding: Sendable, Hashable {
    /// Code of the kind of mistake; `sovereign explain` prints its long text.
    package let code: FindingCode
    /// Whether the input is unusable.
    package let severity: Severity
    /// What is wrong.
    package let message: String
    /// Where; none for what has no file, such as a command line.
    package let location: SourceLocation?
    /// Other places that belong to the mistake, in the order to read them.
    package let notes: [FindingNote]
    /// What to do, only where following it is likely to work.
    package let help: String?

    /// Creates a finding.
    package init(
        _ code: FindingCode, _ message: String, at location: SourceLocation? = nil,
        notes: [FindingNote] = [], help: String? = nil, severity: Severity = .error
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.location = location
        self.notes = notes
        self.help = help
    }
}

/// Adds a fact, and often a second place, to a finding.
package struct FindingNote: Sendable, Hashable {
    /// What to know, a complete clause: "the first 'cloud' is".
    ///
    /// With a location, the text form reads on: `note: the first 'cloud' is in sites.csv:3:1`.
    package let message: String
    /// The other place.
    package let location: SourceLocation?

    /// Creates a note.
    package init(_ message: String, at location: SourceLocation? = nil) {
        self.message = message
        self.location = location
    }
}

extension Finding {
    /// Orders findings the way a person goes through files: by path, line, column, code, message.
    ///
    /// Findings without a place come first. Notes, help and severity break the remaining ties, so
    /// that the order never depends on the order of discovery.
    package static func inReadingOrder(_ left: Finding, _ right: Finding) -> Bool {
        switch (left.location, right.location) {
        case (nil, .some): return true
        case (.some, nil): return false
        case (let here?, let there?) where here.path != there.path:
            return here.path < there.path
        case (let here?, let there?) where (here.line, here.column) != (there.line, there.column):
            return (here.line, here.column) < (there.line, there.column)
        default: break
        }
        if left.code != right.code { return left.code.rawValue < right.code.rawValue }
        if left.message != right.message { return left.message < right.message }
        return left.tieBreaker.lexicographicallyPrecedes(right.tieBreaker)
    }

    private var tieBreaker: [String] {
        let places = notes.flatMap { [$0.message, $0.location?.description ?? ""] }
        return [severity.rawValue, help ?? "", "\(location?.length ?? 0)"] + places
    }
}
