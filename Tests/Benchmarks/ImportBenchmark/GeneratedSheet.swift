import Catalog
import Foundation

/// Writes sheets of any size with invented prices; their entries are as long as real ones.
enum GeneratedSheet {
    static func write(_ form: SheetForm, megabytes: Int, to path: String) throws {
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        guard let file = FileHandle(forWritingAtPath: path) else { return }
        defer { try? file.close() }
        let limit = megabytes * 1_000_000
        var written = 0
        var block = Data()
        func add(_ text: String) throws {
            block.append(contentsOf: text.utf8)
            written += text.utf8.count
            guard block.count > 1 << 20 else { return }
            try file.write(contentsOf: block)
            block.removeAll(keepingCapacity: true)
        }
        switch form {
        case .azureRetail:
            try add("{\"BillingCurrency\":\"USD\",\"Items\":[")
            try fill(limit, add) { azure($0) }
            try add("],\"NextPageLink\":null}")
        case .gcpSkus:
            try add("{\"skus\":[")
            try fill(limit, add) { google($0) }
            try add("],\"nextPageToken\":\"\"}")
        case .ociProducts:
            try add("{\"items\":[")
            try fill(limit, add) { oracle($0) }
            try add("]}")
        case .awsOffer: try amazon(limit, add)
        case .eaPriceSheet:
            try add(
                "meterId,meterName,meterCategory,product,meterRegion,unitOfMeasure,unitPrice,"
                    + "basePrice,marketPrice,currency,tierMinimumUnits,priceType,term,"
                    + "effectiveStartDate,effectiveEndDate\n")
            var number = 0
            while written < limit {
                try add(agreement(number))
                number += 1
            }
        }
        try file.write(contentsOf: block)
    }

    private static func fill(
        _ limit: Int, _ add: (String) throws -> Void,
        _ entry: (Int) -> String
    ) throws {
        var number = 0
        var count = 0
        while count < limit {
            let text = (number == 0 ? "" : ",") + entry(number)
            try add(text)
            count += text.utf8.count
            number += 1
        }
    }

    private static func digits(_ number: Int, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }

    private static func azure(_ number: Int) -> String {
        let price = "\(number % 90 + 1).\(number % 9973)"
        return "{\"currencyCode\":\"USD\",\"tierMinimumUnits\":0.0,\"retailPrice\":\(price),"
            + "\"unitPrice\":\(price),\"armRegionName\":\"francecentral\",\"location\":"
            + "\"FR Central\",\"effectiveStartDate\":\"2025-11-01T00:00:00Z\",\"meterId\":"
            + "\"01538ee0-66a2-5297-ab94-\(digits(number, 12))\",\"meterName\":\"D2als v7\","
            + "\"productId\":\"DZH318Z0TBH5\",\"skuId\":\"DZH318Z0TBH5/\(digits(number, 8))\","
            + "\"productName\":\"Things Dalsv7 Series\",\"skuName\":\"D2als v7\","
            + "\"serviceName\":\"Things\",\"serviceId\":\"DZH313Z7MMC8\",\"serviceFamily\":"
            + "\"Compute\",\"unitOfMeasure\":\"1 Hour\",\"type\":\"Consumption\","
            + "\"isPrimaryMeterRegion\":true,\"armSkuName\":\"Standard_D2als_v7\"}"
    }

    private static func google(_ number: Int) -> String {
        "{\"name\":\"services/6F81-5844-456A/skus/\(digits(number, 12))\",\"skuId\":"
            + "\"\(digits(number, 12))\",\"description\":\"Thing running in Americas\","
            + "\"category\":{\"serviceDisplayName\":\"Compute Engine\",\"resourceFamily\":"
            + "\"Compute\",\"resourceGroup\":\"GPU\",\"usageType\":\"OnDemand\"},"
            + "\"serviceRegions\":[\"us-central1\",\"us-east1\",\"us-west1\"],\"pricingInfo\":[{"
            + "\"summary\":\"\",\"pricingExpression\":{\"usageUnit\":\"h\",\"displayQuantity\":1,"
            + "\"tieredRates\":[{\"startUsageAmount\":0,\"unitPrice\":{\"currencyCode\":\"USD\","
            + "\"units\":\"\(number % 9)\",\"nanos\":\(number % 999_999_937)}}],"
            + "\"usageUnitDescription\":\"hour\",\"baseUnit\":\"s\",\"baseUnitDescription\":"
            + "\"second\",\"baseUnitConversionFactor\":3600},\"currencyConversionRate\":1,"
            + "\"effectiveTime\":\"2023-03-24T10:52:50.681Z\"}],\"serviceProviderName\":"
            + "\"Google\",\"geoTaxonomy\":{\"type\":\"MULTI_REGIONAL\",\"regions\":"
            + "[\"us-central1\",\"us-east1\",\"us-west1\"]}}"
    }

