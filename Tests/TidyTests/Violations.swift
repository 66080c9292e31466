import Testing

/// Fails with one issue that lists all violations, a line each.
func expectNone(
    _ violations: [String], sourceLocation: SourceLocation = #_sourceLocation
) {
    guard !violations.isEmpty else { return }
    let list = violations.prefix(100).joined(separator: "\n")
    Issue.record("\(violations.count) violations:\n\(list)", sourceLocation: sourceLocation)
}
