import ArgumentParser

/// Bounds the steps of a search that a user may ask for.
enum SearchSteps {
    /// Steps that a search may take unless told otherwise.
    static let standard = 5_000

    /// Refuses limits under which no search makes sense.
    static func validate(_ steps: Int) throws {
        guard steps >= 1 else {
            throw ValidationError("'--steps' is \(steps), expected 1 or more")
        }
    }
}
