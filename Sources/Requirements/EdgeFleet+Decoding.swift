import Catalog
import Diagnostics
import LocatedInput
import Quantities

extension EdgeFleet {
    init?(_ value: LocatedValue, _ collector: FindingCollector) {
        guard var reader = FieldReader(value, "edge fleet", collector) else { return nil }
        let id = reader.required("id", as: PartName.self)
        let classification = reader.required("classification", as: String.self)
        owner = reader.optional("owner", as: OwnerID.self)
        home = reader.optional("home", as: String.self)
        let count = reader.required("count", as: Int.self)
        let spares = reader.optional("spares", as: Int.self)
        offline = reader.optional("offline", as: CalendarPeriod.self)
        let daily = ExactDecimal.zero...ExactDecimal(1_000_000)
        let born = reader.optional("collectsGigabytesPerDay", as: ExactDecimal.self, in: daily)
        var needs = reader.nested("needs")
        tax = TaxDemand(&reader)
        sync = reader.child("sync").flatMap { EdgeSync($0, collector) }
        reader.finish()
        let inUse = Self.checked(count, from: 1, "devices", collector)
        let reserve = Self.checked(spares, from: 0, "devices in reserve", collector)
        let days = Self.days(offline, collector)
        need = DeviceNeed(
            &needs, offline: days == nil ? nil : offline?.value, days: days,
            gigabytesPerDay: born?.value, devices: inUse + reserve, spares: reserve)
        location = id?.location ?? value.location
        gigabytesPerDay = born?.value
        guard let id, let classification, count != nil else { return nil }
        self.id = id.value.text
        self.classification = classification
        self.count = inUse
        self.spares = reserve
    }

    /// Reports a number that no fleet has; what is read on counts with the least one.
    private static func checked(
        _ number: Located<Int>?, from least: Int, _ what: String, _ collector: FindingCollector
    ) -> Int {
        guard let number else { return least }
        guard !(least...100_000).contains(number.value) else { return number.value }
        collector.report(
            .requirementAbsurdQuantity,
            "\(number.value) \(what); expected \(least) to 100000", at: number.location,
            help: "write how many whole devices")
        return least
    }

    /// Days of a period offline; months are counted as 31 days, so that no device falls short.
    private static func days(
        _ period: Located<CalendarPeriod>?, _ collector: FindingCollector
    ) -> Int? {
        guard let period else { return nil }
        let days = period.value.daysAtMost
        guard (1...3_660).contains(days) else {
            collector.report(
                .requirementAbsurdQuantity,
                "\(period.value) offline; expected 1 day to 10 years", at: period.location,
                help: "write P14D for fourteen days")
            return nil
        }
        return days
    }
}

extension DeviceNeed {
    /// Reads what a device must have; data born offline is a need of storage by itself.
    fileprivate init(
        _ reader: inout FieldReader?, offline: CalendarPeriod?, days: Int?,
        gigabytesPerDay: ExactDecimal?, devices: Int, spares: Int
    ) {
        let million = ExactDecimal.zero...ExactDecimal(1_000_000)
        let celsius = -90...100
        vcpu = reader?.optional("vcpu", as: Int.self, in: 0...100_000)?.value
        memoryGiB = reader?.optional("memoryGiB", as: Int.self, in: 0...1_000_000)?.value
        let storage = reader?.optional("storageTB", as: ExactDecimal.self, in: million)?.value
        accelerators = reader?.optional("accelerators", as: Int.self, in: 0...1000)?.value
        weightKilograms =
            reader?.optional("weightKilograms", as: ExactDecimal.self, in: million)?.value
        carry = reader?.optional("carry", as: EdgeDevice.Carry.self)?.value
        let cold = reader?.optional("minimumCelsius", as: Int.self, in: celsius)
        let heat = reader?.optional("maximumCelsius", as: Int.self, in: celsius)
        minimumCelsius = cold?.value
        maximumCelsius = heat?.value
        reader?.finish()
        if let collector = reader?.collector {
            Requirement.reportCrossed(cold, heat, "degrees Celsius", collector)
        }
        let born = days.flatMap { days in
            gigabytesPerDay.flatMap { daily in
                // GB a day x days / 1000, exactly.
                try? daily.multiplied(by: ExactDecimal(days))
                    .multiplied(by: ExactDecimal(parsing: "0.001"))
            }
        }
        storageTB = [storage, born].compactMap { $0 }.max()
        self.offline = offline
        self.devices = devices
        self.spares = spares
    }
}
