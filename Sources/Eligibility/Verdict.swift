package import Catalog
package import Diagnostics
package import Quantities
package import Requirements

/// The four answers that a judgement can give.
///
/// Ordered from best to worst; a whole is as good as its worst part.
package enum Verdict: String, Sendable, Hashable, CaseIterable, Comparable {
    case eligible
    /// Eligible once named steps are done.
    case conditional
    /// A fact is missing; never becomes eligible.
    case unknown
    case ineligible

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .eligible: 0
        case .conditional: 1
        case .unknown: 2
        case .ineligible: 3
        }
    }
}

/// Something that has to be done before a conditional verdict holds.
package struct Step: Sendable, Hashable {
    /// Same for every judgement that waits for the same step.
    package let id: String
    package let text: String
    /// Who does or grants it.
    package let authority: String
    /// How long it takes; `nil` where nobody publishes it.
    package let leadTime: CalendarPeriod?
}

/// A fact that is missing, and who could tell.
package struct OpenQuestion: Sendable, Hashable {
    /// Same for every judgement that waits for the same fact.
    package let id: String
    package let text: String
    package let askWhom: String

    /// Creates a question.
    package init(id: String, text: String, askWhom: String) {
        self.id = id
        self.text = text
        self.askWhom = askWhom
    }
}

/// A fact or premise that a verdict rests on without being sure of it.
package struct Premise: Sendable, Hashable {
    /// Same for every judgement that rests on the same premise.
    package let id: String
    package let text: String
}

/// What one rule says of one offer for one demand, and why.
package struct Judgement: Sendable, Hashable {
    package let rule: String
    package let verdict: Verdict
    package let explanation: Explanation
    package let steps: [Step]
    package let questions: [OpenQuestion]
    package let premises: [Premise]

    init(
        _ rule: String, _ verdict: Verdict, _ text: String, because children: [Explanation] = [],
        steps: [Step] = [], questions: [OpenQuestion] = [], premises: [Premise] = []
    ) {
        self.rule = rule
        self.verdict = verdict
        explanation = Explanation(.rule(id: rule), text, children)
        self.steps = steps
        self.questions = questions
        self.premises = premises
    }
}

/// What all rules together say of one offer for one demand.
package struct OfferJudgement: Sendable {
    package let offer: Offer
    package let demand: Demand
    package let judgements: [Judgement]

    /// The worst of the parts.
    package var verdict: Verdict {
        judgements.map(\.verdict).max() ?? .unknown
    }

    /// Steps that the verdict waits for, each once.
    package var steps: [Step] { Self.unique(judgements.flatMap(\.steps), \.id) }
    /// Facts that are missing, each once.
    package var questions: [OpenQuestion] { Self.unique(judgements.flatMap(\.questions), \.id) }
    /// Premises that the verdict rests on, each once.
    package var premises: [Premise] { Self.unique(judgements.flatMap(\.premises), \.id) }

    /// The sentences of the rules that decide the verdict.
    package var reasons: [String] {
        judgements.filter { $0.verdict == verdict }.map(\.explanation.text)
    }

    private static func unique<Item>(_ items: [Item], _ id: KeyPath<Item, String>) -> [Item] {
        var seen: Set<String> = []
        return items.filter { seen.insert($0[keyPath: id]).inserted }
            .sorted { $0[keyPath: id] < $1[keyPath: id] }
    }
}
