import Quantities

/// Draws bars and steps as SVG 1.1: plain shapes and text, no script, no font of its own.
///
/// Coordinates are whole tenths of a pixel worked out in exact numbers, so that the same figures
/// give the same bytes everywhere.
struct SVGChart {
    /// A bar with its label and the figure printed beside it.
    struct Bar {
        let label: String
        let figure: String
        /// Length as a share of the longest, in ten-thousandths.
        let share: Int64
        /// Which of the few colours it has.
        let tone: Int
    }

    let title: String
    let bars: [Bar]

    private static let tones = ["#1f4e79", "#c55a11", "#548235", "#7f6000", "#7030a0", "#808080"]
    private static let width: Int64 = 720
    private static let labelWidth: Int64 = 220
    private static let barWidth: Int64 = 340
    private static let rowHeight: Int64 = 24

    /// The whole file.
    var text: String {
        let height = Self.rowHeight * Int64(bars.count) + 56
        var parts = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(Self.width)\" "
                + "height=\"\(height)\" viewBox=\"0 0 \(Self.width) \(height)\" role=\"img\" "
                + "font-family=\"sans-serif\" font-size=\"12\">",
            "<title>\(Self.escaped(title))</title>",
            "<rect width=\"\(Self.width)\" height=\"\(height)\" fill=\"#ffffff\"/>",
            "<text x=\"12\" y=\"24\" font-size=\"15\" font-weight=\"bold\">"
                + "\(Self.escaped(title))</text>",
        ]
        for (index, bar) in bars.enumerated() { parts += row(bar, Int64(index)) }
        return (parts + ["</svg>"]).joined(separator: "\n") + "\n"
    }

    private func row(_ bar: Bar, _ index: Int64) -> [String] {
        let top = 40 + index * Self.rowHeight
        let length = max(0, min(bar.share, 10_000)) * Self.barWidth / 10_000
        let tone = Self.tones[bar.tone % Self.tones.count]
        return [
            "<text x=\"\(Self.labelWidth - 8)\" y=\"\(top + 14)\" text-anchor=\"end\">"
                + "\(Self.escaped(Self.cut(bar.label)))</text>",
            "<rect x=\"\(Self.labelWidth)\" y=\"\(top + 2)\" width=\"\(max(length, 1))\" "
                + "height=\"16\" fill=\"\(tone)\"/>",
            "<text x=\"\(Self.labelWidth + max(length, 1) + 6)\" y=\"\(top + 14)\">"
                + "\(Self.escaped(bar.figure))</text>",
        ]
    }

    private static func cut(_ label: String) -> String {
        label.count > 34 ? String(label.prefix(33)) + "…" : label
    }

    static func escaped(_ text: String) -> String {
        var output = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case _ where character.value < 0x20 || character.value == 0x7F: output += " "
            default: output.unicodeScalars.append(character)
            }
        }
        return output
    }

    /// Bars of amounts, the longest as long as there is room.
    static func bars(
        _ title: String, _ values: [(label: String, value: FixedPointFigure, tone: Int)]
    ) -> SVGChart {
        let longest = values.map(\.value.raw).max() ?? 0
        return SVGChart(
            title: title,
            bars: values.map { label, value, tone in
                let share = longest > 0 ? value.raw / max(longest / 10_000, 1) : 0
                return Bar(
                    label: label, figure: value.text, share: Int64(clamping: share), tone: tone)
            })
    }

    /// A figure with the text that is printed beside its bar.
    struct FixedPointFigure {
        let raw: Int128
        let text: String
    }
}
