import Catalog
import Clearance
import Eligibility
import Pricing
import Quantities
import Requirements

/// One way to serve one copy of a demand at one site: what it takes, and what it costs.
///
/// A class, as lists of candidates are filtered and sorted over and over.
final class Candidate: Sendable {
    /// Unique among all candidates; the option's id in the assembly problem.
    let id: String
    let demand: Demand
    let judgement: OfferJudgement
    let service: Service
    let site: Site
    /// How the demand became products, in words and numbers.
    let sizing: [String]
    let lines: [CandidateLine]
    /// Units that it takes of the modules at its site, by resource.
    let uses: [String: Int64]
    /// Whether the sizing is proved to be the cheapest of its kind.
    let isSizingProved: Bool
    /// Whole-term cost over the evaluated periods.
    let cost: Int64

    init(
        id: String, for judgement: OfferJudgement, _ service: Service, at site: Site,
        sizing: [String], lines: [CandidateLine], uses: [String: Int64], isSizingProved: Bool
    ) {
        self.id = id
        demand = judgement.demand
        self.judgement = judgement
        self.service = service
        self.site = site
        self.sizing = sizing
        self.lines = lines
        self.uses = uses
        self.isSizingProved = isSizingProved
        cost = lines.map(\.priced.money.minorUnits).reduce(0, +)
    }
}

/// One priced row of a candidate: a component in a period.
final class CandidateLine: Sendable {
    let component: Component
    let period: Term.Period
    let meter: Meter
    /// Units of the meter in a month.
    let monthlyQuantity: ExactDecimal
    let priced: PricedLine
    /// The amount split over the contract years that the period covers, first year first.
    let byYear: [(year: Int, amount: Money)]

    init(
        _ component: Component, in period: Term.Period, _ meter: Meter,
        monthlyQuantity: ExactDecimal, priced: PricedLine, byYear: [(year: Int, amount: Money)]
    ) {
        self.component = component
        self.period = period
        self.meter = meter
        self.monthlyQuantity = monthlyQuantity
        self.priced = priced
        self.byYear = byYear
    }
}

/// A number of products of one kind.
struct Component: Sendable, Hashable {
    let name: String
    let sku: String
    /// How many, and of what, as in "16 machines of 128 vCPU and 512 GiB".
    let description: String
    /// Units per month for a meter that counts months; hours are multiplied by 730.
    let units: ExactDecimal
}

/// Numbers the contract years of a term.
struct ContractYears {
    /// Months of a period by contract year, first year 1.
    ///
    /// A period that begins inside a year shares it with the one before.
    static func months(
        of period: Term.Period, in term: Term
    ) -> [(year: Int, months: Int)] {
        let before = term.months(before: period)
        var parts: [(year: Int, months: Int)] = []
        var month = before
        while month < before + period.months {
            let year = month / 12 + 1
            let end = min(year * 12, before + period.months)
            parts.append((year, end - month))
            month = end
        }
        return parts
    }
}
