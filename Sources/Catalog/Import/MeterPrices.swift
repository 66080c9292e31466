import Diagnostics
import LocatedInput
import Quantities

/// Goes through sorted prices meter by meter and makes rows of them: parts become one price, later
/// prices end earlier ones, tiers are checked.
///
/// No more than one meter's prices are held.
final class MeterPrices {
    private let reader: SortedRecords.Reader
    private let paths: [String]
    private let collector: FindingCollector
    private var head: [UInt8]?
    /// Prices that repeat another one exactly.
    private(set) var repeated = 0
    /// Prices that end because a later one begins.
    private(set) var superseded = 0

    /// Most prices of one meter that are looked at together.
    static let most = 20_000

    init(_ sorted: SortedRecords, paths: [String], into collector: FindingCollector) {
        reader = sorted.reader()
        self.paths = paths
        self.collector = collector
        head = reader.next()
    }

    /// Number of the system's error that ended the reading; 0 for none.
    var systemError: Int32 { reader.systemError }

    /// Rows of the next meter, by tier and day; empty after a finding, none after the last meter.
    func next() -> [SheetPrice]? {
        guard let first = head else { return nil }
        var prices: [SheetPrice] = []
        var last: SheetPrice?
        while let record = head, SheetPrice.haveSameMeter(first, record) {
            head = reader.next()
            guard let price = SheetPrice(record: record) else { continue }
            if let last, price.saysTheSame(as: last) {
                repeated += 1
                continue
            }
            last = price
            if prices.count < Self.most { prices.append(price) }
        }
        return rows(of: prices)
    }

    private func rows(of prices: [SheetPrice]) -> [SheetPrice] {
        guard let first = prices.first else { return [] }
        if let other = prices.first(where: { $0.currency != first.currency }) {
            report(
                .sheetPriceTwice,
                "'\(first.sku)' has prices in \(first.currency) and in \(other.currency)", other,
                first, help: "choose one with --currency")
            return []
        }
        guard prices.count < Self.most else {
            report(
                .sheetPriceTwice, "'\(first.sku)' has \(Self.most) prices or more", first,
                help: "the sheet tells its meters apart in a way that is not known here")
            return []
        }
        guard let whole = joined(prices), let single = chosen(whole)
        else { return [] }
        let rows = ended(single)
        return isSound(rows) ? rows : []
    }

    private func place(_ price: SheetPrice) -> SourceLocation {
        SourceLocation(
            path: paths.indices.contains(price.file) ? paths[price.file] : "", line: price.line,
            column: price.column)
    }

    private func report(
        _ code: FindingCode, _ message: String, _ price: SheetPrice, _ other: SheetPrice? = nil,
        help: String
    ) {
        let notes = other.map { [FindingNote("the other price is", at: place($0))] } ?? []
        collector.report(code, message, at: place(price), notes: notes, help: help)
    }

    /// Puts a payment upfront and the price by the hour together: both over the hours of the term.
    private func joined(_ prices: [SheetPrice]) -> [SheetPrice]? {
        let parts = prices.filter { $0.part != .rate }
        guard parts.contains(where: { $0.part == .upfront }) else {
            return prices.map {
                var price = $0
                price.part = .rate
                return price
            }
        }
        var whole = prices.filter { $0.part == .rate }
        for day in Set(parts.map { $0.from?.description ?? "" }).sorted() {
            let ofDay = parts.filter { ($0.from?.description ?? "") == day }
            let once = ofDay.filter { $0.part == .upfront }
            let hourly = ofDay.filter { $0.part == .hourly }
            guard once.count <= 1, hourly.count <= 1 else {
                let twice = once.count > 1 ? once : hourly
                report(
                    .sheetPriceTwice,
                    "'\(twice[1].sku)' is \(twice[1].amount) here, and \(twice[0].amount)",
                    twice[1], twice[0], help: "one of the two is wrong: fetch the sheet again")
                return nil
            }
            guard let price = Self.sum(once.first, hourly.first) else { return nil }
            whole.append(price)
        }
        return whole
    }

    private static func sum(_ once: SheetPrice?, _ hourly: SheetPrice?) -> SheetPrice? {
        guard var price = once ?? hourly else { return nil }
        price.part = .rate
        guard let once else { return price }
        let hours = once.termHours
        let rate = hourly?.amount ?? .zero
        guard let perTerm = try? rate.multiplied(by: hours),
            let total = try? once.amount.adding(perTerm)
        else { return nil }
        price.amount = total
        price.block = hours
        price.tierFrom = .zero
        price.isDerived = true
        price.sheetUnit = hourly.map { "\(once.sheetUnit), \($0.sheetUnit)" } ?? once.sheetUnit
        price.note = "(\(once.amount) upfront + \(rate) x \(hours) h) / \(hours) h"
        return price
    }

