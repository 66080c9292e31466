package import Catalog
package import Diagnostics
package import LocatedInput
import Quantities

/// Reads rosters and binds their words to the catalog; every mistake is a finding.
package struct RosterReader {
    let catalog: CatalogSnapshot
    let dates: RosterDates
    let collector: FindingCollector

    /// Creates a reader.
    package init(catalog: CatalogSnapshot, dates: RosterDates, into collector: FindingCollector) {
        self.catalog = catalog
        self.dates = dates
        self.collector = collector
    }

    /// What the rows of a table are.
    package enum Rows: Sendable {
        /// People, one a row.
        case people
        /// Companies and establishments, one a row.
        case facilities
    }

    /// Reads a table as spreadsheets export it, or a YAML file of people, facilities and systems.
    ///
    /// - Parameter rows: what the rows are, where the file is a table.
    /// - Returns: What could be read; the collector says what could not.
    package func read(_ input: InputText, rows: Rows = .people) -> Roster {
        var roster = Roster()
        guard input.path.lowercased().hasSuffix(".csv") else {
            if case .value(let value)? = LocatedDocument.parse(input, into: collector) {
                roster = document(value)
            }
            return checked(roster)
        }
        guard let table = CSVInput.parse(input, separators: .anyUsual, into: collector) else {
            return roster
        }
        switch rows {
        case .people: roster.people = table.rows.compactMap { person($0) }
        case .facilities: roster.facilities = table.rows.compactMap { facility($0) }
        }
        return checked(roster)
    }

    private func document(_ value: LocatedValue) -> Roster {
        var roster = Roster()
        guard var reader = FieldReader(value, "roster", collector) else { return roster }
        if let format = reader.required("roster", as: Int.self), format.value != 1 {
            collector.report(
                .requirementUnknownFormat, "this version reads rosters of format 1",
                at: format.location, help: "write 'roster: 1'")
        }
        roster.people = reader.children("people").compactMap { person($0) }
        roster.facilities = reader.children("facilities").compactMap { facility($0) }
        roster.systems = reader.children("systems").compactMap { system($0) }
        reader.finish()
        return roster
    }

    /// Reports ids that stand twice, each with the place of the first.
    private func checked(_ roster: Roster) -> Roster {
        twice(roster.people.map { ($0.id, $0.location) }, "person")
        twice(roster.facilities.map { ($0.id, $0.location) }, "facility")
        twice(roster.systems.map { ($0.id, $0.location) }, "system")
        return roster
    }

    /// Reports ids that stand in two files.
    package func checkAcross(_ roster: Roster) { _ = checked(roster) }

    private func twice(_ rows: [(id: String, location: SourceLocation)], _ what: String) {
        var first: [String: SourceLocation] = [:]
        for (id, location) in rows {
            guard let earlier = first[id] else {
                first[id] = location
                continue
            }
            collector.report(
                .rosterDuplicateRow, "a \(what) of this id stands in the roster already",
                at: location, notes: [FindingNote("the first one is", at: earlier)],
                help: "delete one of the two rows, or give it another id")
        }
    }

    // MARK: - Rows

    private func person(_ value: LocatedValue) -> Person? {
        guard var reader = FieldReader(value, "person", collector) else { return nil }
        let id = reader.required("id", as: RosterID.self)
        let nationalities = countries("nationalities", &reader)
        let residentOf = countries("residentOf", &reader)
        let employer = reader.optional("employer", as: String.self)?.value
        let sponsor = reader.optional("sponsor", as: String.self)?.value
        let clearances = held(value, &reader).compactMap { clearance($0, sponsor: sponsor) }
        let readIns = list("readIns", &reader)
        let caveats = list("caveats", &reader)
        let roles = list("roles", &reader).compactMap { role($0) }
        let country = countries("country", &reader).first
        let from = date("from", &reader)
        let until = date("until", &reader)
        reportCrossed(from, until, "leaves before the first day of work")
        let share = reader.optional("share", as: RosterShare.self)
        let needToKnow = reader.optional("needToKnow", as: RosterFlag.self)?.value.isTrue
        let briefed = date("briefed", &reader)?.value
        let dayRate = reader.optional("dayRate", as: ExactDecimal.self)
        reader.finish()
        if let dayRate, dayRate.value < .zero {
            collector.report(
                .inputOutOfRange, "a day cannot cost less than nothing", at: dayRate.location)
        }
        guard let id else { return nil }
        return Person(
            id: id.value.text, nationalities: nationalities, residentOf: residentOf,
            employer: employer, clearances: clearances, readIns: readIns.map(\.value),
            caveats: caveats.map(\.value), roles: roles, country: country, from: from?.value,
            until: until?.value, shareThousandths: share?.value.thousandths ?? 1000,
            needToKnow: needToKnow, briefed: briefed, dayRate: dayRate?.value, at: value.location)
    }

    private func facility(_ value: LocatedValue) -> Facility? {
        guard var reader = FieldReader(value, "facility", collector) else { return nil }
        let id = reader.required("id", as: RosterID.self)
        let kind = reader.optional("kind", as: Facility.Kind.self)
        let country = countries("country", &reader).first
        let parents = countries("parents", &reader)
        let percent = ExactDecimal.zero...ExactDecimal(100)
        let largest = reader.optional("largestForeignShare", as: ExactDecimal.self, in: percent)
        let shares = reader.optional("foreignShares", as: ExactDecimal.self, in: percent)
        let mitigation = reader.optional("mitigation", as: String.self)?.value
        let isRegistered = reader.optional("registered", as: RosterFlag.self)?.value.isTrue
        let sponsor = reader.optional("sponsor", as: String.self)?.value
        let clearances = held(value, &reader).compactMap {
            facilityClearance($0, sponsor: sponsor)
        }
        reader.finish()
        guard let id else { return nil }
        return Facility(
            id: id.value.text, kind: kind?.value, country: country, parents: parents,
            largestForeignShare: largest?.value, foreignShares: shares?.value,
            mitigation: mitigation, isRegistered: isRegistered, clearances: clearances,
            at: value.location)
    }

    private func system(_ value: LocatedValue) -> InformationSystem? {
        guard var reader = FieldReader(value, "system", collector) else { return nil }
        let id = reader.required("id", as: RosterID.self)
        let owner = reader.required("owner", as: OwnerID.self)
        let word = reader.required("classification", as: String.self)
        let country = countries("country", &reader).first
        let accreditations = reader.children("accreditations").compactMap { accreditation($0) }
        reader.finish()
        guard let id, let owner, let word, let whose = self.owner(owner),
            let level = words.level(word, of: whose)
        else { return nil }
        return InformationSystem(
            id: id.value.text, level: level, country: country, accreditations: accreditations,
            location: value.location)
    }

    private func accreditation(_ value: LocatedValue) -> InformationSystem.Held? {
        guard var reader = FieldReader(value, "accreditation", collector) else { return nil }
        let scheme = reader.required("scheme", as: SchemeID.self)
        let status = reader.optional("status", as: HeldClearance.Status.self)
        let (granted, expires) = validity(&reader)
        reader.finish()
        guard let scheme else { return nil }
        guard let found = catalog.scheme(scheme.value) else {
            let known = catalog.owners.flatMap(\.accreditations).map(\.id.rawValue).sorted()
            collector.report(
                .requirementUnknownScheme, "the catalog has no such accreditation scheme",
                at: scheme.location, help: DidYouMean.help(for: scheme.value.rawValue, in: known))
            return nil
        }
        return InformationSystem.Held(
            scheme: found, status: status?.value, granted: granted, expires: expires)
    }
}

