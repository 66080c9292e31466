import TestSupport

/// A change to the fixture catalog and the findings that it has to give, each at its place.
struct CatalogMistake: Sendable, CustomStringConvertible {
    let description: String
    let path: String
    let old: String
    let new: String
    /// `line:column CODE message` in the file that is changed.
    let expected: [String]

    init(
        _ description: String, in path: String, _ old: String, _ new: String,
        gives expected: String...
    ) {
        self.description = description
        self.path = path
        self.old = old
        self.new = new
        self.expected = expected
    }

    /// Loads the changed catalog, the fixture unless another is given, and gives its findings as in
    /// `expected`.
    func findings(in base: FixtureCatalog? = nil) throws -> [String] {
        var catalog = try base ?? FixtureCatalog()
        try catalog.replace(old, with: new, in: path)
        let prefix = "catalog/\(path):"
        return catalog.load().findings.map(\.line)
            .map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 }
    }
}
