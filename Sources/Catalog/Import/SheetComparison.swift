import Diagnostics
import LocatedInput
import Quantities

/// Compares a newer sheet with an older one while both go by in the same order.
package struct SheetComparison {
    /// One price that moved.
    package struct Move: Sendable, Hashable {
        /// Meter, sites and plan in words.
        package let name: String
        /// Price of one block in the older and in the newer sheet, as they print it.
        package let old: String
        /// In the newer sheet.
        package let new: String
        /// Change in hundredths of a percent, rounded towards zero; `nil` from 0.
        package let change: Int?
    }

    /// What the comparison found.
    package struct Result: Sendable {
        /// Prices in both sheets.
        package var common = 0
        /// Prices in the newer sheet only.
        package var appeared = 0
        /// Prices in the older sheet only.
        package var vanished = 0
        /// Prices that are not the same in both.
        package var changed = 0
        /// Prices that moved by more than the threshold.
        package var past = 0
        /// Prices that changed more than tenfold, up or down.
        package var tenfold = 0
        /// Prices that are 0 and were not.
        package var zeroNow = 0
        /// The largest moves past the threshold, largest first.
        package var largest: [Move] = []
    }

    /// Most prices that are told one by one; all of them are counted.
    static let mostFindings = 200
    /// Most moves that are listed.
    static let mostMoves = 20

    private let old: MeterPrices
    private let threshold: ExactDecimal
    private let collector: FindingCollector
    private let paths: [String]
    private var rows: [SheetPrice] = []
    private(set) var result = Result()

    init(
        with old: MeterPrices, threshold: ExactDecimal, paths: [String],
        into collector: FindingCollector
    ) {
        self.old = old
        self.threshold = threshold
        self.paths = paths
        self.collector = collector
        pull()
    }

    private mutating func pull() {
        rows = []
        while let next = old.next() {
            rows = Self.newest(next)
            if !rows.isEmpty { return }
        }
    }

    /// The price of each tier that begins last.
    private static func newest(_ rows: [SheetPrice]) -> [SheetPrice] {
        rows.reduce(into: []) { kept, row in
            if kept.last?.tierFrom == row.tierFrom {
                kept[kept.count - 1] = row
            } else {
                kept.append(row)
            }
        }
    }

    /// Takes the next meter of the newer sheet.
    mutating func take(_ new: [SheetPrice]) {
        let new = Self.newest(new)
        guard let first = new.first else { return }
        while let head = rows.first, head.meterKey < first.meterKey {
            result.vanished += rows.count
            pull()
        }
        guard let head = rows.first, head.meterKey == first.meterKey else {
            result.appeared += new.count
            return
        }
        for row in new {
            guard let other = rows.first(where: { $0.tierFrom == row.tierFrom }),
                other.currency == row.currency
            else {
                result.appeared += 1
                continue
            }
            result.common += 1
            compare(other, row)
        }
        result.vanished += rows.count { old in
            !new.contains { $0.tierFrom == old.tierFrom && $0.currency == old.currency }
        }
        pull()
    }

    /// Ends the comparison after the last meter.
    mutating func finish() {
        while !rows.isEmpty {
            result.vanished += rows.count
            pull()
        }
    }

    private mutating func compare(_ old: SheetPrice, _ new: SheetPrice) {
        guard old.unit == new.unit, let before = try? old.amount.multiplied(by: new.block),
            let after = try? new.amount.multiplied(by: old.block), before != after
        else { return }
        result.changed += 1
        if after.isZero {
            result.zeroNow += 1
            report(.sheetZeroNow, "'\(new.sku)' is 0, and was \(old.amount)", new)
        }
        guard !before.isZero else { return add(old, new, change: nil) }
        guard let tenfold = try? before.multiplied(by: ExactDecimal(10)),
            let tenth = try? after.multiplied(by: ExactDecimal(10)),
            let difference = try? after.subtracting(before),
            let percent = try? difference.multiplied(by: ExactDecimal(100)),
            let limit = try? before.multiplied(by: threshold)
        else { return }
        if !after.isZero, after > tenfold || tenth < before {
            result.tenfold += 1
            report(
                .sheetTenfold,
                "'\(new.sku)' is \(new.amount), and was \(old.amount): more than tenfold", new)
        }
        let size = percent.isNegative ? percent.negated() : percent
        guard size > limit else { return }
        result.past += 1
        add(old, new, change: Self.hundredths(percent, of: before))
    }

    private static func hundredths(_ percent: ExactDecimal, of whole: ExactDecimal) -> Int {
        let scale = max(percent.scale, whole.scale)
        guard let power = try? ExactDecimal(parsing: "1" + String(repeating: "0", count: scale)),
            let up = try? percent.multiplied(by: power).multiplied(by: ExactDecimal(100)),
            let down = try? whole.multiplied(by: power), down.coefficient != 0
        else { return percent.isNegative ? Int.min : Int.max }
        return Int(clamping: up.coefficient / down.coefficient)
    }

    private mutating func add(_ old: SheetPrice, _ new: SheetPrice, change: Int?) {
        if change == nil { result.past += 1 }
        let plan = new.months == 0 ? "on demand" : "\(new.months) months"
        let tier = new.tierFrom.isZero ? "" : ", above \(new.tierFrom)"
        let move = Move(
            name: "\(new.sku) at \(new.sites), \(plan)\(tier)",
            old: "\(old.amount) \(old.currency)", new: "\(new.amount) \(new.currency)",
            change: change)
        let place = result.largest.firstIndex { Self.isLarger(move, $0) }
        result.largest.insert(move, at: place ?? result.largest.count)
        if result.largest.count > Self.mostMoves { result.largest.removeLast() }
    }

    private static func isLarger(_ one: Move, _ other: Move) -> Bool {
        let sizes = [one, other].map { $0.change?.magnitude ?? UInt.max }
        return sizes[0] > sizes[1]
    }

    private func report(_ code: FindingCode, _ message: String, _ price: SheetPrice) {
        guard result.tenfold + result.zeroNow <= Self.mostFindings else { return }
        let path = paths.indices.contains(price.file) ? paths[price.file] : ""
        collector.report(
            code, message,
            at: SourceLocation(path: path, line: price.line, column: price.column),
            help: "look it up in the provider's own list before it is quoted", severity: .warning)
    }
}

extension SheetPrice {
    /// What is the same for all rows of a meter, as it sorts.
    var meterKey: MeterKey { MeterKey(sku: sku, sites: sites, months: months) }
}

/// A meter at its sites with a plan; sorts as its rows do.
struct MeterKey: Comparable {
    let sku: String
    let sites: String
    let months: Int

    static func < (left: Self, right: Self) -> Bool {
        if left.sku != right.sku { return precedes(left.sku, right.sku) }
        if left.sites != right.sites { return precedes(left.sites, right.sites) }
        return left.months < right.months
    }

    /// By bytes, a text before every longer one that begins with it.
    private static func precedes(_ one: String, _ other: String) -> Bool {
        one.utf8.lexicographicallyPrecedes(other.utf8)
    }
}
