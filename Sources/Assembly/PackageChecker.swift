/// Judges an answer against its problem by recomputing everything from the problem's own words.
///
/// It shares no code with the search. That a package is the cheapest, or that a conflict is one,
/// is beyond it: that takes a solver.
package enum PackageChecker {
    /// Returns everything that is wrong with the package of `answer`, and its true total.
    ///
    /// An answer without a package has nothing to check and total 0.
    ///
    /// - Precondition: `problem` has no violations.
    package static func check(
        _ problem: AssemblyProblem, _ answer: AssemblyAnswer
    ) -> PackageCheck {
        guard answer.hasPackage else { return PackageCheck(violations: [], totalE4: 0) }
        var ledger = PackageLedger(problem, answer)
        ledger.checkDemands()
        ledger.checkPlaces()
        ledger.checkProviders()
        ledger.checkCapacities()
        ledger.checkRules()
        ledger.checkStaff()
        let total = ledger.settle()
        ledger.checkClaims(total)
        return PackageCheck(
            violations: ledger.violations, totalE4: Int64(clamping: total),
            limitsE4: ledger.limits.mapValues { Int64(clamping: $0) })
    }
}

/// Gathers what a package takes and pays, rule by rule.
struct PackageLedger {
    let problem: AssemblyProblem
    let answer: AssemblyAnswer
    let chosen: Set<String>
    var violations: [String] = []
    /// Money paid so far, in minor units.
    var paid: Int128 = 0
    var measured: [String: Int128] = [:]
    /// What is taken of each limit, in ten-thousandths.
    var limits: [String: Int128] = [:]
    var sitesOfDemand: [String: Set<String>] = [:]
    var sitesOfEnclave: [String: Set<String>] = [:]
    /// Units in use, by site and resource.
    var loads: [String: [String: Int128]] = [:]
    /// Units in use, by enclave, site and resource.
    var placeLoads: [String: [String: [String: Int128]]] = [:]
    /// Work of used places in thousandths of a person, by pool and level.
    var needs: [String: [String: Int128]] = [:]

    init(_ problem: AssemblyProblem, _ answer: AssemblyAnswer) {
        self.problem = problem
        self.answer = answer
        chosen = Set(answer.options)
    }

    mutating func refuse(_ violation: String) {
        violations.append(violation)
    }

    mutating func pay(_ cost: Int64, _ measures: [String: Int64] = [:], times count: Int64 = 1) {
        paid += Int128(cost) * Int128(count)
        for (measure, units) in measures {
            measured[measure, default: 0] += Int128(units) * Int128(count)
        }
    }
}
