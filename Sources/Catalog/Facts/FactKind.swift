import Diagnostics

/// Names the kinds of facts that files of a catalog hold, in the order in which they are listed.
///
/// The words are those of `sovereign catalog list`; `FactPlace` says where each kind is written.
package enum FactKind: String, CaseIterable, Sendable {
    case country, organisation, level
    case absentLevel = "absent-level"
    case legacyMarking = "legacy-marking"
    case caveat, clearance
    case facilityClearance = "facility-clearance"
    case accreditation, tax, rule, agreement, capability, provider
    case deliveryModel = "delivery-model"
    case site, service, availability, authorisation, instance, module
    case edgeDevice = "edge-device"
    case price, programme, dependency, commitment, alias, uplift, role
    case labourRate = "labour-rate"
    case clearanceCost = "clearance-cost"
    case operatingModel = "operating-model"
    case exchangeRate = "exchange-rate"
    case framework, objective, assessment, answer

    /// Position in the order of kinds.
    package var position: Int { Self.positions[self] ?? 0 }

    private static let positions = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($0.element, $0.offset) })

    /// The word for several, as in `facility-clearances`.
    package var plural: String {
        if rawValue.hasSuffix("y") { return rawValue.dropLast() + "ies" }
        return rawValue.hasSuffix("x") || rawValue.hasSuffix("s")
            ? rawValue + "es" : rawValue + "s"
    }

    /// The kind in running text, as in "facility clearance".
    package var words: String { Self.spaced(rawValue) }

    /// The kind of several in running text, as in "facility clearances".
    package var pluralWords: String { Self.spaced(plural) }

    /// What the record that holds facts of this kind is: an owner, a provider, a framework.
    package var holder: String {
        switch self {
        case .objective, .assessment: "framework"
        case .agreement, .capability, .role, .operatingModel, .exchangeRate, .answer: "holder"
        case .country, .organisation, .provider, .framework: "holder"
        case .labourRate, .clearanceCost: "country"
        case .level, .absentLevel, .legacyMarking, .caveat, .clearance, .facilityClearance,
            .accreditation, .tax, .rule:
            "owner"
        default: "provider"
        }
    }

    private static func spaced(_ word: String) -> String {
        word.split(separator: "-").joined(separator: " ")
    }
}

extension FactKind {
    /// Recognises a kind by its word, singular or plural; case, hyphens and blanks do not count.
    ///
    /// `FactKind(word: "facilityClearances")` gives `.facilityClearance`.
    package init?(word: String) {
        guard let kind = Self.byWord[Self.plain(word)] else { return nil }
        self = kind
    }

    /// Returns what to do about a word that names no kind.
    package static func help(for word: String) -> String {
        let words = allCases.flatMap { [$0.rawValue, $0.plural] } + Array(synonyms.keys)
        return DidYouMean.help(for: word, in: words.sorted())
            ?? "kinds are: " + allCases.map(\.plural).joined(separator: ", ")
    }

    /// Words that people use for a kind beside its own.
    private static let synonyms: [String: FactKind] = [
        "nation": .country, "nations": .country, "organization": .organisation,
        "organizations": .organisation, "marking": .level, "markings": .level,
        "scheme": .accreditation, "schemes": .accreditation, "region": .site, "regions": .site,
        "product": .service, "products": .service, "authorization": .authorisation,
        "authorizations": .authorisation, "certificate": .authorisation,
        "certificates": .authorisation, "device": .edgeDevice, "devices": .edgeDevice,
        "machine": .instance, "machines": .instance, "rate": .labourRate, "rates": .labourRate,
        "day-rate": .labourRate, "day-rates": .labourRate, "labor-rate": .labourRate,
        "labor-rates": .labourRate, "program": .programme, "programs": .programme,
    ]

    private static let byWord: [String: FactKind] = {
        var kinds: [String: FactKind] = [:]
        for (word, kind) in synonyms { kinds[plain(word)] = kind }
        for kind in allCases {
            kinds[plain(kind.rawValue)] = kind
            kinds[plain(kind.plural)] = kind
        }
        return kinds
    }()

    private static func plain(_ word: String) -> String {
        word.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    }
}
