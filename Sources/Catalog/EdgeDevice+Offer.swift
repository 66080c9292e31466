import LocatedInput
import Quantities

extension EdgeDevice {
    /// The way in which every device is delivered: to the customer, who alone runs it.
    static let deliveryModelID = Identifier<DeliveryModel>("field-device")

    /// The service that the device is offered as.
    package var serviceID: ServiceID { ServiceID(id.rawValue) }

    private var siteID: SiteID { SiteID("\(id).field") }

    /// The device as something that demands can ask for.
    fileprivate var service: Service {
        var attributes: [AttributeName: String] = [:]
        if !meters.isEmpty {
            attributes[.skus] = meters.map { "\($0.sku)*\($0.count)" }.joined(separator: "+")
        }
        return Service(
            id: serviceID, provider: provider, name: name,
            kind: CapabilityID(Capability.edgeDevice.rawValue), capability: .edgeDevice,
            sites: [siteID], attributes: attributes, provenance: provenance)
    }

    /// Where the device is: wherever the customer takes it.
    fileprivate var site: Site {
        Site(
            id: siteID, provider: provider, name: "\(name), in the field",
            country: Site.ofCustomer, deliveryModel: Self.deliveryModelID, hall: nil,
            place: "in the field", latitude: nil, longitude: nil, withinKilometres: nil,
            status: status, orderableBy: orderableBy, availableFrom: nil, availableUntil: nil,
            highestMarking: nil, operators: nil, note: nil, provenance: provenance)
    }

    fileprivate var deliveryModel: DeliveryModel {
        DeliveryModel(
            id: Self.deliveryModelID, name: "device in the customer's custody",
            isolation: .airGapped, isCustomerSite: false, connectivity: [],
            operatorResidence: .customerDecides, operatorNationality: .customerDecides,
            operatorStatement: nil, supportFrom: .unknown, supportStatement: nil,
            telemetryIn: .unknown, telemetryStatement: nil, operatingModel: nil,
            provenance: provenance)
    }
}

extension CatalogRecords {
    /// The records with each device as a service in the field, so that every rule and price of a
    /// service holds for it.
    var offeringDevices: CatalogRecords {
        var records = self
        records.services = (services + edgeDevices.map(\.service)).sorted { $0.id < $1.id }
        records.sites = (sites + edgeDevices.map(\.site)).sorted { $0.id < $1.id }
        records.providers = providers.map { provider in
            guard let first = edgeDevices.first(where: { $0.provider == provider.id }) else {
                return provider
            }
            var provider = provider
            provider.deliveryModels.append(first.deliveryModel)
            return provider
        }
        return records
    }
}
