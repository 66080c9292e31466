import Diagnostics
package import Quantities

/// A fact that answers an open question of a quote: a row of a filled-in sheet of questions, or an
/// assumption of what the answer might be.
package struct CatalogAnswer: Sendable, Hashable {
    /// The question's id.
    package let question: String
    /// What is so.
    package let fact: Fact
    /// Who says so.
    let provenance: Provenance

    /// Assumes a fact, to see what it would be worth; nothing printed rests on it.
    package init(assuming fact: Fact, question: String) {
        self.question = question
        self.fact = fact
        provenance = .assumed
    }

    init(question: String, fact: Fact, provenance: Provenance) {
        self.question = question
        self.fact = fact
        self.provenance = provenance
    }

    /// The kinds of facts that one row can state.
    package enum Fact: Sendable, Hashable {
        /// A price on demand of one meter.
        case price(Price)
        /// What people of a role cost.
        case rate(Rate)
        /// A certificate or accreditation that a provider holds.
        case certificate(Certificate)
        /// How long an accreditation under a scheme takes.
        case leadTime(SchemeID, CalendarPeriod)
        /// Where a delivery model's people and data are.
        case reach(ModelName, ReachKind, Reach)
        /// How a delivery model is connected.
        case connectivity(ModelName, [Connection])
        /// Whether this customer may order at a site.
        case orderable(SiteID, Bool)
        /// An attribute that a service commits to.
        case attribute(ServiceID, AttributeName, String)
        /// How far apart two sites lie, in whole kilometres.
        case distance(SiteID, SiteID, kilometres: Int)
        /// That fields of a record are so, which its row only recalls or infers.
        case confirmation(record: String, fields: [String])
    }

    /// Names a delivery model of a provider.
    package struct ModelName: Sendable, Hashable {
        /// Whose model it is.
        package let provider: ProviderID
        /// The model.
        package let model: Identifier<DeliveryModel>

        /// Creates a name.
        package init(provider: ProviderID, model: Identifier<DeliveryModel>) {
            self.provider = provider
            self.model = model
        }
    }

    /// Tells the reaches of a delivery model apart, by the rule that asks for each.
    package enum ReachKind: String, CaseIterable, Sendable, Hashable {
        /// Where support is given from.
        case support = "supported-from"
        /// Where telemetry is processed.
        case telemetry = "telemetry-in"
        /// Of which nations operators are.
        case nationality = "operator-nationality"
        /// Where operators work.
        case residence = "operator-residence"
    }

    /// A price on demand, the same for every unit.
    package struct Price: Sendable, Hashable {
        let provider: ProviderID
        let sku: String
        let sites: [SiteID]
        let unit: PriceUnit
        let estimate: Estimated
        let validity: Validity
        let note: String?

        /// Creates a price of one major unit of money for each unit.
        package init(
            ofOne currency: Currency, provider: ProviderID, sku: String, sites: [SiteID],
            unit: PriceUnit
        ) {
            self.init(
                provider: provider, sku: sku, sites: sites, unit: unit,
                estimate: Estimated(likely: .one, low: nil, high: nil, currency: currency),
                validity: Validity(from: nil, until: nil), note: nil)
        }

        init(
            provider: ProviderID, sku: String, sites: [SiteID], unit: PriceUnit,
            estimate: Estimated, validity: Validity, note: String?
        ) {
            self.provider = provider
            self.sku = sku
            self.sites = sites
            self.unit = unit
            self.estimate = estimate
            self.validity = validity
            self.note = note
        }
    }

    /// A labour rate.
    package struct Rate: Sendable, Hashable {
        let country: OwnerID
        let role: RoleID
        let level: LevelID?
        let hoursPerUnit: ExactDecimal
        let estimate: Estimated
        let note: String?

        /// Creates a rate that costs nothing.
        package init(freeIn country: OwnerID, role: RoleID, level: LevelID?, currency: Currency) {
            self.country = country
            self.role = role
            self.level = level
            hoursPerUnit = ExactDecimal(8)
            estimate = Estimated(likely: .zero, low: nil, high: nil, currency: currency)
            note = nil
        }

        init(
            country: OwnerID, role: RoleID, level: LevelID?, hoursPerUnit: ExactDecimal,
            estimate: Estimated, note: String?
        ) {
            self.country = country
            self.role = role
            self.level = level
            self.hoursPerUnit = hoursPerUnit
            self.estimate = estimate
            self.note = note
        }
    }

    /// An amount, firm or estimated.
    struct Estimated: Sendable, Hashable {
        let likely: ExactDecimal
        let low: ExactDecimal?
        let high: ExactDecimal?
        let currency: Currency

        /// An answer is the seller's own sheet, unless it is a range.
        var basis: PriceBasis { low == nil ? .published : .indicative }
    }

    /// First day, and first day after the last.
    struct Validity: Sendable, Hashable {
        let from: CalendarDate?
        let until: CalendarDate?
    }

    /// What a scheme has granted.
    package struct Certificate: Sendable, Hashable {
        let scheme: SchemeID
        let provider: ProviderID
        let services: [ServiceID]
        let sites: [SiteID]
        let reference: String?
        let validity: Validity
        let evidenceDate: CalendarDate?

        /// Creates a certificate that holds from `asOf` until `end`.
        package init(
            assuming scheme: SchemeID, of provider: ProviderID, services: [ServiceID],
            sites: [SiteID], asOf: CalendarDate, until end: CalendarDate
        ) {
            self.init(
                scheme: scheme, provider: provider, services: services, sites: sites,
                reference: nil, validity: Validity(from: nil, until: end), evidenceDate: asOf)
        }

        init(
            scheme: SchemeID, provider: ProviderID, services: [ServiceID], sites: [SiteID],
            reference: String?, validity: Validity, evidenceDate: CalendarDate?
        ) {
            self.scheme = scheme
            self.provider = provider
            self.services = services
            self.sites = sites
            self.reference = reference
            self.validity = validity
            self.evidenceDate = evidenceDate
        }
    }
}

extension CatalogSnapshot {
    /// The same catalog with facts assumed; its version, date and hash stay those of the files.
    package func assuming(_ answers: [CatalogAnswer]) -> CatalogSnapshot {
        var draft = records.draft
        for answer in answers { answer.apply(to: &draft, layer: Int.max, into: nil) }
        let head = CatalogHead(version: version, date: date)
        return CatalogSnapshot(
            CatalogRecords(draft, head: head, contentHash: contentHash).offeringDevices)
    }

    /// Tells whether the record that a fact speaks of takes one: a record that follows from others,
    /// such as the service of a device, does not.
    package func takes(_ fact: CatalogAnswer.Fact) -> Bool {
        var draft = records.draft
        let collector = FindingCollector()
        CatalogAnswer(assuming: fact, question: "").apply(
            to: &draft, layer: Int.max, into: collector)
        return !collector.hasErrors
    }
}
