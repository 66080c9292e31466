import Catalog
import Diagnostics
import Documents

/// Lays one fact out for a person: what it says, what that rests on, and what it is linked with.
struct FactSheet {
    let fact: CatalogFact
    let links: FactLinks.Links

    /// Renders the parts, from the heading down.
    ///
    /// Places in files stand on lines of their own and never wrap, so that terminals can follow
    /// them.
    func render(_ renderer: TerminalRenderer) -> String {
        let said = [.heading(level: 1, title)] + table("field", "value", fieldRows)
        let parts =
            [renderer.render(said + section("Rests on", evidence)), Self.line(place(fact))]
            + versions(renderer)
            + [refersTo, referredToBy].filter { !$0.isEmpty }
            .map(renderer.render)
        return parts.joined(separator: "\n")
    }

    private func place(_ fact: CatalogFact) -> String {
        "written in \(fact.location.path):\(fact.location.line)"
    }

    private static func line(_ text: String) -> String { DisplayText.escaped(text) + "\n" }

    private var title: String {
        let name = fact.name
        let head = "\(fact.kind.words) \(fact.id)"
        return name.isEmpty || name == fact.id ? head : "\(head): \(name)"
    }

    // MARK: - What it says

    private var fieldRows: [[String]] {
        let known: Set = ["id", "source", "asOf", "confidence", "unverified"]
        var rows: [[String]] = []
        if let context = fact.context, !fact.fields.contains(where: { $0.key == fact.kind.holder })
        {
            let name = fact.contextName.map { ", \($0)" } ?? ""
            rows.append([fact.kind.holder, context + name])
        }
        return rows
            + fact.fields.filter { !known.contains($0.key) }
            .flatMap { Self.rows($0.key, $0.value) }
            + (fact.isApplied.map {
                [["applied", $0 ? "true, by quotes" : "false: a fact to read"]]
            }
                ?? [])
    }

    /// One row for a text or a list of texts, one for each field or element of what is nested.
    private static func rows(_ key: String, _ value: FactValue) -> [[String]] {
        switch value {
        case .text(let text): return [[key, text]]
        case .fields(let fields):
            return fields.flatMap { rows("\(key).\($0.key)", $0.value) }
        case .list(let elements):
            let isPlain = elements.allSatisfy { if case .text = $0 { true } else { false } }
            if isPlain {
                return [[key, elements.isEmpty ? "none" : value.texts.joined(separator: ", ")]]
            }
            return elements.map { [key, inOneLine($0)] }
        }
    }

    private static func inOneLine(_ value: FactValue) -> String {
        switch value {
        case .text(let text): text
        case .list(let elements): elements.map(inOneLine).joined(separator: ", ")
        case .fields(let fields):
            fields.map { "\($0.key): \(inOneLine($0.value))" }.joined(separator: "; ")
        }
    }

    // MARK: - What it rests on

    private var evidence: [DocumentBlock] {
        let single = ["asOf", "confidence"].compactMap { key in
            fact.texts(at: key).first.map { [key, $0] }
        }
        let weaker = fact.texts(at: "unverified")
        let rows =
            single + (weaker.isEmpty ? [] : [["unverified", weaker.joined(separator: ", ")]])
            + fact.sources.map { ["source", $0] }
        return table("field", "value", rows)
    }

    /// What earlier layers say otherwise, with the place of each.
    private func versions(_ renderer: TerminalRenderer) -> [String] {
        links.replaced.enumerated().flatMap { index, earlier in
            let heading: [DocumentBlock] = [.heading(level: 2, "Replaces")]
            let changed = Self.differences(earlier, fact)
            let said: [DocumentBlock] = [.bullets(changed.isEmpty ? ["the same"] : changed)]
            return (index == 0 ? [renderer.render(heading)] : [])
                + [Self.line(place(earlier)), renderer.render(said)]
        }
    }

    private static func differences(_ earlier: CatalogFact, _ later: CatalogFact) -> [String] {
        let written = earlier.fields.flatMap { Self.rows($0.key, $0.value) }
        let others = later.fields.flatMap { Self.rows($0.key, $0.value) }
        let missing = Set(others.map { $0[0] }).subtracting(written.map { $0[0] })
        return written.filter { !others.contains($0) }.map { $0.joined(separator: ": ") }
            + missing.sorted().map { "\($0): nothing" }
    }

    // MARK: - What it is linked with

    private var refersTo: [DocumentBlock] {
        let rows = links.refersTo.flatMap { group -> [[String]] in
            let ends = group.first.map { end in
                [end.field, group.kind.words, end.fact.id, end.fact.name]
            }
            return ends + rest(of: group).map { ["", group.kind.words, $0, ""] }
        }
        return section("Refers to", columns(["by", "kind", "id", "name"], rows))
    }

    private var referredToBy: [DocumentBlock] {
        let rows = links.referredToBy.map { group in
            let ids = group.first.map(\.fact.id) + rest(of: group)
            let kind = group.count == 1 ? group.kind.words : group.kind.pluralWords
            return ["\(group.count)", kind, ids.joined(separator: ", ")]
        }
        return section("Referred to by", columns(["count", "kind", "ids"], rows, figures: 1))
    }

    private func rest(of group: FactLinks.Group) -> [String] {
        let rest = group.count - group.first.count
        return rest > 0 ? ["and \(rest) more"] : []
    }

    // MARK: - Layout

    private func section(_ title: String, _ blocks: [DocumentBlock]) -> [DocumentBlock] {
        blocks.isEmpty ? [] : [.heading(level: 2, title)] + blocks
    }

    private func table(_ left: String, _ right: String, _ rows: [[String]]) -> [DocumentBlock] {
        columns([left, right], rows)
    }

    private func columns(
        _ titles: [String], _ rows: [[String]], figures: Int = 0
    ) -> [DocumentBlock] {
        guard !rows.isEmpty else { return [] }
        let columns = titles.enumerated().map {
            DocumentBlock.Column($0.element, isFigure: $0.offset < figures)
        }
        return [.table(DocumentBlock.Table(columns: columns, rows: rows))]
    }
}
