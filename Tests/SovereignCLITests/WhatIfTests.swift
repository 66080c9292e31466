import Diagnostics
import SovereignCLI
import TestSupport
import Testing

/// The option --set: what is printed, what the files hold, and what is refused.
@Suite struct WhatIfTests {
    let world: CommandWorld

    init() throws {
        world = try CommandWorld()
    }

    /// The part of a printed quote under its heading about the settings.
    private func section(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = lines.firstIndex { $0.hasPrefix("What the setting") } ?? lines.endIndex
        let end =
            lines[start...].dropFirst(2).firstIndex { $0.allSatisfy { $0 == "-" } && !$0.isEmpty }
            ?? lines.endIndex
        return lines[start..<max(start, end - 1)].map { $0 + "\n" }.joined()
    }

    @Test func `the change in money is printed by cause and by setting`() {
        let run = world.quote(
            "--set", "enclaves.open.workloads.app.vcpu=60", "--set", "term.options=[]")
        #expect(run.status == .yes)
        #expect(run.codes.isEmpty)
        expectGolden(section(run.answer), named: "what-if.txt")
    }

    @Test func `a refused side is said with its reasons`() {
        let run = world.quote(
            "--set", #"budgets=[{ covers: evaluated, amount: "1.00" }]"#)
        #expect(run.status == .no)
        expectGolden(section(run.answer), named: "what-if-refused.txt")
    }

    @Test func `a base that cannot be read does not stand in the way`() throws {
        try world.edit("requirement.yaml", "vcpu: 40", "vcpu: many")
        #expect(world.quote().status == .badData)
        let run = world.quote("--set", "enclaves.open.workloads.app.vcpu=40")
        #expect(run.status == .yes)
        #expect(run.answer.contains("Without the setting: the requirement cannot be read: "))
        #expect(run.answer.contains("With the setting: EUR 1,034,340.00 excluding tax."))
    }

    @Test func `the quote is that of the requirement with the value in place`() throws {
        let set = world.quote("--set", "enclaves.open.workloads.app.vcpu=60", "--explain", "L1")
        try world.edit("requirement.yaml", "vcpu: 40", "vcpu: 60")
        #expect(set.answer == world.quote("--explain", "L1").answer)
    }

    @Test func `the file verifies, with its settings applied again`() {
        let run = world.quote(
            "--set", "enclaves.open.workloads.app.vcpu=60", "--output", world.folder("q.json"))
        #expect(run.status == .yes)
        let verified = world.run("verify", world.folder("q.json"))
        #expect(verified.status == .yes)
        #expect(verified.answer.contains("yes  the change by the settings adds up\n"))
        expectGolden(
            changeMember(world.folder.text(of: "q.json") ?? ""), named: "what-if.json")
    }

    /// The member `change` of a quote file, as it stands there.
    private func changeMember(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(of: "  \"change\": {"),
            let end = lines[start...].firstIndex(of: "  },")
        else { return "" }
        return lines[start...end].map { $0 + "\n" }.joined()
    }

    @Test func `mistakes are shown in the setting's own text`() {
        let run = world.quote(
            "--set", "enclaves.opne.workloads.app.vcpu=60",
            "--set", "enclaves.open.workloads.app.vcpus=60",
            "--set", "currency=EURO", "--set", "title", "--set", "language=en", "--set",
            "language=de")
        #expect(run.status == .badData)
        #expect(run.answer.isEmpty)
        expectGolden(run.messages, named: "what-if-findings.txt")
    }
}
