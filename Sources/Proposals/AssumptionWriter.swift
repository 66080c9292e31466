import Assembly
import Catalog
import Eligibility
import Pricing
import Quantities
import Requirements

/// Lists what a package rests on, each with what it costs when it does not hold.
///
/// The cost is found by solving again without every option that rests on the assumption.
struct AssumptionWriter {
    let writer: ProposalWriter
    let chosen: [Candidate]

    func write() -> [Assumption] {
        var texts: [(text: String, ifFalse: Assumption.IfFalse)] = []
        for step in steps() {
            texts.append(
                (stepText(step), cost { $0.judgement.steps.contains { $0.id == step.id } }))
        }
        for premise in premises() {
            texts.append(
                (
                    premise.text,
                    cost { $0.judgement.premises.contains { $0.id == premise.id } }
                ))
        }
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

    private func stepText(_ step: Step) -> String {
        let accepted = writer.requirement.acceptance.leadTime
        switch (step.leadTime, accepted) {
        case (nil, let most?):
            return "\(step.text) (granted by \(step.authority)). Nobody publishes how long it "
                + "takes or what it costs: it is taken to be done within \(most), and its cost is "
                + "not in the total"
        case (nil, nil):
            return "\(step.text) (granted by \(step.authority)). Nobody publishes how long it "
                + "takes or what it costs: neither is in this quote"
        case (let time?, _) where time.isZero:
            return "\(step.text) (granted by \(step.authority))"
        case (let time?, _):
            return "\(step.text) (granted by \(step.authority), \(time))"
        }
    }

    /// Solves again without the options that rest on an assumption.
    private func cost(_ rests: (Candidate) -> Bool) -> Assumption.IfFalse {
        let resting = Set(writer.world.candidates.filter(rests).map(\.id))
        var problem = writer.world.compiled.problem
        for index in problem.demands.indices {
            problem.demands[index].options.removeAll { resting.contains($0.id) }
        }
        let answer = writer.solver(problem)
        switch answer.status {
        case .optimal: return .more(e4: answer.totalE4 - writer.answer.totalE4)
        case .infeasible: return .noPackage
        case .feasible, .unknown: return .notComputed("the search ended at its limit")
        }
    }

    /// How this quote counts: what a reader needs to recompute it.
    func conventions() -> [String] {
        let world = writer.world
        let sheets = Set(
            chosen.flatMap(\.lines).flatMap(\.meter.rows).map(\.provenance.asOf.description)
        ).sorted()
        let people = world.staff.unpriced.map {
            "people whom no rate prices are not in the total: \($0)"
        }
        return people + [
            "list prices of the sheets dated \(sheets.joined(separator: ", ")) hold over the whole "
                + "term, and no negotiated discount is taken",
            "amounts in other currencies are converted at the ECB reference rates of "
                + "\(world.rates.date), unrounded, and each line is rounded once, half up",
            "a month has 730 hours where a meter runs by the hour; every machine runs all of them",
            "a virtual processor is a hardware thread or what its provider sells as one; speed is "
                + "not compared",
            "data transfer, requests, licences, backup, support plans and taxes are not asked for "
                + "and not in the total",
        ]
    }
}
