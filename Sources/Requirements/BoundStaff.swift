package import Catalog
import Diagnostics
import LocatedInput

/// The staff of a requirement with its words found in the catalog.
package struct BoundStaff: Sendable {
    /// In the order written.
    package let posts: [BoundPost]
    /// In the order written.
    package let people: [BoundPeople]
    /// Levels at which every seat is filled by two people.
    package let twoPerson: [Level]

    /// A post with its role found.
    package struct BoundPost: Sendable {
        /// As it was written.
        package let post: StaffPost
        /// What its people do.
        package let role: Role
        /// `nil` where any nationality will do.
        package let nationality: Nationality?
    }

    /// A list of people with its level found.
    package struct BoundPeople: Sendable {
        /// As it was written.
        package let demand: PeopleDemand
        /// To which they are cleared.
        package let level: Level
        /// The clearance that the words name; `nil` where they name a level.
        package let clearance: PersonnelClearance?
        /// `nil` where any role will do.
        package let role: Role?
        /// `nil` where any nationality will do.
        package let nationality: Nationality?
        /// Whether the clearance is tied to its sponsor: as the requirement says, else as the
        /// catalog does of the clearance.
        package let isSponsored: Bool

        /// Place in the requirement, as in `staff.people.secreto`.
        package var path: String { "staff.people.\(demand.id)" }
    }
}

/// Finds the words of a requirement's staff in the catalog.
struct StaffBinder {
    let requirement: Requirement
    let catalog: CatalogSnapshot
    let collector: FindingCollector
    /// Finds a level of an owner's ladder, or reports that there is none.
    let level: (Located<String>, Owner) -> Level?

    private var staff: Requirement.StaffDemand { requirement.staff }

    /// - Returns: `nil` where a word did not bind.
    func bind(_ customer: Owner) -> BoundStaff? {
        let posts = staff.posts.map { post in
            self.role(post.role).map {
                BoundStaff.BoundPost(
                    post: post, role: $0,
                    nationality: nationality(post.nationality, post.isSoleNational, customer))
            }
        }
        let people = staff.people.map { list($0, customer) }
        let furnished = staff.furnished.compactMap(\.role).map { role($0) }
        let twoPerson = staff.twoPerson.map { twoPersonLevel($0, customer) }
        guard !posts.contains(where: { $0 == nil }), !people.contains(where: { $0 == nil }),
            !furnished.contains(where: { $0 == nil }), !twoPerson.contains(where: { $0 == nil })
        else { return nil }
        return BoundStaff(
            posts: posts.compactMap { $0 }, people: people.compactMap { $0 },
            twoPerson: twoPerson.compactMap { $0 })
    }

    private func nationality(
        _ nations: [Located<OwnerID>], _ isSole: Bool, _ customer: Owner
    ) -> Nationality? {
        Nationality(nations.map(\.value), isSole: isSole, customer: customer.id)
    }

    private func list(_ demand: PeopleDemand, _ customer: Owner) -> BoundStaff.BoundPeople? {
        let role = demand.role.map { self.role($0) }
        guard let owner = owner(demand.owner, customer),
            let level = clearance(demand.classification, owner)
        else { return nil }
        if level.personnelClearance == .notRequired {
            collector.report(
                .requirementNoClearance,
                "nobody is cleared to '\(level.marking)': the level needs no clearance",
                at: demand.classification.location,
                help: "ask for these people as posts, or name a level that needs a clearance")
            return nil
        }
        if let role, role == nil { return nil }
        return BoundStaff.BoundPeople(
            demand: demand, level: level, clearance: named(demand.classification.value, owner),
            role: role ?? nil,
            nationality: nationality(demand.nationality, demand.isSoleNational, customer),
            isSponsored: demand.isTransferable.map { !$0 } ?? isSponsored(demand, level, owner))
    }

    /// Whether the catalog says so of the clearance of that name, else of one to the level.
    private func isSponsored(_ demand: PeopleDemand, _ level: Level, _ owner: Owner) -> Bool {
        let named = named(demand.classification.value, owner)
        return (named ?? owner.clearances.first { $0.level == level.id })?.isSponsored ?? false
    }

    /// The clearance of that name, or of a shorter one.
    private func named(_ word: String, _ owner: Owner) -> PersonnelClearance? {
        let wanted = word.lowercased()
        return owner.clearances.first { clearance in
            ([clearance.name] + clearance.aliases).contains { $0.lowercased() == wanted }
        }
    }

    private func owner(_ id: Located<OwnerID>?, _ customer: Owner) -> Owner? {
        guard let id else { return customer }
        if let owner = catalog.owner(id.value) { return owner }
        let known = catalog.owners.map(\.id.rawValue).joined(separator: ", ")
        collector.report(
            .requirementUnknownCountry, "the catalog has no country '\(id.value)'",
            at: id.location, help: "countries and organisations in the catalog: \(known)")
        return nil
    }

    /// A level by the name of a clearance, else by its marking.
    private func clearance(_ word: Located<String>, _ owner: Owner) -> Level? {
        if let named = named(word.value, owner),
            let level = named.level.flatMap({ catalog.level($0) })
        {
            return level
        }
        return level(word, owner)
    }

    /// A level of the customer's ladder, or of the ladder of an enclave's owner.
    private func twoPersonLevel(_ word: Located<String>, _ customer: Owner) -> Level? {
        let others = requirement.enclaves.compactMap {
            $0.owner.flatMap { catalog.owner($0.value) }
        }
        for owner in [customer] + others {
            if let match = owner.levels.first(where: { $0.isNamed(word.value) }) { return match }
        }
        return level(word, customer)
    }

    private func role(_ id: Located<RoleID>) -> Role? {
        if let role = catalog.role(id.value) { return role }
        let known = catalog.roles.map(\.id.rawValue).sorted()
        let near = DidYouMean.nearest(to: id.value.rawValue, in: known)
        collector.report(
            .requirementUnknownRole, "the catalog has no role '\(id.value)'", at: id.location,
            help: near.map { "did you mean '\($0)'?" }
                ?? "roles in the catalog: \(known.joined(separator: ", "))")
        return nil
    }
}
