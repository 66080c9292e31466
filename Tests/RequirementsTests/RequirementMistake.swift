import Catalog
import TestSupport

/// A change to the fixture requirement and the findings that it has to give, each at its place.
struct RequirementMistake: Sendable, CustomStringConvertible {
    let description: String
    let old: String
    let new: String
    /// `line:column CODE message`.
    let expected: [String]

    init(_ description: String, _ old: String, _ new: String, gives expected: String...) {
        self.description = description
        self.old = old
        self.new = new
        self.expected = expected
    }

    /// Decodes the changed requirement, the fixture unless another is given, binds it to the
    /// fixture catalog and lists the findings.
    func findings(in base: FixtureRequirement? = nil) throws -> [String] {
        let requirement = try (base ?? FixtureRequirement()).replacing(old, with: new)
        guard let catalog = try FixtureCatalog().load().snapshot else { return ["no catalog"] }
        let prefix = "\(FixtureRequirement.path):"
        return requirement.bind(to: catalog).findings.map(\.line)
            .map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 }
    }
}
