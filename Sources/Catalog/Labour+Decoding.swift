import Diagnostics
import LocatedInput
import Quantities

extension Role {
    init?(_ row: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(row, "role", collector) else { return nil }
        let id = reader.required("id", as: RoleID.self)
        let name = reader.required("name", as: String.self)
        let sfia = reader.requiredPlausible("sfiaLevel", in: 1...7)
        _ = reader.optional("description", as: String.self)
        let provenance = Provenance(&reader)
        reader.finish()
        guard let id, let name, let sfia, let provenance else { return nil }
        self.id = id.value
        self.name = name.value
        sfiaLevel = sfia.value
        self.provenance = provenance
    }
}

extension LabourRate {
    init?(_ row: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(row, "labour rate", collector) else { return nil }
        let id = reader.required("id", as: RateID.self)
        let country = reader.required("country", as: OwnerID.self)
        let role = reader.required("role", as: RoleID.self)
        let level = reader.optional("level", as: String.self)
        _ = reader.optional("unit", as: String.self)
        let hours = reader.requiredPositive("hoursPerUnit", atMost: ExactDecimal(10_000))
        let likely = reader.required("likely", as: ExactDecimal.self)
        let currency = reader.required("currency", as: Currency.self)
        let basis = reader.required("basis", as: PriceBasis.self)
        low = reader.optional("low", as: ExactDecimal.self)?.value
        high = reader.optional("high", as: ExactDecimal.self)?.value
        if let likely { collector.checkEstimate(likely, low: low, high: high) }
        derivation = reader.optional("derivation", as: String.self)?.value
        let provenance = Provenance(&reader)
        reader.finish()
        guard let id, let country, let role, let hours, let likely, let currency, let basis,
            let provenance
        else { return nil }
        if basis.value != .published, derivation == nil {
            collector.report(
                .catalogUnderivedEstimate,
                "a rate that is \(basis.value.rawValue) needs its derivation",
                at: basis.location, help: "name formula and inputs in the column 'derivation'")
        }
        self.id = id.value
        self.country = country.value
        self.role = role.value
        self.level = level.flatMap { $0.value == "none" ? nil : LevelID($0.value) }
        hoursPerUnit = hours.value
        self.likely = likely.value
        self.currency = currency.value
        self.basis = basis.value
        self.provenance = provenance
    }
}

extension OperatingModel {
    init?(_ row: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(row, "operating model", collector) else { return nil }
        let id = reader.required("id", as: OperatingModelID.self)
        let name = reader.required("name", as: String.self)
        let role = reader.required("role", as: RoleID.self)
        let seats = reader.requiredPlausible("seats", in: 1...10_000)
        let coverage = reader.required("coverage", as: Coverage.self)
        let hours = reader.requiredPositive("hoursPerWeek", atMost: ExactDecimal(168))
        let share = reader.requiredPositive("productiveShare", atMost: .one)
        let twoPerson = reader.optional("twoPerson", as: Bool.self)
        _ = reader.optional("basis", as: PriceBasis.self)
        derivation = reader.optional("derivation", as: String.self)?.value
        let provenance = Provenance(&reader)
        reader.finish()
        guard let id, let name, let role, let seats, let coverage, let hours, let share,
            let provenance
        else { return nil }
        self.id = id.value
        self.name = name.value
        self.role = role.value
        self.seats = seats.value
        self.coverage = coverage.value
        hoursPerWeek = hours.value
        productiveShare = share.value
        isTwoPerson = twoPerson?.value ?? false
        self.provenance = provenance
    }
}

extension ExchangeRate {
    init?(_ row: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(row, "exchange rate", collector) else { return nil }
        let date = reader.required("date", as: CalendarDate.self)
        let currency = reader.required("currency", as: Currency.self)
        let units = reader.required("unitsPerEuro", as: ExactDecimal.self)
        let provenance = Provenance(&reader)
        reader.finish()
        guard let date, let currency, let units, let provenance else { return nil }
        if units.value <= .zero {
            collector.report(
                .catalogAbsurdQuantity, "a rate of \(units.value) converts nothing",
                at: units.location,
                help: "leave the row out where a currency had no rate")
            return nil
        }
        self.date = date.value
        self.currency = currency.value
        unitsPerEuro = units.value
        self.provenance = provenance
    }
}

extension Programme {
    init?(_ value: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "programme", collector) else { return nil }
        let id = reader.required("id", as: Identifier<Programme>.self)
        let provider = reader.required("provider", as: ProviderID.self)
        let name = reader.required("name", as: String.self)
        let mode = reader.required("mode", as: Mode.self)
        let currency = reader.required("currency", as: Currency.self)
        var eligible = reader.nested("eligible")
        capabilities = eligible?.list("capabilities", as: Capability.self).map(\.value) ?? []
        levels = eligible?.list("levels", as: LevelID.self).map(\.value) ?? []
        eligible?.finish()
        let rows = reader.children("tiers")
        tiers = rows.compactMap { Tier($0, into: collector) }
        let provenance = Provenance(&reader)
        reader.finish()
        let starts = tiers.map(\.from)
        if starts.first != .zero || zip(starts, starts.dropFirst()).contains(where: { $0 >= $1 }) {
            collector.report(
                .catalogBrokenTiers, "the tiers do not ascend from 0", at: value.location,
                help: "list them lowest first; the first begins at \"0\"")
        }
        guard let id, let provider, let name, let mode, let currency, let provenance else {
            return nil
        }
        self.id = id.value
        self.provider = provider.value
        self.name = name.value
        self.mode = mode.value
        self.currency = currency.value
        self.provenance = provenance
    }
}

extension Programme.Tier {
    init?(_ value: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "tier", collector) else { return nil }
        let from = reader.required("from", as: ExactDecimal.self)
        let points = reader.required("basisPoints", as: Int.self)
        reader.finish()
        guard let from, let points else { return nil }
        if !(0...10_000).contains(points.value) {
            collector.report(
                .catalogAbsurdQuantity, "\(points.value) basis points are no discount",
                at: points.location, help: "write 0 to 10000; 500 is 5 %")
        }
        self.from = from.value
        basisPoints = points.value
    }
}
