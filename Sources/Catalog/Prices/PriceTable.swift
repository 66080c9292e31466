import Diagnostics
import Quantities

/// The prices of a catalog: packed rows, and a few that are assumed beside them.
struct PriceTable: Sendable {
    /// What the files say.
    private(set) var sheets = PriceSheets()
    /// Rows by meter; none while files are read.
    private var index: PriceIndex?
    /// Rows assumed later, by identifier.
    private var assumed: [PriceID: PriceRow] = [:]
    /// What stands for a site that rows name, where it is a platform in halls.
    private var places: [SiteID: [SiteID]] = [:]

    /// Creates a table without rows.
    init() {}

    /// Creates the table of these rows, to which others may come.
    init(reading sheets: PriceSheets) { self.sheets = sheets }

    /// Creates the table of these rows.
    init(_ sheets: PriceSheets) {
        self.init(reading: sheets)
        freeze()
    }

    /// Number of rows.
    var count: Int {
        sheets.rows.count + assumed.keys.count { sheets.ids.number(of: $0.rawValue) == nil }
    }

    /// What rows have in common, once for each combination.
    var terms: [PriceTerms] { sheets.terms + assumed.values.map(PriceTerms.init) }

    /// Adds a row; one that is assumed after the files are read replaces theirs.
    mutating func add(_ row: PriceRow, layer: Int, into collector: FindingCollector) {
        guard index == nil else {
            assumed[row.id] = row
            return
        }
        sheets.add(row, layer: layer, into: collector)
    }

    /// Adds the rows of another file.
    mutating func add(_ other: PriceTable, into collector: FindingCollector) {
        sheets.add(other.sheets, into: collector)
    }

    /// Ends the reading of files.
    mutating func freeze() { index = PriceIndex(sheets) }

    /// Lets rows of platforms hold in the halls where they stand. A row for a platform that stands
    /// nowhere does not become one for all sites.
    func placed(_ places: [SiteID: [SiteID]]) -> PriceTable {
        var table = self
        table.places = places.filter { !$0.value.isEmpty }
        return table
    }

    /// Gives the rows of a provider's meter that hold at a site on a date, be it by the list for
    /// all sites.
    ///
    /// - Parameter plan: commitment that the rows suppose; any where there is none.
    func rows(
        of sku: String, _ provider: ProviderID, at site: SiteID, plan: PricePlan?,
        on date: CalendarDate
    ) -> [PriceRow] {
        var found: [PriceRow] = []
        if let index {
            let asked = PriceIndex.Asked(plan: plan, date: date)
            for number in index.rows(of: sku, in: sheets) {
                // Most rows of a meter are of other plans and sites: numbers tell before texts do.
                let terms = Int(sheets.rows[Int(number)].terms)
                guard index.fits(terms, asked), holds(sheets.terms[terms].sites, at: site),
                    sheets.terms[terms].provider == provider
                else { continue }
                let row = sheets[number]
                if assumed.isEmpty || assumed[row.id] == nil { found.append(expanded(row)) }
            }
        }
        for row in assumed.values where row.sku == sku && row.provider == provider {
            if plan.map({ $0 == row.plan }) ?? true, row.isEffective(on: date),
                holds(row.sites, at: site)
            {
                found.append(expanded(row))
            }
        }
        return found
    }

    /// Gives the days on which a price of a provider's meter at a site begins or ends, in order.
    func changes(of sku: String, _ provider: ProviderID, at site: SiteID) -> [CalendarDate] {
        var days: Set<CalendarDate> = []
        if let index {
            for number in index.rows(of: sku, in: sheets) {
                let terms = sheets.terms[Int(sheets.rows[Int(number)].terms)]
                guard terms.provider == provider, holds(terms.sites, at: site) else { continue }
                days.formUnion([terms.effectiveFrom, terms.effectiveUntil].compactMap { $0 })
            }
        }
        for row in assumed.values
        where row.sku == sku && row.provider == provider && holds(row.sites, at: site) {
            days.formUnion([row.effectiveFrom, row.effectiveUntil].compactMap { $0 })
        }
        return days.sorted()
    }

