import Assembly
import Catalog
import Diagnostics
import LocatedInput
import Pricing
@testable import Proposals
import Quantities
import Requirements
import Testing
import TestSupport

/// What settings change: the sums, the sides without a package, and the file worked out again.
struct ChangeTests {
    private let ask = QuoteAsk().text

    /// Quotes the standard requirement with settings.
    private func quote(
        _ settings: [String], world: QuoteWorld = .withProgramme()
    ) throws -> Proposal {
        let collector = FindingCollector()
        let catalog = try world.snapshot()
        let root = try #require(
            YAMLInput.parse(InputText(path: "r.yaml", text: ask), into: collector))
        let trees = RequirementSetting.apply(
            RequirementSetting.read(settings, into: collector), to: root, into: collector)
        let bounds = trees.map { tree -> BoundRequirement? in
            let collector = FindingCollector()
            let bound = Requirement(tree, into: collector).flatMap {
                BoundRequirement($0, to: catalog, into: collector)
            }
            return collector.hasErrors ? nil : bound
        }
        let engine = QuoteEngine(catalog: catalog, limit: StepLimit(steps: 100_000))
        let last = try #require(bounds.last ?? nil)
        let proposal = try engine.propose(
            last, source: RequirementSource(path: "r.yaml", text: ask, settings: settings))
        return engine.comparing(
            proposal, with: bounds.dropLast().map { $0.map { .bound($0) } ?? .unreadable(["bad"]) })
    }

    private func moneyChange(_ proposal: Proposal) throws -> RequirementChange.MoneyChange {
        try #require(proposal.change?.money)
    }

    @Test(arguments: [
        ["enclaves.core.workloads.app.vcpu=80"],
        ["enclaves.core.workloads.app.vcpu=80", "enclaves.core.workloads.store.capacityGB=4000"],
        ["enclaves.core.workloads.store.capacityGB=4000", "enclaves.core.workloads.app.vcpu=80"],
        ["term.options=[]", "staff.coverage=8x5", "enclaves.core.workloads.app.vcpu=7"],
        ["title=the same"],
    ])
    func `causes and settings sum to the change exactly`(_ settings: [String]) throws {
        let base = try QuoteWorld.withProgramme().propose()
        let changed = try quote(settings)
        let money = try moneyChange(changed)
        #expect(try money.before == base.package().waterfall.total)
        #expect(try money.after == changed.package().waterfall.total)
        let change = (money.after.minorUnits - money.before.minorUnits) * E4.parts
        #expect(money.changeE4 == change)
        #expect(money.causes.map(\.changeE4).reduce(0, +) == change)
        #expect(money.effects.map(\.changeE4).reduce(0, +) == change)
        #expect(money.effects.flatMap(\.settings) == settings)
    }

    @Test func `the effect of a setting is what it adds to those before it`() throws {
        let first = try moneyChange(quote(["term.options=[]"]))
        let both = try moneyChange(
            quote(["term.options=[]", "enclaves.core.workloads.app.vcpu=80"]))
        #expect(both.effects.first?.changeE4 == first.changeE4)
        #expect(both.effects.count == 2)
    }

    @Test func `a setting without a package of its own stands with the next`() throws {
        // A companion that is not there until the next setting names it so.
        let money = try moneyChange(
            quote([
                "enclaves.core.workloads.store.replicas=1",
                "enclaves.core.workloads.store.with=machines",
                "enclaves.core.workloads.app.id=machines",
            ]))
        #expect(money.effects.map(\.settings.count) == [1, 2])
    }

    @Test func `where a side has no package there is no difference`() throws {
        let refused = try quote(["budgets.whole.amount=\"1.00\""])
        let change = try #require(refused.change)
        #expect(change.money == nil)
        guard case .package = change.before, case .nothing("no package", let why) = change.after
        else {
            Issue.record("\(change)")
            return
        }
        #expect(why.contains { $0.contains("budget whole (evaluated) is at most EUR 1.00") })
    }

    @Test func `totals in two currencies are not subtracted`() throws {
        let change = try #require(try quote(["currency=USD"]).change)
        #expect(change.money == nil)
    }

    @Test func `the file with its settings recomputes, and a changed one does not`() throws {
        let text = try quote(["enclaves.core.workloads.app.vcpu=80"]).json
        #expect(try QuoteReading(text).failedChecks() == [])
        let other = text.replacing("app.vcpu=80", with: "app.vcpu=81")
        #expect(
            try QuoteReading(other).failedChecks() == ["requirement text matches its hash"])
        let cause = try #require(
            try moneyChange(quote(["enclaves.core.workloads.app.vcpu=80"])).causes.first)
        let wrong = text.replacing(
            "\"changeE4\": \(cause.changeE4)", with: "\"changeE4\": \(cause.changeE4 + 1)")
        #expect(
            try QuoteReading(wrong).failedChecks().contains("the change by the settings adds up"))
    }

    @Test func `the file says what was quoted, not what the text alone asks`() throws {
        let text = try quote(["enclaves.core.workloads.store.replicas=1"]).json
        #expect(try QuoteReading(text).failedChecks() == [])
        let bare = RequirementSource(path: "", text: ask)
        let forged = text.replacing(
            RequirementSource(
                path: "", text: ask, settings: ["enclaves.core.workloads.store.replicas=1"]
            ).hash.hexadecimal, with: bare.hash.hexadecimal
        ).replacing("\"settings\": [", with: "\"unread\": [", maxReplacements: 1)
        #expect(forged != text)
        #expect(
            try QuoteReading(forged).failedChecks()
                .contains("workloads, sites, budgets and people are the requirement's"))
    }
}
