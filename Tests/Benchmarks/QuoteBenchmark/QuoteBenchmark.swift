import Assembly
import Catalog
import Diagnostics
import Documents
import Eligibility
import LocatedInput
import Pricing
import Proposals
import Quantities
import Requirements

/// Measures the parts of a quote on the shipped catalog and prints one table.
///
///     swift run -c release QuoteBenchmark catalog catalog/scenarios/spain-limited.yaml
@main
struct QuoteBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        let folder = arguments.count > 1 ? arguments[1] : "catalog"
        let path = arguments.count > 2 ? arguments[2] : "catalog/scenarios/spain-limited.yaml"
        let collector = FindingCollector()
        guard let files = InputFolder.read(folder, into: collector),
            let input = InputFile.read(path, into: collector),
            let world = World(files: files, input: input, folder: folder)
        else {
            print("no catalog in '\(folder)', or no requirement in '\(path)'")
            return
        }
        print(try world.table())
    }
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

    func table() throws -> String {
        let proposal = try propose()
        let judge = EligibilityJudge(bound: bound, catalog: catalog)
        let pairs = proposal.judgements.count
        var rows = [
            row("catalog load, \(layer.files.count) files", 1, "load") {
                _ = CatalogLoader.load([layer], into: FindingCollector())
            },
            row("eligibility", pairs, "offer and demand") {
                for demand in bound.demands { _ = judge.judge(demand) }
            },
            row("assembly", 1, "problem") {
                _ = Assembler(limit: StepLimit(steps: 1_000_000)).assemble(proposal.problem)
            },
            row("whole quote without catalog", 1, "quote") { _ = try? propose() },
            row("quote as text", 1, "document") { _ = QuoteText.render(proposal) },
        ]
        if case .package(let package) = proposal.outcome, let line = package.lines.first {
            rows.insert(
                row("pricing", 1000, "line") {
                    for _ in 0..<1000 { _ = try? price(line, proposal.rates) }
                }, at: 2)
        }
        return "part                              each, median of 21\n"
            + "--------------------------------  --------------------------\n"
            + rows.joined(separator: "\n")
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
    private func row(_ name: String, _ units: Int, _ unit: String, _ body: () -> Void) -> String {
        let clock = ContinuousClock()
        let times = (0..<21).map { _ in clock.measure(body) }.sorted()
        let each = times[10] / max(units, 1)
        let nanoseconds = each.components.attoseconds / 1_000_000_000
        let padded = name + String(repeating: " ", count: max(0, 34 - name.utf8.count))
        return "\(padded)\(microseconds(nanoseconds)) µs per \(unit)"
    }

    /// A number of nanoseconds as microseconds with one decimal.
    private func microseconds(_ nanoseconds: Int64) -> String {
        let tenths = (nanoseconds + 50) / 100
        let text = "\(tenths / 10).\(tenths % 10)"
        return String(repeating: " ", count: max(0, 10 - text.utf8.count)) + text
    }
}
