package import Comparison
import Catalog
import Quantities

/// Lays out one requirement asked of many nations, a row for each.
package struct CountryOutline {
    private let comparison: CountryComparison

    /// Creates an outline.
    package init(_ comparison: CountryComparison) { self.comparison = comparison }

    /// The document's parts in reading order.
    package var blocks: [DocumentBlock] {
        [.heading(level: 1, "Countries: \(comparison.title)"), .paragraph(headline)] + hidden
            + offered + units + refused + assumptions
    }

    private var answered: [CountryComparison.Answer] {
        comparison.answers.filter { $0.package != nil }
            .sorted { one, other in
                let left = one.package?.figures.total ?? .zero
                let right = other.package?.figures.total ?? .zero
                return (left, one.country) < (right, other.country)
            }
    }

    private var headline: String {
        let count = comparison.answers.count
        let found = answered.count
        var text =
            "The requirement of \(comparison.origin) can be met in \(found) of \(count) "
            + (count == 1 ? "country" : "countries")
        if let best = answered.first, let package = best.package {
            text +=
                ", for the least in \(best.name): \(comparison.currency.code) "
                + money(package.figures.total)
        }
        return text
            + ". Amounts are without tax, at the rates of \(comparison.rates.date); prices are "
            + "what each nation would be offered, and no order of merit."
    }

    private var hidden: [DocumentBlock] {
        guard !comparison.withheld.isEmpty else { return [] }
        return [
            .paragraph(
                "Not shown, since their figures are not this reader's: "
                    + "\(comparison.withheld.joined(separator: ", ")).")
        ]
    }

    private func money(_ amount: FixedPoint) -> String {
        amount.grouped(decimals: comparison.currency.minorUnits)
    }

    // MARK: - Where it can be had

    private var offered: [DocumentBlock] {
        guard let least = answered.first?.package?.figures.total else { return [] }
        let columns = [
            DocumentBlock.Column("country"),
            DocumentBlock.Column(comparison.currency.code, isFigure: true),
            DocumentBlock.Column("over least", isFigure: true),
            DocumentBlock.Column("own currency", isFigure: true), DocumentBlock.Column("from"),
            DocumentBlock.Column("verdict"), DocumentBlock.Column("providers"),
        ]
        let rows = answered.compactMap { answer in
            answer.package.map { package in
                [
                    "\(answer.country) \(answer.name)",
                    money(package.figures.total) + (package.figures.total == least ? " *" : ""),
                    over(package.figures.total, least), package.own.grouped,
                    package.from?.description ?? "-",
                    package.verdict + (package.isProved ? "" : ", not proved"),
                    package.providers.joined(separator: ", "),
                ]
            }
        }
        return [
            .heading(level: 2, "Where it can be had"),
            .table(DocumentBlock.Table(columns: columns, rows: rows)),
        ]
    }

    private func over(_ amount: FixedPoint, _ least: FixedPoint) -> String {
        guard !least.isZero, let share = try? (amount - least) / least * FixedPoint(100) else {
            return "-"
        }
        return "+" + share.text(decimals: 1) + " %"
    }

    // MARK: - Units

    private var units: [DocumentBlock] {
        let enclaves = answered.flatMap { $0.package?.figures.unitCosts ?? [] }
            .filter { $0.measure == .vcpu }.map(\.level)
            .reduce(into: [String]()) { found, level in
                if !found.contains(level) { found.append(level) }
            }
        guard !enclaves.isEmpty else { return [] }
        let columns =
            [DocumentBlock.Column("country")]
            + enclaves.map { DocumentBlock.Column($0, isFigure: true) }
        let rows = answered.map { answer in
            [answer.country.rawValue]
                + enclaves.map { enclave in cost(answer, enclave) }
        }
        return [
            .heading(level: 2, "A vCPU-month by enclave"),
            .paragraph(
                "In \(comparison.currency.code), platforms in halls included; in brackets the "
                    + "premium over the enclave that is not classified, where there is one."),
            .table(DocumentBlock.Table(columns: columns, rows: rows)),
        ]
    }

    private func cost(_ answer: CountryComparison.Answer, _ enclave: String) -> String {
        let found = answer.package?.figures.unitCosts.first {
            $0.measure == .vcpu && $0.level == enclave
        }
        guard let found else { return "-" }
        let premium = found.premium.map { " (×\($0.text(decimals: 2)))" } ?? ""
        return found.cost.grouped(decimals: 2) + premium
    }

    // MARK: - Where it cannot

    private var refused: [DocumentBlock] {
        let rows = comparison.answers.compactMap { answer -> [String]? in
            switch answer.outcome {
            case .package: return nil
            case .undecided:
                return ["\(answer.country) \(answer.name)", "the limit of steps ended the search"]
            case .refused(let reasons):
                let more = reasons.count > 2 ? "; and \(reasons.count - 2) more" : ""
                return [
                    "\(answer.country) \(answer.name)",
                    reasons.prefix(2).joined(separator: "; ") + more,
                ]
            }
        }
        guard !rows.isEmpty else { return [] }
        return [
            .heading(level: 2, "Where it cannot be had"),
            .table(
                DocumentBlock.Table(
                    columns: ["country", "because"].map { DocumentBlock.Column($0) }, rows: rows)),
        ]
    }

    private var assumptions: [DocumentBlock] {
        var sentences: [(text: String, countries: [String])] = []
        for answer in comparison.answers {
            for text in answer.assumptions {
                if let index = sentences.firstIndex(where: { $0.text == text }) {
                    sentences[index].countries.append(answer.country.rawValue)
                } else {
                    sentences.append((text, [answer.country.rawValue]))
                }
            }
        }
        guard !sentences.isEmpty else { return [] }
        return [
            .heading(level: 2, "Assumptions"),
            .list(
                sentences.enumerated().map { index, sentence in
                    let isAll = sentence.countries.count > 3
                    let countries =
                        isAll
                        ? "\(sentence.countries.count) countries"
                        : sentence.countries.joined(separator: ", ")
                    return DocumentBlock.ListItem(
                        mark: "\(index + 1).", text: "\(sentence.text) (\(countries))")
                }),
        ]
    }
}
