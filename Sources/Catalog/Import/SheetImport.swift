package import Diagnostics
import LocatedInput
package import Quantities

/// Imports a provider's price sheet as an overlay of the catalog's own form.
///
/// Files are read stretch by stretch, prices sorted by meter within bounded memory, and rows
/// written as they come. Nothing is imported by halves: after an error nothing is written.
package struct SheetImport {
    /// What the caller chooses.
    package struct Options: Sendable {
        /// Form of the files; found from their content where it is not said.
        package var form: SheetForm?
        /// Day to which the sheet speaks; what the sheet says of itself where it is not said.
        package var asOf: CalendarDate?
        /// How surely the sheet is known to be the provider's.
        package var confidence = Confidence.secondary
        /// Whether prices of unknown regions, units and currencies are left out instead of refused.
        package var skipsUnknown = false
        /// Whether a sheet may lack pages.
        package var isPartial = false
        /// The only currency wanted; any where it is not said.
        package var currency: Currency?
        /// Sites at which a list without regions holds; those of its table where none are said.
        package var sites: [SiteID] = []
        /// Folder of the overlay.
        package var folder: String
        /// An older sheet's overlay file, or the sheet itself, to compare with.
        package var since: [String] = []
        /// Percent by which a price has to move to be reported.
        package var threshold = ExactDecimal(10)
        /// Bytes of prices held while they are sorted.
        package var sortMemory = 32 << 20

        /// Creates options that write to `folder`.
        package init(folder: String) {
            self.folder = folder
        }
    }

    private let options: Options
    private let catalog: CatalogSnapshot
    private let collector: FindingCollector

    /// Imports files as one sheet, in the order given.
    ///
    /// - Parameter collector: Gets every finding; an error leaves nothing written.
    /// - Returns: What was done; none after an error.
    package static func run(
        _ paths: [String], _ options: Options, over catalog: CatalogSnapshot,
        into collector: FindingCollector
    ) -> SheetOutcome? {
        SheetImport(options: options, catalog: catalog, collector: collector).run(paths)
    }

    private func run(_ paths: [String]) -> SheetOutcome? {
        let errorsBefore = collector.hasErrors
        guard !errorsBefore, let form = form(of: paths) else { return nil }
        var digest = ContentDigest()
        let context = SheetContext(form, options, catalog, into: collector)
        checkSites(form, context)
        guard read(paths, context, { digest.add($0) }) else { return nil }
        reportTallies(context, paths)
        guard !collector.hasErrors else { return nil }
        let hash = digest.finished()
        let asOf = options.asOf ?? context.sheetDate
        let overlay = SheetOverlay(
            form, source: source(form, paths, hash), asOf: asOf?.description ?? "undated",
            confidence: options.confidence, over: catalog)
        let path = Self.path(of: form, in: options.folder)
        var comparison: SheetComparison?
        if !options.since.isEmpty {
            guard let old = oldPrices(form) else { return nil }
            comparison = SheetComparison(
                with: old, threshold: options.threshold, paths: paths, into: collector)
        }
        guard write(context, paths, overlay, to: path, &comparison) else { return nil }
        return SheetOutcome(
            form: form, files: paths, hash: hash, asOf: asOf, path: path, tally: context.tally,
            comparison: comparison?.result, threshold: options.threshold)
    }

    /// Path of the file that an import of a form writes below a folder.
    package static func path(of form: SheetForm, in folder: String) -> String {
        let folder = folder.isEmpty ? "." : folder
        let below = "providers/\(form.facts.provider)/prices/\(form.rawValue).csv"
        return folder.hasSuffix("/") ? folder + below : folder + "/" + below
    }

    private func source(_ form: SheetForm, _ paths: [String], _ hash: String) -> String {
        let name = paths[0].split(separator: "/").last.map(String.init) ?? paths[0]
        let more = paths.count > 1 ? " and \(paths.count - 1) more" : ""
        let (source, address) = form.facts.source
        return "\(source), \(name)\(more), SHA-256 \(hash) | \(address)"
    }
}

// MARK: - Reading

