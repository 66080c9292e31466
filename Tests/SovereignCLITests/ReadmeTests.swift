import Foundation
import SovereignCLI
import TestSupport
import Testing

/// Runs what the README prints, and holds its output to what the program prints today.
struct ReadmeTests {
    @Test(arguments: Readme.blocks("console"))
    func `an example prints what the page shows`(block: Readme.Block) throws {
        let command = try #require(block.lines.first).dropFirst("$ ".count)
        let words = command.replacing("swift run -c release ", with: "")
            .split(separator: " ").map(String.init)
        #expect(words.first == "sovereign")
        let arguments = words.dropFirst().map { word in
            word.hasPrefix("catalog/") ? Readme.root + "/" + word : word
        }
        let run = CommandRun(
            arguments: Array(arguments) + ["--catalog", Readme.root + "/catalog"])
        var rest = run.answer[...]
        let parts = block.lines.dropFirst().split(separator: "…").map { $0.joined(separator: "\n") }
        #expect(!parts.isEmpty)
        for part in parts {
            let found = try #require(rest.range(of: part), "not printed:\n\(part)")
            rest = rest[found.upperBound...]
        }
    }

    @Test(arguments: Readme.blocks("sh").flatMap(\.lines).filter { $0.hasPrefix("sovereign ") })
    func `a command of the page works in a folder with a requirement`(command: String) throws {
        let folder = try TemporaryFolder()
        let scenario = try String(
            contentsOfFile: Readme.root + "/catalog/scenarios/spain-limited.yaml", encoding: .utf8)
        try folder.write(scenario, to: "requirement.yaml")
        try folder.write(Readme.sheet, to: "sheet.json")
        let files = [
            "requirement.yaml", "quote.md", "quote.json", "quote.csv", "questions.csv",
            "sheet.json", "ours",
        ]
        let arguments = command.split(separator: " ").dropFirst().map { word in
            files.contains(String(word)) ? folder(String(word)) : String(word)
        }
        let catalog = arguments.first == "verify" ? [] : ["--catalog", Readme.root + "/catalog"]
        if arguments.first == "verify" {
            let quote = ["quote", folder("requirement.yaml"), "--output", folder("quote.json")]
            _ = CommandRun(arguments: quote + ["--catalog", Readme.root + "/catalog"])
        }
        let run = CommandRun(arguments: Array(arguments) + catalog)
        #expect(run.status == .yes, "\(run.messages)")
    }

    @Test func `the finding that the page shows is the one that is printed`() throws {
        let folder = try TemporaryFolder()
        let lines = [
            "requirement: 1", "title: cloud", "customer: { country: ES }", "currency: EUR",
            "asOf: 2026-11-24", "term: { start: 2027-07-01, base: P3Y }", "enclaves:",
            "  - id: limited", "    classification: DIFUSIÓN LIMITADO", "    workloads:",
            "      - { id: lake, capability: storage.object, capacityTB: 1 }", "",
        ]
        try folder.write(lines.joined(separator: "\n"), to: "requirement.yaml")
        let run = CommandRun(
            arguments: [
                "quote", folder("requirement.yaml"), "--catalog", Readme.root + "/catalog",
            ],
            in: folder)
        let shown = try #require(
            Readme.blocks("").first { $0.lines.first?.contains("REQ031") ?? false })
        #expect(run.messages.contains(shown.lines.joined(separator: "\n")))
    }

    @Test func `the files of the page add a country and a provider`() throws {
        let block = try #require(Readme.blocks("files").first)
        let folder = try TemporaryFolder()
        var files: [String: [String]] = [:]
        var name = ""
        for line in block.lines {
            if line.hasPrefix("== ") {
                name = String(line.dropFirst(3))
            } else {
                files[name, default: []].append(line)
            }
        }
        #expect(files.count == 5)
        for (name, lines) in files {
            try folder.write(lines.joined(separator: "\n") + "\n", to: name)
        }
        let catalog = Readme.root + "/catalog"
        let check = CommandRun("catalog", "check", catalog, folder("ours"))
        #expect(check.status == .yes && check.messages.isEmpty, "\(check.messages)")
        let requirement = try folder.write(
            """
            requirement: 1
            title: lake
            customer: { country: XA, kind: government }
            currency: EUR
            asOf: 2026-11-24
            term: { start: 2027-07-01, base: P1Y }
            accept: { conditional: true }
            enclaves:
              - id: a
                classification: guarded
                residency: [XA]
                workloads: [{ id: lake, capability: storage.object, capacityTB: 10 }]

            """, to: "requirement.yaml")
        let quote = CommandRun(
            "quote", requirement, "--catalog", catalog, "--catalog", folder("ours"))
        // Nothing says yet how Aldoria admits systems to its level.
        #expect(quote.status == .no, "\(quote.messages)")
        let text = quote.answer.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            text.contains(
                "aurelia-lake@aurelia-north: unknown: no scheme is known by which a system may "
                    + "hold GUARDED"), "\(text)")
    }

    @Test func `continuous integration runs the two commands of the page`() throws {
        let script = try String(contentsOfFile: Readme.root + "/.ci/run", encoding: .utf8)
        let setUp = try #require(Readme.blocks("sh").first)
        #expect(setUp.lines.count == 2)
        for command in setUp.lines { #expect(script.contains("readme \"\(command)\"")) }
    }
}

/// The page, taken apart into its fenced blocks.
enum Readme {
    struct Block: Sendable, CustomTestStringConvertible {
        let kind: String
        let lines: [String]

        var testDescription: String { lines.first ?? "an empty block" }
    }

    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// A sheet with one invented price.
    static let sheet = """
        {"skus": [{"skuId": "AA-1", "serviceRegions": ["europe-west3"], "pricingInfo": [
          {"pricingExpression": {"usageUnit": "h", "tieredRates": [{"startUsageAmount": 0,
            "unitPrice": {"currencyCode": "USD", "units": "1", "nanos": 500000000}}]}}]}]}
        """

    static func blocks(_ kind: String) -> [Block] {
        let text = (try? String(contentsOfFile: root + "/README.md", encoding: .utf8)) ?? ""
        var blocks: [Block] = []
        var open: (kind: String, lines: [String])?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if let block = open, line == "```" {
                blocks.append(Block(kind: block.kind, lines: block.lines))
                open = nil
            } else if open != nil {
                open?.lines.append(line)
            } else if line.hasPrefix("```") {
                open = (String(line.dropFirst(3)), [])
            }
        }
        return blocks.filter { $0.kind == kind }
    }
}
