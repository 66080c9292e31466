import Catalog
import Clearance
import Diagnostics
import LocatedInput
import Quantities
import Requirements
import Testing

/// Three invented nations and an organisation of two of them, for rules about people, facilities
/// and systems.
///
/// Almara (XA) has a main ladder and one beside it; Belmar (XB) a ladder that tables set beside
/// Almara's; Cerro (XC) one that nothing sets beside any. XA and XB are members of the LEAGUE.
struct ClearanceWorld {
    /// Texts by path below the catalog folder.
    var files: [String: String] = Self.standard

    static let fact = "source: Invented for tests, asOf: 2026-01-01, confidence: primary"
    private static let doubted = "source: Invented for tests, asOf: 2026-01-01, confidence: unverified"
    private static let told = "source: Invented for tests, asOf: 2026-01-01, confidence: secondary"

    private static let standard: [String: String] = [
        "catalog.yaml": "format: 1\nversion: 1.0.0\ndate: 2026-01-01\n",
        "rules.yaml": "rules:\n" + globalRules,
        "countries/xa.yaml": """
            id: XA
            kind: country
            name: Almara
            levels:
              - { id: xa-open, marking: OPEN, rank: 0, band: U, classified: false, personnelClearance: none, facilityClearance: none, \(fact) }
              - { id: xa-guarded, marking: GUARDED, rank: 1, band: R, classified: true, personnelClearance: none, facilityClearance: none, \(fact) }
              - { id: xa-hidden, marking: HIDDEN, rank: 2, band: S, classified: true, personnelClearance: required, facilityClearance: required, equivalents: [{ level: xb-hush, basis: Almara and Belmar table, \(fact) }, { level: lg-secret, basis: League table, \(fact) }], \(fact) }
              - { id: xa-sealed, marking: SEALED, rank: 3, band: TS, classified: true, personnelClearance: required, facilityClearance: required, \(fact) }
              - { id: xa-side, marking: SIDE, ladder: side, rank: 1, band: U, classified: true, personnelClearance: required, facilityClearance: none, \(fact) }
              - { id: xa-vague, marking: VAGUE, ladder: vague, rank: 1, band: R, classified: true, \(fact) }
              - { id: xa-many, marking: MANY, ladder: many, rank: 1, band: S, classified: true, personnelClearance: required, facilityClearance: none, \(fact) }
              - { id: xa-many-more, marking: MANY MORE, ladder: many, rank: 2, band: TS, classified: true, personnelClearance: required, facilityClearance: none, \(fact) }
              - { id: xa-system, marking: SYSTEM, ladder: system, rank: 1, band: S, classified: true, personnelClearance: required, facilityClearance: none, \(fact) }
              - { id: xa-system-up, marking: SYSTEM UP, ladder: system, rank: 2, band: TS, classified: true, personnelClearance: required, facilityClearance: none, \(fact) }
              - { id: xa-persons, marking: PERSONS, ladder: cloud, rank: 1, band: U, classified: true, personnelClearance: none, facilityClearance: none, \(fact) }
              - { id: xa-citizens, marking: CITIZENS, ladder: cloud, rank: 2, band: S, classified: true, personnelClearance: none, facilityClearance: none, \(fact) }
            caveats:
              - { id: xa-only, marking: ALMARA ONLY, admits: [XA], \(fact) }
              - { id: xa-pair, marking: PAIR, admits: [XA, XB], sole: true, \(fact) }
              - { id: xa-guests, marking: GUESTS, admits: [XA], alsoAdmits: seconded guests, \(fact) }
              - { id: xa-doubt, marking: DOUBT, admits: [XA], \(doubted) }
            clearances:
              - { id: xa-check, name: Almara check, issuer: Almara office, validity: P5Y, \(fact) }
              - { id: xa-c-hidden, name: Almara HIDDEN clearance, aliases: [AH], level: xa-hidden, issuer: Almara office, validity: P5Y, leadTime: P90D, \(fact) }
              - { id: xa-c-sealed, name: Almara SEALED clearance, level: xa-sealed, issuer: Almara office, validity: P3Y, \(fact) }
              - { id: xa-c-tied, name: Almara tied clearance, level: xa-hidden, issuer: Almara office, sponsored: true, \(fact) }
              - { id: xa-c-doubt, name: Almara doubtful clearance, level: xa-hidden, issuer: Almara office, \(fact), unverified: [level] }
              - { id: xa-c-sealed-waived, name: Almara waived clearance, level: xa-sealed, issuer: Almara office, \(fact) }
            facilityClearances:
              - { id: xa-f, name: Almara facility clearance, aliases: [AF], levels: [xa-hidden, xa-sealed], issuer: Almara office, scope: company, leadTime: P6M, \(fact) }
              - { id: xa-f-first, name: Almara preliminary clearance, aliases: [AP], interim: true, issuer: Almara office, \(fact) }
            accreditations:
              - { id: xa-label, name: Almara label, kind: civil-label, covers: [], grantedBy: a body, \(fact) }
              - { id: xa-acc, name: Almara accreditation, kind: security-accreditation, covers: [xa-hidden], places: [XA], grantedBy: Almara office, leadTime: P9M, \(fact) }
            rules:
              - { id: r-citizens, kind: citizens-by-class, clearances: [xa-c-sealed], nations: [XA], population: citizens, text: Citizens of Almara hold it, \(fact) }
              - { id: r-waived, kind: citizens-by-class, clearances: [xa-c-sealed-waived], nations: [XA], population: citizens, canBeWaived: true, text: Others by waiver, \(fact) }
              - { id: r-many, kind: volume, levels: [xa-many], volume: many, opens: xa-many-more, text: Many items need more, \(fact) }
              - { id: r-few, kind: screening-ladder, clearances: [xa-check, xa-c-hidden], volume: few, opens: xa-sealed, text: Few items under supervision, \(fact) }
              - { id: r-system, kind: system-access-above, levels: [xa-system], opens: xa-system-up, until: 2027-01-01, text: One level up for a system, \(fact) }
              - { id: r-persons, kind: persons-or-citizens, levels: [xa-persons], nations: [XA], population: persons, text: Persons of Almara, \(fact) }
              - { id: r-citizens-level, kind: persons-or-citizens, levels: [xa-citizens], nations: [XA], population: citizens, text: Citizens of Almara, \(fact) }
              - { id: r-access, kind: dependent-access, access: [CORE, CORE DATA], supposes: [SHELL], text: CORE supposes SHELL, \(fact) }
              - { id: r-foreign, kind: foreign-ownership, levels: [xa-sealed], nations: [XA], text: Foreign owners are held off, \(fact) }
              - { id: r-shares, kind: foreign-ownership, schemes: [xa-label], nations: [XA], largestShare: "24", sharesTogether: "39", text: Foreign shares are limited, \(fact) }
              - { id: r-admin, kind: administrator-clearance, levels: [xa-guarded], administratorLevel: xa-hidden, text: Administrators hold HIDDEN, \(fact) }
              - { id: r-export, kind: export-licence, text: Access from abroad is an export, \(fact) }
              - { id: r-guard, kind: cross-domain-guard, text: Down through a guard only, \(fact) }
            """,
        "countries/xb.yaml": """
            id: XB
            kind: country
            name: Belmar
            levels:
              - { id: xb-hush, marking: HUSH, rank: 1, band: S, classified: true, personnelClearance: required, facilityClearance: required, equivalents: [{ level: lg-secret, basis: League table, \(fact) }], \(fact) }
              - { id: xb-deep, marking: DEEP, rank: 2, band: TS, classified: true, personnelClearance: required, facilityClearance: required, \(fact) }
            clearances:
              - { id: xb-c-hush, name: Belmar HUSH clearance, level: xb-hush, issuer: Belmar office, validity: P5Y, \(fact) }
              - { id: xb-c-deep, name: Belmar DEEP clearance, level: xb-deep, issuer: Belmar office, validity: P5Y, \(fact) }
            rules:
              - { id: r-post, kind: falls-with-post, canMove: false, text: It falls with the post, \(fact) }
              - { id: r-register, kind: employer-cap, text: The body stands in the register, \(fact) }
            """,
        "countries/xc.yaml": """
            id: XC
            kind: country
            name: Cerro
            levels:
              - { id: xc-low, marking: LOW, rank: 1, band: R, classified: true, personnelClearance: none, facilityClearance: none, \(doubted) }
              - { id: xc-quiet, marking: QUIET, rank: 2, band: S, classified: true, personnelClearance: required, facilityClearance: none, \(fact) }
            clearances:
              - { id: xc-c-quiet, name: Cerro QUIET clearance, level: xc-quiet, issuer: Cerro office, \(fact) }
            rules:
              - { id: r-residents, kind: residents-admitted, nations: [XC], population: persons, text: Residents of Cerro too, \(fact) }
            """,
        "organisations/league.yaml": """
            id: LEAGUE
            kind: organisation
            name: the League
            members: [XA, XB]
            levels:
              - { id: lg-secret, marking: LEAGUE SECRET, rank: 2, band: S, classified: true, personnelClearance: required, facilityClearance: none, \(fact) }
            clearances:
              - { id: lg-c, name: League clearance, level: lg-secret, issuer: League office, validity: P5Y, \(fact) }
            rules:
              - { id: r-final, kind: final-not-interim, levels: [lg-secret], text: Final ones only, \(fact) }
              - { id: r-third, kind: third-country-consent, nations: [LEAGUE], text: Others by consent, \(fact) }
            """,
        "agreements.csv": agreements,
        "countries/xd.yaml": """
            id: XD
            kind: country
            name: Dorne
            levels:
              - { id: xd-secret, marking: SECRET, rank: 1, band: S, classified: true, personnelClearance: required, facilityClearance: none, \(fact) }
            clearances:
              - { id: xd-c, name: Dorne clearance, level: xd-secret, issuer: Dorne office, validity: P5Y, \(told) }
            rules:
              - { id: r-direction, kind: directional-recognition, nations: [LEAGUE], text: Dorne's opens the League's, \(told) }
            """,
    ]

