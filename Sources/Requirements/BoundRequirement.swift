package import Catalog
package import Diagnostics
import LocatedInput
import Quantities

/// A requirement whose words are bound to the catalog's vocabulary.
package struct BoundRequirement: Sendable {
    /// As it was written.
    package let requirement: Requirement
    /// The customer's country, with its ladder, schemes and taxes.
    package let customer: Owner
    /// In the order written.
    package let enclaves: [BoundEnclave]
    /// Fleets as enclaves of one workload, in the order written.
    package let fleets: [BoundFleet]
    /// Posts, people and seats filled by two.
    package let staff: BoundStaff
    /// In the order written.
    package let discounts: [BoundDiscount]

    /// Enclaves and fleets: everything that has a level, workloads and a place.
    package var allEnclaves: [BoundEnclave] { enclaves + fleets.map(\.enclave) }

    /// Every workload of every enclave, then every fleet, in the order written.
    package var demands: [Demand] {
        allEnclaves.flatMap { enclave in
            enclave.enclave.workloads.map { Demand(enclave: enclave, workload: $0) }
        }
    }
}

/// An enclave with its level and schemes found.
package struct BoundEnclave: Sendable {
    /// As it was written.
    package let enclave: Enclave
    /// The level of its owner's ladder that the classification names.
    package let level: Level
    /// Those that the enclave asks for, in the order written.
    package let schemes: [AccreditationScheme]
    /// Release restrictions that its words name, in the order written.
    package let caveats: [Caveat]

    /// Nations to which each rule of the enclave narrows its people: whom it admits as operators,
    /// to whom its information is released, whom each caveat admits.
    package var admittedNations: [[OwnerID]] {
        ([enclave.operatorNationality, enclave.releasableTo].map { $0.map(\.value) }
            + caveats.map(\.admits)).filter { !$0.isEmpty }
    }
}

/// A fleet with its level found.
package struct BoundFleet: Sendable {
    /// As it was written.
    package let fleet: EdgeFleet
    /// The fleet as an enclave, with its level.
    package let enclave: BoundEnclave
}

/// One item that needs copies placed.
package struct Demand: Sendable {
    /// The enclave that asks, for the level and the rules that hold.
    package let enclave: BoundEnclave
    /// What is asked.
    package let workload: Workload

    /// `enclave.workload`, unique in a requirement.
    package var id: String { "\(enclave.enclave.id).\(workload.id)" }
}

extension BoundRequirement {
    /// Binds the words of `requirement` to `catalog`.
    ///
    /// - Returns: `nil` where a word did not bind; the collector then says which, and what was
    ///   near.
    package init?(
        _ requirement: Requirement, to catalog: CatalogSnapshot, into collector: FindingCollector
    ) {
        self.requirement = requirement
        let binder = Binder(requirement: requirement, catalog: catalog, collector: collector)
        let customer = binder.country(requirement.customer.country)
        binder.checkCountries()
        binder.checkCurrency()
        let bound = requirement.enclaves.map { binder.enclave($0) }
        let staff = customer.flatMap { customer in
            StaffBinder(
                requirement: requirement, catalog: catalog, collector: collector,
                level: binder.level(_:of:)
            ).bind(customer)
        }
        let fleets = requirement.edge.map { fleet in
            binder.enclave(fleet.enclave).map { BoundFleet(fleet: fleet, enclave: $0) }
        }
        for terms in requirement.authorityTerms { _ = binder.scheme(terms.scheme) }
        let money = customer.map {
            MoneyBinder(
                requirement: requirement, catalog: catalog, customer: $0, collector: collector)
        }
        money?.check()
        guard let customer, let staff, let discounts = money?.discounts(),
            !bound.contains(where: { $0 == nil }),
            !fleets.contains(where: { $0 == nil })
        else { return nil }
        self.customer = customer
        self.staff = staff
        self.discounts = discounts
        enclaves = bound.compactMap { $0 }
        self.fleets = fleets.compactMap { $0 }
    }
}

private struct Binder {
    let requirement: Requirement
    let catalog: CatalogSnapshot
    let collector: FindingCollector

