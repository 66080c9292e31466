import Assembly
import Quantities

/// Prints an assembly answer for a person.
enum AnswerText {
    static func render(_ answer: AssemblyAnswer, currency: String) -> String {
        var lines = [headline(answer)]
        if answer.hasPackage {
            lines.append("total \(amount(answer.totalE4, currency))")
            if answer.status == .feasible {
                lines.append("no package costs less than \(amount(answer.lowerBoundE4, currency))")
            }
            lines.append("options")
            lines += answer.options.map { "  \($0)" }
            lines += counts("modules", answer.modules)
            lines += counts("heads", answer.heads)
        }
        if !answer.conflict.isEmpty {
            lines.append("these cannot hold together")
            lines += answer.conflict.map { "  \($0.kind.rawValue) \($0.id)" }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func headline(_ answer: AssemblyAnswer) -> String {
        switch answer.status {
        case .optimal: "optimal: no valid package costs less"
        case .feasible: "feasible: a valid package, not proved to be the cheapest"
        case .infeasible: "infeasible: there is no valid package"
        case .unknown: "unknown: the limit of steps ended before a package or a proof was found"
        }
    }

    private static func counts(_ title: String, _ counts: [String: [String: Int64]]) -> [String] {
        guard !counts.isEmpty else { return [] }
        let lines = counts.sorted { $0.key < $1.key }.flatMap { place in
            place.value.sorted { $0.key < $1.key }
                .map { "  \(place.key) \($0.key): \($0.value)" }
        }
        return [title] + lines
    }

    /// Returns ten-thousandths of a minor unit as an amount in major units, exactly.
    private static func amount(_ amountE4: Int64, _ currency: String) -> String {
        guard let known = Currency(code: currency),
            let decimal = try? ExactDecimal(
                coefficient: Int128(amountE4), scale: known.minorUnits + 4)
        else { return "\(amountE4) ten-thousandths of a minor unit of \(currency)" }
        return "\(known.code) \(decimal.padded(toScale: known.minorUnits))"
    }
}
