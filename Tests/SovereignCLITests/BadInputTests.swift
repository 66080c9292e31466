import Diagnostics
import Foundation
import SovereignCLI
import TestSupport
import Testing

/// What no input may do: crash, hang, write half an answer, or pass for a good one.
@Suite struct BadInputTests {
    let world: CommandWorld

    init() throws {
        world = try CommandWorld()
    }

    /// A change to one file of a sound world, and the finding that it must lead to.
    struct Change: Sendable, CustomTestStringConvertible {
        let name: String
        let file: String
        let old: String
        let new: String
        let code: FindingCode
        /// Line of the finding.
        let line: Int

        var testDescription: String { name }
    }

    private static let requirement = "requirement.yaml"
    private static let sites = "catalog/providers/aurelia/sites.csv"
    private static let prices = "catalog/providers/aurelia/prices/list.csv"

    private static let changes = [
        Change(
            name: "broken YAML", file: requirement, old: "{ country: XA,", new: "{ country: [XA,",
            code: .inputYAMLSyntax, line: 3),
        Change(
            name: "unknown key", file: requirement, old: "residency:", new: "residence:",
            code: .inputUnknownKey, line: 12),
        Change(
            name: "unknown word", file: requirement, old: "compute.vm", new: "compute.wm",
            code: .inputUnknownWord, line: 14),
        Change(
            name: "duplicate key", file: requirement, old: "currency: EUR", new: "title: Again",
            code: .inputDuplicateKey, line: 5),
        Change(
            name: "duplicate id", file: requirement, old: "id: files", new: "id: app",
            code: .requirementDuplicateID, line: 15),
        Change(
            name: "duplicate record", file: sites, old: "\naurelia-south,", new: "\naurelia-north,",
            code: .catalogDuplicateRecord, line: 3),
        Change(
            name: "wrong unit", file: prices, old: "GB-month", new: "GB-fortnight",
            code: .inputUnknownWord, line: 4),
        Change(
            name: "unit in a number", file: requirement, old: "capacityTB: 10",
            new: "capacityTB: 10 GiB", code: .inputNotANumber, line: 15),
        Change(
            name: "negative quantity", file: requirement, old: "vcpu: 40", new: "vcpu: -40",
            code: .requirementAbsurdQuantity, line: 14),
        Change(
            name: "absurd quantity", file: requirement, old: "vcpu: 40",
            new: "vcpu: 9000000000000000", code: .requirementAbsurdQuantity, line: 14),
        Change(
            name: "quantity past every number", file: requirement, old: "capacityTB: 10",
            new: "capacityTB: 99999999999999999999999999999999999999999999",
            code: .inputOutOfRange, line: 15),
        Change(
            name: "negative price", file: prices, old: ",0.20,", new: ",-0.20,",
            code: .catalogAbsurdQuantity, line: 2),
        Change(
            name: "another country's level", file: requirement, old: "OPEN", new: "GUARDED",
            code: .requirementForeignLevel, line: 11),
        Change(
            name: "unknown level", file: requirement, old: "OPEN", new: "LIMITED",
            code: .requirementUnknownLevel, line: 11),
        Change(
            name: "a currency without a rate", file: requirement, old: "currency: EUR",
            new: "currency: JPY", code: .requirementNoRate, line: 5),
        Change(
            name: "no currency", file: requirement, old: "currency: EUR", new: "currency: EURO",
            code: .inputNotACurrency, line: 5),
        Change(
            name: "no date", file: requirement, old: "2026-11-24", new: "2026-02-30",
            code: .inputNotADate, line: 6),
        Change(
            name: "alias", file: requirement, old: "residency: [XA]",
            new: "residency: &a [XA]\n    supportFrom: *a", code: .inputAliasNotAllowed, line: 13),
        Change(
            name: "control character", file: requirement, old: "Registry", new: "Reg\u{07}istry",
            code: .inputForbiddenCharacter, line: 2),
        Change(
            name: "ragged row", file: sites, old: "primary,\n", new: "primary,,,\n",
            code: .inputCSVRaggedRow, line: 2),
        Change(
            name: "open quote", file: sites, old: "Aurelia South", new: "\"Aurelia South",
            code: .inputCSVQuote, line: 3),
    ]

    @Test(arguments: changes)
    func `one mistake is one finding at its place`(_ change: Change) throws {
        try world.edit(change.file, change.old, change.new)
        let run = refused()
        #expect(run.codes.contains(change.code), "\(run.messages)")
        let head = "\(change.file):\(change.line):"
        let line = run.messages.split(separator: "\n").first {
            $0.hasPrefix(head) && $0.contains("[\(change.code.rawValue)]")
        }
        #expect(line != nil, "no \(change.code.rawValue) at \(head) in\n\(run.messages)")
    }

    @Test func `mistakes of requirement and catalog are shown at once`() throws {
        for change in Self.changes
        where ["unknown key", "no date", "wrong unit", "another country's level"]
            .contains(change.name)
        {
            try world.edit(change.file, change.old, change.new)
        }
        try world.edit("requirement.yaml", "vcpu: 40", "vcpus: 40")
        expectGolden(refused().messages, named: "quote-findings.txt")
    }

    @Test func `amounts past every number are refused, not wrapped`() throws {
        try world.edit(Self.prices, ",0.02,", ",92233720368547758.07,")
        let run = refused()
        #expect(run.codes == [.commandAmountsTooLarge])
        #expect(run.messages.hasPrefix("requirement.yaml:1:1: error[CLI004]"))
    }

