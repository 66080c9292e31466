import Catalog
import LocatedInput
import Quantities
import Requirements
import TestSupport
import Testing

/// Halls, fleets, flows and the terms of authorities as they are read.
struct HallAndFleetTests {
    private func fleet(_ old: String = "", _ new: String = "") throws -> EdgeFleet {
        let asked = old.isEmpty ? .halls : try FixtureRequirement.halls.replacing(old, with: new)
        let (found, findings) = asked.decode()
        return try #require(found?.edge.first, "\(findings.map(\.line))")
    }

    @Test func `a hall has a name, a country and a place, maybe its degrees`() throws {
        let halls = try #require(FixtureRequirement.halls.decode().requirement?.halls.map(\.hall))
        #expect(halls.map(\.id) == ["fort", "dock"])
        #expect(halls.map(\.name) == ["The fort", "dock"])
        #expect(halls.map(\.country.rawValue) == ["XA", "XB"])
        #expect(halls.map { $0.latitude?.description } == ["50.5", nil])
        #expect(halls.map { $0.longitude?.description } == ["10", nil])
    }

    /// 14 days x 35.5 GB a day = 497 GB = 0.497 TB.
    @Test func `data born offline is a need of storage`() throws {
        #expect(try fleet().need.storageTB == ExactDecimal(parsing: "0.497"))
        #expect(try fleet().need.offline == CalendarPeriod(days: 14))
        #expect(try fleet().need.devices == 12)
        #expect(try fleet().need.spares == 2)
    }

    /// A month counts as 31 days: 31 x 35.5 / 1000 = 1.1005; a year as 366: 12.993.
    @Test(arguments: [
        ("offline: P14D", "offline: P2W", "0.497"), ("offline: P14D", "offline: P1M", "1.1005"),
        ("offline: P14D", "offline: P1Y", "12.993"), ("offline: P14D", "offline: P12M", "12.993"),
        ("offline: P14D", "offline: P120M", "129.93"),
        ("memoryGiB: 32", "memoryGiB: 32, storageTB: 0.4", "0.497"),
        ("memoryGiB: 32", "memoryGiB: 32, storageTB: 2", "2"), ("35.5", "0", "0"),
    ])
    func `the larger of what is asked and what is born counts`(
        old: String, new: String, terabytes: String
    ) throws {
        #expect(try fleet(old, new).need.storageTB?.description == terabytes)
    }

    @Test(arguments: ["    offline: P14D\n", "    collectsGigabytesPerDay: 35.5\n"])
    func `without days or data nothing follows`(line: String) throws {
        #expect(try fleet(line, "").need.storageTB == nil)
    }

    @Test func `a fleet stands beside the enclaves as one of a single workload`() throws {
        let fleet = try fleet()
        #expect(fleet.enclaveID == "edge.truck")
        #expect(fleet.enclave.workloads.map(\.capability) == [.edgeDevice])
        #expect(fleet.enclave.workloads.map(\.size) == [.devices(fleet.need)])
        #expect(fleet.enclave.halls.isEmpty)
        let catalog = try #require(FixtureCatalog().load().snapshot)
        let bound = try #require(FixtureRequirement.halls.bind(to: catalog).bound)
        #expect(
            bound.demands.map(\.id)
                == ["guarded.app", "guarded.brain", "guarded.disks", "edge.truck.devices"])
    }

    @Test(arguments: [
        ("", "", "every P14D, 6 h a contact, 100 Mbit/s, efficiency 0.8"),
        (
            "efficiency: 0.8", "sharedBy: 3, dutyCycle: 0.5",
            "every P14D, 6 h a contact, 100 Mbit/s, shared by 3, duty cycle 0.5"
        ),
        (
            "{ every: P14D, windowHours: 6, linkMegabitsPerSecond: 100, efficiency: 0.8 }", "{}",
            "as it comes"
        ),
    ])
    func `how a fleet syncs is said in words`(old: String, new: String, text: String) throws {
        #expect(try fleet(old, new).sync?.text == text)
    }

    @Test func `the terms of an authority have a time and a cost, or one of them`() throws {
        let asked = FixtureRequirement.halls
        let terms = try #require(asked.decode().requirement?.authorityTerms.first)
        #expect(terms.scheme.value.rawValue == "xa-accreditation-guarded")
        #expect(terms.leadTime == CalendarPeriod(months: 7))
        #expect(terms.cost == Money(minorUnits: 5_000_000, currency: .euro))
        let half = try asked.replacing(", cost: \"50000.00\"", with: "")
        #expect(half.decode().requirement?.authorityTerms.first?.cost == nil)
    }

    @Test func `a flow is kept as asked`() throws {
        let flow = try #require(FixtureRequirement.halls.decode().requirement?.flows.first)
        #expect(flow.from.value == "guarded" && flow.to.value == "guarded")
        #expect(flow.gigabytesPerMonth == ExactDecimal(800))
    }
}
