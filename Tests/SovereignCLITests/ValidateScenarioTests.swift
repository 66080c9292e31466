import Foundation
import SovereignCLI
import TestSupport
import Testing

/// The shipped rosters: no row is a person; all figures are invented.
@Suite struct ValidateScenarioTests {
    private static let catalog = FixtureCatalog.repository().appendingPathComponent("catalog")

    private func validate(_ customer: String, _ roster: String, _ more: String...) -> CommandRun {
        func path(_ name: String) -> String {
            Self.catalog.appendingPathComponent("scenarios/\(name)").path
        }
        return CommandRun(
            arguments: [
                "validate", path("\(customer)-workable.yaml"), "--catalog", Self.catalog.path,
                "--roster", path("rosters/\(customer)-\(roster).csv"), "--facilities",
                path("rosters/\(customer)-facilities.csv"),
            ] + more, surroundings: KeptCatalog.surroundings)
    }

    @Test(arguments: ["spain", "poland", "uk", "australia"])
    func `a clean roster fills every post and list`(customer: String) {
        let run = validate(customer, "clean")
        #expect(run.status == .yes, "\(run.messages)")
        #expect(!run.answer.contains("\nGaps\n"))
    }

    @Test(arguments: [
        ("spain", "'people secreto' needs 22.000 heads"),
        ("poland", "'people tajne' needs 16.000 heads"),
        ("uk", "'people dv' needs 100.000 heads"),
        ("australia", "'people positive-vetting' needs 120.000 heads"),
    ])
    func `a short roster names its bottleneck and ways out`(customer: String, gap: String) {
        let run = validate(customer, "short")
        #expect(run.status == .no, "\(run.messages)")
        let flat = run.answer.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(flat.contains(gap))
        #expect(flat.contains("Each of these closes it, worked out by assigning again"))
    }

    @Test(arguments: [
        ("spain", "2029-03-01"), ("poland", "2028-09-01"), ("uk", "2029-01-10"),
        ("australia", "2030-03-01"),
    ])
    func `what expires in the term is a condition, and on the day a gap`(
        customer: String, day: String
    ) {
        let term = validate(customer, "expiring")
        #expect(term.status == .yes, "\(term.messages)")
        #expect(term.answer.contains("Clear on condition"))
        #expect(term.answer.contains(day))
        #expect(validate(customer, "expiring", "--as-of", day).status == .no)
    }
}
