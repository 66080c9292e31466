import Catalog
import Diagnostics
import Proposals
import Requirements

extension QuoteJSONWriter {
    /// Seats, lists of people and what has to be shown of them.
    func staff(_ staff: StaffStatement) -> JSONValue {
        [
            "seats": .array(staff.seats.map(seat)),
            "lists": .array(staff.people.map(list)),
            "sponsorLimit": integer(staff.sponsorLimit),
            "newCases": .integer(staff.newCases),
            "conditions": .array(staff.conditions.map { .string($0) }),
        ]
    }

    private func seat(_ seat: StaffedSeat) -> JSONValue {
        [
            "post": .optional(seat.post),
            "enclave": .string(seat.enclave),
            "site": .optional(seat.site?.rawValue),
            "role": .string(seat.role.id.rawValue),
            "level": .optional(seat.level?.rawValue),
            "nationality": nationality(seat.nationality),
            "seats": .integer(Int64(seat.seats)),
            "furnished": .integer(Int64(seat.furnished)),
            "persons": .integer(Int64(seat.persons)),
            "coverage": .string(seat.coverage.rawValue),
            "milliFTE": .integer(seat.milliFTE),
            "furnishedMilliFTE": .integer(seat.furnishedMilliFTE),
        ]
    }

    private func list(_ figure: PeopleFigure) -> JSONValue {
        [
            "id": .string(figure.id),
            "classification": .string(figure.marking),
            "nationality": nationality(figure.nationality),
            "asked": integer(figure.asked),
            "available": integer(figure.available),
            "hired": .integer(figure.hired),
            "inSeats": .integer(figure.inSeats),
            "bench": .integer(figure.bench),
            "cleared": integer(figure.cleared),
            "newCases": figure.newCases.map { .integer($0) } ?? .null,
        ]
    }

    func nationality(_ nationality: Nationality?) -> JSONValue {
        guard let nationality else { return .null }
        return [
            "nations": .array(nationality.nations.map { .string($0.rawValue) }),
            "sole": .bool(nationality.isSole),
        ]
    }

    private func integer(_ value: Int?) -> JSONValue {
        value.map { .integer(Int64($0)) } ?? .null
    }
}
