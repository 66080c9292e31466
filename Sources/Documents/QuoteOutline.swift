package import Proposals
import Catalog
import Diagnostics
import Clearance
import Eligibility
import LocatedInput
import Pricing
import Quantities
import Requirements

/// Lays a proposal out as a document for a procurement officer; no arithmetic of its own.
package struct QuoteOutline {
    let proposal: Proposal

    /// Creates an outline.
    package init(_ proposal: Proposal) {
        self.proposal = proposal
    }

    var requirement: Requirement { proposal.bound.requirement }
    var currency: Currency { requirement.currency.value }

    /// The document's parts in reading order.
    package var blocks: [DocumentBlock] {
        switch proposal.outcome {
        case .package(let package): return blocks(of: package)
        case .refused(let refusal):
            var blocks = [title("No package")]
            blocks += refused(refusal)
            blocks += change()
            blocks += notices()
            blocks += rejected()
            blocks += questions()
            return blocks + trace()
        case .undecided:
            return [
                title("Undecided"),
                .paragraph(
                    "The search ended at its limit of steps without a package and without a proof "
                        + "that there is none. Give it more steps with --steps."),
            ] + change() + trace()
        }
    }

    private func blocks(of package: PricedPackage) -> [DocumentBlock] {
        var blocks = [title("Quote")]
        blocks += headline(package)
        blocks += change()
        blocks += notices()
        blocks += offered(package)
        blocks += people(package)
        blocks += prices(package)
        blocks += promises(package)
        blocks += answers(package)
        blocks += assumptions(package)
        blocks += notChosen(package)
        blocks += questions()
        blocks += sources(package)
        return blocks + trace()
    }

    private func title(_ word: String) -> DocumentBlock {
        .heading(level: 1, "\(word): \(requirement.title)")
    }

    private func headline(_ package: PricedPackage) -> [DocumentBlock] {
        let term = requirement.term
        let last = term.evaluatedPeriods.last?.end ?? term.start
        let options = term.evaluatedPeriods.count - 1
        let over =
            options == 0
            ? "the base period"
            : "the base period and \(options) option"
                + (options == 1 ? "" : "s")
        let providers = Set(package.placements.map(\.provider.name)).sorted()
        var blocks: [DocumentBlock] = [
            .paragraph(
                "\(Figures.money(package.waterfall.total)) excluding tax, for \(over), "
                    + "\(term.start) to \(last)."),
            .paragraph(
                "Contract parties: \(providers.joined(separator: ", ")). "
                    + verdictSentence(package)),
            .paragraph(claimSentence(package.claim)),
        ]
        if let tax = taxSentence(package) { blocks.append(.paragraph(tax)) }
        return blocks
    }

    private func verdictSentence(_ package: PricedPackage) -> String {
        let conditions = package.placements.flatMap(\.judgement.steps)
        guard !conditions.isEmpty else { return "Every line is eligible as it stands." }
        return "The package is conditional: it holds only when the numbered assumptions below hold."
    }

    private func claimSentence(_ claim: CheapestClaim) -> String {
        let reach =
            "of \(claim.pricedOffers) priced offers among \(claim.admittedOffers) that the "
            + "customer's rules admit"
        guard claim.isProved else {
            return "A valid package \(reach); the search ended before it was proved cheapest. No "
                + "package costs less than \(Figures.rounded(claim.lowerBoundE4, currency))."
        }
        return "Proved cheapest \(reach), at the prices in the catalog of \(proposal.catalog.date)."
    }

    // MARK: - What is offered

    private func offered(_ package: PricedPackage) -> [DocumentBlock] {
        let rows = package.placements.map { placement in
            [
                copyName(placement), placement.service.name, placement.site.id.rawValue,
                placement.judgement.verdict.rawValue,
            ]
        }
        return [
            .heading(level: 2, "What is offered, where, and run by whom"),
            .table(
                DocumentBlock.Table(
                    columns: [
                        .init("workload"), .init("product"), .init("site"), .init("verdict"),
                    ], rows: rows)),
            .table(
                DocumentBlock.Table(
                    columns: [.init("site"), .init("where"), .init("run by"), .init("parent")],
                    rows: sites(package))),
        ] + classifications() + sizing(package) + reasons(package)
    }

    private func copyName(_ placement: Placement) -> String {
        let copies = placement.demand.workload.placedCopies
        guard copies > 1 else { return placement.demand.id }
        return "\(placement.demand.id), \(placement.copy) of \(copies)"
    }

    private func sites(_ package: PricedPackage) -> [[String]] {
        var rows: [String: [String]] = [:]
        for placement in package.placements {
            rows[placement.site.id.rawValue] = [
                placement.site.id.rawValue, "\(placement.site.name), \(placement.site.country)",
                "\(placement.provider.name), \(placement.deliveryModel.name)",
                "\(placement.provider.parentName), \(placement.provider.parentCountry)",
            ]
        }
        return rows.sorted { $0.key < $1.key }.map(\.value)
    }

    private func classifications() -> [DocumentBlock] {
        var seen: Set<LevelID> = []
        return proposal.bound.allEnclaves.map(\.level).filter { seen.insert($0.id).inserted }
            .compactMap { level in
                level.note.map { .paragraph("\(level.marking): \($0)") }
            }
    }

    private func sizing(_ package: PricedPackage) -> [DocumentBlock] {
        let items = package.placements.flatMap { placement in
            placement.sizing.map { note in
                "\(placement.demand.id) at \(placement.site.id): \(note)"
                    + (placement.isSizingProved ? "" : " (not proved to be the cheapest mix)")
            }
        }
        return [.heading(level: 3, "How the quantities became products"), .bullets(items)]
    }

    private func reasons(_ package: PricedPackage) -> [DocumentBlock] {
        var seen: Set<String> = []
        var items: [String] = []
        for placement in package.placements {
            for judgement in placement.judgement.judgements where judgement.verdict != .eligible {
                let text = judgement.explanation.text
                guard seen.insert(text).inserted else { continue }
                items.append(text)
            }
        }
        guard !items.isEmpty else { return [] }
        return [.heading(level: 3, "Why the verdict is not simply eligible"), .bullets(items)]
    }
}

extension String {
    /// The name of a source without its address.
    var prefixBeforeBar: String {
        split(separator: "|").first.map { part in
            var text = part
            while text.last == " " { text.removeLast() }
            return String(text)
        } ?? self
    }
}
