import Catalog
import LocatedInput
import Pricing
import Quantities
import Requirements

/// Works the contract's statement out from the lines, discounts and periods of a package.
struct ContractWriter {
    let writer: ProposalWriter
    let lines: [ProposalWriter.LineSource]
    let waterfall: Waterfall
    let discounts: [QuotedDiscount]
    let periods: [PeriodTotal]

    private var currency: Currency { writer.requirement.currency.value }

    func write() throws -> ContractStatement {
        let demand = writer.requirement.contract
        return ContractStatement(
            totals: try Self.totals(demand, periods.map { ($0.period.id, $0.net) }, currency),
            exit: demand.exit?.value, exposure: try exposure(), nets: try nets(),
            savings: try savings())
    }

    /// The totals of a contract from the nets of its periods, the base first.
    static func totals(
        _ demand: ContractDemand, _ nets: [(id: String, net: Money)], _ currency: Currency
    ) throws -> ContractTotals {
        var terms = ContractTotals.Terms()
        terms.surgePercent = demand.surgePercent
        terms.fees = demand.fees.map { .init(name: $0.name, percent: $0.percent) }
        terms.ceiling = demand.ceiling?.value
        terms.obligated = demand.obligated?.value
        terms.minimum = demand.minimum?.value
        return try ContractTotals(
            base: nets.first?.net ?? .zero(currency),
            options: nets.dropFirst().map { .init(id: $0.id, price: .priced($0.net)) },
            terms: terms)
    }

    /// Lines net of discounts, people at their rates, by the currency that they are priced in.
    private func exposure() throws -> CurrencyExposure {
        let nets = Dictionary(
            uniqueKeysWithValues: try self.nets().map { ($0.lineID, $0.netE4) })
        var parts = try lines.map { line -> (currency: Currency, amount: Money) in
            let list = line.line.priced.money
            let net = try nets[line.line.id].map {
                Money(
                    minorUnits: try ExactRatio(
                        Int128($0), over: Int128(Waterfall.partsPerMinorUnit)
                    ).rounded(.halfUp), currency: currency)
            }
            return (line.line.meter.schedule.currency, net ?? list)
        }
        parts += waterfall.lines.dropFirst(lines.count).map {
            ($0.termCharge.currency, $0.money)
        }
        return try CurrencyExposure(total: waterfall.total, parts: parts)
    }

    private func nets() throws -> [ContractStatement.LineNet] {
        let cuts = try LineCuts.cuts(
            of: discounts.map {
                LineCuts.Discount(
                    amountE4: $0.row.amountE4, lineIDs: Set($0.lineIDs), year: $0.year)
            },
            on: lines.map { source in
                LineCuts.Line(
                    id: source.line.id, amount: source.line.priced.money,
                    years: source.line.byYear.map { ($0.year, $0.amount) })
            })
        return lines.compactMap { line in
            cuts[line.line.id].map { parts in
                ContractStatement.LineNet(
                    lineID: line.line.id, list: line.line.priced.money,
                    cuts: parts.map { .init(discount: $0.discount, amountE4: $0.amountE4) })
            }
        }
    }

    /// The same use without a term, where the sheets price it.
    private func savings() throws -> [ContractStatement.TermSaving] {
        let book = PriceBook(
            writer.world.catalog, asOf: writer.requirement.asOf.value, preferring: currency)
        return try lines.compactMap { source -> ContractStatement.TermSaving? in
            let line = source.line
            guard line.meter.plan != .onDemand, let site = source.candidate?.site,
                let meter = try book.meter(sku: line.meter.sku, plan: .onDemand, at: site),
                meter.unit == line.meter.unit
            else { return nil }
            let priced = try PricedLine(
                id: line.priced.id,
                charge: .metered(meter.schedule, monthlyQuantity: line.monthlyQuantity),
                months: line.priced.months, rates: writer.world.rates, currency: currency,
                rounding: .halfUp, count: line.priced.count)
            let saved = try priced.money.subtracting(line.priced.money)
            guard saved.minorUnits > 0 else { return nil }
            return ContractStatement.TermSaving(
                lineID: line.id, onDemand: priced.money, saved: saved)
        }
    }
}
