import TestSupport
import Testing

@testable import Diagnostics

struct DidYouMeanTests {
    private static let words = ["aurelia-north", "aurelia-south", "replicas", "EUR", "tax", "ab"]

    @Test(arguments: [
        ("aurelia-nroth", "aurelia-north"), ("replcas", "replicas"), ("Replicas", "replicas"),
        ("eur", "EUR"), ("tex", "tax"), ("xat", nil), ("a", nil), ("", nil),
        ("replicas", nil), ("aurelia", nil), ("completely-else", nil),
    ])
    func `the nearest word within a third of the length is suggested`(
        typed: String, expected: String?
    ) {
        #expect(DidYouMean.nearest(to: typed, in: Self.words) == expected)
    }

    @Test func `equal distances are decided by alphabetical order`() {
        #expect(DidYouMean.nearest(to: "card", in: ["cart", "care", "ward"]) == "care")
        #expect(DidYouMean.nearest(to: "card", in: ["ward", "care", "cart"]) == "care")
    }

    @Test func `three edits are the most`() {
        let word = String(repeating: "a", count: 30)
        #expect(DidYouMean.nearest(to: word, in: [word + "bbb"]) == word + "bbb")
        #expect(DidYouMean.nearest(to: word, in: [word + "bbbb"]) == nil)
    }

    @Test func `very long words are not compared`() {
        let long = String(repeating: "a", count: 65)
        #expect(DidYouMean.nearest(to: long, in: [long + "b"]) == nil)
        #expect(DidYouMean.nearest(to: String(repeating: "a", count: 10_000_000), in: ["a"]) == nil)
    }

    @Test(arguments: [("", "", 0), ("ab", "ba", 1), ("abc", "", 3), ("kitten", "sitting", 3)])
    func `distance counts inserted, dropped, changed and swapped`(
        left: String, right: String, expected: Int
    ) {
        #expect(DidYouMean.distance(Array(left), Array(right)) == expected)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `distance is symmetric and at most the longer length`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            let words = (0..<2).map { _ in
                (0..<Int.random(in: 0...8, using: &generator)).map { _ in
                    "abc".randomElement(using: &generator) ?? "a"
                }
            }
            let forth = DidYouMean.distance(words[0], words[1])
            #expect(forth == DidYouMean.distance(words[1], words[0]))
            #expect(forth <= max(words[0].count, words[1].count))
            #expect(forth >= abs(words[0].count - words[1].count))
            #expect((forth == 0) == (words[0] == words[1]))
        }
    }
}
