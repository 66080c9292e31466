import Catalog
import Pricing
import Quantities
import Requirements

/// Prices that hold on the day of judgement and end before what is bought at them does.
struct PricesEnd: Observer {
    func observe(_ observed: ObservedCase) throws -> [Observation] {
        guard let package = observed.package else { return [] }
        var lines: [CalendarDate: [QuoteLine]] = [:]
        for line in package.lines {
            guard let end = line.meter.rows.compactMap(\.effectiveUntil).min(),
                end < line.period.end
            else { continue }
            lines[end, default: []].append(line)
        }
        return lines.sorted { $0.key < $1.key }.map { end, lines in
            let names = lines.map(\.id).joined(separator: ", ")
            return Observation(
                kind: "prices-end", weight: .notice, paths: ["term"],
                text: "the prices of \(names) end on \(end), before what is bought at them: this "
                    + "answer counts them to the end",
                workings: lines.map { line in
                    "\(line.id): \(line.meter.sku), bought from \(line.period.start) to "
                        + "\(line.period.end)"
                },
                wayOut: "ask the provider to hold them, or for the price that follows")
        }
    }
}