extension SheetImport {
    private func form(of paths: [String]) -> SheetForm? {
        var form: SheetForm?
        for path in paths {
            guard let stream = SheetStream(path, into: collector) else { return nil }
            let place = SourceLocation(path: path, line: 1, column: 1, length: 0)
            let guess = SheetForm.guess(stream.beginning(1 << 18, into: collector))
            switch guess {
            case .compressed:
                collector.report(
                    .sheetCompressed, "the file is compressed with gzip", at: place,
                    help: "unpack it first: gunzip -k \(path)")
            case .index:
                collector.report(
                    .sheetUnknownForm, "the file is a list of sheets, and holds no price",
                    at: place, help: "import the files that it names")
            case .unknown where options.form == nil:
                collector.report(
                    .sheetUnknownForm, "the file looks like no sheet that is known", at: place,
                    help: "say what it is with --as")
            case .unknown: form = form ?? options.form
            case .form(let found):
                let asked = options.form ?? form ?? found
                if asked != found {
                    collector.report(
                        .sheetUnknownForm,
                        "the file looks like \(found.rawValue), not \(asked.rawValue)", at: place,
                        help: "import sheets of different forms one after the other")
                }
                form = asked
            }
        }
        return collector.hasErrors ? nil : form
    }

    private func checkSites(_ form: SheetForm, _ context: SheetContext) {
        for site in options.sites where catalog.site(site)?.provider != form.facts.provider {
            collector.report(
                .catalogUnknownReference,
                "provider '\(form.facts.provider)' has no site '\(site)'",
                help: DidYouMean.help(
                    for: site.rawValue,
                    in: catalog.sites.filter { $0.provider == form.facts.provider }
                        .map(\.id.rawValue)))
        }
    }

    private func read(
        _ paths: [String], _ context: SheetContext,
        _ onBytes: @escaping (UnsafeBufferPointer<UInt8>) -> Void
    ) -> Bool {
        var reader = Self.reader(context)
        for (number, path) in paths.enumerated() {
            context.file = number
            guard let stream = SheetStream(path, into: collector, onBytes: onBytes),
                reader.read(stream)
            else { return false }
        }
        reader.finish()
        return true
    }

    private static func reader(_ context: SheetContext) -> any SheetReader {
        switch context.form {
        case .azureRetail: AzureRetailSheet(context)
        case .awsOffer: AWSOfferSheet(context)
        case .gcpSkus: GoogleSkuSheet(context)
        case .ociProducts: OracleProductSheet(context)
        case .eaPriceSheet: AzureAgreementSheet(context)
        }
    }

    /// Prices of an older sheet, read without a word: its findings were told when it was imported.
    private func oldPrices(_ form: SheetForm) -> MeterPrices? {
        let silent = FindingCollector()
        var options = options
        options.skipsUnknown = true
        let old: SheetContext
        if options.since.count == 1, options.since[0].hasSuffix("/\(form.rawValue).csv") {
            old = SheetContext(form, options, catalog, into: silent)
            guard let stream = SheetStream(options.since[0], into: collector) else { return nil }
            guard OverlayReader.read(stream, into: old) else {
                collector.report(
                    .sheetUnknownForm, "the older sheet is no overlay that an import wrote",
                    at: SourceLocation(path: options.since[0], line: 1, column: 1, length: 0),
                    help: "name the folder that an earlier import wrote, or the older sheet")
                return nil
            }
        } else {
            guard let found = self.form(of: options.since) else { return nil }
            guard found == form else {
                collector.report(
                    .sheetUnknownForm,
                    "the older sheet looks like \(found.rawValue), not \(form.rawValue)",
                    at: SourceLocation(path: options.since[0], line: 1, column: 1, length: 0),
                    help: "compare sheets of one form")
                return nil
            }
            old = SheetContext(form, options, catalog, into: silent)
            guard read(options.since, old, { _ in }) else {
                collector.absorb(silent.gathered)
                return nil
            }
        }
        return MeterPrices(old.sorted, paths: options.since, into: silent)
    }
}

// MARK: - Writing

