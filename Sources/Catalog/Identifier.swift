/// Names one record of the catalog; identifiers of different kinds of record never mix.
///
/// Ordered by its text, so that anything sorted by identifier is the same on every machine.
package struct Identifier<Subject>: RawRepresentable, Hashable, Comparable, Sendable,
    CustomStringConvertible
{
    /// As written in the catalog; case matters.
    package let rawValue: String

    /// Creates an identifier without looking at `rawValue`; reading a file checks its letters.
    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Creates an identifier of `text` as written in the catalog.
    package init(_ text: String) {
        rawValue = text
    }

    /// Compares by text, so capitals come before small letters.
    package static func < (left: Self, right: Self) -> Bool {
        left.rawValue < right.rawValue
    }

    /// The text.
    package var description: String { rawValue }
}

/// Names a nation (ISO 3166-1 alpha-2) or an organisation (NATO, EU) that owns a ladder.
package typealias OwnerID = Identifier<Owner>
/// Names one level of one owner's ladder.
package typealias LevelID = Identifier<Level>
/// Names a clearance that people can hold.
package typealias ClearanceID = Identifier<PersonnelClearance>
/// Names a clearance that companies and establishments can hold.
package typealias FacilityClearanceID = Identifier<FacilityClearance>
/// Names a scheme that a system can be accredited or certified under.
package typealias SchemeID = Identifier<AccreditationScheme>
/// Names who sells.
package typealias ProviderID = Identifier<Provider>
/// Names one provider's platform at one place.
package typealias SiteID = Identifier<Site>
/// Names a service in a provider's list.
package typealias ServiceID = Identifier<Service>
/// Names a service at a site.
package typealias OfferID = Identifier<Offer>
/// Names an instance type.
package typealias InstanceID = Identifier<InstanceType>
/// Names one row of a price sheet.
package typealias PriceID = Identifier<PriceRow>
/// Names a rule row.
package typealias RuleID = Identifier<RuleRow>
/// Names a role that people fill.
package typealias RoleID = Identifier<Role>
/// Names a labour rate.
package typealias RateID = Identifier<LabourRate>
/// Names an operating model.
package typealias OperatingModelID = Identifier<OperatingModel>
/// Names a word of the vocabulary of services.
package typealias CapabilityID = Identifier<CapabilityTerm>
/// Names an agreement between nations or organisations.
package typealias AgreementID = Identifier<Agreement>
/// Names what is known of a service in a way of delivery.
package typealias AvailabilityID = Identifier<ServiceAvailability>
/// Names a dependency between products.
package typealias DependencyID = Identifier<Dependency>
/// Names what a provider commits to about its people.
package typealias CommitmentID = Identifier<StaffCommitment>
/// Names another name.
package typealias AliasID = Identifier<NameAlias>
/// Names a measured difference between price regions.
package typealias UpliftID = Identifier<PriceUplift>
/// Names what clearing a person costs.
package typealias ClearanceCostID = Identifier<ClearanceCost>
/// Names a framework for scoring.
package typealias FrameworkID = Identifier<Framework>
/// Names an assessment by a framework.
package typealias AssessmentID = Identifier<FrameworkAssessment>
