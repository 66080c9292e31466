import Clearance
import Eligibility
import Testing

/// Rules about people, connections and control: supported-from, telemetry-in, operator-nationality,
/// operator-residence, connected-by, not-controlled-from.
struct PeopleRuleTests {
    private static let source =
        "    operatingModel: om-region\n    source: Invented service description\n"
        + "    asOf: 2026-06-01\n    confidence: primary\n"

    private static func sure(_ description: String, _ confidence: String, _ verdict: Verdict)
        -> RuleCase
    {
        RuleCase(
            description, .provider, source,
            source.replacing("confidence: primary", with: "confidence: \(confidence)"), verdict)
    }

    @Test(arguments: [
        RuleCase("from the organisation asked", .provider, "[LEAGUE]", "[LEAGUE]", .eligible),
        RuleCase("from a member state", .provider, "from: [LEAGUE]", "from: [XB]", .eligible),
        RuleCase(
            "from elsewhere as well", .provider, "from: [LEAGUE]", "from: [XB, XD]", .ineligible),
        RuleCase("from anywhere", .provider, "from: [LEAGUE]", "from: [any]", .ineligible),
        RuleCase("not stated", .provider, "from: [LEAGUE]", "from: [unknown]", .unknown),
        RuleCase(
            "an organisation whose members are all allowed", .requirement, "support: [LEAGUE]",
            "support: [XA, XB, XC]", .eligible),
        RuleCase(
            "an organisation with a member too many", .requirement, "support: [LEAGUE]",
            "support: [XA, XB]", .ineligible),
        RuleCase("not asked", .requirement, "    support: [LEAGUE]\n", "", nil),
        sure("as reported", "secondary", .eligible), sure("as recalled", "unverified", .unknown),
        sure("with support that was inferred", "primary\n    unverified: [support]", .unknown),
        sure("with telemetry that was inferred", "primary\n    unverified: [telemetry]", .eligible),
    ])
    func `supported-from: support comes from the places asked`(example: RuleCase) throws {
        #expect(try example.world().rule("supported-from")?.verdict == example.verdict)
    }

    @Test(arguments: [
        RuleCase("in the country", .provider, "in: [XA]", "in: [XA]", .eligible),
        RuleCase("elsewhere", .provider, "in: [XA]", "in: [XB]", .ineligible),
        RuleCase(
            "not stated", .provider,
            "    telemetry:\n      in: [XA]\n      statement: Invented statement of telemetry.\n",
            "", .unknown),
        RuleCase("not asked", .requirement, "    telemetry: [XA]\n", "", nil),
        sure("with telemetry that was inferred", "primary\n    unverified: [telemetry]", .unknown),
    ])
    func `telemetry-in: telemetry stays in the places asked`(example: RuleCase) throws {
        #expect(try example.world().rule("telemetry-in")?.verdict == example.verdict)
    }

    @Test(arguments: [
        RuleCase("nationals of member states", .requirement, "XA", "XA", .eligible),
        RuleCase(
            "one nation too many", .requirement, "nationality: [LEAGUE]", "nationality: [XA]",
            .ineligible),
        RuleCase("anyone", .provider, "nationality: [XA, XB]", "nationality: [any]", .ineligible),
        RuleCase("not stated", .provider, "      nationality: [XA, XB]\n", "", .unknown),
        RuleCase("not asked", .requirement, "nationality: [LEAGUE], ", "", nil),
        sure("that was inferred", "primary\n    unverified: [operators]", .unknown),
    ])
    func `operator-nationality: operators are of the nations asked`(example: RuleCase) throws {
        #expect(try example.world().rule("operator-nationality")?.verdict == example.verdict)
    }

    @Test(arguments: [
        RuleCase("in the country", .provider, "residence: [XA]", "residence: [XA]", .eligible),
        RuleCase("abroad", .provider, "residence: [XA]", "residence: [XB]", .ineligible),
        RuleCase("not stated", .provider, "residence: [XA]", "residence: [unknown]", .unknown),
        sure("that was inferred", "primary\n    unverified: [operators]", .unknown),
    ])
    func `operator-residence: operators live where asked`(example: RuleCase) throws {
        #expect(try example.world().rule("operator-residence")?.verdict == example.verdict)
    }

    @Test(arguments: [
        RuleCase("as asked", .provider, "[internet, private-link]", "[private-link]", .eligible),
        RuleCase("otherwise", .provider, "[internet, private-link]", "[internet]", .ineligible),
        RuleCase("in no way", .provider, "[internet, private-link]", "[none]", .ineligible),
        RuleCase(
            "not stated", .provider, "    connectivity: [internet, private-link]\n", "", .unknown),
        RuleCase("not asked", .requirement, "    connectivity: private-link\n", "", nil),
        RuleCase("not air-gapped", .requirement, "private-link", "air-gapped", .ineligible),
        RuleCase("air-gapped", .provider, "isolation: shared", "isolation: air-gapped", .eligible),
        sure("that was inferred", "primary\n    unverified: [connectivity]", .unknown),
    ])
    func `connected-by: the platform is connected as asked`(example: RuleCase) throws {
        #expect(try example.world().rule("connected-by")?.verdict == example.verdict)
    }

    @Test(arguments: [
        ("primary", Verdict.eligible), ("primary\n    unverified: [isolation]", .unknown),
    ])
    func `an air gap rests on what is said of isolation`(confidence: String, verdict: Verdict)
        throws
    {
        var world = try JudgedWorld()
        try world.ask("connectivity: private-link", "connectivity: air-gapped")
        try world.change(
            "providers/aurelia/provider.yaml",
            "[none]\n    source: Invented service description\n    asOf: "
                + "2026-06-01\n    confidence: primary",
            "[none]\n    source: Invented service description\n    asOf: "
                + "2026-06-01\n    confidence: "
                + confidence)
        let judgement = try world.rule("connected-by", of: "aurelia-machines@aurelia-vault")
        #expect(judgement?.verdict == verdict)
    }

    private static let register =
        "source: Invented register of companies\nasOf: 2026-06-01\nconfidence: primary\n"

    @Test(arguments: [
        RuleCase("free of the excluded", .requirement, "[XD]", "[XD]", .eligible),
        RuleCase("a parent in an excluded country", .requirement, "[XD]", "[XA]", .ineligible),
        RuleCase(
            "a parent in a member state of what is excluded", .requirement, "[XD]", "[LEAGUE]",
            .ineligible),
        RuleCase(
            "a parent that an excluded country can compel", .provider, "compellableBy: [XA]",
            "compellableBy: [XA, XD]", .ineligible),
        RuleCase("nothing excluded", .requirement, "  excludeParents: [XD]\n", "", nil),
        RuleCase(
            "a parent as reported", .provider, register,
            register.replacing("primary", with: "secondary"), .eligible),
        RuleCase(
            "a parent as recalled", .provider, register, register + "unverified: [parent]\n",
            .unknown),
        RuleCase(
            "laws as recalled", .provider, register, register + "unverified: [compellableBy]\n",
            .unknown),
    ])
    func `not-controlled-from: no excluded country controls the provider`(example: RuleCase) throws
    {
        #expect(try example.world().rule("not-controlled-from")?.verdict == example.verdict)
    }
}
