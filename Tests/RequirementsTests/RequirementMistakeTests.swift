import Testing

/// Every mistake at its place; REQ codes by number.
struct RequirementMistakeTests {
    private static let shape = [
        RequirementMistake(
            "REQ001, another format", "requirement: 1", "requirement: 2",
            gives:
                "3:14 REQ001 requirement format 2 is not known; expected 1"),
        RequirementMistake(
            "REQ002, no enclave", "enclaves:\n", "enclaves: []\nx:\n",
            gives:
                "24:11 REQ002 no enclave is asked for",
            "25:1 INP031 unknown key 'x' in requirement"),
        RequirementMistake(
            "REQ002, an enclave without workloads", "    workloads:\n", "    loads:\n",
            gives:
                "25:9 REQ002 the enclave asks for no workload",
            "34:5 INP031 unknown key 'loads' in enclave"),
        RequirementMistake(
            "REQ003, a workload twice", "- id: lake", "- id: app",
            gives:
                "42:13 REQ003 workload 'app' stands twice"),
        RequirementMistake(
            "REQ003, a budget twice", "budgets:\n",
            "budgets:\n  - { id: base-budget, covers: evaluated, amount: \"2.00\" }\n",
            gives:
                "16:11 REQ003 budget 'base-budget' stands twice"),
        RequirementMistake(
            "REQ004, an unknown companion", "with: app", "with: ap",
            gives:
                "53:15 REQ004 no workload 'ap' in this enclave"),
        RequirementMistake(
            "REQ004, its own companion", "with: app", "with: disks",
            gives:
                "53:15 REQ004 workload 'disks' is to share its sites with itself"),
        RequirementMistake(
            "an unknown key", "residency:", "residence:",
            gives:
                "27:5 INP031 unknown key 'residence' in enclave"),
        RequirementMistake(
            "an unknown key of a nested mapping", "min: 1", "least: 1",
            gives:
                "21:16 INP031 unknown key 'least' in providers"),
        RequirementMistake(
            "a missing key", "title: Invented ministry\n", "",
            gives:
                "3:1 INP032 the requirement has no 'title'"),
        RequirementMistake(
            "a missing key of a workload", "        vcpu: 40\n", "",
            gives:
                "35:9 INP032 the workload has no 'vcpu'"),
        RequirementMistake(
            "a name with a dot", "- id: app", "- id: app.one",
            gives:
                "35:13 INP042 expected a name of letters, digits, hyphens and "
                + "underscores for 'id', found 'app.one'",
            "53:15 REQ004 no workload 'app' in this enclave"),
        RequirementMistake(
            "a single value for a list", "[LEAGUE]", "LEAGUE",
            gives:
                "27:16 INP033 expected a list for 'residency', found a single value"),
        RequirementMistake(
            "a list for a single value", "currency: EUR", "currency: [EUR]",
            gives:
                "7:11 INP033 expected a currency code such as EUR for 'currency', found a list"),
        RequirementMistake(
            "a capability that is none, without a word of its sizes", "compute.vm", "compute.vms",
            gives:
                "36:21 INP040 expected 'compute.vm', 'storage.object', 'storage.block' "
                + "or 'compute.gpu' for 'capability', found 'compute.vms'"
        ),
        RequirementMistake(
            "a medium that is none", "media: balanced", "media: balnced",
            gives:
                "52:16 INP040 unknown media 'balnced'; expected ssd, balanced, hdd"),
        RequirementMistake(
            "a replication that is none", "replication: regional", "replication: local",
            gives:
                "46:22 INP040 unknown replication 'local'; expected multi-region, regional, zonal"),
        RequirementMistake(
            "an architecture", "x86-64", "x86_64",
            gives:
                "39:23 INP040 expected 'x86-64' or 'arm64' for 'architecture', found 'x86_64'"),
        RequirementMistake(
            "a coverage", "24x7", "24/7",
            gives:
                "55:13 INP040 expected '24x7' or '8x5' for 'coverage', found '24/7'"),
        RequirementMistake(
            "a day that does not exist", "2027-07-01", "2027-06-31",
            gives:
                "10:10 INP037 expected a date such as 2027-07-01 for 'start', found '2027-06-31'"),
        RequirementMistake(
            "a period in words", "base: P3Y", "base: 3 years",
            gives:
                "11:9 INP038 expected a period such as P3Y or P18M for 'base', found '3 years'"),
        RequirementMistake(
            "a size of a storage workload", "capacityTB: 12", "vcpu: 12",
            gives:
                "42:9 REQ012 the workload states no capacity",
            "44:9 INP031 unknown key 'vcpu' in workload"),
    ]

