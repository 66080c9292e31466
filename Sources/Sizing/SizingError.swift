package import Quantities

/// Says why a demand could not be sized.
///
/// Arithmetic that leaves the range of the number types throws `QuantityError` instead.
package enum SizingError: Error, Sendable, Hashable {
    /// A demand below zero or above what any customer can mean.
    case demandOutOfRange(name: String, value: Int)
    /// A node type that holds nothing, or less than nothing.
    case nodeWithoutCapacity(id: String)
    /// A node type whose price is not above zero: no price is not a price of zero.
    case nodeWithoutPrice(id: String)
    /// Two node types with one id.
    case duplicateNode(id: String)
    /// A flexible shape whose bounds exclude every node.
    case shapeWithoutNode
    /// The limit of steps was reached before any mix was found.
    case stepLimitReached
    /// A storage amount, step or minimum below zero, or a step of zero.
    case storageOutOfRange(Quantity)
    /// Hours of a week or a share of them outside their range.
    case weekOutOfRange(name: String, value: ExactDecimal)
    /// A number of seats or persons below zero.
    case negativeCount(name: String, value: Int)
}

extension SizingError: CustomStringConvertible {
    /// One lower-case clause.
    package var description: String {
        switch self {
        case .demandOutOfRange(let name, let value): "\(value) is no usable demand of \(name)"
        case .nodeWithoutCapacity(let id): "the node '\(id)' has no usable capacity"
        case .nodeWithoutPrice(let id): "the node '\(id)' has no price above zero"
        case .duplicateNode(let id): "the node '\(id)' appears twice"
        case .shapeWithoutNode: "the bounds of the flexible shape exclude every node"
        case .stepLimitReached: "no mix was found within the limit of steps"
        case .storageOutOfRange(let quantity): "\(quantity) is no usable storage size"
        case .weekOutOfRange(let name, let value): "\(value) is no usable number of \(name)"
        case .negativeCount(let name, let value): "\(value) \(name) are below zero"
        }
    }
}
