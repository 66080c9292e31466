package import Proposals

extension QuoteWorld {
    /// The standard world with Dorado: a platform for halls of customers, sold in modules, and a
    /// device for the field, both rented by the day.
    package static func withHalls() -> QuoteWorld {
        QuoteWorld()
            .adding(doradoProvider, to: "\(dorado)/provider.yaml")
            .adding(
                """
                id,name,country,deliveryModel,place,status,orderableBy,source,asOf,confidence
                dorado-rack,Dorado Rack,customer,rack,hall of the customer,available,any,\(fact)

                """, to: "\(dorado)/sites.csv"
            )
            .adding(doradoServices, to: "\(dorado)/services.csv")
            .adding(
                """
                id,service,family,architecture,shape,vcpu,memoryGiB,coreSku,memorySku,vcpuPerCore,\
                minimumGiBPerCore,maximumGiBPerCore,source,asOf,confidence
                dorado-flex,dorado-vm,d,x86-64,flexible,80,640,dcore,dmemory,1,1,64,\(fact)

                """, to: "\(dorado)/instances.csv"
            )
            .adding(
                """
                id,site,name,sku,provides,maximum,source,asOf,confidence
                dorado-compute,dorado-rack,Compute module,mcompute,core=20;memoryGiB=100,4,\(fact)
                dorado-gpus,dorado-rack,Accelerator module,mgpu,gpu=4,12,\(fact)
                dorado-trays,dorado-rack,Storage tray,mtray,storeGB=1000,14,\(fact)

                """, to: "\(dorado)/modules.csv"
            )
            .adding(doradoPrices, to: doradoPriceList)
            .adding(
                """
                id,provider,name,class,status,orderableBy,vcpu,memoryGiB,storageTB,weightKg,carry,\
                offline,worksWithoutActivation,skus,source,asOf,confidence
                dorado-case,dorado,Dorado Case,rugged-server,available,any,48,256,20,40,two-person,\
                unlimited,yes,dcase*1,\(fact)

                """, to: "edge-devices.csv")
    }

    private static let dorado = "providers/dorado"

    /// The file with Dorado's prices.
    package static let doradoPriceList = "\(dorado)/prices/list.csv"

    /// The file with Dorado's modules.
    package static let doradoModules = "\(dorado)/modules.csv"

    private static let doradoProvider = """
        id: dorado
        name: Dorado
        parent: { name: Dorado Holding, country: XA }
        compellableBy: [XA]
        deliveryModels:
          - id: rack
            name: Rack in the hall
            isolation: air-gapped
            customerSite: true
            connectivity: [none]
            operatingModel: om-seat
            source: Invented price book | https://example.org
            asOf: 2026-01-10
            confidence: primary
        source: Invented price book | https://example.org
        asOf: 2026-01-10
        confidence: primary
        """

    private static let doradoServices = """
        id,name,capability,sites,attributes,source,asOf,confidence
        dorado-vm,Dorado Machines,compute.vm,dorado-rack,,\(fact)
        dorado-gpu,Dorado Accelerators,compute.gpu,dorado-rack,\
        unit=gpu;skus=dgpu*1;accelerator=Dorado 1;resource=gpu,\(fact)
        dorado-store,Dorado Store,storage.object,dorado-rack,\
        access=online;unit=GB;skus=dstore*1;resource=storeGB,\(fact)

        """

    private static let doradoPrices =
        priceHeader + """
            mcompute-day,mcompute,*,on-demand,unit-day,per-unit,,420,EUR,published,,\(fact)
            mgpu-day,mgpu,*,on-demand,unit-day,per-unit,,250,EUR,published,,\(fact)
            mtray-day,mtray,*,on-demand,unit-day,per-unit,,30,EUR,published,,\(fact)
            dcore-hour,dcore,*,on-demand,core-hour,per-unit,,0.05,EUR,published,,\(fact)
            dmemory-hour,dmemory,*,on-demand,GiB-hour,per-unit,,0.001,EUR,published,,\(fact)
            dgpu-hour,dgpu,*,on-demand,unit-hour,per-unit,,1.50,EUR,published,,\(fact)
            dstore-month,dstore,*,on-demand,GB-month,per-unit,,0.02,EUR,published,,\(fact)
            dcase-day,dcase,*,on-demand,unit-day,per-unit,,12.50,EUR,published,,\(fact)

            """
}

/// A requirement of Almara to platforms in its own halls and to devices, put together from what a
/// test changes.
package struct HallAsk: Sendable {
    /// Lines of the requirement itself, each as `key: value`.
    package var lines = [
        #"accreditations: [{ scheme: xa-accredited, leadTime: P6M, cost: "1000.00" }]"#
    ]
    /// Lines below `term`.
    package var term =
        "start: 2026-08-01, base: P3Y, options: [P1Y], evaluated: all, optionPrices: held"
    /// Items of `halls`.
    package var halls = [
        "{ id: cellar, name: the cellar, country: XA, place: Northport, latitude: 50, "
            + "longitude: 10 }"
    ]
    /// Items of `enclaves`.
    package var enclaves: [String]
    /// Items of `edge`.
    package var edge: [String] = []

    /// Creates a requirement that asks for the enclaves; one that asks for 40 cores unless stated.
    package init(_ enclaves: String...) {
        self.enclaves = enclaves.isEmpty ? [Self.enclave("core", Self.machines(40, 160))] : enclaves
    }

    /// An enclave that may stand on platforms in the cellar only.
    package static func enclave(
        _ id: String, _ workloads: String..., classification: String = "GUARDED",
        more: String = "connectivity: air-gapped, halls: [cellar]"
    ) -> String {
        "{ id: \(id), classification: \(classification), \(more)\(more.isEmpty ? "" : ", ")"
            + "workloads: [\(workloads.joined(separator: ", "))] }"
    }

    /// A workload of machines.
    package static func machines(_ vcpu: Int, _ memoryGiB: Int) -> String {
        "{ id: app, capability: compute.vm, vcpu: \(vcpu), memoryGiB: \(memoryGiB) }"
    }

    /// The requirement as YAML.
    package var text: String {
        let items = [("halls", halls), ("enclaves", enclaves), ("edge", edge)]
            .filter { !$0.1.isEmpty }
            .map { name, list in "\(name):\n" + list.map { "  - \($0)\n" }.joined() }
        return """
            requirement: 1
            title: Almara, platforms in its own hall
            customer: { country: XA, kind: defence }
            language: en
            currency: EUR
            asOf: 2026-01-15
            term: { \(term) }
            accept: { conditional: true, certificates: at-start, leadTime: P12M }
            staff: { coverage: 24x7 }
            \(lines.map { "\($0)\n" }.joined())\(items.joined())
            """
    }

    /// Answers the requirement, from the world with halls unless another is given.
    package func propose(_ world: QuoteWorld = .withHalls()) throws -> Proposal {
        try QuoteWorld.propose(text, from: world.snapshot())
    }
}