    /// Tells whether any row of a provider is of a meter.
    func contains(_ sku: String, _ provider: ProviderID) -> Bool {
        let isInSheets = index?.rows(of: sku, in: sheets).contains { number in
            sheets.terms[Int(sheets.rows[Int(number)].terms)].provider == provider
        }
        return isInSheets ?? false
            || assumed.values.contains { $0.sku == sku && $0.provider == provider }
    }

    /// Gives the meters of a provider with a row that holds at a site on a date, sorted.
    func skus(of provider: ProviderID, at site: SiteID, on date: CalendarDate) -> [String] {
        let fits = sheets.terms.map { terms in
            terms.provider == provider && terms.isEffective(on: date)
                && holds(terms.sites, at: site)
        }
        var found: Set<String> = []
        for row in sheets.rows where fits[Int(row.terms)] { found.insert(sheets.skus[row.sku]) }
        return found.sorted()
    }

    private func holds(_ sites: [SiteID], at site: SiteID) -> Bool {
        guard !sites.isEmpty else { return true }
        if sites.contains(site) { return places[site] == nil }
        return !places.isEmpty && sites.contains { places[$0]?.contains(site) ?? false }
    }

    private func expanded(_ row: PriceRow) -> PriceRow {
        guard !places.isEmpty, row.sites.contains(where: { places[$0] != nil }) else { return row }
        var row = row
        row.sites = row.sites.flatMap { places[$0] ?? [$0] }
        return row
    }
}

extension PriceTable: Sequence {
    /// Gives the rows in the order read, then those assumed.
    func makeIterator() -> AnyIterator<PriceRow> {
        let extra = assumed.values.sorted { $0.id < $1.id }
        let known = sheets.rows.indices.lazy.map { sheets[UInt32($0)] }
            .filter { assumed[$0.id] == nil }
        return AnyIterator((Array(known) + extra).map { expanded($0) }.makeIterator())
    }
}

/// Rows of price sheets by their meters.
struct PriceIndex: Sendable {
    /// Where the rows of each meter begin among the numbers; one more than there are meters.
    private let starts: [UInt32]
    /// Rows by meter, those of one in the order read.
    private let numbers: [UInt32]
    /// What numbers tell of the terms of rows, in their order.
    private let terms: [Key]

    /// Plan and validity of terms.
    private struct Key: Sendable {
        let months: Int
        let from: Int
        let until: Int
    }

    /// What is asked of rows, as numbers.
    struct Asked {
        fileprivate let months: Int?
        fileprivate let day: Int

        init(plan: PricePlan?, date: CalendarDate) {
            months = plan?.months
            day = PriceIndex.day(date)
        }
    }

    init(_ sheets: PriceSheets) {
        var starts = [UInt32](repeating: 0, count: sheets.skus.count + 1)
        for row in sheets.rows { starts[Int(row.sku) + 1] += 1 }
        for sku in starts.indices.dropFirst() { starts[sku] += starts[sku - 1] }
        var next = starts
        var numbers = [UInt32](repeating: 0, count: sheets.rows.count)
        for (number, row) in sheets.rows.enumerated() {
            numbers[Int(next[Int(row.sku)])] = UInt32(number)
            next[Int(row.sku)] += 1
        }
        self.starts = starts
        self.numbers = numbers
        terms = sheets.terms.map { terms in
            Key(
                months: terms.plan.months, from: terms.effectiveFrom.map(Self.day) ?? Int.min,
                until: terms.effectiveUntil.map(Self.day) ?? Int.max)
        }
    }

    /// Tells whether terms have the plan and hold on the day that are asked for.
    func fits(_ number: Int, _ asked: Asked) -> Bool {
        let key = terms[number]
        return key.from <= asked.day && asked.day < key.until
            && (asked.months ?? key.months) == key.months
    }

    /// A number that grows with the day.
    private static func day(_ date: CalendarDate) -> Int {
        (date.year * 16 + date.month) * 32 + date.day
    }

    /// Rows of a meter, whoever sells it.
    func rows(of sku: String, in sheets: PriceSheets) -> ArraySlice<UInt32> {
        guard let number = sheets.skus.number(of: sku) else { return [] }
        return rows(of: number)
    }

    /// Rows of a meter, by its number.
    func rows(of sku: UInt32) -> ArraySlice<UInt32> {
        numbers[Int(starts[Int(sku)])..<Int(starts[Int(sku) + 1])]
    }
}
