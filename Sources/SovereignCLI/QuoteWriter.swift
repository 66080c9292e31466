import Assembly
import Diagnostics
import Documents
import LocatedInput
import Proposals
import Requirements

/// Writes a quote where the command line says: to files, or else to standard output.
struct QuoteWriter {
    let outputs: [String]
    let exportProblem: String?
    let questions: String?
    let explained: String?
    let format: OutputFormat
    let session: CommandSession

    private var paths: [String] { outputs + [exportProblem, questions].compactMap { $0 } }

    /// Reports outputs that are a file which the quote is made from.
    ///
    /// - Parameter catalog: Files of the catalog folders.
    func wouldReplace(_ requirement: String, catalog: [String]) -> Bool {
        let replacing = paths.compactMap { path -> (path: String, what: String)? in
            if OutputFile.leadToSameFile(path, requirement) {
                return (path, "the requirement itself")
            }
            let isFact = catalog.contains { OutputFile.leadToSameFile(path, $0) }
            return isFact ? (path, "a file of the catalog") : nil
        }
        for (path, what) in replacing {
            session.collector.report(
                .outputOverInput, "'\(path)' is \(what)", help: "give the output another name")
        }
        return !replacing.isEmpty
    }

    /// Writes everything that was asked for.
    ///
    /// - Parameter sheet: The questions, where they are to be written.
    /// - Returns: Whether the command line named parts that the quote has. What could not be
    ///   written is a finding.
    func write(_ proposal: Proposal, sheet: [QuestionRow]?) -> Bool {
        writeFiles(proposal, sheet)
        if let explained { return explain(explained, proposal) }
        if outputs.isEmpty { session.answer(form.render(proposal)) }
        return true
    }

    private var form: QuoteForm {
        switch format {
        case .text: .text
        case .json: .json
        }
    }

    private func writeFiles(_ proposal: Proposal, _ sheet: [QuestionRow]?) {
        var files = outputs.compactMap { path in
            QuoteForm(path: path).map { form in
                OutputFile.Content(path: path, text: form.render(proposal))
            }
        }
        if let exportProblem {
            let text = proposal.problem.json.rendered(indented: true) + "\n"
            files.append(OutputFile.Content(path: exportProblem, text: text))
        }
        if let questions, let sheet {
            let currency = proposal.bound.requirement.currency.value
            let text = QuestionSheetCSV.render(sheet, currency: currency)
            files.append(OutputFile.Content(path: questions, text: text))
        }
        guard !files.isEmpty, OutputFile.write(files, into: session.collector) else { return }
        for file in files { session.note("wrote \(file.path)", format) }
    }

    private func explain(_ id: String, _ proposal: Proposal) -> Bool {
        let explanation = QuoteExplanation(proposal)
        guard let text = explanation.render(id) else {
            session.collector.report(
                .commandUnknownID,
                "the quote has nothing named \(session.collector.quote(id, at: nil))",
                help: DidYouMean.help(for: id, in: explanation.identifiers))
            return false
        }
        switch format {
        case .text: session.answer(text)
        case .json:
            session.answer(["format": "explanation/1", "id": .string(id), "text": .string(text)])
        }
        return true
    }
}
