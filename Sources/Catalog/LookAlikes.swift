/// Letters of other scripts that look like Latin ones.
package enum LookAlikes {
    private static let latin: [Character: Character] = [
        "а": "a", "в": "b", "с": "c", "е": "e", "н": "h", "і": "i", "ј": "j", "к": "k", "м": "m",
        "о": "o", "р": "p", "ѕ": "s", "т": "t", "х": "x", "у": "y", "α": "a", "β": "b", "ε": "e",
        "ζ": "z", "η": "h", "ι": "i", "κ": "k", "μ": "m", "ν": "n", "ο": "o", "ρ": "p", "τ": "t",
        "υ": "y", "χ": "x",
    ]

    /// The text without case and accents, each letter as the Latin one that it looks like.
    package static func folded(_ text: String) -> String {
        String(FoldedText.folded(text).map { latin[$0] ?? $0 })
    }

    /// Whether one word has Latin letters and others that look like them.
    package static func mixesScripts(_ text: String) -> Bool {
        FoldedText.folded(text).split(separator: " ").contains { word in
            word.contains { $0.isASCII && $0.isLetter } && word.contains { latin[$0] != nil }
        }
    }
}
