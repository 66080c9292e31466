/// Holds amounts of processors, memory and accelerators, in whatever units a problem uses.
struct ResourceVector: Hashable {
    /// How many kinds of amount there are.
    static let dimensions = 3

    var vcpu: Int
    var memory: Int
    var accelerators: Int

    init(vcpu: Int, memory: Int, accelerators: Int) {
        self.vcpu = vcpu
        self.memory = memory
        self.accelerators = accelerators
    }

    init(_ demand: ComputeDemand) {
        self.init(
            vcpu: demand.vcpu, memory: demand.memoryMiB, accelerators: demand.accelerators)
    }

    init(_ type: NodeType) {
        self.init(vcpu: type.vcpu, memory: type.memoryMiB, accelerators: type.accelerators)
    }

    /// The amount of one dimension, 0..<3.
    subscript(dimension: Int) -> Int {
        get {
            switch dimension {
            case 0: vcpu
            case 1: memory
            default: accelerators
            }
        }
        set {
            switch dimension {
            case 0: vcpu = newValue
            case 1: memory = newValue
            default: accelerators = newValue
            }
        }
    }

    var isZero: Bool { vcpu == 0 && memory == 0 && accelerators == 0 }

    /// The greatest common divisor of the three amounts.
    var commonDivisor: Int {
        commonDivisorOf(commonDivisorOf(vcpu, memory), accelerators)
    }

    func map(_ transform: (Int) -> Int) -> ResourceVector {
        ResourceVector(
            vcpu: transform(vcpu), memory: transform(memory),
            accelerators: transform(accelerators))
    }

    func subtracting(_ other: ResourceVector, times count: Int) -> ResourceVector {
        ResourceVector(
            vcpu: vcpu - other.vcpu * count, memory: memory - other.memory * count,
            accelerators: accelerators - other.accelerators * count)
    }

    func dividedDown(by divisor: Int) -> ResourceVector { map { $0 / divisor } }

    func clampedToZero() -> ResourceVector { map { Swift.max($0, 0) } }

    /// How often `unit` must be taken to cover what is above zero here; nil when it cannot.
    func timesNeeded(of unit: ResourceVector) -> Int? {
        var times = 0
        for dimension in 0..<ResourceVector.dimensions where self[dimension] > 0 {
            guard unit[dimension] > 0 else { return nil }
            times = Swift.max(times, dividedUp(self[dimension], by: unit[dimension]))
        }
        return times
    }

    /// How often `unit` can be taken before each amount that it adds to is covered.
    func timesUseful(of unit: ResourceVector) -> Int {
        var times = 0
        for dimension in 0..<ResourceVector.dimensions
        where self[dimension] > 0 && unit[dimension] > 0 {
            times = Swift.max(times, dividedUp(self[dimension], by: unit[dimension]))
        }
        return times
    }
}

/// Returns the quotient rounded up, of numbers that are not negative.
func dividedUp<Number: BinaryInteger>(_ value: Number, by divisor: Number) -> Number {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder == 0 ? quotient : quotient + 1
}

/// Returns the greatest common divisor; that of 0 and n is n.
func commonDivisorOf<Number: BinaryInteger>(_ left: Number, _ right: Number) -> Number {
    var (larger, smaller) = (left, right)
    while smaller != 0 {
        (larger, smaller) = (smaller, larger % smaller)
    }
    return larger
}