    func country(_ id: Located<OwnerID>) -> Owner? {
        if let owner = catalog.owner(id.value) { return owner }
        let known = catalog.owners.map(\.id.rawValue)
        collector.report(
            .requirementUnknownCountry, "the catalog has no country '\(id.value)'",
            at: id.location,
            help: CountryCode.meant(by: id.value.rawValue).flatMap { code in
                known.contains(code) ? "did you mean '\(code)'?" : nil
            } ?? "countries and organisations in the catalog: \(known.joined(separator: ", "))")
        return nil
    }

    /// Countries named in lists need not be customers, but must be codes that exist.
    func checkCountries() {
        for enclave in requirement.enclaves {
            let named =
                enclave.residency + enclave.supportFrom + enclave.telemetryIn
                + enclave.operatorNationality + enclave.operatorResidence + enclave.releasableTo
                + enclave.keysWithin
                + (enclave.recovery.map { $0.within + $0.outside } ?? [])
            for code in named { checkCode(code) }
        }
        for hall in requirement.halls { checkCode(hall.country) }
        for code in requirement.procurement.excludedParents { checkCode(code) }
        for code in requirement.staff.nationalities { checkCode(code) }
    }

    private func checkCode(_ code: Located<OwnerID>) {
        let text = code.value.rawValue
        guard !CountryCode.assigned.contains(text), catalog.owner(code.value) == nil else { return }
        collector.report(
            .requirementUnknownCountry, "'\(text)' is no country code", at: code.location,
            help: CountryCode.meant(by: text).map { "did you mean '\($0)'?" }
                ?? "write the two capital letters of ISO 3166-1, like ES, or EU, NATO")
    }

    /// The currency must have a reference rate, or nothing can be converted into it.
    func checkCurrency() {
        let currency = requirement.currency
        guard currency.value.code != "EUR" else { return }
        let day = requirement.asOf.value
        guard let found = catalog.referenceRates(on: day) else {
            collector.report(
                .requirementNoRate, "the catalog has no reference rates on or before \(day)",
                at: requirement.asOf.location, help: "add them to exchange-rates/ in an overlay")
            return
        }
        if !found.rates.contains(where: { $0.currency == currency.value }) {
            collector.report(
                .requirementNoRate,
                "\(currency.value.code) has no reference rate of \(found.day)",
                at: currency.location,
                help: "add a dated rate with its source to exchange-rates/ in an overlay")
        }
    }

    func enclave(_ enclave: Enclave) -> BoundEnclave? {
        let owner = enclave.owner ?? requirement.customer.country
        let level = catalog.owner(owner.value).flatMap {
            self.level(enclave.classification, of: $0)
        }
        if enclave.owner != nil { _ = country(owner) }
        let schemes: [AccreditationScheme?] = enclave.accreditations.map { scheme($0) }
        let caveats = enclave.caveats.map { caveat($0, of: owner.value) }
        guard let level, !schemes.contains(where: { $0 == nil }),
            !caveats.contains(where: { $0 == nil })
        else { return nil }
        return BoundEnclave(
            enclave: enclave, level: level, schemes: schemes.compactMap { $0 },
            caveats: caveats.compactMap { $0 })
    }

    /// A caveat is its owner's, like a level.
    private func caveat(_ word: Located<String>, of owner: OwnerID) -> Caveat? {
        let known = catalog.owner(owner)?.caveats ?? []
        if let found = known.first(where: { $0.isNamed(word.value) }) { return found }
        let words = known.map(\.marking)
        collector.report(
            .requirementUnknownCaveat,
            "\(catalog.owner(owner)?.name ?? owner.rawValue) has no caveat '\(word.value)'",
            at: word.location,
            help: DidYouMean.help(for: word.value, in: words)
                ?? (words.isEmpty
                    ? "list the nations whose people may see it in 'releasableTo'"
                    : "its caveats are: \(words.joined(separator: ", "))"))
        return nil
    }

