import LocatedInput

/// Finds what facts refer to, and what refers to them.
///
/// A fact is referred to by its id where a field other than names and notes holds it; a delivery
/// model by the records of its own provider; a price by its SKU.
package struct FactLinks: Sendable {
    /// Most links of one kind and direction that are kept; the rest is counted.
    package static let mostKept = 8

    /// Links of one kind in one direction.
    package struct Group: Sendable {
        /// Kind of the facts at the other end.
        package let kind: FactKind
        /// All of them.
        package fileprivate(set) var count = 0
        /// The first of them, in the order of the files.
        package fileprivate(set) var first: [End] = []
    }

    /// The other end of a link.
    package struct End: Sendable {
        /// The fact there.
        package let fact: CatalogFact
        /// The field that holds the reference; the holder's word of a fact that another one holds.
        package let field: String
    }

    /// What one fact is linked with, by kind in the order of kinds.
    package struct Links: Sendable {
        /// Facts that it names.
        package fileprivate(set) var refersTo: [Group] = []
        /// Facts that name it, or that it holds.
        package fileprivate(set) var referredToBy: [Group] = []
        /// What other layers say in its place, earlier layers first.
        package fileprivate(set) var replaced: [CatalogFact] = []
    }

    /// Finds the links of each of `targets`, and the versions that they replace.
    package static func find(_ targets: [CatalogFact], in facts: CatalogFacts) -> [Links] {
        let empty = [Links](repeating: Links(), count: targets.count)
        let index = LinkIndex(targets)
        let parts = facts.gather(empty) { index.add($1, to: &$0) }
        return targets.indices.map { target in
            var all = Links()
            for part in parts.map({ $0[target] }) {
                for group in part.refersTo { merge(group, into: &all.refersTo) }
                for group in part.referredToBy { merge(group, into: &all.referredToBy) }
                all.replaced += part.replaced
            }
            all.refersTo.sort { $0.kind.position < $1.kind.position }
            all.referredToBy.sort { $0.kind.position < $1.kind.position }
            all.replaced.sort { $0.layer < $1.layer }
            return all
        }
    }

    fileprivate static func merge(_ group: Group, into groups: inout [Group]) {
        guard let place = groups.firstIndex(where: { $0.kind == group.kind }) else {
            groups.append(group)
            return
        }
        groups[place].count += group.count
        let room = mostKept - groups[place].first.count
        groups[place].first += group.first.prefix(max(0, room))
    }
}

/// A text that stands for a fact, wherever it is written or in the files of one provider.
private struct FactName: Hashable, Sendable {
    let text: String
    var isSKU = false
    var scope: String?
}

/// The names of the facts whose links are looked for, and the names that they hold.
private struct LinkIndex: Sendable {
    private let targets: [CatalogFact]
    /// Targets by a name of theirs.
    private var named: [FactName: [Int]] = [:]
    /// Targets, and the field, by a name that they hold.
    private var naming: [FactName: [(target: Int, field: String)]] = [:]
    private var holders: [String: [Int]] = [:]

    init(_ targets: [CatalogFact]) {
        self.targets = targets
        for (index, target) in targets.enumerated() {
            for name in target.linkNames { named[name, default: []].append(index) }
            target.forEachReference { name, field in
                if !(naming[name]?.contains { $0.target == index } ?? false) {
                    naming[name, default: []].append((index, field))
                }
            }
            if target.kind.holdsOthers { holders[target.id, default: []].append(index) }
        }
    }

    func add(_ fact: CatalogFact, to links: inout [FactLinks.Links]) {
        guard !fact.isReplaced else {
            for index in targets.indices where targets[index].isVersion(of: fact) {
                links[index].replaced.append(fact)
            }
            return
        }
        for name in fact.linkNames {
            for (target, field) in naming[name] ?? [] where !targets[target].isVersion(of: fact) {
                Self.add(fact, field, to: &links[target].refersTo)
            }
        }
        var found: [Int: String] = [:]
        fact.forEachReference { name, field in
            for target in named[name] ?? [] where found[target] == nil { found[target] = field }
        }
        if let context = fact.context {
            for target in holders[context] ?? [] where found[target] == nil {
                found[target] = fact.kind.holder
            }
        }
        for (target, field) in found where !targets[target].isVersion(of: fact) {
            Self.add(fact, field, to: &links[target].referredToBy)
        }
    }

    private static func add(
        _ fact: CatalogFact, _ field: String, to groups: inout [FactLinks.Group]
    ) {
        var group = FactLinks.Group(kind: fact.kind)
        group.count = 1
        group.first = [FactLinks.End(fact: fact, field: field)]
        FactLinks.merge(group, into: &groups)
    }
}

extension FactKind {
    fileprivate var holdsOthers: Bool {
        [.country, .organisation, .provider, .framework].contains(self)
    }
}

extension CatalogFact {
    fileprivate var linkNames: [FactName] {
        switch kind {
        case .deliveryModel: [FactName(text: id, scope: context)]
        case .price:
            [FactName(text: id)]
                + texts(at: "sku").map { FactName(text: $0, isSKU: true, scope: context) }
        default: [FactName(text: id)]
        }
    }

    /// Hands every name that a field holds to `body`, with the key of the field.
    fileprivate func forEachReference(_ body: (FactName, String) -> Void) {
        for entry in record.entries ?? [] {
            guard !Self.isPlain(entry.key), !nestedKeys.contains(entry.key),
                kind != .price || entry.key != "sku"
            else { continue }
            let key = entry.key
            for text in texts(at: key) {
                switch key {
                case "deliveryModel", "deliveryModels":
                    body(FactName(text: text, scope: context), key)
                case "coreSku", "memorySku", "sku", "skus", "lossSku":
                    for sku in Self.skus(text) {
                        body(FactName(text: sku, isSKU: true, scope: context), key)
                    }
                case "attributes":
                    guard text.hasPrefix("skus=") else { continue }
                    for sku in Self.skus(text.dropFirst("skus=".count)) {
                        body(FactName(text: sku, isSKU: true, scope: context), key)
                    }
                default: body(FactName(text: text), key)
                }
            }
        }
    }

    /// The meters in `B109492*1+B109496*1`.
    private static func skus(_ text: some StringProtocol) -> [String] {
        text.split(separator: "+").map { String($0.prefix { $0 != "*" }) }
    }

    /// Fields that name or describe the fact itself, or how it is known.
    private static func isPlain(_ key: String) -> Bool {
        switch key {
        case "id", "name", "title", "marking", "aliases", "alias", "note", "text", "source", "asOf",
            "confidence", "unverified", "kind", "band", "rank", "currency", "derivation":
            true
        default: false
        }
    }
}
