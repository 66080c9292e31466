package import Catalog
import Diagnostics
package import LocatedInput
package import Quantities

/// A hall of the customer as written, with the places that the catalog can refuse.
package struct HallDemand: Sendable {
    /// Unique among the halls.
    package let id: String
    /// As the customer calls it; the id unless stated.
    package let name: String
    /// Where it stands.
    package let country: Located<OwnerID>
    /// City or base.
    package let place: String
    /// Degrees; both or neither are stated.
    package let latitude: ExactDecimal?
    /// Degrees, east positive.
    package let longitude: ExactDecimal?

    /// The hall as the catalog places platforms in it.
    package var hall: Hall {
        Hall(
            id: id, name: name, country: country.value, place: place, latitude: latitude,
            longitude: longitude)
    }

    init?(_ value: LocatedValue, _ collector: FindingCollector) {
        guard var reader = FieldReader(value, "hall", collector) else { return nil }
        let id = reader.required("id", as: PartName.self)
        let name = reader.optional("name", as: String.self)
        let country = reader.required("country", as: OwnerID.self)
        let place = reader.required("place", as: String.self)
        let latitude = Self.degrees(&reader, "latitude", 90, collector)
        let longitude = Self.degrees(&reader, "longitude", 180, collector)
        reader.finish()
        if (latitude == nil) != (longitude == nil), let one = latitude ?? longitude {
            collector.report(
                .requirementAbsurdQuantity, "one coordinate alone says nothing", at: one.location,
                help: "write latitude and longitude, or neither")
        }
        guard let id, let country, let place else { return nil }
        self.id = id.value.text
        self.name = name?.value ?? id.value.text
        self.country = country
        self.place = place.value
        self.latitude = latitude?.value
        self.longitude = longitude?.value
    }

    private static func degrees(
        _ reader: inout FieldReader, _ key: String, _ most: Int64, _ collector: FindingCollector
    ) -> Located<ExactDecimal>? {
        guard let number = reader.optional(key, as: ExactDecimal.self) else { return nil }
        let range = ExactDecimal(-most)...ExactDecimal(most)
        guard range.contains(number.value) else {
            collector.report(
                .requirementAbsurdQuantity,
                "a \(key) of \(number.value); expected -\(most) to \(most)", at: number.location,
                help: "write degrees with a decimal point, north and east positive")
            return nil
        }
        return number
    }
}
