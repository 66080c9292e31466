import Assembly
import Catalog
import LocatedInput
import Pricing
import Quantities
import Requirements

extension StaffPlan {
    /// The pools with what their heads add to the measures of budgets.
    ///
    /// A head counts for every enclave with a seat that it may fill: one of its pool at its own
    /// level or below.
    func pools(measuring measures: BudgetMeasures) throws -> [AssemblyProblem.StaffPool] {
        guard measures.isNeeded else { return pools }
        return try pools.map { pool in
            var pool = pool
            let seats = seats.filter { $0.pool == pool.id }
            for index in pool.levels.indices {
                let level = pool.levels[index].id
                let below = Set(pool.levels[...index].map(\.id))
                let enclaves = Set(
                    seats.filter { below.contains(Self.levelName($0.level)) }.map(\.enclave))
                let head = heads.first { $0.pool == pool.id && $0.level == level }
                for (period, line) in head?.lines ?? [] {
                    for (name, amount) in try measures.amounts(
                        of: line, on: .people, in: period, for: enclaves, cut: .zero)
                    {
                        pool.levels[index].measures[name, default: 0] += amount
                    }
                }
            }
            return pool
        }
    }

    /// Divides an amount of people over the enclaves that they serve, by the work of their seats;
    /// people beyond all seats are divided equally over the enclaves of `bench`.
    ///
    /// - Parameters:
    ///   - places: `enclave/site` of the places that are used.
    ///   - bench: Enclaves that people without a seat are asked for; at least one.
    func shares(
        of line: HeadLine, at places: Set<String>, bench: [String]
    ) throws -> [(enclave: String, amount: Money)] {
        let pool = seats.filter { seat in
            // Seats that are filled once are filled wherever the enclave is.
            let isUsed = seat.site.map { places.contains("\(seat.enclave)/\($0)") } ?? true
            return seat.pool == line.pool && isUsed && seat.milliFTE > 0
        }
        // Heads of a level without seats of its own fill those of lower levels.
        let own = pool.filter { $0.level == line.level }
        var work: [String: Int64] = [:]
        for seat in own.isEmpty ? pool : own {
            work[seat.enclave, default: 0] += seat.milliFTE
        }
        let enclaves = work.isEmpty ? bench : work.keys.sorted()
        let parts = try line.priced.money.allocated(
            by: enclaves.map { work[$0] ?? 1 }, remainder: .largestRemainder)
        return Array(zip(enclaves, parts))
    }
}
