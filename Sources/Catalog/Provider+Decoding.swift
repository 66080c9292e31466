import Diagnostics
import LocatedInput
import Quantities

extension Provider {
    init?(_ value: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "provider", collector) else { return nil }
        let id = reader.required("id", as: ProviderID.self)
        let name = reader.required("name", as: String.self)
        // Must be stated, be it as an empty list: an absent one is not known to be empty.
        _ = reader.requiredChild("compellableBy")
        let compellableBy = reader.list("compellableBy", as: OwnerID.self)
        let parent = reader.requiredChild("parent")
            .flatMap { Parent($0, into: collector) }
        deliveryModels = reader.children("deliveryModels")
            .compactMap { DeliveryModel($0, into: collector) }
        _ = reader.optional("note", as: String.self)
        let provenance = Provenance(&reader)
        reader.finish()
        guard let id, let name, let parent, let provenance else { return nil }
        self.id = id.value
        self.name = name.value
        parentName = parent.name
        parentCountry = parent.country
        self.compellableBy = compellableBy.map(\.value)
        self.provenance = provenance
    }

    private struct Parent {
        let name: String
        let country: OwnerID

        init?(_ value: LocatedValue, into collector: FindingCollector) {
            guard var reader = FieldReader(value, "parent", collector) else { return nil }
            let name = reader.required("name", as: String.self)
            let country = reader.required("country", as: OwnerID.self)
            reader.finish()
            guard let name, let country else { return nil }
            self.name = name.value
            self.country = country.value
        }
    }
}

extension DeliveryModel {
    init?(_ value: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "delivery model", collector) else { return nil }
        let id = reader.required("id", as: Identifier<DeliveryModel>.self)
        let name = reader.required("name", as: String.self)
        let isolation = reader.required("isolation", as: Isolation.self)
        let customerSite = reader.optional("customerSite", as: Bool.self)
        let connectivity = reader.list("connectivity", as: Connection.self)
        let operators = reader.child("operators")
            .flatMap { Statement($0, "operators", ["residence", "nationality"], collector) }
        let support = reader.child("support")
            .flatMap { Statement($0, "support", ["from"], collector) }
        let telemetry = reader.child("telemetry")
            .flatMap { Statement($0, "telemetry", ["in"], collector) }
        let operatingModel = reader.optional("operatingModel", as: OperatingModelID.self)
        _ = reader.optional("note", as: String.self)
        let provenance = Provenance(&reader)
        reader.finish()
        guard let id, let name, let isolation, let provenance else { return nil }
        self.id = id.value
        self.name = name.value
        self.isolation = isolation.value
        isCustomerSite = customerSite?.value ?? false
        self.connectivity = connectivity.map(\.value)
        operatorResidence = operators?.reach["residence"] ?? .unknown
        operatorNationality = operators?.reach["nationality"] ?? .unknown
        operatorStatement = operators?.text
        supportFrom = support?.reach["from"] ?? .unknown
        supportStatement = support?.text
        telemetryIn = telemetry?.reach["in"] ?? .unknown
        telemetryStatement = telemetry?.text
        self.operatingModel = operatingModel?.value
        self.provenance = provenance
    }

    /// What a provider says of its people or its telemetry: reaches by key, and its words.
    private struct Statement {
        var reach: [String: Reach] = [:]
        let text: String?

        init?(
            _ value: LocatedValue, _ what: String, _ keys: [String], _ collector: FindingCollector
        ) {
            guard var reader = FieldReader(value, what, collector) else { return nil }
            for key in keys {
                reach[key] = Reach(&reader, key)
            }
            text = reader.optional("statement", as: String.self)?.value
            reader.finish()
        }
    }
}

extension Reach {
    /// Reads `any`, `unknown`, `customer-decides` or a list of countries; an absent key is
    /// `unknown`.
    init(_ reader: inout FieldReader, _ key: String) {
        let places = reader.list(key, as: OwnerID.self)
        let word = places.first { Self.words.contains($0.value.rawValue) }
        if let word, places.count > 1 {
            reader.collector.report(
                .inputMalformedValue, "'\(word.value)' stands beside other places",
                at: word.location,
                help: "write [any], [unknown], [customer-decides], or only the places stated")
        }
        switch word?.value.rawValue {
        case "any": self = .anywhere
        case "customer-decides": self = .customerDecides
        case nil where !places.isEmpty: self = .only(places.map(\.value))
        default: self = .unknown
        }
    }

    private static let words: Set = ["any", "unknown", "customer-decides"]
}

