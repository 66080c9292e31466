import Foundation
package import Testing

/// Expects a text to equal the golden file `Tests/<Target>/Golden/<name>`.
///
/// A difference fails with the lines that differ, a missing golden fails too. With the environment
/// variable `RECORD_GOLDENS=1` the file is written and the test fails all the same, so that a
/// recording run is never green.
///
/// - Parameters:
///   - text: What the product printed.
///   - name: File name of the golden, such as `explanation-nested.txt`.
///   - testFile: A file of the test target; its folder below `Tests` has the goldens.
///   - sourceLocation: Where a failure is shown.
package func expectGolden(
    _ text: String, named name: String, in testFile: String = #filePath,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    guard let folder = goldenFolder(for: testFile) else {
        Issue.record("'\(testFile)' is not below a folder Tests", sourceLocation: sourceLocation)
        return
    }
    let file = folder.appendingPathComponent(name)
    let recorded = try? String(contentsOf: file, encoding: .utf8)
    if recorded == text { return }
    guard ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != "1" else {
        record(text, in: file, sourceLocation: sourceLocation)
        return
    }
    guard let recorded else {
        Issue.record(
            "the golden '\(name)' is missing; RECORD_GOLDENS=1 writes it:\n\(text)",
            sourceLocation: sourceLocation)
        return
    }
    Issue.record(
        "differs from the golden '\(name)' (- golden, + now):\n\(LineDiff(recorded, text).summary)",
        sourceLocation: sourceLocation)
}

private func goldenFolder(for testFile: String) -> URL? {
    var folder = URL(fileURLWithPath: testFile).deletingLastPathComponent()
    while folder.path != "/", folder.deletingLastPathComponent().lastPathComponent != "Tests" {
        folder.deleteLastPathComponent()
    }
    return folder.path == "/" ? nil : folder.appendingPathComponent("Golden")
}

private func record(_ text: String, in file: URL, sourceLocation: Testing.SourceLocation) {
    do {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        Issue.record("recorded '\(file.lastPathComponent)'", sourceLocation: sourceLocation)
    } catch {
        Issue.record(error, "cannot write '\(file.path)'", sourceLocation: sourceLocation)
    }
}
