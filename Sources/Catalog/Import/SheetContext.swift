import Diagnostics
import LocatedInput
import Quantities

/// What the reader of a form works with: tables, tallies, and the place where prices go.
final class SheetContext {
    let form: SheetForm
    let collector: FindingCollector
    /// Prices by meter, site, plan and tier.
    let sorted: SortedRecords
    var tally = SheetTally()
    /// The day to which the sheet speaks, where it says one; the latest.
    var sheetDate: CalendarDate?
    /// Pages that say that another follows.
    var pagesWithNext: [SourceLocation] = []
    /// Number of the file that is read.
    var file = 0

    private let regions: [String: SiteID]
    private let everywhere: Set<String>
    private var units: SheetUnits
    private let currency: Currency?
    private let listSites: String?

    init(
        _ form: SheetForm, _ options: SheetImport.Options, _ catalog: CatalogSnapshot,
        into collector: FindingCollector
    ) {
        self.form = form
        self.collector = collector
        sorted = SortedRecords(memory: options.sortMemory)
        units = SheetUnits(form)
        currency = options.currency
        let facts = form.facts
        everywhere = facts.everywhere
        regions = catalog.aliases.reduce(into: [:]) { regions, alias in
            guard alias.provider == facts.provider, alias.kind == .site,
                alias.usedIn == facts.regionTable
            else { return }
            regions[alias.alias] = SiteID(alias.of)
        }
        var sites = options.sites
        if sites.isEmpty, let model = facts.listModel {
            sites = catalog.sites.filter {
                $0.provider == facts.provider && $0.deliveryModel.rawValue == model
                    && $0.status == .available
            }.map(\.id)
        }
        listSites = sites.isEmpty ? nil : Self.joined(sites)
    }

    /// Sites at which a list without regions holds; `*` where nothing narrows it.
    var sitesOfList: String { listSites ?? "*" }

    /// The site of a region; `nil` after noting that it is unknown.
    func site(of region: String, at place: @autoclosure () -> SourceLocation) -> String? {
        if everywhere.contains(region) { return "*" }
        if let site = regions[region] ?? regions[region.lowercased()] { return site.rawValue }
        tally.unknown(region: region, at: place())
        return nil
    }

    /// The sites of several regions, in order; regions not in the table are noted and left out.
    func sites(of regions: [(String, SourceLocation)]) -> String? {
        let found = regions.compactMap { site(of: $0.0, at: $0.1) }
        if found.contains("*") { return "*" }
        return found.isEmpty ? nil : Self.joined(found.map { SiteID($0) })
    }

    private static func joined(_ sites: [SiteID]) -> String {
        Set(sites.map(\.rawValue)).sorted().joined(separator: ";")
    }

    /// What a unit means; `nil` after noting that it is unknown.
    func unit(
        _ text: String, at place: @autoclosure () -> SourceLocation
    ) -> SheetUnits.Meaning? {
        if let meaning = units.meaning(of: text) { return meaning }
        tally.unknown(unit: text, at: place())
        return nil
    }

    /// Whether a price in this currency is wanted; what is unknown is noted.
    func takes(currency code: String, at place: @autoclosure () -> SourceLocation) -> Bool {
        guard let known = Currency(code: code) else {
            tally.unknown(currency: code, at: place())
            return false
        }
        if let currency, known != currency {
            tally.leaveOut(.otherCurrency)
            return false
        }
        return true
    }

    /// Reads a number; anything else is a finding.
    func number(
        _ bytes: UnsafeBufferPointer<UInt8>, _ what: String,
        at place: @autoclosure () -> SourceLocation
    ) -> ExactDecimal? {
        let reading = SheetNumber.read(bytes)
        if case .number(let number) = reading, !number.isNegative { return number }
        let text = collector.quote(String(decoding: bytes, as: UTF8.self), at: place())
        switch reading {
        case .number:
            collector.report(
                .sheetPlaceholder, "\(what) is \(text); a price list has no negative numbers",
                at: place(), help: "credits and refunds belong to bills: take them out")
        case .comma:
            collector.report(
                .sheetDecimalSign, "\(what) is written \(text), with a comma", at: place(),
                help: "export the sheet anew with decimal points")
        case .placeholder:
            collector.report(
                .sheetPlaceholder, "\(what) is \(text), expected a number", at: place(),
                help: "a price that is not known is left out of a sheet, not filled in")
        }
        return nil
    }

    /// Reports a member or column that a price cannot do without.
    func missing(_ key: String, at place: SourceLocation) {
        collector.report(
            .inputMissingKey, "the price has no '\(key)'", at: place,
            help: "the sheet is cut, or of another form than \(form.rawValue)")
    }

    /// Leaves a price out that ends before it begins, and says so; one by one for the first ones.
    func leaveOutEmpty(from: CalendarDate, at place: @autoclosure () -> SourceLocation) {
        let before = tally.leftOut[.emptyValidity] ?? 0
        tally.leaveOut(.emptyValidity)
        guard before < SheetComparison.mostFindings else {
            return tally.remark(
                "further prices end before they begin", .sheetEmptyValidity, at: place())
        }
        collector.report(
            .sheetEmptyValidity, "the price begins on \(from) and ends before; it never held",
            at: place(), help: "nothing to do: it is left out", severity: .warning)
    }

    /// Adds a price with its place in the file.
    func add(_ price: SheetPrice, at place: SourceLocation) {
        var price = price
        price.file = file
        price.line = place.line
        price.column = place.column
        tally.prices += 1
        sorted.append(price.record)
    }

    /// Notes a day to which the sheet speaks.
    func note(date text: String) {
        guard case .day(let date) = SheetDate.first(text) else { return }
        sheetDate = max(sheetDate ?? date, date)
    }
}

/// Reads the files of one form.
protocol SheetReader {
    /// Reads one file, and tells whether it was read to its end.
    mutating func read(_ stream: SheetStream) -> Bool
    /// Ends the sheet after its last file.
    mutating func finish()
}

extension SheetReader {
    mutating func finish() {}
}
