import LocatedInput
package import Quantities

/// What nations or organisations have agreed about each other's classified information.
///
/// An agreement makes exchange possible; it obliges nobody to release anything.
package struct Agreement: Sendable, Hashable, Codable {
    /// What it is about.
    package enum Kind: String, InputVocabulary, Sendable, Hashable, Codable {
        /// Protection of exchanged information in general.
        case generalSecurity = "general-security"
        /// A table that sets levels side by side.
        case equivalence
        /// Recognition of clearances.
        case recognition
        /// Information of one programme only.
        case programme
        /// Terms of disclosure.
        case disclosure
        /// A memorandum without the force of a treaty.
        case memorandum
    }

    /// Whose information and clearances whom accepts.
    package enum Direction: Sendable, Hashable, Codable, InputScalar {
        /// Each party those of every other.
        case mutual
        /// Those of `from` are accepted by `by` only.
        case oneWay(from: OwnerID, by: OwnerID)
        /// The source does not say.
        case unknown

        /// Gives "mutual, unknown, or two parties like 'EU>NATO'".
        package static var expectation: String { "mutual, unknown, or two parties like 'EU>NATO'" }

        /// Takes `mutual`, `unknown`, or two identifiers with `>` between them.
        package init?(inputText: String) {
            switch inputText {
            case "mutual": self = .mutual
            case "unknown": self = .unknown
            default:
                let parts = inputText.split(separator: ">", omittingEmptySubsequences: false)
                guard parts.count == 2, let from = OwnerID(inputText: String(parts[0])),
                    let to = OwnerID(inputText: String(parts[1]))
                else { return nil }
                self = .oneWay(from: from, by: to)
            }
        }
    }

    /// What is known of exchange over networks, which has its own cap.
    package enum Electronic: String, InputVocabulary, Sendable, Hashable, Codable {
        /// Up to the levels of `electronicUpTo`.
        case capped
        /// Not at all.
        case notAtAll = "none"
        /// The source does not say.
        case unknown
    }

    /// Whether it can be relied on.
    package enum Status: String, InputVocabulary, Sendable, Hashable, Codable {
        /// Holds today.
        case inForce = "in-force"
        /// Signed; whether it holds is not known.
        case signed
        /// Text agreed, not signed.
        case negotiated
        /// No longer holds.
        case ended
        /// The source does not say.
        case unknown
    }

    /// Unique among agreements.
    package let id: AgreementID
    /// As published.
    package let title: String
    /// Two or more.
    package let parties: [OwnerID]
    /// What it is about.
    package let kind: Kind
    /// Whose information whom accepts.
    package let direction: Direction
    /// Highest levels, one a party where the source names them; empty where it names none.
    package let upTo: [LevelID]
    /// Highest levels of exchange over networks.
    package let electronicUpTo: [LevelID]
    /// What is known of exchange over networks.
    package let electronic: Electronic
    /// What narrows it, in words; `nil` for nothing.
    package let scope: String?
    /// Day of signature; `nil` where it is not known.
    package let signed: CalendarDate?
    /// First day on which it holds; `nil` where it is not known.
    package let inForce: CalendarDate?
    /// First day on which it no longer holds; `nil` for no end.
    package let until: CalendarDate?
    /// Whether it can be relied on.
    package let status: Status
    /// What the source adds, in words; `nil` for nothing.
    package let note: String?
    /// Where it was published.
    package let provenance: Provenance
}