    func level(_ word: Located<String>, of owner: Owner) -> Level? {
        let wanted = word.value.lowercased()
        if let match = owner.levels.first(where: { $0.isNamed(word.value) }) { return match }
        let ladder = owner.levels.map(\.marking).joined(separator: ", ")
        if let absent = owner.absentLevels.first(where: { $0.marking.lowercased() == wanted }) {
            reportAbsent(word, absent, of: owner, ladder: ladder)
            return nil
        }
        if let legacy = owner.legacyMarkings.first(where: { $0.isNamed(word.value) }) {
            reportLegacy(word, legacy, of: owner, ladder: ladder)
            return nil
        }
        let foreign = foreignLevels(wanted, except: owner)
        guard !foreign.isEmpty else {
            let near = DidYouMean.nearest(to: word.value, in: owner.levels.map(\.marking).sorted())
            collector.report(
                .requirementUnknownLevel,
                "\(owner.name) has no level '\(word.value)'", at: word.location,
                help: near.map { "did you mean '\($0)'?" } ?? "its levels are: \(ladder)")
            return nil
        }
        reportForeign(word, foreign, of: owner, ladder: ladder)
        return nil
    }

    /// A word such as SECRET stands in a dozen ladders: which of them is meant is not guessed.
    private func reportForeign(
        _ word: Located<String>, _ foreign: [Level], of owner: Owner, ladder: String
    ) {
        let theirs = foreign.compactMap { catalog.owner($0.owner) }
        let names = theirs.prefix(3).map(\.name).joined(separator: ", ")
        let rest = theirs.count - 3
        let more = rest > 0 ? " and \(rest) other\(rest == 1 ? "" : "s")" : ""
        let beside = foreign.first { other in
            owner.levels.contains { $0.equivalents.contains { $0.level == other.id } }
        }
        let counterpart = owner.levels.first { level in
            level.equivalents.contains { $0.level == beside?.id }
        }
        var help = "the levels of \(owner.name) are: \(ladder)"
        if let counterpart, let beside, let whose = catalog.owner(beside.owner) {
            let which = foreign.count > 1 ? "that of \(whose.name)" : "it"
            help =
                "the level of \(owner.name) set beside \(which) is '\(counterpart.marking)'; if "
                + "the information is \(whose.name)'s own, write 'owner: \(whose.id)'"
        }
        collector.report(
            .requirementForeignLevel,
            "'\(word.value)' is a level of \(names)\(more), not of \(owner.name)",
            at: word.location, help: help)
    }

    /// Old information keeps such a marking; what a system is built for is a level of today.
    private func reportLegacy(
        _ word: Located<String>, _ legacy: LegacyMarking, of owner: Owner, ladder: String
    ) {
        let until = legacy.until.map { " after \($0)" } ?? " any more"
        let kept = legacy.protectedAs.flatMap { catalog.level($0) }
        collector.report(
            .requirementUnknownLevel,
            "\(owner.name) marks nothing '\(word.value)'\(until)", at: word.location,
            notes: legacy.note.map { [FindingNote($0)] } ?? [],
            help: kept.map { "what was so marked is protected as '\($0.marking)'" }
                ?? "its levels are: \(ladder)")
    }

    /// A level that the owner is known not to have is not looked for in other ladders.
    private func reportAbsent(
        _ word: Located<String>, _ absent: AbsentLevel, of owner: Owner, ladder: String
    ) {
        let since = absent.since.map { " since \($0)" } ?? ""
        collector.report(
            .requirementUnknownLevel,
            "\(owner.name) has no level '\(word.value)'\(since)", at: word.location,
            notes: absent.note.map { [FindingNote($0)] } ?? [],
            help: "its levels are: \(ladder)")
    }

    private func foreignLevels(_ wanted: String, except owner: Owner) -> [Level] {
        catalog.owners.filter { $0.id != owner.id }.flatMap(\.levels)
            .filter { $0.isNamed(wanted) }
    }

    func scheme(_ id: Located<SchemeID>) -> AccreditationScheme? {
        if let scheme = catalog.scheme(id.value) { return scheme }
        let known = catalog.owners.flatMap(\.accreditations).map(\.id.rawValue).sorted()
        let near = DidYouMean.nearest(to: id.value.rawValue, in: known)
        collector.report(
            .requirementUnknownScheme, "unknown accreditation scheme '\(id.value)'",
            at: id.location,
            help: near.map { "did you mean '\($0)'?" }
                ?? "schemes in the catalog: \(known.joined(separator: ", "))")
        return nil
    }
}
