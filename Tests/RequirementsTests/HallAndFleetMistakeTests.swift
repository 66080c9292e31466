import Diagnostics
import TestSupport
import Testing

/// Mistakes in halls, fleets, flows and the terms of authorities, each at its place.
struct HallAndFleetMistakeTests {
    private static let halls = [
        RequirementMistake(
            "REQ010, one coordinate alone", ", longitude: 10 }", " }",
            gives: "10:72 REQ010 one coordinate alone says nothing"),
        RequirementMistake(
            "REQ010, a latitude beyond the pole", "latitude: 50.5", "latitude: 90.5",
            gives: "10:72 REQ010 a latitude of 90.5; expected -90 to 90",
            "10:89 REQ010 one coordinate alone says nothing"),
        RequirementMistake(
            "REQ003, a hall twice", "id: dock", "id: fort",
            gives: "11:11 REQ003 hall 'fort' stands twice"),
        RequirementMistake(
            "a name with a dot", "id: dock", "id: dock.1",
            gives: "11:11 INP042 expected a name of letters, digits, hyphens and underscores for "
                + "'id', found 'dock.1'"),
        RequirementMistake(
            "REQ030, a country that is none", "country: XB", "country: Borland",
            gives: "11:26 REQ030 'Borland' is no country code"),
        RequirementMistake(
            "REQ004, an unknown hall", "halls: [fort]", "halls: [fort, frot]",
            gives: "17:19 REQ004 no hall 'frot' in this requirement"),
    ]

    private static let authorities = [
        RequirementMistake(
            "REQ033, an unknown scheme", "scheme: xa-accreditation-guarded",
            "scheme: xa-accreditation-garded",
            gives: "13:15 REQ033 unknown accreditation scheme 'xa-accreditation-garded'"),
        RequirementMistake(
            "REQ003, terms twice", "accreditations:\n",
            "accreditations:\n  - { scheme: xa-accreditation-guarded, leadTime: P1M }\n",
            gives: "14:15 REQ003 accreditation 'xa-accreditation-guarded' stands twice"),
        RequirementMistake(
            "REQ011, a cost with a currency", "\"50000.00\"", "\"EUR 50000\"",
            gives: "13:62 REQ011 'EUR 50000' is no amount in EUR; expected digits, with at most "
                + "2 after the point"),
        RequirementMistake(
            "REQ011, a negative cost", "\"50000.00\"", "\"-1.00\"",
            gives: "13:62 REQ011 '-1.00' is no amount in EUR; expected digits, with at most 2 "
                + "after the point"),
        RequirementMistake(
            "a lead time in words", "leadTime: P7M", "leadTime: 7 months",
            gives: "13:51 INP038 expected a period such as P3Y or P18M for 'leadTime', found "
                + "'7 months'"),
    ]

    private static let fleets = [
        RequirementMistake(
            "REQ004, an unknown home", "home: guarded", "home: garded",
            gives: "25:11 REQ004 no enclave 'garded' to sync to"),
        RequirementMistake(
            "REQ031, an unknown level", "classification: GUARDÉD\n    home",
            "classification: GARDED\n    home",
            gives: "24:21 REQ031 Aldoria has no level 'GARDED'"),
        RequirementMistake(
            "REQ010, no devices", "count: 10", "count: 0",
            gives: "26:12 REQ010 0 devices; expected 1 to 100000"),
        RequirementMistake(
            "REQ010, absurdly many", "count: 10", "count: 100001",
            gives: "26:12 REQ010 100001 devices; expected 1 to 100000"),
        RequirementMistake(
            "REQ010, fewer spares than none", "spares: 2", "spares: -1",
            gives: "27:13 REQ010 -1 devices in reserve; expected 0 to 100000"),
        RequirementMistake(
            "REQ010, no time offline", "offline: P14D", "offline: P0D",
            gives: "28:14 REQ010 P0D offline; expected 1 day to 10 years"),
        RequirementMistake(
            "REQ010, longer than ten years", "offline: P14D", "offline: P121M",
            gives: "28:14 REQ010 P121M offline; expected 1 day to 10 years"),
        RequirementMistake(
            "REQ004, devices as a workload", "capability: compute.gpu, gpus: 8",
            "capability: edge.device",
            gives: "20:34 REQ004 devices are no workload of an enclave"),
        RequirementMistake(
            "less data than none", "Day: 35.5", "Day: -35.5",
            gives: "29:30 INP036 expected 0 to 1000000 for 'collectsGigabytesPerDay', found "
                + "'-35.5'"),
        RequirementMistake(
            "less than no processor", "needs: { vcpu: 8", "needs: { vcpu: -8",
            gives: "30:20 INP036 expected 0 to 100000 for 'vcpu', found '-8'"),
        RequirementMistake(
            "REQ010, cold above heat", "needs: { ",
            "needs: { minimumCelsius: 40, "
                + "maximumCelsius: -10, ",
            gives: "30:50 REQ010 at most -10 degrees Celsius, but at least 40"),
        RequirementMistake(
            "a link that carries nothing", "efficiency: 0.8", "efficiency: 0",
            gives: "31:82 INP036 expected 0.000001 to 1 for 'efficiency', found '0'"),
        RequirementMistake(
            "more than the whole link", "efficiency: 0.8", "efficiency: 1.01",
            gives: "31:82 INP036 expected 0.000001 to 1 for 'efficiency', found '1.01'"),
    ]

    private static let flows = [
        RequirementMistake(
            "REQ004, from nowhere", "from: guarded", "from: gaurded",
            gives: "33:13 REQ004 no enclave 'gaurded' in this requirement"),
        RequirementMistake(
            "REQ004, into a fleet", "to: guarded", "to: truck",
            gives: "33:26 REQ004 no enclave 'truck' in this requirement"),
        RequirementMistake(
            "a negative volume", "Month: 800", "Month: -800",
            gives: "33:54 INP036 expected 0 to 1000000000 for 'gigabytesPerMonth', found '-800'"),
    ]

    @Test(arguments: halls + authorities + fleets + flows)
    func `is found at its place`(mistake: RequirementMistake) throws {
        let found = try mistake.findings(in: .halls)
        #expect(found == mistake.expected)
    }

    @Test(arguments: [
        ("halls: [fort]", "halls: [frot]", "did you mean 'fort'?"),
        ("halls: [fort]", "halls: [harbour]", "describe it under 'halls': id, country, place"),
        ("home: guarded", "home: garded", "did you mean 'guarded'?"),
        (", longitude: 10 }", " }", "write latitude and longitude, or neither"),
        (
            "capability: compute.gpu, gpus: 8", "capability: edge.device",
            "ask for them under 'edge', with the enclave that they sync to as 'home'"
        ),
        ("\"50000.00\"", "\"much\"", "write what one accreditation costs, without tax"),
        ("offline: P14D", "offline: P0D", "write P14D for fourteen days"),
    ])
    func `and helped`(old: String, new: String, help: String) throws {
        let findings = try FixtureRequirement.halls.replacing(old, with: new).decode().findings
        #expect(findings.map(\.help) == [help])
    }

    @Test func `the fixture itself has none`() throws {
        let catalog = try #require(FixtureCatalog().load().snapshot)
        #expect(FixtureRequirement.halls.bind(to: catalog).findings.map(\.line) == [])
    }
}
