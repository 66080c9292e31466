import Diagnostics
import LocatedInput

/// Reads texts as files and lists what is found, one line a finding.
struct Reading {
    let collector = FindingCollector()

    func yaml(_ text: String, limits: InputLimits = .standard) -> LocatedValue? {
        YAMLInput.parse(input("a.yaml", text), limits: limits, into: collector)
    }

    func json(_ text: String, limits: InputLimits = .standard) -> LocatedValue? {
        JSONInput.parse(input("a.json", text), limits: limits, into: collector)
    }

    func csv(_ text: String, limits: InputLimits = .standard) -> LocatedTable? {
        CSVInput.parse(input("a.csv", text), limits: limits, into: collector)
    }

    private func input(_ path: String, _ text: String) -> InputText {
        collector.addSource(text, path: path)
        return InputText(path: path, text: text)
    }

    /// "3:1 INP030 duplicate key 'a'" for each finding, in reading order.
    var findings: [String] {
        collector.findings.map { finding in
            let place = finding.location.map { "\($0.line):\($0.column)" } ?? "-"
            return "\(place) \(finding.code.rawValue) \(finding.message)"
        }
    }

    var codes: [FindingCode] { collector.findings.map(\.code) }
}

extension LocatedValue {
    /// The value in one line, each scalar with its place: `{a@1:1: 'x'@1:4}`.
    var outline: String {
        let place = "@\(location.line):\(location.column)"
        switch content {
        case .scalar(let text, let quoted): return (quoted ? "\"\(text)\"" : text) + place
        case .null: return "null" + place
        case .sequence(let elements):
            return "[" + elements.map(\.outline).joined(separator: ", ") + "]" + place
        case .mapping(let entries):
            let parts = entries.map { entry in
                "\(entry.key)@\(entry.keyLocation.line):\(entry.keyLocation.column): "
                    + entry.value.outline
            }
            return "{" + parts.joined(separator: ", ") + "}" + place
        }
    }
}