    /// Takes one of the prices that begin on one day in one tier: that without an end, if only one
    /// has none.
    private func chosen(_ prices: [SheetPrice]) -> [SheetPrice]? {
        var kept: [SheetPrice] = []
        for price in prices {
            guard let last = kept.last, last.tierFrom == price.tierFrom, last.from == price.from
            else {
                kept.append(price)
                continue
            }
            if last.until != nil, price.until == nil {
                kept[kept.count - 1] = price
                superseded += 1
            } else if last.until == nil, price.until != nil {
                superseded += 1
            } else {
                report(
                    .sheetPriceTwice,
                    "'\(price.sku)' costs \(price.amount) here, and \(last.amount), from "
                        + "\(price.tierFrom) on, on the same days", price, last,
                    help: "one of the two is wrong, or the sheet tells them apart in a way that "
                        + "is not known here")
                return nil
            }
        }
        return kept
    }

    /// Ends each price where the next one of its tier begins.
    private func ended(_ prices: [SheetPrice]) -> [SheetPrice] {
        var rows = prices.sorted { ($0.tierFrom, $0.day) < ($1.tierFrom, $1.day) }
        for index in rows.indices.dropLast() where rows[index].tierFrom == rows[index + 1].tierFrom
        {
            guard let next = rows[index + 1].from else { continue }
            if rows[index].until.map({ next < $0 }) ?? true {
                rows[index].until = next
                superseded += 1
            }
        }
        return rows
    }

    /// Checks the tiers that hold together on any day.
    private func isSound(_ rows: [SheetPrice]) -> Bool {
        guard let first = rows.first else { return false }
        if let other = rows.first(where: { $0.unit != first.unit || $0.block != first.block }) {
            report(
                .sheetBrokenTiers,
                "the tiers of '\(other.sku)' are in '\(other.sheetUnit)' and '\(first.sheetUnit)'",
                other, first, help: "tiers of one meter share their unit: fetch the sheet again")
            return false
        }
        for day in Set(rows.map(\.from)) {
            let tiers = rows.filter { $0.holds(on: day) }
            guard areContiguous(tiers) else { return false }
        }
        return true
    }

    private func areContiguous(_ tiers: [SheetPrice]) -> Bool {
        guard let lowest = tiers.first else { return true }
        guard lowest.tierFrom.isZero else {
            report(
                .sheetBrokenTiers,
                "the lowest tier of '\(lowest.sku)' begins at \(lowest.tierFrom), not at 0", lowest,
                help: "a tier is missing: fetch the sheet again")
            return false
        }
        for (lower, upper) in zip(tiers, tiers.dropFirst()) where lower.statesEnds {
            let end = lower.tierUntil
            guard end == upper.tierFrom else {
                let isGap = end.map { $0 < upper.tierFrom } ?? false
                report(
                    .sheetBrokenTiers,
                    "between two tiers of '\(upper.sku)' is \(isGap ? "a gap" : "an overlap"): one "
                        + "ends at \(end?.description ?? "no bound"), the next begins at "
                        + "\(upper.tierFrom)", upper, lower,
                    help: "a tier is missing or wrong: fetch the sheet again")
                return false
            }
        }
        if let last = tiers.last, last.statesEnds, let end = last.tierUntil {
            report(
                .sheetBrokenTiers, "the highest tier of '\(last.sku)' ends at \(end)", last,
                help: "a tier is missing: fetch the sheet again")
            return false
        }
        return true
    }
}

extension SheetPrice {
    /// First day as a text that sorts; empty for no beginning.
    fileprivate var day: String { from?.description ?? "" }

    fileprivate func holds(on day: CalendarDate?) -> Bool {
        guard let day else { return from == nil }
        return (from.map { $0 <= day } ?? true) && (until.map { day < $0 } ?? true)
    }

    /// Whether another price differs in its place in the file and its names only.
    func saysTheSame(as other: SheetPrice) -> Bool {
        var copy = self
        copy.origin = other.origin
        copy.note = other.note
        copy.file = other.file
        copy.line = other.line
        copy.column = other.column
        return copy == other
    }
}
