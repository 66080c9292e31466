import LocatedInput
package import Quantities

/// Names an instruction set that software is built for.
package enum Architecture: String, InputVocabulary, Sendable, Hashable, Codable {
    /// Intel and AMD, 64 bits.
    case x86 = "x86-64"
    /// Arm, 64 bits.
    case arm = "arm64"
}

/// A size of machine, or a freely sized machine, with the meters that price it.
package struct InstanceType: Sendable, Hashable, Codable {
    /// Tells machines of fixed size from those sized core by core.
    package enum Shape: String, InputVocabulary, Sendable, Hashable, Codable {
        /// Sold whole, at one price for the machine.
        case fixed
        /// Sized core by core, with memory priced beside it.
        case flexible
    }

    /// Unique among the machines of all providers.
    package let id: InstanceID
    /// The compute service that sells it.
    package let service: ServiceID
    /// One machine series.
    package let family: String
    /// Instruction set that its software is built for.
    package let architecture: Architecture
    /// Fixed or flexible.
    package let shape: Shape
    /// Virtual processors of one machine; of the largest one where the shape is flexible.
    package let vcpu: Int
    /// Memory of one machine; of the largest one where the shape is flexible.
    package let memoryGiB: Int
    /// Meter of the machine where the shape is fixed, of one core where it is flexible.
    package let coreSku: String
    /// Meter of one GiB of memory; `nil` where the machine's price includes it.
    package let memorySku: String?
    /// Virtual processors that one unit of `coreSku` brings; 1 unless stated.
    package let vcpuPerCore: Int
    /// Least memory of a core of a flexible shape; `nil` counts as 1 GiB.
    package let minimumGiBPerCore: Int?
    /// Most memory of a core of a flexible shape; `nil` counts as `memoryGiB`.
    package let maximumGiBPerCore: Int?
    /// Where the size was published.
    package let provenance: Provenance
}

/// What one amount of a price sheet buys.
package enum PriceUnit: String, InputVocabulary, Sendable, Hashable, Codable {
    /// One machine for an hour.
    case instanceHour = "instance-hour"
    /// One machine for a month.
    case instanceMonth = "instance-month"
    /// One core of a flexible machine for an hour.
    case coreHour = "core-hour"
    /// 2^30 bytes of memory for an hour.
    case gibibyteHour = "GiB-hour"
    /// 2^30 bytes of storage for a month.
    case gibibyteMonth = "GiB-month"
    /// 10^9 bytes of storage for a month.
    case gigabyteMonth = "GB-month"
    /// One piece of what the meter counts for a month.
    case unitMonth = "unit-month"
    /// One piece for an hour.
    case unitHour = "unit-hour"
    /// One piece for a day; a month has 365 / 12 days, as it has 730 hours.
    case unitDay = "unit-day"
    /// One piece, once.
    case unit
    /// 10^9 bytes, once, as those that leave a network.
    case gigabyte = "GB"
    /// 2^30 bytes, once.
    case gibibyte = "GiB"
    /// One call of an interface.
    case request
    /// Percent of what is spent on something else.
    case percent
    /// An hour, whatever runs.
    case hour
    /// A month, whatever runs.
    case month
    /// A year, whatever runs.
    case year
    /// One piece for a second.
    case unitSecond = "unit-second"
    /// One piece for a minute.
    case unitMinute = "unit-minute"
    /// One piece for a year.
    case unitYear = "unit-year"
    /// 10^9 bytes for a second, as functions count their memory.
    case gigabyteSecond = "GB-second"
    /// 10^9 bytes for an hour.
    case gigabyteHour = "GB-hour"
    /// 10^9 bytes for a day.
    case gigabyteDay = "GB-day"
    /// 2^30 bytes for a second.
    case gibibyteSecond = "GiB-second"
    /// 2^30 bytes for a minute.
    case gibibyteMinute = "GiB-minute"
    /// 2^30 bytes for a day.
    case gibibyteDay = "GiB-day"

    /// Whether what it counts can follow from the size of a demand; quotes price nothing else.
    package var isSizable: Bool {
        switch self {
        case .instanceHour, .instanceMonth, .coreHour, .gibibyteHour, .gibibyteMonth,
            .gigabyteMonth, .unitMonth, .unitHour, .unitDay, .unit:
            true
        case .gigabyte, .gibibyte, .request, .percent, .hour, .month, .year, .unitSecond,
            .unitMinute, .unitYear, .gigabyteSecond, .gigabyteHour, .gigabyteDay, .gibibyteSecond,
            .gibibyteMinute, .gibibyteDay:
            false
        }
    }

    /// Whether the meter runs by the hour; months are then 730 hours.
    package var isHourly: Bool {
        switch self {
        case .instanceHour, .coreHour, .gibibyteHour, .gigabyteHour, .unitHour, .hour: true
        case .instanceMonth, .gibibyteMonth, .gigabyteMonth, .unitMonth, .unitDay, .unit,
            .gigabyte, .gibibyte, .request, .percent, .month, .year, .unitSecond, .unitMinute,
            .unitYear, .gigabyteSecond, .gigabyteDay, .gibibyteSecond, .gibibyteMinute,
            .gibibyteDay:
            false
        }
    }
}

