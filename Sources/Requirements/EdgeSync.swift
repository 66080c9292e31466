import Diagnostics
import LocatedInput
package import Quantities

/// How devices sync to their home: kept as asked; whether the backlog drains is not judged yet.
package struct EdgeSync: Sendable, Hashable {
    /// Time between two contacts; `nil` where not stated.
    package let every: CalendarPeriod?
    /// Hours of one contact; `nil` for as long as it takes.
    package let windowHours: ExactDecimal?
    /// Rate of the link in 10^6 bits a second.
    package let linkMegabitsPerSecond: ExactDecimal?
    /// Devices that share the link.
    package let sharedBy: Int?
    /// Share of the rate that carries data, above 0 and at most 1.
    package let efficiency: ExactDecimal?
    /// Share of time in which there is a link, above 0 and at most 1.
    package let dutyCycle: ExactDecimal?

    init?(_ value: LocatedValue, _ collector: FindingCollector) {
        guard var reader = FieldReader(value, "sync", collector) else { return nil }
        // A millionth stands for "more than nothing": no data crosses a link of 0.
        let least = (try? ExactDecimal(parsing: "0.000001")) ?? .zero
        let share = least...ExactDecimal.one
        let positive = least...ExactDecimal(1_000_000)
        every = reader.optional("every", as: CalendarPeriod.self)?.value
        windowHours = reader.optional("windowHours", as: ExactDecimal.self, in: positive)?.value
        linkMegabitsPerSecond =
            reader.optional("linkMegabitsPerSecond", as: ExactDecimal.self, in: positive)?.value
        sharedBy = reader.optional("sharedBy", as: Int.self, in: 1...100_000)?.value
        efficiency = reader.optional("efficiency", as: ExactDecimal.self, in: share)?.value
        dutyCycle = reader.optional("dutyCycle", as: ExactDecimal.self, in: share)?.value
        reader.finish()
    }

    /// The stated parts in words, as in "every P14D, 6 h, 1000 Mbit/s shared by 30".
    package var text: String {
        var parts: [String] = []
        if let every { parts.append("every \(every)") }
        if let windowHours { parts.append("\(windowHours) h a contact") }
        if let linkMegabitsPerSecond { parts.append("\(linkMegabitsPerSecond) Mbit/s") }
        if let sharedBy { parts.append("shared by \(sharedBy)") }
        if let efficiency { parts.append("efficiency \(efficiency)") }
        if let dutyCycle { parts.append("duty cycle \(dutyCycle)") }
        return parts.isEmpty ? "as it comes" : parts.joined(separator: ", ")
    }
}
