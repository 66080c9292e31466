import Diagnostics

/// What all rules together say of one case.
package struct CaseJudgement: Sendable, Hashable {
    /// One or more for each rule that has something to say, in the order of the rules.
    package let judgements: [Judgement]

    /// Creates what several rules say together.
    package init(judgements: [Judgement]) {
        self.judgements = judgements
    }

    /// The worst of the parts; eligible where no rule has anything to say.
    package var verdict: Verdict { judgements.map(\.verdict).max() ?? .eligible }

    /// The sentences of the rules that decide the verdict, each once.
    package var reasons: [String] {
        var seen: Set<String> = []
        return judgements.filter { $0.verdict == verdict }.map(\.explanation.text)
            .filter { seen.insert($0).inserted }
    }

    /// Steps that the verdict waits for, each once.
    package var steps: [Step] { Self.unique(judgements.flatMap(\.steps), \.id) }
    /// Facts that are missing, each once.
    package var questions: [OpenQuestion] { Self.unique(judgements.flatMap(\.questions), \.id) }
    /// Premises that the verdict rests on, each once.
    package var premises: [Premise] { Self.unique(judgements.flatMap(\.premises), \.id) }

    private static func unique<Item>(_ items: [Item], _ id: KeyPath<Item, String>) -> [Item] {
        var seen: Set<String> = []
        return items.filter { seen.insert($0[keyPath: id]).inserted }
            .sorted { $0[keyPath: id] < $1[keyPath: id] }
    }
}
