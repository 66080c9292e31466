import Assembly
import Catalog
import Diagnostics
import Documents
import Clearance
import Eligibility
import LocatedInput
import Pricing
@testable import Proposals
import Quantities
import Requirements
import Testing
import TestSupport

/// A platform in a customer's hall of which every figure is worked out here by hand.
///
/// 40 cores and 160 GiB take two modules of 20 cores and 100 GiB. A module costs EUR 420 a day, a
/// month has 365 / 12 days, the base period 36 months, the option 12. One seat takes five people
/// at EUR 9,100.00 a month. The accreditation costs EUR 1,000.00, once.
struct ModuleQuoteTests {
    private static let worked = Result { try HallAsk().propose() }
    let proposal: Proposal
    let package: PricedPackage

    init() throws {
        proposal = try Self.worked.get()
        package = try proposal.package()
    }

    /// Cores: 40 x 730 h x 0.05 = 1,460.00 a month, x 36 = 52,560.00, x 12 = 17,520.00.
    /// Memory: 160 x 730 h x 0.001 = 116.80 a month, x 36 = 4,204.80, x 12 = 1,401.60.
    /// A module: 420 x 365 / 12 x 36 = 420 x 365 x 3 = 459,900.00, two 919,800.00; in the option
    /// 420 x 365 = 153,300.00, two 306,600.00.
    @Test func `modules are whole, and priced by the day beside what is used by the hour`() {
        #expect(
            package.lines.map { "\($0.id) \($0.demandID) \($0.period.id) \($0.priced.money.plain)" }
                == [
                    "L1 core.app base 52560.00", "L2 core.app option-1 17520.00",
                    "L3 core.app base 4204.80", "L4 core.app option-1 1401.60",
                    "L5 core base 919800.00", "L6 core option-1 306600.00",
                ])
        let module = package.lines[4]
        #expect(module.quantity == "2 × Compute module")
        #expect(module.origin == .module("dorado-compute", place: "core/dorado-rack.cellar"))
        #expect(module.site == SiteID("dorado-rack.cellar"))
        #expect(module.priced.piece.plain == "459900.00")
        #expect(module.optionID == nil)
        #expect(proposal.answer.modules == ["core/dorado-rack.cellar": ["dorado-compute": 2]])
    }

    /// A day is counted in twelfths: one module has 365 of them a month, twelve cost 420.
    @Test func `a month of a meter by the day has 365 twelfths of a day`() {
        #expect(package.lines[4].monthlyQuantity == ExactDecimal(365))
        #expect(package.lines[4].meter.schedule.block == ExactDecimal(12))
    }

    /// Two modules: 153,300.00 each and year.
    @Test func `contract years of modules sum to them`() {
        #expect(
            package.lines[4].byYear.map { "\($0.year) \($0.months) \($0.amount.plain)" } == [
                "1 12 306600.00", "2 12 306600.00", "3 12 306600.00",
            ])
        #expect(package.lines[5].byYear.map { "\($0.year) \($0.amount.plain)" } == ["4 306600.00"])
    }

    @Test func `a step with a stated cost is paid once, in the base period`() throws {
        let step = try #require(package.stepLines.first)
        #expect(package.stepLines.count == 1)
        #expect(step.id == "S1")
        #expect(step.step.id == "accredit:xa-accredited/xa-restricted/core")
        #expect(step.period.id == "base")
        #expect(step.priced.money.plain == "1000.00")
    }

    /// Products: 52,560.00 + 17,520.00 + 4,204.80 + 1,401.60 + 919,800.00 + 306,600.00 =
    /// 1,302,086.40. People: 5 x 9,100.00 x 48 = 2,184,000.00. With the step: 3,487,086.40.
    @Test func `the waterfall leads from lines, people and steps to the total`() {
        #expect(package.waterfall.list.plain == "3487086.40")
        #expect(package.waterfall.totalE4 == 3_487_086_400_000)
        #expect(package.waterfall.roundingE4 == 0)
        #expect(package.waterfall.total.plain == "3487086.40")
        #expect(proposal.answer.totalE4 == package.waterfall.totalE4)
        #expect(proposal.answer.status == .optimal)
    }

    /// Base: 52,560.00 + 4,204.80 + 919,800.00 = 976,564.80, people 1,638,000.00.
    /// Option: 17,520.00 + 1,401.60 + 306,600.00 = 325,521.60, people 546,000.00.
    @Test func `periods sum products, people and steps`() {
        #expect(
            package.periods.map {
                "\($0.period.id) \($0.cloud.plain) \($0.people.plain) \($0.steps.plain) "
                    + $0.net.plain
            } == [
                "base 976564.80 1638000.00 1000.00 2615564.80",
                "option-1 325521.60 546000.00 0.00 871521.60",
            ])
    }

    @Test func `the file holds`() throws {
        #expect(try QuoteReading(proposal.json).failedChecks() == [])
    }

    /// USD 421.371 a day: 421.371 x 365 x 3 = 461,401.245 = EUR 369,120.996, rounded 369,121.00;
    /// two cost 738,242.00, not 738,241.99. The option: 153,800.415 = EUR 123,040.332, rounded
    /// 123,040.33; two cost 246,080.66. A year of one: 369,121.00 / 3, a cent left to the first.
    @Test func `a module in another currency is rounded, and then counted`() throws {
        let world = try QuoteWorld.withHalls().replacing(
            "unit-day,per-unit,,420,EUR", with: "unit-day,per-unit,,421.371,USD",
            in: QuoteWorld.doradoPriceList)
        let proposal = try HallAsk().propose(world)
        let lines = try proposal.package().lines.suffix(2)
        #expect(lines.map(\.priced.piece.plain) == ["369121.00", "123040.33"])
        #expect(lines.map(\.priced.money.plain) == ["738242.00", "246080.66"])
        #expect(
            lines.first?.byYear.map(\.amount.plain) == ["246080.68", "246080.66", "246080.66"])
        #expect(try QuoteReading(proposal.json).failedChecks() == [])
    }

    @Test(
        arguments: [(20, 100, 1), (21, 100, 2), (20, 101, 2), (61, 64, 4), (80, 400, 4)]
            as [(
                Int, Int, Int64
            )])
    func `as many modules as the scarcest resource takes`(
        vcpu: Int, memoryGiB: Int, count: Int64
    ) throws {
        let ask = HallAsk(HallAsk.enclave("core", HallAsk.machines(vcpu, memoryGiB)))
        #expect(
            try ask.propose().answer.modules["core/dorado-rack.cellar"] == ["dorado-compute": count]
        )
    }

    /// Four modules of 20 cores stand in a hall at most.
    @Test func `more than the most modules of a hall is refused`() throws {
        let ask = HallAsk(HallAsk.enclave("core", HallAsk.machines(81, 100)))
        _ = try ask.propose().refusal()
    }

    /// 10 x 730 h x 1.50 = 10,950.00 a month, x 36 = 394,200.00; three modules of 250 a day:
    /// 250 x 365 x 3 = 273,750.00 each, 821,250.00.
    @Test func `ten graphics processors take three modules of four`() throws {
        let proposal = try HallAsk(
            HallAsk.enclave("core", "{ id: train, capability: compute.gpu, gpus: 10 }")
        ).propose()
        let lines = try proposal.package().lines
        #expect(proposal.answer.modules == ["core/dorado-rack.cellar": ["dorado-gpus": 3]])
        #expect(lines[0].quantity == "10 × Dorado 1")
        #expect(lines[0].priced.money.plain == "394200.00")
        #expect(lines[2].quantity == "3 × Accelerator module")
        #expect(lines[2].priced.money.plain == "821250.00")
        #expect(try QuoteReading(proposal.json).failedChecks() == [])
    }

    /// Together 20 cores would fit one module; kept apart each enclave takes one of its own. So
    /// does the accreditation, which is of one system: 2 x 1,000.00.
    @Test func `two enclaves in one hall buy modules and accreditations apart`() throws {
        let proposal = try HallAsk(
            HallAsk.enclave("core", HallAsk.machines(10, 40)),
            HallAsk.enclave("other", HallAsk.machines(10, 40))
        ).propose()
        #expect(
            proposal.answer.modules == [
                "core/dorado-rack.cellar": ["dorado-compute": 1],
                "other/dorado-rack.cellar": ["dorado-compute": 1],
            ])
        let package = try proposal.package()
        #expect(
            package.stepLines.map(\.step.id) == [
                "accredit:xa-accredited/xa-restricted/core",
                "accredit:xa-accredited/xa-restricted/other",
            ])
        #expect(package.stepLines.map(\.id) == ["S1", "S2"])
        #expect(package.periods.map(\.steps.plain) == ["2000.00", "0.00"])
        #expect(try QuoteReading(proposal.json).failedChecks() == [])
    }

    /// Machines and storage of one enclave share nothing but the hall: one step, two kinds.
    @Test func `workloads of one enclave share its modules and its accreditation`() throws {
        let store = "{ id: store, capability: storage.object, capacityGB: 1500, access: online }"
        let second = "{ id: second, capability: compute.vm, vcpu: 10, memoryGiB: 40 }"
        let proposal = try HallAsk(
            HallAsk.enclave("core", HallAsk.machines(10, 40), second, store)
        ).propose()
        #expect(
            proposal.answer.modules == [
                "core/dorado-rack.cellar": ["dorado-compute": 1, "dorado-trays": 2]
            ])
        #expect(try proposal.package().stepLines.count == 1)
        #expect(try QuoteReading(proposal.json).failedChecks() == [])
    }

    @Test func `a step without a stated cost costs nothing and is asked for`() throws {
        var ask = HallAsk()
        ask.lines = []
        let proposal = try ask.propose()
        #expect(try proposal.package().stepLines.isEmpty)
        #expect(proposal.questions.contains { $0.id == "accredited-by-owner:xa-accredited" })
        #expect(proposal.answer.totalE4 == 3_486_086_400_000)
    }

    /// The standard platforms compete where the enclave may be connected. A hall costs 1,302,086.40
    /// and Aurelia's machines 31,536.00; the seat and the step are the same. Where the modules have
    /// no price, the hall would be chosen below 31,536.00 for all that it takes.
    @Test func `a platform whose module has no price is unpriced, with a break-even`() throws {
        let world = try QuoteWorld.withHalls().replacing(
            "mcompute-day,mcompute", with: "mcompute-day,melse", in: QuoteWorld.doradoPriceList)
        let ask = HallAsk(
            HallAsk.enclave("core", HallAsk.machines(40, 160), more: "halls: [cellar]"))
        let proposal = try ask.propose(world)
        let unpriced = try proposal.package().unpriced
        #expect(unpriced.map(\.offer.rawValue) == ["dorado-vm@dorado-rack.cellar"])
        #expect(
            unpriced.first?.missing == ["Compute module (mcompute) at Dorado Rack in the cellar"])
        #expect(unpriced.first?.breakEven == .below(e4: 31_536_000_000))
    }

    @Test func `modules of a place that nothing is asked of are not bought`() throws {
        let proposal = try HallAsk(
            HallAsk.enclave("core", HallAsk.machines(40, 160), more: "halls: [cellar]")
        ).propose()
        #expect(proposal.answer.modules.values.allSatisfy { $0.values.allSatisfy { $0 == 0 } })
        #expect(try proposal.package().lines.allSatisfy { $0.optionID != nil })
    }
}
