extension QuoteWorld {
    /// The catalog's files by path.
    static let standard: [String: String] = [
        "catalog.yaml": """
        format: 1
        version: "1"
        date: 2026-01-10
        """,
        "countries/XA.yaml": almara,
        "countries/XB.yaml": country("XB", "Bolmar"),
        "countries/XC.yaml": country("XC", "Cedra"),
        "providers/aurelia/provider.yaml": provider("aurelia", "Aurelia", parent: "XA"),
        "providers/aurelia/sites.csv": siteHeader + """
            aurelia-north,Aurelia North,XA,region,Northport,50.00,10.00,5,available,any,\(fact)
            aurelia-south,Aurelia South,XA,region,Southport,49.00,10.00,5,available,any,\(fact)
            aurelia-west,Aurelia West,XA,region,Westport,50.00,8.00,5,available,any,\(fact)

            """,
        "providers/aurelia/services.csv": serviceHeader + """
            aurelia-vm,Aurelia Machines,compute.vm,aurelia-north;aurelia-south,\
            availability=99.9,\(fact)
            aurelia-store,Aurelia Store,storage.object,\
            aurelia-north;aurelia-south;aurelia-west,access=online;unit=GB;skus=store*1,\(fact)

            """,
        "providers/aurelia/instances.csv": instanceHeader + """
            aurelia-a4,aurelia-vm,a,x86-64,fixed,4,16,a4,\(fact)
            aurelia-a2,aurelia-vm,a,x86-64,fixed,2,8,a2,\(fact)

            """,
        "providers/aurelia/prices/list.csv": priceHeader + """
            a4-od,a4,*,on-demand,instance-hour,per-unit,,0.20,USD,published,,\(fact)
            a4-1y,a4,*,P1Y,instance-hour,per-unit,,0.15,USD,published,,\(fact)
            a4-3y,a4,*,P3Y,instance-hour,per-unit,,0.10,USD,published,,\(fact)
            a2-od,a2,*,on-demand,instance-hour,per-unit,,0.11,USD,published,,\(fact)
            store-free,store,*,on-demand,GB-month,graduated,0,0,USD,published,account,\(fact)
            store-paid,store,*,on-demand,GB-month,graduated,100,0.02,USD,published,account,\(fact)
            store-west,store,aurelia-west,on-demand,GB-month,per-unit,,0.03,USD,published,,\(fact)

            """,
        "providers/aurelia/authorisations.csv": authorisationHeader + """
            aurelia-label,xa-label,aurelia-vm;aurelia-store,aurelia-north;aurelia-west,\
            2031-01-01,2025-10-01,\(fact)

            """,
        "providers/boreal/provider.yaml": provider("boreal", "Boreal", parent: "XB"),
        "providers/boreal/sites.csv": siteHeader + """
            boreal-east,Boreal East,XA,region,Eastport,50.00,12.00,5,available,any,\(fact)
            boreal-lab,Boreal Lab,XA,region,Eastport,50.00,12.00,5,listed,any,\(fact)

            """,
        "providers/boreal/services.csv": serviceHeader + """
            boreal-vm,Boreal Machines,compute.vm,boreal-east;boreal-lab,availability=99.9,\(fact)
            boreal-store,Boreal Store,storage.object,boreal-east,\
            access=online;unit=GB;skus=bstore*1,\(fact)

            """,
        "providers/boreal/instances.csv": instanceHeader + """
            boreal-b4,boreal-vm,b,x86-64,fixed,4,16,b4,\(fact)

            """,
        "providers/boreal/prices/list.csv": priceHeader + """
            b4-od,b4,*,on-demand,instance-hour,per-unit,,0.30,EUR,published,,\(fact)

            """,
        "providers/boreal/authorisations.csv": authorisationHeader + """
            boreal-label,xa-label,boreal-vm;boreal-store,boreal-east;boreal-lab,\
            2031-01-01,2025-10-01,\(fact)

            """,
        "providers/cirrus/provider.yaml": provider("cirrus", "Cirrus", parent: "XB"),
        "providers/cirrus/sites.csv": siteHeader + """
            cirrus-abroad,Cirrus Abroad,XB,region,Farport,40.00,10.00,5,available,any,\(fact)

            """,
        "providers/cirrus/services.csv": serviceHeader + """
            cirrus-store,Cirrus Store,storage.object,cirrus-abroad,\
            access=online;unit=GB;skus=cstore*1,\(fact)

            """,
        "labour/roles.csv": """
        id,name,sfiaLevel,source,asOf,confidence
        operator,Operator,3,\(fact)

        """,
        "labour/operating-models.csv": """
        id,name,role,seats,coverage,hoursPerWeek,productiveShare,twoPerson,source,asOf,confidence
        om-seat,One seat,operator,1,24x7,40,0.84,false,\(fact)

        """,
        "labour/rates.csv": """
        id,country,role,level,hoursPerUnit,low,likely,high,currency,basis,derivation,\
        source,asOf,confidence
        operator-open,XA,operator,none,8,400,500,600,EUR,indicative,invented for tests,\(fact)
        operator-secret,XA,operator,xa-secret,8,800,1000,1200,EUR,indicative,\
        invented for tests,\(fact)

        """,
        "exchange-rates/ecb.csv": """
        date,currency,unitsPerEuro,source,asOf,confidence
        2026-01-14,USD,1.25,\(fact)
        2026-01-14,JPY,160,\(fact)

        """,
    ]

