import Catalog
import LocatedInput
import Requirements

/// Conditions of nationality that no person fulfils together.
struct NobodyAdmitted: Observer {
    func observe(_ observed: ObservedCase) -> [Observation] {
        let enclaves = observed.bound.enclaves
        let rules = enclaves.compactMap { nobody($0, observed.catalog) }
        let posts = observed.bound.staff.posts.compactMap { post -> Observation? in
            let enclave = enclaves.first { $0.enclave.id == post.post.enclave.value }
            guard let enclave, let asked = post.nationality else { return nil }
            let admitted = AdmittedNations(enclave, observed.catalog)
            guard !admitted.isAnyone, !admitted.nations.isEmpty,
                admitted.nations(of: asked).isEmpty
            else { return nil }
            let nations = admitted.nations.map(\.rawValue).joined(separator: ", ")
            return observation(
                ["staff.posts.\(post.post.id)", "enclaves.\(enclave.enclave.id)"],
                "post '\(post.post.id)' asks for people of \(asked.text), and enclave "
                    + "'\(enclave.enclave.id)' lets in those of \(nations) alone: "
                    + "nobody may fill it"
            )
        }
        return rules + posts + lists(observed)
    }

    private func nobody(_ bound: BoundEnclave, _ catalog: CatalogSnapshot) -> Observation? {
        let admitted = AdmittedNations(bound, catalog)
        guard !admitted.isAnyone, admitted.nations.isEmpty else { return nil }
        let enclave = bound.enclave
        let place = "enclaves.\(enclave.id)"
        var paths: [String] = []
        var rules: [String] = []
        if !enclave.operatorNationality.isEmpty {
            paths.append("\(place).operators")
            rules.append("admits operators of \(names(enclave.operatorNationality))")
        }
        if !enclave.releasableTo.isEmpty {
            paths.append("\(place).releasableTo")
            rules.append("is released to \(names(enclave.releasableTo))")
        }
        if !bound.caveats.isEmpty { paths.append("\(place).caveats") }
        rules += bound.caveats.map { caveat in
            "is marked \(caveat.marking), which admits "
                + caveat.admits.map(\.rawValue).joined(separator: ", ")
        }
        return observation(
            paths,
            "enclave '\(enclave.id)' \(rules.joined(separator: " and ")): nobody is "
                + (rules.count > 2 ? "all of them" : "both"))
    }

    /// Lists of people whom no enclave of their level lets in: they are hired for nothing.
    private func lists(_ observed: ObservedCase) -> [Observation] {
        observed.bound.staff.people.compactMap { list in
            guard let asked = list.nationality else { return nil }
            let enclaves = observed.bound.enclaves.filter { $0.level.id == list.level.id }
            let isLeftOut = enclaves.allSatisfy { enclave in
                let admitted = AdmittedNations(enclave, observed.catalog)
                return !admitted.isAnyone && !admitted.nations.isEmpty
                    && admitted.nations(of: asked).isEmpty
            }
            guard !enclaves.isEmpty, isLeftOut else { return nil }
            let names = enclaves.map { "'\($0.enclave.id)'" }.joined(separator: ", ")
            return observation(
                [list.path] + enclaves.map { "enclaves.\($0.enclave.id)" },
                "the people of list '\(list.demand.id)' are of \(asked.text), and no enclave of "
                    + "\(list.level.marking) lets them in (\(names)): they may fill no seat there")
        }
    }

    private func observation(_ paths: [String], _ text: String) -> Observation {
        Observation(
            kind: "nobody-admitted", weight: .fault, paths: paths, text: text,
            wayOut: "say which of the two holds")
    }

    private func names(_ places: [Located<OwnerID>]) -> String {
        places.map(\.value.rawValue).joined(separator: ", ")
    }
}
