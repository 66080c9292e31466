package import Catalog
package import Diagnostics
package import LocatedInput
package import Quantities

/// Devices of one kind of use that work in the field and sync to a home enclave.
package struct EdgeFleet: Sendable {
    /// Unique among the fleets.
    package let id: String
    /// The customer's own word for the level of what the devices hold.
    package let classification: Located<String>
    /// Whose ladder the word belongs to; the customer's country unless stated.
    package let owner: Located<OwnerID>?
    /// Enclave that the devices sync to; `nil` where the requirement names none.
    package let home: Located<String>?
    /// Devices in use, 1 to 100,000.
    package let count: Int
    /// Devices kept in reserve beside those in use, 0 to 100,000.
    package let spares: Int
    /// How long they work without any link; `nil` where not stated.
    package let offline: Located<CalendarPeriod>?
    /// Data born on one device in a day, in 10^9 bytes; `nil` where not stated.
    package let gigabytesPerDay: ExactDecimal?
    /// How the devices sync; `nil` where not stated.
    package let sync: EdgeSync?
    /// What one device must have.
    package let need: DeviceNeed
    /// Standard unless stated.
    package let tax: TaxDemand
    /// Where the fleet stands in the requirement.
    package let location: SourceLocation
}

/// What a device must have, at least; `nil` where nothing is asked.
package struct DeviceNeed: Sendable, Hashable {
    /// Virtual processors.
    package let vcpu: Int?
    /// Memory in 2^30 bytes.
    package let memoryGiB: Int?
    /// Usable capacity in 10^12 bytes.
    package let storageTB: ExactDecimal?
    /// Graphics processors.
    package let accelerators: Int?
    /// Most that one device may weigh with its case.
    package let weightKilograms: ExactDecimal?
    /// The hardest way in which it may be carried.
    package let carry: EdgeDevice.Carry?
    /// Lowest temperature in degrees Celsius at which it works.
    package let minimumCelsius: Int?
    /// Highest temperature in degrees Celsius at which it works.
    package let maximumCelsius: Int?
    /// Longest time without its provider.
    package let offline: CalendarPeriod?
    /// Devices to be had, reserve included.
    package let devices: Int
    /// Of these, the reserve.
    package let spares: Int
}

extension EdgeFleet {
    /// Fleets stand beside the enclaves: no name written in a requirement has a dot.
    package var enclaveID: String { "edge.\(id)" }

    /// The fleet as an enclave of one workload, so that every rule about levels holds for it.
    package var enclave: Enclave {
        let workload = Workload(
            id: "devices", capability: .edgeDevice, size: .devices(need), attributes: [],
            architecture: nil, replicas: 1, splitSites: 1, halls: [], with: nil, location: location)
        return Enclave(
            id: enclaveID, classification: classification, owner: owner, residency: [],
            supportFrom: [], telemetryIn: [], operatorNationality: [], operatorResidence: [],
            releasableTo: [], caveats: [], connectivity: nil, accreditations: [], halls: [],
            keysWithin: [],
            recovery: nil,
            minimumSites: 1, maximumSites: nil, apartKilometres: nil, workloads: [workload],
            location: location, tax: tax)
    }
}