    private static let quantities = [
        RequirementMistake(
            "a negative number of processors", "vcpu: 40", "vcpu: -40",
            gives:
                "37:15 REQ010 -40 virtual processors; expected 1 to 10000000"),
        RequirementMistake(
            "no memory", "memoryGiB: 160", "memoryGiB: 0",
            gives:
                "38:20 REQ010 0 GiB of memory; expected 1 to 10000000"),
        RequirementMistake(
            "absurd memory", "memoryGiB: 160", "memoryGiB: 10000001",
            gives:
                "38:20 REQ010 10000001 GiB of memory; expected 1 to 10000000"),
        RequirementMistake(
            "a negative capacity", "capacityTB: 12", "capacityTB: -12",
            gives:
                "44:21 REQ010 a capacity of -12 TB; expected more than 0, at most 1000000000"),
        RequirementMistake(
            "a capacity of nothing", "capacityTB: 12", "capacityTB: 0",
            gives:
                "44:21 REQ010 a capacity of 0 TB; expected more than 0, at most 1000000000"),
        RequirementMistake(
            "an absurd capacity", "capacityTB: 12", "capacityTB: 1000000001",
            gives:
                "44:21 REQ010 a capacity of 1000000001 TB; expected more than 0, at most 1000000000"
        ),
        RequirementMistake(
            "replicas", "replicas: 2", "replicas: 101",
            gives:
                "48:19 REQ010 replicas of 101; expected 1 to 100"),
        RequirementMistake(
            "parts of a split", "minimumSites: 2", "minimumSites: 0",
            gives:
                "41:32 REQ010 minimumSites of 0; expected 1 to 100"),
        RequirementMistake(
            "more than always", "\"99.9\"", "\"100.01\"",
            gives:
                "40:23 REQ010 an availability of 100.01 percent; expected 1 to 100"),
        RequirementMistake(
            "sites", "minimum: 2, max", "minimum: 0, max",
            gives:
                "33:23 REQ010 0 is no number of sites; expected 1 to 1000"),
        RequirementMistake(
            "crossed numbers of sites", "maximum: 3", "maximum: 1",
            gives:
                "33:35 REQ010 at most 1 sites, but at least 2"),
        RequirementMistake(
            "a distance", "Kilometres: 50", "Kilometres: 20001",
            gives:
                "33:55 REQ010 sites cannot be 20001 km apart; expected 0 to 20000"),
        RequirementMistake(
            "providers", "max: 2", "max: 1001",
            gives:
                "21:29 REQ010 1001 is no number of providers; expected 1 to 1000"),
        RequirementMistake(
            "crossed numbers of providers", "min: 1", "min: 3",
            gives:
                "21:29 REQ010 at most 2 providers, but at least 3"),
        RequirementMistake(
            "a negative budget", "\"1000000.00\"", "\"-1.00\"",
            gives:
                "15:46 REQ010 a budget of -1.00 is negative"),
        RequirementMistake(
            "a base of weeks", "base: P3Y", "base: P8W",
            gives:
                "11:9 REQ010 a period of P8W cannot be priced; expected 1 to 600 whole months"),
        RequirementMistake(
            "every period that cannot be priced", "options: [P1Y]", "options: [P0M, P1Y, P601M]",
            gives:
                "12:13 REQ010 a period of P0D cannot be priced; expected 1 to 600 whole months",
            "12:23 REQ010 a period of P601M cannot be priced; expected 1 to 600 whole months"),
    ]

