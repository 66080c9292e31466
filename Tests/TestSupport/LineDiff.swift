/// Compares two texts line by line.
package struct LineDiff: Sendable {
    /// Lines in order, each marked `- ` (only before), `+ ` (only after) or two blanks (in both).
    package let lines: [String]

    /// Creates the comparison with the fewest marked lines.
    package init(_ before: String, _ after: String) {
        let old = before.split(separator: "\n", omittingEmptySubsequences: false)
        let new = after.split(separator: "\n", omittingEmptySubsequences: false)
        let changes = new.difference(from: old)
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in changes {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var lines: [String] = []
        var next = 0
        for (offset, line) in old.enumerated() {
            if removed.contains(offset) {
                lines.append("- \(line)")
                continue
            }
            while inserted.contains(next) {
                lines.append("+ \(new[next])")
                next += 1
            }
            lines.append("  \(line)")
            next += 1
        }
        while next < new.count {
            lines.append("+ \(new[next])")
            next += 1
        }
        self.lines = lines
    }

    /// The marked lines with two lines of surroundings, at most 80 in all.
    package var summary: String {
        var shown: [String] = []
        var last = -1
        for (index, line) in lines.enumerated() {
            let near = lines[max(0, index - 2)...min(lines.count - 1, index + 2)]
            guard near.contains(where: { !$0.hasPrefix("  ") }) else { continue }
            if last >= 0, index > last + 1 { shown.append("  …") }
            shown.append(line)
            last = index
        }
        guard shown.count > 80 else { return shown.joined(separator: "\n") }
        return (shown.prefix(80) + ["… \(shown.count - 80) lines more"]).joined(separator: "\n")
    }
}
