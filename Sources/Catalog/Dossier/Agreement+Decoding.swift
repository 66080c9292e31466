import Diagnostics
import LocatedInput
import Quantities

extension Agreement {
    init?(_ row: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(row, "agreement", collector) else { return nil }
        let id = reader.required("id", as: AgreementID.self)
        let title = reader.required("title", as: String.self)
        let parties = reader.list("parties", as: OwnerID.self)
        let kind = reader.required("kind", as: Kind.self)
        let direction = reader.required("direction", as: Direction.self)
        upTo = reader.list("upTo", as: LevelID.self).map(\.value)
        let electronicUpTo = reader.list("electronicUpTo", as: LevelID.self)
        let electronic = reader.optional("electronic", as: Electronic.self)
        scope = reader.optional("scope", as: String.self)?.value
        signed = reader.optional("signed", as: CalendarDate.self)?.value
        inForce = reader.optional("inForce", as: CalendarDate.self)?.value
        let until = reader.optional("until", as: CalendarDate.self)
        let status = reader.required("status", as: Status.self)
        note = reader.optional("note", as: String.self)?.value
        let provenance = Provenance(&reader)
        reader.finish()
        if parties.count < 2 {
            collector.report(
                .catalogContradiction, "an agreement has two parties or more",
                at: reader.location(of: "parties"),
                help: "write them with ';' between them, as in EU;NATO")
        }
        if let inForce, let until, until.value <= inForce {
            collector.report(
                .catalogEmptyValidity,
                "it ends on \(until.value), not after it began to hold on \(inForce)",
                at: until.location, help: "check which of the two dates the source gives")
        }
        let isCapped = electronic?.value == .capped
        if isCapped == electronicUpTo.isEmpty, electronic != nil || !electronicUpTo.isEmpty {
            collector.report(
                .catalogContradiction,
                isCapped
                    ? "exchange over networks is said to be capped, but at no level"
                    : "a level of exchange over networks stands beside "
                        + "'\(electronic?.value.rawValue ?? "nothing")'",
                at: reader.location(of: isCapped ? "electronic" : "electronicUpTo"),
                help: "write 'capped' with levels in electronicUpTo, or no levels")
        }
        guard let id, let title, let kind, let direction, let status, let provenance else {
            return nil
        }
        self.id = id.value
        self.title = title.value
        self.parties = parties.map(\.value)
        self.kind = kind.value
        self.direction = direction.value
        self.electronicUpTo = electronicUpTo.map(\.value)
        self.electronic = electronic?.value ?? .unknown
        self.until = until?.value
        self.status = status.value
        self.provenance = provenance
    }
}
