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

/// One quote of which every figure is worked out here by hand.
///
/// 40 vCPU and 160 GiB are 10 machines of 4 vCPU and 16 GiB, each a tenth of the demand. Two copies
/// of 1,000 GB stand at two sites. USD 1 = EUR 0.80, a month has 730 hours, the base period 36
/// months, the option 12. An amount E4 counts ten-thousandths of a cent: EUR 1.00 is 1,000,000.
struct HandComputedQuoteTests {
    private static let worked = Result { try QuoteWorld.withProgramme().propose() }
    let proposal: Proposal
    let package: PricedPackage

    init() throws {
        proposal = try Self.worked.get()
        package = try proposal.package()
    }

    @Test func `cheapest products are placed, ties by identifier`() {
        #expect(
            package.placements.map { "\($0.optionID) \($0.copy)" } == [
                "core.app/aurelia-vm@aurelia-north/committed 1",
                "core.store/aurelia-store@aurelia-north/on-demand 1",
                "core.store/aurelia-store@aurelia-south/on-demand 2",
            ])
        #expect(proposal.answer.status == .optimal)
    }

    /// Machines, base: three-year plan, 7,300 h x USD 0.10 x 36 = 26,280.00 = EUR 21,024.00.
    /// Option: one-year plan, 7,300 h x USD 0.15 x 12 = 13,140.00 = EUR 10,512.00.
    /// Storage, each copy: 1,000 GB x USD 0.02 x 36 = 720.00 = EUR 576.00; x 12 = EUR 192.00.
    @Test func `each line is units times price times months, rounded once`() {
        #expect(
            package.lines.map { "\($0.id) \($0.site) \($0.period.id) \($0.priced.money.plain)" }
                == [
                    "L1 aurelia-north base 21024.00", "L2 aurelia-north option-1 10512.00",
                    "L3 aurelia-north base 576.00", "L4 aurelia-north option-1 192.00",
                    "L5 aurelia-south base 576.00", "L6 aurelia-south option-1 192.00",
                ])
        #expect(package.lines[0].quantity == "10 × a4 (4 vCPU, 16 GiB each)")
        #expect(package.lines[0].monthlyQuantity.description == "7300")
    }

    @Test func `the commitment that fits a period and costs least is taken in it`() {
        #expect(
            package.lines.map(\.meter.plan) == [
                .committed(months: 36), .committed(months: 12), .onDemand, .onDemand, .onDemand,
                .onDemand,
            ])
    }

    @Test func `a line's contract years sum to it`() {
        // 21,024.00 over three years of twelve months: 7,008.00 each.
        #expect(package.lines[0].byYear.map(\.amount.plain) == ["7008.00", "7008.00", "7008.00"])
        #expect(package.lines[1].byYear.map { "\($0.year) \($0.months)" } == ["4 12"])
    }

    /// 168 h / (40 h x 0.84) = 5 people a seat, 10 people at two sites. A day is EUR 500 and a year
    /// has 40 x 52 x 0.84 / 8 = 218.4 days: 500 x 218.4 / 12 = 9,100.00 a month.
    /// Base: 9,100.00 x 36 = 327,600.00 a head, 3,276,000.00; option: 109,200.00, 1,092,000.00.
    @Test func `people are whole heads at whole prices`() {
        #expect(
            package.headLines.map {
                "\($0.id) \($0.heads) \($0.milliFTE) \($0.priced.piece.plain) "
                    + $0.priced.money.plain
            } == [
                "P1 10 10000 327600.00 3276000.00", "P2 10 10000 109200.00 1092000.00",
            ])
    }

    /// The account has 100 GB free, once for both copies: 100 x USD 0.02 x 36 = 72.00 = EUR 57.60;
    /// x 12 = EUR 19.20. Programme: the first three years spend 7,008.00 + 2 x 192.00 = 7,392.00,
    /// below 10,000.00; the fourth 10,512.00 + 384.00 = 10,896.00 x 3.33 % = 362.8368.
    @Test func `a free quantity counts once, a programme where its threshold is reached`() {
        #expect(
            package.discounts.map { "\($0.row.id) \($0.row.spend.plain) \($0.row.amountE4)" } == [
                "free/aurelia/store/base 1152.00 57600000",
                "free/aurelia/store/option-1 384.00 19200000",
                "spend/aurelia-frame/base/1 7392.00 0",
                "spend/aurelia-frame/base/2 7392.00 0",
                "spend/aurelia-frame/base/3 7392.00 0",
                "spend/aurelia-frame/option-1/4 10896.00 362836800",
            ])
    }

    /// List: 31,536.00 + 1,536.00 + 4,368,000.00 = 4,401,072.00. Less 76.80 and 362.8368 it is
    /// 4,400,632.3632, to which a rounding row of -0.0032 leads to the cent.
    @Test func `list less discounts plus one rounding row is the total`() {
        #expect(package.waterfall.list.plain == "4401072.00")
        #expect(package.waterfall.totalE4 == 4_400_632_363_200)
        #expect(package.waterfall.roundingE4 == -3200)
        #expect(package.waterfall.total.plain == "4400632.36")
        #expect(proposal.answer.totalE4 == package.waterfall.totalE4)
    }

    /// Base: 22,176.00 + 3,276,000.00 - 57.60 = 3,298,118.40.
    /// Option: 10,896.00 + 1,092,000.00 - 382.0368 = 1,102,513.9632, printed 1,102,513.96.
    @Test func `periods sum cloud, people and discounts`() {
        #expect(
            package.periods.map {
                "\($0.period.id) \($0.cloud.plain) \($0.people.plain) \($0.discountE4) "
                    + $0.net.plain
            } == [
                "base 22176.00 3276000.00 57600000 3298118.40",
                "option-1 10896.00 1092000.00 382036800 1102513.96",
            ])
    }

    /// People are indicative, 400 and 600 a day: 7,280.00 and 10,920.00 a month and head, times
    /// 480 head months 3,494,400.00 and 5,241,600.00; the rest, 32,632.3632, stays.
    @Test func `the range is the best package at both ends of indicative figures`() throws {
        let range = try #require(package.range)
        #expect(range.lowE4 == 3_527_032_363_200)
        #expect(range.highE4 == 5_274_232_363_200)
        #expect(range.choiceStays)
        #expect(range.highKeepsBudgets)
    }

    @Test(arguments: [("5274232.37", true), ("5274232.36", false)])
    func `a budget that the high end breaks is said to`(most: String, keeps: Bool) throws {
        var ask = QuoteAsk()
        ask.budgets = ["{ id: whole, covers: evaluated, amount: \"\(most)\" }"]
        let proposal = try QuoteWorld.withProgramme().propose(ask)
        let range = try #require(try proposal.package().range)
        #expect(range.highE4 == 5_274_232_363_200)
        #expect(range.highKeepsBudgets == keeps)
        let text = QuoteText.render(proposal).split(separator: "\n").joined(separator: " ")
        #expect(text.contains("no package keeps the budgets") == !keeps)
    }

    @Test func `the total is split by what prices rest on`() {
        #expect(
            package.claim.byBasis.map { "\($0.basis.rawValue) \($0.amount.plain)" }
                == ["published 33072.00", "indicative 4368000.00"])
    }

    /// Three machines' offers and four storage offers are admitted, one of them without a price.
    @Test func `the claim says how far it reaches`() {
        #expect(package.claim.admittedOffers == 7)
        #expect(package.claim.pricedOffers == 6)
        #expect(package.claim.isProved)
        #expect(package.claim.lowerBoundE4 == 4_400_632_363_200)
    }

    /// Without the southern site the second copy stands in the west: 1,000 GB x USD 0.03 x 48 =
    /// EUR 1,152.00 for 768.00, and the fourth year spends 96.00 more, 3.1968 of it discounted:
    /// 384.00 - 3.1968 = 380.8032 more.
    @Test func `an assumption says what it costs if false`() throws {
        let assumption = try #require(package.assumptions.first)
        #expect(package.assumptions.count == 2)
        #expect(package.assumptions.last?.text.hasPrefix("10 people") ?? false)
        #expect(
            assumption.text
                == "by 2026-07-01, Aurelia shows a certificate of Almara cloud label that covers "
                + "every site and service offered here (granted by Office of the Label, P3M)")
        guard case .more(let e4) = assumption.ifFalse else {
            Issue.record("\(assumption.ifFalse)")
            return
        }
        #expect(e4 == 380_803_200)
    }

    /// For nothing, Boreal's storage would save one copy, 768.00; the fourth year then spends
    /// 10,704.00 and its discount is 356.4432, which is 6.3936 less: 761.6064.
    @Test func `an unpriced offer has a price below which it would be chosen`() throws {
        let unpriced = try #require(package.unpriced.first)
        #expect(package.unpriced.count == 1)
        #expect(unpriced.offer == OfferID("boreal-store@boreal-east"))
        #expect(unpriced.missing == ["bstore at Boreal East"])
        #expect(unpriced.breakEven == .below(e4: 761_606_400))
        #expect(proposal.questions.map(\.id).contains("price:bstore at Boreal East"))
    }

    @Test func `promises get verdicts`() {
        #expect(
            package.promises.map { "\($0.name): \($0.verdict?.rawValue ?? "not asked")" } == [
                "every classification level: conditional", "tactical edge devices: not asked",
                "cleared staff: eligible",
                "existing products at a customised price: eligible",
            ])
        #expect(
            package.promises[2].text == "10 people; the levels asked need no clearance of persons")
    }

    @Test func `each part of the requirement is answered`() {
        #expect(
            package.answers.map { "\($0.path): \($0.status.rawValue): \($0.asked)" } == [
                "language: met: en",
                "enclaves.core.classification: met: OPEN",
                "enclaves.core.residency: met: XA",
                "enclaves.core.accreditation: conditional: xa-label",
                "enclaves.core.sites: met: at least 1",
                "enclaves.core.workloads.app: met: 40 vCPU, 160 GiB",
                "enclaves.core.workloads.store: met: 1000 GB, 2 copies at different sites, "
                    + "access online",
                "budgets.whole: met: evaluated, at most EUR 6,000,000.00, tax excluded",
                "procurement.providers: met: at most 2",
                "staff.coverage: met: 24x7",
            ])
    }

    @Test func `offers not used are named with their reasons`() {
        #expect(
            proposal.rejected.map { "\($0.demandID) \($0.offer): \($0.verdict.rawValue)" } == [
                "core.app boreal-vm@boreal-lab: unknown",
                "core.store cirrus-store@cirrus-abroad: ineligible",
            ])
    }
}