    private static let globalRules = """
          - { id: g-covers, kind: higher-covers-lower, text: A higher one covers lower ones, \(fact) }
          - { id: g-cap, kind: employer-cap, text: No higher than the employer, \(fact) }
          - { id: g-know, kind: need-to-know, text: Need to know and briefing too, \(fact) }
          - { id: g-absence, kind: absence-is-unknown, text: Absence is unknown, \(fact) }
          - { id: g-release, kind: agreement-not-release, text: An agreement releases nothing, \(fact) }
          - { id: g-valid, kind: valid-throughout, text: Judged over the whole period, \(fact) }
          - { id: g-final, kind: final-not-interim, text: Interim where the owner says so, \(fact) }

        """

    /// Almara takes Belmar's clearances up to HIDDEN from 2026 to 2029; Dorne's direction is unknown.
    private static let agreements = """
        id,title,parties,kind,direction,upTo,electronicUpTo,electronic,scope,signed,inForce,until,status,note,source,asOf,confidence,unverified
        agr-xa-xb,Almara-Belmar agreement,XA;XB,general-security,XB>XA,xa-hidden,xa-guarded,capped,,,2026-01-01,2029-01-01,in-force,,Invented for tests,2026-01-01,primary,
        agr-xa-xc,Almara-Cerro agreement,XA;XC,general-security,unknown,,,none,,,2026-01-01,,in-force,,Invented for tests,2026-01-01,primary,

        """

