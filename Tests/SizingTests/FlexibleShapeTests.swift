import Quantities
import Sizing
import Testing
import TestSupport

@Suite struct FlexibleShapeTests {
    /// Two vCPU a core, nodes up to 64 cores and 1,024 GiB, 1 to 64 GiB a core.
    private func shape() throws -> FlexibleShape {
        try FlexibleShape(
            vcpuPerCore: 2, maximumVcpuPerNode: 128, maximumMemoryGiBPerNode: 1024,
            minimumMemoryGiBPerCore: 1, maximumMemoryGiBPerCore: 64)
    }

    private func demand(_ vcpu: Int, gib: Int) throws -> ComputeDemand {
        try ComputeDemand(vcpu: vcpu, memoryMiB: gib * 1024)
    }

    @Test func `totals are the demand where it divides`() throws {
        let fleet = try shape().fleet(for: demand(4000, gib: 16_384))
        // 2,000 cores of at most 64: 32 nodes, 16 of 63 cores and 16 of 62.
        #expect(fleet.cores == 2000)
        #expect(fleet.vcpu == 4000)
        #expect(fleet.memoryGiB == 16_384)
        #expect(fleet.nodeCount == 32)
        #expect(fleet.isWithinNodeLimit)
    }

    @Test func `an odd demand rounds up to whole cores and whole GiB`() throws {
        let odd = try ComputeDemand(vcpu: 101, memoryMiB: 200 * 1024 + 1)
        let fleet = try shape().fleet(for: odd)
        #expect(fleet.cores == 51)
        #expect(fleet.memoryGiB == 201)
        // A tenth of 101 vCPU is 10, five cores: 11 nodes, seven of 5 and four of 4.
        #expect(fleet.parts.map(\.cores).max() == 5)
        #expect(fleet.nodeCount == 11)
    }

    @Test func `little memory is raised to the least of each core`() throws {
        let fleet = try shape().fleet(for: demand(400, gib: 100))
        #expect(fleet.memoryGiB == 200)
    }

    @Test func `much memory takes more cores`() throws {
        // 6,400 GiB at 64 a core take 100 cores, although 20 vCPU would take 10.
        let fleet = try shape().fleet(for: demand(20, gib: 6400), nodeLimit: .none)
        #expect(fleet.cores == 100)
        #expect(fleet.memoryGiB == 6400)
        #expect(fleet.nodeCount == 7)
    }

    @Test func `a small demand takes single cores and says so`() throws {
        let fleet = try shape().fleet(for: demand(8, gib: 32))
        #expect(!fleet.isWithinNodeLimit)
        #expect(fleet.parts.allSatisfy { $0.cores == 1 })
        #expect(fleet.memoryGiB >= 32)
    }

    @Test func `nothing takes nothing`() throws {
        let fleet = try shape().fleet(for: demand(0, gib: 0))
        #expect(fleet.parts.isEmpty)
        #expect(fleet.cores == 0 && fleet.memoryGiB == 0)
        #expect(fleet.isWithinNodeLimit)
    }

    @Test func `the largest demand is answered without a crash`() throws {
        let most = try ComputeDemand(
            vcpu: ComputeDemand.maximum, memoryMiB: ComputeDemand.maximum)
        let fleet = try shape().fleet(for: most)
        #expect(fleet.vcpu >= most.vcpu)
    }

    @Test(arguments: [
        (0, 8, 8, 1, 1), (2, 1, 8, 1, 1), (2, 8, 8, 2, 1), (2, 8, 4, 5, 6), (2, 8, 8, 0, 1),
    ])
    func `bounds that exclude every node are refused`(
        vcpuPerCore: Int, vcpu: Int, memory: Int, least: Int, most: Int
    ) {
        #expect(throws: SizingError.shapeWithoutNode) {
            try FlexibleShape(
                vcpuPerCore: vcpuPerCore, maximumVcpuPerNode: vcpu,
                maximumMemoryGiBPerNode: memory, minimumMemoryGiBPerCore: least,
                maximumMemoryGiBPerCore: most)
        }
    }

    @Test(arguments: [UInt64(111), 112])
    func `every fleet keeps the bounds of its shape`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let draw = { (range: ClosedRange<Int>, generator: inout SeededGenerator) -> Int in
            Int.random(in: range, using: &generator)
        }
        for _ in 0..<300 {
            let least = draw(1...4, &generator)
            let shape = try FlexibleShape(
                vcpuPerCore: draw(1...2, &generator),
                maximumVcpuPerNode: draw(2...64, &generator),
                maximumMemoryGiBPerNode: draw(least...256, &generator),
                minimumMemoryGiBPerCore: least,
                maximumMemoryGiBPerCore: draw(least...64, &generator))
            let demand = try demand(draw(0...900, &generator), gib: draw(0...3000, &generator))
            let fleet = shape.fleet(for: demand)
            let place = "\(shape) \(demand)"
            #expect(fleet.vcpu >= demand.vcpu, "\(place)")
            #expect(fleet.memoryGiB * 1024 >= demand.memoryMiB, "\(place)")
            #expect(fleet.parts.reduce(0) { $0 + $1.count * $1.cores } == fleet.cores)
            #expect(fleet.parts.reduce(0) { $0 + $1.count * $1.memoryGiB } == fleet.memoryGiB)
            for part in fleet.parts {
                #expect(part.cores * shape.vcpuPerCore <= shape.maximumVcpuPerNode, "\(place)")
                #expect(part.memoryGiB <= shape.maximumMemoryGiBPerNode, "\(place)")
                #expect(part.memoryGiB >= part.cores * shape.minimumMemoryGiBPerCore, "\(place)")
                #expect(part.memoryGiB <= part.cores * shape.maximumMemoryGiBPerCore, "\(place)")
                guard fleet.isWithinNodeLimit else { continue }
                let vcpu = part.cores * shape.vcpuPerCore
                #expect(demand.vcpu == 0 || vcpu * 10 <= demand.vcpu, "\(place)")
                #expect(
                    demand.memoryMiB == 0 || part.memoryGiB * 10_240 <= demand.memoryMiB,
                    "\(place)")
            }
        }
    }
}