extension Site {
    init?(_ row: LocatedValue, provider: ProviderID, into collector: FindingCollector) {
        guard var reader = FieldReader(row, "site", collector) else { return nil }
        let id = reader.required("id", as: SiteID.self)
        let name = reader.required("name", as: String.self)
        let country = reader.required("country", as: OwnerID.self)
        let model = reader.required("deliveryModel", as: Identifier<DeliveryModel>.self)
        let place = reader.required("place", as: String.self)
        let status = reader.required("status", as: Status.self)
        let orderableBy = reader.required("orderableBy", as: String.self)
        latitude = reader.plausible("latitude", in: ExactDecimal(-90)...ExactDecimal(90))?.value
        longitude = reader.plausible("longitude", in: ExactDecimal(-180)...ExactDecimal(180))?.value
        withinKilometres = reader.plausible("withinKilometres", in: 0...20_000)?.value
        availableFrom = reader.optional("availableFrom", as: CalendarDate.self)?.value
        let closing = reader.optional("availableUntil", as: CalendarDate.self)
        availableUntil = closing?.value
        highestMarking = reader.optional("highestMarking", as: String.self)?.value
        operators = reader.optional("operators", as: String.self)?.value
        note = reader.optional("note", as: String.self)?.value
        let provenance = Provenance(&reader)
        reader.finish()
        if let availableFrom, let closing, closing.value <= availableFrom {
            collector.report(
                .catalogEmptyValidity,
                "the site closes on \(closing.value), not after it opens on \(availableFrom)",
                at: closing.location, help: "check which of the two dates the source gives")
        }
        guard let id, let name, let country, let model, let place, let status, let orderableBy,
            let provenance
        else { return nil }
        self.id = id.value
        self.provider = provider
        self.name = name.value
        self.country = country.value
        deliveryModel = model.value
        hall = nil
        self.place = place.value
        self.status = status.value
        self.orderableBy = orderableBy.value
        self.provenance = provenance
    }
}

extension Service {
    init?(_ row: LocatedValue, provider: ProviderID, into collector: FindingCollector) {
        guard var reader = FieldReader(row, "service", collector) else { return nil }
        let id = reader.required("id", as: ServiceID.self)
        let name = reader.required("name", as: String.self)
        let kind = reader.required("capability", as: CapabilityID.self)
        let sites = reader.list("sites", as: SiteID.self)
        attributes = Self.attributes(reader.list("attributes", as: String.self), collector)
        _ = reader.optional("note", as: String.self)
        let provenance = Provenance(&reader, parts: AttributeName.allCases.map(\.rawValue))
        reader.finish()
        guard let id, let name, let kind, let provenance else { return nil }
        self.id = id.value
        self.provider = provider
        self.name = name.value
        self.kind = kind.value
        capability = Capability(inputText: kind.value.rawValue)
        self.sites = sites.map(\.value)
        self.provenance = provenance
    }

    private static func attributes(
        _ entries: [Located<String>], _ collector: FindingCollector
    ) -> [AttributeName: String] {
        var result: [AttributeName: String] = [:]
        for entry in entries {
            let parts = entry.value.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let name = AttributeName(rawValue: String(parts[0])) else {
                let known = AttributeName.allCases.map(\.rawValue).sorted()
                let near = DidYouMean.nearest(to: String(parts.first ?? ""), in: known)
                collector.report(
                    .catalogUnknownAttribute,
                    "'\(entry.value)' is no attribute; expected name=value", at: entry.location,
                    help: near.map { "did you mean '\($0)'?" }
                        ?? "attributes are: \(known.joined(separator: ", "))")
                continue
            }
            let value = String(parts[1])
            if !name.admits(value) {
                collector.report(
                    .catalogUnknownAttribute,
                    "'\(value)' is no \(name.rawValue); expected \(name.expectation)",
                    at: entry.location,
                    help: DidYouMean.help(for: value, in: name.words ?? []))
            }
            if result.updateValue(value, forKey: name) != nil {
                collector.report(
                    .catalogUnknownAttribute, "the attribute '\(name.rawValue)' stands twice",
                    at: entry.location, help: "keep the one that the source states")
            }
        }
        return result
    }
}

extension Authorisation {
    init?(_ row: LocatedValue, provider: ProviderID, into collector: FindingCollector) {
        guard var reader = FieldReader(row, "authorisation", collector) else { return nil }
        let id = reader.required("id", as: Identifier<Authorisation>.self)
        let scheme = reader.required("scheme", as: SchemeID.self)
        let services = reader.list("services", as: ServiceID.self)
        let sites = reader.list("sites", as: SiteID.self)
        deliveryModel = reader.optional("deliveryModel", as: Identifier<DeliveryModel>.self)?.value
        status = reader.optional("status", as: Status.self)?.value ?? .authorised
        reference = reader.optional("reference", as: String.self)?.value
        issued = reader.optional("issued", as: CalendarDate.self)?.value
        let expiry = reader.optional("expires", as: CalendarDate.self)
        expires = expiry?.value
        evidenceDate = reader.optional("evidenceDate", as: CalendarDate.self)?.value
        _ = reader.optional("note", as: String.self)
        let provenance = Provenance(&reader)
        reader.finish()
        if let issued, let expiry, expiry.value < issued {
            collector.report(
                .catalogEmptyValidity,
                "it expires on \(expiry.value), before it was issued on \(issued)",
                at: expiry.location, help: "check which of the two dates the source gives")
        }
        guard let id, let scheme, let provenance else { return nil }
        self.id = id.value
        self.provider = provider
        self.scheme = scheme.value
        self.services = services.map(\.value)
        self.sites = sites.map(\.value)
        self.provenance = provenance
    }
}
