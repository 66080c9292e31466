package import Catalog

/// One row of a sheet of questions: what is not known, whom to ask, what the answer would be worth,
/// and where in the catalog it would stand.
package struct QuestionRow: Sendable {
    /// The question's id; several rows of one question add what each asks for.
    package let id: String
    /// The question as it can be sent.
    package let question: String
    /// The body or company that knows.
    package let askWhom: String
    /// Workloads and offers, or places, that wait for the answer.
    package internal(set) var concerns: [String]
    /// What not knowing it does today, without a full stop.
    package let currentEffect: String
    /// What the answer would be worth.
    package let worth: Worth
    /// How the worth is meant, without a full stop.
    package let worthMeans: String
    /// What an answer states.
    package let answer: Answer

    /// What the best answer would be worth against the present one.
    package enum Worth: Sendable, Hashable {
        /// Money, in ten-thousandths of a minor unit, more than nothing.
        case money(e4: Int64)
        /// There is no package today; with the answer there is.
        case package
        /// The same package at the same price.
        case nothing
        /// It cannot be told by solving again.
        case notComputed
    }

    /// The cells by which the filled-in row finds its place in the catalog.
    package struct Answer: Sendable, Hashable {
        /// What kind of fact it is.
        package let kind: AnswerKind
        /// Cells of the kind; absent ones are empty.
        package let cells: [QuestionColumn: [String]]
        /// Prefilled unit; empty where a value has none.
        package let unit: String

        /// Creates an answer's place.
        package init(
            kind: AnswerKind, cells: [QuestionColumn: [String]] = [:], unit: String = ""
        ) {
            self.kind = kind
            self.cells = cells
            self.unit = unit
        }
    }

    /// Creates a row.
    package init(
        id: String, question: String, askWhom: String, concerns: [String], currentEffect: String,
        worth: Worth, worthMeans: String, answer: Answer
    ) {
        self.id = id
        self.question = question
        self.askWhom = askWhom
        self.concerns = concerns
        self.currentEffect = currentEffect
        self.worth = worth
        self.worthMeans = worthMeans
        self.answer = answer
    }
}
