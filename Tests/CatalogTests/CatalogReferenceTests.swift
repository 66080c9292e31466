import Testing

/// CAT010 to CAT015: identifiers, references and vocabulary.
struct CatalogReferenceTests {
    private static let aurelia = "providers/aurelia/"

    private static let identities = [
        CatalogMistake(
            "CAT004, a folder named unlike its provider", in: aurelia + "provider.yaml",
            "id: aurelia", "id: aurelio",
            gives:
                "1:1 CAT004 provider 'aurelio' stands in the folder 'aurelia'"),
        CatalogMistake(
            "CAT010, a site twice", in: aurelia + "sites.csv", "aurelia-south,South",
            "aurelia-north,South",
            gives:
                "catalog/providers/aurelia/authorisations.csv:2:76 CAT012 unknown "
                + "site 'aurelia-south'",
            "catalog/providers/aurelia/services.csv:2:60 CAT012 unknown site 'aurelia-south'",
            "catalog/providers/aurelia/services.csv:3:62 CAT012 unknown site 'aurelia-south'",
            "catalog/providers/aurelia/services.csv:4:57 CAT012 unknown site 'aurelia-south'",
            "3:1 CAT010 'aurelia-north' stands twice"),
        CatalogMistake(
            "CAT010, a level of two owners", in: "countries/xb.yaml", "id: xb-closed",
            "id: xa-hidden",
            gives:
                "15:9 CAT010 level 'xa-hidden' stands twice"),
        CatalogMistake(
            "CAT010, a scheme twice", in: "organisations/league.yaml",
            "id: league-accreditation-kept", "id: xa-label-high",
            gives:
                "15:9 CAT010 accreditation 'xa-label-high' stands twice"),
        CatalogMistake(
            "CAT010, a delivery model twice", in: aurelia + "provider.yaml", "id: vault",
            "id: public-region",
            gives:
                "24:9 CAT010 delivery model 'public-region' stands twice",
            "catalog/providers/aurelia/sites.csv:4:24 CAT012 unknown delivery model 'vault'"),
        CatalogMistake(
            "CAT010, a rate of one day twice", in: "exchange-rates/reference.csv",
            "2026-10-30,JPY", "2026-10-30,USD",
            gives:
                "3:1 CAT010 '2026-10-30/USD' stands twice"),
        CatalogMistake(
            "CAT011, a rank twice", in: "countries/xa.yaml", "rank: 2", "rank: 1",
            gives:
                "36:11 CAT011 levels 'xa-guarded' and 'xa-hidden' of 'XA' share rank 1"),
    ]

