import Diagnostics
import Foundation
import LocatedInput

/// Finds the folder of the catalog where the command line names none.
struct CatalogFinder {
    /// File that makes a folder a catalog.
    static let headName = "catalog.yaml"
    /// Most folders looked at on the way up.
    private static let mostFolders = 64

    let surroundings: Surroundings

    /// Returns the nearest folder `catalog` in or above the current folder, else the one beside the
    /// program.
    func find() -> String? {
        var folder = surroundings.currentFolder
        for _ in 0..<levels {
            let candidate = InputFolder.path(of: "catalog", in: folder)
            if isCatalog(candidate) { return candidate }
            folder = InputFolder.path(of: "..", in: folder)
        }
        guard let beside = surroundings.programFolder else { return nil }
        let candidate = InputFolder.path(of: "catalog", in: beside)
        return isCatalog(candidate) ? candidate : nil
    }

    /// Number of folders from the current one up to the root.
    private var levels: Int {
        let folder = surroundings.currentFolder.isEmpty ? "." : surroundings.currentFolder
        guard let resolved = realpath(folder, nil) else { return 1 }
        defer { free(resolved) }
        let depth = String(cString: resolved).split(separator: "/").count
        return min(depth + 1, Self.mostFolders)
    }

    private func isCatalog(_ folder: String) -> Bool {
        access(InputFolder.path(of: Self.headName, in: folder), F_OK) == 0
    }
}
