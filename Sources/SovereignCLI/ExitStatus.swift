/// Tells the caller of the program how it ended.
package enum ExitStatus: Int32, Sendable, CaseIterable {
    /// Done, and the answer is yes.
    case yes = 0
    /// Done, and the answer is a correct no: nothing fits, a check fails.
    case no = 1
    /// The command line is wrong.
    case wrongUsage = 64
    /// An input is not what it claims to be, or an output cannot be written.
    case badData = 65
    /// The program itself is wrong.
    case defect = 70
    /// The limit of steps ended before the answer was proved.
    case undecided = 75
}
