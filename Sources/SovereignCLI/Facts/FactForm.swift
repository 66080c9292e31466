import ArgumentParser

/// Names the forms in which facts are written.
enum FactForm: String, CaseIterable, ExpressibleByArgument {
    /// For a person.
    case text
    /// For a program; the member `format` of each document names its form and version.
    case json
    /// For a spreadsheet.
    case csv

    /// The form of findings beside such an answer.
    var ofFindings: OutputFormat { self == .json ? .json : .text }
}

/// Says where the facts are; the commands that look things up share it.
struct FactOptions: ParsableArguments {
    @OptionGroup var catalog: CatalogOption

    @Option(
        name: .customLong("format"),
        help: "Form of the answer: text, json or csv; findings are text beside csv.")
    var form: FactForm = .text
}
