import Catalog
import Clearance
package import Proposals
import Quantities
import Requirements

/// Lays out who may touch what, who fills which post and what is missing; no arithmetic.
package struct ClearanceOutline {
    let report: ClearanceReport
    /// Places of rows in the roster, by id.
    private let positions: [String: Int]

    /// Creates an outline.
    package init(_ report: ClearanceReport) {
        self.report = report
        positions = Dictionary(
            report.people.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The document's parts in reading order.
    package var blocks: [DocumentBlock] {
        [.heading(level: 1, "Clearances: \(report.bound.requirement.title)")] + headline
            + matrix + facilities + systems + exchanges + posts + gaps + calendar + ramp
            + conditions
    }

    // MARK: - The answer

    private var headline: [DocumentBlock] {
        let isOneDay = (try? report.from.adding(days: 1)) == report.until
        let when =
            isOneDay ? "Judged on \(report.from)" : "Judged from \(report.from) to \(report.until)"
        return [
            .paragraph(verdict),
            .paragraph(
                "\(when), by the catalog of \(report.catalog.date). Rows are named by their ids "
                    + "alone. \(report.postsNote)"),
        ]
    }

    private var verdict: String {
        let asked = report.posts.count + report.lists.count
        let short = (report.posts + report.lists).filter {
            $0.leastThousandths < $0.post.workThousandths
        }.count
        let what = report.lists.isEmpty ? "posts" : "posts and lists of people"
        let all = asked == 1 ? "the post or list is" : "each of the \(asked) \(what) is"
        if report.isClear, asked > 0, !report.needsNoConditions {
            let renewals = report.renewals.count
            let renewed =
                renewals == 0
                ? ""
                : ", \(renewals) \(renewals == 1 ? "renewal" : "renewals") in the term among them"
            return "Clear on condition: \(all) filled on every day once the steps named below are "
                + "done\(renewed)."
        }
        if report.isClear {
            return asked == 0
                ? "Clear: nothing speaks against it, and no post has to be filled."
                : "All clear: \(all) filled on every day by people who may fill it."
        }
        guard short > 0 else {
            return "Not clear: a facility, a system or a flow of data is not eligible."
        }
        return "Not clear: \(short) of \(asked) \(what) \(short == 1 ? "has" : "have") too few "
            + "people on some day."
    }

    // MARK: - People

    /// Rows with the same answers in every column, in the order of the first of each.
    private var groups: [(ids: [String], row: ClearanceReport.PersonRow)] {
        struct Key: Hashable {
            let spans: [[ClearanceReport.Span]]
            let reasons: [String]
        }
        var position: [Key: Int] = [:]
        var groups: [(ids: [String], row: ClearanceReport.PersonRow)] = []
        for row in report.people {
            // The reasons name the row; without that, alike people have the same ones.
            let reasons = row.judgements.flatMap(\.reasons)
                .map { $0.replacing("row \(row.id)", with: "row") }
            let key = Key(spans: row.spans, reasons: reasons)
            if let index = position[key] {
                groups[index].ids.append(row.id)
            } else {
                position[key] = groups.count
                groups.append(([row.id], row))
            }
        }
        return groups
    }

    private var matrix: [DocumentBlock] {
        guard !report.people.isEmpty, !report.columns.isEmpty else { return [] }
        let groups = self.groups
        let rows = groups.map { group in
            [list(group.ids)] + group.row.spans.map(Self.cell)
        }
        let markings = report.columns.map { column in
            "\(column.ids.joined(separator: ", ")): \(column.marking)"
        }.joined(separator: "; ")
        var blocks: [DocumentBlock] = [
            .heading(level: 2, "Who may touch what"),
            .table(
                DocumentBlock.Table(
                    columns: [.init("rows")] + report.columns.map { .init($0.ids[0]) },
                    rows: rows)),
            .paragraph(
                "yes: eligible; if: once named steps are done; ?: a fact is missing; no: not "
                    + "eligible. Each column stands for all that asks the same: \(markings)."),
        ]
        let reasons = self.reasons(groups)
        if !reasons.isEmpty {
            blocks += [.heading(level: 3, "Why not simply yes"), .bullets(reasons)]
        }
        return blocks
    }

    /// One sentence for each reason, with where it holds.
    private func reasons(
        _ groups: [(ids: [String], row: ClearanceReport.PersonRow)]
    ) -> [String] {
        var order: [String] = []
        var places: [String: [String]] = [:]
        for group in groups {
            for (column, judgement) in zip(report.columns, group.row.judgements)
            where judgement.verdict != .eligible {
                let text = judgement.reasons.joined(separator: "; ")
                let more = group.ids.count > 1 ? " and \(group.ids.count - 1) like it" : ""
                let key = "\(text)\n\(group.row.id)\(more)"
                if places[key] == nil { order.append(key) }
                places[key, default: []].append(column.ids[0])
            }
        }
        return order.map { key in
            let parts = key.split(separator: "\n", maxSplits: 1).map(String.init)
            let columns = (places[key] ?? []).joined(separator: ", ")
            return "\(parts.last ?? ""), \(columns): \(parts.first ?? "")"
        }
    }

    static func cell(_ spans: [ClearanceReport.Span]) -> String {
        spans.enumerated().map { index, span in
            index == 0 ? word(span.verdict) : "\(word(span.verdict)) from \(span.from)"
        }.joined(separator: ", ")
    }

    static func word(_ verdict: Verdict) -> String {
        switch verdict {
        case .eligible: "yes"
        case .conditional: "if"
        case .unknown: "?"
        case .ineligible: "no"
        }
    }

    /// Rows by their ids, neighbours in the roster as "p01 to p09".
    private func list(_ ids: [String]) -> String {
        let inOrder = ids.compactMap { id in positions[id].map { (place: $0, id: id) } }
            .sorted { $0.place < $1.place }
        guard inOrder.count == ids.count else { return ids.joined(separator: ", ") }
        var runs: [[(place: Int, id: String)]] = []
        for row in inOrder {
            if let last = runs.last?.last, row.place == last.place + 1 {
                runs[runs.count - 1].append(row)
            } else {
                runs.append([row])
            }
        }
        let words = runs.map { run in
            run.count > 2
                ? "\(run[0].id) to \(run[run.count - 1].id)"
                : run.map(\.id).joined(separator: ", ")
        }
        guard words.count > 6 else { return words.joined(separator: ", ") }
        let shown = runs.prefix(5).map(\.count).reduce(0, +)
        return words.prefix(5).joined(separator: ", ") + " and \(ids.count - shown) more"
    }

    // MARK: - Facilities, systems, exchange

    private var facilities: [DocumentBlock] {
        guard !report.facilities.isEmpty else { return [] }
        let rows = report.facilities.map { row in
            [
                row.id, row.level.marking, Self.cell(row.spans),
                row.judgement.reasons.joined(separator: "; "),
            ]
        }
        return [
            .heading(level: 2, "Facilities"),
            .table(
                DocumentBlock.Table(
                    columns: [.init("row"), .init("level"), .init("cleared"), .init("why")],
                    rows: rows)),
        ]
    }

    private var systems: [DocumentBlock] {
        guard !report.systems.isEmpty else { return [] }
        let rows = report.systems.map { row in
            [
                row.id, row.level.marking, Self.cell(row.spans),
                row.judgement.reasons.joined(separator: "; "),
            ]
        }
        return [
            .heading(level: 2, "Systems"),
            .table(
                DocumentBlock.Table(
                    columns: [.init("system"), .init("holds"), .init("verdict"), .init("why")],
                    rows: rows)),
        ]
    }

    private var exchanges: [DocumentBlock] {
        guard !report.exchanges.isEmpty else { return [] }
        let rows = report.exchanges.map { row in
            [
                row.path, "\(row.source.marking) to \(row.target.marking)",
                Self.word(row.judgement.verdict), row.judgement.reasons.joined(separator: "; "),
            ]
        }
        return [
            .heading(level: 2, "Data between levels"),
            .table(
                DocumentBlock.Table(
                    columns: [.init("flow"), .init("way"), .init("verdict"), .init("why")],
                    rows: rows)),
        ]
    }

    // MARK: - Posts

    private var posts: [DocumentBlock] {
        let rows = (report.posts + report.lists).map { row in
            let isList = report.lists.contains { $0.post.id == row.post.id }
            let people = Set(
                report.assignment.fills.filter { $0.post == row.post.id }.map(\.person)
            ).sorted()
            let isFilled = row.leastThousandths >= row.post.workThousandths
            return [
                row.post.id, row.post.need.level.marking,
                Figures.thousandths(row.post.workThousandths),
                Figures.thousandths(row.leastThousandths), isFilled ? "filled" : "open",
                isList ? "" : list(people),
            ]
        }
        guard !rows.isEmpty else { return [] }
        return [
            .heading(level: 2, "Posts and lists of people"),
            .table(
                DocumentBlock.Table(
                    columns: [
                        .init("post"), .init("level"), .init("heads", isFigure: true),
                        .init("filled", isFigure: true), .init("state"), .init("by rows"),
                    ], rows: rows)),
            .paragraph(
                "Heads are whole weeks of one person; filled is the least on any day. A list "
                    + "counts each person once."),
        ]
    }

    // MARK: - Gaps

    private var gaps: [DocumentBlock] {
        guard !report.gaps.isEmpty else { return [] }
        let isCut = report.gaps.contains { !$0.hasMends }
        let more: [DocumentBlock] =
            isCut
            ? [
                .paragraph(
                    "Ways out are worked out for the first gaps, and gaps are told up to "
                        + "\(PostAssigner.mostBottlenecks); the table above says of every post "
                        + "whether it is open.")
            ] : []
        let several: [DocumentBlock] =
            report.gaps.count > 1
            ? [
                .paragraph(
                    "Each gap is mended as if those before it were; one person mends one gap. "
                        + "Validate again once a mend is chosen.")
            ] : []
        return [.heading(level: 2, "Gaps")] + several + more
            + report.gaps.enumerated().flatMap { self.gap($0.offset + 1, $0.element) }
    }

    private func gap(_ number: Int, _ gap: ClearanceReport.Gap) -> [DocumentBlock] {
        let short = gap.bottleneck
        let names = short.posts.map { part in
            let whole = (report.posts + report.lists).first { $0.post.id == part.post }?.post
            let isPart = part.thousandths < whole?.workThousandths ?? 0
            return "'\(part.post)'"
                + (isPart ? " (of which \(Figures.thousandths(part.thousandths)) are filled)" : "")
        }.joined(separator: ", ")
        let worst = short.worstOn == short.from ? "" : ", at worst on \(short.worstOn)"
        let needed = Figures.thousandths(short.neededThousandths)
        let there = Figures.thousandths(short.availableThousandths)
        let missing = Figures.thousandths(short.missingThousandths)
        let who =
            short.people.isEmpty
            ? "nobody may fill \(short.posts.count == 1 ? "it" : "them")"
            : "\(short.people.count == 1 ? "row" : "rows") \(list(short.people)) may fill "
                + (short.posts.count == 1 ? "it" : "them") + " and can give \(there)"
        let together =
            short.posts.count == 1
            ? "" : " None of these can be left out: any others of them could be filled."
        let core =
            "G\(number)  From \(short.from) to \(short.until)\(worst): \(names) "
            + "\(short.posts.count == 1 ? "needs" : "need") \(needed) heads; \(who). Missing: "
            + "\(missing).\(together)"
        let alike = short.alike.map { "'\($0.post)'" }.joined(separator: ", ")
        let text =
            alike.isEmpty
            ? core
            : core + " For \(alike), which \(short.alike.count == 1 ? "asks" : "ask") the same, "
                + "nobody is left either: in all "
                + "\(Figures.thousandths(short.missingInAllThousandths)) heads are missing."
        let why: [DocumentBlock] =
            gap.obstacles.isEmpty
            ? []
            : [
                .paragraph(
                    "What keeps others from '\(short.posts.first?.post ?? "")': "
                        + gap.obstacles.prefix(4).map { obstacle in
                            "\(obstacle.rows) by \(obstacle.rule), as in \"\(obstacle.example)\""
                        }.joined(separator: "; ") + ".")
            ]
        guard gap.hasMends else { return [.paragraph(text)] + why }
        guard !gap.mends.isEmpty else {
            return [
                .paragraph(text)
            ] + why + [
                .paragraph("Nothing done to people helps: no one can fulfil what is asked.")
            ]
        }
        return [
            .paragraph(text)
        ] + why + [
            .paragraph("Each of these closes it, worked out by assigning again:"),
            .bullets(gap.mends.map(mend)),
        ]
    }

    private func mend(_ priced: ClearanceReport.PricedMend) -> String {
        let mend = priced.mend
        let rows = "\(mend.count == 1 ? "row" : "rows") \(list(mend.people))"
        let action =
            switch mend.kind {
            case .confirm: "find the missing facts about \(rows), if they speak for them"
            case .fulfil: "do the steps that the verdicts on \(rows) wait for"
            case .extend: "renew the clearances of \(rows) until the end of the gap"
            case .sponsor: "take over the clearances of \(rows)"
            case .clear: "clear \(rows) to \(levels(mend))"
            case .hire: "hire \(people(mend.count)) \(fulfilling(mend))"
            }
        let least = mend.isLeast ? "" : " (fewer may do; the search was cut short)"
        let time =
            switch mend.kind {
            case .confirm, .fulfil: ""
            default: mend.leadTime.map { "; takes \($0)" } ?? "; nobody publishes how long it takes"
            }
        let cost =
            priced.cost.map { "; \(Figures.money($0)), \(priced.derivation)" }
            ?? "; cost not known: \(priced.derivation)"
        let quota =
            priced.exceededSponsorLimit.map {
                "; more than the \($0) new cases that the customer sponsors"
            } ?? ""
        return action + least + quota + time + cost
    }

    private func people(_ count: Int) -> String { count == 1 ? "1 person" : "\(count) people" }

    private func levels(_ mend: Mend) -> String {
        let names = mend.clearances.map(\.name)
        if !names.isEmpty { return names.joined(separator: ", ") }
        return Set(mend.needs.map(\.level.marking)).sorted().joined(separator: ", ")
    }

    private func fulfilling(_ mend: Mend) -> String {
        let isOpen = mend.needs.allSatisfy { $0.level.personnelClearance == .notRequired }
        var parts =
            mend.clearances.isEmpty && isOpen
            ? ["without a clearance"] : ["cleared to \(levels(mend))"]
        if let nation = mend.nation {
            let isSole = mend.needs.contains { $0.nationality?.isSole ?? false }
            parts.append("of \(nation)\(isSole ? " and no other nation" : "")")
        }
        let accesses = Set(mend.needs.flatMap(\.readIns)).sorted()
        if !accesses.isEmpty { parts.append("read in to \(accesses.joined(separator: ", "))") }
        let roles = Set(mend.needs.compactMap(\.role?.rawValue)).sorted()
        if !roles.isEmpty { parts.append("for \(roles.joined(separator: ", "))") }
        return parts.joined(separator: ", ")
    }

    // MARK: - Days

    private var calendar: [DocumentBlock] {
        guard !report.calendar.isEmpty else { return [] }
        // Rows of which the same ends on the same day stand together.
        var groups: [(entry: ClearanceReport.CalendarEntry, rows: [String])] = []
        for entry in report.calendar {
            let index = groups.firstIndex { group in
                group.entry.date == entry.date && group.entry.what == entry.what
                    && group.entry.isAssigned == entry.isAssigned
            }
            if let index {
                groups[index].rows.append(entry.row)
            } else {
                groups.append((entry, [entry.row]))
            }
        }
        let rows = groups.map { group in
            [
                group.entry.date.description, list(group.rows), group.entry.what,
                group.entry.renewBy.map(\.description) ?? "not published",
                group.entry.isAssigned ? "yes" : "",
            ]
        }
        return [
            .heading(level: 2, "What ends"),
            .table(
                DocumentBlock.Table(
                    columns: [
                        .init("ends on"), .init("row"), .init("what"), .init("ask again by"),
                        .init("in use"),
                    ], rows: rows)),
        ]
    }

    private var ramp: [DocumentBlock] {
        guard report.ramp.count > 1 else { return [] }
        let rows = report.ramp.map { row in
            [
                row.from.description, Figures.thousandths(row.neededThousandths),
                Figures.thousandths(row.filledThousandths), "\(row.people)",
            ]
        }
        return [
            .heading(level: 2, "Heads over time"),
            .table(
                DocumentBlock.Table(
                    columns: [
                        .init("from"), .init("needed", isFigure: true),
                        .init("filled", isFigure: true), .init("people", isFigure: true),
                    ], rows: rows)),
        ]
    }

    // MARK: - What it waits for

    private var conditions: [DocumentBlock] {
        let steps = report.steps.map { step in
            "\(step.text) (\(step.authority)"
                + (step.leadTime.map { ", \($0)" } ?? "") + ")"
        }
        let questions = report.questions.map { "\($0.text) Ask: \($0.askWhom)." }
        var blocks: [DocumentBlock] = []
        if !steps.isEmpty {
            blocks += [.heading(level: 2, "Steps that answers wait for"), .bullets(steps)]
        }
        if !questions.isEmpty {
            blocks += [.heading(level: 2, "Facts that are missing"), .bullets(questions)]
        }
        if !report.premises.isEmpty {
            blocks += [
                .heading(level: 2, "Taken to be true"), .bullets(report.premises.map(\.text)),
            ]
        }
        return blocks
    }
}
