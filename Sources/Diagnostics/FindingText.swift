/// Explains one kind of mistake to the person whose data has it.
package struct FindingText: Sendable, Hashable {
    /// Short name in lower case.
    package let title: String
    /// What the finding says about the data.
    package let meaning: String
    /// Why such data is refused rather than guessed at.
    package let reason: String
    /// A few lines of data that raise the finding; empty where data cannot show it.
    package let example: String
    /// What to do.
    package let remedy: String

    /// Creates a text.
    package init(
        _ title: String, meaning: String, reason: String, example: String = "", remedy: String
    ) {
        self.title = title
        self.meaning = meaning
        self.reason = reason
        self.example = example
        self.remedy = remedy
    }

    /// The parts as paragraphs of at most 80 columns, the example indented by four spaces.
    package var explanation: String {
        var parts = [Self.wrapped(meaning), Self.wrapped("Why it is refused: " + reason)]
        if !example.isEmpty {
            let lines = example.split(separator: "\n", omittingEmptySubsequences: false)
            parts.append("Example:\n\n" + lines.map { "    " + $0 }.joined(separator: "\n"))
        }
        parts.append(Self.wrapped("What to do: " + remedy))
        return parts.joined(separator: "\n\n")
    }

    /// Fills lines of at most 80 columns with the words; line ends in `text` count as spaces.
    private static func wrapped(_ text: String) -> String {
        var output = ""
        var column = 0
        for word in text.split(whereSeparator: \.isWhitespace) {
            let width = DisplayText.width(word)
            if column > 0, column + 1 + width > 80 {
                output += "\n"
                column = 0
            } else if column > 0 {
                output += " "
                column += 1
            }
            output += word
            column += width
        }
        return output
    }
}
