/// Groups the units that convert into each other.
package enum UnitFamily: String, CaseIterable, Sendable, Hashable {
    /// Data in powers of 1000 bytes.
    case decimalData
    /// Data in powers of 1024 bytes.
    case binaryData
    /// Data per time, in powers of 1000 bits per second.
    case dataRate
    /// Time of fixed length.
    case time
    /// Things that are counted.
    case count
}

/// Names what an amount counts.
///
/// Units convert only within their family. GB and GiB are of two families on purpose: a price per
/// GB on a quantity in GiB is wrong by 7 percent, so it takes `Quantity.exactBytes` to cross over.
package struct Unit: Sendable, Hashable {
    /// The unit as it is written, such as "GiB"; case matters.
    package let symbol: String
    /// The units that it converts to.
    package let family: UnitFamily
    /// How many of the family's base (bytes, bits per second, seconds, pieces) one unit holds.
    package let baseUnits: Int64

    /// Creates the unit of a symbol; nil when the symbol is not one.
    package init?(symbol: String) {
        guard let unit = Unit.all.first(where: { $0.symbol == symbol }) else { return nil }
        self = unit
    }

    private init(_ symbol: String, _ family: UnitFamily, _ baseUnits: Int64) {
        self.symbol = symbol
        self.family = family
        self.baseUnits = baseUnits
    }

    /// Every unit, family by family, small before large.
    package static let all: [Unit] = [
        kilobyte, megabyte, gigabyte, terabyte, petabyte,
        kibibyte, mebibyte, gibibyte, tebibyte, pebibyte,
        Unit("bit/s", .dataRate, 1), Unit("kbit/s", .dataRate, 1000),
        Unit("Mbit/s", .dataRate, 1_000_000), Unit("Gbit/s", .dataRate, 1_000_000_000),
        second, minute, hour, day,
        count,
    ]

    /// 10^3 bytes, "kB".
    package static let kilobyte = Unit("kB", .decimalData, 1000)
    /// 10^6 bytes, "MB".
    package static let megabyte = Unit("MB", .decimalData, 1_000_000)
    /// 10^9 bytes, "GB".
    package static let gigabyte = Unit("GB", .decimalData, 1_000_000_000)
    /// 10^12 bytes, "TB".
    package static let terabyte = Unit("TB", .decimalData, 1_000_000_000_000)
    /// 10^15 bytes, "PB".
    package static let petabyte = Unit("PB", .decimalData, 1_000_000_000_000_000)
    /// 2^10 bytes, "KiB".
    package static let kibibyte = Unit("KiB", .binaryData, 1 << 10)
    /// 2^20 bytes, "MiB".
    package static let mebibyte = Unit("MiB", .binaryData, 1 << 20)
    /// 2^30 bytes, "GiB".
    package static let gibibyte = Unit("GiB", .binaryData, 1 << 30)
    /// 2^40 bytes, "TiB".
    package static let tebibyte = Unit("TiB", .binaryData, 1 << 40)
    /// 2^50 bytes, "PiB".
    package static let pebibyte = Unit("PiB", .binaryData, 1 << 50)
    /// One second, "s".
    package static let second = Unit("s", .time, 1)
    /// 60 seconds, "min".
    package static let minute = Unit("min", .time, 60)
    /// 3600 seconds, "h".
    package static let hour = Unit("h", .time, 3600)
    /// 86,400 seconds, "d".
    package static let day = Unit("d", .time, 86_400)
    /// One piece, "count".
    package static let count = Unit("count", .count, 1)
}

extension Unit: CustomStringConvertible {
    /// The symbol.
    package var description: String { symbol }
}
