import Catalog
import Clearance
import Quantities
import Requirements
import TestSupport

/// Generated people and needs over the invented nations.
struct AccessWorlds {
    let world: LoadedWorld
    var random: SeededGenerator

    init(_ world: LoadedWorld, seed: UInt64) {
        self.world = world
        random = SeededGenerator(seed: seed)
    }

    private static let nations = ["XA", "XB", "XC", "XD"]

    mutating func pick<Item>(_ items: [Item]) -> Item {
        items[Int.random(in: 0..<items.count, using: &random)]
    }

    private mutating func some<Item>(_ items: [Item], most: Int) -> [Item] {
        Array(items.shuffled(using: &random).prefix(Int.random(in: 0...most, using: &random)))
    }

    private mutating func day() -> CalendarDate {
        let start = world.day("2026-01-01")
        let days = Int.random(in: -400...900, using: &random)
        return (try? start.adding(days: days)) ?? start
    }

    mutating func clearance() throws -> HeldClearance {
        let all = world.catalog.owners.flatMap { owner in owner.clearances.map { (owner, $0) } }
        let (owner, clearance) = pick(all)
        let level = try clearance.level.map { try world.level($0.rawValue) }
        let granted = pick([nil, nil, day()])
        let length = pick([30, 400, 1200, 2000])
        let expires = try (granted ?? world.day("2026-01-01")).adding(days: length)
        return HeldClearance(
            issuer: pick([owner.id, owner.id, OwnerID("XA")]), level: level,
            clearance: pick([clearance, clearance, nil]),
            status: pick([.final, .final, .final, .final, .final, .interim, .pending, nil]),
            granted: granted, expires: pick([expires, expires, expires, nil]),
            sponsor: pick(["customer", "customer", "customer", "firm", "another", nil]))
    }

    mutating func person(_ id: String) throws -> Person {
        let count = Int.random(in: 0...4, using: &random)
        let clearances = try (0..<count).map { _ in try clearance() }
        return Person(
            id: id,
            nationalities: pick([["XA"], ["XA"], ["XA", "XB"], some(Self.nations, most: 2)])
                .map { OwnerID($0) },
            residentOf: some(Self.nations, most: 1).map { OwnerID($0) },
            employer: pick(["firm", "customer", "customer", "customer", "shop", "nobody", nil]),
            clearances: clearances, readIns: some(["CORE", "SHELL", "ATOM"], most: 3),
            caveats: pick([[], [], [], [], [], ["restricted"]]),
            roles: some([RoleID("watch"), RoleID("keys")], most: 2),
            country: pick([OwnerID("XA"), OwnerID("XA"), OwnerID("XA"), OwnerID("XB"), nil]),
            from: pick([nil, nil, nil, day()]), until: nil,
            shareThousandths: pick([1000, 1000, 500, 300]),
            needToKnow: pick([true, true, true, true, nil, false]),
            briefed: pick([world.day("2026-01-01"), world.day("2026-01-01"), day(), nil]))
    }

    mutating func need() throws -> AccessNeed {
        let levels = world.catalog.owners.flatMap(\.levels)
        var need = AccessNeed(level: pick(levels), customer: OwnerID("XA"))
        need.caveats = pick([[], [], [], some(world.catalog.owners.flatMap(\.caveats), most: 1)])
        need.admitted = pick([[], [], [], [some(Self.nations, most: 3).map { OwnerID($0) }]])
            .filter { !$0.isEmpty }
        need.nationality = pick([
            nil, nil, nil,
            Nationality(
                [OwnerID("XA")], isSole: Bool.random(using: &random),
                customer: OwnerID("XA")),
        ])
        need.within = pick([[], [], [], [OwnerID("XA")], [OwnerID("LEAGUE")]])
        need.isSystemWide = Bool.random(using: &random)
        need.volume = pick([nil, .few, .many])
        need.readIns = pick([[], [], [], [], ["CORE"], ["ATOM"]])
        need.role = pick([nil, nil, nil, RoleID("watch")])
        return need
    }

    mutating func date() -> CalendarDate {
        let start = world.day("2026-01-01")
        return (try? start.adding(days: Int.random(in: 0...1400, using: &random))) ?? start
    }
}