    private static let words = [
        RequirementMistake(
            "REQ011, separators", "\"1000000.00\"", "\"1.000.000,00\"",
            gives:
                "15:46 REQ011 '1.000.000,00' is no amount in EUR; expected digits, "
                + "with at most 2 after the point"
        ),
        RequirementMistake(
            "REQ011, too many decimals", "\"1000000.00\"", "\"1.005\"",
            gives:
                "15:46 REQ011 '1.005' is no amount in EUR; expected digits, with at "
                + "most 2 after the point"
        ),
        RequirementMistake(
            "REQ012, no capacity", "        capacityTB: 12\n", "",
            gives:
                "42:9 REQ012 the workload states no capacity"),
        RequirementMistake(
            "REQ012, two capacities", "capacityTB: 12", "capacityTB: 12\n        capacityGB: 1",
            gives:
                "44:21 REQ012 the capacity is stated twice"),
        RequirementMistake(
            "REQ030, an unknown customer", "country: XA", "country: FR",
            gives:
                "5:22 REQ030 the catalog has no country 'FR'"),
        RequirementMistake(
            "REQ030, a code that is none", "[XD]", "[UK]",
            gives:
                "22:20 REQ030 'UK' is no country code"),
        RequirementMistake(
            "REQ030, a name", "residence: [XA]", "residence: [Aldoria]",
            gives:
                "31:53 REQ030 'Aldoria' is no country code"),
        RequirementMistake(
            "REQ031, an unknown level", ": GUARDÉD", ": GARDED",
            gives:
                "26:21 REQ031 Aldoria has no level 'GARDED'"),
        RequirementMistake(
            "REQ031, a far word", ": GUARDÉD", ": TOP SECRET",
            gives:
                "26:21 REQ031 Aldoria has no level 'TOP SECRET'"),
        RequirementMistake(
            "REQ032, another's level", ": GUARDÉD", ": BOUNDED",
            gives:
                "26:21 REQ032 'BOUNDED' is a level of Borland, not of Aldoria"),
        RequirementMistake(
            "REQ032, another's level without a counterpart", ": GUARDÉD", ": closed",
            gives:
                "26:21 REQ032 'closed' is a level of Borland, not of Aldoria"),
        RequirementMistake(
            "REQ033, an unknown scheme", "[xa-label-high]", "[xa-label-hihg]",
            gives:
                "32:21 REQ033 unknown accreditation scheme 'xa-label-hihg'"),
        RequirementMistake(
            "REQ034, no rate at all", "currency: EUR", "currency: CHF",
            gives:
                "7:11 REQ034 CHF has no reference rate of 2026-11-02"),
        RequirementMistake(
            "REQ034, no rates that early", "currency: EUR\nasOf: 2026-11-24",
            "currency: USD\nasOf: 2026-10-29",
            gives:
                "8:7 REQ034 the catalog has no reference rates on or before 2026-10-29"),
        RequirementMistake(
            "REQ034, no rate of that day", "currency: EUR", "currency: JPY",
            gives:
                "7:11 REQ034 JPY has no reference rate of 2026-11-02",
            "15:46 REQ011 '1000000.00' is no amount in JPY; expected digits, with at "
                + "most 0 after the point"
        ),
        RequirementMistake(
            "a currency that is none", "currency: EUR", "currency: eur",
            gives:
                "7:11 INP041 expected a currency code such as EUR for 'currency', found 'eur'"),
    ]

    @Test(arguments: shape)
    func `shape, identifiers and vocabulary`(mistake: RequirementMistake) throws {
        let found = try mistake.findings()
        #expect(found == mistake.expected)
    }

    @Test(arguments: quantities)
    func `REQ010 quantities that nobody can mean are refused`(mistake: RequirementMistake) throws {
        let found = try mistake.findings()
        #expect(found == mistake.expected)
    }

    @Test(arguments: words)
    func `money, capacities and words of the catalog`(mistake: RequirementMistake) throws {
        let found = try mistake.findings()
        #expect(found == mistake.expected)
    }
}
