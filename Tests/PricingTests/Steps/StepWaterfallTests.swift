import Pricing
import Quantities
import Testing
import TestSupport

@Suite struct StepWaterfallTests {
    private func line(
        _ id: String, _ list: String, sku: String = "vm", level: String? = nil
    ) throws -> ListedLine {
        ListedLine(
            id: id, sku: sku, level: level,
            list: UnroundedMoney(amount: try decimal(list), currency: .euro))
    }

    private func approval() throws -> PriceStep.Approval {
        PriceStep.Approval(
            role: "commercial director", reason: "first customer of the region",
            until: try CalendarDate(parsing: "2027-12-31"))
    }

    private func off(
        _ id: String, _ kind: PriceStep.Kind, _ percent: String, levels: Set<String> = [],
        skus: [String] = []
    ) throws -> PriceStep {
        try PriceStep(
            id: id, name: id, kind: kind, change: .takeOff(percent: decimal(percent)),
            levels: levels, skus: skus, approval: kind == .negotiated ? approval() : nil)
    }

    private func book(_ percent: String, levels: Set<String> = []) throws -> PriceStep {
        try PriceStep(
            id: "book", name: "book", kind: .levelBook,
            change: .add(percent: decimal(percent)), levels: levels)
    }

    @Test func `shares follow each other and multiply unless the agreement adds them`() throws {
        // 20, 12 and 5 percent of 1,000: 800, 704, 668.80. That is 33.12 % and not 37.
        let steps = [
            try off("deal", .negotiated, "5"), try off("framework", .programme, "20"),
            try off("volume", .volume, "12"),
        ]
        let line = try line("L1", "1000")
        let one = try StepWaterfall([line], steps: steps, currency: .euro)
        #expect(one.total.description == "EUR 668.80")
        #expect(one.lines[0].rows.map(\.stepID) == ["framework", "volume", "deal"])
        #expect(one.lines[0].rows.map { $0.after.description } == ["800", "704", "3344/5"])
        #expect(try one.lines[0].cumulativeDiscount == ExactRatio(3312, over: 10_000))
        let sum = try StepWaterfall(
            [line], steps: steps, combination: .additive, currency: .euro)
        #expect(sum.total.description == "EUR 630.00")
    }