extension RosterReader {
    private var words: ClearanceWords { ClearanceWords(catalog: catalog, collector: collector) }

    /// The cells of one clearance, as they are called in a mapping of their own.
    private struct HeldFields {
        let issuer: Located<OwnerID>?
        let word: Located<String>
        let status: HeldClearance.Status?
        let granted: CalendarDate?
        let expires: CalendarDate?
        let sponsor: String?
    }

    /// Most clearances of one row of a table.
    private static let mostColumns = 9

    /// The clearances of a row: of a table in groups of columns, else a list.
    private func held(_ value: LocatedValue, _ reader: inout FieldReader) -> [HeldFields] {
        guard value.headerLocation != nil else {
            return reader.children("clearances").compactMap { element in
                guard var nested = FieldReader(element, "clearance", collector) else { return nil }
                let fields = fields("", &nested, isRequired: true)
                nested.finish()
                return fields
            }
        }
        return (1...Self.mostColumns).compactMap { number in
            fields(number == 1 ? "" : "\(number)", &reader, isRequired: false)
        }
    }

    private func fields(
        _ suffix: String, _ reader: inout FieldReader, isRequired: Bool
    ) -> HeldFields? {
        let wordKey = "clearance" + suffix
        let word =
            isRequired
            ? reader.required(wordKey, as: String.self)
            : reader.optional(wordKey, as: String.self)
        let issuer = reader.optional("issuedBy" + suffix, as: OwnerID.self)
        let status = reader.optional("status" + suffix, as: HeldClearance.Status.self)
        let (granted, expires) = validity(&reader, suffix)
        let sponsor =
            isRequired || !suffix.isEmpty
            ? reader.optional("sponsor" + suffix, as: String.self)?.value : nil
        guard let word else { return nil }
        return HeldFields(
            issuer: issuer, word: word, status: status?.value, granted: granted,
            expires: expires, sponsor: sponsor)
    }

