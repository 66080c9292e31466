import Foundation
import TestSupport
import Testing

/// A fresh folder with a small catalog of an invented provider and a requirement that it meets.
///
/// Both are copies of `Fixtures`, to be changed at will.
final class CommandWorld {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures")
        for name in ["catalog", "requirement.yaml"] {
            try FileManager.default.copyItem(
                atPath: fixtures.appendingPathComponent(name).path, toPath: folder(name))
        }
    }

    var requirement: String { folder("requirement.yaml") }

    /// Changes a piece of a file that must be there.
    func edit(_ name: String, _ old: String, _ new: String) throws {
        let text = try #require(folder.text(of: name))
        try #require(text.contains(old), "'\(old)' is not in \(name)")
        try folder.write(text.replacing(old, with: new, maxReplacements: 1), to: name)
    }

    /// Runs `quote` on the requirement, with more words behind.
    func quote(_ words: String...) -> CommandRun {
        CommandRun(arguments: ["quote", requirement] + words, in: folder)
    }

    /// Runs any command.
    func run(_ words: String...) -> CommandRun {
        CommandRun(arguments: words, in: folder)
    }
}
