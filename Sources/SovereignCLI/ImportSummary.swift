import Catalog
import Diagnostics
import Quantities

/// Says what an import read, wrote and left out.
struct ImportSummary {
    private let outcome: SheetOutcome

    init(_ outcome: SheetOutcome) {
        self.outcome = outcome
    }

    private var asOf: String { outcome.asOf?.description ?? "undated" }

    /// Lines for a person.
    var text: String {
        var lines = [
            "\(outcome.form.rawValue): \(Self.counted(outcome.items, "item")) with "
                + "\(Self.counted(outcome.prices, "price")) in "
                + Self.counted(outcome.files.count, "file"),
            "as of \(asOf), SHA-256 \(outcome.hash)",
            "\(Self.counted(outcome.rows, "row")) written to \(outcome.path)",
        ]
        let facts = [
            (outcome.replaced, "in place of a price of the catalog"),
            (outcome.beside, "beside a price of the catalog that holds elsewhere too"),
            (outcome.zeros, "with the price 0"),
            (outcome.superseded, "ended by a later price, or left out for one without an end"),
        ]
        for (count, words) in facts where count > 0 { lines.append("  \(count) \(words)") }
        if !outcome.leftOut.isEmpty { lines.append("prices left out:") }
        for (reason, count) in outcome.leftOut { lines.append("  \(count) because \(reason)") }
        if let comparison = outcome.comparison { lines += text(of: comparison) }
        return lines.map { DisplayText.escaped($0) + "\n" }.joined()
    }

    private func text(of result: SheetComparison.Result) -> [String] {
        var lines = [
            "compared with the older sheet: \(Self.counted(result.common, "price")) in both, "
                + "\(result.changed) changed, \(result.appeared) appeared, "
                + "\(result.vanished) vanished",
            "  \(result.past) moved by more than \(outcome.threshold) %, \(result.tenfold) more "
                + "than tenfold, \(result.zeroNow) became 0",
        ]
        for move in result.largest {
            lines.append("  \(Self.percent(move.change))  \(move.name): \(move.old) to \(move.new)")
        }
        return lines
    }

    private static func percent(_ hundredths: Int?) -> String {
        guard let hundredths else { return "from 0" }
        let tenths = hundredths.magnitude / 10
        return "\(hundredths < 0 ? "-" : "+")\(tenths / 10).\(tenths % 10) %"
    }

    private static func counted(_ count: Int, _ word: String) -> String {
        count == 1 ? "1 \(word)" : "\(count) \(word)s"
    }

    /// The document `catalog-import/1`.
    var json: JSONValue {
        func number(_ value: Int) -> JSONValue { .integer(Int64(value)) }
        var members: [(key: String, value: JSONValue)] = [
            ("format", "catalog-import/1"), ("form", .string(outcome.form.rawValue)),
            ("files", .array(outcome.files.map { .string($0) })),
            ("sha256", .string(outcome.hash)), ("asOf", .string(asOf)),
            ("path", .string(outcome.path)), ("items", number(outcome.items)),
            ("prices", number(outcome.prices)), ("rows", number(outcome.rows)),
            ("zeros", number(outcome.zeros)), ("replaced", number(outcome.replaced)),
            ("beside", number(outcome.beside)), ("superseded", number(outcome.superseded)),
            (
                "leftOut",
                .array(
                    outcome.leftOut.map {
                        ["reason": .string($0.reason), "count": number($0.count)]
                    })
            ),
        ]
        if let comparison = outcome.comparison {
            members.append(("comparison", json(of: comparison)))
        }
        return .object(members)
    }

    private func json(of result: SheetComparison.Result) -> JSONValue {
        func number(_ value: Int) -> JSONValue { .integer(Int64(value)) }
        let moves = result.largest.map { move -> JSONValue in
            [
                "price": .string(move.name), "old": .string(move.old), "new": .string(move.new),
                "changePercent": .string(Self.percent(move.change)),
            ]
        }
        return [
            "thresholdPercent": .string(outcome.threshold.description),
            "common": number(result.common), "changed": number(result.changed),
            "appeared": number(result.appeared), "vanished": number(result.vanished),
            "pastThreshold": number(result.past), "tenfold": number(result.tenfold),
            "zeroNow": number(result.zeroNow), "largest": .array(moves),
        ]
    }
}
