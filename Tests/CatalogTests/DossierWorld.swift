import TestSupport

/// The fixture with one file of each kind that says more than what is offered and priced.
enum DossierWorld {
    static let tail = "source,asOf,confidence,unverified\n"
    static let end = ",Invented document of Aldoria,2026-06-01,primary,\n"
    static let aurelia = "providers/aurelia/"

    static func catalog() throws -> FixtureCatalog {
        var catalog = try FixtureCatalog()
        catalog.write(
            "id,name,description\n"
                + "network.egress,Data out,Bytes that leave a region for the internet\n"
                + "database.relational,Relational database,Tables run by the provider\n",
            to: "capabilities.csv")
        catalog.write(
            "id,title,parties,kind,direction,upTo,electronicUpTo,electronic,scope,signed,inForce,"
                + "until,status,note," + tail
                + "agr-xa-xb,Treaty of Nortown,XA;XB,general-security,XB>XA,xa-hidden;xb-closed,"
                + "xa-guarded,capped,no nuclear matters,2019-01-01,2020-01-01,2030-01-01,in-force,"
                + "kept" + end,
            to: "agreements.csv")
        catalog.append(
            "aurelia-tables,Aurelia tables,database.relational,,,Invented service list,2026-06-01,"
                + "primary,\n", to: aurelia + "services.csv")
        catalog.write(
            "id,service,deliveryModel,status,condition,note," + tail
                + "av-tables-public,aurelia-tables,public-region,yes,,"
                + end
                + "av-tables-vault,aurelia-tables,vault,undisclosed,on request," + end,
            to: aurelia + "availability.csv")
        catalog.write(
            "id,kind,services,deliveryModels,sites,requires,text," + tail
                + "dep-x1,requires,aurelia-tables,public-region,aurelia-north,aurelia-disks,"
                + "Tables keep their pages on disks" + end,
            to: aurelia + "dependencies.csv")
        catalog.write(
            "id,subject,deliveryModels,text," + tail
                + "stf-x1,nationality,vault,Citizens of Aldoria operate the vault" + end,
            to: aurelia + "commitments.csv")
        catalog.write(
            "id,kind,alias,of,usedIn,note," + tail
                + "als-north,site,XA-N-1,aurelia-north,price list of 2026," + end
                + "als-tables,service,AT,aurelia-tables,price list of 2026," + end,
            to: aurelia + "aliases.csv")
        catalog.write(
            "id,family,from,to,statistic,percent,samples,derivation," + tail
                + "upl-x1,all machines,north,vault,median,20.5,12,vault / north - 1" + end,
            to: aurelia + "uplifts.csv")
        catalog.write(
            "id,country,clearance,kind,low,likely,high,currency,unit,derivation," + tail
                + "ccs-x1,XA,Checked,vetting-fee,,250,,EUR,case," + end,
            to: "labour/clearance-costs.csv")
        catalog.write(framework, to: "frameworks/league-csf.yaml")
        catalog.write(
            "id,framework,provider,deliveryModel,objective,claimed,claimSource,evidenced,evidence,"
                + "note," + tail
                + "asm-x1,league-csf,aurelia,vault,SOV-1,3,Own statement of Aurelia,2,"
                + "Register of owners," + end,
            to: "frameworks/assessments.csv")
        return catalog
    }

    private static let framework = """
        id: league-csf
        name: Invented framework of the League
        version: 1.0.0
        published: 2026-01-01
        publisher: The League
        objectives:
          - { id: SOV-1, name: Owners, weightPercent: 40.5, asks: Who decides, evidence: Register }
          - { id: SOV-2, name: Law, weightPercent: 59.5, asks: Which law governs }
        levels:
          - { level: 3, name: Much, meaning: Little is left to others }
          - { level: 2, name: Some, meaning: Others still matter }
        gates: The buyer sets them.
        source: Invented document of the League
        asOf: 2026-01-01
        confidence: primary

        """
}
