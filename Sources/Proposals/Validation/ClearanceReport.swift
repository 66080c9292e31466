package import Catalog
package import Clearance
package import Quantities
package import Requirements

/// Who may touch what, who fills which post, what is missing and when that changes.
package struct ClearanceReport: Sendable {
    /// What was asked.
    package let bound: BoundRequirement
    /// The catalog that it was judged by.
    package let catalog: CatalogSnapshot
    /// First day judged.
    package let from: CalendarDate
    /// First day that is no longer judged; the day after `from` where one day was asked about.
    package let until: CalendarDate
    /// Columns of the matrix of people.
    package let columns: [Column]
    /// In the order of the roster.
    package let people: [PersonRow]
    /// Companies and establishments, in the order of the roster.
    package let facilities: [FacilityRow]
    /// Systems of the roster, then platforms of the quote.
    package let systems: [SystemRow]
    /// Flows of the requirement and syncs of its devices.
    package let exchanges: [ExchangeRow]
    /// Posts with what fills them.
    package let posts: [PostRow]
    /// Where the posts come from, a sentence with a full stop.
    package let postsNote: String
    /// Lists of people that the contract has to provide.
    package let lists: [PostRow]
    /// Who fills which post when.
    package let assignment: Assignment
    /// Posts, or lists, that have too few people, with ways out.
    package let gaps: [Gap]
    /// What ends in the term, in the order of the days.
    package let calendar: [CalendarEntry]
    /// Heads that are needed and there, from each day on which that changes.
    package let ramp: [RampRow]
    /// Steps that the answers wait for, each once.
    package let steps: [Step]
    /// What the answers rest on without being sure, each once.
    package let premises: [Premise]
    /// Facts that are missing, each once.
    package let questions: [OpenQuestion]

    /// Whether every post and list is filled, on every day, by people who may fill it.
    package var isClear: Bool {
        gaps.isEmpty && facilities.allSatisfy(\.isUsedWell)
            && !systems.contains { $0.judgement.verdict == .ineligible }
            && !exchanges.contains { $0.judgement.verdict == .ineligible }
    }

    /// Whether every post and list is filled by people who are eligible as they stand.
    package let needsNoConditions: Bool

    /// What is in use when it ends, and is to be renewed.
    package var renewals: [CalendarEntry] { calendar.filter(\.isAssigned) }

    /// What people may touch.
    package struct Column: Sendable, Hashable {
        /// Ids of the enclaves and fleets that ask the same of people.
        package let ids: [String]
        /// Marking of its information, with caveats.
        package let marking: String
    }

    /// A verdict that holds from a day on.
    package struct Span: Sendable, Hashable {
        /// What is said.
        package let verdict: Verdict
        /// First day.
        package let from: CalendarDate
    }

    /// One row of the roster.
    package struct PersonRow: Sendable {
        /// Id of the row.
        package let id: String
        /// For each column, verdicts from the first day on.
        package let spans: [[Span]]
        /// For each column, why on the first day.
        package let judgements: [CaseJudgement]
        /// For each column and span, why it is not simply eligible; empty where it is.
        package let reasons: [[String]]
    }

    /// One facility for each level that it could matter for.
    package struct FacilityRow: Sendable {
        /// Id of the row.
        package let id: String
        /// The level that it was judged for.
        package let level: Level
        /// Whether people of the roster work for it.
        package let isEmployer: Bool
        /// Why on the first day.
        package let judgement: CaseJudgement
        /// Verdicts from the first day on.
        package let spans: [Span]

        /// Whether it is no obstacle by itself: people are judged with their employers.
        package var isUsedWell: Bool { isEmployer || judgement.verdict != .ineligible }
    }

    /// One system, or one platform of the quote.
    package struct SystemRow: Sendable {
        /// Id of the roster's row, or of the site.
        package let id: String
        /// The level that it holds.
        package let level: Level
        /// Why on the first day.
        package let judgement: CaseJudgement
        /// Verdicts from the first day on; one for a platform of the quote.
        package let spans: [Span]
    }

    /// Data that goes from one level to another.
    package struct ExchangeRow: Sendable {
        /// As in `edge.vehicle.sync` or `flows.0`.
        package let path: String
        /// Where it comes from.
        package let source: Level
        /// Where it goes.
        package let target: Level
        /// Why on the first day.
        package let judgement: CaseJudgement
    }

    /// A post, or a list of people.
    package struct PostRow: Sendable {
        /// The post.
        package let post: Post
        /// Least work that is done on any day, in thousandths of a head.
        package let leastThousandths: Int64
    }

    /// A bottleneck, and ways out.
    package struct Gap: Sendable {
        /// The posts, and whom they share.
        package let bottleneck: Bottleneck
        /// Whether it is of lists of people, counted in whole heads.
        package let isList: Bool
        /// Why others may not fill the first of the posts, what stops most first.
        package let obstacles: [Obstacle]
        /// Whether ways out were worked out; of many gaps, for the first ones only.
        package let hasMends: Bool
        /// Ways out, the cheapest first; those without a price last.
        package let mends: [PricedMend]
    }

    /// What keeps people from a post.
    package struct Obstacle: Sendable, Hashable {
        /// Id of the kind of rule.
        package let rule: String
        /// How many rows it stops.
        package let rows: Int
        /// What it says of one of them.
        package let example: String
    }

    /// A way out, with what it costs.
    package struct PricedMend: Sendable {
        /// What is done.
        package let mend: Mend
        /// What it costs while the gap lasts; `nil` where nobody publishes it.
        package let cost: Money?
        /// How the cost was worked out, or why it is not known.
        package let derivation: String
        /// Most new cases that the customer sponsors, where this would take more; else `nil`.
        package let exceededSponsorLimit: Int?
    }

    /// Something that ends.
    package struct CalendarEntry: Sendable, Hashable {
        /// First day on which it no longer holds.
        package let date: CalendarDate
        /// Id of the row.
        package let row: String
        /// What ends.
        package let what: String
        /// Last day for asking again; `nil` where nobody publishes how long it takes.
        package let renewBy: CalendarDate?
        /// Whether the row fills a post on the day before.
        package let isAssigned: Bool
    }

    /// Heads from a day on.
    package struct RampRow: Sendable, Hashable {
        /// First day.
        package let from: CalendarDate
        /// What posts need, in thousandths of a head.
        package let neededThousandths: Int64
        /// What people do, in thousandths of a head.
        package let filledThousandths: Int64
        /// People who fill a post.
        package let people: Int
    }
}
