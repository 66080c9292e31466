import Diagnostics

/// Says how long the parts of a command took.
struct Times {
    private let parts: [(name: String, duration: Duration)]

    init(_ parts: [(name: String, duration: Duration)]) {
        self.parts = parts
    }

    /// One line without its end: "time: read 3.1 ms, assemble 12.0 ms", or a document `times/1`
    /// in whole microseconds.
    func line(_ format: OutputFormat) -> String {
        switch format {
        case .text:
            return "time: "
                + parts.map { "\($0.name) \(Self.milliseconds($0.duration)) ms" }
                .joined(separator: ", ")
        case .json:
            let members = parts.map { part in
                (key: part.name, value: JSONValue.integer(Self.microseconds(part.duration)))
            }
            let document: JSONValue = [
                "format": "times/1", "microseconds": .object(members),
            ]
            return document.rendered(indented: false)
        }
    }

    private static func microseconds(_ duration: Duration) -> Int64 {
        let (seconds, attoseconds) = duration.components
        return seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    }

    private static func milliseconds(_ duration: Duration) -> String {
        let tenths = (microseconds(duration) + 50) / 100
        return "\(tenths / 10).\(tenths % 10)"
    }
}
