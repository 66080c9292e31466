extension FixtureCatalog {
    /// The fixture with an invented provider, Cobalt, that sells a platform for customers' halls in
    /// modules, and two devices for the field: one fully described, one not described at all.
    package static func withHalls() throws -> FixtureCatalog {
        var catalog = try FixtureCatalog()
        catalog.write(provider, to: "providers/cobalt/provider.yaml")
        catalog.write(sites, to: "providers/cobalt/sites.csv")
        catalog.write(services, to: "providers/cobalt/services.csv")
        catalog.write(modules, to: "providers/cobalt/modules.csv")
        catalog.write(prices, to: "providers/cobalt/prices/list.csv")
        catalog.write(authorisations, to: "providers/cobalt/authorisations.csv")
        catalog.write(devices, to: "edge-devices.csv")
        return catalog
    }

    private static let fact = "Invented product book,2026-06-01,primary"

    private static let provider = """
        id: cobalt
        name: Cobalt
        parent: { name: Cobalt Holding, country: XA }
        compellableBy: [XA]
        deliveryModels:
          - id: block
            name: Block
            isolation: air-gapped
            customerSite: true
            connectivity: [none]
            operators:
              residence: [customer-decides]
              nationality: [customer-decides]
            source: Invented product book
            asOf: 2026-06-01
            confidence: primary
          - id: region
            name: Region
            isolation: shared
            connectivity: [internet]
            source: Invented product book
            asOf: 2026-06-01
            confidence: primary
        source: Invented register of companies
        asOf: 2026-06-01
        confidence: primary

        """

    private static let sites = """
        id,name,country,deliveryModel,place,status,orderableBy,source,asOf,confidence,unverified
        cobalt-block,Block,customer,block,the customer's hall,available,by-contract,\(fact),
        cobalt-city,City,XA,region,Midham,available,any,\(fact),

        """

    private static let services = """
        id,name,capability,sites,attributes,source,asOf,confidence,unverified
        cobalt-disks,Cobalt disks,storage.block,cobalt-block,unit=GB;resource=diskGB,\(fact),
        cobalt-gpus,Cobalt processors,compute.gpu,cobalt-block,unit=gpu;resource=gpu,\(fact),
        cobalt-machines,Cobalt machines,compute.vm,cobalt-block;cobalt-city,,\(fact),

        """

    private static let modules = """
        id,site,name,sku,provides,maximum,note,source,asOf,confidence,unverified
        cobalt-node,cobalt-block,Node,CN,memoryGiB=512;core=64,8,,\(fact),
        cobalt-sled,cobalt-block,Sled,CS,gpu=4,3,,\(fact),
        cobalt-tray,cobalt-block,Tray,CT,diskGB=100000,6,,\(fact),

        """

    private static let prices = """
        id,sku,sites,plan,unit,model,tierFrom,amount,currency,basis,source,asOf,confidence
        cp-node,CN,cobalt-block,P3Y,unit-month,per-unit,,9000,EUR,published,\(fact)
        cp-sled,CS,*,on-demand,unit-hour,per-unit,,12,EUR,published,\(fact)
        cp-kit,CK,*,on-demand,unit-day,per-unit,,150,EUR,published,\(fact)
        cp-loss,CL,*,on-demand,unit,per-unit,,40000,EUR,published,\(fact)

        """

    private static let authorisations = """
        id,scheme,services,sites,reference,issued,expires,evidenceDate,source,asOf,confidence
        cobalt-label,xa-label-high,cobalt-machines,cobalt-block,L-2,2026-01-01,2031-07-01,\
        2026-06-01,\(fact)

        """

    private static let devices = """
        id,provider,name,class,status,orderableBy,vcpu,memoryGiB,storageTB,accelerators,weightKg,\
        carry,minimumCelsius,maximumCelsius,offline,worksWithoutActivation,skus,lossSku,\
        source,asOf,confidence,unverified
        cobalt-bare,cobalt,Bare,portable,available,any,,,,,,,,,,,,,\(fact),
        cobalt-kit,cobalt,Kit,rugged-server,available,any,16,64,8,2,25,two-person,-20,45,\
        unlimited,yes,CK*1,CL,\(fact),

        """
}

extension FixtureRequirement {
    /// An invented ministry with two halls, of which its enclave has one, and a fleet of devices.
    package static let halls = FixtureRequirement(
        """
        requirement: 1
        title: Invented ministry with halls
        customer: { country: XA, kind: defence }
        language: en
        currency: EUR
        asOf: 2026-11-24
        term: { start: 2027-07-01, base: P3Y }
        accept: { conditional: true, certificates: at-start, leadTime: P12M }
        halls:
          - { id: fort, name: The fort, country: XA, place: Fortham, latitude: 50.5, longitude: 10 }
          - { id: dock, country: XB, place: Dockham }
        accreditations:
          - { scheme: xa-accreditation-guarded, leadTime: P7M, cost: "50000.00" }
        enclaves:
          - id: guarded
            classification: GUARDÉD
            halls: [fort]
            workloads:
              - { id: app, capability: compute.vm, vcpu: 40, memoryGiB: 160 }
              - { id: brain, capability: compute.gpu, gpus: 8 }
              - { id: disks, capability: storage.block, capacityGB: 500 }
        edge:
          - id: truck
            classification: GUARDÉD
            home: guarded
            count: 10
            spares: 2
            offline: P14D
            collectsGigabytesPerDay: 35.5
            needs: { vcpu: 8, memoryGiB: 32 }
            sync: { every: P14D, windowHours: 6, linkMegabitsPerSecond: 100, efficiency: 0.8 }
        flows:
          - { from: guarded, to: guarded, gigabytesPerMonth: 800 }

        """)
}
