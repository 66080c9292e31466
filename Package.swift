// swift-tools-version: 6.2
import PackageDescription

/// Every target builds in Swift 6 language mode with the same upcoming features: imports stay
/// internal unless a module's types appear in its own API, and members are seen only where their
/// module is imported.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// Tests that have goldens or fixtures name those folders, so that they are not taken for sources.
func tests(
    _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
    .testTarget(
        name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude,
        swiftSettings: strict)
}

let package = Package(
    name: "sovereign",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        room("Quantities"),
        room("Diagnostics"),
        room(
            "LocatedInput",
            ["Diagnostics", "Quantities", .product(name: "Yams", package: "Yams")]),
        room("Catalog", ["Diagnostics", "LocatedInput", "Quantities"]),
        room("Requirements", ["Catalog", "Diagnostics", "LocatedInput", "Quantities"]),
        room(
            "Clearance",
            ["Catalog", "Diagnostics", "LocatedInput", "Quantities", "Requirements"]),
        room(
            "Eligibility",
            [
                "Catalog", "Clearance", "Diagnostics", "LocatedInput", "Quantities",
                "Requirements",
            ]),
        room("Pricing", ["Catalog", "Diagnostics", "LocatedInput", "Quantities"]),
        room("Sizing", ["Quantities"]),
        room("Assembly", ["Diagnostics", "LocatedInput", "Quantities"]),
        room(
            "Proposals",
            [
                "Assembly", "Catalog", "Clearance", "Diagnostics", "Eligibility", "LocatedInput",
                "Pricing",
                "Quantities", "Requirements", "Sizing",
            ]),
        room(
            "Comparison",
            [
                "Assembly", "Catalog", "Clearance", "Diagnostics", "Eligibility", "LocatedInput",
                "Pricing", "Proposals", "Quantities", "Requirements",
            ]),
        room(
            "Documents",
            [
                "Assembly", "Catalog", "Clearance", "Comparison", "Diagnostics", "Eligibility",
                "LocatedInput",
                "Pricing",
                "Proposals", "Quantities", "Requirements",
            ]),
        room(
            "SovereignCLI",
            [
                "Assembly", "Catalog", "Clearance", "Comparison", "Diagnostics", "Documents",
                "LocatedInput", "Pricing", "Proposals", "Quantities", "Requirements",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(
            name: "sovereign", dependencies: ["SovereignCLI"], swiftSettings: strict),

        .executableTarget(
            name: "QuoteBenchmark",
            dependencies: [
                "Assembly", "Catalog", "Clearance", "Diagnostics", "Documents", "Eligibility",
                "LocatedInput",
                "Pricing", "Proposals", "Quantities", "Requirements",
            ],
            path: "Tests/Benchmarks/QuoteBenchmark", swiftSettings: strict),
        .executableTarget(
            name: "CatalogBenchmark",
            dependencies: ["Catalog", "Diagnostics", "LocatedInput", "Quantities"],
            path: "Tests/Benchmarks/CatalogBenchmark", swiftSettings: strict),
        .executableTarget(
            name: "ImportBenchmark",
            dependencies: ["Catalog", "Diagnostics", "LocatedInput", "Quantities"],
            path: "Tests/Benchmarks/ImportBenchmark", swiftSettings: strict),
        .executableTarget(
            name: "ClearanceBenchmark",
            dependencies: [
                "Catalog", "Clearance", "Diagnostics", "LocatedInput", "Quantities",
                "Requirements",
            ],
            path: "Tests/Benchmarks/ClearanceBenchmark", exclude: ["peers.py"],
            swiftSettings: strict),
        .executableTarget(
            name: "PricingBenchmark", dependencies: ["Pricing", "Quantities"],
            path: "Tests/Benchmarks/PricingBenchmark", swiftSettings: strict),
        .executableTarget(
            name: "ComparisonBenchmark",
            dependencies: [
                "Assembly", "Catalog", "Comparison", "Diagnostics", "LocatedInput", "Proposals",
                "Quantities", "Requirements",
            ],
            path: "Tests/Benchmarks/ComparisonBenchmark", swiftSettings: strict),
        .target(
            name: "TestSupport",
            dependencies: [
                "Assembly", "Catalog", "Diagnostics", "LocatedInput", "Proposals", "Quantities",
                "Requirements",
            ],
            path: "Tests/TestSupport", swiftSettings: strict),
        tests("TidyTests", ["Diagnostics", "LocatedInput"]),
        tests("QuantitiesTests", ["Quantities"]),
        tests("DiagnosticsTests", ["Diagnostics"], exclude: ["Golden"]),
        tests(
            "LocatedInputTests", ["LocatedInput", "Diagnostics", "Quantities"],
            exclude: ["Golden"]),
        tests("CatalogTests", ["Catalog", "Diagnostics", "LocatedInput", "Quantities"]),
        tests(
            "RequirementsTests",
            ["Catalog", "Diagnostics", "LocatedInput", "Quantities", "Requirements"]),
        tests(
            "EligibilityTests",
            [
                "Catalog", "Clearance", "Diagnostics", "Eligibility", "LocatedInput", "Quantities",
                "Requirements",
            ]),
        tests(
            "ClearanceTests",
            ["Catalog", "Clearance", "Diagnostics", "LocatedInput", "Quantities", "Requirements"],
            exclude: ["Fixtures"]),
        tests(
            "PricingTests", ["Catalog", "Diagnostics", "LocatedInput", "Pricing", "Quantities"]),
        tests("SizingTests", ["Sizing", "Quantities"]),
        tests("AssemblyTests", ["Assembly", "Diagnostics", "LocatedInput", "Quantities"]),
        tests(
            "ProposalsTests",
            [
                "Assembly", "Catalog", "Clearance", "Diagnostics", "Documents", "Eligibility",
                "LocatedInput",
                "Pricing", "Proposals", "Quantities", "Requirements",
            ], exclude: ["Golden"]),
        tests(
            "ComparisonTests",
            [
                "Assembly", "Catalog", "Comparison", "Diagnostics", "Documents", "LocatedInput",
                "Proposals", "Quantities", "Requirements",
            ]),
        tests(
            "DocumentsTests",
            [
                "Assembly", "Catalog", "Clearance", "Diagnostics", "Documents", "Eligibility",
                "LocatedInput",
                "Pricing", "Proposals", "Quantities", "Requirements",
            ], exclude: ["Golden"]),
        tests(
            "SovereignCLITests",
            [
                "Assembly", "Catalog", "Diagnostics", "LocatedInput", "Proposals", "SovereignCLI",
                "sovereign",
            ],
            exclude: ["Fixtures", "Golden"]),
    ]
)
