import Catalog
import Quantities

/// Keeps the prices of machines over the term, which all demands at a site share.
final class TermPrices {
    /// What decides a price beside the requirement and the catalog.
    struct Key: Hashable {
        let instance: InstanceID
        let site: SiteID
        let onDemandOnly: Bool
    }

    private var known: [Key: ExactRatio?] = [:]

    /// Returns the price of a key, worked out where it is asked for first.
    func price(of key: Key, _ body: () throws -> ExactRatio?) rethrows -> ExactRatio? {
        if let price = known[key] { return price }
        let price = try body()
        known[key] = .some(price)
        return price
    }
}
