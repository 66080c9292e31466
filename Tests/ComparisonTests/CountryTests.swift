import Assembly
import Catalog
import Comparison
import Diagnostics
import Documents
import Foundation
import LocatedInput
import Proposals
import Quantities
import Requirements
import Testing

/// The shipped requirement of Spain, asked of others.
struct CountryTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let catalog: CatalogSnapshot? = {
        let collector = FindingCollector()
        let folder = root.appendingPathComponent("catalog").path
        let files = InputFolder.read(folder, skipping: ["scenarios"], into: collector)
        let layer = CatalogLayer(
            folder: folder,
            files: (files ?? []).map {
                CatalogLayer.File(relativePath: $0.relativePath, input: $0.input)
            })
        return CatalogLoader.load([layer], into: collector)
    }()

    private func ask(
        _ scenario: String, _ countries: [String], reader: String? = nil
    ) throws -> CountryComparison {
        let catalog = try #require(Self.catalog)
        let collector = FindingCollector()
        let path = Self.root.appendingPathComponent("catalog/scenarios/\(scenario).yaml").path
        let input = try #require(InputFile.read(path, into: collector))
        let tree = try #require(YAMLInput.parse(input, into: collector))
        let requirement = try #require(Requirement(tree, into: collector))
        let bound = try #require(BoundRequirement(requirement, to: catalog, into: collector))
        let owners = countries.compactMap { OwnerID(inputText: $0) }.compactMap {
            catalog.owner($0)
        }
        #expect(owners.count == countries.count)
        return try CountryComparison(
            tree, bound: bound, source: RequirementSource(path: path, text: input.text),
            countries: owners, catalog: catalog, reader: reader.flatMap { OwnerID(inputText: $0) },
            limit: StepLimit(steps: 5_000_000))
    }

    /// The customer's own answer is its quote, to the cent.
    @Test func `a nation asked for itself is quoted as always`() throws {
        let comparison = try ask("spain-limited", ["ES"])
        let package = try #require(comparison.answers[0].package)
        #expect(package.own.description == "EUR 13644101.48")
        #expect(package.figures.total.text(decimals: 2) == "13644101.48")
        #expect(comparison.answers[0].assumptions == [])
        #expect(package.isProved)
    }

    @Test func `every nation is answered, with a package or a reason`() throws {
        let catalog = try #require(Self.catalog)
        let nato = try #require(OwnerID(inputText: "NATO").flatMap { catalog.owner($0) })
        let comparison = try ask("spain-limited", nato.members.map(\.rawValue))
        #expect(comparison.answers.map(\.country) == nato.members)
        #expect(comparison.answers.contains { $0.package != nil })
        for answer in comparison.answers {
            switch answer.outcome {
            case .package(let package): #expect(package.figures.total > .zero)
            case .refused(let reasons): #expect(!reasons.isEmpty, "\(answer.country)")
            case .undecided: Issue.record("\(answer.country) is undecided")
            }
        }
        let text = CountryForms.text(comparison)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
        #expect(text.contains("of 32 countries"))
        #expect(CountryForms.csv(comparison).split(separator: "\r\n").count == 33)
        let chart = CountryForms.charts(comparison, stem: "x")
        #expect(chart.map(\.name) == ["x-countries.svg"])
        #expect(CountryForms.markdown(comparison, charts: chart).contains("x-countries.svg"))
    }

    @Test func `the same nations give the same bytes`() throws {
        let one = CountryForms.json(try ask("spain-limited", ["ES", "PL", "GB", "FR"]))
        let other = CountryForms.json(try ask("spain-limited", ["ES", "PL", "GB", "FR"]))
        #expect(one == other)
    }

    @Test func `a reader sees its own figures alone`() throws {
        let comparison = try ask("spain-limited", ["ES", "GB", "PL"], reader: "GB")
        #expect(comparison.answers.map(\.country.rawValue) == ["GB"])
        #expect(comparison.withheld == ["Spain", "Poland"])
        let alone = try ask("spain-limited", ["GB"], reader: "GB")
        #expect(
            alone.answers[0].package?.figures.total == comparison.answers[0].package?.figures.total)
    }

    @Test func `a level without a counterpart in the tables is a numbered assumption, or none`()
        throws
    {
        let comparison = try ask("spain-workable", ["PL", "CA"])
        #expect(comparison.answers[0].assumptions.contains { $0.contains("budgets of Spain") })
        guard case .refused(let reasons) = comparison.answers[1].outcome else {
            Issue.record("Canada has no level beside DIFUSIÓN LIMITADA")
            return
        }
        #expect(reasons[0].hasPrefix("Canada has no level that stands beside DIFUSIÓN LIMITADA"))
    }
}
