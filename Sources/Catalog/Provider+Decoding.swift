import Diagnostics
import LocatedInput
import Quantities

extension Provider {
    init?(_ value: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "provider", collector) else { return nil }
        let id = reader.required("id", as: ProviderID.self)
        let name = reader.required("name", as: String.self)
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
        let connectivity = reader.list("connectivity", as: String.self)
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
    /// Reads `any`, `unknown` or a list of countries; an absent key is `unknown`.
    init(_ reader: inout FieldReader, _ key: String) {
        let words = reader.list(key, as: String.self)
        switch words.first?.value {
        case nil, "unknown": self = .unknown
        case "any": self = .anywhere
        default: self = .only(words.map { OwnerID($0.value) })
        }
    }
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
        latitude = reader.optional("latitude", as: ExactDecimal.self)?.value
        longitude = reader.optional("longitude", as: ExactDecimal.self)?.value
        withinKilometres = reader.optional("withinKilometres", as: Int.self)?.value
        availableFrom = reader.optional("availableFrom", as: CalendarDate.self)?.value
        availableUntil = reader.optional("availableUntil", as: CalendarDate.self)?.value
        _ = reader.optional("note", as: String.self)
        let provenance = Provenance(&reader)
        reader.finish()
        guard let id, let name, let country, let model, let place, let status, let orderableBy,
            let provenance
        else { return nil }
        self.id = id.value
        self.provider = provider
        self.name = name.value
        self.country = country.value
        deliveryModel = model.value
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
        let capability = reader.required("capability", as: Capability.self)
        let sites = reader.list("sites", as: SiteID.self)
        attributes = Self.attributes(reader.list("attributes", as: String.self), collector)
        _ = reader.optional("note", as: String.self)
        let provenance = Provenance(&reader)
        reader.finish()
        guard let id, let name, let capability, let provenance else { return nil }
        self.id = id.value
        self.provider = provider
        self.name = name.value
        self.capability = capability.value
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
            result[name] = String(parts[1])
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
