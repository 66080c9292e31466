/// Tells whether a finding makes its input unusable.
package enum Severity: String, Sendable, Hashable, CaseIterable {
    /// The input cannot be used as it stands.
    case error
    /// The input is usable; its author should look at the place.
    case warning
}
