package import Catalog
package import Quantities

/// A way to fill the posts of a bottleneck: the fewest people, by one kind of action.
package struct Mend: Sendable, Hashable {
    /// What is done.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Facts that are missing about people of the roster are found, and speak for them.
        case confirm
        /// Steps that verdicts wait for are done.
        case fulfil
        /// Clearances that end are renewed in time.
        case extend
        /// Clearances tied to another sponsor, or to an unnamed one, are taken over.
        case sponsor
        /// People of the roster are cleared who lack nothing else.
        case clear
        /// People are hired who fulfil everything.
        case hire
    }

    /// What is done.
    package let kind: Kind
    /// Whose rows it is done to, in the order of the roster; empty for people who are hired.
    package let people: [String]
    /// How many people.
    package let count: Int
    /// Whether no smaller number will do; `false` where the search for one was cut short.
    package let isLeast: Bool
    /// Nation of the people who are hired; `nil` for people of the roster.
    package let nation: OwnerID?
    /// What hired people have to fulfil: the needs of the posts, each once.
    package let needs: [AccessNeed]
    /// Clearances that are asked for, renewed or taken over, each once.
    package let clearances: [PersonnelClearance]
    /// Time until it is done, the longest of its parts; `nil` where nobody publishes one.
    package let leadTime: CalendarPeriod?
}
