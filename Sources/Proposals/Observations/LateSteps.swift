import Catalog
import Clearance
import Eligibility
import LocatedInput
import Quantities
import Requirements

/// Steps that take until after the term begins: what rests on them is paid for and cannot be used.
struct LateSteps: Observer {
    func observe(_ observed: ObservedCase) throws -> [Observation] {
        guard let package = observed.package else { return [] }
        let requirement = observed.requirement
        let start = requirement.term.start
        var late: [String: (step: Step, ready: CalendarDate, enclaves: [String])] = [:]
        for placement in package.placements {
            let enclave = placement.demand.enclave.enclave.id
            for step in placement.judgement.steps {
                guard let time = step.leadTime, !time.isZero,
                    let ready = try? requirement.asOf.value.adding(time), start < ready
                else { continue }
                late[step.id, default: (step, ready, [])].enclaves.append(enclave)
            }
        }
        return late.sorted { $0.key < $1.key }.map { _, entry in
            var seen: Set<String> = []
            let enclaves = entry.enclaves.filter { seen.insert($0).inserted }
            let time = entry.step.leadTime.map(\.description) ?? ""
            return Observation(
                kind: "late-step", weight: .notice, paths: enclaves.map { "enclaves.\($0)" },
                text: "the term begins on \(start), and a step takes until \(entry.ready) if it is "
                    + "begun on \(requirement.asOf.value): \(entry.step.text); what waits for it "
                    + "is paid for from the beginning and cannot be used before",
                workings: [
                    "\(time) from \(requirement.asOf.value) is \(entry.ready); days after "
                        + "\(start): \(start.days(until: entry.ready))",
                    "granted by: \(entry.step.authority)",
                ],
                wayOut: "begin the step now, let the term of these enclaves begin later, or agree "
                    + "that they are paid for from the day on which they may be used")
        }
    }
}
