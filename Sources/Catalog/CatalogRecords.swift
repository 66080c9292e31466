import Quantities

/// The lists of a snapshot, each in the order of its identifiers.
struct CatalogRecords: Sendable {
    var version: String
    var date: CalendarDate
    var contentHash: ContentHash
    var owners: [Owner]
    var rules: [RuleRow]
    var providers: [Provider]
    var sites: [Site]
    var services: [Service]
    var authorisations: [Authorisation]
    var instances: [InstanceType]
    var modules: [PlatformModule]
    var edgeDevices: [EdgeDevice]
    var prices: PriceTable
    var roles: [Role]
    var labourRates: [LabourRate]
    var operatingModels: [OperatingModel]
    var exchangeRates: [ExchangeRate]
    var programmes: [Programme]
    var distances: [StatedDistance]
    var capabilities: [CapabilityTerm]
    var agreements: [Agreement]
    var availabilities: [ServiceAvailability]
    var dependencies: [Dependency]
    var commitments: [StaffCommitment]
    var aliases: [NameAlias]
    var uplifts: [PriceUplift]
    var clearanceCosts: [ClearanceCost]
    var frameworks: [Framework]
    var assessments: [FrameworkAssessment]
    /// What the lists were made of, frozen, for the same catalog with another fact.
    let draft: CatalogDraft

    init(_ draft: CatalogDraft, head: CatalogHead, contentHash: ContentHash) {
        version = head.version
        date = head.date
        self.contentHash = contentHash
        owners = draft.owners.sorted
        rules = draft.rules.sorted
        providers = draft.providers.sorted
        sites = draft.sites.sorted
        services = draft.services.sorted
        authorisations = draft.authorisations.sorted
        instances = draft.instances.sorted
        modules = draft.modules.sorted
        edgeDevices = draft.edgeDevices.sorted
        prices = draft.prices
        roles = draft.roles.sorted
        labourRates = draft.labourRates.sorted
        operatingModels = draft.operatingModels.sorted
        exchangeRates = draft.exchangeRates.sorted
        programmes = draft.programmes.sorted
        distances = draft.distances.sorted
        capabilities = draft.capabilities.sorted
        agreements = draft.agreements.sorted
        availabilities = draft.availabilities.sorted
        dependencies = draft.dependencies.sorted
        commitments = draft.commitments.sorted
        aliases = draft.aliases.sorted
        uplifts = draft.uplifts.sorted
        clearanceCosts = draft.clearanceCosts.sorted
        frameworks = draft.frameworks.sorted
        assessments = draft.assessments.sorted
        self.draft = draft
    }
}
