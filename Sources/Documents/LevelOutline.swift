package import Catalog
import Clearance
package import Diagnostics
import LocatedInput
import Quantities

/// Lays out what the catalog knows of one level: what it is, what it requires, what counts for it.
package struct LevelOutline {
    let level: Level
    let catalog: CatalogSnapshot

    /// Creates an outline.
    package init(_ level: Level, in catalog: CatalogSnapshot) {
        self.level = level
        self.catalog = catalog
    }

    private var owner: Owner? { catalog.owner(level.owner) }

    /// The document's parts in reading order.
    package var blocks: [DocumentBlock] {
        [.heading(level: 1, "\(level.marking), \(owner?.name ?? level.owner.rawValue)")] + identity
            + requirements + counterparts + agreements + rules + friends
    }

    private var identity: [DocumentBlock] {
        let ladder = (owner?.levels ?? []).filter { $0.ladder == level.ladder }
            .sorted { $0.rank < $1.rank }
        let steps = ladder.map { $0.id == level.id ? "\($0.marking) (this one)" : $0.marking }
        let kind = level.isClassified ? "a security classification" : "no security classification"
        var items = [
            "\(level.id): \(kind) of the band \(level.band.rawValue); the band orders displays and "
                + "decides nothing",
            "ladder\(level.ladder.map { " '\($0)'" } ?? ""), lowest first: "
                + steps.joined(separator: ", "),
        ]
        if !level.aliases.isEmpty {
            items.append("also written \(level.aliases.joined(separator: ", "))")
        }
        if let note = level.note { items.append(note) }
        items.append(source(level.provenance))
        let caveats = (owner?.caveats ?? []).map { caveat in
            "\(caveat.marking) admits \(caveat.admits.map(\.rawValue).joined(separator: ", "))"
                + (caveat.isSole ? " and nobody with another nationality" : "")
                + confidence(caveat.provenance)
        }
        return [.bullets(items)]
            + (caveats.isEmpty
                ? []
                : [.heading(level: 2, "Caveats that beat a clearance"), .bullets(caveats)])
    }

    private var requirements: [DocumentBlock] {
        let need = [
            "of a person": level.personnelClearance, "of a facility": level.facilityClearance,
        ]
        let needs = need.sorted { $0.key < $1.key }.map { whose, need -> String in
            let field = whose == "of a person" ? "personnelClearance" : "facilityClearance"
            let sure =
                level.provenance.confidence(of: field) == .unverified ? " (not verified)" : ""
            switch need {
            case .required: return "clearance \(whose): required\(sure)"
            case .notRequired: return "clearance \(whose): not needed\(sure)"
            case .unknown: return "clearance \(whose): the catalog does not say"
            }
        }
        let opening = (owner?.clearances ?? []).filter { clearance in
            clearance.level.flatMap { catalog.level($0) }.map {
                $0.id == level.id || $0.isAbove(level)
            } ?? false
        }
        let people = opening.map { clearance in
            "\(clearance.name) opens it"
                + (clearance.validity.map { "; holds \($0)" } ?? "")
                + (clearance.leadTime.map { ", takes \($0)" }
                    ?? ", how long it takes is not published")
                + (clearance.isSponsored ? ", tied to its sponsor" : "")
                + confidence(clearance.provenance)
        }
        let facilities = (owner?.facilityClearances ?? [])
            .filter { $0.levels.contains(level.id) }
            .map { "\($0.name): facility clearance\(confidence($0.provenance))" }
        let schemes = (owner?.accreditations ?? []).filter { $0.covers.contains(level.id) }
            .map { scheme in
                "\(scheme.name): accreditation of a system by \(scheme.grantedBy)"
                    + (scheme.leadTime.map { ", takes \($0)" } ?? "")
                    + confidence(scheme.provenance)
            }
        return [
            .heading(level: 2, "What it requires"),
            .bullets(needs + people + facilities + schemes),
        ]
    }

    private var counterparts: [DocumentBlock] {
        let own = level.equivalents.map { (id: $0.level, basis: $0.basis, fact: $0.provenance) }
        let others = catalog.owners.flatMap(\.levels).flatMap { other in
            other.equivalents.filter { $0.level == level.id }
                .map { (id: other.id, basis: $0.basis, fact: $0.provenance) }
        }
        var seen: Set<LevelID> = []
        let items = (own + others).compactMap { entry -> String? in
            guard seen.insert(entry.id).inserted, let other = catalog.level(entry.id) else {
                return nil
            }
            return "\(other.owner) \(other.marking), by \(entry.basis)\(confidence(entry.fact))"
        }
        guard !items.isEmpty else { return [] }
        return [
            .heading(level: 2, "Set beside it by a table; no table recognises a clearance"),
            .bullets(items),
        ]
    }

    private var agreements: [DocumentBlock] {
        let rows = catalog.agreements.filter { $0.parties.contains(level.owner) }.map { agreement in
            let others = agreement.parties.filter { $0 != level.owner }.map(\.rawValue)
            let parties =
                others.count > 6 ? "\(others.count) parties" : others.joined(separator: ", ")
            let caps = agreement.upTo.compactMap { catalog.level($0)?.marking }
            let networks = agreement.electronicUpTo.compactMap { catalog.level($0)?.marking }
            let direction =
                switch agreement.direction {
                case .mutual: "mutual"
                case .oneWay(let from, let by): "\(by) takes \(from)'s"
                case .unknown: "not said"
                }
            let electronic =
                switch agreement.electronic {
                case .capped: networks.joined(separator: ", ")
                case .notAtAll: "nothing"
                case .unknown: "not said"
                }
            return [
                parties, direction, caps.isEmpty ? "not said" : caps.joined(separator: ", "),
                electronic, agreement.status.rawValue, agreement.provenance.confidence.rawValue,
            ]
        }
        guard !rows.isEmpty else { return [] }
        return [
            .heading(level: 2, "Agreements of its owner"),
            .table(
                DocumentBlock.Table(
                    columns: [
                        .init("with"), .init("direction"), .init("up to"), .init("over networks"),
                        .init("status"), .init("known"),
                    ], rows: rows)),
        ]
    }

    private var rules: [DocumentBlock] {
        let rows = catalog.rules.filter { $0.owner == level.owner && $0.applies(to: level) }
        guard !rows.isEmpty else { return [] }
        return [
            .heading(level: 2, "Rules of its owner"),
            .bullets(rows.map { "\($0.id): \($0.text)\(confidence($0.provenance))" }),
        ]
    }

    /// The same word in other ladders means another level.
    private var friends: [DocumentBlock] {
        let words = [level.marking] + level.aliases
        let items = catalog.owners.filter { $0.id != level.owner }.flatMap { other in
            other.levels.filter { level in
                words.contains { FoldedText.areSame($0, level.marking) }
            }.map { "\(other.name): its \($0.marking) is of the band \($0.band.rawValue)" }
                + other.absentLevels.filter { absent in
                    words.contains { FoldedText.areSame($0, absent.marking) }
                }.map { absent in
                    "\(other.name) has none" + (absent.since.map { " since \($0)" } ?? "")
                }
        }
        guard !items.isEmpty else { return [] }
        return [.heading(level: 2, "The same word elsewhere is another level"), .bullets(items)]
    }

    private func source(_ fact: Provenance) -> String {
        "source: \(fact.source) (\(fact.asOf), \(fact.confidence.rawValue))"
    }

    private func confidence(_ fact: Provenance) -> String {
        fact.confidence == .primary ? "" : " (\(fact.confidence.rawValue))"
    }
}