    private static func oracle(_ number: Int) -> String {
        "{\"partNumber\":\"T\(number)\",\"displayName\":\"Thing - Enterprise Edition\","
            + "\"metricName\":\"OCPU Per Hour\",\"serviceCategory\":\"Things\","
            + "\"currencyCodeLocalizations\":[{\"currencyCode\":\"USD\",\"prices\":[{\"model\":"
            + "\"PAY_AS_YOU_GO\",\"rangeMin\":0,\"rangeMax\":10,\"value\":0},{\"model\":"
            + "\"PAY_AS_YOU_GO\",\"rangeMin\":10,\"rangeMax\":999999999999999,\"value\":"
            + "0.\(number % 9973 + 1)}]}]}"
    }

    private static func agreement(_ number: Int) -> String {
        "01538ee0-66a2-5297-ab94-\(digits(number, 12)),Thing \(number),Things,"
            + "\"Things, all of them\",westeurope,100 Hours,\(number % 97).\(number % 9973),"
            + "1.25,1.5,EUR,0,Consumption,,2026-01-01T00:00:00Z,2026-12-31T23:59:00Z\n"
    }

    /// Products, then their terms, as an offer file has them; the terms are about a third of it.
    private static func amazon(_ limit: Int, _ add: (String) throws -> Void) throws {
        let count = limit / 1_320
        try add("{\"formatVersion\":\"v1.0\",\"offerCode\":\"AmazonX\",\"publicationDate\":")
        try add("\"2026-03-22T14:56:51Z\",\"products\":{")
        for number in 0..<count {
            let sku = "SKU\(digits(number, 13))"
            try add(
                (number == 0 ? "" : ",") + "\"\(sku)\":{\"sku\":\"\(sku)\",\"productFamily\":"
                    + "\"Compute Instance\",\"attributes\":{\"servicecode\":\"AmazonEC2\","
                    + "\"location\":\"Europe (Ireland)\",\"locationType\":\"AWS Region\","
                    + "\"instanceType\":\"x9.large\",\"currentGeneration\":\"Yes\","
                    + "\"instanceFamily\":\"General purpose\",\"vcpu\":\"2\","
                    + "\"physicalProcessor\":\"Invented 8175\",\"clockSpeed\":\"3.1 GHz\","
                    + "\"memory\":\"8 GiB\",\"storage\":\"EBS only\",\"networkPerformance\":"
                    + "\"Up to 10 Gigabit\",\"tenancy\":\"Dedicated\",\"operatingSystem\":"
                    + "\"Linux\",\"licenseModel\":\"No License required\",\"usagetype\":"
                    + "\"EU-DedicatedUsage:x9.large\",\"operation\":\"RunInstances\","
                    + "\"capacitystatus\":\"Used\",\"marketoption\":\"OnDemand\","
                    + "\"preInstalledSw\":\"NA\",\"regionCode\":\"eu-west-1\"}}")
        }
        try add("},\"terms\":{\"OnDemand\":{")
        for number in 0..<count {
            let sku = "SKU\(digits(number, 13))"
            let code = "\(sku).JRTCKXETXF"
            try add(
                (number == 0 ? "" : ",") + "\"\(sku)\":{\"\(code)\":{\"offerTermCode\":"
                    + "\"JRTCKXETXF\",\"sku\":\"\(sku)\",\"effectiveDate\":"
                    + "\"2026-03-01T00:00:00Z\",\"priceDimensions\":{\"\(code).6YS6EN2CT7\":{"
                    + "\"rateCode\":\"\(code).6YS6EN2CT7\",\"description\":\"invented\","
                    + "\"beginRange\":\"0\",\"endRange\":\"Inf\",\"unit\":\"Hrs\","
                    + "\"pricePerUnit\":{\"USD\":\"\(number % 97).\(digits(number % 9973, 10))\"},"
                    + "\"appliesTo\":[]}},\"termAttributes\":{}}}")
        }
        try add("}}}")
    }
}