    /// Source, date and confidence of every invented row.
    package static let fact = "Invented price book | https://example.org,2026-01-10,primary"

    package static let priceHeader =
        "id,sku,sites,plan,unit,model,tierFrom,amount,currency,basis,aggregation,"
        + "source,asOf,confidence\n"
    private static let siteHeader =
        "id,name,country,deliveryModel,place,latitude,longitude,withinKilometres,status,"
        + "orderableBy,source,asOf,confidence\n"
    private static let serviceHeader =
        "id,name,capability,sites,attributes,source,asOf,confidence\n"
    private static let instanceHeader =
        "id,service,family,architecture,shape,vcpu,memoryGiB,coreSku,source,asOf,confidence\n"
    private static let authorisationHeader =
        "id,scheme,services,sites,expires,evidenceDate,source,asOf,confidence\n"

    private static let inYAML = """
        source: Invented price book | https://example.org
        asOf: 2026-01-10
        confidence: primary
        """

    private static func provider(_ id: String, _ name: String, parent: String) -> String {
        """
        id: \(id)
        name: \(name)
        parent: { name: \(name) Holding, country: \(parent) }
        compellableBy: [\(parent)]
        deliveryModels:
          - id: region
            name: Public region
            isolation: shared
            connectivity: [internet]
            operatingModel: om-seat
            source: Invented price book | https://example.org
            asOf: 2026-01-10
            confidence: primary
        \(inYAML)
        """
    }

    private static func country(_ id: String, _ name: String) -> String {
        """
        id: \(id)
        kind: country
        name: \(name)
        currency: EUR
        languages: [en]
        """
    }

    private static let almara = """
        id: XA
        kind: country
        name: Almara
        currency: EUR
        languages: [en]
        levels:
        \(level("xa-open", "OPEN", 0, "U", "false", "none"))
        \(level("xa-restricted", "GUARDED", 1, "R", "true", "none"))
        \(level("xa-secret", "SEALED", 2, "S", "true", "required"))
        accreditations:
          - id: xa-label
            name: Almara cloud label
            kind: civil-label
            grantedBy: Office of the Label
            leadTime: P3M
            \(provenance)
          - id: xa-accredited
            name: Almara system accreditation
            kind: security-accreditation
            covers: [xa-restricted, xa-secret]
            grantedBy: Security Office of Almara
            leadTime: P6M
            \(provenance)
        taxes:
          - id: xa-vat
            name: value added tax
            percent: "20"
            place: Almara
            \(provenance)
        """

    private static let provenance = """
        source: Invented statute | https://example.org
            asOf: 2026-01-10
            confidence: primary
        """

    private static func level(
        _ id: String, _ marking: String, _ rank: Int, _ band: String, _ classified: String,
        _ clearance: String
    ) -> String {
        """
          - id: \(id)
            marking: \(marking)
            rank: \(rank)
            band: \(band)
            classified: \(classified)
            personnelClearance: \(clearance)
            \(provenance)
        """
    }
}
