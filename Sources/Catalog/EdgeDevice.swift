import LocatedInput
package import Quantities

/// A device that works in the field, offline, and syncs back: what it holds, weighs and stands.
package struct EdgeDevice: Sendable, Hashable, Codable {
    /// Tells how a device is moved.
    package enum Carry: String, InputVocabulary, Sendable, Hashable, Codable, Comparable {
        /// By one person.
        case onePerson = "one-person"
        /// By two people.
        case twoPerson = "two-person"
        /// In or on a vehicle.
        case vehicle
        /// Not moved in use.
        case fixed

        /// Compares from the easiest to the hardest to move.
        package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .onePerson: 0
            case .twoPerson: 1
            case .vehicle: 2
            case .fixed: 3
            }
        }
    }

    /// Tells what a device is.
    package enum Class: String, InputVocabulary, Sendable, Hashable, Codable {
        /// Carried by hand.
        case portable
        /// One server in a rugged case.
        case ruggedServer = "rugged-server"
        /// Several servers in cases.
        case cluster
        /// One server without a rugged case.
        case server
        /// A rack of servers.
        case rack
        /// A data centre in a container.
        case container
        /// Made for carrying data, not for computing.
        case transfer
    }

    /// How long a device works without its provider.
    package enum Offline: Sendable, Hashable, Codable {
        /// It never needs its provider.
        case unlimited
        /// At most so long.
        case atMost(CalendarPeriod)
        /// It is made for working disconnected; how long is not limited in words.
        case disconnected
        /// Nothing is published.
        case unknown
    }

    /// Unique among the devices of all providers.
    package let id: Identifier<EdgeDevice>
    /// Who sells or rents it.
    package let provider: ProviderID
    /// As the provider writes it.
    package let name: String
    /// What it is.
    package let kind: Class
    /// Whether it can be ordered today.
    package let status: Site.Status
    /// `any`, `by-contract`, `unknown`, or the words that restrict it.
    package let orderableBy: String
    /// Virtual processors for workloads; `nil` where not published.
    package let vcpu: Int?
    /// Memory for workloads; `nil` where not published.
    package let memoryGiB: Int?
    /// Usable capacity in 10^12 bytes; `nil` where not published.
    package let storageTB: ExactDecimal?
    /// Graphics processors; `nil` where not published.
    package let accelerators: Int?
    /// Weight with its case; `nil` where not published.
    package let weightKilograms: ExactDecimal?
    /// How it is carried; `nil` where not published.
    package let carry: Carry?
    /// Lowest temperature of operation in degrees Celsius; `nil` where not published.
    package let minimumCelsius: Int?
    /// Highest temperature of operation in degrees Celsius; `nil` where not published.
    package let maximumCelsius: Int?
    /// Standard of ruggedness in words; `nil` for none stated.
    package let ruggedness: String?
    /// How long it works without its provider.
    package let offline: Offline
    /// Whether its provider has to activate it first; `nil` where not published.
    package let needsActivation: Bool?
    /// Price sheet entries of one device, with how many of each; empty where none is published.
    package let meters: [SkuCount]
    /// Fee for a device that is lost; `nil` where none is published.
    package let lossSku: String?
    /// Where the device was described.
    package let provenance: Provenance
}

/// A price sheet entry with how many of it make one unit.
package struct SkuCount: Sendable, Hashable, Codable {
    /// Meter of the provider.
    package let sku: String
    /// How many of it, 1 or more.
    package let count: Int

    /// Reads entries joined by `+`, as in `B91961*1+B91962*10`; `nil` where one is malformed.
    package static func list(_ text: String) -> [SkuCount]? {
        var found: [SkuCount] = []
        for entry in text.split(separator: "+", omittingEmptySubsequences: false) {
            let pieces = entry.split(separator: "*", omittingEmptySubsequences: false)
            guard let sku = pieces.first, !sku.isEmpty, pieces.count <= 2 else { return nil }
            let count = pieces.count == 1 ? 1 : Int(inputText: String(pieces[1])) ?? 0
            guard count > 0 else { return nil }
            found.append(SkuCount(sku: String(sku), count: count))
        }
        return found
    }
}
