import Catalog
import Diagnostics
import Requirements

/// People work where the customer asks: administration from abroad is access from abroad, and
/// takes classified information out of the country.
struct PlaceOfWorkRule: PersonRule {
    static let remoteKinds: Set<RuleKind> = [.remoteAdministrationIsAccess]
    static let exportKinds: Set<RuleKind> = [.exportLicence]
    static let visitKinds: Set<RuleKind> = [.visit]
    private static let id = "remote-administration-is-access"

    func judge(_ judged: PersonCase) -> [Judgement] {
        notSaid(judged) + within(judged) + export(judged) + visit(judged)
    }

    /// Access from a place that nobody names may be access from abroad.
    private func notSaid(_ judged: PersonCase) -> [Judgement] {
        guard judged.level.isClassified, judged.person.country == nil, judged.need.within.isEmpty,
            !judged.book.rules(Self.exportKinds, for: judged.level, on: judged.date).isEmpty
        else { return [] }
        return [
            judged.unknown(
                Self.id, "where \(judged.who) works is not said",
                ask: "From which country does \(judged.who) work?",
                of: "whoever keeps the roster")
        ]
    }

    /// Who works in another country comes on visits, which governments ask each other for.
    private func visit(_ judged: PersonCase) -> [Judgement] {
        guard judged.level.isClassified, let country = judged.person.country,
            !judged.catalog.isCountry(country, in: [judged.level.owner])
        else { return [] }
        let rules = judged.book.rules(Self.visitKinds, for: judged.level, on: judged.date)
        guard !rules.isEmpty else { return [] }
        return [
            Judgement(
                "visit", .conditional, "\(judged.who) works in \(country) and comes on visits",
                because: rules.map { $0.leaf() },
                steps: [
                    Step(
                        id: "visit:\(country).\(judged.level.owner)",
                        text: "visits from \(country) are requested from government to government, "
                            + "for the programme and each country",
                        authority: judged.book.authority(of: judged.level.owner))
                ])
        ]
    }

    private func within(_ judged: PersonCase) -> [Judgement] {
        let places = judged.need.within
        guard !places.isEmpty else { return [] }
        let names = places.map(\.rawValue).joined(separator: ", ")
        let cited = judged.book.rules(Self.remoteKinds, for: judged.level, on: judged.date)
            .map { $0.leaf() }
        guard let country = judged.person.country else {
            return [
                judged.unknown(
                    Self.id, "where \(judged.who) works is not said",
                    ask: "From which country does \(judged.who) work?",
                    of: "whoever keeps the roster")
            ]
        }
        guard judged.catalog.isCountry(country, in: places) else {
            return [
                Judgement(
                    Self.id, .ineligible,
                    "\(judged.who) works in \(country), not in \(names): access from there is "
                        + "access from abroad", because: cited)
            ]
        }
        return [Judgement(Self.id, .eligible, "\(judged.who) works in \(names)")]
    }

    /// From outside the owner's countries, or for an organisation its members'.
    private func export(_ judged: PersonCase) -> [Judgement] {
        guard judged.level.isClassified, let country = judged.person.country,
            !judged.catalog.isCountry(country, in: [judged.level.owner])
        else { return [] }
        let rules = judged.book.rules(Self.exportKinds, for: judged.level, on: judged.date)
        guard !rules.isEmpty else { return [] }
        return [
            Judgement(
                "export-licence", .conditional,
                "\(judged.who) works in \(country): access takes information of "
                    + "\(judged.ownerName) abroad", because: rules.map { $0.leaf() },
                steps: [
                    Step(
                        id: "export-licence:\(judged.level.owner).\(country)",
                        text: "an export licence or a government channel admits access to "
                            + "\(judged.level.marking) from \(country)",
                        authority: judged.book.authority(of: judged.level.owner))
                ])
        ]
    }
}
