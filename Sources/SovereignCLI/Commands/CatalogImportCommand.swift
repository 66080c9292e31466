import ArgumentParser
import Catalog
import Diagnostics
import Foundation
import LocatedInput
import Quantities

extension SheetForm: ExpressibleByArgument {}
extension Confidence: ExpressibleByArgument {}

/// Imports a provider's own price sheet as an overlay of the catalog.
struct CatalogImportCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Imports a provider's price sheet as an overlay of the catalog.",
        discussion: """
            Pages of the Azure Retail Prices API, AWS offer files (JSON, CSV, savings plans), SKUs \
            of the Google Cloud Billing Catalog, Oracle's price list, price sheets of an Azure \
            agreement. Several files are one sheet in several pages. The overlay is named with a \
            further --catalog. Nothing is imported by halves. Exit status: 0 imported; 65 the \
            sheet, or a word in it, is not understood, and nothing was written.
            """)

    @Argument(help: "Files of one sheet, in the order of their pages.")
    var files: [String]

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Form of the files, found from their content where it can be.", valueName: "form"))
    var form: SheetForm?

    @Option(help: ArgumentHelp("Folder of the overlay to write.", valueName: "folder"))
    var output: String

    @OptionGroup var catalog: CatalogOption

    @Option(
        help: ArgumentHelp(
            "Day to which the sheet speaks, where it does not say one.", valueName: "date"))
    var asOf: String?

    @Option(help: "How surely the sheet is the provider's own.")
    var confidence: Confidence = .secondary

    @Option(help: ArgumentHelp("The only currency to import.", valueName: "code"))
    var currency: String?

    @Option(
        help: ArgumentHelp(
            "Sites at which a list without regions holds, with commas between.",
            valueName: "sites"))
    var sites: String?

    @Flag(help: "Leave out prices whose region, unit or currency no table knows, and count them.")
    var skipUnknown = false

    @Flag(help: "Import although pages of the sheet are missing.")
    var partial = false

    @Option(
        help: ArgumentHelp(
            "Compare with an older import (its folder) or an older sheet (its file).",
            valueName: "path"))
    var since: [String] = []

    @Option(
        help: ArgumentHelp(
            "Tell prices that moved by more than so many percent.", valueName: "percent"))
    var threshold: String = "10"

    @Option(help: "Form of the answer and of findings: text or json.")
    var format: OutputFormat = .text

    func validate() throws {
        if files.isEmpty { throw ValidationError("name the files of a sheet") }
        if let asOf, CalendarDate(inputText: asOf) == nil {
            throw ValidationError("'\(asOf)' is no date; write 2026-11-24")
        }
        if let currency, Currency(code: currency) == nil {
            throw ValidationError("'\(currency)' is no currency; write EUR")
        }
        guard let percent = try? ExactDecimal(parsing: threshold), !percent.isNegative else {
            throw ValidationError("'\(threshold)' is no percentage; write 10 or 2.5")
        }
    }

    func run(in session: CommandSession) -> ExitStatus {
        let reader = CatalogReader(session: session)
        guard let base = reader.reading(catalog.folders).catalog,
            let options = options(session.collector)
        else { return .badData }
        guard
            let outcome = SheetImport.run(files, options, over: base, into: session.collector)
        else { return .badData }
        let summary = ImportSummary(outcome)
        switch format {
        case .text: session.answer(summary.text)
        case .json: session.answer(summary.json)
        }
        return .yes
    }

    private func options(_ collector: FindingCollector) -> SheetImport.Options? {
        var options = SheetImport.Options(folder: output)
        options.form = form
        options.asOf = asOf.flatMap { CalendarDate(inputText: $0) }
        options.confidence = confidence
        options.skipsUnknown = skipUnknown
        options.isPartial = partial
        options.currency = currency.flatMap { Currency(code: $0) }
        options.sites = (sites ?? "").split(separator: ",").map { SiteID(String($0)) }
        options.threshold = (try? ExactDecimal(parsing: threshold)) ?? ExactDecimal(10)
        options.since = since.flatMap { older(at: $0) }
        return options
    }

    /// The files of an older import, be it that its folder is named.
    private func older(at path: String) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
            isFolder.boolValue
        else { return [path] }
        let written = SheetForm.allCases.map { SheetImport.path(of: $0, in: path) }
            .filter { FileManager.default.fileExists(atPath: $0) }
        guard let form else { return written.isEmpty ? [path] : written }
        return [SheetImport.path(of: form, in: path)]
    }
}
