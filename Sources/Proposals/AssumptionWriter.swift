import Assembly
import Catalog
import Clearance
import Eligibility
import LocatedInput
import Pricing
import Quantities
import Requirements

/// Lists what a package rests on, each with what it costs when it does not hold.
///
/// The cost is found by solving again without every option that rests on the assumption.
struct AssumptionWriter: Sendable {
    let writer: ProposalWriter
    let chosen: [Candidate]
    let staff: StaffStatement

    func write() -> [Assumption] {
        let steps = steps().map { step in
            (stepText(step), resting { $0.judgement.steps.contains { $0.id == step.id } })
        }
        let premises = premises().map { premise in
            (premise.text, resting { $0.judgement.premises.contains { $0.id == premise.id } })
        }
        var texts = priced(steps + premises + interpretations())
        if let people = peopleText() {
            texts.append((people, .notComputed("people are not judged")))
        }
        texts += staff.conditions.map { ($0, .notComputed("people are not judged")) }
        return texts.enumerated().map {
            Assumption(number: $0 + 1, text: $1.text, ifFalse: $1.ifFalse)
        }
    }

    private func steps() -> [Step] {
        var steps: [String: Step] = [:]
        for candidate in chosen { for step in candidate.judgement.steps { steps[step.id] = step } }
        return steps.sorted { $0.key < $1.key }.map(\.value)
    }

