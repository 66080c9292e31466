import Catalog
import Clearance
import Eligibility
import LocatedInput
import Pricing
import Proposals
import Quantities
import Requirements

extension QuoteOutline {
    func promises(_ package: PricedPackage) -> [DocumentBlock] {
        [
            .heading(level: 2, "The four promises"),
            .table(
                DocumentBlock.Table(
                    columns: [.init("promise"), .init("verdict"), .init("why")],
                    rows: package.promises.map {
                        [$0.name, $0.verdict?.rawValue ?? "not asked", $0.text]
                    })),
        ]
    }

    func answers(_ package: PricedPackage) -> [DocumentBlock] {
        [
            .heading(level: 2, "Each requirement answered"),
            .table(
                DocumentBlock.Table(
                    columns: [
                        .init("requirement"), .init("asked"), .init("status"), .init("answer"),
                    ],
                    rows: package.answers.map {
                        [$0.path, $0.asked, $0.status.rawValue, $0.answer]
                    })),
        ]
    }

    func assumptions(_ package: PricedPackage) -> [DocumentBlock] {
        let items = package.assumptions.map { assumption in
            DocumentBlock.ListItem(
                mark: "\(assumption.number).",
                text: assumption.text + (assumption.text.hasSuffix("?") ? "" : ".")
                    + " If false: \(ifFalse(assumption.ifFalse)).")
        }
        var blocks: [DocumentBlock] = []
        if !items.isEmpty { blocks += [.heading(level: 2, "Assumptions"), .list(items)] }
        return blocks + [
            .heading(level: 2, "How this quote counts"), .bullets(package.conventions),
        ]
    }

    private func ifFalse(_ effect: Assumption.IfFalse) -> String {
        switch effect {
        case .more(e4: 0): "the best package costs the same"
        case .more(let e4): "the best package costs \(Figures.rounded(e4, currency)) more"
        case .noPackage: "no package"
        case .notComputed(let why): "not worked out (\(why))"
        }
    }

    func notChosen(_ package: PricedPackage) -> [DocumentBlock] {
        var blocks: [DocumentBlock] = []
        if !package.alternatives.isEmpty {
            blocks += [
                .heading(level: 2, "Priced, but not chosen"),
                .table(
                    DocumentBlock.Table(
                        columns: [
                            .init("workload"), .init("offer"),
                            .init("one copy, whole term, without people", isFigure: true),
                        ],
                        rows: package.alternatives.map {
                            [$0.demandID, $0.offer.rawValue, Figures.money($0.cost)]
                        })),
            ]
        }
        if !package.unpriced.isEmpty {
            blocks += [
                .heading(level: 2, "Admitted, but without a price"),
                .table(
                    DocumentBlock.Table(
                        columns: [
                            .init("workload"), .init("offer"),
                            .init("chosen below, whole term", isFigure: true),
                        ],
                        rows: package.unpriced.map { offer in
                            [
                                offer.demandID, offer.offer.rawValue,
                                below(offer.breakEven),
                            ]
                        })),
            ]
        }
        if !package.unpricedPlatforms.isEmpty {
            blocks += [
                .heading(level: 2, "Platforms without a price"),
                .paragraph(
                    "Each is admitted for the enclave, and sold whole: it would be chosen at a "
                        + "price below the one shown for all that it could serve, whole term."),
                .table(
                    DocumentBlock.Table(
                        columns: [
                            .init("enclave"), .init("platform"), .init("could serve"),
                            .init("chosen below", isFigure: true),
                        ],
                        rows: package.unpricedPlatforms.map { platform in
                            [
                                platform.enclave, platform.site.rawValue,
                                platform.demandIDs.joined(separator: ", "),
                                below(platform.breakEven),
                            ]
                        })),
            ]
        }
        return blocks + rejected()
    }

    func rejected() -> [DocumentBlock] {
        guard !proposal.rejected.isEmpty else { return [] }
        // What is not known of offers for a workload that cannot be served stands above.
        var said: Set<String> = []
        if case .refused(let refusal) = proposal.outcome {
            said = Set(refusal.unserved.map(\.demandID))
        }
        let listed = proposal.rejected.filter {
            $0.verdict == .ineligible || !said.contains($0.demandID)
        }
        // What stands against the same sites is told once for all enclaves.
        let here = listed.filter { $0.elsewhere == nil }
        let groups = grouped(here.map { ("\(enclave($0))\n\(whyRejected($0))", $0) })
            .map { group in (Self.sites(group.offers), group.offers) }
        let merged = grouped(
            groups.flatMap { sites, offers in
                offers.map { ("\(whyRejected($0))\n\(sites)", $0) }
            })
        let elsewhere = self.elsewhere(listed.filter { $0.elsewhere != nil })
        guard !merged.isEmpty || !elsewhere.isEmpty else { return [] }
        let items =
            elsewhere
            + merged.map { group in
                let count = group.offers.count
                return Self.unique(group.offers.map(enclave)).joined(separator: ", ")
                    + ", \(whyRejected(group.offers[0])): \(Self.sites(group.offers)) "
                    + (count == 1 ? "(1 offer)" : "(\(count) offers)")
            }
        return [
            .heading(level: 2, "Not used, and why"),
            .paragraph(
                "By enclave and first reason; --explain OFFER tells every reason, as does the "
                    + "quote as data."), .bullets(items),
        ]
    }

