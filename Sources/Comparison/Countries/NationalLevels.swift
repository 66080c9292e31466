import Catalog

/// Finds the level of another nation that stands beside one of the customer's own.
///
/// The owners' tables decide where they name a counterpart, straight or over one organisation that
/// both tables name. Where none does, the level of the same band is taken and numbered as an
/// assumption: a band is no recognition.
struct NationalLevels {
    let catalog: CatalogSnapshot
    let target: Owner

    /// A level with what the choice rests on.
    struct Match {
        let level: Level
        /// A sentence without a full stop; `nil` where a table names it.
        let assumption: String?
    }

    /// Finds the counterpart; `nil` where the nation has no level of the band.
    func counterpart(of level: Level) -> Match? {
        if level.owner == target.id { return Match(level: level, assumption: nil) }
        let own = target.levels.filter { $0.ladder == nil }
        if let stated = own.first(where: { names($0, level) }) {
            return Match(level: stated, assumption: nil)
        }
        guard
            let same = own.filter({ $0.band == level.band && $0.isClassified == level.isClassified }
            )
            .min(by: { $0.rank < $1.rank })
        else { return nil }
        return Match(
            level: same,
            assumption: "\(level.marking) of \(level.owner) is taken for \(same.marking) of "
                + "\(target.id) by its band alone: no table names the pair")
    }

    private func names(_ one: Level, _ other: Level) -> Bool {
        let left = Set(one.equivalents.map(\.level))
        let right = Set(other.equivalents.map(\.level))
        return left.contains(other.id) || right.contains(one.id) || !left.isDisjoint(with: right)
    }
}
