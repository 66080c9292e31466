import ArgumentParser
import Proposals

/// The root of all commands; alone it prints the help.
struct SovereignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sovereign",
        abstract: "Quotes packages of existing cloud products for classified government work.",
        discussion: """
            A quote names what is offered where and run by whom, prices it to the cent, proves the \
            total, and says what was rejected and why. Everything is read from files: no network, \
            no account.

            Exit status: 0 yes; 1 a correct no; 64 wrong usage; 65 an input or output file is at \
            fault; 70 a defect of sovereign; 75 undecided within the limit of steps.
            """,
        version: EngineVersion.current,
        subcommands: [
            QuoteCommand.self, PriceCommand.self, CompareCommand.self, ParityCommand.self,
            ValidateCommand.self, ClearanceCommand.self,
            VerifyCommand.self,
            AssembleCommand.self, CatalogCommand.self,
            ExplainCommand.self,
        ])
}
