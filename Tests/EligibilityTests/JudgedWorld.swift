import Catalog
import Clearance
import Eligibility
import Requirements
import TestSupport
import Testing

/// The fixture catalog and requirement with changes, judged.
struct JudgedWorld {
    var catalog: FixtureCatalog
    var requirement: FixtureRequirement

    /// The fixtures as they are.
    init() throws {
        catalog = try FixtureCatalog()
        requirement = try FixtureRequirement()
    }

    /// A platform for the customer's halls, and devices for the field.
    static func halls() throws -> JudgedWorld {
        var world = try JudgedWorld()
        world.catalog = try .withHalls()
        world.requirement = .halls
        return world
    }

    /// Changes a provider's file, given by its name, or any file given by its path.
    mutating func change(_ file: String, _ old: String, _ new: String) throws {
        try catalog.replace(old, with: new, in: file)
    }

    /// Changes the requirement.
    mutating func ask(_ old: String, _ new: String) throws {
        try requirement.replace(old, with: new)
    }

    /// Judges every offer for a workload of the enclave; offers by identifier.
    func judge(_ workload: String = "app") throws -> [String: OfferJudgement] {
        let (snapshot, mistakes) = catalog.load()
        let catalog = try #require(snapshot, "\(mistakes.map(\.line))")
        let (found, findings) = requirement.bind(to: catalog)
        let bound = try #require(found, "\(findings.map(\.line))")
        #expect(findings.map(\.line) == [])
        let demand = try #require(bound.demands.first { $0.workload.id == workload })
        let placed = catalog.placing(in: bound.requirement.halls.map(\.hall))
        let judged = EligibilityJudge(bound: bound, catalog: placed).judge(demand)
        return Dictionary(uniqueKeysWithValues: judged.map { ($0.offer.id.rawValue, $0) })
    }

    /// What one rule says of one offer; none where it does not apply.
    func rule(
        _ rule: String, of offer: String = "aurelia-machines@aurelia-north",
        for workload: String = "app"
    ) throws -> Judgement? {
        let judged = try #require(try judge(workload)[offer])
        return judged.judgements.first { $0.rule == rule }
    }
}

/// A change of one text, and the verdict of one rule that follows.
struct RuleCase: Sendable, CustomStringConvertible {
    /// What is changed: a file of the catalog, or the requirement.
    enum Place: Sendable {
        case requirement
        case file(String)
    }

    let description: String
    let place: Place
    let old: String
    let new: String
    /// None where the rule has nothing to say.
    let verdict: Verdict?

    init(_ description: String, _ place: Place, _ old: String, _ new: String, _ verdict: Verdict?) {
        self.description = description
        self.place = place
        self.old = old
        self.new = new
        self.verdict = verdict
    }

    /// The world after the change.
    func world(_ base: JudgedWorld? = nil) throws -> JudgedWorld {
        var world = try base ?? JudgedWorld()
        switch place {
        case .requirement: try world.ask(old, new)
        case .file(let path): try world.change(path, old, new)
        }
        return world
    }
}

extension RuleCase.Place {
    static let provider = Self.file("providers/aurelia/provider.yaml")
    static let sites = Self.file("providers/aurelia/sites.csv")
    static let services = Self.file("providers/aurelia/services.csv")
    static let authorisations = Self.file("providers/aurelia/authorisations.csv")
    static let country = Self.file("countries/xa.yaml")
}
