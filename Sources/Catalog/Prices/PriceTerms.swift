import Diagnostics
import Quantities

/// What many rows of price sheets have in common; kept once for all of them.
struct PriceTerms: Sendable, Hashable, Codable {
    let provider: ProviderID
    let capability: CapabilityID?
    let sites: [SiteID]
    let plan: PricePlan
    let unit: PriceUnit
    let model: PriceModel
    let block: ExactDecimal
    let currency: Currency
    let basis: PriceBasis
    let aggregation: TierAggregation
    let minimum: ExactDecimal?
    let included: ExactDecimal?
    let effectiveFrom: CalendarDate?
    let effectiveUntil: CalendarDate?
    let sheetUnit: String?
    let source: String
    let asOf: AsOf
    let confidence: Confidence
    let unverifiedFields: [String]
    /// File that the rows stand in.
    let path: String

    init(_ row: PriceRow) {
        provider = row.provider
        capability = row.capability
        sites = row.sites
        plan = row.plan
        unit = row.unit
        model = row.model
        block = row.block
        currency = row.currency
        basis = row.basis
        aggregation = row.aggregation
        minimum = row.minimum
        included = row.included
        effectiveFrom = row.effectiveFrom
        effectiveUntil = row.effectiveUntil
        sheetUnit = row.sheetUnit
        source = row.provenance.source
        asOf = row.provenance.asOf
        confidence = row.provenance.confidence
        unverifiedFields = row.provenance.unverifiedFields
        path = row.provenance.location.path
    }

    /// Tells whether rows with these terms hold on `date`; both ends may be open.
    func isEffective(on date: CalendarDate) -> Bool {
        (effectiveFrom.map { $0 <= date } ?? true) && (effectiveUntil.map { date < $0 } ?? true)
    }

    /// Gives the provenance of the row that begins in a line of the file.
    func provenance(line: Int) -> Provenance {
        Provenance(
            source: source, asOf: asOf, confidence: confidence, unverifiedFields: unverifiedFields,
            location: SourceLocation(path: path, line: line, column: 1))
    }
}

/// What a row of a price sheet says for itself, in 48 bytes; texts and terms by their numbers.
struct PackedPrice: Sendable, BitwiseCopyable {
    /// No text, no estimate.
    static let none = UInt32.max

    /// Among the meters.
    var sku: UInt32
    /// Among the terms.
    var terms: UInt32
    /// Among the names of rows.
    var sheetRow: UInt32
    /// Among the remarks.
    var note: UInt32
    /// Among the estimates.
    var estimate: UInt32
    /// Where the row begins in its file.
    var line: Int32
    /// Digits of the amount.
    var amount: Int64
    /// Digits of the bound above which the tier begins.
    var tierFrom: Int64
    /// Decimals of the amount.
    var amountScale: UInt8
    /// Decimals of the tier's bound.
    var tierScale: UInt8
    /// 1 where the row does not fit and is kept whole, else 0.
    var whole: UInt8
    /// Layer that the row comes from.
    var layer: UInt16

    /// Whether the row does not fit and is kept whole.
    var isWhole: Bool { whole != 0 }
}

/// Lower and upper end of an indicative amount.
struct PriceRange: Sendable, Hashable, Codable {
    let low: ExactDecimal?
    let high: ExactDecimal?
}
