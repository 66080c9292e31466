import Catalog
import Diagnostics
import Quantities
import TestSupport
import Testing

struct AzureAgreementSheetTests {
    private let world: ImportWorld

    init() throws {
        world = try ImportWorld()
    }

    private static let sheet =
        "meterId,meterName,meterRegion,unitOfMeasure,unitPrice,currency,tierMinimumUnits,"
        + "priceType,term,effectiveStartDate,effectiveEndDate,skuId\n"

    @Test func `unitPrice is for the block that the unit names`() throws {
        let done = try world.imported(
            Self.sheet + "m1,Writes,eastus,10K,0.05,EUR,0,Consumption,,2026-01-01,,\n"
                + "m2,Hours,eastus,100 Hours,7.5,EUR,0,Consumption,,2026-01-01,,\n"
                + "m3,Egress,eastus,1 GB,0.09,EUR,0,Consumption,,2026-01-01,,\n"
                + "m3,Egress,eastus,1 GB,0.08,EUR,100,Consumption,,2026-01-01,,\n")
        #expect(
            done.rows.map { [$0["sku"], $0["unit"], $0["block"], $0["amount"]] } == [
                ["m1", "unit", "10000", "0.05"], ["m2", "unit-hour", "100", "7.5"],
                ["m3", "GB", "", "0.09"], ["m3", "GB", "", "0.08"],
            ], "\(done.findings.map(\.line))")
        #expect(try world.check() == [])
    }

    @Test func `a reservation is for its term, a savings plan by the hour`() throws {
        let done = try world.imported(
            Self.sheet + "m1,A,eastus,1 Hour,416,EUR,0,ReservedInstance,P1Y,2026-01-01,,\n"
                + "m1,A,eastus,1 Hour,0.05,EUR,0,Savings Plan,P3Y,2026-01-01,,\n"
                + "m1,A,eastus,1 Hour,0.08,EUR,0,Consumption,,2026-01-01,,\n")
        #expect(
            done.rows.map { [$0["sku"], $0["plan"], $0["block"], $0["amount"]] } == [
                ["m1", "on-demand", "", "0.08"], ["m1", "P1Y", "8760", "416"],
                ["m1/savings-plan", "P3Y", "", "0.05"],
            ], "\(done.findings.map(\.line))")
        #expect(done.codes == [.sheetTermPrice])
    }

    @Test func `validity that is empty and words that are no number are said`() throws {
        let done = try world.imported(
            Self.sheet + "m1,A,eastus,1 Hour,1,EUR,0,Consumption,,2026-10-01,2026-09-30,\n"
                + "m2,A,eastus,1 Hour,1,EUR,0,Consumption,,2026-10-01,,\n")
        #expect(done.codes == [.sheetEmptyValidity] && done.rows.map { $0["sku"] } == ["m2"])
        let word = try world.imported(
            Self.sheet + "m1,A,eastus,1 Hour,Unavailable,EUR,0,Consumption,,2026-10-01,,\n")
        #expect(word.errors == [.sheetPlaceholder])
        let comma = try world.imported(
            Self.sheet + "m1,A,eastus,1 Hour,\"0,08\",EUR,0,Consumption,,2026-10-01,,\n")
        #expect(comma.errors == [.sheetDecimalSign])
    }

    private static let export =
        "Date,MeterId,MeterName,UnitOfMeasure,Quantity,EffectivePrice,CostInBillingCurrency,"
        + "ResourceLocation,BillingCurrencyCode,PricingModel,UnitPrice\n"

    @Test func `an export states the price paid, for the block if quantity and cost say so`() throws
    {
        let done = try world.imported(
            Self.export + "9/2/2023,m1,Writes,10K,2,0.05,0.1,eastus,CAD,OnDemand,9\n"
                + "9/2/2023,m2,Writes,10K,2,0.000005,0.1,eastus,CAD,OnDemand,9\n"
                + "9/2/2023,m3,Spot,1 Hour,2,0.05,0.1,East US,CAD,Spot,9\n")
        // m1: 2 blocks x 0.05 = 0.1. m2: 2 blocks x 10,000 x 0.000005 = 0.1: a price per piece.
        #expect(
            done.rows.map { [$0["sku"], $0["block"], $0["amount"]] } == [
                ["m1", "10000", "0.05"], ["m2", "", "0.000005"], ["m3/spot", "", "0.05"],
            ], "\(done.findings.map(\.line))")
        #expect(done.rows.allSatisfy { $0["basis"] == "derived" && $0["asOf"] == "2023-09-02" })
        #expect(try world.check() == [])
    }

    @Test func `prices that differ by rounding are one, others are refused`() throws {
        func rows(_ price: String) -> String {
            Self.export + "9/2/2023,m1,W,1 Hour,0,0.004499668,0,eastus,CAD,OnDemand,9\n"
                + "9/2/2023,m1,W,1 Hour,0,\(price),0,eastus,CAD,OnDemand,9\n"
        }
        // 0.00000001 of 0.0045 is 2 in a million.
        #expect(try world.imported(rows("0.004499678")).outcome?.rows == 1)
        #expect(try world.imported(rows("0.0045")).errors == [.sheetPriceTwice])
    }

    @Test func `a cost that follows from neither price is refused`() throws {
        let done = try world.imported(
            Self.export + "9/2/2023,m1,W,1 Hour,2,0.05,0.4,eastus,CAD,OnDemand,9\n")
        #expect(done.errors == [.sheetTermPrice] && done.left.isEmpty)
    }
}
