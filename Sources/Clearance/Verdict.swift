package import Diagnostics
package import Quantities

/// The four answers that a judgement can give.
///
/// Ordered from best to worst; a whole is as good as its worst part:
///
///     [Verdict.eligible, .unknown, .conditional].max()  // unknown
package enum Verdict: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Every fact that it rests on is known; premises say which are not first-hand.
    case eligible
    /// Eligible once named steps are done.
    case conditional
    /// A fact is missing; never becomes eligible.
    case unknown
    /// A known fact speaks against it; no step helps.
    case ineligible

    /// Compares from best to worst: eligible, conditional, unknown, ineligible.
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
    /// What is to be done, a clause with its subject, without a full stop.
    package let text: String
    /// Who does or grants it.
    package let authority: String
    /// How long it takes; `nil` where nobody publishes it.
    package let leadTime: CalendarPeriod?
    /// What it costs the customer, net, once; `nil` where nobody states it.
    package let cost: Money?

    /// Creates a step.
    package init(
        id: String, text: String, authority: String, leadTime: CalendarPeriod? = nil,
        cost: Money? = nil
    ) {
        self.id = id
        self.text = text
        self.authority = authority
        self.leadTime = leadTime
        self.cost = cost
    }
}

/// A fact that is missing, and who could tell.
package struct OpenQuestion: Sendable, Hashable {
    /// Same for every judgement that waits for the same fact.
    package let id: String
    /// The question as it can be sent.
    package let text: String
    /// The body or company that knows.
    package let askWhom: String
    /// What an answer would state; `nil` where the question's author does not say.
    package let asks: AskedFact?

    /// Creates a question.
    package init(id: String, text: String, askWhom: String, asks: AskedFact? = nil) {
        self.id = id
        self.text = text
        self.askWhom = askWhom
        self.asks = asks
    }
}

/// A fact or premise that a verdict rests on without being sure of it.
package struct Premise: Sendable, Hashable {
    /// Same for every judgement that rests on the same premise.
    package let id: String
    /// What is taken to be true, a sentence without a full stop.
    package let text: String

    /// Creates a premise.
    package init(id: String, text: String) {
        self.id = id
        self.text = text
    }
}

/// What one rule says of one case, and why.
package struct Judgement: Sendable, Hashable {
    /// Id of the kind of rule, as in `located-in`; explanations and JSON carry it.
    package let rule: String
    /// What this rule alone says.
    package let verdict: Verdict
    /// The rule applied to the facts it looked at.
    package let explanation: Explanation
    /// What a conditional verdict waits for; empty for the others.
    package let steps: [Step]
    /// What an unknown verdict would need to know; empty for most others.
    package let questions: [OpenQuestion]
    /// What it rests on without being sure; empty where all facts are sure.
    package let premises: [Premise]

    /// Creates a judgement; its sentence applies the rule to `children`.
    package init(
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
