import Diagnostics
import LocatedInput
import Quantities

/// What `catalog.yaml` says of the catalog as a whole.
struct CatalogHead: Sendable {
    let version: String
    let date: CalendarDate
}

/// The records of all files before they are cross-checked.
struct CatalogDraft: Sendable {
    var head: CatalogHead?
    /// What the files contain, for the places of mistakes.
    var roots: [LocatedValue] = []
    /// Price sheets, for the same; they are read again where a mistake asks for it.
    var sheets: [CSVSheet] = []
    var owners = RecordTable<Owner>()
    var rules = RecordTable<RuleRow>()
    var providers = RecordTable<Provider>()
    var sites = RecordTable<Site>()
    var services = RecordTable<Service>()
    var authorisations = RecordTable<Authorisation>()
    var instances = RecordTable<InstanceType>()
    var modules = RecordTable<PlatformModule>()
    var edgeDevices = RecordTable<EdgeDevice>()
    var prices = PriceTable()
    var roles = RecordTable<Role>()
    var labourRates = RecordTable<LabourRate>()
    var operatingModels = RecordTable<OperatingModel>()
    var exchangeRates = RecordTable<ExchangeRate>()
    var programmes = RecordTable<Programme>()
    var distances = RecordTable<StatedDistance>()
    var capabilities = RecordTable<CapabilityTerm>()
    var agreements = RecordTable<Agreement>()
    var availabilities = RecordTable<ServiceAvailability>()
    var dependencies = RecordTable<Dependency>()
    var commitments = RecordTable<StaffCommitment>()
    var aliases = RecordTable<NameAlias>()
    var uplifts = RecordTable<PriceUplift>()
    var clearanceCosts = RecordTable<ClearanceCost>()
    var frameworks = RecordTable<Framework>()
    var assessments = RecordTable<FrameworkAssessment>()

    /// Adds the records of one file.
    ///
    /// - Parameter isBase: whether the file belongs to the first layer, whose head counts.
    mutating func add(_ file: CatalogDraft, isBase: Bool, into collector: FindingCollector) {
        if isBase || head == nil { head = file.head ?? head }
        roots += file.roots
        sheets += file.sheets
        owners.add(file.owners, into: collector)
        rules.add(file.rules, into: collector)
        providers.add(file.providers, into: collector)
        sites.add(file.sites, into: collector)
        services.add(file.services, into: collector)
        authorisations.add(file.authorisations, into: collector)
        instances.add(file.instances, into: collector)
        modules.add(file.modules, into: collector)
        edgeDevices.add(file.edgeDevices, into: collector)
        prices.add(file.prices, into: collector)
        roles.add(file.roles, into: collector)
        labourRates.add(file.labourRates, into: collector)
        operatingModels.add(file.operatingModels, into: collector)
        exchangeRates.add(file.exchangeRates, into: collector)
        programmes.add(file.programmes, into: collector)
        distances.add(file.distances, into: collector)
        capabilities.add(file.capabilities, into: collector)
        agreements.add(file.agreements, into: collector)
        availabilities.add(file.availabilities, into: collector)
        dependencies.add(file.dependencies, into: collector)
        commitments.add(file.commitments, into: collector)
        aliases.add(file.aliases, into: collector)
        uplifts.add(file.uplifts, into: collector)
        clearanceCosts.add(file.clearanceCosts, into: collector)
        frameworks.add(file.frameworks, into: collector)
        assessments.add(file.assessments, into: collector)
    }

    /// Ends the reading of files: lists are in order, what only mistakes need is dropped.
    mutating func freeze() {
        roots = []
        sheets = []
        owners.freeze()
        rules.freeze()
        providers.freeze()
        sites.freeze()
        services.freeze()
        authorisations.freeze()
        instances.freeze()
        modules.freeze()
        edgeDevices.freeze()
        prices.freeze()
        roles.freeze()
        labourRates.freeze()
        operatingModels.freeze()
        exchangeRates.freeze()
        programmes.freeze()
        distances.freeze()
        capabilities.freeze()
        agreements.freeze()
        availabilities.freeze()
        dependencies.freeze()
        commitments.freeze()
        aliases.freeze()
        uplifts.freeze()
        clearanceCosts.freeze()
        frameworks.freeze()
        assessments.freeze()
    }
}
