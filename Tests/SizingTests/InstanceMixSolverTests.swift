import Quantities
import Sizing
import Testing

@Suite struct InstanceMixSolverTests {
    /// Three proportions with exactly linear prices (3 a vCPU, 1 a GiB) in six sizes each.
    private func linearFamily() throws -> [NodeType] {
        try [2, 4, 8, 16, 32, 64].flatMap { (vcpu: Int) in
            try [("c", 1), ("s", 4), ("m", 8)].map { (name: String, gibPerVcpu: Int) in
                let gib = vcpu * gibPerVcpu
                return try node(
                    "\(name)-\(vcpu)", vcpu, gib * 1024, cents: (3 * vcpu + gib) * 100)
            }
        }
    }

    /// One proportion whose prices were rounded to a tenth of a cent, as published.
    private func roundedFamily() throws -> [NodeType] {
        let sheet = [
            (2, 107), (4, 213), (8, 426), (16, 853), (32, 1706), (48, 2558), (64, 3411), (96, 5117),
        ]
        return try sheet.map { (vcpu: Int, mills: Int) in
            NodeType(
                id: "d\(vcpu)", vcpu: vcpu, memoryMiB: vcpu * 4096,
                monthlyPrice: try ExactRatio(Int128(mills * 730), over: 1000))
        }
    }

    private func demand(_ vcpu: Int, gib: Int, accelerators: Int = 0) throws -> ComputeDemand {
        try ComputeDemand(vcpu: vcpu, memoryMiB: gib * 1024, accelerators: accelerators)
    }

