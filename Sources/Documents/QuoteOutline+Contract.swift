import Pricing
import Proposals
import Quantities

extension QuoteOutline {
    /// Totals of the contract with their identities, lines net of discounts, and what moves them.
    func contract(_ package: PricedPackage) -> [DocumentBlock] {
        let contract = package.contract
        return lineNets(contract, package) + contractTotals(contract)
            + [.bullets(identities(contract) + moves(contract, package))]
    }

    private func contractTotals(_ contract: ContractStatement) -> [DocumentBlock] {
        let totals = contract.totals
        let bounds = [
            ("ceiling", totals.terms.ceiling), ("obligated", totals.terms.obligated),
            ("guaranteed minimum", totals.terms.minimum), ("exit", contract.exit),
        ].compactMap { name, money in money.map { [name, Figures.amount($0)] } }
        var rows: [[String]] = []
        if totals.surge.minorUnits != 0 || !totals.fees.isEmpty {
            rows.append(["evaluated, excluding tax", Figures.amount(totals.evaluated)])
            rows.append(["surge, \(totals.terms.surgePercent) %", Figures.amount(totals.surge)])
            rows += totals.fees.map {
                ["\($0.fee.name), \($0.fee.percent) % after surge", Figures.amount($0.amount)]
            }
            rows.append(["evaluated, surge and fees", Figures.amount(totals.withFees)])
        }
        guard !(rows + bounds).isEmpty else { return [] }
        return [
            .heading(level: 3, "What the contract binds"),
            .table(
                DocumentBlock.Table(
                    columns: [.init("what"), .init(currency.code, isFigure: true)],
                    rows: rows + bounds)),
        ]
    }

    private func identities(_ contract: ContractStatement) -> [String] {
        ((try? contract.totals.identities) ?? []).map {
            ($0.holds ? "holds: " : "DOES NOT HOLD: ") + $0.text
        }
    }

    /// List, each discount and net of the lines that discounts touch.
    private func lineNets(
        _ contract: ContractStatement, _ package: PricedPackage
    ) -> [DocumentBlock] {
        guard !contract.nets.isEmpty else { return [] }
        let runs = runs(of: contract.nets) { one, other in
            one.list == other.list && Self.byName(one, package) == Self.byName(other, package)
        }
        let rows = runs.map { run in
            let net = run[0]
            let cut = net.cuts.map(\.amountE4).reduce(0, +)
            let names = Self.byName(net, package).map {
                "\($0.name) -\(Figures.roundedAmount($0.amountE4, currency))"
            }
            return [
                Self.identifiers(run.map(\.lineID)),
                Self.times(run.count, Figures.amount(net.list)), names.joined(separator: "; "),
                Self.times(run.count, Figures.roundedAmount(net.netE4, currency)),
                Figures.percent(cut, of: net.list.minorUnits * 10_000),
            ]
        }
        return [
            .heading(level: 3, "From list to net"),
            .table(
                DocumentBlock.Table(
                    columns: [
                        .init("line"), .init("list", isFigure: true), .init("taken off"),
                        .init("net", isFigure: true), .init("off the list", isFigure: true),
                    ], rows: rows)),
        ]
    }

    /// A discount as a line sees it, over all its years.
    private struct NamedCut: Equatable {
        let name: String
        var amountE4: Int64
    }

    private static func byName(
        _ net: ContractStatement.LineNet, _ package: PricedPackage
    ) -> [NamedCut] {
        var cuts: [NamedCut] = []
        for cut in net.cuts {
            let title = package.discounts[cut.discount].title
            let name = title.split(separator: ",").first.map(String.init) ?? title
            if let index = cuts.firstIndex(where: { $0.name == name }) {
                cuts[index].amountE4 += cut.amountE4
            } else {
                cuts.append(NamedCut(name: name, amountE4: cut.amountE4))
            }
        }
        return cuts
    }

    private func moves(_ contract: ContractStatement, _ package: PricedPackage) -> [String] {
        let exposure = contract.exposure.rows.map { row in
            "\(row.currency.code) \(contract.exposure.percent) % down: total "
                + "\(Figures.money(row.lower)); up: \(Figures.money(row.upper)) "
                + "(\(Figures.money(row.amount)) is priced in it)"
        }
        guard !contract.savings.isEmpty else { return exposure }
        let saved = contract.savings.map(\.saved.minorUnits).reduce(0, +)
        let lines = Self.identifiers(contract.savings.map(\.lineID))
        return exposure + [
            "terms save \(Figures.money(Money(minorUnits: saved, currency: currency))) on "
                + "\(lines) against the same use on demand"
        ]
    }
}
