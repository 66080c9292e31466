package import Catalog
import Diagnostics
package import Quantities
package import Requirements

/// Judges whether a facility may handle information of a level on a day.
package struct FacilityJudge: Sendable {
    static let triggerKinds: Set<RuleKind> = [.facilityClearanceTrigger]
    static let sponsorKinds: Set<RuleKind> = [.facilitySponsor]
    static let interimKinds: Set<RuleKind> = [.interimFacility]
    static let ownershipKinds: Set<RuleKind> = [.foreignOwnership]
    static let validityKinds: Set<RuleKind> = [.validThroughout]
    static let registerKinds: Set<RuleKind> = [.employerCap]
    static let partyKinds: Set<RuleKind> = [.programmeParty]

    let book: RuleBook
    let since: CalendarDate?

    /// Creates a judge.
    ///
    /// - Parameter since: First day of work that is judged over its whole length; `nil` where each
    ///   day is judged by itself.
    package init(_ book: RuleBook, renewingSince since: CalendarDate? = nil) {
        self.book = book
        self.since = since
    }

    /// Judges by every rule; the facility's best clearance counts.
    package func judge(
        _ facility: Facility, for level: Level, on date: CalendarDate
    ) -> CaseJudgement {
        CaseJudgement(
            judgements: clearance(facility, level, date) + ownership(facility, level, date)
                + registration(facility, level, date) + programme(facility, level, date))
    }

    // MARK: - The clearance

    private func clearance(
        _ facility: Facility, _ level: Level, _ date: CalendarDate
    ) -> [Judgement] {
        let need = LevelNeed(level, book.catalog).facility
        if need == .notRequired {
            return [
                Judgement(
                    "facility-clearance-trigger", .eligible,
                    "\(level.marking) needs no facility clearance", because: [trigger(level)])
            ]
        }
        let held = facility.clearances.map { judge($0, facility, level, date) }
        if let best = held.min(by: { $0.verdict < $1.verdict }), best.verdict < .ineligible {
            return best.judgements
        }
        let reasons = held.flatMap(\.judgements).filter { $0.verdict == .ineligible }
        let rules = book.rules(Self.triggerKinds, for: level, on: date).map { $0.leaf() }
        let text =
            held.isEmpty
            ? "facility \(facility.id) holds no clearance"
            : "no clearance of facility \(facility.id) counts: "
                + reasons.map(\.explanation.text).joined(separator: "; ")
        guard need == .required else {
            return [
                Judgement(
                    "facility-clearance-trigger", .unknown,
                    "whether \(level.marking) needs a facility clearance is not known; \(text)",
                    because: rules,
                    questions: [
                        OpenQuestion(
                            id: "facility-clearance-trigger:\(level.id)",
                            text: "Does \(level.marking) need a facility clearance?",
                            askWhom: book.authority(of: level.owner))
                    ])
            ]
        }
        return [
            Judgement(
                "facility-clearance-trigger", .ineligible, text, because: [trigger(level)] + rules)
        ]
    }

    private func trigger(_ level: Level) -> Explanation {
        Explanation.fact(
            level.id.rawValue, level.marking, level.provenance, fields: ["facilityClearance"])
    }

    private func judge(
        _ held: HeldFacilityClearance, _ facility: Facility, _ level: Level, _ date: CalendarDate
    ) -> CaseJudgement {
        let outcome = Recognition(book).judge(
            held.level, held.name, issuer: held.issuer, for: level, on: date, isNational: nil)
        let rules = book.rules(Self.validityKinds, for: level, on: date)
        return CaseJudgement(
            judgements: [
                outcome.judgement,
                held.validity.judge(
                    on: date, held.name, row: facility.id, rules,
                    renewal: since.map {
                        ($0, held.clearance?.leadTime, book.authority(of: held.issuer))
                    }),
            ] + status(held, facility, level) + sponsor(held, facility)
                + scope(held, facility))
    }

    /// A clearance of one establishment says nothing about the others of a company.
    private func scope(_ held: HeldFacilityClearance, _ facility: Facility) -> [Judgement] {
        guard let clearance = held.clearance, clearance.scope == "establishment",
            facility.kind == .company
        else { return [] }
        return [
            Judgement(
                "facility-clearance-trigger", .conditional,
                "\(held.name) is of an establishment, not of the company",
                because: [
                    Explanation.fact(
                        clearance.id.rawValue, "\(clearance.name) covers an establishment",
                        clearance.provenance, fields: ["scope"])
                ],
                steps: [
                    Step(
                        id: "facility-scope:\(facility.id)",
                        text: "facility \(facility.id) shows the clearance of each establishment "
                            + "that holds the information",
                        authority: book.authority(of: held.issuer))
                ])
        ]
    }

    private func status(
        _ held: HeldFacilityClearance, _ facility: Facility, _ level: Level
    ) -> [Judgement] {
        let id = "interim-facility"
        let rules = book.rules(Self.interimKinds, of: held.issuer).map { $0.leaf() }
        let isInterim = held.status == .interim || held.clearance?.isInterim ?? false
        if held.status == .pending {
            return [Judgement(id, .ineligible, "\(held.name) is asked for, not granted yet")]
        }
        if isInterim {
            return [
                Judgement(
                    id, .conditional, "\(held.name) is a preliminary one", because: rules,
                    steps: [
                        Step(
                            id: "\(id):\(facility.id)",
                            text: "the facility clearance of \(facility.id) for \(level.marking) "
                                + "is granted after its preliminary one",
                            authority: book.authority(of: held.issuer),
                            leadTime: full(held)?.leadTime)
                    ])
            ]
        }
        guard held.status == nil else { return [] }
        return [
            Judgement(
                id, .unknown, "whether \(held.name) is final is not said",
                questions: [
                    OpenQuestion(
                        id: "\(id):\(facility.id)",
                        text: "Is the clearance of facility \(facility.id) final?",
                        askWhom: "whoever keeps the roster")
                ])
        ]
    }

    /// What the preliminary clearance stands for.
    private func full(_ held: HeldFacilityClearance) -> FacilityClearance? {
        book.catalog.owner(held.issuer)?.facilityClearances.first {
            !$0.isInterim && $0.levels.contains(held.level.id)
        }
    }

    /// A company does not apply for itself; who sponsors is a fact to have at hand.
    private func sponsor(_ held: HeldFacilityClearance, _ facility: Facility) -> [Judgement] {
        guard held.sponsor == facility.id else { return [] }
        return [
            Judgement(
                "facility-sponsor", .ineligible,
                "facility \(facility.id) cannot sponsor its own clearance",
                because: book.rules(Self.sponsorKinds).map { $0.leaf() })
        ]
    }

    // MARK: - What stands beside it

    private func ownership(
        _ facility: Facility, _ level: Level, _ date: CalendarDate
    ) -> [Judgement] {
        let id = "foreign-ownership"
        let rules = book.rules(Self.ownershipKinds, for: level, on: date).filter {
            !$0.terms.nations.isEmpty && $0.terms.schemes.isEmpty && $0.owner == level.owner
        }
        if rules.isEmpty { return unruledOwnership(facility, level) }
        return rules.map { rule in
            let nations = rule.terms.nations.map(\.rawValue).joined(separator: ", ")
            guard !facility.parents.isEmpty else {
                return Judgement(
                    id, .unknown, "who controls facility \(facility.id) is not said",
                    because: [rule.leaf()],
                    questions: [
                        OpenQuestion(
                            id: "\(id):\(facility.id)",
                            text: "Which countries do the owners of facility \(facility.id) "
                                + "come from?",
                            askWhom: "facility \(facility.id)")
                    ])
            }
            let foreign = facility.parents.filter {
                !book.catalog.isCountry($0, in: rule.terms.nations)
            }
            if foreign.isEmpty {
                return Judgement(
                    id, .eligible, "facility \(facility.id) is controlled from \(nations)",
                    because: [rule.leaf()])
            }
            let owners = foreign.map(\.rawValue).joined(separator: ", ")
            guard let mitigation = facility.mitigation else {
                return Judgement(
                    id, .ineligible,
                    "facility \(facility.id) is controlled from \(owners), and nothing holds its "
                        + "owners off", because: [rule.leaf()])
            }
            return Judgement(
                id, .conditional,
                "facility \(facility.id) is controlled from \(owners) under \(mitigation): "
                    + "\(level.marking) is proscribed", because: [rule.leaf()],
                steps: [
                    Step(
                        id: "\(id):\(facility.id)",
                        text: "the authority determines that access of facility \(facility.id) to "
                            + "\(level.marking) is in the national interest",
                        authority: book.authority(of: level.owner))
                ])
        }
    }

    /// Where no rule of the owner is known, owners from abroad are asked about, and that there are
    /// none is a premise.
    private func unruledOwnership(_ facility: Facility, _ level: Level) -> [Judgement] {
        let id = "foreign-ownership"
        guard LevelNeed(level, book.catalog).facility != .notRequired else { return [] }
        let foreign = (facility.parents + [facility.country].compactMap { $0 }).filter {
            !book.catalog.isCountry($0, in: [level.owner])
        }
        if foreign.isEmpty {
            guard facility.parents.isEmpty else { return [] }
            return [
                Judgement(
                    id, .eligible,
                    "nothing is said of owners of facility \(facility.id) from abroad",
                    premises: [
                        Premise(
                            id: "\(id):\(facility.id)",
                            text: "facility \(facility.id) has no owners from abroad: the roster "
                                + "names none")
                    ])
            ]
        }
        let owners = Set(foreign.map(\.rawValue)).sorted().joined(separator: ", ")
        let who = book.catalog.owner(level.owner)?.name ?? level.owner.rawValue
        return [
            Judgement(
                id, .unknown,
                "facility \(facility.id) is of \(owners) or controlled from there; what "
                    + "\(who) says of that is not in the catalog",
                questions: [
                    OpenQuestion(
                        id: "\(id):\(facility.id).\(level.owner)",
                        text: "Does the clearance of facility \(facility.id) hold for "
                            + "\(level.marking) with owners from \(owners)?",
                        askWhom: book.authority(of: level.owner))
                ])
        ]
    }

    /// Some owners ask that the body stands in a register, whatever the level.
    private func registration(
        _ facility: Facility, _ level: Level, _ date: CalendarDate
    ) -> [Judgement] {
        guard level.isClassified else { return [] }
        let rules = book.rules(Self.registerKinds, for: level, on: date).filter {
            $0.owner == level.owner
        }
        return rules.compactMap { rule in
            let isCleared = facility.clearances.contains { $0.issuer == level.owner }
            if isCleared || facility.isRegistered == true { return nil }
            guard facility.isRegistered == false else {
                return Judgement(
                    "employer-cap", .unknown,
                    "whether facility \(facility.id) is registered is not said",
                    because: [rule.leaf()],
                    questions: [
                        OpenQuestion(
                            id: "employer-cap:\(facility.id).\(level.owner)",
                            text: "Is facility \(facility.id) cleared or registered by the "
                                + "authority?",
                            askWhom: book.authority(of: level.owner))
                    ])
            }
            return Judgement(
                "employer-cap", .ineligible,
                "facility \(facility.id) is neither cleared nor registered",
                because: [rule.leaf()])
        }
    }

    /// Programmes are open to parties of their agreement.
    private func programme(
        _ facility: Facility, _ level: Level, _ date: CalendarDate
    ) -> [Judgement] {
        let rules = book.rules(Self.partyKinds, for: level, on: date).filter {
            $0.owner == level.owner
        }
        guard let rule = rules.first, let country = facility.country else { return [] }
        if book.catalog.isCountry(country, in: [level.owner]) { return [] }
        return [
            Judgement(
                "programme-party", .unknown,
                "whether \(country) is party to the agreement of \(level.owner) is not known",
                because: [rule.leaf()],
                questions: [
                    OpenQuestion(
                        id: "programme-party:\(country).\(level.owner)",
                        text: "Is \(country) party to the security agreement of \(level.owner)?",
                        askWhom: book.authority(of: level.owner))
                ])
        ]
    }

    /// Judges whether the facility's owners let it hold certificates that limit foreign shares.
    package func ownership(_ facility: Facility, for scheme: SchemeID) -> Judgement? {
        let rule = book.rules(Self.ownershipKinds).first {
            $0.terms.schemes.contains(scheme) && $0.terms.largestShare != nil
        }
        guard let rule else { return nil }
        let id = "foreign-ownership"
        let limits = [
            (facility.largestForeignShare, rule.terms.largestShare, "one hand"),
            (facility.foreignShares, rule.terms.sharesTogether, "all hands together"),
        ]
        for (share, limit, who) in limits {
            guard let limit else { continue }
            guard let share else {
                return Judgement(
                    id, .unknown,
                    "the shares that \(who) outside hold of facility "
                        + "\(facility.id) are not said", because: [rule.leaf()],
                    questions: [
                        OpenQuestion(
                            id: "\(id):\(facility.id).\(scheme)",
                            text: "Which share of facility \(facility.id) do owners from outside "
                                + "\(rule.terms.nations.map(\.rawValue).joined(separator: ", ")) "
                                + "hold, in one hand and together?",
                            askWhom: "facility \(facility.id)")
                    ])
            }
            if share > limit {
                return Judgement(
                    id, .ineligible,
                    "\(who) outside hold \(share) % of facility \(facility.id), more than \(limit)",
                    because: [rule.leaf()])
            }
        }
        return Judgement(
            id, .eligible, "foreign shares of facility \(facility.id) stay within the limits",
            because: [rule.leaf()],
            premises: [Premise(id: "\(id):\(rule.id)", text: "the limits are as reported")])
    }
}

/// Whether a level needs clearances, as its record says or as the clearances issued for it show.
struct LevelNeed {
    let person: Level.Need
    let facility: Level.Need

    init(_ level: Level, _ catalog: CatalogSnapshot) {
        let owner = catalog.owner(level.owner)
        if level.personnelClearance == .unknown,
            owner?.clearances.contains(where: { $0.level == level.id }) ?? false
        {
            person = .required
        } else {
            person = level.personnelClearance
        }
        if level.facilityClearance == .unknown,
            owner?.facilityClearances.contains(where: { $0.levels.contains(level.id) }) ?? false
        {
            facility = .required
        } else {
            facility = level.facilityClearance
        }
    }
}
