import Catalog
import Clearance
import LocatedInput
import Pricing
package import Proposals
import Quantities
import Requirements

/// The price of a package as the table that a buyer sets beside its own estimate.
///
/// One row for each line: item, level, meter, unit price, monthly quantity, months, list, discount,
/// net; people, steps; then the sums by item, period and contract, which re-foot. Items of the base
/// are numbered from 0001, those of options from 1001, 2001, …, one for each level and kind of
/// line. Nets of lines are rounded so that they sum to the net of their period.
package enum QuoteCSV {
    static let header = [
        "record", "item", "period", "level", "line", "workload", "product", "sku", "site", "plan",
        "unit", "unitPrice", "sheetCurrency", "quantityPerMonth", "months", "list", "discount",
        "net", "currency",
    ]

    /// Returns the table; of a quote without a package, a table that says so.
    package static func render(_ proposal: Proposal) -> String {
        guard case .package(let package) = proposal.outcome else {
            return CSVText.render([header, ["no-package"] + header.dropFirst().map { _ in "" }])
        }
        return CSVText.render(QuoteSheet(proposal, package).rows)
    }
}

/// The rows of the table.
private struct QuoteSheet {
    private struct Row {
        var cells: [String]
        let item: String
        let period: String
        let list: Money
        let netE4: Int64
    }

    private let proposal: Proposal
    private let package: PricedPackage
    private var currency: Currency { proposal.bound.requirement.currency.value }

    init(_ proposal: Proposal, _ package: PricedPackage) {
        self.proposal = proposal
        self.package = package
    }

    var rows: [[String]] {
        let all = lines + people + steps
        var table = [QuoteCSV.header]
        var sums: [[String]: Int64] = [:]
        for period in package.periods {
            let own = all.filter { $0.period == period.period.id }
            for (row, net) in zip(own, nets(own, period.net)) {
                let cut = Money(
                    minorUnits: net.minorUnits - row.list.minorUnits, currency: currency)
                table.append(
                    row.cells + [text(row.list), text(cut), text(net), currency.code])
                sums[[row.item, row.period], default: 0] += net.minorUnits
            }
        }
        for (key, units) in sums.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            let money = Money(minorUnits: units, currency: currency)
            table.append(total("item-total", key[0], key[1], money))
        }
        for period in package.periods {
            table.append(total("period-total", "", period.period.id, period.net))
        }
        table.append(total("evaluated", "", "", package.waterfall.total))
        return table
    }

    /// Nets of rows in whole minor units, which sum to the net of their period.
    private func nets(_ rows: [Row], _ whole: Money) -> [Money] {
        let weights = rows.map(\.netE4)
        let parts = try? whole.allocated(by: weights, remainder: .largestRemainder)
        return parts ?? rows.map { _ in Money.zero(currency) }
    }

    private var lines: [Row] {
        let nets = Dictionary(
            package.contract.nets.map { ($0.lineID, $0.netE4) }, uniquingKeysWith: { one, _ in one }
        )
        return package.lines.map { line in
            let enclave = line.demandID.split(separator: ".").first.map(String.init) ?? ""
            let level = level(of: enclave)
            let item = self.item(level, "cloud", line.period.id)
            let schedule = line.meter.schedule
            let prices = schedule.tiers.map { tier in
                "\(tier.amount)" + (tier.from.isZero ? "" : " above \(tier.from)")
            }.joined(separator: "; ")
            let isWhole = schedule.block == .one || line.meter.unit == .unitDay
            let block = isWhole ? "" : "\(schedule.block) "
            let quantity =
                (try? line.monthlyQuantity.multiplied(
                    by: ExactDecimal(line.priced.count))) ?? line.monthlyQuantity
            return Row(
                cells: [
                    "line", item, line.period.id, level, line.id, line.demandID, line.product,
                    line.meter.sku, line.site.rawValue, line.meter.plan.name,
                    block + line.meter.unit.rawValue, prices, schedule.currency.code,
                    quantity.description + (line.meter.unit == .unitDay ? "/12" : ""),
                    "\(line.priced.months)",
                ], item: item, period: line.period.id, list: line.priced.money,
                netE4: nets[line.id] ?? line.priced.money.minorUnits * 10_000)
        }
    }

    private var people: [Row] {
        package.headLines.map { head in
            let level = head.level?.rawValue ?? ""
            let item = self.item(level, "people", head.period.id)
            return Row(
                cells: [
                    "people", item, head.period.id, level, head.id, head.pool, head.role.name,
                    head.rate.id.rawValue, "", "", "head-month",
                    head.cost.perMonth.amount.exactText, head.rate.currency.code,
                    "\(head.heads)", "\(head.priced.months)",
                ], item: item, period: head.period.id, list: head.priced.money,
                netE4: head.priced.money.minorUnits * 10_000)
        }
    }

    private var steps: [Row] {
        package.stepLines.map { step in
            let item = self.item("", "steps", step.period.id)
            return Row(
                cells: [
                    "step", item, step.period.id, "", step.id, "", step.step.text, "", "", "",
                    "once", text(step.priced.money), currency.code, "1", "1",
                ], item: item, period: step.period.id, list: step.priced.money,
                netE4: step.priced.money.minorUnits * 10_000)
        }
    }

    private func level(of enclave: String) -> String {
        proposal.bound.allEnclaves.first { $0.enclave.id == enclave }?.level.marking ?? ""
    }

    /// Items in the order in which levels and kinds first come.
    private func item(_ level: String, _ kind: String, _ period: String) -> String {
        var keys: [String] = []
        let enclaves = proposal.bound.allEnclaves
        for key in enclaves.map({ "cloud/\($0.level.marking)" })
            + package.headLines.map({ "people/\($0.level?.rawValue ?? "")" }) + ["steps/"]
        where !keys.contains(key) {
            keys.append(key)
        }
        let number = String((keys.firstIndex(of: "\(kind)/\(level)") ?? keys.count) + 1)
        let option = package.periods.firstIndex { $0.period.id == period } ?? 0
        return "\(option)" + String(repeating: "0", count: max(0, 3 - number.count)) + number
    }

    private func total(
        _ record: String, _ item: String, _ period: String, _ money: Money
    ) -> [String] {
        [record, item, period] + Array(repeating: "", count: QuoteCSV.header.count - 5)
            + [text(money), currency.code]
    }

    private func text(_ money: Money) -> String {
        money.decimal.padded(toScale: money.currency.minorUnits)
    }
}

extension ExactRatio {
    /// All digits where they end, else six of them.
    fileprivate var exactText: String {
        if let exact = try? exactDecimal() { return exact.description }
        return (try? rounded(toScale: 6, mode: .halfUp).description) ?? description
    }
}
