/// Bounds what one input may ask of the reader, so that no file can exhaust memory, stack or time.
///
/// Aliases need no bound of their own: they are refused.
package struct InputLimits: Sendable, Hashable {
    /// Largest file accepted, in bytes.
    package let maximumBytes: Int
    /// Deepest nesting of sequences and mappings accepted; a lone scalar has depth 0.
    package let maximumDepth: Int
    /// Most values accepted in one document, counting sequences and mappings too.
    package let maximumValues: Int

    /// Creates limits.
    package init(
        maximumBytes: Int = 16 << 20, maximumDepth: Int = 64, maximumValues: Int = 2_000_000
    ) {
        self.maximumBytes = maximumBytes
        self.maximumDepth = maximumDepth
        self.maximumValues = maximumValues
    }

    /// For requirements, catalog files and quotes: 16 MiB, 2 million values.
    package static let standard = InputLimits()

    /// For price sheets, which may have a million rows and are read row by row: 512 MiB, 64 million
    /// cells.
    package static let priceSheet = InputLimits(
        maximumBytes: 512 << 20, maximumValues: 64_000_000)

    /// For assembly problems, which programs write: 256 MiB, 32 million values.
    package static let assemblyProblem = InputLimits(
        maximumBytes: 256 << 20, maximumValues: 32_000_000)
}
