/// Says which kind of fact stands where: the only place that a new kind of file is entered.
struct FactPlace: Sendable {
    /// Parts of the path below the catalog's folder; `*` stands for any one part.
    let path: [Substring]
    /// Key of the file's mapping whose elements are the facts; none for the file itself, or the
    /// rows of a table.
    let key: String?
    let kind: FactKind
    /// Whether the facts stand when a later layer replaces the record that holds them.
    let outlivesHolder: Bool

    private init(_ path: String, key: String? = nil, _ kind: FactKind) {
        self.path = path.split(separator: "/")
        self.key = key
        self.kind = kind
        // The loader keeps rules in a table of their own.
        outlivesHolder = kind == .rule
    }

    /// Finds what a file holds: the record itself first, then the kinds nested in it.
    ///
    /// - Returns: Empty for a file that holds no facts.
    static func places(of relativePath: String) -> [FactPlace] {
        let parts = relativePath.split(separator: "/")
        guard let first = all.first(where: { $0.matches(parts) }) else { return [] }
        return all.filter { $0.path == first.path }
    }

    private func matches(_ parts: [Substring]) -> Bool {
        path.count == parts.count && zip(path, parts).allSatisfy { $0 == "*" || $0 == $1 }
    }

    private static let all: [FactPlace] =
        owners("countries/*", .country) + owners("organisations/*", .organisation) + [
            FactPlace("rules.yaml", key: "rules", .rule),
            FactPlace("agreements.csv", .agreement),
            FactPlace("capabilities.csv", .capability),
            FactPlace("edge-devices.csv", .edgeDevice),
            FactPlace("questions.csv", .answer),
            FactPlace("providers/*/provider.yaml", .provider),
            FactPlace("providers/*/provider.yaml", key: "deliveryModels", .deliveryModel),
            FactPlace("providers/*/sites.csv", .site),
            FactPlace("providers/*/services.csv", .service),
            FactPlace("providers/*/availability.csv", .availability),
            FactPlace("providers/*/authorisations.csv", .authorisation),
            FactPlace("providers/*/instances.csv", .instance),
            FactPlace("providers/*/modules.csv", .module),
            FactPlace("providers/*/dependencies.csv", .dependency),
            FactPlace("providers/*/commitments.csv", .commitment),
            FactPlace("providers/*/aliases.csv", .alias),
            FactPlace("providers/*/uplifts.csv", .uplift),
            FactPlace("providers/*/prices/*", .price),
            FactPlace("programmes/*", .programme),
            FactPlace("labour/roles.csv", .role),
            FactPlace("labour/rates.csv", .labourRate),
            FactPlace("labour/clearance-costs.csv", .clearanceCost),
            FactPlace("labour/operating-models.csv", .operatingModel),
            FactPlace("exchange-rates/*", .exchangeRate),
            FactPlace("frameworks/assessments.csv", .assessment),
            FactPlace("frameworks/*", .framework),
            FactPlace("frameworks/*", key: "objectives", .objective),
        ]

    private static func owners(_ path: String, _ kind: FactKind) -> [FactPlace] {
        [
            FactPlace(path, kind),
            FactPlace(path, key: "levels", .level),
            FactPlace(path, key: "absentLevels", .absentLevel),
            FactPlace(path, key: "legacyMarkings", .legacyMarking),
            FactPlace(path, key: "caveats", .caveat),
            FactPlace(path, key: "clearances", .clearance),
            FactPlace(path, key: "facilityClearances", .facilityClearance),
            FactPlace(path, key: "accreditations", .accreditation),
            FactPlace(path, key: "taxes", .tax),
            FactPlace(path, key: "rules", .rule),
        ]
    }
}
