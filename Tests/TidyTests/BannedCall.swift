/// A word that code may not use, where it may not, and what to write instead.
struct BannedCall: Sendable, CustomStringConvertible {
    /// Where a ban holds.
    enum Reach: Sendable {
        /// Sources and tests.
        case everywhere
        /// Sources.
        case product
        /// Sources but for the command line.
        case productButCommandLine
        /// Targets of the engine.
        case engine
        /// Tests.
        case tests
    }

    let word: String
    let reach: Reach
    let instead: String

    var description: String { word }

    static let all: [BannedCall] = [
        BannedCall(
            word: "fatalError(", reach: .everywhere,
            instead: "precondition with its reason for a defect, a finding for bad input"),
        BannedCall(word: "try!", reach: .everywhere, instead: "try, in a function that throws"),
        BannedCall(word: "as!", reach: .everywhere, instead: "as? and what to do without"),
        BannedCall(word: "@unchecked", reach: .everywhere, instead: "a value type"),
        BannedCall(word: "nonisolated(unsafe)", reach: .everywhere, instead: "a constant"),
        BannedCall(
            word: "print(", reach: .productButCommandLine,
            instead: "a text returned to the command line"),
        BannedCall(word: "Date()", reach: .productButCommandLine, instead: "asOf: CalendarDate"),
        BannedCall(word: "Date.now", reach: .productButCommandLine, instead: "asOf: CalendarDate"),
        BannedCall(word: "Double", reach: .engine, instead: "ExactDecimal or ExactRatio"),
        BannedCall(word: "Float", reach: .engine, instead: "ExactDecimal or ExactRatio"),
        BannedCall(word: "Clock", reach: .engine, instead: "a limit of steps"),
        BannedCall(word: "SystemRandomNumberGenerator", reach: .everywhere, instead: "a seed"),
        BannedCall(word: "randomElement()", reach: .everywhere, instead: "(using:) with a seed"),
        BannedCall(word: "shuffled()", reach: .everywhere, instead: "(using:) with a seed"),
        BannedCall(
            word: "hashValue", reach: .product, instead: "an order that is the same in every run"),
        BannedCall(word: "ProcessInfo", reach: .engine, instead: "a value passed in"),
        BannedCall(word: ".disabled(", reach: .tests, instead: "a test that runs, or none"),
        BannedCall(word: "withKnownIssue", reach: .tests, instead: "a fix"),
        BannedCall(word: "sleep(", reach: .everywhere, instead: "a value that shows the state"),
    ]

    /// Lines of the file, from 1, on which the word is used where it may not be.
    func lines(in source: SwiftSource) -> [Int] {
        guard reaches(source) else { return [] }
        return source.code.indices.filter { uses(word, in: source.code[$0]) }.map { $0 + 1 }
    }

    private func reaches(_ source: SwiftSource) -> Bool {
        switch reach {
        case .everywhere: true
        case .product: source.isProduct
        case .productButCommandLine:
            source.isProduct && !["SovereignCLI", "sovereign"].contains(source.target)
        case .engine: source.isProduct && Arrows.engineTargets.contains(source.target)
        case .tests: source.path.hasPrefix("Tests/")
        }
    }

    /// Tells whether a line has the word, and not as a part of a longer one.
    private func uses(_ word: String, in line: Substring) -> Bool {
        var rest = line
        while let range = rest.firstRange(of: word) {
            let before = line[..<range.lowerBound].last
            let behind = line[range.upperBound...].first
            let endsInLetter = word.last?.isLetter ?? false
            let beginsWithLetter = word.first?.isLetter ?? false
            let isPart =
                (beginsWithLetter && before?.isIdentifierPart ?? false)
                || (endsInLetter && behind?.isIdentifierPart ?? false)
            if !isPart { return true }
            rest = line[range.upperBound...]
        }
        return false
    }
}

extension Character {
    /// Whether the character can be inside an identifier.
    var isIdentifierPart: Bool { isLetter || isNumber || self == "_" }
}
