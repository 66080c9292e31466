import Catalog
import Diagnostics
import Foundation
import LocatedInput
import Quantities

/// Measures how fast a catalog is there, small and large, and prints one table.
///
/// The overlay's prices are invented; its rows differ in meter, site, plan and amount.
///
///     swift run -c release CatalogBenchmark
///     swift run -c release CatalogBenchmark catalog 100000
@main
struct CatalogBenchmark {
    static func main() {
        let arguments = CommandLine.arguments
        let folder = arguments.count > 1 ? arguments[1] : "catalog"
        let rows = arguments.count > 2 ? Int(arguments[2]) ?? 0 : 1_000_000
        let collector = FindingCollector()
        guard let files = InputFolder.read(folder, skipping: ["scenarios"], into: collector),
            let bench = Bench(folder: folder, files: files)
        else {
            print("no catalog in '\(folder)'")
            return
        }
        bench.measureSmall()
        bench.measureLarge(rows)
    }
}

private struct Bench {
    let layer: CatalogLayer
    let catalog: CatalogSnapshot
    let clock = ContinuousClock()

    init?(folder: String, files: [InputFolder.File]) {
        layer = CatalogLayer(
            folder: folder,
            files: files.map {
                CatalogLayer.File(relativePath: $0.relativePath, input: $0.input)
            })
        guard let catalog = CatalogLoader.load([layer], into: FindingCollector()) else {
            return nil
        }
        self.catalog = catalog
    }

    func measureSmall() {
        let source = median {
            _ = CatalogLoader.load([layer], into: FindingCollector())
        }
        print("catalog from source, \(layer.files.count) files: \(milliseconds(source)) ms")
        guard let bytes = image(of: catalog) else { return print("no image") }
        let kept = median { _ = bytes.withUnsafeBytes { CatalogImage.catalog(of: $0) } }
        print("catalog from its image, \(bytes.count) bytes: \(milliseconds(kept)) ms")
    }

    func measureLarge(_ rows: Int) {
        guard let provider = catalog.providers.first(where: { $0.id.rawValue == "google" }) else {
            return print("no provider 'google', whose prices would be overlaid")
        }
        let sites = catalog.sites.filter { $0.provider == provider.id }.prefix(3)
        let overlay = Self.overlay(rows, at: sites.map(\.id.rawValue))
        let collector = FindingCollector()
        var loaded: CatalogSnapshot?
        let time = clock.measure {
            loaded = CatalogLoader.load([layer, overlay], into: collector)
        }
        guard let loaded else {
            return print("\(collector.findings.prefix(3).map(\.message))")
        }
        print("an overlay of \(rows) prices: \(milliseconds(time)) ms, \(peak()) MB at most")
        guard let site = sites.first, rows >= 9 else { return }
        let step = max(1, rows / 9 / 1000)
        let meters = stride(from: 0, to: rows / 9, by: step).map { "M\($0)" }
        var found = 0
        let lookups = clock.measure {
            for _ in 0..<100 {
                for meter in meters {
                    found +=
                        loaded.priceRows(
                            sku: meter, plan: .onDemand, at: site, on: loaded.date
                        ).count
                }
            }
        }
        let each = lookups / (meters.count * 100)
        print(
            "a look-up among them: \(each.components.attoseconds / 1_000_000_000) ns, "
                + "\(found / 100) of \(meters.count) meters found")
    }

    /// A bid team's price book of invented amounts, three plans at each of three sites.
    private static func overlay(_ rows: Int, at sites: [String]) -> CatalogLayer {
        var text =
            "id,sku,sites,plan,unit,model,amount,currency,basis,effectiveFrom,sheetRow,source,"
            + "asOf,confidence\n"
        text.reserveCapacity(rows * 180)
        for row in 0..<rows {
            let site = sites[row / 3 % sites.count]
            let plan = ["on-demand", "P1Y", "P3Y"][row % 3]
            text +=
                "bid-\(row),M\(row / 9),\(site),\(plan),unit-hour,per-unit,"
                + "\(row % 9_000 + 1000).\(row % 97 + 1),EUR,published,2026-01-01,\(row + 2),"
                + "Invented price book of a bid team,2026-11-01,primary\n"
        }
        let path = "providers/google/prices/bid.csv"
        return CatalogLayer(
            folder: "bid",
            files: [
                CatalogLayer.File(
                    relativePath: path, input: InputText(path: "bid/\(path)", text: text))
            ])
    }

    private func image(of catalog: CatalogSnapshot) -> [UInt8]? {
        CatalogImage.pieces(of: catalog)?.reduce(into: []) { bytes, piece in
            piece.withBytes { bytes += Array($0) }
        }
    }

    private func median(_ body: () -> Void) -> Duration {
        (0..<21).map { _ in clock.measure(body) }.sorted()[10]
    }

    private func milliseconds(_ time: Duration) -> String {
        let tenths =
            time.components.seconds * 10_000
            + time.components.attoseconds / 100_000_000_000_000
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// Most memory that the process has held, in millions of bytes, the text of the overlay too.
    private func peak() -> Int {
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
