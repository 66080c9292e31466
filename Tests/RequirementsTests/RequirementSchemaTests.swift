import Catalog
import Diagnostics
import Foundation
import LocatedInput
import Requirements
import TestSupport
import Testing

/// Holds `requirement.schema.json` against the decoder.
struct RequirementSchemaTests {
    private static let folder = "catalog/scenarios"

    private func text(_ path: String) throws -> String {
        try String(
            contentsOf: FixtureCatalog.repository().appendingPathComponent(path), encoding: .utf8)
    }

    private func checker() throws -> SchemaChecker {
        let path = "\(Self.folder)/requirement.schema.json"
        let collector = FindingCollector()
        let input = InputText(path: path, text: try text(path))
        return SchemaChecker(root: try #require(JSONInput.parse(input, into: collector)))
    }

    private func yaml(_ text: String, path: String = "a.yaml") throws -> LocatedValue {
        let collector = FindingCollector()
        let input = InputText(path: path, text: text)
        return try #require(YAMLInput.parse(input, into: collector))
    }

    @Test func `every scenario names the schema, fits it and decodes`() throws {
        let shipped = try FixtureCatalog.shipped().files.filter { file in
            file.key.hasPrefix("scenarios/") && file.key.hasSuffix(".yaml")
                && file.key.split(separator: "/").count == 2
        }
        #expect(shipped.count >= 2)
        for (path, text) in shipped.sorted(by: { $0.key < $1.key }) {
            #expect(
                text.hasPrefix("# yaml-language-server: $schema=requirement.schema.json\n"),
                "\(path)")
            #expect(try checker().mistakes(in: yaml(text, path: path)) == [])
            #expect(FixtureRequirement(text).decode().findings.map(\.line) == [], "\(path)")
        }
    }

    @Test func `the requirement of the tests fits the schema`() throws {
        #expect(try checker().mistakes(in: yaml(FixtureRequirement().text)) == [])
        #expect(try checker().mistakes(in: yaml(Self.everything().text)) == [])
        #expect(try Self.everything().decode().findings.map(\.line) == [])
    }

    /// A requirement that has every mapping of the format.
    private static func everything() throws -> FixtureRequirement {
        var requirement = try FixtureRequirement().replacing(
            "    accreditation: [xa-label-high]\n",
            with: """
                    accreditation: [xa-label-high]
                    releasableTo: [XA]
                    halls: [cellar]
                    keys: { within: [XA] }
                    recovery: { within: [LEAGUE], outside: [XA], encrypted: true }

                """)
        try requirement.replace(
            "enclaves:\n",
            with: """
                enclaves:
                  - id: vision
                    classification: GUARDÉD
                    workloads: [{ id: cards, capability: compute.gpu, gpus: 4 }]

                """)
        requirement.text += """
            halls:
              - { id: cellar, name: Cellar, country: XA, place: North, latitude: 1, longitude: 2 }
            edge:
              - id: scouts
                classification: GUARDÉD
                home: guarded
                count: 4
                spares: 1
                offline: P5D
                collectsGigabytesPerDay: "2.5"
                needs: { vcpu: 2, storageTB: 1, carry: two-person, minimumCelsius: -10 }
                sync: { every: P1D, windowHours: 6, linkMegabitsPerSecond: 100, sharedBy: 2 }
            flows:
              - { from: guarded, to: guarded, gigabytesPerMonth: 10 }
            accreditations:
              - { scheme: xa-accreditation-guarded, leadTime: P6M, cost: "1000.00" }
            contract:
              surge: "10"
              fees: [{ name: ordering, percent: "1" }]
              ceiling: "9000000.00"
              discounts: sequential
              parity: [{ id: others, notice: P45D }]

            """
        return requirement
    }

    @Test(arguments: [
        ("title: Invented ministry", "titel: Invented ministry"),
        ("currency: EUR", "currency: euro"), ("asOf: 2026-11-24", "asOf: today"),
        ("vcpu: 40", "vcpu: -40"), ("vcpu: 40", "capacityTB: 40"),
        ("capacityTB: 12", "capacityTB: 12\n        capacityGB: 1"),
        ("capacityTB: 12", "vcpu: 12"), ("access: nearline", "access: hot"),
        ("replicas: 2", "replicas: 101"), ("conditional: true", "conditional: yes please"),
        ("\"1000000.00\"", "1000000"), ("- id: app", "- id: app.one"), ("[XD]", "XD"),
        ("requirement: 1", "requirement: 2"), ("24x7", "24/7"),
        ("heads: 12", "heads: 0"), ("heads: 12", "cleared: 12"), ("persons: 2", "persons: 3"),
        ("sponsorLimit: 3", "sponsorLimit: -1"), ("role: engineer", "roll: engineer"),
        ("perSite: true", "perSite: always"), ("twoPerson: [HIDDEN]", "twoPerson: HIDDEN"),
    ])
    func `what the decoder refuses, or a reader would misread, does not fit`(
        old: String, new: String
    ) throws {
        let requirement = try FixtureRequirement().replacing(old, with: new)
        #expect(try !checker().mistakes(in: yaml(requirement.text)).isEmpty)
    }

