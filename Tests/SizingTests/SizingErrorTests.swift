import Quantities
import Sizing
import Testing

@Suite struct SizingErrorTests {
    static let cases: [(SizingError, String)] = [
        (.demandOutOfRange(name: "vCPU", value: -1), "-1 is no usable demand of vCPU"),
        (.nodeWithoutCapacity(id: "a"), "the node 'a' has no usable capacity"),
        (.nodeWithoutPrice(id: "a"), "the node 'a' has no price above zero"),
        (.duplicateNode(id: "a"), "the node 'a' appears twice"),
        (.shapeWithoutNode, "the bounds of the flexible shape exclude every node"),
        (.stepLimitReached, "no mix was found within the limit of steps"),
        (
            .storageOutOfRange(Quantity(amount: ExactDecimal(-1), unit: .gibibyte)),
            "-1 GiB is no usable storage size"
        ),
        (
            .weekOutOfRange(name: "weekly hours", value: ExactDecimal(169)),
            "169 is no usable number of weekly hours"
        ),
        (.negativeCount(name: "seats", value: -1), "-1 seats are below zero"),
    ]

    @Test(arguments: cases)
    func `an error says what was wrong in one clause`(error: SizingError, text: String) {
        #expect(error.description == text)
    }
}
