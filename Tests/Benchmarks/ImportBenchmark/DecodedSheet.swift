import Catalog
import Foundation

/// The same sheets as Foundation reads them: whole into memory, decoded, prices as `Decimal`.
enum DecodedSheet {
    private struct Azure: Decodable {
        struct Item: Decodable {
            let currencyCode, armRegionName, effectiveStartDate, meterId, skuId: String
            let unitOfMeasure, type, productName, skuName, meterName, serviceName: String
            let armSkuName: String
            let tierMinimumUnits, retailPrice: Decimal
        }
        let Items: [Item]
    }

    private struct Google: Decodable {
        struct Money: Decodable {
            let currencyCode, units: String
            let nanos: Decimal
        }
        struct Rate: Decodable {
            let startUsageAmount: Decimal
            let unitPrice: Money
        }
        struct Expression: Decodable {
            let usageUnit: String
            let tieredRates: [Rate]
        }
        struct Info: Decodable {
            let pricingExpression: Expression
            let effectiveTime: String?
        }
        struct Sku: Decodable {
            let skuId, description: String
            let serviceRegions: [String]
            let pricingInfo: [Info]
        }
        let skus: [Sku]
    }

    private struct Oracle: Decodable {
        struct Price: Decodable {
            let rangeMin, rangeMax: Decimal?
            let value: Decimal
        }
        struct List: Decodable {
            let currencyCode: String
            let prices: [Price]
        }
        struct Item: Decodable {
            let partNumber, displayName, metricName: String
            let currencyCodeLocalizations: [List]
        }
        let items: [Item]
    }

    private struct Amazon: Decodable {
        struct Product: Decodable {
            let productFamily: String
            let attributes: [String: String]
        }
        struct Dimension: Decodable {
            let rateCode, unit: String
            let beginRange, endRange: String?
            let pricePerUnit: [String: String]
        }
        struct Term: Decodable {
            let effectiveDate: String
            let priceDimensions: [String: Dimension]
        }
        let products: [String: Product]
        let terms: [String: [String: [String: Term]]]
    }

    /// Decodes a sheet and adds its prices up; returns how many there are.
    static func prices(_ form: SheetForm, _ path: String) throws -> Int {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        let decoder = JSONDecoder()
        var prices: [Decimal] = []
        switch form {
        case .azureRetail:
            prices = try decoder.decode(Azure.self, from: data).Items.map(\.retailPrice)
        case .gcpSkus:
            for sku in try decoder.decode(Google.self, from: data).skus {
                for rate in sku.pricingInfo.flatMap(\.pricingExpression.tieredRates) {
                    let units = Decimal(string: rate.unitPrice.units) ?? 0
                    prices.append(units + rate.unitPrice.nanos / 1_000_000_000)
                }
            }
        case .ociProducts:
            prices = try decoder.decode(Oracle.self, from: data).items
                .flatMap(\.currencyCodeLocalizations).flatMap(\.prices).map(\.value)
        case .awsOffer:
            for term in try decoder.decode(Amazon.self, from: data).terms.values {
                for dimension in term.values.flatMap(\.values).flatMap(\.priceDimensions.values) {
                    prices += dimension.pricePerUnit.values.compactMap { Decimal(string: $0) }
                }
            }
        case .eaPriceSheet: break
        }
        return prices.count
    }
}
