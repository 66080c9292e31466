package import Catalog

/// What the answer to an open question would state, so that a sheet of questions can take it back.
package enum AskedFact: Sendable, Hashable {
    /// Which certificate of a scheme a provider holds.
    case certificate(SchemeID, ProviderID)
    /// How long an accreditation takes.
    case leadTime(SchemeID)
    /// Where a delivery model's people or data are.
    case reach(CatalogAnswer.ModelName, CatalogAnswer.ReachKind)
    /// How a delivery model is connected.
    case connectivity(CatalogAnswer.ModelName)
    /// Whether the customer may order at a site.
    case orderable(SiteID)
    /// What a service commits to.
    case attribute(ServiceID, AttributeName)
    /// Whether fields of a record are so.
    case confirmation(record: String, fields: [String])
    /// Something that takes more than one row to say, of an owner's ladder, schemes or rules.
    case owner(OwnerID)
    /// A rule that holds for every owner.
    case rules
}
