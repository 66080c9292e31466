import Assembly
import Catalog
import Comparison
import Diagnostics
import LocatedInput
import Proposals
import Quantities
import Requirements

/// Measures weight vectors over invented offers, and one requirement over the members of NATO.
///
///     swift run -c release ComparisonBenchmark
///     swift run -c release ComparisonBenchmark catalog catalog/scenarios/spain-workable.yaml
@main
struct ComparisonBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        let folder = arguments.count > 1 ? arguments[1] : "catalog"
        let scenario =
            arguments.count > 2 ? arguments[2] : "\(folder)/scenarios/spain-limited.yaml"
        try weights()
        try countries(folder, scenario)
    }

    private static func report(_ name: String, _ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
        print("\(name): \(microseconds / 1_000).\(microseconds % 1_000 / 100) ms")
    }

    // MARK: - 1,000 weight vectors × 20 offers × all formulas

    private static func weights() throws {
        let text = """
            plan: 1
            title: benchmark
            asOf: 2026-11-24
            currency: EUR
            price: { weight: 40 }
            criteria:
            \((0..<5).map { "  - { id: c\($0), weight: 12 }" }.joined(separator: "\n"))
            """
        let collector = FindingCollector()
        let input = InputText(path: "plan.yaml", text: text)
        guard let value = YAMLInput.parse(input, into: collector),
            let plan = EvaluationPlan(
                value, hash: ContentHash(of: text), framework: nil, into: collector)
        else { return print(collector.findings.map(\.message)) }
        var draws = WeightVectors(count: 6, seed: 3)
        let rows = (0..<20).map { _ in draws.next() }
        let prices = rows.map { FixedPoint(50_000_000 + Int($0[0] / 20)) }
        let figures = rows.map { row in row.dropFirst().map { FixedPoint(Int($0 / 10_000_000)) } }
        let scoring = try ScoringCase(prices: prices, figures: figures, plan: plan)
        let budget = FixedPoint(120_000_000)
        let formulas: [PriceFormula] = [
            .inverse, .linearToBudget(budget: budget),
            .correctedProportional(budget: budget, significantSaving: FixedPoint(raw: 4 << 50)),
            .spread, .meanDifference,
            .absoluteLinear(ceiling: budget, floor: FixedPoint(40_000_000)),
        ]
        let clock = ContinuousClock()
        var wins = 0
        let additive = try clock.measure {
            for formula in formulas {
                let swapped = scoring.by(.weightedSum, formula: formula)
                wins += try RankAcceptability(swapped, seed: 1, samples: 1_000)?.wins[0] ?? 0
            }
        }
        let value7 = try clock.measure {
            wins +=
                try RankAcceptability(
                    scoring.by(.valueForMoney), seed: 1, samples: 1_000)?.wins[0] ?? 0
        }
        let topsis = try clock.measure {
            wins +=
                try RankAcceptability(
                    scoring.by(.topsis), seed: 1, samples: 1_000)?.wins[0] ?? 0
        }
        report("1,000 weights x 20 offers x F1 to F6", additive)
        report("1,000 weights x 20 offers, F7", value7)
        report("1,000 weights x 20 offers, TOPSIS", topsis)
        report("all of them", additive + value7 + topsis)
        print("won by the first offer: \(wins)")
    }

    // MARK: - Countries

    private static func countries(_ folder: String, _ scenario: String) throws {
        let collector = FindingCollector()
        let files = InputFolder.read(
            folder, skipping: ["scenarios", "comparisons"], into: collector)
        guard let files else { return print("no catalog in '\(folder)'") }
        let layer = CatalogLayer(
            folder: folder,
            files: files.map { CatalogLayer.File(relativePath: $0.relativePath, input: $0.input) })
        guard let catalog = CatalogLoader.load([layer], into: collector),
            let input = InputFile.read(scenario, into: collector),
            let tree = YAMLInput.parse(input, into: collector),
            let requirement = Requirement(tree, into: collector),
            let bound = BoundRequirement(requirement, to: catalog, into: collector),
            let nato = OwnerID(inputText: "NATO").flatMap({ catalog.owner($0) })
        else { return print(collector.findings.map(\.message)) }
        let source = RequirementSource(path: scenario, text: input.text)
        let members = nato.members.compactMap { catalog.owner($0) }
        let clock = ContinuousClock()
        var found = 0
        let duration = try clock.measure {
            let comparison = try CountryComparison(
                tree, bound: bound, source: source, countries: members, catalog: catalog,
                reader: nil, limit: StepLimit(steps: 10_000_000))
            found = comparison.answers.count { $0.package != nil }
        }
        report("\(members.count) countries with their solves, \(found) with a package", duration)
        let one = try clock.measure {
            _ = try QuoteEngine(catalog: catalog, limit: StepLimit(steps: 10_000_000))
                .propose(bound, source: source)
        }
        report("one quote of it", one)
    }
}
