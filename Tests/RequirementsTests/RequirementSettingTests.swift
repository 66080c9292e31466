import Diagnostics
import LocatedInput
import Requirements
import Testing

/// Settings on top of a requirement: where they lead, what they make of it, and their mistakes.
struct RequirementSettingTests {
    private static let text = """
        title: cloud
        term: { start: 2027-07-01, base: P3Y }
        budgets:
          - { id: whole, amount: "10.00" }
          - { amount: "20.00" }
        enclaves:
          - id: core
            residency: [XA]
            workloads:
              - { id: app, vcpu: 40 }
              - { id: "1", vcpu: 8 }
        """

    /// What settings make of the text.
    private struct Applied {
        let trees: [LocatedValue]
        let findings: [Finding]

        init(_ texts: [String]) throws {
            let collector = FindingCollector()
            let root = try #require(
                YAMLInput.parse(
                    InputText(path: "r.yaml", text: RequirementSettingTests.text), into: collector))
            let settings = RequirementSetting.read(texts, into: collector)
            trees = RequirementSetting.apply(settings, to: root, into: collector)
            findings = collector.findings
        }

        var last: LocatedValue? { trees.last }
    }

    @Test func `keys, ids and positions lead to a value`() throws {
        let applied = try Applied([
            "title=another", "enclaves.core.workloads.app.vcpu=3000", "budgets.1.amount=\"30.00\"",
            "enclaves.0.residency=[XB, XC]",
        ])
        #expect(applied.findings.isEmpty)
        #expect(applied.trees.count == 5)
        let root = try #require(applied.last)
        let core = root["enclaves"]?.elements?.first
        #expect(root["title"]?.text == "another")
        #expect(core?["workloads"]?.elements?.first?["vcpu"]?.text == "3000")
        #expect(core?["residency"]?.elements?.map(\.text) == ["XB", "XC"])
        #expect(
            root["budgets"]?.elements?[1]["amount"]?.content == .scalar("30.00", quoted: true))
        #expect(applied.trees[0]["title"]?.text == "cloud")
    }

    @Test func `an id goes before a position`() throws {
        let applied = try Applied(["enclaves.core.workloads.1.vcpu=9"])
        let workloads = applied.last?["enclaves"]?.elements?.first?["workloads"]?.elements
        #expect(workloads?.map { $0["vcpu"]?.text } == ["40", "9"])
    }

    @Test func `the last part may be a new key, which the decoder judges`() throws {
        let applied = try Applied(["staff={ coverage: 24x7 }"])
        #expect(applied.findings.isEmpty)
        #expect(applied.last?["staff"]?["coverage"]?.text == "24x7")
    }

    @Test(arguments: ["term=", "term= ", "term=null", "term=~"])
    func `nothing takes a value away`(_ text: String) throws {
        let applied = try Applied([text])
        #expect(applied.findings.isEmpty)
        #expect(applied.last?["term"]?.isNull == true)
    }

    @Test func `what follows the first equals sign is the value, at its place`() throws {
        let value = try #require(try Applied(["title=a=b"]).last?["title"])
        #expect(value.text == "a=b")
        #expect(value.location.description == "--set 1: title:1:7")
    }

    @Test(arguments: [
        ("title", "1:1 REQ060 the setting has no '='"),
        ("a..b=1", "1:3 REQ060 a part of the path is empty"),
        ("=1", "1:1 REQ060 a part of the path is empty"),
        ("title=a: b", "1:7 REQ060 the value is not a single one, nor in brackets"),
        ("title=- b", "1:7 REQ060 the value is not a single one, nor in brackets"),
        ("title=a\nb", "1:7 REQ060 the value has more than one line"),
        ("title=[a", "1:9 INP011"),
        ("title=&a b", "1:7 INP019"),
        ("enclaves.cor.residency=[]", "1:10 REQ061 'enclaves' has no element 'cor'"),
        ("enclaves.2.residency=[]", "1:10 REQ061 'enclaves' has no element '2'"),
        ("budget.whole.amount=1", "1:1 REQ061 the requirement has no key 'budget'"),
        ("title.x=1", "1:7 REQ061 'title' is a single value: nothing lies below it"),
        ("staff.coverage=24x7", "1:1 REQ061 the requirement has no key 'staff'"),
    ])
    func `a mistake is told at its place in the setting`(
        _ text: String, _ expected: String
    ) throws {
        let findings = try Applied([text]).findings
        let finding = try #require(findings.first)
        let place = try #require(finding.location)
        let line = "\(place.line):\(place.column) \(finding.code.rawValue) \(finding.message)"
        #expect(findings.count == 1)
        #expect(line.hasPrefix(expected), "\(line)")
        #expect(place.path.hasPrefix("--set 1: "))
    }

    @Test(arguments: [
        ("enclaves.cor.residency=[]", "did you mean 'core'?"),
        ("budget.whole.amount=1", "did you mean 'budgets'?"),
        (
            "enclaves.x.residency=[]",
            "there are: core; what the file does not have is added to it by hand"
        ),
    ])
    func `the nearest key or id is suggested`(_ text: String, _ help: String) throws {
        #expect(try Applied([text]).findings.map(\.help) == [help])
    }

    @Test(arguments: [
        ["title=a", "title=b"],
        ["enclaves.core.residency=[]", "enclaves.0.residency=[XA]"],
        ["enclaves.core.residency=[]", "enclaves.core={ id: core }"],
    ])
    func `a setting that undoes an earlier one is a mistake`(_ texts: [String]) throws {
        let findings = try Applied(texts).findings
        #expect(findings.map(\.code) == [.requirementPathTwice])
        #expect(findings.first?.location?.path.hasPrefix("--set 2: ") == true)
    }

    @Test func `the larger part may be set first`() throws {
        #expect(try Applied(["term={ base: P1Y }", "term.base=P2Y"]).findings.isEmpty)
    }
}
