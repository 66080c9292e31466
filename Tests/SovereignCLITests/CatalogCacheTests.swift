import Foundation
import SovereignCLI
import TestSupport
import Testing

/// A catalog that is kept answers as one that is read, and only while its files are the same.
struct CatalogCacheTests {
    let world: CommandWorld
    /// Seconds since 1970 before the first file was written.
    let began: Int

    init() throws {
        began = Int(Date().timeIntervalSince1970)
        world = try CommandWorld()
    }

    /// A process that begins so late that no change is recent.
    private func surroundings(started: Int = 1 << 40) -> Surroundings {
        Surroundings(
            currentFolder: world.folder.path, program: "/dev/null",
            cacheFolder: world.folder("caches/sovereign"), started: started)
    }

    private func quote(started: Int = 1 << 40) -> CommandRun {
        CommandRun(
            arguments: ["quote", world.requirement], surroundings: surroundings(started: started))
    }

    private func images() throws -> [String] {
        let folder = world.folder("caches/sovereign")
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder)
    }

    private func isKept() -> Bool {
        let folders = [world.folder("catalog")]
        let cache = CatalogCache(of: folders, skipping: ["scenarios"], in: surroundings())
        return cache?.catalog() != nil
    }

    @Test func `the second answer is that of the first, from what was kept`() throws {
        let first = quote()
        #expect(first.status == .yes)
        #expect(try images().count == 1)
        #expect(isKept())
        #expect(quote().answer == first.answer)
    }

    @Test func `a changed file is read again`() throws {
        let first = quote()
        try world.edit("catalog/providers/aurelia/prices/list.csv", "0.20", "0.30")
        #expect(!isKept())
        #expect(quote().answer != first.answer)
        try world.edit("catalog/providers/aurelia/prices/list.csv", "0.30", "0.20")
        #expect(quote().answer == first.answer)
        #expect(isKept())
        try world.folder.write("a", to: "catalog/stray.txt")
        #expect(!isKept())
        #expect(quote().status == .badData)
    }

    @Test func `files that changed a moment ago are not kept`() throws {
        // Not the time of now: on a busy machine the files may be seconds old by then.
        #expect(quote(started: began).status == .yes)
        #expect(try images().isEmpty)
    }

    @Test func `what comes with a mistake is not kept`() throws {
        try world.edit("catalog/providers/aurelia/prices/list.csv", "0.20", "-")
        #expect(quote().status == .badData)
        #expect(try images().isEmpty)
    }

    @Test func `a damaged or foreign image is passed over`() throws {
        let first = quote()
        let name = try #require(try images().first)
        let path = world.folder("caches/sovereign/\(name)")
        let image = try Data(contentsOf: URL(fileURLWithPath: path))
        var damaged = image
        damaged[image.count - 40] ^= 0x55
        for bytes in [damaged, image.prefix(100), image.prefix(image.count - 1), Data([1])] {
            try bytes.write(to: URL(fileURLWithPath: path))
            chmod(path, 0o600)
            #expect(!isKept())
            #expect(quote().answer == first.answer)
            #expect(isKept())
        }
        chmod(path, 0o666)
        #expect(!isKept())
    }

    @Test func `a folder that cannot be written changes nothing`() throws {
        let first = quote()
        let place = try world.folder.write("a file", to: "taken")
        let blocked = Surroundings(
            currentFolder: world.folder.path, program: "/dev/null",
            cacheFolder: place + "/below", started: 1 << 40)
        let run = CommandRun(arguments: ["quote", world.requirement], surroundings: blocked)
        #expect(run.answer == first.answer)
        #expect(run.messages == first.messages)
    }

    @Test func `old images give way`() throws {
        for number in 0..<20 {
            try world.folder.write("old", to: "caches/sovereign/catalog-\(number).image")
        }
        _ = quote()
        #expect(try images().count == 16)
        #expect(isKept())
    }
}
