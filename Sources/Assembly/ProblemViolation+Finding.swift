import Diagnostics
import LocatedInput

extension ProblemViolation {
    /// Returns the violation as a finding at its place in the parsed file.
    func finding(in root: LocatedValue) -> Finding {
        var notes: [FindingNote] = []
        if let earlier {
            notes.append(
                FindingNote("it is declared first here", at: Self.location(of: earlier, in: root)))
        }
        return Finding(
            code, message, at: Self.location(of: path, in: root), notes: notes,
            help: reference.flatMap { DidYouMean.help(for: $0.name, in: $0.known) })
    }

    private var code: FindingCode {
        switch kind {
        case .duplicate: .assemblyDuplicateID
        case .unknownReference: .assemblyUnknownReference
        case .outOfRange: .assemblyNegativeNumber
        case .tiers: .assemblyBrokenTiers
        case .negativeMeasure: .assemblyFallingMeasure
        case .reserved: .assemblyReservedMeasure
        case .pair: .assemblyBrokenPair
        case .overflow: .assemblySumTooLarge
        }
    }

    /// The place of the value at a path, or of the nearest value above that is written.
    private static func location(of path: [Step], in root: LocatedValue) -> SourceLocation {
        var value = root
        for step in path {
            let next: LocatedValue? =
                switch step {
                case .key(let key): value[key]
                case .index(let index):
                    value.elements.flatMap { index < $0.count ? $0[index] : nil }
                }
            guard let next else { break }
            value = next
        }
        return value.location
    }
}
