import Catalog
import Clearance
package import Diagnostics
package import Proposals
import Quantities
import Requirements

/// A clearance report in the forms in which it is written.
package enum ClearanceForms {
    /// For a terminal, at most `width` columns wide.
    package static func text(_ report: ClearanceReport, width: Int = 100) -> String {
        TerminalRenderer(width: width).render(ClearanceOutline(report).blocks)
    }

    /// As Markdown.
    package static func markdown(_ report: ClearanceReport) -> String {
        MarkdownRenderer.render(ClearanceOutline(report).blocks)
    }

    /// The matrix as a table: one row for each person and enclave, with the days of changes.
    package static func csv(_ report: ClearanceReport) -> String {
        let header = ["row", "enclave", "marking", "from", "verdict", "reasons", "questions"]
        let rows = report.people.flatMap { person -> [[String]] in
            let answers = zip(person.spans, zip(person.judgements, person.reasons))
            return zip(report.columns, answers).flatMap { column, answer in
                answer.0.enumerated().map { index, span in
                    [
                        person.id, column.ids.joined(separator: ";"), column.marking,
                        span.from.description,
                        span.verdict.rawValue,
                        answer.1.1[index],
                        index == 0
                            ? answer.1.0.questions.map(\.text).joined(separator: " ") : "",
                    ]
                }
            }
        }
        return CSVText.render([header] + rows)
    }

    /// As data, `sovereign-clearance/1`.
    package static func json(_ report: ClearanceReport) -> JSONValue {
        ClearanceJSON(report: report).value
    }
}

/// Writes `sovereign-clearance/1`.
private struct ClearanceJSON {
    let report: ClearanceReport

    var value: JSONValue {
        [
            "format": "sovereign-clearance/1",
            "title": .string(report.bound.requirement.title),
            "status": .string(
                !report.isClear ? "gaps" : report.needsNoConditions ? "clear" : "conditional"),
            "from": .string(report.from.description),
            "until": .string(report.until.description),
            "catalog": [
                "version": .string(report.catalog.version),
                "date": .string(report.catalog.date.description),
                "contentHash": .string(report.catalog.contentHash.hexadecimal),
            ],
            "columns": .array(
                report.columns.map { (column: ClearanceReport.Column) -> JSONValue in
                    [
                        "ids": .array(column.ids.map { .string($0) }),
                        "marking": .string(column.marking),
                    ]
                }),
            "people": .array(report.people.map(person)),
            "facilities": .array(
                report.facilities.map { row in
                    judged(row.id, row.level.id.rawValue, row.judgement, row.spans)
                }),
            "systems": .array(
                report.systems.map { row in
                    judged(row.id, row.level.id.rawValue, row.judgement, row.spans)
                }),
            "exchanges": .array(report.exchanges.map(exchange)),
            "posts": .array(report.posts.map(post)),
            "lists": .array(report.lists.map(post)),
            "assignment": .array(report.assignment.fills.map(fill)),
            "gaps": .array(report.gaps.map(gap)),
            "calendar": .array(report.calendar.map(entry)),
            "ramp": .array(report.ramp.map(ramp)),
            "steps": .array(report.steps.map(step)),
            "questions": .array(report.questions.map(question)),
            "premises": .array(report.premises.map { .string($0.text) }),
        ]
    }

    private func person(_ row: ClearanceReport.PersonRow) -> JSONValue {
        [
            "row": .string(row.id),
            "access": .array(
                zip(report.columns, zip(row.spans, row.judgements)).map { column, answer in
                    judged(column.ids[0], nil, answer.1, answer.0)
                }),
        ]
    }

