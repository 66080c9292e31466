/// Names a form in which a provider publishes prices.
package enum SheetForm: String, CaseIterable, Sendable {
    /// Pages of the Azure Retail Prices API.
    case azureRetail = "azure-retail"
    /// AWS offer files: JSON, CSV, savings plans, items of the query API.
    case awsOffer = "aws-offer"
    /// SKUs of the Google Cloud Billing Catalog.
    case gcpSkus = "gcp-skus"
    /// Products of Oracle's price list.
    case ociProducts = "oci-products"
    /// Price sheets and cost exports of an Azure agreement (EA, MCA).
    case eaPriceSheet = "ea-price-sheet"

    /// What is known of a form before a sheet is read.
    struct Facts {
        /// Whose prices these are.
        let provider: ProviderID
        /// The name that `aliases.csv` gives the table of regions.
        let regionTable: String
        /// Words for all regions at once.
        let everywhere: Set<String>
        /// Delivery model at whose sites a list without regions holds.
        let listModel: String?
        /// Name and address of the source.
        let source: (name: String, address: String)
    }

    /// The table of forms.
    var facts: Facts {
        switch self {
        case .azureRetail:
            Facts(
                provider: ProviderID("microsoft"), regionTable: "Azure retail prices",
                everywhere: ["Global", "global"], listModel: nil,
                source: (
                    "Azure Retail Prices API", "https://prices.azure.com/api/retail/prices"
                ))
        case .awsOffer:
            Facts(
                provider: ProviderID("aws"), regionTable: "AWS price list", everywhere: [],
                listModel: nil,
                source: ("AWS price list", "https://pricing.us-east-1.amazonaws.com/offers/v1.0"))
        case .gcpSkus:
            Facts(
                provider: ProviderID("google"), regionTable: "GCP price sheet",
                everywhere: ["global"],
                listModel: nil,
                source: (
                    "Google Cloud Billing Catalog",
                    "https://cloudbilling.googleapis.com/v1/services"
                ))
        case .ociProducts:
            Facts(
                provider: ProviderID("oracle"), regionTable: "OCI realm list", everywhere: [],
                listModel: "public-region",
                source: (
                    "Oracle price list",
                    "https://apexapps.oracle.com/pls/apex/cetools/api/v1/products/"
                ))
        case .eaPriceSheet:
            Facts(
                provider: ProviderID("microsoft"), regionTable: "Azure cost exports",
                everywhere: [],
                listModel: nil,
                source: ("price sheet of an Azure agreement", "handed over by the customer"))
        }
    }
}

extension SheetForm {
    /// What the beginning of a file tells of it.
    enum Guess: Equatable {
        case form(SheetForm)
        /// A list of sheets, not a sheet.
        case index
        case compressed
        case unknown
    }

    /// Looks at the first bytes of a file for words that only one form has.
    static func guess(_ beginning: [UInt8]) -> Guess {
        if beginning.starts(with: [0x1F, 0x8B]) { return .compressed }
        let text = String(decoding: beginning, as: UTF8.self)
        let first = text.first { !$0.isWhitespace && $0 != "\u{FEFF}" }
        guard first == "{" || first == "[" else { return guess(table: text.lowercased()) }
        func has(_ words: String...) -> Bool { words.allSatisfy { text.contains("\"\($0)\"") } }
        if has("versionIndexUrl") || has("currentVersionUrl") || has("versionUrl") { return .index }
        if has("meterId", "retailPrice") { return .form(.azureRetail) }
        if has("skus", "pricingExpression") || has("skuId", "pricingInfo") {
            return .form(.gcpSkus)
        }
        if has("offerCode") || has("products", "productFamily") || has("product", "serviceCode") {
            return .form(.awsOffer)
        }
        if has("partNumber") || has("partNumbers") { return .form(.ociProducts) }
        return .unknown
    }

    private static func guess(table text: String) -> Guess {
        let squeezed = text.filter { $0 != " " && $0 != "\"" }
        if squeezed.contains("ratecode,") { return .form(.awsOffer) }
        let hasPrice = squeezed.contains("unitprice") || squeezed.contains("effectiveprice")
        if squeezed.contains("unitofmeasure"), hasPrice { return .form(.eaPriceSheet) }
        return .unknown
    }
}
