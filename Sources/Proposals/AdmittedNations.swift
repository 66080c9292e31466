import Catalog
import LocatedInput
import Requirements

/// The nations that an enclave lets in: those whom it admits as operators, is released to and whom
/// its caveats name.
struct AdmittedNations {
    private let catalog: CatalogSnapshot
    private let rules: [[OwnerID]]

    init(_ enclave: BoundEnclave, _ catalog: CatalogSnapshot) {
        self.catalog = catalog
        rules = enclave.admittedNations
    }

    /// Whether every nation is let in, as far as the requirement says.
    var isAnyone: Bool { rules.isEmpty }

    /// Tells whether each rule lets a nation, or an organisation as such, in.
    func admits(_ nation: OwnerID) -> Bool {
        rules.allSatisfy { catalog.isCountry(nation, in: $0) }
    }

    /// The nations let in, as the rules name them, else members of the organisations that they
    /// name; empty where the rules let nobody in together.
    var nations: [OwnerID] {
        let named = Set(rules.joined().filter(admits)).sorted()
        guard named.isEmpty else { return named }
        let members = rules.joined().flatMap { catalog.owner($0)?.members ?? [] }
        return Set(members.filter(admits)).sorted()
    }

    /// Those of a condition's nations who are let in, or members of its organisations who are.
    func nations(of condition: Nationality) -> [OwnerID] {
        let named = condition.nations.filter(admits)
        guard named.isEmpty else { return named }
        return Set(nations.filter { catalog.isCountry($0, in: condition.nations) }).sorted()
    }
}
