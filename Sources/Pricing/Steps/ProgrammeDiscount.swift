/// Holds a discount that a price programme grants on spend.
///
/// A spend step starts *at* its threshold: with steps from 0 and from 100,000.00, a spend of
/// exactly 100,000.00 has reached the second. Results are exact in ten-thousandths of a minor unit
/// (E4), since spend is whole minor units and a basis point is a ten-thousandth.
package struct ProgrammeDiscount: Sendable, Hashable {
    /// Says what spend a step's basis points apply to.
    package enum Mode: String, CaseIterable, Sendable, Hashable {
        /// Each step's basis points to the spend inside that step.
        case graduated
        /// The basis points of the step reached to the whole spend.
        case volume
    }

    /// Holds one step of spend.
    package struct Step: Sendable, Hashable {
        /// The spend that the step starts at, in minor units.
        package let fromMinorUnits: Int64
        /// The discount in hundredths of a percent, 0...10000.
        package let basisPoints: Int

        /// Creates a step.
        package init(fromMinorUnits: Int64, basisPoints: Int) {
            self.fromMinorUnits = fromMinorUnits
            self.basisPoints = basisPoints
        }
    }

    /// What the steps apply to.
    package let mode: Mode
    /// The steps, ascending, the first from 0.
    package let steps: [Step]

    /// Creates a discount.
    ///
    /// - Throws: `PricingError.invalidDiscount` with every fault, in the order of the steps.
    package init(mode: Mode, steps: [Step]) throws(PricingError) {
        let faults = ProgrammeDiscount.faults(steps)
        guard faults.isEmpty else { throw .invalidDiscount(faults) }
        self.mode = mode
        self.steps = steps
    }

    private static func faults(_ steps: [Step]) -> [DiscountFault] {
        var faults: [DiscountFault] = steps.isEmpty ? [.noSteps] : []
        for (index, step) in steps.enumerated() {
            let from = step.fromMinorUnits
            if index == 0, from != 0 { faults.append(.firstStepNotAtZero(fromMinorUnits: from)) }
            if index > 0, from <= steps[index - 1].fromMinorUnits {
                faults.append(.stepNotAscending(number: index + 1, fromMinorUnits: from))
            }
            if !(0...10_000).contains(step.basisPoints) {
                faults.append(
                    .basisPointsOutOfRange(number: index + 1, basisPoints: step.basisPoints))
            }
        }
        return faults
    }
}