    private func clearance(_ fields: HeldFields, sponsor: String?) -> HeldClearance? {
        guard let issuer = issuer(fields), let meaning = words.clearance(fields.word, of: issuer)
        else { return nil }
        return HeldClearance(
            issuer: issuer.id, level: meaning.level, clearance: meaning.clearance,
            status: fields.status, granted: fields.granted, expires: fields.expires,
            sponsor: fields.sponsor ?? sponsor)
    }

    private func facilityClearance(
        _ fields: HeldFields, sponsor: String?
    ) -> HeldFacilityClearance? {
        guard let issuer = issuer(fields), let found = words.facility(fields.word, of: issuer)
        else { return nil }
        return HeldFacilityClearance(
            issuer: issuer.id, level: found.level, clearance: found.clearance,
            status: fields.status ?? (found.clearance?.isInterim == true ? .interim : nil),
            granted: fields.granted, expires: fields.expires, sponsor: fields.sponsor ?? sponsor)
    }

    private func issuer(_ fields: HeldFields) -> Owner? {
        guard let issuer = fields.issuer else {
            collector.report(
                .inputMissingKey, "who granted the clearance is not said",
                at: fields.word.location,
                help: "write the nation in 'issuedBy': one word means different levels in "
                    + "different countries")
            return nil
        }
        return owner(issuer)
    }

    private func validity(
        _ reader: inout FieldReader, _ suffix: String = ""
    ) -> (granted: CalendarDate?, expires: CalendarDate?) {
        let granted = date("granted" + suffix, &reader)
        let expires = date("expires" + suffix, &reader)
        if let granted, let expires, expires.value <= granted.value {
            collector.report(
                .rosterExpiredBeforeGranted, "it expires before it is granted",
                at: expires.location,
                notes: [FindingNote("the day on which it is granted stands", at: granted.location)],
                help: "correct one of the two dates")
        }
        return (granted?.value, expires?.value)
    }

    private func date(_ key: String, _ reader: inout FieldReader) -> Located<CalendarDate>? {
        reader.optional(key, as: String.self).flatMap { cell in
            dates.read(cell, key, into: collector).map { Located($0, at: cell.location) }
        }
    }

    private func reportCrossed(
        _ from: Located<CalendarDate>?, _ until: Located<CalendarDate>?, _ message: String
    ) {
        guard let from, let until, until.value <= from.value else { return }
        collector.report(
            .inputOutOfRange, "the person \(message)", at: until.location,
            notes: [FindingNote("the first day stands", at: from.location)],
            help: "correct one of the two dates")
    }

    /// A list of a cell, whatever sign of the usual ones stands between its words.
    private func list(_ key: String, _ reader: inout FieldReader) -> [Located<String>] {
        guard let value = reader.child(key) else { return [] }
        if let elements = value.elements {
            return elements.compactMap { element in
                element.text.map { Located($0, at: element.location) }
            }
        }
        guard let text = value.text else { return [] }
        return text.split { $0 == ";" || $0 == "|" || $0 == "," }.compactMap { part in
            let core = part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
            return core.isEmpty ? nil : Located(String(core), at: value.location)
        }
    }

    private func countries(_ key: String, _ reader: inout FieldReader) -> [OwnerID] {
        list(key, &reader).compactMap { word in
            let id = OwnerID(word.value)
            if CountryCode.assigned.contains(word.value) || catalog.owner(id) != nil { return id }
            collector.report(
                .rosterUnknownCountry, "no country has the code in '\(key)'", at: word.location,
                help: CountryCode.meant(by: word.value).map { "did you mean '\($0)'?" }
                    ?? "write the two capital letters of ISO 3166-1, like ES")
            return nil
        }
    }

    private func owner(_ id: Located<OwnerID>) -> Owner? {
        if let owner = catalog.owner(id.value) { return owner }
        let known = catalog.owners.map(\.id.rawValue).joined(separator: ", ")
        collector.report(
            .rosterUnknownCountry, "the catalog has no ladder of this country", at: id.location,
            help: CountryCode.meant(by: id.value.rawValue).map { "did you mean '\($0)'?" }
                ?? "countries and organisations in the catalog: \(known)")
        return nil
    }

    private func role(_ word: Located<String>) -> RoleID? {
        if catalog.role(RoleID(word.value)) != nil { return RoleID(word.value) }
        let known = catalog.roles.map(\.id.rawValue).sorted()
        collector.report(
            .requirementUnknownRole, "the catalog has no such role", at: word.location,
            help: DidYouMean.help(for: word.value, in: known)
                ?? "roles in the catalog: \(known.joined(separator: ", "))")
        return nil
    }
}
