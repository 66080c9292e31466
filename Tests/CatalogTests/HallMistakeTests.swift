import TestSupport
import Testing

/// Mistakes in platforms for halls, their modules and devices for the field, each at its place.
struct HallMistakeTests {
    private static let sites = "providers/cobalt/sites.csv"
    private static let services = "providers/cobalt/services.csv"
    private static let modules = "providers/cobalt/modules.csv"
    private static let devices = "edge-devices.csv"

    private static let places = [
        CatalogMistake(
            "a platform for halls in a country", in: sites, "Block,customer", "Block,XA",
            gives: "2:20 CAT012 'cobalt-block' stands in halls of customers, not in 'XA'"),
        CatalogMistake(
            "a region in the customer's country", in: sites, "City,XA", "City,customer",
            gives: "3:18 CAT012 'customer' is no country code"),
        CatalogMistake(
            "a model that is for halls no longer", in: "providers/cobalt/provider.yaml",
            "    customerSite: true\n", "",
            gives: "catalog/providers/cobalt/sites.csv:2:20 CAT012 'customer' is no country code"),
        CatalogMistake(
            "a reach beside the customer's", in: "providers/cobalt/provider.yaml",
            "residence: [customer-decides]", "residence: [customer-decides, XA]",
            gives: "12:19 INP042 'customer-decides' stands beside other places"),
    ]

    private static let parts = [
        CatalogMistake(
            "a module of no site", in: modules, "cobalt-node,cobalt-block", "cobalt-node,cobalt-x",
            gives: "2:13 CAT012 unknown site 'cobalt-x'"),
        CatalogMistake(
            "a module of another's site", in: modules, "cobalt-tray,cobalt-block",
            "cobalt-tray,aurelia-north",
            gives: "4:13 CAT012 site 'aurelia-north' belongs to provider 'aurelia', not to "
                + "'cobalt'",
            "catalog/providers/cobalt/services.csv:2:62 CAT012 no module of 'cobalt-block' "
                + "provides 'diskGB'"),
        CatalogMistake(
            "a module without anything", in: modules, "gpu=4", "",
            gives: "3:1 CAT021 the module provides nothing",
            "catalog/providers/cobalt/services.csv:3:65 CAT012 no module of 'cobalt-block' "
                + "provides 'gpu'"),
        CatalogMistake(
            "a resource that is none", in: modules, "diskGB=100000", "disks=1;diskGB=1",
            gives: "4:34 CAT013 'disks=1' is no resource with its units, 1 to 10^12"),
        CatalogMistake(
            "units of nothing", in: modules, "core=64", "core=0",
            gives: "2:48 CAT013 'core=0' is no resource with its units, 1 to 10^12"),
        CatalogMistake(
            "a resource twice", in: modules, "core=64", "core=64;core=32",
            gives: "2:56 CAT013 the resource 'core' stands twice"),
        CatalogMistake(
            "no modules at most", in: modules, "core=64,8", "core=64,0",
            gives: "2:56 CAT021 'maximum' of the module is 0; expected 1 to 10000"),
        CatalogMistake(
            "a service of what no module has", in: services, "resource=diskGB", "resource=tapeGB",
            gives: "2:62 CAT012 no module of 'cobalt-block' provides 'tapeGB'"),
        CatalogMistake(
            "a unit that only processors are counted in", in: services, "unit=GB", "unit=gpu",
            gives: "2:54 CAT014 'gpu' is no unit of capacity"),
    ]

    private static let fields = [
        CatalogMistake(
            "a device of nobody", in: devices, "cobalt-bare,cobalt", "cobalt-bare,cobald",
            gives: "2:13 CAT012 unknown provider 'cobald'"),
        CatalogMistake(
            "a device twice", in: devices, "cobalt-bare,", "cobalt-kit,",
            gives: "3:1 CAT010 'cobalt-kit' stands twice"),
        CatalogMistake(
            "a negative size", in: devices, "any,16,64", "any,-16,64",
            gives: "3:51 CAT021 'vcpu' of the edge device is -16; expected 0 to 100000"),
        CatalogMistake(
            "no entry of a price sheet", in: devices, "CK*1", "CK*0",
            gives: "3:96 CAT013 'CK*0' names no price sheet entries"),
    ]

    @Test(arguments: places + parts + fields)
    func `is found at its place`(mistake: CatalogMistake) throws {
        let found = try mistake.findings(in: .withHalls())
        #expect(found == mistake.expected)
    }

    @Test func `the fixture itself has none`() throws {
        #expect(try FixtureCatalog.withHalls().load().findings.map(\.line) == [])
    }
}
