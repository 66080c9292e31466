import Diagnostics
import LocatedInput

extension CatalogCheck {
    func checkLabour() {
        let roles = draft.roles.ids
        for rate in draft.labourRates.sorted {
            refer([rate.role], "role", roles, rate.provenance, "role")
            countries([rate.country], rate.provenance, "country")
            refer(rate.level.map { [$0] } ?? [], "level", levels, rate.provenance, "level")
        }
        for model in draft.operatingModels.sorted {
            refer([model.role], "role", roles, model.provenance, "role")
        }
        let providers = draft.providers.ids
        for programme in draft.programmes.sorted {
            refer([programme.provider], "provider", providers, programme.provenance, "provider")
            refer(programme.levels, "level", levels, programme.provenance, "eligible.levels")
        }
    }

    /// A source names a document or a body; a word or two names nothing.
    func checkSources() {
        let doubted =
            facts.filter { Self.namesNothing($0.source) }
            + priceRows { Self.namesNothing($0.source) }.map(\.provenance)
        for fact in doubted {
            collector.report(
                .catalogSourceNamesNothing, "'\(fact.source)' names no source",
                at: place(fact, "source"),
                help: "give the name of the document or page, and its address")
        }
    }

    private static func namesNothing(_ source: String) -> Bool { source.utf8.count < 12 }

    /// Where every fact of the catalog was published.
    var facts: [Provenance] {
        let levels = draft.owners.all.flatMap(\.levels)
        let providers = draft.providers.all
        let lists: [[Provenance]] = [
            levels.map(\.provenance),
            levels.flatMap(\.equivalents).map(\.provenance),
            draft.owners.all.flatMap(\.absentLevels).map(\.provenance),
            draft.owners.all.flatMap(\.legacyMarkings).map(\.provenance),
            draft.owners.all.flatMap(\.caveats).map(\.provenance),
            draft.owners.all.flatMap(\.clearances).map(\.provenance),
            draft.owners.all.flatMap(\.facilityClearances).map(\.provenance),
            draft.owners.all.flatMap(\.accreditations).map(\.provenance),
            draft.owners.all.flatMap(\.taxes).map(\.provenance),
            draft.rules.all.map(\.provenance),
            providers.map(\.provenance),
            providers.flatMap(\.deliveryModels).map(\.provenance),
            draft.sites.all.map(\.provenance),
            draft.services.all.map(\.provenance),
            draft.authorisations.all.map(\.provenance),
            draft.instances.all.map(\.provenance),
            draft.programmes.all.map(\.provenance),
            draft.roles.all.map(\.provenance),
            draft.labourRates.all.map(\.provenance),
            draft.operatingModels.all.map(\.provenance),
            draft.exchangeRates.all.map(\.provenance),
            draft.agreements.all.map(\.provenance),
            draft.availabilities.all.map(\.provenance),
            draft.dependencies.all.map(\.provenance),
            draft.commitments.all.map(\.provenance),
            draft.aliases.all.map(\.provenance),
            draft.uplifts.all.map(\.provenance),
            draft.clearanceCosts.all.map(\.provenance),
            draft.frameworks.all.map(\.provenance),
            draft.assessments.all.map(\.provenance),
            draft.modules.all.map(\.provenance),
            draft.edgeDevices.all.map(\.provenance),
        ]
        return lists.flatMap(\.self)
    }
}