extension SheetImport {
    private func write(
        _ context: SheetContext, _ paths: [String], _ overlay: SheetOverlay, to path: String,
        _ comparison: inout SheetComparison?
    ) -> Bool {
        let meters = MeterPrices(context.sorted, paths: paths, into: collector)
        var file: StreamedFile?
        var beside: String?
        while let rows = meters.next() {
            // After an error the rest is only looked through for more of them.
            if collector.hasErrors { continue }
            if file == nil {
                guard let new = StreamedFile(path, into: collector) else { return false }
                new.write(overlay.header)
                file = new
            }
            let (text, replaced, isBeside) = overlay.lines(of: rows)
            file?.write(text)
            context.tally.rows += rows.count
            context.tally.zeros += rows.count { $0.amount.isZero }
            context.tally.replaced += replaced
            if isBeside {
                context.tally.beside += 1
                beside = beside ?? rows.first?.sku
            }
            comparison?.take(rows)
        }
        comparison?.finish()
        context.tally.leaveOut(.repeated, meters.repeated)
        let superseded = meters.superseded
        if superseded > 0 {
            context.tally.superseded = superseded
        }
        if let beside {
            report(
                .sheetRemark,
                "'\(beside)' and others have prices in the catalog that hold elsewhere too: the "
                    + "imported ones stand beside them, with '/\(context.form.rawValue)' behind "
                    + "the meter", count: context.tally.beside, at: nil)
        }
        guard meters.systemError == 0 else {
            collector.report(
                .outputNotWritten, "the prices could not be sorted: no room for a temporary file",
                help: "set TMPDIR to a folder on a disk with room")
            file?.discard()
            return false
        }
        guard !collector.hasErrors, let file else {
            file?.discard()
            if !collector.hasErrors { reportNothing(paths) }
            return false
        }
        return file.commit(into: collector)
    }

    private func reportNothing(_ paths: [String]) {
        collector.report(
            .sheetUnknownForm, "no price was found that could be imported",
            at: SourceLocation(path: paths[0], line: 1, column: 1, length: 0),
            help: "look at what was left out, and whether the file is the whole sheet")
    }

    private func report(
        _ code: FindingCode, _ text: String, count: Int, at place: SourceLocation?,
        severity: Severity = .warning, help: String? = nil
    ) {
        let times = count == 1 ? "" : " (\(count) times)"
        collector.report(code, text + times, at: place, help: help, severity: severity)
    }

    /// Reports what was counted: remarks, and words that no table knows, each once.
    private func reportTallies(_ context: SheetContext, _ paths: [String]) {
        let tally = context.tally
        for (text, met) in tally.remarks.sorted(by: { $0.key < $1.key }) {
            report(met.code, text, count: met.count, at: met.first)
        }
        let severity: Severity = options.skipsUnknown ? .warning : .error
        let table = context.form.facts.regionTable
        let skip = options.skipsUnknown ? "" : ", or leave such prices out with --skip-unknown"
        for (region, met) in tally.regions.sorted(by: { $0.key < $1.key }) {
            report(
                .sheetUnknownRegion, "no site is known for the region '\(region)'",
                count: met.count, at: met.first, severity: severity,
                help: "say which site it is in aliases.csv of '\(context.form.facts.provider)': "
                    + "kind site, usedIn '\(table)'\(skip)")
        }
        for (unit, met) in tally.units.sorted(by: { $0.key < $1.key }) {
            report(
                .sheetUnknownUnit, "the unit '\(unit)' is not in the table", count: met.count,
                at: met.first, severity: severity,
                help: options.skipsUnknown ? nil : "leave such prices out with --skip-unknown")
        }
        for (code, met) in tally.currencies.sorted(by: { $0.key < $1.key }) {
            report(
                .sheetUnknownCurrency, "'\(code)' is no currency of ISO 4217", count: met.count,
                at: met.first, severity: severity,
                help: options.skipsUnknown ? nil : "leave such prices out with --skip-unknown")
        }
        reportPages(context, paths)
    }

    /// Every page but the last names the next one.
    private func reportPages(_ context: SheetContext, _ paths: [String]) {
        guard context.pagesWithNext.count >= paths.count, let last = context.pagesWithNext.last
        else { return }
        collector.report(
            .sheetPageMissing, "another page follows, and is not among the files", at: last,
            help: options.isPartial
                ? nil : "name all pages in one command, or import these alone with --partial",
            severity: options.isPartial ? .warning : .error)
    }
}
