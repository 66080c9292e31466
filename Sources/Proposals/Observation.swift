/// Something in a requirement that its readers must know before the money: a contradiction, a
/// missing part, or figures that say different things.
///
/// A fault stands against any package until the customer mends it; a notice does not.
package struct Observation: Sendable, Hashable {
    /// Tells what stands against a package from what is only to be known.
    package enum Weight: String, Sendable, Hashable, Comparable {
        /// No package is offered until the customer mends it.
        case fault
        /// To be known; the package stands.
        case notice

        /// Faults come first.
        package static func < (left: Self, right: Self) -> Bool {
            left == .fault && right == .notice
        }
    }

    /// The kind of observation, as in `missing-home`; several of a kind differ in their paths.
    package let kind: String
    /// Whether it stands against a package.
    package let weight: Weight
    /// Parts of the requirement that it is about, as in `edge.portable.home`.
    package let paths: [String]
    /// What was noticed, a sentence without a full stop.
    package let text: String
    /// The arithmetic or the facts behind it, a line each, so that a reader can check it.
    package let workings: [String]
    /// What the customer or the bid team can do; `nil` where there is nothing to do.
    package let wayOut: String?

    /// Creates an observation.
    package init(
        kind: String, weight: Weight, paths: [String], text: String, workings: [String] = [],
        wayOut: String? = nil
    ) {
        self.kind = kind
        self.weight = weight
        self.paths = paths
        self.text = text
        self.workings = workings
        self.wayOut = wayOut
    }
}
