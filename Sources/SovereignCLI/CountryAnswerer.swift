import Assembly
import Catalog
import Comparison
import Diagnostics
import Documents
import LocatedInput
import Quantities
import Requirements

/// Answers `compare requirement.yaml --countries …`.
struct CountryAnswerer {
    let words: String
    let reader: String?
    let steps: Int
    let outputs: [String]
    let format: OutputFormat
    let session: CommandSession

    func run(_ path: String, _ catalog: CatalogSnapshot?) -> ExitStatus {
        let reading = RequirementReader(collector: session.collector)
            .read(path, settings: [], catalog: catalog)
        guard let catalog else { return .badData }
        let countries = self.countries(catalog)
        guard let reading, let countries, !session.collector.hasErrors,
            let tree = tree(path)
        else { return .badData }
        do {
            let comparison = try CountryComparison(
                tree, bound: reading.bound, source: reading.source, countries: countries,
                catalog: catalog, reader: reader.flatMap { OwnerID(inputText: $0) },
                limit: StepLimit(steps: steps))
            return write(comparison) ? Self.status(comparison) : .badData
        } catch {
            session.collector.report(
                .commandAmountsTooLarge, "the countries cannot be compared: \(error)",
                at: reading.start)
            return .badData
        }
    }

    private static func status(_ comparison: CountryComparison) -> ExitStatus {
        let isOpen = comparison.answers.contains { answer in
            if case .undecided = answer.outcome { true } else { false }
        }
        if isOpen { return .undecided }
        return comparison.cheapest == nil ? .no : .yes
    }

    private func tree(_ path: String) -> LocatedValue? {
        guard let input = InputFile.read(path, into: session.collector),
            case .value(let value)? = LocatedDocument.parse(input, into: session.collector)
        else { return nil }
        return value
    }

    /// Codes of nations, or organisations for all of their members, each once.
    private func countries(_ catalog: CatalogSnapshot) -> [Owner]? {
        var found: [Owner] = []
        func add(_ id: OwnerID) {
            guard let owner = catalog.owner(id), owner.kind == .country,
                !found.contains(where: { $0.id == id })
            else { return }
            found.append(owner)
        }
        for word in words.split(separator: ",", omittingEmptySubsequences: true) {
            let name = word.filter { $0 != " " }.uppercased()
            guard let owner = OwnerID(inputText: name).flatMap({ catalog.owner($0) }) else {
                let known = catalog.owners.map(\.id.rawValue)
                let quoted = session.collector.quote(name, at: nil)
                session.collector.report(
                    .comparisonUnknownCountry,
                    "the catalog has no country or organisation \(quoted)",
                    help: DidYouMean.help(for: name, in: known)
                        ?? "known: \(known.joined(separator: ", "))")
                continue
            }
            if owner.kind == .country { add(owner.id) } else { owner.members.forEach(add) }
        }
        if found.isEmpty, !session.collector.hasErrors {
            session.collector.report(
                .comparisonUnknownCountry, "--countries names no country",
                help: "write codes such as ES,PL, or nato")
        }
        return session.collector.hasErrors ? nil : found
    }

    private func write(_ comparison: CountryComparison) -> Bool {
        let files = outputs.flatMap { path in
            ComparisonForm(path: path)?.files(comparison, path: path) ?? []
        }
        guard files.isEmpty else {
            guard OutputFile.write(files, into: session.collector) else { return false }
            for file in files { session.note("wrote \(file.path)", format) }
            return true
        }
        switch format {
        case .text: session.answer(CountryForms.text(comparison))
        case .json: session.answer(CountryForms.json(comparison))
        }
        return true
    }
}
