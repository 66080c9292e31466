import Assembly
package import Catalog
import Diagnostics
import LocatedInput
package import Proposals
package import Requirements

/// A small invented catalog that quotes are worked out on by hand; one US dollar is EUR 0.80.
///
/// The country Almara (XA) has one open and two classified levels. Aurelia sells machines and
/// storage at three sites there, Boreal machines at a fourth, Cirrus storage abroad.
package struct QuoteWorld: Sendable {
    /// Texts by path below the catalog folder.
    package var files: [String: String]

    /// Creates the world as the hand-computed quotes use it.
    package init() { files = Self.standard }

    /// Says why a world or a requirement is not sound.
    package struct Unsound: Error, CustomStringConvertible {
        package let description: String

        /// Creates an error that says `description`.
        package init(description: String) {
            self.description = description
        }
    }

    /// Returns the world with a text of one file replaced, which must stand there once.
    package func replacing(
        _ old: String, with new: String, in path: String
    ) throws -> QuoteWorld {
        guard let text = files[path], text.components(separatedBy: old).count == 2 else {
            throw Unsound(description: "'\(old)' does not stand once in '\(path)'")
        }
        var world = self
        world.files[path] = text.components(separatedBy: old).joined(separator: new)
        return world
    }

    /// Returns the world with lines added to a file, or a new file.
    package func adding(_ lines: String, to path: String) -> QuoteWorld {
        var world = self
        world.files[path, default: ""] += lines
        return world
    }

    /// Loads the catalog.
    ///
    /// - Parameter order: Puts the files into an order of the caller's choice.
    package func snapshot(
        order: ([CatalogLayer.File]) -> [CatalogLayer.File] = { $0 }
    ) throws -> CatalogSnapshot {
        let collector = FindingCollector()
        let layer = CatalogLayer(
            folder: "catalog",
            files: order(
                files.sorted { $0.key < $1.key }.map { path, text in
                    CatalogLayer.File(
                        relativePath: path,
                        input: InputText(path: "catalog/\(path)", text: text))
                }))
        guard let snapshot = CatalogLoader.load([layer], into: collector) else {
            throw Unsound(description: Self.describe(collector))
        }
        return snapshot
    }

    /// Reads a requirement and binds it to the catalog.
    package static func bind(
        _ text: String, to catalog: CatalogSnapshot
    ) throws -> BoundRequirement {
        let collector = FindingCollector()
        let input = InputText(path: "requirement.yaml", text: text)
        guard let root = LocatedDocument.parse(input, into: collector)?.root,
            let requirement = Requirement(root, into: collector),
            let bound = BoundRequirement(requirement, to: catalog, into: collector),
            !collector.hasErrors
        else { throw Unsound(description: describe(collector)) }
        return bound
    }

    /// Answers a requirement from a catalog.
    package static func propose(
        _ text: String, from catalog: CatalogSnapshot, steps: Int = 100_000
    ) throws -> Proposal {
        try QuoteEngine(catalog: catalog, limit: StepLimit(steps: steps)).propose(
            bind(text, to: catalog),
            source: RequirementSource(path: "requirement.yaml", text: text))
    }

    /// Answers a requirement from this world.
    package func propose(_ ask: QuoteAsk = QuoteAsk(), steps: Int = 100_000) throws -> Proposal {
        try Self.propose(ask.text, from: snapshot(), steps: steps)
    }

    private static func describe(_ collector: FindingCollector) -> String {
        collector.findings.map { finding in
            "\(finding.location?.line ?? 0): \(finding.code.rawValue) \(finding.message)"
        }.joined(separator: "\n")
    }
}

/// A requirement to the invented catalog, put together from what a test changes.
package struct QuoteAsk: Sendable {
    /// Sum of virtual processors.
    package var vcpu = 40
    /// Sum of memory in GiB.
    package var memoryGiB = 160
    /// Sites over which the processors are split.
    package var splitSites = 1
    /// Storage of one copy in GB.
    package var gigabytes = 1000
    /// Full copies of the storage.
    package var replicas = 2
    /// Lines below `term`.
    package var term =
        "start: 2026-07-01, base: P3Y, options: [P1Y], evaluated: all, optionPrices: held"
    /// Of the quote.
    package var currency = "EUR"
    /// More lines of the requirement itself, each as `key: value`.
    package var moreLines: [String] = []
    /// Lines of the list `budgets`.
    package var budgets = [#"{ id: whole, covers: evaluated, amount: "6000000.00" }"#]
    /// The value of `accept`.
    package var accept = "{ conditional: true, certificates: at-start, leadTime: P12M }"
    /// The value of `procurement`.
    package var procurement = "{ providers: { max: 2 } }"
    /// The value of `sites` of the enclave.
    package var sites = "{ minimum: 1 }"
    /// The customer's word for the level.
    package var classification = "OPEN"
    /// More lines of the enclave, each as `key: value`.
    package var enclaveLines = ["residency: [XA]", "accreditation: [xa-label]"]
    /// More lines of the storage workload, each as `key: value`.
    package var storeLines = ["access: online"]
    /// The title.
    package var title = "Almara, a small cloud"
    /// More enclaves, as items of the list.
    package var moreEnclaves = ""
    /// When seats are filled.
    package var coverage = "24x7"
    /// More keys of `staff`, each as `key: value`.
    package var staff: [String] = []

    /// Creates the requirement that the hand-computed quote answers.
    package init() {}

    /// The requirement as YAML.
    package var text: String {
        """
        requirement: 1
        title: \(title)
        customer: { country: XA, kind: defence }
        language: en
        currency: \(currency)
        asOf: 2026-01-15
        term: { \(term) }
        budgets: [\(budgets.joined(separator: ", "))]
        accept: \(accept)
        procurement: \(procurement)
        staff: { \((["coverage: \(coverage)"] + staff).joined(separator: ", ")) }
        \(moreLines.map { "\($0)\n" }.joined())enclaves:
          - id: core
            classification: \(classification)
            sites: \(sites)
        \(enclaveLines.map { "    \($0)\n" }.joined())    workloads:
              - id: app
                capability: compute.vm
                vcpu: \(vcpu)
                memoryGiB: \(memoryGiB)
                split: { minimumSites: \(splitSites) }
              - id: store
                capability: storage.object
                capacityGB: \(gigabytes)
                replicas: \(replicas)
        \(storeLines.map { "        \($0)\n" }.joined())\(moreEnclaves)
        """
    }
}

extension String {
    /// Splits like Foundation does, which the engine's tests do without.
    fileprivate func components(separatedBy separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
