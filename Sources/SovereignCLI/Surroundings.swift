import Foundation

/// Says where and for whom a command runs: everything that it may know of the process.
package struct Surroundings: Sendable {
    /// Folder above which a catalog is looked for, as findings are to print it: empty for the
    /// current one.
    package var currentFolder: String
    /// Folder that holds the program, if it is known.
    package var programFolder: String?
    /// Path of the program, if it is known.
    package var program: String?
    /// Folder for what makes the next run faster; none where nothing may be kept.
    package var cacheFolder: String?
    /// When the process began, in seconds since 1970.
    package var started: Int
    /// Width of help texts in columns; none for the terminal's own.
    package var columns: Int?
    /// Width of tables of facts in columns: that of the terminal, if the answer goes to one.
    package var tableColumns: Int
    /// Whether findings are printed in colour.
    package var usesColour: Bool

    /// Creates surroundings that know no terminal.
    package init(
        currentFolder: String = "", programFolder: String? = nil, program: String? = nil,
        cacheFolder: String? = nil, started: Int = 0, columns: Int? = 80, tableColumns: Int = 100,
        usesColour: Bool = false
    ) {
        self.currentFolder = currentFolder
        self.programFolder = programFolder
        self.program = program
        self.cacheFolder = cacheFolder
        self.started = started
        self.columns = columns
        self.tableColumns = tableColumns
        self.usesColour = usesColour
    }
}

extension Surroundings {
    /// Returns what this process stands in.
    ///
    /// Findings are coloured where they go to a terminal that is not `dumb`, unless `NO_COLOR` has
    /// any value but the empty one.
    static func ofThisProcess() -> Surroundings {
        let program = programPath()
        return Surroundings(
            programFolder: program.flatMap(folder), program: program, cacheFolder: cacheFolder(),
            started: time(nil), columns: nil, tableColumns: terminalColumns() ?? 100,
            usesColour: isatty(STDERR_FILENO) == 1 && variable("NO_COLOR").isEmpty
                && variable("TERM") != "dumb")
    }

    /// Returns the folder that `SOVEREIGN_CACHE` names; none where it says `off`. Without it, that
    /// of the program in the user's folder for caches.
    private static func cacheFolder() -> String? {
        let own = variable("SOVEREIGN_CACHE")
        if !own.isEmpty { return own == "off" ? nil : own }
        let (caches, home) = (variable("XDG_CACHE_HOME"), variable("HOME"))
        if caches.hasPrefix("/") { return caches + "/sovereign" }
        return home.hasPrefix("/") ? home + "/.cache/sovereign" : nil
    }

    /// Returns the width of the terminal that standard output goes to; none for a file or a pipe.
    private static func terminalColumns() -> Int? {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0,
            size.ws_col > 0
        else { return nil }
        return Int(size.ws_col)
    }

    private static func variable(_ name: String) -> String {
        getenv(name).map { String(cString: $0) } ?? ""
    }

    private static func folder(of path: String) -> String? {
        path.lastIndex(of: "/").map { String(path[..<$0]) }
    }

    /// Returns the path of the running program with its links resolved.
    private static func programPath() -> String? {
        #if os(Linux)
            let path = "/proc/self/exe"
        #else
            let path = CommandLine.arguments.first ?? ""
        #endif
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