    private func judged(
        _ id: String, _ level: String?, _ judgement: CaseJudgement,
        _ spans: [ClearanceReport.Span]
    ) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [("id", .string(id))]
        if let level { members.append(("level", .string(level))) }
        members += [
            (
                "verdicts",
                .array(
                    spans.map { (span: ClearanceReport.Span) -> JSONValue in
                        [
                            "from": .string(span.from.description),
                            "verdict": .string(span.verdict.rawValue),
                        ]
                    })
            ),
            ("derivation", .array(judgement.judgements.map(judgementJSON))),
        ]
        return .object(members)
    }

    private func judgementJSON(_ judgement: Judgement) -> JSONValue {
        [
            "rule": .string(judgement.rule), "verdict": .string(judgement.verdict.rawValue),
            "explanation": judgement.explanation.json,
            "steps": .array(judgement.steps.map(step)),
            "questions": .array(judgement.questions.map(question)),
        ]
    }

    private func exchange(_ row: ClearanceReport.ExchangeRow) -> JSONValue {
        [
            "path": .string(row.path), "from": .string(row.source.id.rawValue),
            "to": .string(row.target.id.rawValue),
            "verdict": .string(row.judgement.verdict.rawValue),
            "derivation": .array(row.judgement.judgements.map(judgementJSON)),
        ]
    }

    private func post(_ row: ClearanceReport.PostRow) -> JSONValue {
        let post = row.post
        return [
            "id": .string(post.id), "level": .string(post.need.level.id.rawValue),
            "role": post.need.role.map { .string($0.rawValue) } ?? .null,
            "nationality": post.need.nationality.map { .string($0.text) } ?? .null,
            "from": .string(post.from.description), "until": .string(post.until.description),
            "neededThousandths": .integer(post.workThousandths),
            "filledThousandths": .integer(row.leastThousandths),
        ]
    }

    private func fill(_ fill: Assignment.Fill) -> JSONValue {
        [
            "post": .string(fill.post), "row": .string(fill.person),
            "thousandths": .integer(fill.thousandths), "from": .string(fill.from.description),
            "until": .string(fill.until.description),
        ]
    }

    private func gap(_ gap: ClearanceReport.Gap) -> JSONValue {
        let short = gap.bottleneck
        return [
            "posts": .array(
                short.posts.map { (part: Bottleneck.Part) -> JSONValue in
                    ["id": .string(part.post), "thousandths": .integer(part.thousandths)]
                }),
            "obstacles": .array(
                gap.obstacles.map { (obstacle: ClearanceReport.Obstacle) -> JSONValue in
                    [
                        "rule": .string(obstacle.rule), "rows": .integer(Int64(obstacle.rows)),
                        "example": .string(obstacle.example),
                    ]
                }),
            "alike": .array(
                short.alike.map { (part: Bottleneck.Part) -> JSONValue in
                    ["id": .string(part.post), "thousandths": .integer(part.thousandths)]
                }),
            "countsHeads": .bool(gap.isList),
            "rows": .array(short.people.map { .string($0) }),
            "availableThousandths": .integer(short.availableThousandths),
            "missingThousandths": .integer(short.missingThousandths),
            "from": .string(short.from.description), "until": .string(short.until.description),
            "worstOn": .string(short.worstOn.description),
            "mends": .array(gap.mends.map(mend)),
        ]
    }

    private func mend(_ priced: ClearanceReport.PricedMend) -> JSONValue {
        let mend = priced.mend
        return [
            "kind": .string(mend.kind.rawValue),
            "rows": .array(mend.people.map { .string($0) }),
            "count": .integer(Int64(mend.count)), "isLeast": .bool(mend.isLeast),
            "clearances": .array(mend.clearances.map { .string($0.id.rawValue) }),
            "levels": .array(
                Set(mend.needs.map(\.level.id.rawValue)).sorted().map { .string($0) }),
            "leadTime": mend.leadTime.map { .string($0.description) } ?? .null,
            "cost": priced.cost.map { .string($0.decimal.padded(toScale: $0.currency.minorUnits)) }
                ?? .null,
            "derivation": .string(priced.derivation),
            "exceededSponsorLimit": priced.exceededSponsorLimit.map { .integer(Int64($0)) }
                ?? .null,
        ]
    }

    private func entry(_ entry: ClearanceReport.CalendarEntry) -> JSONValue {
        [
            "date": .string(entry.date.description), "row": .string(entry.row),
            "what": .string(entry.what),
            "renewBy": entry.renewBy.map { .string($0.description) } ?? .null,
            "inUse": .bool(entry.isAssigned),
        ]
    }

    private func ramp(_ row: ClearanceReport.RampRow) -> JSONValue {
        [
            "from": .string(row.from.description),
            "neededThousandths": .integer(row.neededThousandths),
            "filledThousandths": .integer(row.filledThousandths),
            "people": .integer(Int64(row.people)),
        ]
    }

    private func step(_ step: Step) -> JSONValue {
        [
            "id": .string(step.id), "text": .string(step.text),
            "authority": .string(step.authority),
            "leadTime": step.leadTime.map { .string($0.description) } ?? .null,
        ]
    }

    private func question(_ question: OpenQuestion) -> JSONValue {
        [
            "id": .string(question.id), "text": .string(question.text),
            "askWhom": .string(question.askWhom),
        ]
    }
}
