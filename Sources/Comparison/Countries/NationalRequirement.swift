import Catalog
import LocatedInput
import Quantities
import Requirements

/// The same requirement as another nation would ask it.
///
/// Whose country, levels, currency and residency change; quantities, term and devices stay. What
/// only the first customer can have said (its budgets, negotiated discounts, civil labels, release
/// restrictions) is left out and named as an assumption.
struct NationalRequirement {
    /// The rewritten file.
    private(set) var value: LocatedValue
    /// A sentence each, without a full stop.
    private(set) var assumptions: [String] = []
    /// Why it cannot be asked; empty where it can.
    private(set) var obstacles: [String] = []

    private let catalog: CatalogSnapshot
    private let origin: Owner
    private let target: Owner
    private let bound: BoundRequirement
    private let rates: EuroReferenceRates

    init(
        _ tree: LocatedValue, bound: BoundRequirement, for target: Owner,
        catalog: CatalogSnapshot, rates: EuroReferenceRates
    ) {
        self.catalog = catalog
        self.bound = bound
        self.rates = rates
        origin = bound.customer
        self.target = target
        value = tree
        guard target.id != origin.id else { return }
        value = root(tree)
        assumptions = assumptions.reduce(into: []) { found, sentence in
            if !found.contains(sentence) { found.append(sentence) }
        }
    }

    private var levels: NationalLevels { NationalLevels(catalog: catalog, target: target) }

    // MARK: - The file

    private mutating func root(_ tree: LocatedValue) -> LocatedValue {
        var entries: [LocatedEntry] = []
        for entry in tree.entries ?? [] {
            switch entry.key {
            case "budgets":
                assumptions.append("the budgets of \(origin.name) are not applied")
            case "discounts":
                assumptions.append("discounts that \(origin.name) has negotiated are not taken")
            case "language": continue
            case "exchangeRates": continue
            case "currency":
                if let own = target.currency, own != currency {
                    assumptions.append(
                        "there is no rate of \(own) on \(rates.date): prices stay in \(currency)")
                }
                entries.append(replaced(entry, Self.text(currency.code, entry.value)))
            case "accreditations":
                entries.append(replaced(entry, accreditations(entry.value)))
            default: entries.append(replaced(entry, rewritten(entry.value, under: entry.key)))
            }
        }
        return LocatedValue(.mapping(entries), at: tree.location)
    }

    /// The nation's own, or the first customer's where no rate leads there.
    private var currency: Currency {
        let stated = bound.requirement.currency.value
        guard let own = target.currency, (try? rates.rate(from: stated, to: own)) != nil else {
            return stated
        }
        return own
    }

    private static func text(_ text: String, _ old: LocatedValue) -> LocatedValue {
        LocatedValue(.scalar(text, quoted: true), at: old.location)
    }

    private func replaced(_ entry: LocatedEntry, _ value: LocatedValue) -> LocatedEntry {
        LocatedEntry(key: entry.key, keyLocation: entry.keyLocation, value: value)
    }

    /// Keys under which a country stays what it is.
    private static let kept: Set = ["title", "name", "outside", "excludeParents", "id", "place"]

    private mutating func rewritten(_ value: LocatedValue, under key: String) -> LocatedValue {
        switch value.content {
        case .null: return value
        case .scalar(let word, _):
            if key == "classification" || key == "twoPerson" { return level(word, value) }
            if word == origin.id.rawValue, !Self.kept.contains(key) {
                return Self.text(target.id.rawValue, value)
            }
            return value
        case .sequence(let elements):
            var changed: [LocatedValue] = []
            for element in elements { changed.append(rewritten(element, under: key)) }
            return LocatedValue(.sequence(changed), at: value.location)
        case .mapping(let entries):
            var changed: [LocatedEntry] = []
            for entry in entries {
                if let entry = self.entry(entry, in: value) { changed.append(entry) }
            }
            return LocatedValue(.mapping(changed), at: value.location)
        }
    }

    private mutating func entry(_ entry: LocatedEntry, in value: LocatedValue) -> LocatedEntry? {
        switch entry.key {
        case "accreditation":
            let kept = (entry.value.elements ?? []).filter { element in
                let scheme = element.text.flatMap { SchemeID(inputText: $0) }
                    .flatMap { catalog.scheme($0) }
                guard let scheme, scheme.owner == origin.id else { return true }
                assumptions.append(
                    "\(scheme.name) is a scheme of \(origin.name) and is not asked for")
                return false
            }
            return replaced(entry, LocatedValue(.sequence(kept), at: entry.value.location))
        case "caveats", "releasableTo":
            assumptions.append("release restrictions of \(origin.name) are left out")
            return nil
        case "tax" where entry.value.entries?.contains { $0.key == "place" } ?? false:
            return nil
        case "classification" where owner(of: value) != origin.id: return entry
        default: return replaced(entry, rewritten(entry.value, under: entry.key))
        }
    }

    private func owner(of enclave: LocatedValue) -> OwnerID {
        enclave["owner"]?.text.flatMap { OwnerID(inputText: $0) } ?? origin.id
    }

    // MARK: - Levels and schemes

    private mutating func level(_ word: String, _ value: LocatedValue) -> LocatedValue {
        guard let level = origin.levels.first(where: { $0.isNamed(word) }) else { return value }
        guard let match = levels.counterpart(of: level) else {
            obstacles.append(
                "\(target.name) has no level that stands beside \(level.marking) of "
                    + "\(origin.name)")
            return value
        }
        if let assumption = match.assumption { assumptions.append(assumption) }
        return Self.text(match.level.marking, value)
    }

    /// What the first customer's authority says is taken to hold for the nation's own authority.
    private mutating func accreditations(_ value: LocatedValue) -> LocatedValue {
        var rows: [LocatedValue] = []
        for row in value.elements ?? [] {
            guard
                let scheme = row["scheme"]?.text.flatMap({ SchemeID(inputText: $0) })
                    .flatMap({ catalog.scheme($0) }),
                scheme.owner == origin.id
            else {
                rows.append(row)
                continue
            }
            guard let own = counterpart(of: scheme) else { continue }
            let entries = (row.entries ?? []).map { entry in
                switch entry.key {
                case "scheme": replaced(entry, Self.text(own.id.rawValue, entry.value))
                case "cost": replaced(entry, converted(entry.value))
                default: entry
                }
            }
            assumptions.append(
                "\(own.name) takes the time and the money that \(scheme.name) takes")
            guard !rows.contains(where: { $0["scheme"]?.text == own.id.rawValue }) else { continue }
            rows.append(LocatedValue(.mapping(entries), at: row.location))
        }
        return LocatedValue(.sequence(rows), at: value.location)
    }

    private func counterpart(of scheme: AccreditationScheme) -> AccreditationScheme? {
        let covered = scheme.covers.compactMap { catalog.level($0) }
            .compactMap { levels.counterpart(of: $0)?.level.id }
        return target.accreditations.first { own in
            own.kind == scheme.kind && own.covers.contains { covered.contains($0) }
        }
    }

    private func converted(_ value: LocatedValue) -> LocatedValue {
        guard let text = value.text, let amount = try? ExactDecimal(parsing: text),
            let rate = try? rates.rate(from: bound.requirement.currency.value, to: currency),
            let exact = try? ExactRatio(amount).multiplied(by: rate),
            let rounded = try? exact.rounded(toScale: currency.minorUnits, mode: .halfUp)
        else { return value }
        return Self.text(rounded.padded(toScale: currency.minorUnits), value)
    }
}
