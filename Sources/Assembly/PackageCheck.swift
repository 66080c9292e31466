/// Says what is wrong with an answer's package and what its total really is.
package struct PackageCheck: Sendable, Hashable {
    /// Every rule that the package breaks and every false number of the answer, in words.
    package let violations: [String]
    /// The true total in ten-thousandths of a minor unit, held at the ends of `Int64`.
    package let totalE4: Int64
    /// What the package takes of each limit by its id, in ten-thousandths, held like the total.
    package var limitsE4: [String: Int64] = [:]

    /// Whether nothing is wrong.
    package var holds: Bool { violations.isEmpty }
}
