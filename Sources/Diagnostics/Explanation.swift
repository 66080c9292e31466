/// Says why something holds: a tree whose leaves are facts and whose inner nodes apply rules to
/// them.
///
///     Explanation(.rule(id: "es-dl-ens"), "the site may hold DIFUSIÓN LIMITADA", [
///         Explanation(
///             .fact(id: "auth-7", source: "CCN", asOf: "2026-05-01", confidence: "primary"),
///             "the site holds ENS ALTA"),
///     ])
package struct Explanation: Sendable, Hashable {
    /// Tells what a node rests on.
    package enum Kind: Sendable, Hashable {
        /// A fact of the catalog or of the requirement, with where and when it was published.
        case fact(id: String, source: String, asOf: String, confidence: String)
        /// A rule applied to the children, by its id.
        case rule(id: String)
        /// A sentence that joins its children.
        case statement
    }

    /// What the node rests on.
    package let kind: Kind
    /// The sentence, in lower case and without a full stop.
    package let text: String
    /// The reasons, in the order to read them.
    package let children: [Explanation]

    /// Creates a node.
    package init(_ kind: Kind, _ text: String, _ children: [Explanation] = []) {
        self.kind = kind
        self.text = text
        self.children = children
    }
}

extension Explanation {
    /// The tree as nested objects; every object has `kind`, `text` and `children`.
    package var json: JSONValue {
        var members: [(key: String, value: JSONValue)] = []
        switch kind {
        case .fact(let id, let source, let asOf, let confidence):
            members.append(("kind", "fact"))
            members.append(("id", .string(id)))
            members.append(("source", .string(source)))
            members.append(("asOf", .string(asOf)))
            members.append(("confidence", .string(confidence)))
        case .rule(let id):
            members.append(("kind", "rule"))
            members.append(("id", .string(id)))
        case .statement:
            members.append(("kind", "statement"))
        }
        members.append(("text", .string(text)))
        members.append(("children", .array(children.map(\.json))))
        return .object(members)
    }
}
