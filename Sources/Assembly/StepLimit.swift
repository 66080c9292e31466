/// Bounds a search by counted steps, so that a run is the same on every machine.
package struct StepLimit: Sendable, Hashable {
    /// Most search nodes that may be opened.
    package let steps: Int

    /// Creates a limit of `steps` search nodes.
    package init(steps: Int) {
        self.steps = steps
    }
}