    /// Offers in countries that the data may not be in, a line for all enclaves that leave the same
    /// countries out: no site of the rest of the world needs a line of its own.
    private func elsewhere(_ offers: [RejectedOffer]) -> [String] {
        let groups = grouped(offers.map { (enclave($0), $0) }).map { group in
            (Self.countries(group.offers), group.offers)
        }
        return grouped(groups.flatMap { countries, offers in offers.map { (countries, $0) } }).map {
            let count = $0.offers.count
            return Self.unique($0.offers.map(enclave)).joined(separator: ", ")
                + ", ineligible: data would rest in \($0.key), which residency leaves out "
                + (count == 1 ? "(1 offer)" : "(\(count) offers)")
        }
    }

    /// Countries with the number of sites in each, as in "AE (2 sites), AU (1 site)".
    private static func countries(_ offers: [RejectedOffer]) -> String {
        let byCountry = Dictionary(grouping: offers) { $0.elsewhere?.rawValue ?? "" }
        return byCountry.sorted { $0.key < $1.key }.map { country, offers in
            let sites = Set(offers.map { $0.offer.rawValue.split(separator: "@").last }).count
            return "\(country) (\(sites) \(sites == 1 ? "site" : "sites"))"
        }.joined(separator: ", ")
    }

    /// Offers of one key together, keys in the order of their first offer.
    private func grouped(
        _ offers: [(key: String, offer: RejectedOffer)]
    ) -> [(key: String, offers: [RejectedOffer])] {
        var groups: [(key: String, offers: [RejectedOffer])] = []
        var known: [String: Int] = [:]
        for (key, offer) in offers {
            let index = known[key] ?? groups.count
            known[key] = index
            if index == groups.count { groups.append((key, [])) }
            groups[index].offers.append(offer)
        }
        return groups
    }

    private static func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    private static func sites(_ offers: [RejectedOffer]) -> String {
        unique(offers.map { $0.offer.rawValue.split(separator: "@").last.map(String.init) ?? "" })
            .joined(separator: ", ")
    }

    private func enclave(_ offer: RejectedOffer) -> String {
        offer.demandID.split(separator: ".").dropLast().joined(separator: ".")
    }

    /// The reason that is read first; what is not known is said in full, since each part of it is
    /// a question.
    private func whyRejected(_ offer: RejectedOffer) -> String {
        let reasons =
            offer.verdict == .ineligible
            ? offer.reasons.prefix(1).joined() : offer.reasons.joined(separator: "; ")
        return "\(offer.verdict.rawValue): \(reasons)"
    }

    private func whyRefused(_ refusal: Refusal) -> String {
        let faults = proposal.observations.filter { $0.weight == .fault }.count
        let isFaultAlone = refusal.conflict.isEmpty && refusal.unserved.isEmpty
        guard faults > 0, isFaultAlone else {
            return "No package meets this requirement with the offers in the catalog."
        }
        var text =
            "No package is offered: "
            + (faults == 1 ? "a fault" : "\(faults) faults")
            + " of the requirement itself, named below, must be mended by the customer first."
        if let rest = refusal.restE4 {
            text +=
                " For scale: what else is asked could be served for "
                + "\(Figures.rounded(rest, currency)) excluding tax."
        }
        return text
    }

    private func below(_ price: BreakEven) -> String {
        switch price {
        case .below(let e4): Figures.roundedUp(e4, currency)
        case .never: "not even for nothing"
        case .notComputed: "not worked out"
        }
    }

    /// What stands against any package, whatever is sold.
    private func faults() -> [DocumentBlock] {
        let faults = proposal.observations.filter { $0.weight == .fault }
        guard !faults.isEmpty else { return [] }
        return [.heading(level: 2, "Faults of the requirement")] + numbered(faults, "F")
    }