    /// Loads the catalog.
    func snapshot() throws -> CatalogSnapshot {
        let collector = FindingCollector()
        let layer = CatalogLayer(
            folder: "catalog",
            files: files.sorted { $0.key < $1.key }.map { path, text in
                CatalogLayer.File(
                    relativePath: path, input: InputText(path: path, text: text))
            })
        let catalog = CatalogLoader.load([layer], into: collector)
        #expect(collector.findings.map(\.message) == [])
        return try #require(catalog)
    }
}

/// A loaded world with short words for people and needs.
struct LoadedWorld {
    let catalog: CatalogSnapshot
    let book: RuleBook
    var roster = Roster()

    /// The world as it is, loaded once.
    static func standard() throws -> LoadedWorld { try loaded.get() }

    private static let loaded = Result { try LoadedWorld() }

    init(_ world: ClearanceWorld = ClearanceWorld()) throws {
        catalog = try world.snapshot()
        book = RuleBook(catalog)
        let level = try #require(catalog.level(LevelID("xa-sealed")))
        roster.facilities = [
            Facility(
                id: "firm", country: OwnerID("XA"), parents: [OwnerID("XA")],
                clearances: [
                    HeldFacilityClearance(
                        issuer: OwnerID("XA"), level: level, clearance: nil, status: .final,
                        granted: nil, expires: day("2029-01-01"), sponsor: nil)
                ]),
            Facility(id: "shop", country: OwnerID("XA"), parents: [OwnerID("XA")]),
        ]
    }

