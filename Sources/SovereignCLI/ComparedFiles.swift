import Catalog
import Comparison
import Diagnostics
import LocatedInput
import Proposals
import Quantities

/// Reads what is to be compared: a plan first, then quotes and offers, then a record.
struct ComparedFiles {
    let collector: FindingCollector

    /// Reads an evaluation plan; its hash is taken of the bytes before anything else is read.
    func plan(_ path: String, framework: Framework?) -> EvaluationPlan? {
        guard let input = InputFile.read(path, into: collector) else { return nil }
        let hash = ContentHash(of: input.text)
        guard case .value(let value)? = LocatedDocument.parse(input, into: collector) else {
            return nil
        }
        return EvaluationPlan(value, hash: hash, framework: framework, into: collector)
    }

    /// Reads a record of an evaluation.
    func record(_ path: String) -> EvaluationRecord? {
        guard let input = InputFile.read(path, into: collector),
            case .value(let value)? = LocatedDocument.parse(input, into: collector)
        else { return nil }
        return EvaluationRecord(value, into: collector)
    }

    /// Reads quotes and offers in the order given; every mistake of all of them is a finding.
    ///
    /// - Returns: `nil` after a mistake.
    func offers(_ paths: [String]) -> [ComparedOffer]? {
        var found: [ComparedOffer] = []
        for path in paths {
            guard let offer = offer(path) else { continue }
            if found.contains(where: { $0.id == offer.id }) {
                collector.report(
                    .comparisonDuplicateID, "two offers are named '\(offer.id)'",
                    at: SourceLocation(path: path, line: 1, column: 1, length: 0),
                    help: "rename a file, or give an offer another id")
            }
            found.append(offer)
        }
        return collector.hasErrors ? nil : found
    }

    private func offer(_ path: String) -> ComparedOffer? {
        // A quote embeds its assembly problem, which may be large.
        let limits = InputLimits.assemblyProblem
        guard let input = InputFile.read(path, limits: limits, into: collector),
            case .value(let value)? = LocatedDocument.parse(input, limits: limits, into: collector)
        else { return nil }
        if value["format"]?.text == QuoteFile.format {
            return QuoteOfferReader(into: collector).read(value, id: FileStem(path: path).stem)
        }
        if value["offer"] != nil { return OutsideOfferReader(into: collector).read(value) }
        collector.report(
            .comparisonUnknownFormat, "the file is neither a quote nor an offer",
            at: value.location,
            help: value["requirement"] != nil
                ? "quote the requirement first, with --output and the ending .json, or name "
                    + "countries with --countries"
                : "an offer begins with offer: 1; a quote is what quote --output writes as .json")
        return nil
    }
}

/// The rates by which a comparison converts, and who states them.
struct ComparedRates {
    let rates: EuroReferenceRates
    let source: String

    /// Takes the plan's, else those of the latest quote, else the catalog's, and fills in none.
    init?(
        _ plan: EvaluationPlan, _ offers: [ComparedOffer], _ catalog: CatalogSnapshot?,
        into collector: FindingCollector
    ) {
        let needed = Set(offers.map(\.currency) + [plan.currency])
        if let stated = plan.exchange {
            rates = stated.rates
            source = stated.source
        } else if let found = catalog?.referenceRates(on: plan.asOf),
            let made = try? EuroReferenceRates(
                date: found.day,
                unitsPerEuro: found.rates.map {
                    EuroReferenceRates.Rate(
                        currency: $0.currency, unitsPerEuro: $0.unitsPerEuro,
                        otherSource: $0.otherSource)
                })
        {
            rates = made
            source = made.tableName(for: needed)
        } else if let made = try? EuroReferenceRates(date: plan.asOf, unitsPerEuro: []) {
            rates = made
            source = "no rate is needed"
        } else {
            return nil
        }
        guard needed.count > 1 else { return }
        for offer in offers {
            do {
                _ = try rates.rate(from: offer.currency, to: plan.currency)
            } catch {
                collector.report(
                    .comparisonNoRate,
                    "no rate from \(offer.currency) to \(plan.currency): \(error)",
                    at: offer.location,
                    help: "state it in the plan's exchangeRates, with its date and source")
            }
        }
        if collector.hasErrors { return nil }
    }
}