    @Test func `every key of the schema is described`() throws {
        for (path, properties) in try SchemaWalk(checker()).mappings {
            for entry in properties {
                #expect(
                    entry.value["description"]?.text?.hasSuffix(".") ?? false,
                    "\(path) \(entry.key)")
            }
        }
    }

    @Test func `schema and decoder know the same keys`() throws {
        let base = try yaml(Self.everything().text)
        let mappings = try SchemaWalk(checker()).mappings
        let candidates = try candidates(mappings)
        #expect(mappings.count == 29)
        #expect(candidates.count > 60)
        for (path, properties) in mappings.sorted(by: { $0.key < $1.key }) {
            let inSchema = Set(properties.map(\.key))
            let inDecoder = candidates.filter { isKnown($0, at: path, in: base) }
            #expect(inDecoder == inSchema, "\(path)")
        }
    }

    /// Every word in quotes in the decoder's sources, and every key of the schema.
    private func candidates(_ mappings: [String: [LocatedEntry]]) throws -> Set<String> {
        var words = Set(mappings.values.flatMap { $0.map(\.key) })
        words.formUnion(AttributeName.allCases.map(\.rawValue))
        let folder = FixtureCatalog.repository().appendingPathComponent("Sources/Requirements")
        let names = try FileManager.default.contentsOfDirectory(
            atPath: folder.resolvingSymlinksInPath().path)
        for name in names where name.hasSuffix(".swift") {
            let source = try text("Sources/Requirements/\(name)")
            words.formUnion(source.matches(of: /"([a-z][A-Za-z]*)"/).map { String($0.output.1) })
        }
        return words
    }

    /// Tells whether the decoder asks for `key` in any mapping at `path`.
    private func isKnown(_ key: String, at path: String, in base: LocatedValue) -> Bool {
        let steps = path.split(separator: ".").map(String.init)
        return base.adding(key, at: steps[...]).contains { probe in
            let collector = FindingCollector()
            _ = Requirement(probe, into: collector)
            return !collector.findings.contains { finding in
                finding.code == .inputUnknownKey && finding.message.contains("'\(key)'")
                    || finding.code == .requirementAmbiguousWord
            }
        }
    }

    /// Words of every `enum` of the schema, with the vocabulary that decodes them.
    private static let vocabularies: [String: [String]] = [
        ".term.evaluated": Term.Evaluation.allCases.map(\.rawValue),
        ".term.optionPrices": Term.OptionPrices.allCases.map(\.rawValue),
        ".budgets.sharedPeople": Budget.SharedPeople.allCases.map(\.rawValue),
        ".contract.discounts": ContractDemand.Combination.allCases.map(\.rawValue),
        ".exchangeRates.onDate": ExchangeRateDemand.Day.allCases.map(\.rawValue),
        ".enclaves.tax": TaxDemand.Treatment.allCases.map(\.rawValue),
        ".budgets.tax": Budget.TaxTreatment.allCases.map(\.rawValue),
        ".accept.certificates": Requirement.Acceptance.Certificates.allCases.map(\.rawValue),
        ".enclaves.connectivity": Enclave.Connectivity.allCases.map(\.rawValue),
        ".enclaves.workloads.capability": Capability.allCases.map(\.rawValue),
        ".enclaves.workloads.architecture": Architecture.allCases.map(\.rawValue),
        ".enclaves.workloads.access": AttributeName.access.words ?? [],
        ".enclaves.workloads.replication": AttributeName.replication.words ?? [],
        ".enclaves.workloads.encryptionAtRest": AttributeName.encryptionAtRest.words ?? [],
        ".enclaves.workloads.media": AttributeName.media.words ?? [],
        ".edge.tax": TaxDemand.Treatment.allCases.map(\.rawValue),
        ".edge.needs.carry": EdgeDevice.Carry.allCases.map(\.rawValue),
        ".staff.posts.coverage": OperatingModel.Coverage.allCases.map(\.rawValue),
        ".staff.posts.volume": RuleTerms.Volume.allCases.map(\.rawValue),
        ".staff.coverage": OperatingModel.Coverage.allCases.map(\.rawValue),
    ]

    @Test func `the words of the schema are those of the decoder`() throws {
        var found: [String: [String]] = [:]
        for (path, properties) in try SchemaWalk(checker()).mappings {
            for entry in properties {
                guard let words = entry.value["enum"]?.elements else { continue }
                found["\(path).\(entry.key)"] = words.compactMap(\.text)
            }
        }
        #expect(found == Self.vocabularies)
    }
}

/// Lists the mappings that a schema describes by their path, such as `.enclaves.workloads`.
private struct SchemaWalk {
    private(set) var mappings: [String: [LocatedEntry]] = [:]
    private let checker: SchemaChecker

    init(_ checker: SchemaChecker) {
        self.checker = checker
        walk(checker.root, "")
    }

    private mutating func walk(_ schema: LocatedValue, _ path: String) {
        if let reference = schema["$ref"]?.text { walk(checker.definition(reference), path) }
        if let items = schema["items"] { walk(items, path) }
        guard let properties = schema["properties"]?.entries else { return }
        mappings[path] = properties
        for entry in properties { walk(entry.value, "\(path).\(entry.key)") }
    }
}

extension LocatedValue {
    /// Gives the value with an empty key added to each mapping that `steps` lead to, one at a time.
    fileprivate func adding(_ key: String, at steps: ArraySlice<String>) -> [LocatedValue] {
        if let elements {
            return elements.indices.flatMap { index in
                elements[index].adding(key, at: steps).map { changed in
                    var all = elements
                    all[index] = changed
                    return LocatedValue(.sequence(all), at: location)
                }
            }
        }
        var all = entries ?? []
        guard let step = steps.first else {
            all.removeAll { $0.key == key }
            let nothing = LocatedValue(.null, at: location)
            all.append(LocatedEntry(key: key, keyLocation: location, value: nothing))
            return [LocatedValue(.mapping(all), at: location)]
        }
        guard let index = all.firstIndex(where: { $0.key == step }) else { return [] }
        return all[index].value.adding(key, at: steps.dropFirst()).map { changed in
            var copy = all
            copy[index] = LocatedEntry(
                key: step, keyLocation: all[index].keyLocation, value: changed)
            return LocatedValue(.mapping(copy), at: location)
        }
    }
}