/// What the catalog knows of a level, for a terminal or as data.
package enum LevelText {
    /// Writes a level as data, `sovereign-level/1`: its sections with their texts and tables.
    package static func json(_ level: Level, in catalog: CatalogSnapshot) -> JSONValue {
        var sections: [(title: String, parts: [JSONValue])] = []
        for block in LevelOutline(level, in: catalog).blocks {
            switch block {
            case .heading(_, let title): sections.append((title, []))
            case .paragraph(let text): sections[sections.count - 1].parts.append(.string(text))
            case .list(let items):
                sections[sections.count - 1].parts += items.map { .string($0.text) }
            case .table(let table):
                sections[sections.count - 1].parts += table.rows.map { row in
                    .object(
                        zip(table.columns, row).map { (key: $0.title, value: .string($1)) })
                }
            }
        }
        return [
            "format": "sovereign-level/1", "level": .string(level.id.rawValue),
            "owner": .string(level.owner.rawValue), "marking": .string(level.marking),
            "sections": .array(
                sections.map { (section: (title: String, parts: [JSONValue])) -> JSONValue in
                    ["title": .string(section.title), "parts": .array(section.parts)]
                }),
        ]
    }

    /// Renders a level, at most `width` columns wide.
    package static func render(
        _ level: Level, in catalog: CatalogSnapshot, width: Int = 100
    ) -> String {
        TerminalRenderer(width: width).render(LevelOutline(level, in: catalog).blocks)
    }
}
