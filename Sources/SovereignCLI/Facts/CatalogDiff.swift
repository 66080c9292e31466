import Catalog
import Diagnostics
import Documents
import Clearance
import Eligibility
import Pricing
import Proposals
import Quantities
import Requirements

/// What one catalog says otherwise than another: offers, prices, answers.
struct CatalogDiff {
    /// A requirement quoted on both.
    struct Answer {
        /// Path as the user typed it.
        let path: String
        let before: Proposal
        let after: Proposal
    }

    /// A price that both catalogs state.
    private struct Move {
        let id: String
        let before: PriceRow
        let after: PriceRow
    }

    /// A verdict that is another one.
    private struct Flip {
        let demand: String
        let offer: String
        let before: String
        let after: String
    }

    /// Rows of a table shown at most; the rest is counted.
    private static let mostRows = 40

    private let before: CatalogSnapshot
    private let after: CatalogSnapshot
    private let answers: [Answer]
    private let newOffers: [String]
    private let goneOffers: [String]
    private let newPrices: [PriceRow]
    private let gonePrices: [PriceRow]
    private let moves: [Move]

    init(from before: CatalogSnapshot, to after: CatalogSnapshot, answers: [Answer]) {
        self.before = before
        self.after = after
        self.answers = answers
        let (old, new) = (before.offers.map(\.id.rawValue), after.offers.map(\.id.rawValue))
        newOffers = Set(new).subtracting(old).sorted()
        goneOffers = Set(old).subtracting(new).sorted()
        var rest = Dictionary(
            before.prices.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var newPrices: [PriceRow] = []
        var moves: [Move] = []
        for price in after.prices {
            guard let other = rest.removeValue(forKey: price.id) else {
                newPrices.append(price)
                continue
            }
            if !Self.isSame(other, price) {
                moves.append(Move(id: price.id.rawValue, before: other, after: price))
            }
        }
        self.newPrices = newPrices.sorted { $0.id < $1.id }
        gonePrices = rest.values.sorted { $0.id < $1.id }
        self.moves = moves.sorted { $0.id < $1.id }
    }

    /// Whether two rows price the same at the same amount.
    private static func isSame(_ one: PriceRow, _ other: PriceRow) -> Bool {
        one.amount == other.amount && one.currency == other.currency && one.block == other.block
            && one.unit == other.unit && one.model == other.model && one.sites == other.sites
            && one.effectiveFrom == other.effectiveFrom
            && one.effectiveUntil == other.effectiveUntil && one.low == other.low
            && one.high == other.high && one.plan == other.plan && one.tierFrom == other.tierFrom
    }

    /// Tables for a terminal.
    var text: String {
        TerminalRenderer().render(
            [
                .heading(
                    level: 1,
                    "From catalog \(before.version) of \(before.date) to \(after.version) of "
                        + "\(after.date)"),
                .heading(level: 2, "Answers"), answersTable,
            ] + answers.flatMap(flipBlocks)
                + list("Offers that appeared", newOffers) + list("Offers that went", goneOffers)
                + priceBlocks)
    }

    private var answersTable: DocumentBlock {
        let rows = answers.map { answer in
            let (one, other) = (total(answer.before), total(answer.after))
            return [
                answer.path.split(separator: "/").last.map(String.init) ?? answer.path, one.text,
                other.text, change(one.money, other.money), "\(flips(answer).count)",
            ]
        }
        return table(
            ["requirement", "before", "after", "change", "verdicts that flip"], rows,
            figures: [1, 2, 3, 4])
    }

    private func flipBlocks(_ answer: Answer) -> [DocumentBlock] {
        let flips = flips(answer)
        guard !flips.isEmpty else { return [] }
        let name = answer.path.split(separator: "/").last.map(String.init) ?? answer.path
        let rows = flips.prefix(Self.mostRows).map { [$0.demand, $0.offer, $0.before, $0.after] }
        return [
            .heading(level: 2, "Verdicts that flip in \(name)"),
            table(["demand", "offer", "before", "after"], Array(rows), figures: []),
        ] + rest(flips.count)
    }

    private func flips(_ answer: Answer) -> [Flip] {
        func verdicts(_ proposal: Proposal) -> [[String]: String] {
            Dictionary(
                proposal.judgements.map {
                    ([$0.demand.id, $0.offer.id.rawValue], $0.verdict.rawValue)
                }, uniquingKeysWith: { first, _ in first })
        }
        let (old, new) = (verdicts(answer.before), verdicts(answer.after))
        return Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
            .sorted { $0.lexicographicallyPrecedes($1) }
            .map { key in
                Flip(
                    demand: key[0], offer: key[1], before: old[key] ?? "not offered",
                    after: new[key] ?? "not offered")
            }
    }

    private var priceBlocks: [DocumentBlock] {
        let rows = moves.prefix(Self.mostRows).map { move in
            [
                move.id, move.before.sku, "\(move.before.amount) \(move.before.currency.code)",
                "\(move.after.amount) \(move.after.currency.code)", percent(move),
            ]
        }
        return [
            .heading(level: 2, "Prices"),
            .paragraph(
                "\(moves.count) moved, \(newPrices.count) appeared, \(gonePrices.count) went."),
        ]
            + (moves.isEmpty
                ? []
                : [
                    table(
                        ["price", "meter", "before", "after", "change"], rows, figures: [2, 3, 4])
                ] + rest(moves.count))
    }

    private func list(_ title: String, _ offers: [String]) -> [DocumentBlock] {
        guard !offers.isEmpty else { return [] }
        return [.heading(level: 2, title), .bullets(Array(offers.prefix(Self.mostRows)))]
            + rest(offers.count)
    }

    private func rest(_ count: Int) -> [DocumentBlock] {
        count > Self.mostRows ? [.paragraph("… and \(count - Self.mostRows) more")] : []
    }

    private func table(
        _ titles: [String], _ rows: [[String]], figures: Set<Int>
    ) -> DocumentBlock {
        .table(
            DocumentBlock.Table(
                columns: titles.enumerated().map { index, title in
                    DocumentBlock.Column(title, isFigure: figures.contains(index))
                },
                rows: rows))
    }

    /// What an answer comes to; no money where there is no package.
    private func total(_ proposal: Proposal) -> (text: String, money: Money?) {
        switch proposal.outcome {
        case .package(let package):
            let total = package.waterfall.total
            return (total.grouped, total)
        case .refused: return ("no package", nil)
        case .undecided: return ("undecided", nil)
        }
    }

    private func change(_ one: Money?, _ other: Money?) -> String {
        guard let one, let other else { return "" }
        guard one != other else { return "none" }
        return (try? other.subtracting(one))?.grouped ?? ""
    }

    /// The change in percent, to a tenth, rounded half up; blank where the two do not compare.
    private func percent(_ move: Move) -> String {
        guard move.before.currency == move.after.currency, move.before.unit == move.after.unit,
            move.before.block == move.after.block, !move.before.amount.isZero,
            let ratio = try? ExactRatio(move.after.amount).divided(
                by: ExactRatio(move.before.amount)),
            let share = try? ratio.subtracting(ExactRatio(1)).multiplied(by: ExactRatio(100)),
            let tenth = try? share.rounded(toScale: 1, mode: .halfUp)
        else { return "" }
        return (tenth.isNegative ? "" : "+") + tenth.padded(toScale: 1) + " %"
    }

    /// The document `catalog-diff/1`.
    var json: JSONValue {
        [
            "format": "catalog-diff/1",
            "before": stamp(before), "after": stamp(after),
            "offersAppeared": .array(newOffers.map { .string($0) }),
            "offersWent": .array(goneOffers.map { .string($0) }),
            "pricesAppeared": .array(newPrices.map { .string($0.id.rawValue) }),
            "pricesWent": .array(gonePrices.map { .string($0.id.rawValue) }),
            "pricesMoved": .array(
                moves.map { move in
                    [
                        "id": .string(move.id), "meter": .string(move.after.sku),
                        "before": .string(move.before.amount.description),
                        "currencyBefore": .string(move.before.currency.code),
                        "after": .string(move.after.amount.description),
                        "currencyAfter": .string(move.after.currency.code),
                    ]
                }),
            "answers": .array(answers.map(document)),
        ]
    }

    private func stamp(_ catalog: CatalogSnapshot) -> JSONValue {
        [
            "version": .string(catalog.version), "date": .string(catalog.date.description),
            "contentHash": .string(catalog.contentHash.hexadecimal),
        ]
    }

    private func document(_ answer: Answer) -> JSONValue {
        [
            "requirement": .string(answer.path),
            "before": .string(total(answer.before).text),
            "after": .string(total(answer.after).text),
            "flips": .array(
                flips(answer).map { flip in
                    [
                        "demand": .string(flip.demand), "offer": .string(flip.offer),
                        "before": .string(flip.before), "after": .string(flip.after),
                    ]
                }),
        ]
    }
}
