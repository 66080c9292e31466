import Catalog
import Diagnostics
import LocatedInput
import Quantities

extension Enclave {
    init?(_ value: LocatedValue, _ collector: FindingCollector) {
        guard var reader = FieldReader(value, "enclave", collector) else { return nil }
        let id = reader.required("id", as: PartName.self)
        let classification = reader.required("classification", as: String.self)
        owner = reader.optional("owner", as: OwnerID.self)
        residency = reader.list("residency", as: OwnerID.self)
        supportFrom = reader.list("support", as: OwnerID.self)
        telemetryIn = reader.list("telemetry", as: OwnerID.self)
        releasableTo = reader.list("releasableTo", as: OwnerID.self)
        caveats = reader.list("caveats", as: String.self)
        connectivity = reader.optional("connectivity", as: Connectivity.self)
        accreditations = reader.list("accreditation", as: SchemeID.self)
        halls = reader.list("halls", as: String.self)
        var keys = reader.nested("keys")
        keysWithin = keys?.list("within", as: OwnerID.self) ?? []
        keys?.finish()
        recovery = reader.child("recovery").flatMap { Recovery($0, collector) }
        var operators = reader.nested("operators")
        operatorNationality = operators?.list("nationality", as: OwnerID.self) ?? []
        operatorResidence = operators?.list("residence", as: OwnerID.self) ?? []
        operators?.finish()
        let sites = SiteDemand(reader.child("sites"), collector)
        tax = TaxDemand(&reader)
        let workloads = reader.children("workloads")
        self.workloads = workloads.compactMap { Workload($0, collector) }
        reader.finish()
        minimumSites = sites.minimum
        maximumSites = sites.maximum
        apartKilometres = sites.apart
        location = id?.location ?? value.location
        if workloads.isEmpty {
            collector.report(
                .requirementNothingAsked, "the enclave asks for no workload", at: location,
                help: "list its workloads: compute.vm, compute.gpu, storage.object, storage.block")
        }
        let written = Requirement.identifiers(in: workloads)
        Requirement.reportTwice(written, "workload", collector)
        Self.reportUnknownCompanions(self.workloads, written.map(\.id), collector)
        guard let id, let classification else { return nil }
        self.id = id.value.text
        self.classification = classification
    }

    private static func reportUnknownCompanions(
        _ workloads: [Workload], _ ids: [String], _ collector: FindingCollector
    ) {
        for workload in workloads {
            guard let other = workload.with else { continue }
            if other.value == workload.id {
                collector.report(
                    .requirementUnknownReference,
                    "workload '\(workload.id)' is to share its sites with itself",
                    at: other.location, help: "name another workload of this enclave")
            }
            guard !ids.contains(other.value) else { continue }
            let near = DidYouMean.nearest(to: other.value, in: ids.sorted())
            collector.report(
                .requirementUnknownReference, "no workload '\(other.value)' in this enclave",
                at: other.location, help: near.map { "did you mean '\($0)'?" })
        }
    }
}

/// What an enclave asks of its sites.
private struct SiteDemand {
    var minimum = 1
    var maximum: Int?
    var apart: Located<Int>?

    init(_ value: LocatedValue?, _ collector: FindingCollector) {
        guard let value, var reader = FieldReader(value, "sites", collector) else { return }
        let least = reader.optional("minimum", as: Int.self)
        let most = reader.optional("maximum", as: Int.self)
        apart = reader.optional("apartKilometres", as: Int.self)
        reader.finish()
        for bound in [least, most].compactMap({ $0 }) where !(1...1000).contains(bound.value) {
            collector.report(
                .requirementAbsurdQuantity,
                "\(bound.value) is no number of sites; expected 1 to 1000", at: bound.location,
                help: "leave the key out where one site will do")
        }
        if let apart, !(0...20_000).contains(apart.value) {
            collector.report(
                .requirementAbsurdQuantity,
                "sites cannot be \(apart.value) km apart; expected 0 to 20000",
                at: apart.location, help: "write the least distance in kilometres")
        }
        Requirement.reportCrossed(least, most, "sites", collector)
        minimum = least?.value ?? 1
        maximum = most?.value
    }
}

extension Workload {
    init?(_ value: LocatedValue, _ collector: FindingCollector) {
        guard var reader = FieldReader(value, "workload", collector) else { return nil }
        let id = reader.required("id", as: PartName.self)
        let capability = reader.required("capability", as: Capability.self)
        let size = Self.size(&reader, capability?.value, value.location, collector)
        attributes = Self.attributes(&reader, collector)
        architecture = reader.optional("architecture", as: Architecture.self)?.value
        replicas = Self.count(&reader, "replicas", collector) ?? 1
        splitSites = Self.splitSites(&reader, collector)
        halls = reader.list("halls", as: String.self)
        with = reader.optional("with", as: String.self)
        AmbiguousWord.report(in: &reader, collector)
        reader.finish()
        location = id?.location ?? value.location
        guard let id, let capability, let size else { return nil }
        self.id = id.value.text
        self.capability = capability.value
        self.size = size
    }

    private static func count(
        _ reader: inout FieldReader, _ key: String, _ collector: FindingCollector
    ) -> Int? {
        guard let number = reader.optional(key, as: Int.self) else { return nil }
        if !(1...100).contains(number.value) {
            collector.report(
                .requirementAbsurdQuantity, "\(key) of \(number.value); expected 1 to 100",
                at: number.location, help: "leave the key out where one will do")
            return nil
        }
        return number.value
    }