    private static let references = [
        CatalogMistake(
            "an equivalent level", in: "countries/xa.yaml", "level: xb-bounded",
            "level: xb-bound",
            gives:
                "26:16 CAT012 unknown level 'xb-bound'"),
        CatalogMistake(
            "a covered level", in: "countries/xa.yaml", "covers: [xa-guarded, xa-hidden]",
            "covers: [xa-guarded, xa-hiden]",
            gives:
                "76:26 CAT012 unknown level 'xa-hiden'"),
        CatalogMistake(
            "the level of a clearance", in: "countries/xa.yaml", "level: xa-hidden",
            "level: xa-secret",
            gives:
                "47:12 CAT012 unknown level 'xa-secret'"),
        CatalogMistake(
            "a level of a facility clearance", in: "countries/xa.yaml", "levels: [xa-hidden]",
            "levels: [xa-secret]",
            gives:
                "56:14 CAT012 unknown level 'xa-secret'"),
        CatalogMistake(
            "the level of a rule", in: "countries/xa.yaml", "levels: [xa-guarded]",
            "levels: [xa-guardet]",
            gives:
                "102:14 CAT012 unknown level 'xa-guardet'"),
        CatalogMistake(
            "the level of administrators", in: "countries/xa.yaml",
            "administratorLevel: xa-hidden", "administratorLevel: xa-hidn",
            gives:
                "110:25 CAT012 unknown level 'xa-hidn'"),
        CatalogMistake(
            "a member", in: "organisations/league.yaml", "XC]", "xc]",
            gives:
                "4:19 CAT012 'xc' is no country code"),
        CatalogMistake(
            "the parent's country", in: aurelia + "provider.yaml", "country: XA", "country: UK",
            gives:
                "3:43 CAT012 'UK' is no country code"),
        CatalogMistake(
            "who can compel", in: aurelia + "provider.yaml", "compellableBy: [XA]",
            "compellableBy: [XA, Xb]",
            gives:
                "4:21 CAT012 'Xb' is no country code"),
        CatalogMistake(
            "where operators live", in: aurelia + "provider.yaml", "residence: [XA]",
            "residence: [XQ]",
            gives:
                "11:19 CAT012 'XQ' is no country code"),
        CatalogMistake(
            "an operating model", in: aurelia + "provider.yaml", "operatingModel: om-region",
            "operatingModel: om-regoin",
            gives:
                "20:21 CAT012 unknown operating model 'om-regoin'"),
        CatalogMistake(
            "a site's country", in: aurelia + "sites.csv", "South,XA", "South,Aldoria",
            gives:
                "3:21 CAT012 'Aldoria' is no country code"),
        CatalogMistake(
            "a site's delivery model", in: aurelia + "sites.csv", "XA,vault", "XA,valut",
            gives:
                "4:24 CAT012 unknown delivery model 'valut'"),
        CatalogMistake(
            "a service's site, with what was near", in: aurelia + "services.csv",
            "aurelia-north;aurelia-south;aurelia-vault", "aurelia-nroth;aurelia-south",
            gives:
                "2:46 CAT012 unknown site 'aurelia-nroth'"),
        CatalogMistake(
            "another provider's site", in: aurelia + "services.csv",
            "aurelia-north;aurelia-south;aurelia-vault", "aurelia-north;borealis-coast",
            gives:
                "2:60 CAT012 site 'borealis-coast' belongs to provider 'borealis', not to 'aurelia'"
        ),
        CatalogMistake(
            "an instance's service", in: aurelia + "instances.csv", "m4,aurelia-machines",
            "m4,aurelia-machine",
            gives:
                "2:12 CAT012 unknown service 'aurelia-machine'"),
        CatalogMistake(
            "a flexible machine without a meter of memory", in: aurelia + "instances.csv", "FC,FM",
            "FC,",
            gives:
                "3:39 CAT012 flexible instance 'aurelia-flex' names no memorySku"),
        CatalogMistake(
            "an authorisation's scheme", in: aurelia + "authorisations.csv", "xa-label-high",
            "xa-label-hihg",
            gives:
                "2:15 CAT012 unknown accreditation scheme 'xa-label-hihg'"),
        CatalogMistake(
            "an authorisation's service", in: aurelia + "authorisations.csv", "aurelia-objects",
            "borealis-objects",
            gives:
                "2:46 CAT012 service 'borealis-objects' belongs to provider "
                + "'borealis', not to 'aurelia'"
        ),
        CatalogMistake(
            "an authorisation's site", in: aurelia + "authorisations.csv", ";aurelia-south",
            ";aurelia-sout",
            gives:
                "2:76 CAT012 unknown site 'aurelia-sout'"),
        CatalogMistake(
            "a price's site", in: aurelia + "prices/list.csv", "M4,aurelia-north", "M4,aurelia",
            gives:
                "2:10 CAT012 unknown site 'aurelia'"),
        CatalogMistake(
            "a rate's role", in: "labour/rates.csv", "XA,engineer,none", "XA,enginer,none",
            gives:
                "2:16 CAT012 unknown role 'enginer'"),
        CatalogMistake(
            "a rate's country", in: "labour/rates.csv", "xa-engineer,XA", "xa-engineer,xa",
            gives:
                "2:13 CAT012 'xa' is no country code"),
        CatalogMistake(
            "a rate's level", in: "labour/rates.csv", "engineer,xa-hidden",
            "engineer,xa-hiddn",
            gives:
                "3:32 CAT012 unknown level 'xa-hiddn'"),
        CatalogMistake(
            "a seat's role", in: "labour/operating-models.csv", "One seat,engineer",
            "One seat,engneer",
            gives:
                "2:20 CAT012 unknown role 'engneer'"),
        CatalogMistake(
            "a programme's provider", in: "programmes/aurelia-volume.yaml", "provider: aurelia",
            "provider: aurelai",
            gives:
                "2:11 CAT012 unknown provider 'aurelai'"),
        CatalogMistake(
            "a programme's level", in: "programmes/aurelia-volume.yaml", "[xa-guarded]",
            "[xa-guardd]",
            gives:
                "8:12 CAT012 unknown level 'xa-guardd'"),
    ]

