import Catalog
import Clearance
import Eligibility
import LocatedInput
import Quantities
import Requirements
import Sizing

/// Works out which seats an enclave needs at each site, and how much work they are.
///
/// Whom an enclave admits as operators and is released to binds the people in its seats.
/// People of a stated nationality sit in seats that ask for it only: a pool holds people who can
/// all fill each other's seats, up to their level.
struct SeatPlanner {
    let catalog: CatalogSnapshot
    let bound: BoundRequirement

    /// Five days of eight hours.
    private static let businessHoursPerWeek = ExactDecimal(40)

    /// Whose working week people have where no platform says.
    var fallback: OperatingModel? { catalog.operatingModels.min { $0.id < $1.id } }

    func seats(for admitted: [OfferJudgement]) throws -> [StaffPlan.Seat] {
        var seen: Set<String> = []
        var seats: [StaffPlan.Seat] = []
        let ordered = admitted.sorted { ($0.demand.id, $0.offer.id) < ($1.demand.id, $1.offer.id) }
        for judgement in ordered {
            let enclave = judgement.demand.enclave
            guard seen.insert("\(enclave.enclave.id)/\(judgement.offer.site)").inserted,
                let site = catalog.site(judgement.offer.site)
            else { continue }
            let model = catalog.deliveryModel(of: site)?.operatingModel
                .flatMap { catalog.operatingModel($0) }
            if let model, let role = catalog.role(model.role) {
                seats.append(
                    try seat(enclave, site.id, model, role, post: nil, nationality: nil))
            }
            seats += try posts(of: enclave, isPerSite: true, at: site.id, model ?? fallback)
        }
        return seats + (try once(seats))
    }

    /// Posts that are filled once, with the working week of the enclave's first place.
    private func once(_ seats: [StaffPlan.Seat]) throws -> [StaffPlan.Seat] {
        try bound.enclaves.flatMap { enclave in
            let model = seats.first { $0.enclave == enclave.enclave.id }?.model ?? fallback
            return try posts(of: enclave, isPerSite: false, at: nil, model)
        }
    }

    /// Posts of every site, with the working week of no platform in particular.
    func postsAnywhere(of enclave: BoundEnclave) throws -> [StaffPlan.Seat] {
        try posts(of: enclave, isPerSite: true, at: SiteID("any"), fallback)
    }

    /// Posts that are filled once, with the working week of no platform in particular.
    func postsOnce(of enclave: BoundEnclave) throws -> [StaffPlan.Seat] {
        try posts(of: enclave, isPerSite: false, at: nil, fallback)
    }

    private func posts(
        of enclave: BoundEnclave, isPerSite: Bool, at site: SiteID?, _ model: OperatingModel?
    ) throws -> [StaffPlan.Seat] {
        guard let model else { return [] }
        let posts = bound.staff.posts.filter {
            $0.post.enclave.value == enclave.enclave.id && $0.post.isPerSite == isPerSite
        }
        return try posts.map {
            try seat(enclave, site, model, $0.role, post: $0.post, nationality: $0.nationality)
        }
    }

    private func seat(
        _ enclave: BoundEnclave, _ site: SiteID?, _ model: OperatingModel, _ role: Role,
        post: StaffPost?, nationality asked: Nationality?
    ) throws -> StaffPlan.Seat {
        let seats = post?.seats ?? model.seats
        let furnished = min(seats, furnished(enclave, role, post))
        let isTwoPerson =
            isTwoPerson(enclave.level) || (post == nil ? model.isTwoPerson : post?.persons == 2)
        let coverage = post?.coverage ?? bound.requirement.staff.coverage
        let level = administratorLevel(enclave.level)
        let nationality = narrowed(asked ?? level.flatMap(nationality), enclave)
        let hours = try Self.hours(coverage).multiplied(
            by: ExactDecimal(
                coefficient: Int64(post?.shareThousandths ?? 1000), scale: 3))
        let work = try SeatCoverage(
            seats: seats - furnished, hoursPerWeek: hours,
            personsPerSeat: isTwoPerson ? 2 : 1)
        return StaffPlan.Seat(
            enclave: enclave.enclave.id, site: site, post: post, model: model, role: role,
            level: level, nationality: nationality, pool: pool(role, level, nationality),
            seats: seats, furnished: furnished, persons: isTwoPerson ? 2 : 1, coverage: coverage,
            hoursPerWeek: hours,
            milliFTE: try work.milliFTE(Self.week(model)))
    }

    static func hours(_ coverage: OperatingModel.Coverage) -> ExactDecimal {
        coverage == .aroundTheClock ? SeatCoverage.aroundTheClock : businessHoursPerWeek
    }

    static func week(_ model: OperatingModel) throws -> WorkingWeek {
        try WorkingWeek(hours: model.hoursPerWeek, productiveShare: model.productiveShare)
    }

    /// Tells whether every seat of a level is filled by two people.
    func isTwoPerson(_ level: Level) -> Bool {
        bound.staff.twoPerson.contains { $0.id == level.id }
    }

    /// Seats that the customer fills at a place: those of the post, or the platform's own.
    private func furnished(_ enclave: BoundEnclave, _ role: Role, _ post: StaffPost?) -> Int {
        bound.requirement.staff.furnished.filter { seats in
            seats.enclave.value == enclave.enclave.id && seats.post?.value == post?.id
                && (seats.role == nil || seats.role?.value == role.id)
        }.map(\.seats).reduce(0, +)
    }

    /// The nationality that all lists of people of a level ask for; `nil` where they differ.
    private func nationality(_ level: LevelID) -> Nationality? {
        let asked = Set(bound.staff.people.filter { $0.level.id == level }.map(\.nationality))
        return asked.count == 1 ? asked.first ?? nil : nil
    }

    /// A nationality within those that an enclave lets in. Where nobody is left, what the enclave
    /// says holds; `NobodyAdmitted` says that then.
    private func narrowed(_ asked: Nationality?, _ enclave: BoundEnclave) -> Nationality? {
        let admitted = AdmittedNations(enclave, catalog)
        guard !admitted.isAnyone else { return asked }
        let left = asked.map(admitted.nations(of:)) ?? []
        let nations = left.isEmpty ? admitted.nations : left
        guard !nations.isEmpty else { return asked }
        return Nationality(nations, isSole: asked?.isSole ?? false, customer: bound.customer.id)
    }

    /// Names the pool of a seat: a clearance of another owner than the customer is one of its own,
    /// since no ladder says that either covers the other, and so are people of stated nations.
    func pool(_ role: Role, _ level: LevelID?, _ nationality: Nationality?) -> String {
        var name = role.id.rawValue
        if let owner = level.flatMap({ catalog.level($0)?.owner }), owner != bound.customer.id {
            name += "/\(owner)"
        }
        if let nationality {
            let nations = nationality.nations.map(\.rawValue).joined(separator: "+")
            name += "/\(nationality.isSole ? "only" : "of")-\(nations)"
        }
        return name
    }

    /// Level at which people who run a system for `level` are cleared: what a rule says of
    /// administrators, else the level itself where it needs a clearance.
    func administratorLevel(_ level: Level) -> LevelID? {
        let rule = catalog.rules.first {
            $0.kind == .administratorClearance && $0.applies(to: level)
        }
        if let said = rule?.administratorLevel { return said }
        return level.personnelClearance == .notRequired ? nil : level.id
    }
}
