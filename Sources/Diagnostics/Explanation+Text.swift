extension Explanation {
    /// Returns the tree as indented lines, two spaces a level, ending in a line end.
    ///
    /// A part that occurs again is not repeated: it gets a number at its first place, and later
    /// places refer to it. Parts that occur once have no number.
    ///
    ///     the site may hold DIFUSIÓN LIMITADA [rule es-dl-ens]
    ///       the site holds ENS ALTA [auth-7: CCN, as of 2026-05-01, primary]
    package func rendered() -> String {
        var writer = ExplanationWriter(counting: self)
        writer.write(self, level: 0)
        return writer.output
    }

    fileprivate var suffix: String {
        switch kind {
        case .fact(let id, let source, let asOf, let confidence):
            " [\(id): \(source), as of \(asOf), \(confidence)]"
        case .rule(let id): " [rule \(id)]"
        case .statement: ""
        }
    }
}

private struct ExplanationWriter {
    private(set) var output = ""
    private var occurrences: [Explanation: Int] = [:]
    private var numbers: [Explanation: Int] = [:]

    init(counting root: Explanation) {
        count(root)
    }

    private mutating func count(_ node: Explanation) {
        guard !node.children.isEmpty else { return }
        occurrences[node, default: 0] += 1
        guard occurrences[node] == 1 else { return }
        for child in node.children { count(child) }
    }

    mutating func write(_ node: Explanation, level: Int) {
        let indentation = String(repeating: "  ", count: level)
        let text = DisplayText.escaped(node.text)
        if let number = numbers[node] {
            output += "\(indentation)\(text), see (\(number))\n"
            return
        }
        var label = ""
        if occurrences[node, default: 0] > 1 {
            numbers[node] = numbers.count + 1
            label = "(\(numbers.count)) "
        }
        output += indentation + label + text + DisplayText.escaped(node.suffix) + "\n"
        for child in node.children { write(child, level: level + 1) }
    }
}
