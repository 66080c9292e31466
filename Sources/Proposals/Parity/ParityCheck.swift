import Assembly
import Catalog
import LocatedInput
import Quantities
import Pricing
import Requirements

/// Compares the prices of quotes under the parity clauses of their contracts.
///
/// A price is compared with the price of the same meter of the same provider under the same
/// commitment, a unit net of discounts, in the currency of the holder's sheet; what an account has
/// free is a matter of its quantity and left out. Prices of option
/// periods count like those of the base: both are offered.
package enum ParityCheck {
    /// A quote file with the name that it was given under.
    package typealias Named = (name: String, file: QuoteFile)

    /// Looks for better prices.
    ///
    /// - Throws: `QuantityError` where a rate is missing or a number does not fit.
    package static func report(_ named: [Named]) throws -> ParityReport {
        let sides = try named.map { try Side(name: $0.name, file: $0.file) }
        var obligations: [ParityReport.Obligation] = []
        var untouched: [String] = []
        for (holder, side) in sides.enumerated() {
            for clause in side.clauses {
                var found: [ParityReport.Obligation] = []
                for (trigger, other) in sides.enumerated()
                where trigger != holder && clause.counts(other.quote.kind) {
                    found += try compare(side, holder, clause, other, trigger)
                }
                if found.isEmpty { untouched.append("\(side.quote.title): \(clause.id)") }
                obligations += found
            }
        }
        return ParityReport(
            quotes: sides.map(\.quote), obligations: obligations, untouched: untouched)
    }

    private static func compare(
        _ side: Side, _ holder: Int, _ clause: ContractDemand.Parity, _ other: Side,
        _ trigger: Int
    ) throws -> [ParityReport.Obligation] {
        try side.prices.keys.sorted().compactMap { key in
            guard clause.provider.map({ $0.value.rawValue == key.provider }) ?? true,
                let own = side.prices[key], let theirs = other.prices[key]
            else { return nil }
            let net = try side.rates.convert(theirs.net, to: own.net.currency)
            let list = try side.rates.convert(theirs.list, to: own.list.currency)
            guard net.amount < own.net.amount else { return nil }
            let isListCut = list.amount < own.list.amount
            let ownShare = try own.net.amount.divided(by: own.list.amount)
            let otherShare = try net.amount.divided(by: list.amount)
            let cause: ParityReport.Cause =
                isListCut ? (otherShare < ownShare ? .both : .listCut) : .discount
            let gap = try own.net.subtracting(net).multiplied(by: own.units)
            return ParityReport.Obligation(
                holder: holder, clause: clause.id, trigger: trigger, provider: key.provider,
                sku: key.sku, committedMonths: key.committedMonths, own: own.net, other: net,
                cause: cause, noticeBy: try other.quote.asOf.adding(clause.notice),
                amount: try side.rates.convert(gap, to: side.currency).rounded(.halfUp))
        }
    }
}

/// One quote with the price that it has for each meter.
private struct Side {
    struct Key: Hashable, Comparable {
        let provider: String
        let sku: String
        let committedMonths: Int

        static func < (one: Key, other: Key) -> Bool {
            (one.provider, one.sku, one.committedMonths)
                < (other.provider, other.sku, other.committedMonths)
        }
    }

    /// Averages over the lines of a meter.
    struct Price {
        var units: ExactRatio
        var listCharge: UnroundedMoney
        var netCharge: UnroundedMoney

        var list: UnroundedMoney { per(listCharge) }
        var net: UnroundedMoney { per(netCharge) }

        private func per(_ charge: UnroundedMoney) -> UnroundedMoney {
            (try? charge.divided(by: units)) ?? charge
        }
    }

    let quote: ParityReport.Quote
    let clauses: [ContractDemand.Parity]
    let rates: EuroReferenceRates
    let currency: Currency
    let prices: [Key: Price]

    init(name: String, file: QuoteFile) throws {
        let requirement = file.embeddedRequirement()
        quote = ParityReport.Quote(
            name: name, title: requirement?.title ?? name,
            kind: requirement?.customer.kind ?? "",
            asOf: requirement?.asOf.value ?? file.rates.date)
        clauses = requirement?.contract.parity ?? []
        rates = file.rates
        currency = file.currency
        prices = try Self.prices(file)
    }

    private static func prices(_ file: QuoteFile) throws -> [Key: Price] {
        let cuts = try LineCuts.cuts(
            of: file.discounts.filter { !$0.id.hasPrefix("free/") }.map {
                .init(amountE4: $0.amountE4, lineIDs: Set($0.lines), year: $0.year)
            },
            on: file.lines.map { line in
                .init(
                    id: line.id, amount: line.amount,
                    years: line.years.map { ($0.year, $0.amount) })
            })
        let providers = Dictionary(
            file.problem.sites.map { ($0.id, $0.provider) }, uniquingKeysWith: { one, _ in one })
        let sites = Dictionary(
            file.problem.demands.flatMap(\.options).map { ($0.id, $0.site) },
            uniquingKeysWith: { one, _ in one })
        var prices: [Key: Price] = [:]
        for line in file.lines {
            let place = line.module?.place.split(separator: "/").last.map(String.init)
            guard let site = line.option.flatMap({ sites[$0] }) ?? place,
                let provider = providers[site], !line.sku.isEmpty, line.amount.minorUnits > 0
            else { continue }
            let count = ExactRatio(line.module?.count ?? 1)
            let units = try ExactRatio(line.unitsPerMonth).multiplied(by: ExactRatio(line.months))
                .multiplied(by: count)
            if units.isZero { continue }
            let list = UnroundedMoney(
                amount: try line.termCharge.multiplied(by: count),
                currency: line.schedule.currency)
            let cut = (cuts[line.id] ?? []).map(\.amountE4).reduce(0, +)
            let kept = try ExactRatio.one.subtracting(
                ExactRatio(
                    Int128(cut),
                    over: Int128(line.amount.minorUnits) * Int128(Waterfall.partsPerMinorUnit)))
            let net = try list.multiplied(by: kept)
            let key = Key(
                provider: provider, sku: line.sku, committedMonths: line.committedMonths)
            if let known = prices[key], known.listCharge.currency == list.currency {
                prices[key] = Price(
                    units: try known.units.adding(units),
                    listCharge: try known.listCharge.adding(list),
                    netCharge: try known.netCharge.adding(net))
            } else {
                prices[key] = Price(units: units, listCharge: list, netCharge: net)
            }
        }
        return prices
    }
}

extension ContractDemand.Parity {
    /// Whether better prices of a kind of customer count.
    fileprivate func counts(_ kind: String) -> Bool {
        customers.isEmpty || customers.contains(kind)
    }
}