    /// What readers must know of the requirement itself.
    func notices() -> [DocumentBlock] {
        let notices = proposal.observations.filter { $0.weight == .notice }
        guard !notices.isEmpty else { return [] }
        return [.heading(level: 2, "Noticed in the requirement")] + numbered(notices, "N")
    }

    private func numbered(_ observations: [Observation], _ mark: String) -> [DocumentBlock] {
        observations.enumerated().flatMap { index, one in
            observation(one, mark: "\(mark)\(index + 1)")
        }
    }

    /// What is noticed with its mark, so that people can speak of it, and what it rests on.
    private func observation(_ observation: Observation, mark: String) -> [DocumentBlock] {
        let places = observation.paths.joined(separator: ", ")
        var blocks: [DocumentBlock] = [
            .list([.init(mark: mark, text: "\(observation.text) (\(places)).")])
        ]
        let help = observation.wayOut.map { ["way out: \($0)"] } ?? []
        let lines = observation.workings + help
        if !lines.isEmpty { blocks.append(.bullets(lines)) }
        return blocks
    }

    func refused(_ refusal: Refusal) -> [DocumentBlock] {
        var blocks: [DocumentBlock] = [.paragraph(whyRefused(refusal))] + faults()
        if !blocks.dropFirst().isEmpty, !refusal.conflict.isEmpty {
            blocks.append(.heading(level: 2, "What cannot hold together"))
        }
        if !refusal.conflict.isEmpty {
            blocks += [
                .paragraph("These cannot hold together, and none of them can be left out:"),
                .bullets(refusal.conflict),
            ]
        }
        blocks += repairs(refusal.repairs, isOnly: refusal.further.isEmpty)
        for conflict in refusal.further {
            blocks += [
                .paragraph("And whatever is done about that, these cannot hold together either:"),
                .bullets(conflict.rules),
            ]
            blocks += repairs(conflict.repairs, isOnly: false)
        }
        for entry in refusal.unserved {
            blocks += [
                .heading(level: 2, "\(entry.demandID) cannot be served"),
                .bullets(entry.reasons),
            ]
        }
        return blocks
    }

    private func repairs(_ repairs: [String], isOnly: Bool) -> [DocumentBlock] {
        guard !repairs.isEmpty else { return [] }
        let first = [
            faults().isEmpty ? nil : "the faults above", isOnly ? nil : "all other conflicts",
        ].compactMap { $0 }
        let when = first.isEmpty ? "" : " once \(first.joined(separator: " and ")) are mended"
        return [
            .paragraph("What would help\(when), worked out by solving again:"), .bullets(repairs),
        ]
    }

    func questions() -> [DocumentBlock] {
        guard !proposal.questions.isEmpty else { return [] }
        let items = proposal.questions.enumerated().map { index, question in
            DocumentBlock.ListItem(
                mark: "Q\(index + 1)", text: "\(question.text) Ask: \(question.askWhom).")
        }
        return [.heading(level: 2, "Open questions"), .list(items)]
    }

    func sources(_ package: PricedPackage) -> [DocumentBlock] {
        var rows: [String: [String]] = [:]
        for line in package.lines {
            for row in line.meter.rows {
                let source = row.provenance
                let key = "\(source.source)\(source.asOf)"
                rows[
                    key,
                    default: [
                        source.source, source.asOf.description, source.confidence.rawValue,
                    ]
                ].append(row.id.rawValue)
            }
        }
        let table = rows.sorted { $0.key < $1.key }.map { _, cells in
            let ids = Set(cells.dropFirst(3)).sorted()
            return [ids.joined(separator: ", "), cells[0], cells[1], cells[2]]
        }
        return [
            .heading(level: 2, "Where the prices stand"),
            .table(
                DocumentBlock.Table(
                    columns: [
                        .init("price facts"), .init("source"), .init("as of"), .init("confidence"),
                    ], rows: table)),
        ]
    }

    private var check: String {
        guard case .package = proposal.outcome else {
            return "The JSON form holds the problem that was solved, with every judgement."
        }
        return "The JSON form holds every fact used: 'sovereign verify' works each amount, the "
            + "package and its proof out again. Verdicts and their sources are stated there, to be "
            + "read, not recomputed."
    }

    func trace() -> [DocumentBlock] {
        [
            .heading(level: 2, "How this can be checked"),
            .paragraph(
                "Judged as of \(requirement.asOf.value). Catalog \(proposal.catalog.version) of "
                    + "\(proposal.catalog.date), content \(proposal.catalog.contentHash). "
                    + "Requirement \(proposal.source.hash). Sovereign \(EngineVersion.current). "
                    + check),
        ]
    }
}
