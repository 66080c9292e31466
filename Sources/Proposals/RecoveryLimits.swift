import Assembly
import Catalog
import LocatedInput
import Quantities
import Requirements

/// The rule that an enclave which is to be recovered in some countries has a site there.
///
/// What is recovered, and from how old a copy, is for the customer's plan: the rule only makes sure
/// that a package which cannot be recovered there is not taken for a cheaper one.
struct RecoveryLimits {
    let catalog: CatalogSnapshot

    /// Begins the identifier of each limit; no budget has a point in its name.
    static let prefix = "sites.recovery/"

    /// The measure, and limit, of the enclave's sites where it may be recovered.
    static func name(_ enclave: String) -> String { "\(prefix)\(enclave)" }

    /// Tells whether a site lies where the enclave may be recovered.
    func lies(_ site: Site, where recovery: Enclave.Recovery) -> Bool {
        func holds(_ places: [Located<OwnerID>]) -> Bool {
            catalog.isCountry(site.country, in: places.map(\.value))
        }
        return (recovery.within.isEmpty || holds(recovery.within)) && !holds(recovery.outside)
    }

    /// What a site adds to the measures of an enclave.
    func measures(of site: SiteID, in enclave: Enclave) -> [String: Int64] {
        guard let recovery = enclave.recovery, let site = catalog.site(site),
            lies(site, where: recovery)
        else { return [:] }
        return [Self.name(enclave.id): 1]
    }

    /// One limit for each enclave that asks for recovery.
    static func limits(_ enclaves: [Enclave]) -> [AssemblyProblem.Limit] {
        enclaves.filter { $0.recovery != nil }.map { enclave in
            let name = name(enclave.id)
            return AssemblyProblem.Limit(id: name, measure: name, min: 1)
        }
    }

    /// The rule in words, by its limit.
    static func words(_ limit: String, _ enclaves: [Enclave]) -> String {
        let enclave = enclaves.first { name($0.id) == limit }
        return "enclave \(enclave?.id ?? limit) has a site where it may be recovered: "
            + (enclave?.recovery?.text ?? "")
    }
}

extension Enclave.Recovery {
    /// As in "within NATO, outside PL".
    var text: String {
        func names(_ places: [Located<OwnerID>]) -> String {
            places.map(\.value.rawValue).joined(separator: ", ")
        }
        return "within \(within.isEmpty ? "anywhere" : names(within))"
            + (outside.isEmpty ? "" : ", outside \(names(outside))")
    }
}
