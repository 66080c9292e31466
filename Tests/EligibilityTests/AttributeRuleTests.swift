import Clearance
import Eligibility
import Testing

/// attribute-bound: an offer states what a word of the requirement binds to, at least as good.
struct AttributeRuleTests {
    private static func stated(_ value: String, asked: String) -> (String, String) {
        (value, asked)
    }

    private func judge(_ stated: String, asked: String) throws -> Judgement? {
        var world = try JudgedWorld()
        try world.change(
            "providers/aurelia/services.csv",
            "access=nearline;replication=regional;encryptionAtRest=provider-key;availability=99.9;",
            stated.isEmpty ? "" : stated + ";")
        try world.ask(
            "        access: nearline\n        replication: regional\n"
                + "        encryptionAtRest: provider-key\n", "        \(asked)\n")
        return try world.rule(
            "attribute-bound", of: "aurelia-objects@aurelia-north", for: "lake")
    }

    @Test(arguments: [
        ("access=online", "access: online", Verdict.eligible),
        ("access=online", "access: offline", .eligible),
        ("access=nearline", "access: online", .ineligible),
        ("", "access: online", .unknown),
        ("replication=multi-region", "replication: regional", .eligible),
        ("replication=zonal", "replication: regional", .ineligible),
        ("encryptionAtRest=customer-key", "encryptionAtRest: provider-key", .eligible),
        ("encryptionAtRest=provider-key", "encryptionAtRest: customer-key", .ineligible),
        ("media=ssd", "media: hdd", .eligible), ("media=hdd", "media: balanced", .ineligible),
        ("availability=99.95", "availability: \"99.95\"", .eligible),
        ("availability=99.950", "availability: \"99.95\"", .eligible),
        ("availability=99.9499", "availability: \"99.95\"", .ineligible),
        ("", "availability: \"1\"", .unknown),
    ])
    func `what is stated serves what is asked, or not`(
        stated: String, asked: String, verdict: Verdict
    ) throws {
        #expect(try judge(stated, asked: asked)?.verdict == verdict)
    }

    @Test func `an attribute that is not stated is a question to the provider`() throws {
        let question = try judge("", asked: "access: online")?.questions.first
        #expect(question?.askWhom == "Aurelia")
        #expect(
            question?.text
                == "What access does Aurelia objects commit to? online is asked.")
    }

    @Test(arguments: ["access", "attributes"])
    func `an attribute that was inferred grounds nothing`(field: String) throws {
        var world = try JudgedWorld()
        let row = "skus=AO1*1,Invented service list,2026-06-01,primary,"
        try world.change("providers/aurelia/services.csv", row, row + field)
        let judgements = try world.judge("lake")["aurelia-objects@aurelia-north"]?.judgements ?? []
        let bound = judgements.filter { $0.rule == "attribute-bound" }
        #expect(bound.first?.verdict == .unknown)
        #expect(bound.count == 3)
    }
}
