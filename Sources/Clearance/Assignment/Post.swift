import Catalog
package import Quantities
import Requirements

/// Work that people of a roster are to do: a post of a requirement with everything that it asks.
package struct Post: Sendable, Hashable {
    /// As answers name it, unique among the posts.
    package let id: String
    /// What it asks of people.
    package let need: AccessNeed
    /// Thousandths of a head, all seats together.
    package let workThousandths: Int64
    /// Most that one person may give, in thousandths: half of it where two people fill each seat.
    package let limitThousandths: Int64
    /// First day.
    package let from: CalendarDate
    /// First day without.
    package let until: CalendarDate

    init(
        id: String, need: AccessNeed, workThousandths: Int64, limitThousandths: Int64,
        from: CalendarDate, until: CalendarDate
    ) {
        self.id = id
        self.need = need
        self.workThousandths = workThousandths
        self.limitThousandths = limitThousandths
        self.from = from
        self.until = until
    }

    /// Creates a post.
    ///
    /// - Parameter persons: People at each seat at once, 1 or 2.
    package init(
        id: String, need: AccessNeed, workThousandths: Int64, persons: Int = 1,
        from: CalendarDate, until: CalendarDate
    ) {
        self.id = id
        self.need = need
        self.workThousandths = workThousandths
        // Who filled more than half of a seat for two would sit at it alone at times.
        limitThousandths = persons > 1 ? workThousandths / Int64(persons) : workThousandths
        self.from = from
        self.until = until
    }
}

/// Which verdicts let a person fill a post.
package enum Acceptance: Sendable {
    /// Eligible people only.
    case eligible
    /// Those too whose verdict waits for named steps.
    case conditional

    /// Tells whether a verdict will do.
    package func takes(_ verdict: Verdict) -> Bool {
        verdict == .eligible || self == .conditional && verdict == .conditional
    }
}

/// Who fills which post when, and which posts stay open.
package struct Assignment: Sendable {
    /// What one person does at one post, from a day on.
    package struct Fill: Sendable, Hashable {
        /// Id of the post.
        package let post: String
        /// Id of the person's row.
        package let person: String
        /// Thousandths of a head.
        package let thousandths: Int64
        /// First day.
        package let from: CalendarDate
        /// First day without.
        package let until: CalendarDate
    }

    /// By post, person and day.
    package let fills: [Fill]
    /// In the order in which they were found, at most `PostAssigner.mostBottlenecks`.
    package let bottlenecks: [Bottleneck]

    /// Creates an assignment.
    package init(fills: [Fill], bottlenecks: [Bottleneck]) {
        self.fills = fills
        self.bottlenecks = bottlenecks
    }

    /// Whether every post is filled on every day.
    package var isComplete: Bool { bottlenecks.isEmpty }
}

/// Posts that have too few people together: none of them can be left out.
package struct Bottleneck: Sendable, Hashable {
    /// A post, and how much of its work is meant: all of it, or what it can have although it is
    /// part of an earlier bottleneck.
    package struct Part: Sendable, Hashable {
        /// Id of the post.
        package let post: String
        /// Thousandths of a head.
        package let thousandths: Int64
    }

    /// In the order of the posts.
    package let posts: [Part]
    /// Posts that ask the same as some of these, for which nobody is left either.
    package let alike: [Part]
    /// Ids of the people who may fill one of them, in the order of the roster.
    package let people: [String]
    /// What these people can give to these posts, in thousandths of a head.
    package let availableThousandths: Int64
    /// First day.
    package let from: CalendarDate
    /// First day on which it is over.
    package let until: CalendarDate
    /// Day on which most is missing; posts and people are those of that day.
    package let worstOn: CalendarDate

    /// What the posts need, in thousandths of a head.
    package var neededThousandths: Int64 { posts.map(\.thousandths).reduce(0, +) }
    /// What is missing with the posts that are alike, in thousandths of a head.
    package var missingInAllThousandths: Int64 {
        missingThousandths + alike.map(\.thousandths).reduce(0, +)
    }
    /// What is missing, in thousandths of a head.
    package var missingThousandths: Int64 { neededThousandths - availableThousandths }
}