    func day(_ text: String) -> CalendarDate {
        CalendarDate(inputText: text) ?? CalendarDate(year: 2000, month: 1, day: 1)!
    }

    func level(_ id: String) throws -> Level { try #require(catalog.level(LevelID(id))) }

    /// Access to information of a level.
    func need(_ level: String) throws -> AccessNeed {
        AccessNeed(level: try self.level(level), customer: OwnerID("XA"))
    }

    func caveat(_ id: String) throws -> Caveat {
        try #require(catalog.owners.flatMap(\.caveats).first { $0.id.rawValue == id })
    }

    /// A clearance by its id, or by that of a level.
    func held(
        _ id: String, by issuer: String? = nil, _ status: HeldClearance.Status? = .final,
        from granted: String? = "2026-01-01", to expires: String? = "2031-01-01",
        sponsor: String? = nil
    ) throws -> HeldClearance {
        let clearance = catalog.owners.flatMap(\.clearances).first { $0.id.rawValue == id }
        let level = try clearance?.level.map { try self.level($0.rawValue) }
        let owner = catalog.owners.first { owner in
            owner.clearances.contains { $0.id.rawValue == id }
        }
        return HeldClearance(
            issuer: issuer.map { OwnerID($0) } ?? owner?.id ?? OwnerID("XA"),
            level: clearance == nil ? try self.level(id) : level, clearance: clearance,
            status: status, granted: granted.map(day), expires: expires.map(day), sponsor: sponsor)
    }

    /// A citizen of Almara, briefed, at work for the firm.
    func person(
        _ clearances: [HeldClearance], nationalities: [String] = ["XA"],
        employer: String? = "firm", country: String? = "XA", readIns: [String] = [],
        caveats: [String] = [], roles: [RoleID] = [], residentOf: [String] = []
    ) -> Person {
        Person(
            id: "p1", nationalities: nationalities.map { OwnerID($0) },
            residentOf: residentOf.map { OwnerID($0) }, employer: employer,
            clearances: clearances, readIns: readIns, caveats: caveats, roles: roles,
            country: country.map { OwnerID($0) }, needToKnow: true, briefed: day("2026-01-01"))
    }

    func judge(_ person: Person, _ need: AccessNeed, on date: String = "2026-06-01")
        -> CaseJudgement
    {
        PersonJudge(book, roster: roster).judge(person, for: need, on: day(date))
    }

    func verdict(_ person: Person, _ need: AccessNeed, on date: String = "2026-06-01") -> Verdict {
        judge(person, need, on: date).verdict
    }
}
