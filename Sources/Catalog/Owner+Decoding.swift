import Diagnostics
import LocatedInput
import Quantities

extension Identifier: InputScalar {
    /// Gives "an identifier: letters, digits and hyphens".
    package static var expectation: String { "an identifier: letters, digits and hyphens" }

    /// Takes ASCII letters and digits, hyphens, points and underlines, at least one.
    package init?(inputText: String) {
        guard !inputText.isEmpty, inputText.utf8.allSatisfy(Self.isLetter) else { return nil }
        self.init(rawValue: inputText)
    }

    /// Tells whether identifiers may have this byte.
    static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F
    }
}

extension Owner {
    /// Reads a country's or an organisation's file.
    init?(_ value: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "owner", collector) else { return nil }
        let id = reader.required("id", as: OwnerID.self)
        let kind = reader.required("kind", as: Kind.self)
        let name = reader.required("name", as: String.self)
        let currency = reader.optional("currency", as: Currency.self)
        let languages = reader.list("languages", as: String.self)
        let members = reader.list("members", as: OwnerID.self)
        let owner = id?.value ?? OwnerID("")
        levels = reader.children("levels").compactMap { Level($0, owner: owner, into: collector) }
            .sorted { ($0.ladder ?? "", $0.rank, $0.id) < ($1.ladder ?? "", $1.rank, $1.id) }
        absentLevels = reader.children("absentLevels")
            .compactMap { AbsentLevel($0, into: collector) }
        legacyMarkings = reader.children("legacyMarkings")
            .compactMap { LegacyMarking($0, owner: owner, into: collector) }
        caveats = reader.children("caveats")
            .compactMap { Caveat($0, owner: owner, into: collector) }
        clearances = reader.children("clearances")
            .compactMap { PersonnelClearance($0, into: collector) }
        facilityClearances = reader.children("facilityClearances")
            .compactMap { FacilityClearance($0, into: collector) }
        accreditations = reader.children("accreditations")
            .compactMap { AccreditationScheme($0, owner: owner, into: collector) }
        taxes = reader.children("taxes").compactMap { Tax($0, into: collector) }
        _ = reader.children("rules")
        reader.finish()
        guard let id, let kind, let name else { return nil }
        self.id = id.value
        self.kind = kind.value
        self.name = name.value
        self.currency = currency?.value
        self.languages = languages.map(\.value)
        self.members = members.map(\.value)
    }
}

extension Level {
    init?(_ value: LocatedValue, owner: OwnerID, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "level", collector) else { return nil }
        let id = reader.required("id", as: LevelID.self)
        let marking = reader.required("marking", as: String.self)
        let aliases = reader.list("aliases", as: String.self)
        ladder = reader.optional("ladder", as: String.self)?.value
        let rank = reader.required("rank", as: Int.self)
        let band = reader.required("band", as: Band.self)
        let classified = reader.required("classified", as: Bool.self)
        let personnel = reader.optional("personnelClearance", as: Need.self)
        let facility = reader.optional("facilityClearance", as: Need.self)
        let note = reader.optional("note", as: String.self)
        equivalents = reader.children("equivalents").compactMap { Equivalent($0, into: collector) }
        let provenance = Provenance(&reader)
        reader.finish()
        guard let id, let marking, let rank, let band, let classified, let provenance else {
            return nil
        }
        self.id = id.value
        self.owner = owner
        self.marking = marking.value
        self.aliases = aliases.map(\.value)
        self.rank = rank.value
        self.band = band.value
        isClassified = classified.value
        personnelClearance = personnel?.value ?? .unknown
        facilityClearance = facility?.value ?? .unknown
        self.note = note?.value
        self.provenance = provenance
    }
}

extension Level.Equivalent {
    init?(_ value: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "equivalent level", collector) else { return nil }
        let level = reader.required("level", as: LevelID.self)
        let basis = reader.required("basis", as: String.self)
        let provenance = Provenance(&reader)
        reader.finish()
        guard let level, let basis, let provenance else { return nil }
        self.level = level.value
        self.basis = basis.value
        self.provenance = provenance
    }
}

extension PersonnelClearance {
    init?(_ value: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "clearance", collector) else { return nil }
        let id = reader.required("id", as: ClearanceID.self)
        let name = reader.required("name", as: String.self)
        aliases = reader.list("aliases", as: String.self).map(\.value)
        level = reader.optional("level", as: LevelID.self)?.value
        let issuer = reader.optional("issuer", as: String.self)
        let validity = reader.optional("validity", as: CalendarPeriod.self)
        leadTime = reader.optional("leadTime", as: CalendarPeriod.self)?.value
        isSponsored = reader.optional("sponsored", as: Bool.self)?.value ?? false
        citizenship = reader.list("citizenship", as: OwnerID.self).map(\.value)
        nationalityRule = reader.optional("nationalityRule", as: String.self)?.value
        background = reader.optional("background", as: String.self)?.value
        recognition = reader.optional("recognition", as: String.self)?.value
        note = reader.optional("note", as: String.self)?.value
        let provenance = Provenance(&reader)
        reader.finish()
        guard let id, let name, let provenance else { return nil }
        self.id = id.value
        self.name = name.value
        self.issuer = issuer?.value
        self.validity = validity?.value
        self.provenance = provenance
    }
}

