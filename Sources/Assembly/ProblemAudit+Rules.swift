extension ProblemAudit {
    mutating func checkRules() {
        checkUnique(problem.charges.map(\.id), "charge", at: [.key("charges")])
        for (index, charge) in problem.charges.enumerated() {
            let path: [Step] = [.key("charges"), .index(index)]
            checkOptions(charge.anyOf, at: path + [.key("anyOf")])
            checkMeasures(charge.measures, at: path)
        }
        checkUnique(problem.tooClose.map(\.id), "rule", at: [.key("tooClose")])
        for (index, rule) in problem.tooClose.enumerated() {
            let path: [Step] = [.key("tooClose"), .index(index), .key("sites")]
            checkPair(rule.sites, "sites", mayRepeat: false, at: path)
            for (number, site) in rule.sites.enumerated() {
                checkKnown(site, in: names.sites, "site", at: path + [.index(number)])
            }
        }
        checkUnique(problem.colocate.map(\.id), "rule", at: [.key("colocate")])
        for (index, rule) in problem.colocate.enumerated() {
            for (number, demand) in rule.demands.enumerated() {
                checkKnown(
                    demand, in: names.demands, "demand",
                    at: [.key("colocate"), .index(index), .key("demands"), .index(number)])
            }
        }
        checkUnique(problem.requires.map(\.id), "rule", at: [.key("requires")])
        for (index, rule) in problem.requires.enumerated() {
            let path: [Step] = [.key("requires"), .index(index)]
            checkKnown(rule.option, in: names.options, "option", at: path + [.key("option")])
            checkOptions(rule.anyOf, at: path + [.key("anyOf")])
        }
        checkUnique(problem.excludes.map(\.id), "rule", at: [.key("excludes")])
        for (index, rule) in problem.excludes.enumerated() {
            let path: [Step] = [.key("excludes"), .index(index), .key("options")]
            checkPair(rule.options, "options", mayRepeat: true, at: path)
            checkOptions(rule.options, at: path)
        }
    }

    private mutating func checkOptions(_ options: [String], at path: [Step]) {
        for (index, option) in options.enumerated() where !names.options.contains(option) {
            checkKnown(option, in: names.options, "option", at: path + [.index(index)])
        }
    }

    private mutating func checkPair(
        _ pair: [String], _ what: String, mayRepeat: Bool, at path: [Step]
    ) {
        if pair.count != 2 {
            violations.append(
                ProblemViolation(.pair, path, "\(pair.count) \(what) are named, expected 2"))
        } else if !mayRepeat && pair[0] == pair[1] {
            violations.append(
                ProblemViolation(.pair, path, "'\(pair[0])' is named twice, expected 2 \(what)"))
        }
    }

    mutating func checkDiscountsAndLimits() {
        checkUnique(problem.discounts.map(\.id), "discount", at: [.key("discounts")])
        for (index, discount) in problem.discounts.enumerated() {
            let path: [Step] = [.key("discounts"), .index(index)]
            checkReserved(discount.measure, at: path + [.key("measure")])
            checkTiers(discount.tiers, at: path + [.key("tiers")])
            var seen: Set<String> = []
            for (number, measure) in discount.reduces.enumerated() {
                let path = path + [.key("reduces"), .index(number)]
                checkReserved(measure, at: path)
                if !seen.insert(measure).inserted {
                    violations.append(
                        ProblemViolation(.duplicate, path, "measure '\(measure)' is named twice"))
                }
            }
        }
        checkUnique(problem.limits.map(\.id), "limit", at: [.key("limits")])
    }

    private mutating func checkTiers(_ tiers: [AssemblyProblem.Discount.Tier], at path: [Step]) {
        if tiers.isEmpty {
            violations.append(ProblemViolation(.tiers, path, "there are no tiers"))
        }
        for (index, tier) in tiers.enumerated() {
            let path = path + [.index(index)]
            if index == 0 && tier.from != 0 {
                violations.append(
                    ProblemViolation(
                        .tiers, path + [.key("from")],
                        "the first tier starts from \(tier.from), expected 0"))
            }
            if index > 0 && tier.from <= tiers[index - 1].from {
                violations.append(
                    ProblemViolation(
                        .tiers, path + [.key("from")],
                        "a tier from \(tier.from) follows one from \(tiers[index - 1].from), "
                            + "expected ascending tiers"))
            }
            if tier.basisPoints < 0 || tier.basisPoints > 10_000 {
                violations.append(
                    ProblemViolation(
                        .tiers, path + [.key("basisPoints")],
                        "\(tier.basisPoints) basis points, expected 0 to 10000"))
            }
        }
    }
}