    @Test func `a level's book comes before every discount and is what additive shares are of`()
        throws
    {
        // 1,000 + 8 % = 1,080; 10 % and 20 % off: 777.60 in sequence, 756 added.
        let steps = [
            try book("8", levels: ["SECRET"]), try off("a", .programme, "10"),
            try off("b", .volume, "20"),
        ]
        let line = try line("L1", "1000", level: "SECRET")
        #expect(
            try StepWaterfall([line], steps: steps, currency: .euro).total.description
                == "EUR 777.60")
        #expect(
            try StepWaterfall(
                [line], steps: steps, combination: .additive, currency: .euro
            ).total.description == "EUR 756.00")
    }

    @Test func `a step holds for its levels and meters alone`() throws {
        let steps = [try off("a", .programme, "50", levels: ["OPEN"], skus: ["vm-*", "disk"])]
        let lines = [
            try line("yes", "10", sku: "vm-4", level: "OPEN"),
            try line("secret", "10", sku: "vm-4", level: "SECRET"),
            try line("none", "10", sku: "vm-4"),
            try line("other", "10", sku: "vm", level: "OPEN"),
            try line("disk", "10", sku: "disk", level: "OPEN"),
        ]
        let waterfall = try StepWaterfall(lines, steps: steps, currency: .euro)
        #expect(waterfall.lines.map(\.money.minorUnits) == [500, 1000, 1000, 1000, 500])
    }

    @Test func `a volume step is measured on all lines it holds for`() throws {
        // 10 % of what passes 1,000; 600 + 900 = 1,500: 50 off, in proportion: 20 and 30.
        let discount = try ProgrammeDiscount(
            mode: .graduated,
            steps: [
                .init(fromMinorUnits: 0, basisPoints: 0),
                .init(fromMinorUnits: 100_000, basisPoints: 1000),
            ])
        let step = try PriceStep(
            id: "v", name: "v", kind: .volume, change: .bySpend(discount), skus: ["vm"])
        let waterfall = try StepWaterfall(
            [line("a", "600"), line("b", "900"), line("c", "5000", sku: "disk")],
            steps: [step], currency: .euro)
        #expect(waterfall.lines.map(\.money.minorUnits) == [58_000, 87_000, 500_000])
        #expect(waterfall.subtotals.map { $0.amount.description } == ["-50"])
    }

    @Test func `a floor stops, raises or is waived`() throws {
        let steps = [try off("deal", .negotiated, "40")]
        let lines = [try line("L1", "1000"), try line("L2", "10", sku: "x")]
        func waterfall(_ percent: String, _ rule: PriceFloor.Rule) throws -> StepWaterfall {
            try StepWaterfall(
                lines, steps: steps,
                floor: PriceFloor(percentOfList: decimal(percent), rule: rule), currency: .euro)
        }
        #expect(throws: PricingError.belowFloor(["L1", "L2"])) { try waterfall("60.01", .stop) }
        // Exactly the floor is not below it.
        #expect(try waterfall("60", .stop).total.description == "EUR 606.00")
        let raised = try waterfall("70", .raise)
        #expect(raised.total.description == "EUR 707.00")
        #expect(raised.lines[0].rows.last?.stepID == "floor")
        let waived = try waterfall("70", .waived(approval()))
        #expect(waived.total.description == "EUR 606.00")
        #expect(waived.lines.map(\.waiver) == [try approval(), try approval()])
    }

    @Test func `lines are rounded each, or the invoice once`() throws {
        // Four lines of 1.004: 4.00 by line, 4.016 = 4.02 by invoice.
        let lines = try (1...4).map { try line("L\($0)", "1.004") }
        let byLine = try StepWaterfall(lines, steps: [], currency: .euro)
        #expect(byLine.total.description == "EUR 4.00")
        #expect(byLine.invoiceDifference.minorUnits == 0)
        let byInvoice = try StepWaterfall(lines, steps: [], currency: .euro, place: .invoice)
        #expect(byInvoice.total.description == "EUR 4.02")
        #expect(byInvoice.invoiceDifference.description == "EUR 0.02")
        // A seller who cuts: 1.009 is 1.00, and the invoice of four 4.03.
        let cut = try StepWaterfall(
            [line("a", "1.009"), line("b", "1.009"), line("c", "1.009"), line("d", "1.009")],
            steps: [], currency: .euro, place: .invoice, mode: .down)
        #expect(cut.lines.map(\.money.minorUnits) == [100, 100, 100, 100])
        #expect(cut.total.description == "EUR 4.03")
    }

    @Test(arguments: [
        ("JPY", "1234.5", "JPY 1235"), ("KWD", "0.1235", "KWD 0.124"),
        ("CLF", "0.00005", "CLF 0.0001"), ("EUR", "0.125", "EUR 0.13"),
    ])
    func `amounts have the decimals of their currency`(
        code: String, list: String, printed: String
    ) throws {
        let line = ListedLine(
            id: "a", sku: "s",
            list: UnroundedMoney(amount: try decimal(list), currency: try currency(code)))
        let waterfall = try StepWaterfall([line], steps: [], currency: currency(code))
        #expect(waterfall.total.description == printed)
    }

    @Test(arguments: StepCombination.allCases, RoundingPlace.allCases)
    func `parts sum to the whole whatever the steps`(
        combination: StepCombination, place: RoundingPlace
    ) throws {
        var random = RandomPricing(seed: 77)
        for _ in 0..<60 {
            let lines = try (0..<random.integer(1...8)).map { number in
                try line(
                    "L\(number)", random.quantity(upTo: 5000).description,
                    sku: ["vm", "disk"][random.integer(0...1)])
            }
            let steps = try (0..<random.integer(0...5)).map { number in
                try off(
                    "s\(number)", PriceStep.Kind.allCases[random.integer(1...3)],
                    "\(random.integer(0...40))", skus: random.integer(0...1) == 0 ? [] : ["vm"])
            }
            let found = try StepWaterfall(
                lines, steps: steps, combination: combination,
                floor: PriceFloor(percentOfList: ExactDecimal(20), rule: .raise),
                currency: .euro, place: place)
            // Once more from what is printed: list, subtotals and differences, in major units.
            var sum = found.list.amount
            for subtotal in found.subtotals { sum = try sum.adding(subtotal.amount) }
            var rounding = ExactRatio.zero
            for line in found.lines { rounding = try rounding.adding(line.rounding) }
            let printed = try sum.adding(rounding)
                .adding(ExactRatio(found.invoiceDifference.decimal))
            #expect(printed == ExactRatio(found.total.decimal))
            #expect(found.subtotals.last?.after == sum)
        }
    }

    @Test func `what cannot be a step is refused`() throws {
        #expect(throws: PricingError.invalidStep("s", .notApproved)) {
            try PriceStep(
                id: "s", name: "s", kind: .negotiated, change: .takeOff(percent: .one))
        }
        #expect(throws: PricingError.invalidStep("s", .onlyLevelBooksAdd)) {
            try PriceStep(id: "s", name: "s", kind: .programme, change: .add(percent: .one))
        }
        #expect(throws: PricingError.invalidStep("s", .levelBookTakesOff)) {
            try PriceStep(id: "s", name: "s", kind: .levelBook, change: .takeOff(percent: .one))
        }
        #expect(throws: PricingError.invalidStep("s", .percentOutOfRange)) {
            try PriceStep(
                id: "s", name: "s", kind: .programme,
                change: .takeOff(percent: decimal("100.01")))
        }
        #expect(throws: PricingError.duplicateRow("a")) {
            try StepWaterfall(
                [line("L", "1")], steps: [off("a", .volume, "1"), off("a", .volume, "2")],
                currency: .euro)
        }
        #expect(throws: PricingError.duplicateRow("L")) {
            try StepWaterfall([line("L", "1"), line("L", "1")], steps: [], currency: .euro)
        }
        #expect(throws: PricingError.negativeLine("L")) {
            try StepWaterfall([line("L", "-1")], steps: [], currency: .euro)
        }
    }
}
