import Catalog
import Diagnostics
import LocatedInput
import Quantities

extension Requirement.StaffDemand {
    /// Operations around the clock, by the platforms' own seats.
    static let aroundTheClock = Self(
        coverage: .aroundTheClock, isStated: false, posts: [], people: [], furnished: [],
        sponsorLimit: nil, twoPerson: [])

    /// Most lists with `cleared` beside a limit of sponsored cases: each set of them is a limit.
    private static let mostClearedLists = 6

    /// Reads the staff of a requirement.
    ///
    /// - Parameter enclaves: names of the enclaves that may be referred to.
    init?(_ value: LocatedValue, enclaves: [String], _ collector: FindingCollector) {
        guard var reader = FieldReader(value, "staff", collector) else { return nil }
        coverage =
            reader.optional("coverage", as: OperatingModel.Coverage.self)?.value ?? .aroundTheClock
        isStated = reader.has("coverage")
        let posts = reader.children("posts")
        let people = reader.children("people")
        self.posts = posts.compactMap { StaffPost($0, collector) }
        self.people = people.compactMap { PeopleDemand($0, collector) }
        furnished = reader.children("customerFurnished")
            .compactMap { FurnishedSeats($0, collector) }
        sponsorLimit = StaffNumber.read("sponsorLimit", from: 0, "sponsored cases", &reader)
        twoPerson = reader.list("twoPerson", as: String.self)
        reader.finish()
        let postIDs = Requirement.identifiers(in: posts)
        let peopleIDs = Requirement.identifiers(in: people)
        Requirement.reportTwice(postIDs, "post", collector)
        Requirement.reportTwice(peopleIDs, "list of people", collector)
        let names = StaffNames(collector: collector)
        if !enclaves.isEmpty {
            names.check(self.posts.map(\.enclave) + furnished.map(\.enclave), enclaves, "enclave")
        }
        names.check(furnished.compactMap(\.post), postIDs.map(\.id), "post")
        reportFurnishedElsewhere(collector)
        reportAmongst(peopleIDs.map(\.id), names, collector)
        reportTooMany(collector)
    }

    /// Reports posts that are filled on no day of the evaluated term.
    func reportOutside(_ term: Term, _ collector: FindingCollector) {
        for post in posts {
            let help = "the evaluated term is \(term.start) to \(term.end)"
            if let from = post.from, term.end <= from.value {
                collector.report(
                    .inputOutOfRange,
                    "post '\(post.id)' begins on \(from.value), after the term has ended",
                    at: from.location, help: help)
            }
            if let until = post.until, until.value <= term.start {
                collector.report(
                    .inputOutOfRange,
                    "post '\(post.id)' ends on \(until.value), before the term begins",
                    at: until.location, help: help)
            }
        }
    }

    private func reportFurnishedElsewhere(_ collector: FindingCollector) {
        for seats in furnished {
            guard let name = seats.post, let post = posts.first(where: { $0.id == name.value }),
                post.enclave.value != seats.enclave.value
            else { continue }
            collector.report(
                .requirementUnknownReference,
                "post '\(post.id)' belongs to enclave '\(post.enclave.value)', not to "
                    + "'\(seats.enclave.value)'",
                at: name.location, help: "write 'enclave: \(post.enclave.value)'")
        }
    }

    private func reportAmongst(
        _ ids: [String], _ names: StaffNames, _ collector: FindingCollector
    ) {
        for list in people {
            guard let amongst = list.amongst, case .list(let other) = amongst.value else {
                continue
            }
            names.check([Located(other, at: amongst.location)], ids, "list of people")
            let isChain = people.contains { next in
                guard next.id == other, case .list = next.amongst?.value else { return false }
                return true
            }
            guard other == list.id || isChain else { continue }
            collector.report(
                .requirementUnknownReference,
                "the people of '\(list.id)' cannot be among those of '\(other)'",
                at: amongst.location,
                help: "name a list of people that is not among another one itself")
        }
    }

    private func reportTooMany(_ collector: FindingCollector) {
        let stated = people.filter { $0.cleared != nil }
        guard let sponsorLimit, stated.count > Self.mostClearedLists else { return }
        collector.report(
            .requirementAbsurdQuantity,
            "\(stated.count) lists of people state 'cleared'; at most \(Self.mostClearedLists) "
                + "can stand beside a limit of sponsored cases",
            at: sponsorLimit.location, help: "put lists of one level together")
    }
}

