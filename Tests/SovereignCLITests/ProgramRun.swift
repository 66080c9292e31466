import Foundation
import Testing

/// Runs the built program as a process of its own, as a user would.
struct ProgramRun {
    let status: Int32
    /// Whether a signal ended the program.
    let wasKilled: Bool
    let answer: String
    let messages: String

    /// Runs `sovereign` with the given words.
    ///
    /// - Parameters:
    ///   - words: The command line without the program's name.
    ///   - folder: Current folder of the program.
    ///   - shell: Shell script in which `"$@"` is the whole command line; none to run it directly.
    init(_ words: String..., in folder: String, shell: String? = nil) throws {
        let program = try Self.program()
        let process = Process()
        process.executableURL = shell == nil ? program : URL(fileURLWithPath: "/bin/sh")
        process.arguments = shell.map { ["-c", $0, "sh", program.path] + words } ?? words
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardInput = FileHandle.nullDevice
        let files = try ["answer", "messages"].map { name in
            let path = folder + "/." + name
            try #require(FileManager.default.createFile(atPath: path, contents: nil))
            return URL(fileURLWithPath: path)
        }
        let handles = try files.map { try FileHandle(forWritingTo: $0) }
        process.standardOutput = handles[0]
        process.standardError = handles[1]
        try process.run()
        process.waitUntilExit()
        status = process.terminationStatus
        wasKilled = process.terminationReason == .uncaughtSignal
        answer = try String(contentsOf: files[0], encoding: .utf8)
        messages = try String(contentsOf: files[1], encoding: .utf8)
    }

    /// The program stands beside the bundle of the tests.
    private static func program() throws -> URL {
        #if os(Linux)
            let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        #else
            let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
            let tests = try #require(bundle).bundleURL
        #endif
        let program = tests.deletingLastPathComponent().appendingPathComponent("sovereign")
        try #require(FileManager.default.isExecutableFile(atPath: program.path))
        return program
    }
}
