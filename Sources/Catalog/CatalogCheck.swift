import Diagnostics
import LocatedInput

/// Cross-checks the records of all files: every reference resolves, every tier list is one.
struct CatalogCheck {
    let draft: CatalogDraft
    let collector: FindingCollector
    let levels: Set<String>
    let schemes: Set<String>
    let clearances: Set<String>
    private let places: FactPlaces

    init(draft: CatalogDraft, collector: FindingCollector) {
        self.draft = draft
        self.collector = collector
        let owners = draft.owners.all
        levels = Set(owners.flatMap(\.levels).map(\.id.rawValue))
        clearances = Set(owners.flatMap(\.clearances).map(\.id.rawValue))
        schemes = Set(owners.flatMap(\.accreditations).map(\.id.rawValue))
        places = FactPlaces(roots: draft.roots, sheets: draft.sheets, collector: collector)
    }

    func run() {
        checkOwners()
        checkProviders()
        checkServices()
        checkInstances()
        checkModules()
        checkEdgeDevices()
        checkAuthorisations()
        checkPrices()
        checkLabour()
        checkDossier()
        checkSources()
    }

    /// Where a field of a record is written, or one word of it where it is a list.
    func place(_ fact: Provenance, _ field: String, _ word: String? = nil) -> SourceLocation {
        places.place(of: word, in: field, at: fact.location)
    }

    /// Reports identifiers in a field that name nothing.
    func refer<Subject>(
        _ ids: [Identifier<Subject>], _ what: String, _ known: some Collection<String>,
        _ fact: Provenance, _ field: String
    ) {
        for id in ids.map(\.rawValue) where !known.contains(id) && !places.isBroken(id) {
            collector.report(
                .catalogUnknownReference, "unknown \(what) '\(id)'",
                at: place(fact, field, id), help: DidYouMean.help(for: id, in: known))
        }
    }

    /// Reports countries that are neither assigned codes nor owners of the catalog.
    func countries(_ ids: [OwnerID], _ fact: Provenance, _ field: String) {
        for id in ids where !isPlace(id) {
            report(notAPlace: id, at: place(fact, field, id.rawValue))
        }
    }

    /// Reports members of an organisation that are no countries.
    func members(of owner: Owner, at location: SourceLocation) {
        for id in owner.members where !isPlace(id) {
            report(
                notAPlace: id, at: places.place(of: id.rawValue, in: "members", at: location))
        }
    }

    private func isPlace(_ id: OwnerID) -> Bool {
        CountryCode.assigned.contains(id.rawValue) || draft.owners[id.rawValue] != nil
    }

    private func report(notAPlace id: OwnerID, at location: SourceLocation) {
        collector.report(
            .catalogUnknownReference, "'\(id)' is no country code", at: location,
            help: CountryCode.meant(by: id.rawValue).map { "did you mean '\($0)'?" }
                ?? "write the two capital letters of ISO 3166-1, or an organisation of the catalog")
    }

    /// Reports a record of one provider that names a site or service of another.
    func belongs(
        _ id: String, _ what: String, of other: ProviderID?, to provider: ProviderID,
        _ fact: Provenance, _ field: String
    ) {
        guard let other, other != provider else { return }
        collector.report(
            .catalogUnknownReference,
            "\(what) '\(id)' belongs to provider '\(other)', not to '\(provider)'",
            at: place(fact, field, id),
            help: "a provider's files speak of its own sites and services only")
    }

    /// Reports identifiers that stand twice among records that are nested in others.
    func once(_ records: [(id: String, fact: Provenance)], _ what: String) {
        var first: [String: SourceLocation] = [:]
        let inOrder = records.sorted {
            ($0.fact.location, $0.id) < ($1.fact.location, $1.id)
        }
        for (id, fact) in inOrder {
            guard let earlier = first[id] else {
                first[id] = fact.location
                continue
            }
            collector.report(
                .catalogDuplicateRecord, "\(what) '\(id)' stands twice", at: place(fact, "id"),
                notes: [
                    FindingNote(
                        "it stands here first", at: places.place(of: nil, in: "id", at: earlier))
                ],
                help: "give one of the two another id, or delete it")
        }
    }
}
