import Catalog
import Diagnostics
import Foundation
import Quantities
import TestSupport
import Testing

/// Cut and mutated sheets are refused or imported; nothing crashes, and nothing is half written.
struct SheetFuzzTests {
    private static let seeds: [(form: SheetForm, text: String)] = [
        (
            .azureRetail,
            AzurePage.page(
                AzurePage.item(), AzurePage.machine(["savingsPlan": "[{\"term\":\"1 Year\"}]"]),
                AzurePage.item(["tierMinimumUnits": "5", "retailPrice": "1e-3"]))
        ),
        (
            .gcpSkus,
            "{\"skus\":[{\"skuId\":\"A\",\"serviceRegions\":[\"us-east1\"],\"pricingInfo\":"
                + "[{\"pricingExpression\":{\"usageUnit\":\"GiBy.mo\",\"tieredRates\":[{"
                + "\"startUsageAmount\":0,\"unitPrice\":{\"currencyCode\":\"USD\",\"units\":"
                + "\"0\",\"nanos\":120000000}}]}}]}],\"nextPageToken\":\"\"}"
        ),
        (
            .ociProducts,
            "{\"items\":[{\"partNumber\":\"X1\",\"metricName\":\"Each\","
                + "\"currencyCodeLocalizations\":[{\"currencyCode\":\"USD\",\"prices\":["
                + "{\"rangeMin\":0,\"rangeMax\":10,\"value\":0},{\"rangeMin\":10,"
                + "\"rangeMax\":999999999,\"value\":0.5}]}]}]}"
        ),
        (
            .awsOffer,
            "{\"offerCode\":\"X\",\"products\":{\"P\":{\"attributes\":{\"regionCode\":"
                + "\"us-east-2\"}}},\"terms\":{\"OnDemand\":{\"P\":{\"T\":{\"priceDimensions\":"
                + "{\"R\":{\"unit\":\"Hrs\",\"beginRange\":\"0\",\"endRange\":\"Inf\","
                + "\"pricePerUnit\":{\"USD\":\"0.1\"}}}}}}}}"
        ),
        (
            .eaPriceSheet,
            "meterId,meterRegion,unitOfMeasure,unitPrice,currency,term\n"
                + "m1,eastus,10K,0.5,EUR,\nm2,eastus,\"1 Hour\",\"5\",EUR,P1Y\n"
        ),
    ]

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `no mutation crashes, and a refused sheet leaves nothing`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for (form, text) in Self.seeds {
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let at = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<5, using: &generator) {
                case 0: bytes[at] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.removeLast(bytes.count - at - 1)
                case 2: bytes.insert(contentsOf: bytes[at...].prefix(40), at: at)
                case 3: bytes.insert(UInt8.random(in: 0x20...0x7E, using: &generator), at: at)
                default:
                    bytes.replaceSubrange(at..<min(at + 9, bytes.count), with: Array("1e37".utf8))
                }
            }
            var world = try ImportWorld()
            world.options.form = form
            world.options.skipsUnknown = Bool.random(using: &generator)
            let path = try world.folder.write(Data(bytes), to: "sheet.json")
            let done = try world.imported(paths: [path])
            if done.outcome == nil {
                #expect(!done.errors.isEmpty && done.left.isEmpty, "seed \(seed), \(form)")
            } else if seed.isMultiple(of: 12) {
                #expect(try world.check() == [], "seed \(seed), \(form)")
            }
        }
    }

    @Test(arguments: seeds.map(\.form))
    func `a sheet cut anywhere is refused, or is whole`(form: SheetForm) throws {
        let text = try #require(Self.seeds.first { $0.form == form }?.text)
        let bytes = Array(text.utf8)
        for length in stride(from: 1, to: bytes.count, by: 13) where form != .eaPriceSheet {
            var world = try ImportWorld()
            world.options.form = form
            let path = try world.folder.write(Data(bytes.prefix(length)), to: "sheet.json")
            let done = try world.imported(paths: [path])
            #expect(done.outcome == nil && done.left.isEmpty, "\(length)")
        }
    }
}