    private static let words = [
        CatalogMistake(
            "CAT013, an attribute's name", in: aurelia + "services.csv", "access=nearline",
            "acess=nearline",
            gives:
                "3:76 CAT013 'acess=nearline' is no attribute; expected name=value"),
        CatalogMistake(
            "CAT013, an attribute's word", in: aurelia + "services.csv", "access=nearline",
            "access=nearlien",
            gives:
                "3:76 CAT013 'nearlien' is no access; expected online, nearline, offline"),
        CatalogMistake(
            "CAT013, no name and value", in: aurelia + "services.csv", "access=nearline",
            "nearline",
            gives:
                "3:76 CAT013 'nearline' is no attribute; expected name=value"),
        CatalogMistake(
            "CAT013, an attribute twice", in: aurelia + "services.csv", "access=nearline",
            "access=nearline;access=online",
            gives:
                "3:92 CAT013 the attribute 'access' stands twice"),
        CatalogMistake(
            "CAT013, a share of time", in: aurelia + "services.csv", "availability=99.95",
            "availability=100.5",
            gives:
                "2:88 CAT013 '100.5' is no availability; expected percent of time, "
                + "more than 0 and at most 100"
        ),
        CatalogMistake(
            "CAT013, price sheet entries", in: aurelia + "services.csv", "AD1*1+AD2*10",
            "AD1*1+AD2*ten",
            gives:
                "4:111 CAT013 'AD1*1+AD2*ten' is no skus; expected price sheet "
                + "entries like B91961*1+B91962*10"
        ),
        CatalogMistake(
            "CAT013, no price sheet entry", in: aurelia + "services.csv", "AD1*1+AD2*10",
            "AD1*1+",
            gives:
                "4:111 CAT013 'AD1*1+' is no skus; expected price sheet entries like "
                + "B91961*1+B91962*10"
        ),
        CatalogMistake(
            "CAT013, a minimum of nothing", in: aurelia + "services.csv", "minimumUnits=10",
            "minimumUnits=0",
            gives:
                "4:95 CAT013 '0' is no minimumUnits; expected a number more than 0"),
        CatalogMistake(
            "CAT014, a unit", in: aurelia + "services.csv", "unit=GB", "unit=gigs",
            gives:
                "3:161 CAT014 'gigs' is no unit of capacity"),
        CatalogMistake(
            "CAT015, a civil label said to cover a level", in: "countries/xa.yaml", "covers: []",
            "covers: [xa-guarded]",
            gives:
                "66:14 CAT015 civil label 'xa-label-high' lists levels that it covers"),
        CatalogMistake(
            "INP040, a connection", in: aurelia + "provider.yaml", "private-link]",
            "private-lnk]",
            gives:
                "9:30 INP040 expected 'internet', 'private-link' or 'none' for "
                + "'connectivity', found 'private-lnk'"
        ),
        CatalogMistake(
            "INP042, anywhere beside a place", in: aurelia + "provider.yaml", "residence: [XA]",
            "residence: [XA, any]",
            gives:
                "11:23 INP042 'any' stands beside other places"),
        CatalogMistake(
            "INP032, nothing said of who can compel", in: aurelia + "provider.yaml",
            "compellableBy: [XA]\n", "",
            gives:
                "1:1 INP032 the provider has no 'compellableBy'"),
        CatalogMistake(
            "INP040, an architecture", in: aurelia + "instances.csv", "x86-64", "x86_64",
            gives:
                "2:31 INP040 expected 'x86-64' or 'arm64' for 'architecture', found 'x86_64'"),
        CatalogMistake(
            "INP040, an unverified field that is none", in: aurelia + "sites.csv",
            "Invented list of regions,2026-06-01,primary,",
            "Invented list of regions,2026-06-01,primary,withinKilometers",
            gives:
                "2:131 INP040 'withinKilometers' is no field of the site"),
    ]

    @Test(arguments: identities)
    func `identifiers are unique`(mistake: CatalogMistake) throws {
        let found = try mistake.findings()
        #expect(found == mistake.expected)
    }

    @Test(arguments: references)
    func `CAT012 names every reference that leads nowhere`(mistake: CatalogMistake) throws {
        let found = try mistake.findings()
        #expect(found == mistake.expected)
    }

    @Test(arguments: words)
    func `words are of their vocabulary`(mistake: CatalogMistake) throws {
        let found = try mistake.findings()
        #expect(found == mistake.expected)
    }
}
