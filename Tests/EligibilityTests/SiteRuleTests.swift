import Clearance
import Eligibility
import Testing

/// Rules about sites and services: offered-at, orderable, available-during, located-in.
struct SiteRuleTests {
    private static let northRow = "20,available,any,2024-01-01,,Invented list of regions,2026-06-01"

    private static func north(_ middle: String, _ end: String = "primary,") -> String {
        "20,\(middle),Invented list of regions,2026-06-01,\(end)"
    }

    private static func site(
        _ description: String, _ middle: String, _ verdict: Verdict?, sure: String = "primary,"
    ) -> RuleCase {
        RuleCase(description, .sites, northRow + ",primary,", north(middle, sure), verdict)
    }

    private static let serviceRow =
        "aurelia-north;aurelia-south;aurelia-vault,availability=99.95,Invented "
        + "service list,2026-06-01,"

    private static func service(_ description: String, _ end: String, _ verdict: Verdict)
        -> RuleCase
    {
        RuleCase(description, .services, serviceRow + "primary,", serviceRow + end, verdict)
    }

    @Test(arguments: [
        service("as stated", "primary,", .eligible),
        service("as reported", "secondary,", .eligible),
        service("as recalled", "unverified,", .unknown),
        service("with sites that were inferred", "primary,sites", .unknown),
        service("with a name that was inferred", "primary,name", .eligible),
    ])
    func `offered-at: the provider says that the service is sold there`(example: RuleCase) throws {
        #expect(try example.world().rule("offered-at")?.verdict == example.verdict)
    }

    @Test(arguments: [
        site("open to anyone", "available,any,,", .eligible),
        site("open to some", "available,a realm of its own,,", .unknown),
        site("open to nobody knows whom", "available,unknown,,", .unknown),
        site("only listed", "listed,any,,", .unknown),
        site("announced", "announced,any,,", .ineligible),
        site("closed", "closed,any,,", .ineligible),
        site("open as a third party reports", "available,any,,", .eligible, sure: "secondary,"),
        site("open as recalled", "available,any,,", .unknown, sure: "primary,status"),
        site(
            "open to anyone as recalled", "available,any,,", .unknown, sure: "primary,orderableBy"),
    ])
    func `orderable: the customer may order today`(example: RuleCase) throws {
        #expect(try example.world().rule("orderable")?.verdict == example.verdict)
    }

    /// The term runs from 2027-07-01 up to, not on, 2031-07-01; it is judged as of 2026-11-24.
    @Test(arguments: [
        site("open without a date", "available,any,,", nil),
        site("open since long", "available,any,2024-01-01,", nil),
        site("opens on the first day", "available,any,2027-07-01,", .eligible),
        site("opens a day late", "available,any,2027-07-02,", .ineligible),
        site("closes when the term ends", "available,any,,2031-07-01", .eligible),
        site("closes a day early", "available,any,,2031-06-30", .ineligible),
        site(
            "opens on a day that was recalled", "available,any,2027-06-01,", .unknown,
            sure: "primary,availableFrom"),
        site(
            "open since a day that was recalled", "available,any,2024-01-01,", nil,
            sure: "primary,availableFrom"),
        site(
            "closes on a day that was recalled", "available,any,,2040-01-01", .unknown,
            sure: "primary,availableUntil"),
        site(
            "closes on a day that is reported", "available,any,,2040-01-01", .eligible,
            sure: "secondary,"),
    ])
    func `available-during: the site is in service over the whole term`(example: RuleCase) throws {
        #expect(try example.world().rule("available-during")?.verdict == example.verdict)
    }

    @Test(arguments: [
        RuleCase(
            "in the country", .requirement, "residency: [LEAGUE]", "residency: [XA]", .eligible),
        RuleCase("in a member state", .requirement, "LEAGUE]", "LEAGUE]", .eligible),
        RuleCase("elsewhere", .requirement, "residency: [LEAGUE]", "residency: [XB]", .ineligible),
        RuleCase(
            "one of several", .requirement, "residency: [LEAGUE]", "residency: [XB, XA]",
            .eligible),
        RuleCase("not asked", .requirement, "    residency: [LEAGUE]\n", "", nil),
        RuleCase(
            "in a country that was inferred", .sites, northRow + ",primary,",
            northRow + ",primary,country", .unknown),
        RuleCase(
            "in a country as reported", .sites, northRow + ",primary,", northRow + ",secondary,",
            .eligible),
        RuleCase(
            "not a member", .file("organisations/league.yaml"), "[XA, XB, XC]", "[XB, XC]",
            .ineligible),
    ])
    func `located-in: data rests where the customer says`(example: RuleCase) throws {
        #expect(try example.world().rule("located-in")?.verdict == example.verdict)
    }
}
