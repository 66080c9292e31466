extension AssemblyProblem {
    /// Everything that breaks the problem format, in the order of the problem's parts.
    ///
    /// Empty for every problem that may be assembled: identifiers are unique, references lead
    /// somewhere, counts are not negative, tiers ascend from 0, measures under a discount never
    /// fall, and no sum can reach 2^63.
    package var violations: [ProblemViolation] {
        var audit = ProblemAudit(self)
        audit.checkProvidersAndSites()
        audit.checkEnclaves()
        audit.checkStaff()
        audit.checkDemands()
        audit.checkRules()
        audit.checkDiscountsAndLimits()
        audit.checkSums()
        return audit.violations
    }
}

/// Walks a problem and collects what is wrong with it.
struct ProblemAudit {
    typealias Step = ProblemViolation.Step

    let problem: AssemblyProblem
    let names: DeclaredNames
    var violations: [ProblemViolation] = []

    init(_ problem: AssemblyProblem) {
        self.problem = problem
        names = DeclaredNames(problem)
    }

    mutating func checkUnique(_ ids: [String?], _ what: String, at path: [Step], key: String = "id")
    {
        var first: [String: Int] = [:]
        for (index, id) in ids.enumerated() {
            guard let id else { continue }
            if let earlier = first[id] {
                violations.append(
                    ProblemViolation(
                        .duplicate, path + [.index(index), .key(key)],
                        "\(what) '\(id)' is declared twice",
                        earlier: path + [.index(earlier), .key(key)]))
            } else {
                first[id] = index
            }
        }
    }

    mutating func checkKnown(_ name: String, in known: Set<String>, _ what: String, at path: [Step])
    {
        guard !known.contains(name) else { return }
        violations.append(
            ProblemViolation(
                .unknownReference, path, "unknown \(what) '\(name)'",
                reference: .init(name: name, known: known.sorted())))
    }

    mutating func checkNotNegative(_ value: Int64?, _ what: String, at path: [Step]) {
        guard let value, value < 0 else { return }
        violations.append(
            ProblemViolation(.outOfRange, path, "\(what) is \(value), expected 0 or more"))
    }

    mutating func checkUnits(_ units: [String: Int64], at path: [Step]) {
        for name in units.keys.sorted() {
            checkNotNegative(units[name], "the number of '\(name)'", at: path + [.key(name)])
        }
    }

    mutating func checkMeasures(_ measures: [String: Int64], at path: [Step]) {
        for name in measures.keys.sorted() {
            checkReserved(name, at: path + [.key("measures"), .key(name)])
            if names.discountedMeasures.contains(name), let units = measures[name], units < 0 {
                violations.append(
                    ProblemViolation(
                        .negativeMeasure, path + [.key("measures"), .key(name)],
                        "measure '\(name)' is under a discount and falls by \(units)"))
            }
        }
    }

    mutating func checkReserved(_ name: String, at path: [Step]) {
        guard name == AssemblyProblem.totalMeasure else { return }
        violations.append(
            ProblemViolation(.reserved, path, "'total' is the total itself and no measure"))
    }
}

/// Holds the names that references may lead to.
struct DeclaredNames {
    let providers: Set<String>
    let sites: Set<String>
    let enclaves: Set<String>
    let demands: Set<String>
    let options: Set<String>
    let levels: [String: Set<String>]
    let discountedMeasures: Set<String>

    init(_ problem: AssemblyProblem) {
        providers = Set(problem.providers.map(\.id))
        sites = Set(problem.sites.map(\.id))
        enclaves = Set(problem.enclaves.map(\.id))
        demands = Set(problem.demands.map(\.id))
        options = Set(problem.demands.flatMap { $0.options.map(\.id) })
        levels = problem.staffPools.reduce(into: [:]) { result, pool in
            result[pool.id, default: []].formUnion(pool.levels.map(\.id))
        }
        discountedMeasures = Set(problem.discounts.map(\.measure))
    }
}
