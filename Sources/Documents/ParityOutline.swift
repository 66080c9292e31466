package import Diagnostics
package import Proposals
import Quantities

/// Which better prices oblige to what, as a document and as data.
package struct ParityOutline: Sendable {
    private let report: ParityReport

    /// Creates the document of a report.
    package init(_ report: ParityReport) { self.report = report }

    /// The document.
    package var blocks: [DocumentBlock] {
        let count = report.obligations.count
        let head =
            count == 0
            ? "No price in one of the \(report.quotes.count) quotes obliges to anything in another."
            : "\(count) \(count == 1 ? "price obliges" : "prices oblige") to a notice and a "
                + "matching reduction."
        var blocks: [DocumentBlock] = [
            .heading(level: 1, "Parity of \(report.quotes.count) quotes"), .paragraph(head),
        ]
        if count > 0 {
            blocks.append(.table(table))
            blocks.append(.bullets(sums))
        }
        if !report.untouched.isEmpty {
            blocks.append(
                .paragraph(
                    "Clauses that nothing touches: \(report.untouched.joined(separator: "; ")).")
            )
        }
        return blocks
    }

    private var table: DocumentBlock.Table {
        DocumentBlock.Table(
            columns: [
                .init("owed to, clause"), .init("because of"), .init("meter"),
                .init("its price", isFigure: true), .init("better one", isFigure: true),
                .init("cause"), .init("notice by"), .init("amount", isFigure: true),
            ],
            rows: report.obligations.map { one in
                [
                    "\(report.quotes[one.holder].title), \(one.clause)",
                    report.quotes[one.trigger].title,
                    "\(one.sku), \(one.provider)"
                        + (one.committedMonths == 0 ? "" : ", \(one.committedMonths) months"),
                    Self.price(one.own), Self.price(one.other), one.cause.rawValue,
                    "\(one.noticeBy)", Figures.money(one.amount),
                ]
            })
    }

    /// What each holder is owed in all, the best price of each meter counted once.
    private var sums: [String] {
        report.quotes.indices.compactMap { holder in
            let own = report.obligations.filter { $0.holder == holder }
            var best: [String: Money] = [:]
            for one in own {
                let key = "\(one.provider)/\(one.sku)/\(one.committedMonths)"
                if (best[key]?.minorUnits ?? -1) < one.amount.minorUnits { best[key] = one.amount }
            }
            guard let currency = own.first?.amount.currency else { return nil }
            let sum = best.values.map(\.minorUnits).reduce(0, +)
            return "\(report.quotes[holder].title): "
                + "\(Figures.money(Money(minorUnits: sum, currency: currency))) to match the best "
                + "price of each meter"
        }
    }

    private static func price(_ money: UnroundedMoney) -> String {
        let rounded = try? money.amount.rounded(toScale: 6, mode: .halfUp)
        return "\(money.currency.code) \(rounded ?? .zero)"
    }

    /// The report as data, `parity/1`.
    package var json: JSONValue {
        [
            "format": "parity/1",
            "quotes": .array(
                report.quotes.map { quote -> JSONValue in
                    [
                        "name": .string(quote.name), "title": .string(quote.title),
                        "kind": .string(quote.kind), "asOf": .string(quote.asOf.description),
                    ]
                }),
            "obligations": .array(
                report.obligations.map { one -> JSONValue in
                    [
                        "holder": .integer(Int64(one.holder)), "clause": .string(one.clause),
                        "trigger": .integer(Int64(one.trigger)),
                        "provider": .string(one.provider), "sku": .string(one.sku),
                        "committedMonths": .integer(Int64(one.committedMonths)),
                        "currency": .string(one.own.currency.code),
                        "own": .string(one.own.amount.description),
                        "other": .string(one.other.amount.description),
                        "cause": .string(one.cause.rawValue),
                        "noticeBy": .string(one.noticeBy.description),
                        "amount": .string(one.amount.description),
                    ]
                }),
            "untouched": .array(report.untouched.map { .string($0) }),
        ]
    }
}
