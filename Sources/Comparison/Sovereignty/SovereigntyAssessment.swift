import Quantities

/// How sovereign an offer is, objective by objective: as its weakest part in use.
package struct SovereigntyAssessment: Sendable, Hashable {
    /// One objective with the part that sets its level.
    package struct Objective: Sendable, Hashable {
        /// As the framework names it.
        package let id: String
        /// What documents show of all parts; `nil` where one part shows nothing.
        package let evidenced: Int?
        /// What is said of all parts, shown or not; `nil` where one part says nothing.
        package let claimed: Int?
        /// The level that counts by the plan; `nil` for unknown.
        package let level: Int?
        /// The parts that set it.
        package let setBy: [String]
        /// Least level asked; `nil` for none.
        package let minimum: Int?
        /// Points in hundredths of a percent.
        package let scoreBp: Int

        /// Whether the gate is passed; unknown is not passed.
        package var isPassed: Bool { minimum.map { (level ?? -1) >= $0 } ?? true }
    }

    /// In the order of the framework.
    package let objectives: [Objective]

    /// Hundredths of a percent in all; an objective that is unknown earns nothing.
    package var scoreBp: Int { objectives.reduce(0) { $0 + $1.scoreBp } }
    /// The lowest level of all; `nil` where one is unknown.
    package var overall: Int? {
        objectives.contains { $0.level == nil } ? nil : objectives.compactMap(\.level).min()
    }
    /// Whether every gate is passed.
    package var isPassed: Bool { objectives.allSatisfy(\.isPassed) }
    /// The score in percent, as in 86.25.
    package var percent: FixedPoint { FixedPoint(raw: Int128(scoreBp) * FixedPoint.unit / 100) }

    /// Assesses parts by what a plan asks.
    ///
    /// Each objective takes the lowest level of all parts in use; a part that shows nothing makes
    /// it unknown. With weights in hundredths of a percent the score is exact: weight × level ÷ 4,
    /// halves up where a weight of a buyer's own does not divide.
    ///
    ///     // 4 4 4 4 2 3 4 4 by the framework's weights gives 8625: 86.25 percent
    package init(_ parts: [SovereignPart], _ asked: EvaluationPlan.Sovereignty) {
        objectives = asked.objectives.map { objective in
            let levels = parts.map { Self.levels(of: $0, objective.id) }
            let evidenced = Self.lowest(levels.map(\.evidenced))
            let claimed = Self.lowest(levels.map(\.claimed))
            let counting = levels.map { asked.acceptsClaims ? $0.claimed : $0.evidenced }
            let level = Self.lowest(counting)
            let setBy = zip(parts, counting).filter { $0.1 == level }.map(\.0.name)
            return Objective(
                id: objective.id, evidenced: evidenced, claimed: claimed, level: level,
                setBy: setBy, minimum: objective.minimum,
                scoreBp: (objective.weightBp * (level ?? 0) * 2 + 4) / 8)
        }
    }

    /// What a part shows and says; what is shown is said as well.
    private static func levels(
        of part: SovereignPart, _ objective: String
    ) -> (evidenced: Int?, claimed: Int?) {
        let seal = part.seals.first { $0.objective == objective }
        return (seal?.evidenced, seal?.claimed ?? seal?.evidenced)
    }

    private static func lowest(_ levels: [Int?]) -> Int? {
        levels.isEmpty || levels.contains { $0 == nil } ? nil : levels.compactMap { $0 }.min()
    }
}
