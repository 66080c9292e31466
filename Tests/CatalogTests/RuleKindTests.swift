import Catalog
import Foundation
import TestSupport
import Testing

struct RuleKindTests {
    @Test(arguments: RuleKind.allCases)
    func `a kind is said to be applied where code of the engine names it`(kind: RuleKind) throws {
        let code = try ["Clearance", "Eligibility", "Proposals", "Requirements"].map(Self.code)
            .joined()
        // Other vocabularies share some of the names: only where rules are picked do they count.
        let compared = try Regex("kind == \\.\(kind)\\b")
        let listed = try Regex("Set<RuleKind> = \\[[^\\]]*\\.\(kind)\\b")
        #expect((code.contains(compared) || code.contains(listed)) == kind.isApplied)
    }

    private static func code(of room: String) throws -> String {
        let folder = FixtureCatalog.repository().appendingPathComponent("Sources/\(room)")
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var code = ""
        while let file = found?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            code += try String(contentsOf: file, encoding: .utf8)
        }
        return code
    }
}
