/// Says where and how a problem breaks its format.
package struct ProblemViolation: Sendable, Hashable, CustomStringConvertible {
    /// One step from the whole problem towards a part of it.
    package enum Step: Sendable, Hashable {
        /// The value at a key, named as in a file.
        case key(String)
        /// The element of a list, counted from 0.
        case index(Int)
    }

    /// What kind of rule of the format is broken.
    package enum Kind: Sendable, Hashable, CaseIterable {
        case duplicate, unknownReference, outOfRange, tiers, negativeMeasure, reserved, pair
        case overflow
    }

    /// What kind of rule of the format is broken.
    package let kind: Kind
    /// The way to the part that is wrong.
    package let path: [Step]
    /// What is wrong and what was expected.
    package let message: String
    /// The way to the part that it clashes with, if there is one.
    package let earlier: [Step]?
    /// The text that names nothing, and the names that it could have meant.
    package let reference: Reference?

    /// A name that is not declared, with those that are.
    package struct Reference: Sendable, Hashable {
        /// The name as given.
        package let name: String
        /// The declared names, sorted.
        package let known: [String]
    }

    init(
        _ kind: Kind, _ path: [Step], _ message: String, earlier: [Step]? = nil,
        reference: Reference? = nil
    ) {
        self.kind = kind
        self.path = path
        self.message = message
        self.earlier = earlier
        self.reference = reference
    }

    /// The path and the message in one line, such as `sites[2].provider: unknown provider 'p9'`.
    package var description: String {
        var text = ""
        for step in path {
            switch step {
            case .key(let key): text += text.isEmpty ? key : ".\(key)"
            case .index(let index): text += "[\(index)]"
            }
        }
        return "\(text): \(message)"
    }
}
