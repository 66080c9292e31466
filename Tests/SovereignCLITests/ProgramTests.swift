import Foundation
import SovereignCLI
import TestSupport
import Testing

/// The built program from outside: exit statuses, streams and signals.
@Suite struct ProgramTests {
    let world: CommandWorld

    init() throws {
        world = try CommandWorld()
    }

    private func run(_ word: String, _ more: String, shell: String? = nil) throws -> ProgramRun {
        try ProgramRun(word, more, in: world.folder.path, shell: shell)
    }

    @Test func `yes ends with 0, the answer on one stream and times on the other`() throws {
        let quote = try run("quote", "requirement.yaml")
        #expect(quote.status == ExitStatus.yes.rawValue)
        #expect(quote.answer == world.quote().answer)
        #expect(quote.messages.hasPrefix("time: catalog "))
    }

    @Test func `no ends with 1`() throws {
        try world.edit(
            "requirement.yaml", "enclaves:\n",
            "budgets: [ { covers: base, amount: \"1.00\", tax: excluded } ]\nenclaves:\n")
        #expect(try run("quote", "requirement.yaml").status == ExitStatus.no.rawValue)
    }

    @Test func `wrong usage ends with 64`() throws {
        let quote = try run("qoute", "requirement.yaml")
        #expect(quote.status == ExitStatus.wrongUsage.rawValue)
        #expect(quote.answer.isEmpty)
        #expect(quote.messages.contains("did you mean 'quote'?"))
    }

    @Test func `bad data ends with 65 and paths read as typed`() throws {
        let quote = try run("quote", "requirment.yaml")
        #expect(quote.status == ExitStatus.badData.rawValue)
        #expect(quote.messages.hasPrefix("requirment.yaml:1:1: error[INP001]: "))
        try world.edit("catalog/catalog.yaml", "title:", "titel:")
        let check = try run("catalog", "check")
        #expect(check.status == ExitStatus.badData.rawValue)
        #expect(check.messages.hasPrefix("catalog/catalog.yaml:4:1: error[INP031]: "))
    }

    @Test func `the catalog above the current folder is named by the way up`() throws {
        try world.folder.write("", to: "a/b/x")
        let check = try ProgramRun("catalog", "check", in: world.folder("a/b"))
        #expect(check.status == ExitStatus.yes.rawValue)
        #expect(check.answer.contains(" in ../../catalog\n"))
    }

    @Test func `a closed pipe ends the answer, not the program`() throws {
        let piped = try run(
            "quote", "requirement.yaml", shell: "{ \"$@\"; echo \"status $?\" >&2; } | head -n 1")
        #expect(piped.answer == "Quote: Registry of Aurelia\n")
        #expect(piped.messages.hasSuffix("status 0\n"))
        #expect(!piped.messages.contains("Fatal error"))
    }

    @Test(.enabled(if: access("/dev/full", F_OK) == 0, "there is no /dev/full here"))
    func `a full disk behind standard output ends with 65`() throws {
        let quote = try run("quote", "requirement.yaml", shell: "\"$@\" > /dev/full")
        #expect(quote.status == ExitStatus.badData.rawValue)
        #expect(quote.messages.contains("error[CLI012]"))
    }

    @Test func `a file that may not grow is not half-written`() throws {
        try world.folder.write("old\n", to: "q.json")
        let quote = try ProgramRun(
            "quote", "requirement.yaml", "--output", "q.json", in: world.folder.path,
            shell: "ulimit -f 8 && exec \"$@\"")
        #expect(!quote.wasKilled)
        #expect(quote.status == ExitStatus.badData.rawValue)
        #expect(quote.messages.contains("error[CLI012]: no space to write 'q.json'"))
        #expect(world.folder.text(of: "q.json") == "old\n")
        #expect(world.folder.entries.filter { $0.hasSuffix(".tmp") }.isEmpty)
    }

    @Test func `findings are not coloured where they go to a file`() throws {
        #expect(try !run("quote", "missing.yaml").messages.contains("\u{1B}"))
    }

    @Test func `several runs at once do not disturb each other`() async throws {
        let path = world.folder.path
        let statuses = try await withThrowingTaskGroup(of: Int32.self) { group in
            for index in 0..<3 {
                try world.folder.write("", to: "\(index)/x")
                group.addTask {
                    try ProgramRun(
                        "quote", "../requirement.yaml", "--output", "../q.md",
                        in: path + "/\(index)"
                    ).status
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses == [0, 0, 0])
        #expect(world.folder.text(of: "q.md")?.hasPrefix("# Quote: ") == true)
        #expect(world.folder.entries.filter { $0.hasSuffix(".tmp") }.isEmpty)
    }
}