    private static func splitSites(
        _ reader: inout FieldReader, _ collector: FindingCollector
    ) -> Int {
        guard var split = reader.nested("split") else { return 1 }
        let sites = count(&split, "minimumSites", collector) ?? 1
        split.finish()
        return sites
    }

    private static func attributes(
        _ reader: inout FieldReader, _ collector: FindingCollector
    ) -> [AttributeDemand] {
        var demands: [AttributeDemand] = []
        if let access = reader.optional("access", as: String.self) {
            let words = AttributeName.access.words ?? []
            if words.contains(access.value) {
                demands.append(
                    AttributeDemand(name: .access, value: access.value, location: access.location))
            } else {
                AmbiguousWord.reportAccess(access, words, collector)
            }
        }
        if let share = reader.optional("availability", as: ExactDecimal.self) {
            if share.value < .one || ExactDecimal(100) < share.value {
                collector.report(
                    .requirementAbsurdQuantity,
                    "an availability of \(share.value) percent; expected 1 to 100",
                    at: share.location, help: "write percent of time, like \"99.95\"")
            }
            demands.append(
                AttributeDemand(
                    name: .availability, value: share.value.description, location: share.location))
        }
        for name in [AttributeName.replication, .encryptionAtRest, .media] {
            guard let word = reader.optional(name.rawValue, as: String.self) else { continue }
            report(word, unlessOneOf: name, collector)
            demands.append(
                AttributeDemand(name: name, value: word.value, location: word.location))
        }
        return demands
    }

    private static func report(
        _ word: Located<String>, unlessOneOf name: AttributeName, _ collector: FindingCollector
    ) {
        guard let words = name.words, !words.contains(word.value) else { return }
        collector.report(
            .inputUnknownWord,
            "unknown \(name.rawValue) '\(word.value)'; expected \(words.joined(separator: ", "))",
            at: word.location, help: DidYouMean.help(for: word.value, in: words))
    }

    private static let capacityKeys = [
        ("capacityGB", "GB"), ("capacityTB", "TB"), ("capacityPB", "PB"),
        ("capacityGiB", "GiB"), ("capacityTiB", "TiB"), ("capacityPiB", "PiB"),
    ]

    private static func size(
        _ reader: inout FieldReader, _ capability: Capability?, _ location: SourceLocation,
        _ collector: FindingCollector
    ) -> Size? {
        switch capability {
        case .virtualMachines: return computeSize(&reader, collector)
        case .objectStorage, .blockStorage: return storageSize(&reader, location, collector)
        case .graphicsProcessors:
            let range = 1...100_000
            return reader.required("gpus", as: Int.self, in: range)
                .map { .graphicsProcessors($0.value) }
        case .edgeDevice:
            collector.report(
                .requirementUnknownReference, "devices are no workload of an enclave",
                at: reader.location(of: "capability"),
                help: "ask for them under 'edge', with the enclave that they sync to as 'home'")
            return nil
        case nil:
            // What the workload is cannot be told: its sizes are no unknown keys.
            for key in ["vcpu", "memoryGiB", "gpus"] + capacityKeys.map(\.0) {
                _ = reader.child(key)
            }
            return nil
        }
    }

    private static func computeSize(
        _ reader: inout FieldReader, _ collector: FindingCollector
    ) -> Size? {
        let vcpu = reader.required("vcpu", as: Int.self)
        let memory = reader.required("memoryGiB", as: Int.self)
        guard let vcpu, let memory else { return nil }
        var isSane = true
        for (name, number) in [("virtual processors", vcpu), ("GiB of memory", memory)]
        where !(1...10_000_000).contains(number.value) {
            isSane = false
            collector.report(
                .requirementAbsurdQuantity,
                "\(number.value) \(name); expected 1 to 10000000", at: number.location,
                help: "write the whole quantity of one copy")
        }
        return isSane ? .compute(vcpu: vcpu.value, memoryGiB: memory.value) : nil
    }

    private static func storageSize(
        _ reader: inout FieldReader, _ location: SourceLocation, _ collector: FindingCollector
    ) -> Size? {
        var given: [(amount: Located<ExactDecimal>, symbol: String)] = []
        for (key, symbol) in capacityKeys {
            guard let amount = reader.optional(key, as: ExactDecimal.self) else { continue }
            given.append((amount, symbol))
        }
        guard let (amount, symbol) = given.first else {
            collector.report(
                .requirementNoCapacity, "the workload states no capacity", at: location,
                help: "write one of \(capacityKeys.map(\.0).joined(separator: ", ")); "
                    + "GB are powers of ten, GiB powers of two")
            return nil
        }
        for (other, _) in given.dropFirst() {
            collector.report(
                .requirementNoCapacity, "the capacity is stated twice", at: other.location,
                notes: [FindingNote("it is stated here already", at: amount.location)],
                help: "keep one of the two")
        }
        guard ExactDecimal.zero < amount.value, amount.value <= ExactDecimal(1_000_000_000),
            let unit = Unit(symbol: symbol)
        else {
            collector.report(
                .requirementAbsurdQuantity,
                "a capacity of \(amount.value) \(symbol); expected more than 0, at most 1000000000",
                at: amount.location, help: "write the capacity of one copy")
            return nil
        }
        return .storage(Quantity(amount: amount.value, unit: unit))
    }
}