    private func premises() -> [Premise] {
        var premises: [String: Premise] = [:]
        for candidate in chosen {
            for premise in candidate.judgement.premises { premises[premise.id] = premise }
        }
        return premises.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Questions about the words of rules on which chosen offers rest: they are taken to be
    /// answered in favour of what is offered.
    private func interpretations() -> [(String, Set<String>)] {
        var questions: [String: OpenQuestion] = [:]
        for candidate in chosen {
            for question in candidate.judgement.questions where question.id.hasPrefix("rule:") {
                questions[question.id] = question
            }
        }
        return questions.sorted { $0.key < $1.key }.map { id, question in
            (
                "\(question.askWhom) answers in favour of what is offered: \(question.text)",
                resting { $0.judgement.questions.contains { $0.id == id } }
            )
        }
    }

    /// Who runs the package, where people are part of it.
    private func peopleText() -> String? {
        var byLevel: [String: Int64] = [:]
        for counts in writer.answer.heads.values {
            for (level, count) in counts { byLevel[level, default: 0] += count }
        }
        let heads = byLevel.values.reduce(0, +)
        guard heads > 0 else { return nil }
        let parts = byLevel.filter { $0.value > 0 && $0.key != StaffPlan.levelName(nil) }
            .sorted { $0.key < $1.key }.map { level, count in
                let marking = writer.world.catalog.level(LevelID(level))?.marking ?? level
                return (count == heads ? " " : ", \(count) ") + "cleared to \(marking)"
            }
        let cleared = parts.joined()
        let asked =
            writer.requirement.staff.isStated
            ? "" : ", and so is its coverage, which the requirement does not state"
        return
            "\(heads) people\(cleared), employed by the bidder or a subcontractor, stand ready by "
            + "\(writer.requirement.term.start); one seat for each platform is the catalog's own "
            + "estimate\(asked)"
    }

    private func stepText(_ step: Step) -> String {
        switch step.leadTime {
        case nil:
            return "\(step.text) (granted by \(step.authority)). Nobody publishes how long it "
                + "takes or what it costs: it is taken to be done by \(deadline()), and its "
                + "cost is not in the total"
        case let time? where time.isZero:
            return "\(step.text) (granted by \(step.authority))"
        case let time?:
            return "\(step.text) (granted by \(step.authority), \(time))"
        }
    }

    /// The day by which conditions are met: within the lead time that the customer takes, and no
    /// later than the start of the term.
    private func deadline() -> CalendarDate {
        let requirement = writer.requirement
        let latest = requirement.acceptance.leadTime
            .flatMap { try? requirement.asOf.value.adding($0) }
        return min(latest ?? requirement.term.start, requirement.term.start)
    }

    /// The options that rest on an assumption.
    private func resting(_ rests: (Candidate) -> Bool) -> Set<String> {
        Set(writer.world.candidates.filter(rests).map(\.id))
    }

    /// Gives each assumption its cost; where the same options rest on several, they are solved
    /// without once.
    private func priced(
        _ assumptions: [(text: String, resting: Set<String>)]
    ) -> [(text: String, ifFalse: Assumption.IfFalse)] {
        var known: [Set<String>: Int] = [:]
        var distinct: [Set<String>] = []
        for entry in assumptions where known[entry.resting] == nil {
            known[entry.resting] = distinct.count
            distinct.append(entry.resting)
        }
        let sets = distinct
        let costs = Concurrently.map(sets.count) { cost(without: sets[$0]) }
        return assumptions.map { ($0.text, costs[known[$0.resting] ?? 0]) }
    }

    /// Solves again without some options.
    private func cost(without resting: Set<String>) -> Assumption.IfFalse {
        var problem = writer.world.compiled.problem
        problem.removeOptions { resting.contains($0) }
        let answer = writer.solver(problem)
        switch answer.status {
        case .optimal: return .more(e4: answer.totalE4 - writer.answer.totalE4)
        case .infeasible: return .noPackage
        case .feasible, .unknown: return .notComputed("the search ended at its limit")
        }
    }

    /// Says which price sheets are older than evidence may be.
    private func agedSheets() -> String {
        let requirement = writer.requirement
        let limit = requirement.procurement.evidenceMaxAge
        let dates = chosen.flatMap(\.lines).flatMap(\.meter.rows).compactMap { row in
            if case .date(let date) = row.provenance.asOf { date } else { nil }
        }
        let old = Set(dates).filter { date in
            ((try? date.adding(limit)) ?? date) < requirement.asOf.value
        }.sorted()
        guard !old.isEmpty else { return "" }
        let list = old.map(\.description).joined(separator: ", ")
        return " (\(list): older than \(limit), the age that evidence may have)"
    }

    /// Machine series that were compared, by provider.
    private func series() -> [String] {
        let used = Set(writer.world.candidates.map(\.service.id))
        let instances = writer.world.catalog.instances.filter { used.contains($0.service) }
        return Set(instances.map(\.family)).sorted()
    }

    /// How this quote counts: what a reader needs to recompute it.
    func conventions() -> [String] {
        let world = writer.world
        let sheets = Set(
            chosen.flatMap(\.lines).flatMap(\.meter.rows).map(\.provenance.asOf.description)
        ).sorted()
        let asOf = writer.requirement.asOf.value
        let old = agedSheets()
        let discounts =
            world.catalog.programmes.isEmpty && world.bound.discounts.isEmpty
            ? "no negotiated discount is taken" : "discounts apply as shown"
        return [
            "list prices of the sheets dated \(sheets.joined(separator: ", ")) hold over the whole "
                + "term\(old), and \(discounts)",
            "amounts in other currencies are converted at the "
                + world.rates.tableName(for: [writer.requirement.currency.value])
                + " of \(world.rates.date), \(world.rates.date.days(until: asOf)) days before the "
                + "date of judgement, unrounded, and each line is rounded once, half up",
            "machines are compared within the series that the catalog holds: "
                + series().joined(separator: ", "),
            "a month has 730 hours where a meter runs by the hour; every machine runs all of them",
            "a virtual processor is a hardware thread or what its provider sells as one; speed is "
                + "not compared",
            "data transfer, requests, licences, backup, support plans and taxes are not asked for "
                + "and not in the total",
        ] + splitConvention() + (writer.answer.heads.isEmpty ? [] : [Self.headConvention])
            + (staff.isAsked ? Self.peopleConventions : [])
    }

    /// A split is compiled at its least number of sites alone.
    private func splitConvention() -> [String] {
        let split = writer.world.bound.demands.filter { $0.workload.splitSites > 1 }.map(\.id)
        guard !split.isEmpty else { return [] }
        return [
            "\(split.joined(separator: ", ")): split in equal parts over as many sites as are "
                + "asked at least; that more sites could be cheaper is not looked at"
        ]
    }

    private static let headConvention =
        "people of one role, level and nationality are hired together for all their seats, "
        + "whatever the place, and rounded up to whole ones once"

    /// How people are counted, where the requirement asks for more than platforms do.
    private static let peopleConventions = [
        "people who are cleared to a higher level may fill seats of lower levels of the same role",
        "people of a stated nationality are hired for seats that ask for it, and for no others",
        "posts that are filled once are counted once, however many sites their enclave uses",
    ]
}
