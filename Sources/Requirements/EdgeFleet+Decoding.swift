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
        let born = reader.optional("collectsGigabytesPerDay", as: ExactDecimal.self)
        var needs = reader.nested("needs")
        tax = TaxDemand(&reader)
        sync = reader.child("sync").flatMap { EdgeSync($0, collector) }
        reader.finish()
        Self.check(count, from: 1, "devices", collector)
        Self.check(spares, from: 0, "devices in reserve", collector)
        let days = Self.days(offline, collector)
        let devices = (count?.value ?? 1) + (spares?.value ?? 0)
        need = DeviceNeed(
            &needs, days: days, gigabytesPerDay: born?.value, devices: devices,
            spares: spares?.value ?? 0, collector)
        location = id?.location ?? value.location
        gigabytesPerDay = born?.value
        guard let id, let classification, let count else { return nil }
        self.id = id.value.text
        self.classification = classification
        self.count = count.value
        self.spares = spares?.value ?? 0
    }

    private static func check(
        _ number: Located<Int>?, from least: Int, _ what: String, _ collector: FindingCollector
    ) {
        guard let number, !(least...100_000).contains(number.value) else { return }
        collector.report(
            .requirementAbsurdQuantity,
            "\(number.value) \(what); expected \(least) to 100000", at: number.location,
            help: "write how many whole devices")
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
        _ reader: inout FieldReader?, days: Int?, gigabytesPerDay: ExactDecimal?, devices: Int,
        spares: Int, _ collector: FindingCollector
    ) {
        vcpu = reader?.optional("vcpu", as: Int.self)?.value
        memoryGiB = reader?.optional("memoryGiB", as: Int.self)?.value
        let storage = reader?.optional("storageTB", as: ExactDecimal.self)?.value
        accelerators = reader?.optional("accelerators", as: Int.self)?.value
        weightKilograms = reader?.optional("weightKilograms", as: ExactDecimal.self)?.value
        carry = reader?.optional("carry", as: EdgeDevice.Carry.self)?.value
        minimumCelsius = reader?.optional("minimumCelsius", as: Int.self)?.value
        maximumCelsius = reader?.optional("maximumCelsius", as: Int.self)?.value
        reader?.finish()
        let born = days.flatMap { days in
            gigabytesPerDay.flatMap { daily in
                // GB a day x days / 1000, exactly.
                try? daily.multiplied(by: ExactDecimal(days))
                    .multiplied(by: ExactDecimal(parsing: "0.001"))
            }
        }
        storageTB = [storage, born].compactMap { $0 }.max()
        offlineDays = days
        self.devices = devices
        self.spares = spares
    }
}
