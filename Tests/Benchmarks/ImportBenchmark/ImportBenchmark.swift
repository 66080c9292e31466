import Catalog
import Diagnostics
import Foundation
import LocatedInput
import Quantities

/// Measures how fast price sheets of two sizes are imported, form by form, and the memory that
/// takes; beside it, Foundation's `JSONDecoder` and `Decimal` on the same sheets.
///
/// Sheets are generated with invented prices at real regions of the catalog. Each form and size
/// runs in a process of its own, so that its peak of memory is its own.
///
///     swift run -c release ImportBenchmark
///     swift run -c release ImportBenchmark catalog 20 100
@main
struct ImportBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        let folder = arguments.count > 1 ? arguments[1] : "catalog"
        if arguments.count > 4, arguments[2] == "run" {
            return try measure(arguments[3], arguments[4], catalog: folder)
        }
        let sizes = arguments.count > 2 ? arguments.dropFirst(2).compactMap { Int($0) } : [20, 100]
        let place = FileManager.default.temporaryDirectory
            .appendingPathComponent("sovereign-import-\(getpid())").path
        try FileManager.default.createDirectory(
            atPath: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: place) }
        for form in SheetForm.allCases {
            for size in sizes {
                let path = "\(place)/\(form.rawValue)-\(size)"
                try GeneratedSheet.write(form, megabytes: size, to: path)
                for way in ["import", "foundation"] where way == "import" || form != .eaPriceSheet {
                    try run(arguments[0], [folder, "run", "\(way):\(form.rawValue)", path])
                }
                try FileManager.default.removeItem(atPath: path)
            }
        }
    }

    private static func run(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        try process.run()
        process.waitUntilExit()
    }

    private static func measure(_ what: String, _ path: String, catalog: String) throws {
        let parts = what.split(separator: ":").map(String.init)
        guard let form = SheetForm(rawValue: parts[1]) else { return }
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        if parts[0] == "foundation" {
            let clock = ContinuousClock()
            var count = 0
            let time = try clock.measure { count = try DecodedSheet.prices(form, path) }
            return report("JSONDecoder + Decimal", form, size, time, "\(count) prices")
        }
        let collector = FindingCollector()
        guard let files = InputFolder.read(catalog, skipping: ["scenarios"], into: collector)
        else { return print("no catalog in '\(catalog)'") }
        let layer = CatalogLayer(
            folder: catalog,
            files: files.map {
                CatalogLayer.File(relativePath: $0.relativePath, input: $0.input)
            })
        guard let snapshot = CatalogLoader.load([layer], into: collector) else {
            return print("no catalog in '\(catalog)'")
        }
        let before = peak()
        let options = SheetImport.Options(folder: path + ".overlay")
        var outcome: SheetOutcome?
        let time = ContinuousClock().measure {
            outcome = SheetImport.run([path], options, over: snapshot, into: collector)
        }
        guard let outcome else {
            return print(
                form.rawValue, collector.findings.prefix(3).map(\.message), separator: ": ")
        }
        try FileManager.default.removeItem(atPath: path + ".overlay")
        report(
            "import", form, size, time,
            "\(outcome.rows) rows, \(before) MB before with the catalog")
    }

    private static func report(
        _ way: String, _ form: SheetForm, _ size: Int, _ time: Duration, _ result: String
    ) {
        let milliseconds =
            time.components.seconds * 1000 + time.components.attoseconds / 1_000_000_000_000_000
        let speed = Int64(size) / 1000 / max(1, milliseconds)
        print(
            "\(form.rawValue), \(size / 1_000_000) MB, \(way): \(milliseconds) ms, \(speed) MB/s, "
                + "\(peak()) MB at most; \(result)")
    }

    /// Most memory that the process has held, in millions of bytes.
    private static func peak() -> Int {
        var usage = rusage()
        #if os(Linux)
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            return usage.ru_maxrss * 1024 / 1_000_000
        #else
            getrusage(RUSAGE_SELF, &usage)
            return usage.ru_maxrss / 1_000_000
        #endif
    }
}
