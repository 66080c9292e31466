import Assembly
import Catalog
import Diagnostics
import Documents
import Clearance
import Eligibility
import LocatedInput
import Pricing
import Proposals
import Quantities
import Requirements

/// Measures the parts of a quote on the shipped catalog and prints one table.
///
/// Without words every scenario of the catalog is measured, one column each.
///
///     swift run -c release QuoteBenchmark
///     swift run -c release QuoteBenchmark catalog catalog/scenarios/spain-limited.yaml
@main
struct QuoteBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        let folder = arguments.count > 1 ? arguments[1] : "catalog"
        let collector = FindingCollector()
        guard let files = InputFolder.read(folder, into: collector) else {
            print("no catalog in '\(folder)'")
            return
        }
        let shipped = files.map(\.relativePath)
            .filter { $0.hasPrefix("scenarios/") && $0.hasSuffix(".yaml") }
            .map { "\(folder)/\($0)" }.sorted()
        let paths = arguments.count > 2 ? Array(arguments.dropFirst(2)) : shipped
        var columns: [(name: String, rows: [Row])] = []
        for path in paths {
            guard let input = InputFile.read(path, into: collector),
                let world = World(files: files, input: input, folder: folder)
            else {
                print("no requirement that can be bound in '\(path)'")
                continue
            }
            let name = path.split(separator: "/").last.map(String.init) ?? path
            columns.append((String(name.dropLast(".yaml".count)), try world.rows()))
        }
        print(table(columns))
    }

    private static func table(_ columns: [(name: String, rows: [Row])]) -> String {
        func line(_ first: String, _ cells: [String]) -> String {
            let widths = columns.map { max($0.name.utf8.count, 10) }
            return first + String(repeating: " ", count: max(0, 40 - first.utf8.count))
                + zip(cells, widths).map { cell, width in
                    String(repeating: " ", count: max(0, width - cell.utf8.count)) + cell
                }.joined(separator: "  ")
        }
        var lines = [line("µs, median of 21", columns.map(\.name))]
        for row in columns.first?.rows ?? [] {
            let cells = columns.map { column in
                column.rows.first { $0.name == row.name }?.microseconds ?? "-"
            }
            lines.append(line(row.name, cells))
        }
        return lines.joined(separator: "\n")
    }
}

/// A part of a quote, and what it took.
private struct Row {
    let name: String
    let microseconds: String
}

/// One requirement on one catalog.
private struct World {
    let layer: CatalogLayer
    let input: InputText
    let catalog: CatalogSnapshot
    let bound: BoundRequirement

    init?(files: [InputFolder.File], input: InputText, folder: String) {
        layer = CatalogLayer(
            folder: folder,
            files: files.map {
                CatalogLayer.File(relativePath: $0.relativePath, input: $0.input)
            })
        self.input = input
        let collector = FindingCollector()
        guard let catalog = CatalogLoader.load([layer], into: collector),
            let value = LocatedDocument.parse(input, into: collector)?.root,
            let requirement = Requirement(value, into: collector),
            let bound = BoundRequirement(requirement, to: catalog, into: collector)
        else { return nil }
        self.catalog = catalog
        self.bound = bound
    }

    func rows() throws -> [Row] {
        let proposal = try propose()
        let judge = EligibilityJudge(bound: bound, catalog: catalog)
        let pairs = proposal.judgements.count
        var rows = [
            row("catalog, \(layer.files.count) files", 1) {
                _ = CatalogLoader.load([layer], into: FindingCollector())
            },
            row("eligibility, an offer for a demand", pairs) {
                for demand in bound.demands { _ = judge.judge(demand) }
            },
            row("assembly, with its conflict", 1) {
                _ = Assembler(limit: StepLimit(steps: 1_000_000)).assemble(proposal.problem)
            },
            row("whole quote without catalog", 1) { _ = try? propose() },
            row("quote as text", 1) { _ = QuoteText.render(proposal) },
        ]
        if case .package(let package) = proposal.outcome, let line = package.lines.first {
            rows.append(
                row("pricing, a line", 1000) {
                    for _ in 0..<1000 { _ = try? price(line, proposal.rates) }
                })
        }
        return rows
    }

    private func propose() throws -> Proposal {
        try QuoteEngine(catalog: catalog, limit: StepLimit(steps: 1_000_000))
            .propose(bound, source: RequirementSource(path: input.path, text: input.text))
    }

    private func price(_ line: QuoteLine, _ rates: EuroReferenceRates) throws -> Money {
        try PricedLine(
            id: line.id, charge: line.priced.charge, plan: line.priced.plan,
            months: line.priced.months, rates: rates, currency: bound.requirement.currency.value,
            rounding: .halfUp
        ).money
    }

    /// Runs `body` 21 times and gives a table row with the median per unit.
    private func row(_ name: String, _ units: Int, _ body: () -> Void) -> Row {
        let clock = ContinuousClock()
        let times = (0..<21).map { _ in clock.measure(body) }.sorted()
        let each = times[10] / max(units, 1)
        let nanoseconds = each.components.attoseconds / 1_000_000_000
        return Row(name: name, microseconds: microseconds(nanoseconds))
    }

    /// A number of nanoseconds as microseconds with one decimal.
    private func microseconds(_ nanoseconds: Int64) -> String {
        let tenths = (nanoseconds + 50) / 100
        return "\(tenths / 10).\(tenths % 10)"
    }
}
