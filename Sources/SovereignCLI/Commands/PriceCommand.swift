import ArgumentParser
import Catalog
import Diagnostics
import Documents
import LocatedInput
import Pricing
import Proposals
import Quantities

/// Prices any list of things from the sheets of a catalog.
struct PriceCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "price",
        abstract: "Prices a list of offers from the catalog's sheets, to the cent.",
        discussion: """
            A basket is a table with the columns offer, quantity, from and to; offers are meters, \
            machines or services at a site, as in n2-standard-4@google-europe-southwest1. Optional \
            columns: id, plan (on-demand, cheapest or a period), growth, growthEach, level, \
            account, payer, place, kind, item. An agreement adds steps from list to net, rates, \
            periods, commitments and the rest.

            Exit status: 0 everything is priced; 1 something has no price, or an identity does not \
            hold.
            """)

    @Argument(help: "Basket file (.csv).")
    var basket: String

    @OptionGroup var catalog: CatalogOption

    @Option(help: "Agreement file (.yaml or .json).")
    var agreement: String?

    @Option(help: "Currency of the amounts, where no agreement names it.")
    var currency: String = "EUR"

    @Option(
        name: .customLong("output"),
        help: ArgumentHelp(
            "File to write to, in the form of its ending: .txt, .md, .json or .csv; may be given "
                + "several times.", valueName: "file"))
    var outputs: [String] = []

    @Option(help: ArgumentHelp("Print only where a line's cents come from.", valueName: "line"))
    var explain: String?

    @Option(help: "Form of what is printed, findings too: text or json.")
    var format: OutputFormat = .text

    func validate() throws {
        for path in outputs where BasketForm(path: path) == nil {
            throw ValidationError(
                "'\(path)' has no known ending; prices are written to \(BasketForm.usualEndings)")
        }
        if Currency(code: currency) == nil {
            throw ValidationError("'\(currency)' is no currency code such as EUR")
        }
    }

    func run(in session: CommandSession) -> ExitStatus {
        let reading = CatalogReader(session: session).reading(catalog.folders)
        guard !wouldReplace(reading.paths, session) else { return .badData }
        // Both files are read whatever the other says, so that every mistake is shown at once.
        let basket = readBasket(session)
        let terms = self.terms(session)
        guard let basket, let catalog = reading.catalog, let terms else { return .badData }
        guard let rates = rates(catalog, terms, session),
            let priced = BasketPricer(catalog: catalog, agreement: terms, rates: rates)
                .price(basket, into: session.collector)
        else { return .badData }
        guard write(priced, session) else { return .wrongUsage }
        return status(priced)
    }

    private func readBasket(_ session: CommandSession) -> Basket? {
        guard let table = LocatedDocument.read(basket, into: session.collector) else { return nil }
        guard case .table = table else {
            session.collector.report(
                .inputUnknownFormat, "expected a basket that ends in .csv, found '\(basket)'")
            return nil
        }
        return Basket(table.root, into: session.collector)
    }

    /// The agreement, or one that states a currency alone.
    private func terms(_ session: CommandSession) -> PriceAgreement? {
        guard let agreement else {
            return Currency(code: currency).map { PriceAgreement(currency: $0) }
        }
        guard let document = LocatedDocument.read(agreement, into: session.collector) else {
            return nil
        }
        return PriceAgreement(document.root, into: session.collector)
    }

    private func rates(
        _ catalog: CatalogSnapshot, _ terms: PriceAgreement, _ session: CommandSession
    ) -> ExchangeTable? {
        do {
            let reference = try QuoteEngine.rates(of: catalog, on: terms.asOf ?? catalog.date)
            return ExchangeTable(fixed: terms.rates, reference: reference)
        } catch {
            session.collector.report(
                .priceAmountsTooLarge, "the exchange rates cannot be read: \(error)")
            return nil
        }
    }

    private func wouldReplace(_ catalog: [String], _ session: CommandSession) -> Bool {
        let inputs = [basket] + (agreement.map { [$0] } ?? []) + catalog
        let replaced = outputs.filter { output in
            inputs.contains { OutputFile.leadToSameFile(output, $0) }
        }
        for path in replaced {
            session.collector.report(
                .outputOverInput, "'\(path)' is a file that the prices are made from",
                help: "give the output another name")
        }
        return !replaced.isEmpty
    }

    private func write(_ priced: PricedBasket, _ session: CommandSession) -> Bool {
        let title = basket.split(separator: "/").last.map(String.init) ?? basket
        let files = outputs.compactMap { path in
            BasketForm(path: path).map {
                OutputFile.Content(path: path, text: $0.render(priced, title: title))
            }
        }
        if !files.isEmpty, OutputFile.write(files, into: session.collector) {
            for file in files { session.note("wrote \(file.path)", format) }
        }
        if let explain {
            let explanation = BasketExplanation(priced)
            guard let blocks = explanation.blocks(explain) else {
                session.collector.report(
                    .commandUnknownID, "the basket has no line '\(explain)'",
                    help: DidYouMean.help(for: explain, in: explanation.identifiers)
                        ?? "lines: "
                        + explanation.identifiers.prefix(12).joined(separator: ", "))
                return false
            }
            session.answer(TerminalRenderer().render(blocks))
        } else if files.isEmpty {
            let form: BasketForm = format == .json ? .json : .text
            session.answer(form.render(priced, title: title))
        }
        return true
    }

    private func status(_ priced: PricedBasket) -> ExitStatus {
        guard let totals = priced.totals else { return .no }
        let identities = (try? totals.identities) ?? []
        return identities.allSatisfy(\.holds) ? .yes : .no
    }
}

/// Names the forms in which prices are written.
enum BasketForm: FileForm {
    case text
    case markdown
    case json
    case csv

    var endings: [String] {
        switch self {
        case .text: [".txt"]
        case .markdown: [".md", ".markdown"]
        case .json: [".json"]
        case .csv: [".csv"]
        }
    }

    /// Returns all prices in this form.
    func render(_ priced: PricedBasket, title: String) -> String {
        switch self {
        case .text: TerminalRenderer().render(BasketOutline(priced, title: title).blocks)
        case .markdown: MarkdownRenderer.render(BasketOutline(priced, title: title).blocks)
        case .json: BasketJSON.value(priced).rendered(indented: true) + "\n"
        case .csv: BasketCSV.render(priced)
        }
    }
}