extension StaffPost {
    init?(_ value: LocatedValue, _ collector: FindingCollector) {
        guard var reader = FieldReader(value, "post", collector) else { return nil }
        let id = reader.required("id", as: PartName.self)
        let enclave = reader.required("enclave", as: PartName.self)
        let role = reader.required("role", as: RoleID.self)
        let seats = StaffNumber.read("seats", from: 1, to: 1000, "seats", &reader)
        let persons = StaffNumber.read("persons", from: 1, to: 2, "people at a seat", &reader)
        coverage = reader.optional("coverage", as: OperatingModel.Coverage.self)?.value
        nationality = reader.list("nationality", as: OwnerID.self)
        isSoleNational = reader.optional("soleNational", as: Bool.self)?.value ?? false
        isPerSite = reader.optional("perSite", as: Bool.self)?.value ?? false
        within = reader.list("within", as: OwnerID.self)
        isSystemWide = reader.optional("systemWide", as: Bool.self)?.value ?? false
        volume = reader.optional("volume", as: RuleTerms.Volume.self)?.value
        readIns = reader.list("readIns", as: String.self)
        let share = reader.optional("share", as: RosterShare.self)
        shareThousandths = share?.value.thousandths ?? 1000
        from = reader.optional("from", as: CalendarDate.self)
        until = reader.optional("until", as: CalendarDate.self)
        reader.finish()
        if let from, let until, until.value <= from.value {
            collector.report(
                .inputOutOfRange, "the post ends on \(until.value), before its first day",
                at: until.location, notes: [FindingNote("the first day stands", at: from.location)],
                help: "correct one of the two dates")
        }
        guard let id, let enclave, let role else { return nil }
        self.id = id.value.text
        self.enclave = Located(enclave.value.text, at: enclave.location)
        self.role = role
        self.seats = seats?.value ?? 1
        self.persons = persons?.value ?? 1
    }
}

extension PeopleDemand {
    init?(_ value: LocatedValue, _ collector: FindingCollector) {
        guard var reader = FieldReader(value, "list of people", collector) else { return nil }
        let id = reader.required("id", as: PartName.self)
        let classification = reader.required("classification", as: String.self)
        owner = reader.optional("owner", as: OwnerID.self)
        role = reader.optional("role", as: RoleID.self)
        heads = StaffNumber.read("heads", from: 1, "people", &reader)
        cleared = StaffNumber.read("cleared", from: 0, "cleared people", &reader)
        available = StaffNumber.read("available", from: 0, "people who exist", &reader)
        nationality = reader.list("nationality", as: OwnerID.self)
        isSoleNational = reader.optional("soleNational", as: Bool.self)?.value ?? false
        countsHigher = reader.optional("orHigher", as: Bool.self)?.value ?? false
        isTransferable = reader.optional("transferable", as: Bool.self)?.value
        amongst = reader.optional("amongst", as: PartName.self).map { name in
            Located(name.value.text == "none" ? .none : .list(name.value.text), at: name.location)
        }
        let isEmpty = !reader.has("heads") && !reader.has("available")
        reader.finish()
        if isEmpty {
            collector.report(
                .requirementNothingAsked, "the list asks for no people", at: value.location,
                help: "write 'heads' for the least number that the contract provides, or "
                    + "'available' for how many exist")
        }
        Requirement.reportCrossed(heads, available, "people", collector)
        Requirement.reportCrossed(cleared, available, "people, as many as are cleared", collector)
        guard let id, let classification else { return nil }
        self.id = id.value.text
        self.classification = classification
    }
}

extension FurnishedSeats {
    init?(_ value: LocatedValue, _ collector: FindingCollector) {
        guard var reader = FieldReader(value, "furnished seats", collector) else { return nil }
        let enclave = reader.required("enclave", as: PartName.self)
        role = reader.optional("role", as: RoleID.self)
        post = reader.optional("post", as: PartName.self)
            .map { Located($0.value.text, at: $0.location) }
        let seats = StaffNumber.read("seats", from: 1, to: 1000, "seats", &reader)
        reader.finish()
        guard let enclave else { return nil }
        self.enclave = Located(enclave.value.text, at: enclave.location)
        self.seats = seats?.value ?? 1
    }
}

/// Reads a number of people or seats.
private enum StaffNumber {
    static func read(
        _ key: String, from least: Int, to most: Int = 100_000, _ what: String,
        _ reader: inout FieldReader
    ) -> Located<Int>? {
        guard let number = reader.optional(key, as: Int.self) else { return nil }
        guard !(least...most).contains(number.value) else { return number }
        reader.collector.report(
            .requirementAbsurdQuantity,
            "\(number.value) is no number of \(what); expected \(least) to \(most)",
            at: number.location, help: "write a whole number, or leave '\(key)' out")
        return nil
    }
}

/// Holds names that staff refer to against those that are there.
private struct StaffNames {
    let collector: FindingCollector

    func check(_ names: [Located<String>], _ known: [String], _ what: String) {
        for name in names where !known.contains(name.value) {
            let near = DidYouMean.nearest(to: name.value, in: known.sorted())
            collector.report(
                .requirementUnknownReference, "no \(what) '\(name.value)' in this requirement",
                at: name.location, help: near.map { "did you mean '\($0)'?" })
        }
    }
}
