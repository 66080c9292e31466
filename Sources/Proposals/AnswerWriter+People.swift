import Catalog
import LocatedInput
import Requirements

/// Answers what a requirement asks of staff.
extension AnswerWriter {
    func staff() -> [RequirementAnswer] {
        coverage() + posts() + lists() + furnished() + sponsored() + twoPerson()
    }

    private var asked: Requirement.StaffDemand { writer.requirement.staff }

    private func coverage() -> [RequirementAnswer] {
        let seats = people.seats.filter { $0.post == nil }
        guard !seats.isEmpty else { return [] }
        let text = seats.map { seat in
            "\(seat.seats) at \(seat.site?.rawValue ?? "") for \(seat.enclave)"
        }
        return [
            RequirementAnswer(
                path: "staff.coverage", asked: asked.coverage.rawValue, status: .met,
                answer: "seats: \(text.joined(separator: ", "))")
        ]
    }

    private func posts() -> [RequirementAnswer] {
        writer.world.bound.staff.posts.map { bound in
            let post = bound.post
            let seats = people.seats.filter { $0.post == post.id }
            var text = "\(post.seats) x \(bound.role.name) for \(post.enclave.value)"
            text += post.isPerSite ? ", at every site" : ", once"
            if let nationality = bound.nationality { text += ", nationality \(nationality.text)" }
            let filled = seats.map { seat in
                "\(seat.seats - seat.furnished) bought"
                    + (seat.furnished > 0 ? " and \(seat.furnished) furnished" : "")
                    + (seat.site.map { " at \($0)" } ?? "")
                    + (seat.persons > 1 ? ", \(seat.persons) people at a seat" : "")
            }
            return RequirementAnswer(
                path: "staff.posts.\(post.id)", asked: text,
                status: bound.nationality == nil ? .met : .conditional,
                answer: filled.joined(separator: "; "))
        }
    }

    private func lists() -> [RequirementAnswer] {
        zip(writer.world.bound.staff.people, people.people).map { list, figure in
            var wanted: [String] = []
            if let heads = figure.asked { wanted.append("at least \(heads)") }
            if let available = figure.available { wanted.append("\(available) available") }
            wanted.append("cleared to \(figure.marking)")
            if let nationality = figure.nationality {
                wanted.append("nationality \(nationality.text)")
            }
            var text =
                "\(figure.hired) people, \(figure.inSeats) of them for the seats of this level"
            if figure.bench > 0 { text += ", \(figure.bench) beyond them" }
            if let cases = figure.newCases, let cleared = figure.cleared {
                text += "; \(cleared) are cleared already, \(cases) new cases"
            } else {
                text += "; how many are cleared already is not stated"
            }
            return RequirementAnswer(
                path: list.path, asked: wanted.joined(separator: ", "), status: .conditional,
                answer: text)
        }
    }

    private func furnished() -> [RequirementAnswer] {
        asked.furnished.enumerated().map { index, furnished in
            let seats = people.seats.filter { seat in
                seat.furnished > 0 && seat.enclave == furnished.enclave.value
                    && seat.post == furnished.post?.value
                    && (furnished.role == nil || furnished.role?.value == seat.role.id)
            }
            let what = furnished.post.map { "post \($0.value)" } ?? "the platform's own"
            let count = seats.map(\.furnished).reduce(0, +)
            let work = seats.map(\.furnishedMilliFTE).reduce(0, +)
            let places = seats.map { seat in seat.site.map { "at \($0)" } ?? "once" }
            return RequirementAnswer(
                path: "staff.customerFurnished.\(index + 1)",
                asked: "\(furnished.seats) of \(what) for \(furnished.enclave.value)",
                status: seats.isEmpty ? .notMet : .met,
                answer: seats.isEmpty
                    ? "no such seat is needed"
                    : "the customer fills \(count) (\(places.joined(separator: ", "))): "
                        + "\(PeopleWords.decimal(work, scale: 3)) people of his own, not in the "
                        + "price")
        }
    }

    private func sponsored() -> [RequirementAnswer] {
        guard let limit = people.sponsorLimit else { return [] }
        let hasOpen = people.people.contains { $0.cleared == nil }
        return [
            RequirementAnswer(
                path: "staff.sponsorLimit", asked: "at most \(limit) new clearance cases",
                status: hasOpen ? .conditional : .met,
                answer: "\(people.newCases) new cases"
                    + (hasOpen ? " of the lists that state who is cleared already" : ""))
        ]
    }

    private func twoPerson() -> [RequirementAnswer] {
        guard !asked.twoPerson.isEmpty else { return [] }
        let seats = people.seats.filter { $0.persons > 1 }
        let places = seats.map { seat in
            "\(seat.seats) for \(seat.enclave)" + (seat.site.map { " at \($0)" } ?? "")
        }
        return [
            RequirementAnswer(
                path: "staff.twoPerson",
                asked: asked.twoPerson.map(\.value).joined(separator: ", "), status: .met,
                answer: seats.isEmpty
                    ? "no enclave of these levels is asked for"
                    : "two people at each of these seats: \(places.joined(separator: "; "))")
        ]
    }
}
