/// Counts edits between two words of bytes, up to a bound.
enum EditDistance {
    /// Returns the number of inserted, dropped, changed and swapped bytes; none above `limit`.
    ///
    /// - Complexity: the product of the lengths, each at most `FactSearch.longestWord`; nothing
    ///   where the lengths alone tell that it is more.
    static func between(_ left: [UInt8], _ right: ArraySlice<UInt8>, atMost limit: Int) -> Int? {
        guard limit > 0, abs(left.count - right.count) <= limit,
            right.count <= FactSearch.longestWord
        else { return nil }
        let start = right.startIndex
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        var current = beforeLast
        for row in left.indices {
            current[0] = row + 1
            var least = row + 1
            for column in 0..<right.count {
                let written = right[start + column]
                var edits = min(
                    last[column] + (left[row] == written ? 0 : 1), last[column + 1] + 1,
                    current[column] + 1)
                if row > 0, column > 0, left[row] == right[start + column - 1],
                    left[row - 1] == written
                {
                    edits = min(edits, beforeLast[column - 1] + 1)
                }
                current[column + 1] = edits
                least = min(least, edits)
            }
            if least > limit { return nil }
            (beforeLast, last, current) = (last, current, beforeLast)
        }
        return last[right.count] <= limit ? last[right.count] : nil
    }
}
