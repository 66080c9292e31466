import ArgumentParser
import Diagnostics

/// Recognises mistyped names of commands, which the parser takes for stray arguments.
enum CommandNames {
    /// Returns the message for a command line that begins with a word that names no command.
    static func message(forUnknown arguments: [String]) -> String? {
        message(forUnknown: arguments, below: SovereignCommand.self, path: ["sovereign"])
    }

    private static func message(
        forUnknown arguments: [String], below parent: any ParsableCommand.Type, path: [String]
    ) -> String? {
        let children = parent.configuration.subcommands
        guard !children.isEmpty, let word = arguments.first, !word.hasPrefix("-") else {
            return nil
        }
        if let child = children.first(where: { name(of: $0) == word }) {
            return message(
                forUnknown: Array(arguments.dropFirst()), below: child, path: path + [word])
        }
        let names = children.map(name)
        // A command that does something by itself takes other words as what to do it with.
        guard word != "help", parent.configuration.defaultSubcommand == nil else { return nil }
        let advice =
            DidYouMean.help(for: word, in: names.sorted())
            ?? "commands are: \(names.joined(separator: ", "))"
        let command = path.joined(separator: " ")
        return """
            Error: '\(DisplayText.escaped(word))' is no command of \(command); \(advice)
              See '\(command) --help' for more information.
            """
    }

    private static func name(of command: any ParsableCommand.Type) -> String {
        command.configuration.commandName ?? ""
    }
}
