/// The table of arrows: which module a target may import. This is the only place that says so.
///
/// Targets are listed from the bottom up: arrows lead to earlier ones only. A new arrow is a line
/// here and a sentence in its commit.
enum Arrows {
    /// Modules of this package, in order, with the modules of this package that each may import.
    static let rooms: [(target: String, imports: Set<String>)] = [
        ("Quantities", []),
        ("Diagnostics", []),
        ("LocatedInput", foundation),
        ("Catalog", foundation.union(["LocatedInput"])),
        ("Requirements", facts),
        ("Clearance", facts.union(["Requirements"])),
        ("Eligibility", facts.union(["Requirements", "Clearance"])),
        ("Sizing", facts.union(["Requirements"])),
        ("Pricing", facts.union(["Requirements"])),
        ("Assembly", foundation.union(["LocatedInput"])),
        ("Proposals", engine),
        ("Comparison", engine.union(["Proposals"])),
        ("Documents", engine.union(["Proposals", "Comparison"])),
        ("SovereignCLI", engine.union(["Proposals", "Comparison", "Documents"])),
        ("sovereign", ["SovereignCLI"]),
    ]

    private static let foundation: Set = ["Quantities", "Diagnostics"]
    private static let facts = foundation.union(["LocatedInput", "Catalog"])
    private static let engine = facts.union([
        "Requirements", "Clearance", "Eligibility", "Sizing", "Pricing", "Assembly",
    ])

    /// Modules from outside, each with the targets that may import it; tests of a target may too.
    static let fences: [String: Set<String>] = [
        "CYaml": ["LocatedInput"],
        "Yams": ["LocatedInput"],
        "ArgumentParser": ["SovereignCLI", "sovereign"],
        "Foundation": ["LocatedInput", "SovereignCLI"],
        "Dispatch": ["LocatedInput"],
        "Synchronization": ["LocatedInput", "Assembly"],
    ]

    /// Targets that are no part of the engine: they read files, clocks or arguments.
    static let outsideEngine: Set = ["LocatedInput", "SovereignCLI", "sovereign"]

    /// The targets of the engine: pure functions of their input.
    static let engineTargets: [String] = rooms.map(\.target).filter { !outsideEngine.contains($0) }
}
