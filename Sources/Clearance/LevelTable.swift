package import Catalog
package import Diagnostics

/// Sets levels of different owners side by side, as tables of the catalog do.
package struct LevelTable: Sendable {
    /// A level of another ladder that a table sets beside a given one.
    package struct Counterpart: Sendable {
        /// The level of the other ladder.
        package let level: Level
        /// The table's entry.
        package let leaf: Explanation
        /// Whether the table was read, not inferred.
        package let isSure: Bool
    }

    let catalog: CatalogSnapshot

    /// Creates the tables of a catalog.
    package init(_ catalog: CatalogSnapshot) { self.catalog = catalog }

    /// Finds the level of an owner's ladders that a table sets beside `level`: the lowest where
    /// several are, the surer table first.
    package func counterpart(of level: Level, in owner: OwnerID) -> Counterpart? {
        let levels = catalog.owner(owner)?.levels ?? []
        var found: [Counterpart] = []
        for other in levels {
            found += other.equivalents.filter { $0.level == level.id }.map { entry(other, $0) }
            found += level.equivalents.filter { $0.level == other.id }.map { entry(other, $0) }
        }
        if found.isEmpty { found = throughOrganisation(level, levels) }
        return found.min { one, other in
            (one.isSure ? 0 : 1, one.level.rank, one.level.id)
                < (other.isSure ? 0 : 1, other.level.rank, other.level.id)
        }
    }

    /// Two members whose levels one table of an organisation sets beside the same level of its own.
    private func throughOrganisation(_ level: Level, _ levels: [Level]) -> [Counterpart] {
        levels.flatMap { other in
            level.equivalents.flatMap { mine in
                other.equivalents.filter { theirs in
                    theirs.level == mine.level && theirs.basis == mine.basis
                }.map { theirs in
                    let sure = [mine, theirs].allSatisfy {
                        $0.provenance.confidence != .unverified
                    }
                    return Counterpart(
                        level: other,
                        leaf: Explanation.fact(
                            other.id.rawValue,
                            "\(mine.basis) sets both \(level.marking) and \(other.marking) beside "
                                + "\(name(mine.level))", theirs.provenance),
                        isSure: sure)
                }
            }
        }
    }

    private func entry(_ other: Level, _ equivalent: Level.Equivalent) -> Counterpart {
        let beside = equivalent.level == other.id ? "" : name(equivalent.level)
        return Counterpart(
            level: other,
            leaf: Explanation.fact(
                other.id.rawValue,
                "\(equivalent.basis) sets \(other.marking) beside "
                    + (beside.isEmpty ? "it" : beside), equivalent.provenance),
            isSure: equivalent.provenance.confidence != .unverified)
    }

    private func name(_ id: LevelID) -> String { catalog.level(id)?.marking ?? id.rawValue }
}
