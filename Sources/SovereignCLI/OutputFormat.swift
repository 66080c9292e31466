import ArgumentParser

/// Names the forms in which answers and findings are written.
package enum OutputFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
    /// For a person.
    case text
    /// For a program; the member `format` of each document names its form and version.
    case json
}
