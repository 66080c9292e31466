import ArgumentParser
import Diagnostics

/// Prints the long text of a finding's code.
struct ExplainCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explains the code of a finding, such as CAT012.",
        discussion: "Without a code, all codes are listed.")

    @Argument(help: "The code, as findings print it in brackets.")
    var code: String?

    @Option(help: "Form of the answer: text or json.")
    var format: OutputFormat = .text

    func run(in session: CommandSession) -> ExitStatus {
        guard let code else {
            session.answer(list)
            return .yes
        }
        guard let known = FindingCode(rawValue: code.uppercased()) else {
            let codes = FindingCode.allCases.map(\.rawValue).sorted()
            session.collector.report(
                .commandUnknownCode, "there is no code \(session.collector.quote(code, at: nil))",
                help: DidYouMean.help(for: code.uppercased(), in: codes)
                    ?? "'sovereign explain' lists all codes")
            return .wrongUsage
        }
        switch format {
        case .text: session.answer(text(of: known))
        case .json: session.answer(json(of: known))
        }
        return .yes
    }

    private var list: String {
        let codes = FindingCode.allCases.sorted { $0.rawValue < $1.rawValue }
        switch format {
        case .text: return codes.map { "\($0.rawValue)  \($0.title)\n" }.joined()
        case .json:
            let document: JSONValue = [
                "format": "finding-codes/1",
                "codes": .array(
                    codes.map { ["code": .string($0.rawValue), "title": .string($0.title)] }),
            ]
            return document.rendered(indented: true) + "\n"
        }
    }

    private func text(of code: FindingCode) -> String {
        "\(code.rawValue): \(code.title)\n\n\(code.explanation)\n"
    }

    private func json(of code: FindingCode) -> JSONValue {
        let text = code.text
        return [
            "format": "finding-code/1",
            "code": .string(code.rawValue),
            "title": .string(text.title),
            "meaning": .string(Self.oneLine(text.meaning)),
            "reason": .string(Self.oneLine(text.reason)),
            "example": .string(text.example),
            "remedy": .string(Self.oneLine(text.remedy)),
        ]
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
