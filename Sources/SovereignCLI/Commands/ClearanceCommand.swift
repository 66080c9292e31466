import ArgumentParser

/// Tells what a level is, and whether a clearance counts for one.
struct ClearanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clearance",
        abstract: "Tells what a level is and requires, or whether a clearance counts for it.",
        discussion: """
            As in: sovereign clearance ES RESERVADO
            """,
        subcommands: [ClearanceLevelCommand.self, ClearanceRecogniseCommand.self],
        defaultSubcommand: ClearanceLevelCommand.self)
}
