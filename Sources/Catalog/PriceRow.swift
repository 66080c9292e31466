import LocatedInput
package import Quantities

/// A size of machine, or a freely sized machine, with the meters that price it.
package struct InstanceType: Sendable, Hashable {
    /// Tells machines of fixed size from those sized core by core.
    package enum Shape: String, InputVocabulary, Sendable, Hashable {
        case fixed
        case flexible
    }

    package let id: InstanceID
    package let service: ServiceID
    /// One machine series.
    package let family: String
    /// `x86-64` or `arm64`.
    package let architecture: String
    package let shape: Shape
    /// Virtual processors of one machine; of the largest one where the shape is flexible.
    package let vcpu: Int
    /// Memory of one machine; of the largest one where the shape is flexible.
    package let memoryGiB: Int
    package let coreSku: String
    package let memorySku: String?
    package let vcpuPerCore: Int
    package let minimumGiBPerCore: Int?
    package let maximumGiBPerCore: Int?
    package let provenance: Provenance
}

/// What one amount of a price sheet buys.
package enum PriceUnit: String, InputVocabulary, Sendable, Hashable {
    case instanceHour = "instance-hour"
    case instanceMonth = "instance-month"
    case coreHour = "core-hour"
    case gibibyteHour = "GiB-hour"
    case gibibyteMonth = "GiB-month"
    case gigabyteMonth = "GB-month"
    case unitMonth = "unit-month"

    /// Whether the meter runs by the hour; months are then 730 hours.
    package var isHourly: Bool {
        switch self {
        case .instanceHour, .coreHour, .gibibyteHour: true
        case .instanceMonth, .gibibyteMonth, .gigabyteMonth, .unitMonth: false
        }
    }
}

/// Tells what a price rests on.
package enum PriceBasis: String, InputVocabulary, Sendable, Hashable {
    /// Stands in the provider's sheet.
    case published
    /// Worked out from published figures; formula and inputs are named.
    case derived
    /// An estimate with low, likely and high, and who estimated it how.
    case indicative
}

/// Which commitment a price supposes.
package enum PricePlan: Sendable, Hashable, Comparable, InputScalar {
    case onDemand
    /// Committed for whole months, nothing upfront.
    case committed(months: Int)

    package static var expectation: String { "'on-demand' or a period like P1Y" }

    package init?(inputText: String) {
        if inputText == "on-demand" {
            self = .onDemand
        } else if let period = CalendarPeriod(inputText: inputText),
            let months = period.totalMonths, months > 0
        {
            self = .committed(months: months)
        } else {
            return nil
        }
    }

    package static func < (left: Self, right: Self) -> Bool { left.months < right.months }

    /// Months committed; 0 on demand.
    package var months: Int {
        switch self {
        case .onDemand: 0
        case .committed(let months): months
        }
    }

    /// How tables name it.
    package var name: String {
        switch self {
        case .onDemand: "on demand"
        case .committed(let months) where months.isMultiple(of: 12):
            "\(months / 12)-year commitment"
        case .committed(let months): "\(months)-month commitment"
        }
    }
}

/// Tells over what a monthly tier is counted.
package enum TierAggregation: String, InputVocabulary, Sendable, Hashable {
    case resource
    case account
}

/// Tells how the tiers of a meter are applied.
package enum PriceModel: String, InputVocabulary, Sendable, Hashable {
    /// One amount for every unit.
    case perUnit = "per-unit"
    /// Each slice of a month's usage at its own amount.
    case graduated
    /// The whole usage at the amount of the tier that it reaches.
    case volume
    /// An amount per block of units, parts of a block pro rata.
    case block
    /// An amount per block of units, whole blocks only.
    case package
    /// One amount a month, whatever the usage.
    case flat
}

/// One row of a price sheet: one tier of one meter.
package struct PriceRow: Sendable, Hashable {
    package let id: PriceID
    package let provider: ProviderID
    package let sku: String
    /// Sites the row prices; empty where one list serves all sites that the service names.
    package let sites: [SiteID]
    package let plan: PricePlan
    package let unit: PriceUnit
    package let model: PriceModel
    /// Units that one amount buys.
    package let block: ExactDecimal
    /// Monthly usage above which the tier begins; the bound itself is in the tier below.
    package let tierFrom: ExactDecimal
    package let amount: ExactDecimal
    package let currency: Currency
    package let basis: PriceBasis
    package let low: ExactDecimal?
    package let high: ExactDecimal?
    package let aggregation: TierAggregation
    package let effectiveFrom: CalendarDate?
    package let effectiveUntil: CalendarDate?
    /// Row of the sheet, and its own word for the unit.
    package let sheetRow: String?
    package let sheetUnit: String?
    package let note: String?
    package let provenance: Provenance
}
