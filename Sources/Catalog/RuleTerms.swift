import LocatedInput
package import Quantities

/// What a rule is about beside its levels, as far as its text says it in a form that decides.
package struct RuleTerms: Sendable, Hashable, Codable {
    /// Whom a rule means by people of a nation.
    package enum Population: String, InputVocabulary, Sendable, Hashable, Codable {
        /// Nationals alone.
        case citizens
        /// Nationals and those who live there for good.
        case persons
    }

    /// How much of the information people get to see.
    package enum Volume: String, InputVocabulary, Sendable, Hashable, Codable {
        /// Single items, now and then.
        case few
        /// Many items, as a part of the work.
        case many
    }

    /// Whose people or parties the rule is about; empty where it names none.
    package let nations: [OwnerID]
    /// Citizens or persons of these nations; `nil` where the rule does not say.
    package let population: Population?
    /// Clearances of the owner that the rule is about; empty for every one.
    package let clearances: [ClearanceID]
    /// Volume of access at which it holds; `nil` for every one.
    package let volume: Volume?
    /// Level that the clearances open, or that access supposes; `nil` where the rule names none.
    package let opens: LevelID?
    /// Names of a separate access that the rule is about, as in CNWDI; empty for none.
    package let access: [String]
    /// Names of the access that it supposes.
    package let supposes: [String]
    /// Schemes that the rule is about; empty for none in particular.
    package let schemes: [SchemeID]
    /// Largest share in percent that one hand outside `nations` may hold; `nil` for no such limit.
    package let largestShare: ExactDecimal?
    /// Largest share in percent that all hands outside `nations` may hold together.
    package let sharesTogether: ExactDecimal?
    /// Whether the owner can set the rule aside for a person.
    package let canBeWaived: Bool
    /// Whether a clearance that falls with the post can be taken over by another sponsor; `nil`
    /// where the rule does not say.
    package let canMove: Bool?
    /// First day on which the rule holds; `nil` for no beginning.
    package let from: CalendarDate?
    /// First day on which it no longer holds; `nil` for no end.
    package let until: CalendarDate?

    init(_ reader: inout FieldReader) {
        nations = reader.list("nations", as: OwnerID.self).map(\.value)
        population = reader.optional("population", as: Population.self)?.value
        clearances = reader.list("clearances", as: ClearanceID.self).map(\.value)
        volume = reader.optional("volume", as: Volume.self)?.value
        opens = reader.optional("opens", as: LevelID.self)?.value
        access = reader.list("access", as: String.self).map(\.value)
        supposes = reader.list("supposes", as: String.self).map(\.value)
        schemes = reader.list("schemes", as: SchemeID.self).map(\.value)
        largestShare = reader.optional("largestShare", as: ExactDecimal.self)?.value
        sharesTogether = reader.optional("sharesTogether", as: ExactDecimal.self)?.value
        canBeWaived = reader.optional("canBeWaived", as: Bool.self)?.value ?? false
        canMove = reader.optional("canMove", as: Bool.self)?.value
        from = reader.optional("from", as: CalendarDate.self)?.value
        until = reader.optional("until", as: CalendarDate.self)?.value
    }

    /// Tells whether the rule holds on a day.
    package func holds(on date: CalendarDate) -> Bool {
        (from.map { $0 <= date } ?? true) && (until.map { date < $0 } ?? true)
    }
}
