import Catalog
import Clearance
import Diagnostics
import Foundation
import LocatedInput
import Quantities
import Requirements
import TestSupport
import Testing

/// Three invented nations and an organisation of two of them, for rules about people, facilities
/// and systems.
///
/// Almara (XA) has a main ladder and one beside it; Belmar (XB) a ladder that tables set beside
/// Almara's; Cerro (XC) one that nothing sets beside any. XA and XB are members of the LEAGUE.
struct ClearanceWorld {
    /// The files below `Fixtures`, with the changes that a test makes to them.
    var files: FixtureCatalog

    init() throws {
        let folder = FixtureCatalog.repository()
            .appendingPathComponent("Tests/ClearanceTests/Fixtures/catalog")
        files = try FixtureCatalog(folder: folder)
    }

    /// Where a fact of the tests comes from.
    static let fact = "source: Invented for tests, asOf: 2026-01-01, confidence: primary"

    /// Loads the catalog.
    func snapshot() throws -> CatalogSnapshot {
        let (catalog, findings) = files.load()
        #expect(findings.map(\.message) == [])
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

    init(_ world: ClearanceWorld? = nil) throws {
        catalog = try (world ?? ClearanceWorld()).snapshot()
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
        guard let date = CalendarDate(inputText: text) else { preconditionFailure(text) }
        return date
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
