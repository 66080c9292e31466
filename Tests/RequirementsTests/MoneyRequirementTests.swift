import Catalog
import Diagnostics
import LocatedInput
import Quantities
import Requirements
import TestSupport
import Testing

/// Budgets, taxes, discounts and rates as requirements write them, and their mistakes.
struct MoneyRequirementTests {
    private static let budget =
        "  - { id: base-budget, covers: base, amount: \"1000000.00\", tax: excluded }\n"

    private func budgets(_ texts: String...) throws -> (bound: BoundRequirement?, [Finding]) {
        let lines = texts.map { "  - { id: purse, amount: \"1000000.00\", \($0) }\n" }.joined()
        guard let catalog = try FixtureCatalog().load().snapshot else { return (nil, []) }
        return try FixtureRequirement().replacing(Self.budget, with: lines).bind(to: catalog)
    }

    @Test(arguments: [
        ("covers: option-1", "option-1"), ("covers: each-year, yearStarts: april", "each-year"),
        ("covers: evaluated, enclaves: [guarded], sharedPeople: left-out", "evaluated"),
        ("covers: base, currency: USD", "base"),
    ])
    func `every kind of budget is read`(text: String, word: String) throws {
        let (bound, findings) = try budgets(text)
        #expect(findings.isEmpty, "\(findings.map(\.message))")
        #expect(bound?.requirement.budgets.map(\.covers.value.word) == [word])
    }

    @Test(arguments: [
        ("covers: option-2", "15:48 REQ004 'option-2' is not priced; priced options: 1"),
        ("covers: bas", "15:48 INP040"), ("covers: each-year, yearStarts: apirl", "15:71 INP040"),
        ("covers: base, yearStarts: april", "15:66 REQ010"),
        ("covers: base, enclaves: [gaurded]", "15:65 REQ004 no enclave 'gaurded'"),
        ("covers: base, currency: CHF", "REQ034"),
    ])
    func `mistakes of budgets are found`(text: String, expected: String) throws {
        let (_, findings) = try budgets(text)
        #expect(findings.count == 1)
        #expect(findings.first?.line.contains(expected) == true, "\(findings.map(\.line))")
    }

    @Test(arguments: [("60", "60", true), ("50", "50", false), ("99.99", "0.02", true)])
    func `discounts that pass the price together are found`(
        one: String, other: String, isTooMuch: Bool
    ) throws {
        var ask = QuoteAsk()
        func discount(_ id: String, _ percent: String) -> String {
            "{ id: \(id), name: D, provider: aurelia, percent: \"\(percent)\", basis: stated }"
        }
        let list = "discounts: [\(discount("a", one)), \(discount("b", other))]"
        ask.moreLines = [list, "contract: { discounts: additive }"]
        let collector = FindingCollector()
        let root = try #require(
            YAMLInput.parse(InputText(path: "r.yaml", text: ask.text), into: collector))
        let requirement = try #require(Requirement(root, into: collector))
        _ = try BoundRequirement(requirement, to: QuoteWorld().snapshot(), into: collector)
        #expect(
            collector.findings.map(\.code) == (isTooMuch ? [.requirementDiscountsPassPrice] : []))
        // Shares that follow each other never pass the price.
        ask.moreLines = [list]
        let sequential = FindingCollector()
        let text = InputText(path: "r.yaml", text: ask.text)
        let tree = try #require(YAMLInput.parse(text, into: sequential))
        let asked = try #require(Requirement(tree, into: sequential))
        _ = try BoundRequirement(asked, to: QuoteWorld().snapshot(), into: sequential)
        #expect(sequential.isEmpty)
    }

    @Test func `an exempt budget pays for exempt enclaves only`() throws {
        let (_, findings) = try budgets("covers: base, tax: exempt")
        #expect(findings.map(\.code) == [.requirementNoSingleTax])
    }

    @Test func `a gross budget needs a tax in the catalog`() throws {
        var ask = QuoteAsk()
        ask.budgets = [#"{ id: whole, covers: base, tax: included, amount: "1.00" }"#]
        let text = ask.text.split(separator: "country: XA", omittingEmptySubsequences: false)
            .joined(separator: "country: XB")
        let collector = FindingCollector()
        let root = try #require(
            YAMLInput.parse(InputText(path: "r.yaml", text: text), into: collector))
        let requirement = try #require(Requirement(root, into: collector))
        _ = try BoundRequirement(requirement, to: QuoteWorld().snapshot(), into: collector)
        let told = collector.findings.first { $0.code == .requirementNoSingleTax }
        #expect(told?.message.hasSuffix("the catalog has no tax of Bolmar") == true)
    }

    @Test func `a gross budget over a taxed and an exempt enclave is no net limit`() throws {
        var ask = QuoteAsk.overTwo("tax: exempt")
        ask.budgets = [#"{ id: whole, covers: base, tax: included, amount: "1.00" }"#]
        let catalog = try QuoteWorld().snapshot()
        let collector = FindingCollector()
        let root = try #require(
            YAMLInput.parse(InputText(path: "r.yaml", text: ask.text), into: collector))
        let requirement = try #require(Requirement(root, into: collector))
        _ = BoundRequirement(requirement, to: catalog, into: collector)
        #expect(collector.findings.map(\.code) == [.requirementNoSingleTax])
        #expect(collector.findings.first?.message.hasSuffix("taxed at 0 % and 20 %") == true)
    }

    @Test(arguments: [
        ("provider: aurelia", "provider: aurelai", "REQ004 the catalog has no provider 'aurelai'"),
        ("classifications: [GUARDÉD]", "classifications: [GARDÉD]", "REQ031"),
        ("percent: \"12\"", "percent: \"0\"", "REQ010"),
        ("percent: \"12\"", "percent: \"100.01\"", "REQ010"),
        ("percent: \"12\"", "percent: \"1.234\"", "REQ010"),
        ("onDate: judgement", "onDate: jugdement", "INP040"),
    ])
    func `mistakes of discounts and rates are found`(
        old: String, new: String, expected: String
    ) throws {
        guard let catalog = try FixtureCatalog().load().snapshot else { return }
        let findings = try FixtureRequirement().replacing(old, with: new).bind(to: catalog).findings
        #expect(findings.count == 1)
        #expect(findings.first?.line.contains(expected) == true, "\(findings.map(\.line))")
    }

    @Test func `a place without a tax is found`() throws {
        var ask = QuoteAsk()
        ask.enclaveLines.append("taxPlace: Almarra")
        let catalog = try QuoteWorld().snapshot()
        #expect(throws: QuoteWorld.Unsound.self) { try QuoteWorld.bind(ask.text, to: catalog) }
    }
}

extension QuoteAsk {
    fileprivate static func overTwo(_ line: String) -> QuoteAsk {
        var ask = QuoteAsk()
        ask.moreEnclaves =
            "  - id: vault\n    classification: SEALED\n    \(line)\n    workloads:\n"
            + "      - { id: papers, capability: storage.object, capacityGB: 1000 }\n"
        return ask
    }
}
