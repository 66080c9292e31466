import Catalog
import LocatedInput
import Requirements

/// People with another owner's clearance, who may be among those with the customer's own.
struct CertificatesAmongst: Observer {
    func observe(_ observed: ObservedCase) throws -> [Observation] {
        let customer = observed.bound.customer
        let lists = observed.bound.staff.people.filter { $0.demand.heads != nil }
        let own = lists.filter { $0.level.owner == customer.id }
        let national = own.compactMap(\.demand.heads?.value).reduce(0, +)
        guard national > 0 else { return [] }
        return lists.compactMap { list in
            guard list.level.owner != customer.id, list.demand.amongst == nil,
                let heads = list.demand.heads?.value
            else { return nil }
            let owner = observed.catalog.owner(list.level.owner)
            let fewest = max(national, heads)
            let issuer = owner?.clearances.first { $0.level == list.level.id }?.issuer
            var workings = [
                "all of them among the customer's own: \(fewest) people; none of them: "
                    + "\(national) + \(heads) = \(national + heads)",
                "one person may hold both clearances; this quote counts them apart, the dearer "
                    + "reading",
            ]
            if let issuer {
                workings.append("a clearance to \(list.level.marking) is granted by \(issuer)")
            }
            let names = own.map { "'\($0.demand.id)'" }.joined(separator: ", ")
            return Observation(
                kind: "certificates-amongst", weight: .notice,
                paths: own.map(\.path) + [list.path],
                text: "whether the \(heads) people cleared to \(list.level.marking) are among the "
                    + "\(national) of \(names) is not stated: the contract needs \(fewest) or "
                    + "\(national + heads) people",
                workings: workings,
                wayOut: "write 'amongst: \(own.first?.demand.id ?? "")' for the list "
                    + "'\(list.demand.id)', or 'amongst: none'")
        }
    }
}