extension FacilityClearance {
    init?(_ value: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "facility clearance", collector) else { return nil }
        let id = reader.required("id", as: FacilityClearanceID.self)
        let name = reader.required("name", as: String.self)
        aliases = reader.list("aliases", as: String.self).map(\.value)
        isInterim = reader.optional("interim", as: Bool.self)?.value ?? false
        let levels = reader.list("levels", as: LevelID.self)
        let issuer = reader.optional("issuer", as: String.self)
        let scope = reader.optional("scope", as: String.self)
        trigger = reader.optional("trigger", as: String.self)?.value
        ownership = reader.optional("ownership", as: String.self)?.value
        prerequisite = reader.optional("prerequisite", as: String.self)?.value
        validity = reader.optional("validity", as: CalendarPeriod.self)?.value
        leadTime = reader.optional("leadTime", as: CalendarPeriod.self)?.value
        note = reader.optional("note", as: String.self)?.value
        let provenance = Provenance(&reader)
        reader.finish()
        guard let id, let name, let provenance else { return nil }
        self.id = id.value
        self.name = name.value
        self.levels = levels.map(\.value)
        self.issuer = issuer?.value
        self.scope = scope?.value
        self.provenance = provenance
    }
}

extension AccreditationScheme {
    init?(_ value: LocatedValue, owner: OwnerID, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "accreditation", collector) else { return nil }
        let id = reader.required("id", as: SchemeID.self)
        let name = reader.required("name", as: String.self)
        let kind = reader.required("kind", as: Kind.self)
        let covers = reader.list("covers", as: LevelID.self)
        platforms = reader.list("platforms", as: DeliveryModel.Isolation.self).map(\.value)
        places = reader.list("places", as: OwnerID.self).map(\.value)
        let grantedBy = reader.required("grantedBy", as: String.self)
        let validity = reader.optional("validity", as: CalendarPeriod.self)
        let leadTime = reader.optional("leadTime", as: CalendarPeriod.self)
        cost = reader.child("cost").flatMap { SchemeCost($0, into: collector) }
        let note = reader.optional("note", as: String.self)
        let provenance = Provenance(&reader)
        reader.finish()
        guard let id, let name, let kind, let grantedBy, let provenance else { return nil }
        if kind.value == .civilLabel, let first = covers.first {
            collector.report(
                .catalogLabelCoversLevel,
                "civil label '\(id.value)' lists levels that it covers", at: first.location,
                help: "a civil label covers no classified information; if the scheme is the "
                    + "security authority's, its kind is security-accreditation")
        }
        self.id = id.value
        self.owner = owner
        self.name = name.value
        self.kind = kind.value
        self.covers = covers.map(\.value)
        self.grantedBy = grantedBy.value
        self.validity = validity?.value
        self.leadTime = leadTime?.value
        self.note = note?.value
        self.provenance = provenance
    }
}

extension Tax {
    init?(_ value: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "tax", collector) else { return nil }
        let id = reader.required("id", as: Identifier<Tax>.self)
        let name = reader.required("name", as: String.self)
        let percent = reader.requiredPlausible(
            "percent", in: ExactDecimal.zero...ExactDecimal(100))
        let place = reader.required("place", as: String.self)
        _ = reader.optional("note", as: String.self)
        let provenance = Provenance(&reader)
        reader.finish()
        guard let id, let name, let percent, let place, let provenance else { return nil }
        self.id = id.value
        self.name = name.value
        self.percent = percent.value
        self.place = place.value
        self.provenance = provenance
    }
}

extension RuleRow {
    /// Reads a rule; `owner` is the owner of the file that it stands in, if any.
    init?(_ value: LocatedValue, owner: OwnerID?, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "rule", collector) else { return nil }
        let id = reader.required("id", as: RuleID.self)
        let kind = reader.required("kind", as: RuleKind.self)
        let levels = reader.list("levels", as: LevelID.self)
        administratorLevel = reader.optional("administratorLevel", as: LevelID.self)?.value
        terms = RuleTerms(&reader)
        question = reader.optional("question", as: String.self)?.value
        let text = reader.required("text", as: String.self)
        let provenance = Provenance(&reader)
        reader.finish()
        guard let id, let kind, let text, let provenance else { return nil }
        self.id = id.value
        self.kind = kind.value
        self.owner = owner
        self.levels = levels.map(\.value)
        self.text = text.value
        self.provenance = provenance
    }
}
