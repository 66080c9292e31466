/// Finds the word of a vocabulary that a mistyped word most likely stands for.
package enum DidYouMean {
    /// Words longer than this are not compared: nobody mistypes them, and it bounds the work.
    static let longestWord = 64

    /// Returns the nearest candidate, or none where no candidate is near enough.
    ///
    /// Distance counts inserted, dropped, changed and swapped characters; upper and lower case are
    /// alike. It may be at most a third of the length of `word` and at most 3. Equal distances are
    /// decided by alphabetical order. `word` itself is never returned.
    ///
    /// `nearest(to: "aurelia-nroth", in: ["aurelia-north", "aurelia-south"])` gives
    /// `aurelia-north`.
    package static func nearest(
        to word: String, in candidates: some Sequence<String>
    ) -> String? {
        guard word.utf8.count <= longestWord * 4 else { return nil }
        let typed = Array(word.lowercased())
        guard typed.count <= longestWord else { return nil }
        let limit = min(typed.count / 3, 3)
        var best: (distance: Int, candidate: String)?
        for candidate in candidates where candidate != word {
            let other = Array(candidate.lowercased())
            guard other.count <= longestWord, abs(other.count - typed.count) <= limit else {
                continue
            }
            let found = (distance: distance(typed, other), candidate: candidate)
            guard found.distance <= limit else { continue }
            if let kept = best, (kept.distance, kept.candidate) <= (found.distance, candidate) {
                continue
            }
            best = found
        }
        return best?.candidate
    }

    /// Returns "did you mean 'x'?" for the nearest candidate.
    package static func help(
        for word: String, in candidates: some Sequence<String>
    ) -> String? {
        nearest(to: word, in: candidates).map { "did you mean '\($0)'?" }
    }

    /// Edit distance in which a swap of neighbours is one edit (optimal string alignment).
    static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, leftCharacter) in left.enumerated() {
            var current = [row + 1]
            for (column, rightCharacter) in right.enumerated() {
                let change = last[column] + (leftCharacter == rightCharacter ? 0 : 1)
                var least = min(change, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, leftCharacter == right[column - 1],
                    left[row - 1] == rightCharacter
                {
                    least = min(least, beforeLast[column - 1] + 1)
                }
                current.append(least)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