/// Tells what a price rests on.
package enum PriceBasis: String, InputVocabulary, Sendable, Hashable, Codable {
    /// Stands in the provider's sheet.
    case published
    /// Worked out from published figures; formula and inputs are named.
    case derived
    /// An estimate with low, likely and high, and who estimated it how.
    case indicative
}

/// Which commitment a price supposes.
///
///     PricePlan(inputText: "P1Y")        // committed(months: 12), "1-year commitment"
///     PricePlan(inputText: "on-demand")  // onDemand, 0 months
package enum PricePlan: Sendable, Hashable, Codable, Comparable, InputScalar {
    /// No commitment: billed for what runs.
    case onDemand
    /// Committed for whole months, nothing upfront.
    case committed(months: Int)

    /// Gives "'on-demand' or a period like P1Y".
    package static var expectation: String { "'on-demand' or a period like P1Y" }

    /// Takes `on-demand`, or a period of whole months that is not empty.
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

    /// Compares by months committed.
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
package enum TierAggregation: String, InputVocabulary, Sendable, Hashable, Codable {
    /// Every machine, disk or bucket begins at the lowest tier.
    case resource
    /// All resources of an account in one region count together.
    case region
    /// All resources of an account count together.
    case account
    /// All accounts of one bill count together.
    case payer
}

/// Tells how the tiers of a meter are applied.
package enum PriceModel: String, InputVocabulary, Sendable, Hashable, Codable {
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

    /// Whether more than one tier makes sense.
    package var hasTiers: Bool { self == .graduated || self == .volume }
}

/// One row of a price sheet: one tier of one meter.
package struct PriceRow: Sendable, Hashable, Codable {
    /// Unique among the rows of all sheets.
    package let id: PriceID
    /// Whose sheet it is.
    package let provider: ProviderID
    /// Meter that the row is a tier of, unique within its provider.
    package let sku: String
    /// What the meter prices, where no service or machine of the catalog names the meter.
    package let capability: CapabilityID?
    /// Sites the row prices, sorted; empty where one list serves all sites that the service names.
    package internal(set) var sites: [SiteID]
    /// Commitment that the amount supposes.
    package let plan: PricePlan
    /// What `block` counts.
    package let unit: PriceUnit
    /// How the tiers of the meter are applied.
    package let model: PriceModel
    /// Units that one amount buys.
    package let block: ExactDecimal
    /// Monthly usage above which the tier begins; the bound itself is in the tier below.
    package let tierFrom: ExactDecimal
    /// Price of one block in this tier, of a month where the model is flat; never negative.
    package let amount: ExactDecimal
    /// As the sheet prints it; nothing is converted here.
    package let currency: Currency
    /// What the amount rests on.
    package let basis: PriceBasis
    /// Lower end of an indicative amount; `nil` where the amount is not indicative.
    package let low: ExactDecimal?
    /// Upper end of an indicative amount; `nil` where the amount is not indicative.
    package let high: ExactDecimal?
    /// Over what the usage of a tier is counted; by resource unless stated.
    package let aggregation: TierAggregation
    /// The least that is due in a month, in `currency`; `nil` for none. Of percentages alone.
    package let minimum: ExactDecimal?
    /// Units of a month that a flat amount covers; `nil` for any number.
    package let included: ExactDecimal?
    /// First day on which the price holds; `nil` for no beginning.
    package let effectiveFrom: CalendarDate?
    /// First day on which it no longer holds; `nil` for no end.
    package let effectiveUntil: CalendarDate?
    /// Row or entry of the sheet, as the sheet names it; `nil` where it names none.
    package let sheetRow: String?
    /// The sheet's own word for the unit; `nil` where it has none.
    package let sheetUnit: String?
    /// Formula of a derived amount, or how an indicative one was estimated; else a remark.
    package let note: String?
    /// The sheet, with its date.
    package let provenance: Provenance
}
