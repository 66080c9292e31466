import Diagnostics
import LocatedInput

extension CatalogCheck {
    func checkLabour() {
        let roles = draft.roles.entries.keys
        for rate in draft.labourRates.sorted {
            refer([rate.role], "role", roles, rate.provenance, "role")
            countries([rate.country], rate.provenance, "country")
            refer(rate.level.map { [$0] } ?? [], "level", levels, rate.provenance, "level")
        }
        for model in draft.operatingModels.sorted {
            refer([model.role], "role", roles, model.provenance, "role")
        }
        let providers = draft.providers.entries.keys
        for programme in draft.programmes.sorted {
            refer([programme.provider], "provider", providers, programme.provenance, "provider")
            refer(programme.levels, "level", levels, programme.provenance, "eligible.levels")
        }
    }

    /// A source names a document or a body; a word or two names nothing.
    func checkSources() {
        for fact in facts where fact.source.utf8.count < 12 {
            collector.report(
                .catalogSourceNamesNothing, "'\(fact.source)' names no source",
                at: place(fact, "source"),
                help: "give the name of the document or page, and its address")
        }
    }

    /// Where every fact of the catalog was published.
    private var facts: [Provenance] {
        let levels = draft.owners.sorted.flatMap(\.levels)
        let providers = draft.providers.sorted
        let lists: [[Provenance]] = [
            levels.map(\.provenance),
            levels.flatMap(\.equivalents).map(\.provenance),
            draft.owners.sorted.flatMap(\.absentLevels).map(\.provenance),
            draft.owners.sorted.flatMap(\.clearances).map(\.provenance),
            draft.owners.sorted.flatMap(\.facilityClearances).map(\.provenance),
            draft.owners.sorted.flatMap(\.accreditations).map(\.provenance),
            draft.owners.sorted.flatMap(\.taxes).map(\.provenance),
            draft.rules.sorted.map(\.provenance),
            providers.map(\.provenance),
            providers.flatMap(\.deliveryModels).map(\.provenance),
            draft.sites.sorted.map(\.provenance),
            draft.services.sorted.map(\.provenance),
            draft.authorisations.sorted.map(\.provenance),
            draft.instances.sorted.map(\.provenance),
            draft.prices.sorted.map(\.provenance),
            draft.programmes.sorted.map(\.provenance),
            draft.roles.sorted.map(\.provenance),
            draft.labourRates.sorted.map(\.provenance),
            draft.operatingModels.sorted.map(\.provenance),
            draft.exchangeRates.sorted.map(\.provenance),
        ]
        return lists.flatMap(\.self)
    }
}
