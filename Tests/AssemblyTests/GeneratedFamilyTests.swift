import Foundation
import LocatedInput
import Diagnostics
import Testing

@testable import Assembly

/// Holds answers to generated problems of realistic size against a judge in another language.
///
/// Needs `SOVEREIGN_SHARED`, the folder with `assembly/generate.py` and `assembly/check.py`.
@Suite struct GeneratedFamilyTests {
    private static let shared = ProcessInfo.processInfo.environment["SOVEREIGN_SHARED"]

    private static var tools: URL? {
        guard let shared else { return nil }
        let folder = URL(fileURLWithPath: shared).appendingPathComponent("assembly")
        let generator = folder.appendingPathComponent("generate.py").path
        return FileManager.default.fileExists(atPath: generator) ? folder : nil
    }

    private func run(_ arguments: [String], output: URL) throws -> Int32 {
        try Data().write(to: output)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.standardOutput = try FileHandle(forWritingTo: output)
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    @Test(
        .enabled(
            if: tools != nil,
            "set SOVEREIGN_SHARED to the folder that holds assembly/generate.py"),
        arguments: ["small", "racks", "tight", "discount", "national", "infeasible"])
    func `answers honestly under a limit of steps`(family: String) throws {
        let tools = try #require(Self.tools)
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("assembly-\(family)-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("problem.json")
        let generator = tools.appendingPathComponent("generate.py").path
        #expect(try run([generator, family, "--seed", "1"], output: file) == 0)

        let collector = FindingCollector()
        let document = LocatedDocument.read(
            file.path, limits: .assemblyProblem, into: collector)
        let root = try #require(document?.root)
        let problem = try #require(
            AssemblyProblem.decode(root, into: collector), "\(collector.findings)")
        let answer = Assembler(limit: StepLimit(steps: 20)).assemble(problem)
        #expect(PackageChecker.check(problem, answer).violations == [])
        guard family != "infeasible" else {
            #expect(answer.status == .infeasible)
            return
        }
        #expect(answer.status != .infeasible)
        guard answer.hasPackage else { return }
        let written = folder.appendingPathComponent("answer.json")
        try answer.json.rendered(indented: false)
            .write(to: written, atomically: true, encoding: .utf8)
        let judge = tools.appendingPathComponent("check.py").path
        let verdict = folder.appendingPathComponent("verdict.txt")
        let status = try run([judge, file.path, written.path], output: verdict)
        let said = try String(contentsOf: verdict, encoding: .utf8)
        #expect(status == 0, "\(said)")
    }
}
