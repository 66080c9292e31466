import SovereignCLI

/// The program: everything is in the library, so that tests can run it.
@main
enum Sovereign {
    static func main() {
        Program.runOnThisProcess()
    }
}
