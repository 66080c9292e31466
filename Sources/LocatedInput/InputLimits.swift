/// Bounds what one input may ask of the reader, so that no file can exhaust memory or time.
package struct InputLimits: Sendable, Hashable {
    /// Largest file accepted, in bytes.
    package let maximumBytes: Int
    /// Deepest nesting of sequences and mappings accepted.
    package let maximumDepth: Int
    /// Most values accepted in one document, counting what aliases expand to.
    package let maximumValues: Int

    /// Creates limits.
    package init(
        maximumBytes: Int = 16 << 20, maximumDepth: Int = 64, maximumValues: Int = 2_000_000
    ) {
        self.maximumBytes = maximumBytes
        self.maximumDepth = maximumDepth
        self.maximumValues = maximumValues
    }
}