    @Test func `both processors and memory are covered at the least price`() throws {
        // 68 vCPU at 4 GiB, 28 at 8 and 4 at 1 make 500 GiB: nothing is wasted, 100 × 3 + 500.
        let mix = try #require(
            try InstanceMixSolver.cheapest(
                for: demand(100, gib: 500), types: linearFamily(), nodeLimit: .none))
        #expect(mix.vcpu >= 100)
        #expect(mix.memoryMiB >= 500 * 1024)
        #expect(mix.monthlyPrice == ExactRatio(800))
        #expect(mix.isProven && mix.isWithinNodeLimit)
    }

    @Test func `no node is above a tenth of the demand`() throws {
        let mix = try #require(
            try InstanceMixSolver.cheapest(for: demand(170, gib: 640), types: linearFamily()))
        #expect(mix.parts.allSatisfy { $0.node.vcpu <= 17 && $0.node.memoryMiB <= 64 * 1024 })
        #expect(mix.isWithinNodeLimit)
        #expect(mix.nodeCount >= 10)
    }

    @Test(arguments: [(160, true), (159, false)])
    func `exactly a tenth is allowed`(vcpu: Int, isAllowed: Bool) throws {
        let types = [
            try node("large", 16, 1024, cents: 100), try node("small", 1, 1024, cents: 90),
        ]
        let mix = try #require(
            try InstanceMixSolver.cheapest(for: demand(vcpu, gib: 10), types: types))
        #expect(mix.parts.contains { $0.node.id == "large" } == isAllowed)
    }

    @Test func `a demand below ten of the smallest takes the smallest and says so`() throws {
        let mix = try #require(
            try InstanceMixSolver.cheapest(for: demand(12, gib: 48), types: linearFamily()))
        // Among the types of two vCPU the cheapest mix, not just the first: six of 2 and 8 GiB.
        #expect(mix.shown == "6 × s-2")
        #expect(!mix.isWithinNodeLimit)
    }

    @Test func `accelerators that only large nodes have take the smallest of those`() throws {
        let types = [
            try node("cpu", 2, 8192, cents: 100), try node("gpu-1", 12, 98_304, 1, cents: 3000),
            try node("gpu-8", 96, 786_432, 8, cents: 23_000),
        ]
        let mix = try #require(
            try InstanceMixSolver.cheapest(
                for: demand(48, gib: 200, accelerators: 4), types: types))
        #expect(mix.shown == "4 × gpu-1")
        #expect(!mix.isWithinNodeLimit)
    }

    @Test func `what the family does not have is nil`() throws {
        let mix = try InstanceMixSolver.cheapest(
            for: demand(1, gib: 1, accelerators: 1), types: linearFamily())
        #expect(mix == nil)
        #expect(try InstanceMixSolver.cheapest(for: demand(1, gib: 1), types: []) == nil)
    }

    @Test func `no demand needs no node`() throws {
        let mix = try #require(
            try InstanceMixSolver.cheapest(for: demand(0, gib: 0), types: linearFamily()))
        #expect(mix.parts.isEmpty)
        #expect(mix.monthlyPrice.isZero)
        #expect(mix.isProven)
    }

    @Test func `among equal prices fewest nodes win and then ids`() throws {
        let equal = [
            try node("b", 4, 4096, cents: 400), try node("a", 4, 4096, cents: 400),
            try node("c", 2, 2048, cents: 200),
        ]
        let mix = try #require(
            try InstanceMixSolver.cheapest(for: demand(8, gib: 8), types: equal, nodeLimit: .none))
        #expect(mix.shown == "2 × a")
    }

    @Test func `rounded prices are taken as published`() throws {
        // 192 vCPU: two of d96 are 10.234 an hour, four of d48 10.232, 96 of d2 10.272; d4 and d8
        // at 0.05325 a vCPU are cheaper still: 24 of d8 are 10.224.
        let mix = try #require(
            try InstanceMixSolver.cheapest(
                for: demand(192, gib: 768), types: roundedFamily(), nodeLimit: .none))
        #expect(mix.shown == "24 × d8")
        #expect(mix.monthlyPrice.decimalDescription == "7463.52")
    }

    @Test func `a large linear family is proven within the limit of steps`() throws {
        let mix = try #require(
            try InstanceMixSolver.cheapest(for: demand(2000, gib: 8192), types: linearFamily()))
        // 2,000 × 3 + 8,192: nothing is wasted. 48 vCPU at 8 GiB, 1,952 at 4: 30 of 64 and one of
        // 32 make 1,952; 48 are 32 and 16.
        #expect(mix.monthlyPrice == ExactRatio(14_192))
        #expect(mix.isProven)
        #expect(mix.nodeCount <= 33)
    }

    @Test func `a large family with rounded prices is proven too`() throws {
        let mix = try #require(
            try InstanceMixSolver.cheapest(for: demand(4000, gib: 16_384), types: roundedFamily()))
        #expect(mix.isProven)
        #expect(mix.vcpu == 4096)
    }

    @Test func `a limit of steps gives an answer that is not claimed to be proven`() throws {
        let family = try linearFamily()
        let full = try #require(
            try InstanceMixSolver.cheapest(for: demand(2001, gib: 8193), types: family))
        for limit in [2_000, 20_000, 60_000] {
            let mix = try #require(
                try InstanceMixSolver.cheapest(
                    for: demand(2001, gib: 8193), types: family, stepLimit: limit))
            #expect(mix.vcpu >= 2001 && mix.memoryMiB >= 8193 * 1024, "\(limit)")
            #expect(mix.monthlyPrice >= full.monthlyPrice, "\(limit)")
            #expect(!mix.isProven || mix == full, "\(limit)")
        }
        #expect(throws: SizingError.stepLimitReached) {
            try InstanceMixSolver.cheapest(
                for: demand(2001, gib: 8193), types: family, stepLimit: 0)
        }
    }

    @Test func `the largest demand is answered without a crash`() throws {
        let most = try ComputeDemand(
            vcpu: ComputeDemand.maximum, memoryMiB: ComputeDemand.maximum)
        let mix = try #require(
            try InstanceMixSolver.cheapest(for: most, types: roundedFamily()))
        #expect(mix.vcpu >= most.vcpu && mix.memoryMiB >= most.memoryMiB)
        #expect(!mix.isProven)
    }

    @Test func `spare nodes are of the largest type`() throws {
        let types = [try node("a", 4, 4096, cents: 450), try node("b", 3, 3072, cents: 300)]
        let mix = try #require(
            try InstanceMixSolver.cheapest(for: demand(10, gib: 10), types: types, nodeLimit: .none)
        )
        #expect(mix.shown == "1 × a, 2 × b")
        let spared = try mix.adding(spares: 2)
        #expect(spared.shown == "3 × a, 2 × b")
        #expect(spared.monthlyPrice.decimalDescription == "19.5")
        #expect(try mix.adding(spares: 0) == mix)
    }

    @Test func `types that are none are refused`() throws {
        let fine = try node("a", 1, 1024, cents: 1)
        let free = try node("b", 1, 1024, cents: 0)
        #expect(throws: SizingError.nodeWithoutPrice(id: "b")) {
            try InstanceMixSolver.cheapest(for: demand(1, gib: 1), types: [fine, free])
        }
        #expect(throws: SizingError.duplicateNode(id: "a")) {
            try InstanceMixSolver.cheapest(for: demand(1, gib: 1), types: [fine, fine])
        }
        for (vcpu, memory, accelerators) in [
            (0, 1, 0), (1, 0, 0), (1, 1, -1), (NodeType.maximum + 1, 1, 0), (-1, 1, 0),
        ] {
            let broken = try node("c", vcpu, memory, accelerators, cents: 1)
            #expect(throws: SizingError.nodeWithoutCapacity(id: "c")) {
                try InstanceMixSolver.cheapest(for: demand(1, gib: 1), types: [broken])
            }
        }
    }

    @Test func `demands out of range are refused`() {
        #expect(throws: SizingError.demandOutOfRange(name: "vCPU", value: -1)) {
            try ComputeDemand(vcpu: -1, memoryMiB: 0)
        }
        #expect(
            throws: SizingError.demandOutOfRange(
                name: "memory in MiB", value: ComputeDemand.maximum + 1)
        ) {
            try ComputeDemand(vcpu: 0, memoryMiB: ComputeDemand.maximum + 1)
        }
    }

    @Test func `prices with too many digits are an overflow`() throws {
        let types = [
            NodeType(
                id: "a", vcpu: 1, memoryMiB: 1,
                monthlyPrice: try ExactRatio(1, over: Int128.max)),
            NodeType(
                id: "b", vcpu: 1, memoryMiB: 2,
                monthlyPrice: try ExactRatio(1, over: Int128.max - 1)),
        ]
        #expect(throws: QuantityError.overflow) {
            try InstanceMixSolver.cheapest(for: demand(100, gib: 1), types: types)
        }
    }
}
