import Testing

/// Mistakes in what is asked of staff, each at its place.
struct PeopleMistakeTests {
    private static let references = [
        RequirementMistake(
            "REQ003, a post twice", "  people:\n",
            "    - { id: watch, enclave: guarded, role: engineer }\n  people:\n",
            gives: "58:13 REQ003 post 'watch' stands twice"),
        RequirementMistake(
            "REQ003, a list of people twice", "  customerFurnished:\n",
            "    - { id: hidden, classification: HIDDEN, heads: 1 }\n  customerFurnished:\n",
            gives: "60:13 REQ003 list of people 'hidden' stands twice"),
        RequirementMistake(
            "REQ004, no such enclave", "id: watch, enclave: guarded", "id: watch, enclave: garded",
            gives: "57:29 REQ004 no enclave 'garded' in this requirement",
            "61:49 REQ004 post 'watch' belongs to enclave 'garded', not to 'guarded'"),
        RequirementMistake(
            "REQ004, no such post", "post: watch", "post: wach",
            gives: "61:49 REQ004 no post 'wach' in this requirement"),
        RequirementMistake(
            "REQ004, no such list", "cleared: 10", "amongst: others",
            gives: "59:65 REQ004 no list of people 'others' in this requirement"),
        RequirementMistake(
            "REQ004, among itself", "cleared: 10", "amongst: hidden",
            gives: "59:65 REQ004 the people of 'hidden' cannot be among those of 'hidden'"),
        RequirementMistake(
            "REQ040, no such role", "id: watch, enclave: guarded, role: engineer",
            "id: watch, enclave: guarded, role: enginer",
            gives: "57:44 REQ040 the catalog has no role 'enginer'"),
        RequirementMistake(
            "REQ041, a level that needs no clearance", "id: hidden, classification: HIDDEN",
            "id: hidden, classification: OPEN",
            gives: "59:37 REQ041 nobody is cleared to 'OPEN': the level needs no clearance"),
        RequirementMistake(
            "REQ031, a level for two that is none", "twoPerson: [HIDDEN]", "twoPerson: [HIDEN]",
            gives: "63:15 REQ031 Aldoria has no level 'HIDEN'"),
        RequirementMistake(
            "REQ030, a nation that is none", "nationality: [XA]", "nationality: [XQX]",
            gives: "59:83 REQ030 'XQX' is no country code"),
    ]

    private static let quantities = [
        RequirementMistake(
            "REQ002, people without a number", "heads: 12, cleared: 10", "cleared: 10",
            gives: "59:7 REQ002 the list asks for no people"),
        RequirementMistake(
            "REQ010, no people", "heads: 12", "heads: 0",
            gives: "59:52 REQ010 0 is no number of people; expected 1 to 100000"),
        RequirementMistake(
            "REQ010, more asked than exist", "cleared: 10", "available: 8",
            gives: "59:67 REQ010 at most 8 people, but at least 12"),
        RequirementMistake(
            "REQ010, three at a seat", "persons: 2", "persons: 3",
            gives: "57:73 REQ010 3 is no number of people at a seat; expected 1 to 2"),
        RequirementMistake(
            "REQ010, fewer cases than none", "sponsorLimit: 3", "sponsorLimit: -3",
            gives: "62:17 REQ010 -3 is no number of sponsored cases; expected 0 to 100000"),
        RequirementMistake(
            "several at once", "heads: 12, cleared: 10", "hedas: 12, cleared: -1",
            gives: "59:7 REQ002 the list asks for no people",
            "59:45 INP031 unknown key 'hedas' in list of people",
            "59:65 REQ010 -1 is no number of cleared people; expected 0 to 100000"),
    ]

    @Test(arguments: references + quantities)
    func `is found at its place`(mistake: RequirementMistake) throws {
        #expect(try mistake.findings() == mistake.expected)
    }

    @Test func `seven lists that state who is cleared are too many beside a limit`() throws {
        let lists = (1...6).map {
            "    - { id: l\($0), classification: HIDDEN, heads: 1, cleared: 1 }\n"
        }.joined()
        let mistake = RequirementMistake(
            "REQ010, too many lists", "  customerFurnished:\n", lists + "  customerFurnished:\n",
            gives: "68:17 REQ010 7 lists of people state 'cleared'; at most 6 can stand beside a "
                + "limit of sponsored cases")
        #expect(try mistake.findings() == mistake.expected)
    }
}
