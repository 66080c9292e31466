import Diagnostics
import LocatedInput
import Quantities

extension FieldReader {
    /// Reads a number that may be absent; one outside of what the field can mean is reported.
    mutating func plausible<Number: InputScalar & Comparable>(
        _ key: String, as type: Number.Type = Number.self, in range: ClosedRange<Number>
    ) -> Located<Number>? {
        let number: Located<Number>? = optional(key)
        return number.flatMap { checked($0, key, range) }
    }

    /// Reads a number that must be there; one outside of what the field can mean is reported.
    mutating func requiredPlausible<Number: InputScalar & Comparable>(
        _ key: String, as type: Number.Type = Number.self, in range: ClosedRange<Number>
    ) -> Located<Number>? {
        let number: Located<Number>? = required(key)
        return number.flatMap { checked($0, key, range) }
    }

    /// Reads a number that must be there, more than nothing and at most `most`.
    mutating func requiredPositive(
        _ key: String, atMost most: ExactDecimal
    ) -> Located<ExactDecimal>? {
        let number = required(key, as: ExactDecimal.self)
        guard let number, number.value <= .zero || most < number.value else { return number }
        collector.report(
            .catalogAbsurdQuantity,
            "'\(key)' of the \(what) is \(number.value); expected more than 0, at most \(most)",
            at: number.location, help: "write the number that the source gives")
        return nil
    }

    private func checked<Number: InputScalar & Comparable>(
        _ number: Located<Number>, _ key: String, _ range: ClosedRange<Number>
    ) -> Located<Number>? {
        if range.contains(number.value) { return number }
        collector.report(
            .catalogAbsurdQuantity,
            "'\(key)' of the \(what) is \(number.value); expected \(range.lowerBound) to "
                + "\(range.upperBound)",
            at: number.location, help: "write the number that the source gives")
        return nil
    }
}

extension FindingCollector {
    /// Reports an estimate whose likely value lies outside of its own range, or below nothing.
    func checkEstimate(_ likely: Located<ExactDecimal>, low: ExactDecimal?, high: ExactDecimal?) {
        let isOrdered =
            (low ?? likely.value) <= likely.value && likely.value <= (high ?? likely.value)
        let isPrice = !likely.value.isNegative && !(low?.isNegative ?? false)
        guard !isOrdered || !isPrice else { return }
        let range = "\(low?.description ?? "any") to \(high?.description ?? "any")"
        report(
            .catalogAbsurdQuantity,
            isPrice
                ? "\(likely.value) lies outside of its own range, \(range)"
                : "the price \(likely.value) is negative",
            at: likely.location,
            help: isPrice
                ? "low is at most the likely amount, high at least"
                : "credits are no prices; leave the row out")
    }
}
