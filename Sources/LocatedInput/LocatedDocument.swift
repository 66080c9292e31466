package import Diagnostics

/// Holds what a file contains: one value, or a table.
package enum LocatedDocument: Sendable, Hashable {
    /// The root value of a YAML or JSON file.
    case value(LocatedValue)
    /// The content of a CSV file.
    case table(LocatedTable)

    /// Parses an input by the ending of its name: `.yaml`, `.yml`, `.json` or `.csv`.
    package static func parse(
        _ input: InputText, limits: InputLimits = .standard, into collector: FindingCollector
    ) -> LocatedDocument? {
        switch ending(of: input.path) {
        case "yaml", "yml":
            return YAMLInput.parse(input, limits: limits, into: collector).map { .value($0) }
        case "json":
            return JSONInput.parse(input, limits: limits, into: collector).map { .value($0) }
        case "csv":
            return CSVInput.parse(input, limits: limits, into: collector).map { .table($0) }
        default:
            collector.report(
                .inputUnknownFormat,
                "expected a name that ends in .yaml, .json or .csv, found '\(input.path)'",
                at: input.start)
            return nil
        }
    }

    /// Reads and parses a file.
    package static func read(
        _ path: String, limits: InputLimits = .standard, into collector: FindingCollector,
        confidential: Bool = false
    ) -> LocatedDocument? {
        InputFile.read(path, limits: limits, into: collector, confidential: confidential)
            .flatMap { parse($0, limits: limits, into: collector) }
    }

    /// The root value; of a table, the sequence of its rows.
    package var root: LocatedValue {
        switch self {
        case .value(let value): value
        case .table(let table): table.value
        }
    }

    private static func ending(of path: String) -> String {
        guard let dot = path.lastIndex(of: ".") else { return "" }
        return path[path.index(after: dot)...].lowercased()
    }
}