    @Test func `bytes that are not UTF-8 are refused`() throws {
        var bytes = Data(try #require(world.folder.text(of: "requirement.yaml")).utf8)
        bytes.replaceSubrange(
            try #require(bytes.range(of: Data("Registry".utf8))), with: Data([0x52, 0xE9, 0x67]))
        try world.folder.write(bytes, to: "requirement.yaml")
        let run = refused()
        #expect(run.codes == [.inputNotUTF8])
        #expect(run.messages.hasPrefix("requirement.yaml:2:9: error[INP005]"))
    }

    @Test func `a hundred megabytes are refused unread`() throws {
        let file = FileManager.default.createFile(atPath: world.folder("big.yaml"), contents: nil)
        try #require(file)
        truncate(world.folder("big.yaml"), 100_000_000)
        #expect(world.run("quote", world.folder("big.yaml")).codes == [.inputTooLarge])
        truncate(world.folder("catalog/labour/roles.csv"), 100_000_000)
        #expect(refused().codes.contains(.inputTooLarge))
    }

    @Test func `an alias bomb is refused at its first alias`() throws {
        var bomb = "requirement: 1\na: &a [x, x, x, x, x, x, x, x, x]\n"
        for (last, next) in zip("abcdefghijk", "bcdefghijkl") {
            let aliases = Array(repeating: "*\(last)", count: 9).joined(separator: ", ")
            bomb += "\(next): &\(next) [\(aliases)]\n"
        }
        try world.folder.write(bomb, to: "requirement.yaml")
        #expect(refused().codes.contains(.inputAliasNotAllowed))
    }

    @Test(arguments: [
        ("[", FindingCode.inputTooDeep), ("{a: ", .inputTooDeep), ("- ", .inputTooDeep),
    ])
    func `nesting without end is refused`(_ opening: String, _ code: FindingCode) throws {
        try world.folder.write(
            "requirement: " + (opening == "- " ? "\n" : "")
                + String(repeating: opening, count: 100_000), to: "requirement.yaml")
        #expect(refused().codes.contains(code))
    }

    @Test func `a missing file, a folder, a device and an empty file are told`() throws {
        try world.folder.write("", to: "empty.yaml")
        mkfifo(world.folder("pipe.yaml"), 0o600)
        for (path, code) in [
            (world.folder("missing.yaml"), FindingCode.inputFileMissing),
            (world.folder("catalog"), .inputIsDirectory), ("/dev/zero", .inputNotRegularFile),
            (world.folder("pipe.yaml"), .inputNotRegularFile),
            (world.folder("empty.yaml"), .inputEmpty), ("", .inputFileMissing),
        ] {
            let run = world.run("quote", path)
            #expect(run.status == .badData)
            #expect(run.answer.isEmpty)
            #expect(run.codes == [code], "\(path)")
        }
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything"))
    func `a file without permission is told`() {
        chmod(world.requirement, 0)
        #expect(refused().codes == [.inputNotPermitted])
    }

    @Test func `a missing catalog does not hide the requirement's mistakes`() throws {
        try world.edit("requirement.yaml", "vcpu: 40", "vcpus: 40")
        let run = world.quote("--catalog", world.folder("missing"))
        #expect(run.status == .badData)
        #expect(run.codes.contains(.inputFileMissing))
        #expect(run.codes.contains(.inputUnknownKey))
    }

    @Test(arguments: [
        (["--output", "missing/q.md"], FindingCode.outputFolderMissing),
        (["--output", "folder.md"], .outputIsFolder),
        (["--export-problem", "/dev/full"], .outputDiskFull),
        (["--export-problem", "requirement.yaml"], .outputOverInput),
        (["--questions", "catalog/providers/aurelia/prices/list.csv"], .outputOverInput),
    ])
    func `outputs that cannot be written leave nothing behind`(
        _ words: [String], _ code: FindingCode
    ) throws {
        try world.folder.write("", to: "folder.md/x")
        let before = world.folder.entries
        let requirement = world.folder.text(of: "requirement.yaml")
        let path = words[1].hasPrefix("/") ? words[1] : world.folder(words[1])
        let run = world.quote(words[0], path, "--output", world.folder("q.txt"))
        #expect(run.status == .badData)
        #expect(run.codes == [code])
        #expect(world.folder.text(of: "requirement.yaml") == requirement)
        #expect(world.folder.entries == before)
    }

    @Test(arguments: [
        (SinkOutcome.full("No space left on device"), FindingCode.outputDiskFull),
        (.failed("Input/output error"), .outputNotWritten),
    ])
    func `an answer that cannot be written is no answer`(
        _ outcome: SinkOutcome, _ code: FindingCode
    ) {
        let run = CommandRun(
            arguments: ["quote", world.requirement], in: world.folder,
            output: MemorySink(failure: outcome))
        #expect(run.status == .badData)
        #expect(run.codes == [code])
    }

    @Test func `a reader that stops reading is no mistake`() {
        let run = CommandRun(
            arguments: ["quote", world.requirement], in: world.folder,
            output: MemorySink(failure: .closed))
        #expect(run.status == .yes)
        #expect(run.codes.isEmpty)
    }

    /// Runs `quote`, which must refuse with a finding and write nothing.
    private func refused() -> CommandRun {
        let run = world.quote("--output", world.folder("q.md"))
        #expect(run.status == .badData)
        #expect(run.answer.isEmpty)
        #expect(!run.codes.isEmpty)
        #expect(world.folder.text(of: "q.md") == nil)
        return run
    }
}
