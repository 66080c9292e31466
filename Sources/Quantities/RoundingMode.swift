/// Names how a value between two representable ones becomes one of them.
///
/// No operation of this room rounds unless its caller names a mode in that call.
package enum RoundingMode: String, CaseIterable, Sendable, Hashable {
    /// To the nearest; ties away from zero: 0.125 gives 0.13, -0.125 gives -0.13.
    case halfUp
    /// To the nearest; ties to the even neighbour: 0.125 gives 0.12.
    case halfEven
    /// Towards zero.
    case down
    /// Away from zero.
    case up
    /// Towards negative infinity.
    case floor
    /// Towards positive infinity.
    case ceiling
}
