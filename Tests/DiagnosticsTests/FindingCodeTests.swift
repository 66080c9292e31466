import Diagnostics
import TestSupport
import Testing

struct FindingCodeTests {
    private static let rooms = [
        "INP", "CAT", "REQ", "CLR", "ELG", "SIZ", "PRC", "ASM", "PRO", "CMP", "DOC", "CLI",
    ]

    @Test(arguments: FindingCode.allCases)
    func `a code is a room and three digits, and its text is complete`(code: FindingCode) {
        #expect(Self.rooms.contains(String(code.rawValue.prefix(3))))
        #expect(code.rawValue.count == 6)
        #expect(Int(code.rawValue.dropFirst(3)) != nil)
        let text = code.text
        #expect(!text.title.isEmpty && text.title.count <= 50)
        #expect(text.title.last != ".")
        for part in [text.meaning, text.reason, text.remedy] {
            #expect(part.hasSuffix("."), "\(code.rawValue): \(part)")
        }
        for line in code.explanation.split(separator: "\n") { #expect(line.count <= 84) }
    }

    @Test(arguments: rooms)
    func `titles are unique within a room`(room: String) {
        let titles = FindingCode.allCases.filter { $0.rawValue.hasPrefix(room) }.map(\.title)
        #expect(Set(titles).count == titles.count)
    }

    @Test func `the long text has meaning, reason, example and remedy`() {
        expectGolden(
            FindingCode.inputDuplicateKey.explanation + "\n", named: "explain-INP030.txt")
    }
}
