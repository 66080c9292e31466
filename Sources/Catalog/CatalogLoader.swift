package import Diagnostics
package import LocatedInput
import Quantities

/// Files of one catalog folder, in any order.
package struct CatalogLayer: Sendable {
    /// One file: its path below the folder, and its text with the path as the user typed it.
    package struct File: Sendable {
        /// Path below the folder with `/` between its parts, as in `providers/google/sites.csv`;
        /// decides what the file is read as.
        package let relativePath: String
        /// The text, with the path that findings name.
        package let input: InputText

        /// Whether it is an example beside the facts: a requirement, a roster, an offer.
        var isExample: Bool {
            relativePath.hasPrefix("scenarios/") || relativePath.hasPrefix("comparisons/")
        }

        /// Creates a file of a layer.
        package init(relativePath: String, input: InputText) {
            self.relativePath = relativePath
            self.input = input
        }
    }

    /// The folder as the user typed it.
    package let folder: String
    /// In the order of their paths below the folder.
    package let files: [File]

    /// Creates a layer; the order of `files` changes nothing.
    package init(folder: String, files: [File]) {
        self.folder = folder
        self.files = files.sorted { $0.relativePath < $1.relativePath }
    }
}

/// Reads layers of catalog files into one cross-checked snapshot.
package struct CatalogLoader {
    private let collector: FindingCollector
    private var draft = CatalogDraft()
    private var layer = 0
    /// Answers of the current layer; they speak of records of all files.
    private var answers: [CatalogAnswer] = []

    /// Loads `layers`, later ones over earlier ones.
    ///
    /// - Parameters:
    ///   - strictness: what to look for besides mistakes; `nil` for nothing.
    ///   - collector: receives every mistake of every file, at its place.
    /// - Returns: the snapshot, or `nil` where the collector has errors.
    package static func load(
        _ layers: [CatalogLayer], strictly strictness: CatalogStrictness? = nil,
        into collector: FindingCollector
    ) -> CatalogSnapshot? {
        var loader = CatalogLoader(collector: collector)
        let (parts, contentHash) = parts(of: layers)
        for (layer, parts) in parts.enumerated() {
            loader.layer = layer
            for part in parts { loader.add(part) }
            loader.applyAnswers()
        }
        if loader.draft.head == nil {
            collector.reportHeadMissing(in: layers)
        }
        let check = CatalogCheck(draft: loader.draft, collector: collector)
        check.run()
        if let strictness { check.run(strictness) }
        guard !collector.hasErrors, let head = loader.draft.head, let contentHash else {
            return nil
        }
        loader.draft.freeze()
        return CatalogSnapshot(
            CatalogRecords(loader.draft, head: head, contentHash: contentHash)
                .offeringDevices)
    }

    private init(collector: FindingCollector) {
        self.collector = collector
    }

    /// What one file says.
    private struct Part: Sendable {
        let draft: CatalogDraft
        let answers: [CatalogAnswer]
        let gathered: FindingCollector.Gathered
    }

    /// Reads the files of all layers, each by itself, and works out a digest of them beside that.
    private static func parts(
        of layers: [CatalogLayer]
    ) -> (parts: [[Part]], hash: ContentHash?) {
        let files = layers.enumerated().flatMap { layer, content in
            content.files.filter { !$0.isExample }.map { (layer: layer, file: $0) }
        }
        // The digest looks at every file, so it is begun first; then the largest files, so that
        // none is left to the end.
        let sizes = files.map(\.file.input.text.utf8.count)
        let order = files.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
        let found = Concurrently.map(files.count + 1) { position -> (Part?, ContentHash?) in
            guard position > 0 else { return (nil, hash(layers)) }
            let (layer, file) = files[order[position - 1]]
            var loader = CatalogLoader(collector: FindingCollector())
            loader.layer = layer
            loader.read(file)
            let part = Part(
                draft: loader.draft, answers: loader.answers,
                gathered: loader.collector.gathered)
            return (part, nil)
        }
        let parts = zip(order, found.dropFirst()).sorted { $0.0 < $1.0 }
        let byLayer = layers.indices.map { layer in
            parts.filter { files[$0.0].layer == layer }.compactMap(\.1.0)
        }
        return (byLayer, found.first?.1)
    }

    private mutating func add(_ part: Part) {
        collector.absorb(part.gathered)
        answers += part.answers
        draft.add(part.draft, isBase: layer == 0, into: collector)
    }

    private static func hash(_ layers: [CatalogLayer]) -> ContentHash {
        ContentHash(
            of: layers.lazy.flatMap { layer in
                layer.files.lazy.filter { !$0.isExample }.flatMap {
                    [$0.relativePath, "\0", $0.input.text, "\0"]
                } + ["\u{1}"]
            })
    }

    private mutating func read(_ file: CatalogLayer.File) {
        let parts = file.relativePath.split(separator: "/").map(String.init)
        switch (parts.first, parts.count) {
        case ("catalog.yaml", 1): readHead(file)
        case ("rules.yaml", 1): readRules(file)
        case ("countries", 2), ("organisations", 2): readOwner(file)
        case ("providers", 3...): readProviderFile(file, parts)
        case ("agreements.csv", 1):
            table(file) { $0.add(Agreement($1, into: $0.collector), \.id, $1, \.agreements) }
        case ("capabilities.csv", 1):
            table(file) { $0.add(CapabilityTerm($1, into: $0.collector), \.id, $1, \.capabilities) }
        case ("frameworks", 2): readFramework(file, parts[1])
        case ("labour", 2): readLabour(file, parts[1])
        case ("edge-devices.csv", 1):
            table(file) { $0.add(EdgeDevice($1, into: $0.collector), \.id, $1, \.edgeDevices) }
        case ("questions.csv", 1):
            table(file) { loader, row in
                if let answer = CatalogAnswer(row, into: loader.collector) {
                    loader.answers.append(answer)
                }
            }
        case ("exchange-rates", 2):
            table(file) { $0.addExchangeRate($1) }
        case ("programmes", 2):
            document(file) { loader, value in
                guard let record = Programme(value, into: loader.collector) else { return }
                loader.draft.programmes.add(
                    record, id: record.id.rawValue, at: value.location, layer: loader.layer,
                    into: loader.collector)
            }
        default: collector.report(stray: file)
        }
    }

    private mutating func applyAnswers() {
        for answer in answers { answer.apply(to: &draft, layer: layer, into: collector) }
        answers = []
    }

    private mutating func document(
        _ file: CatalogLayer.File, _ body: (inout CatalogLoader, LocatedValue) -> Void
    ) {
        guard let value = LocatedDocument.parse(file.input, into: collector)?.root else { return }
        draft.roots.append(value)
        body(&self, value)
    }

    private mutating func table(
        _ file: CatalogLayer.File,
        _ body: (inout CatalogLoader, LocatedValue) -> Void
    ) {
        guard let table = CSVInput.parse(file.input, into: collector) else { return }
        draft.roots.append(table.value)
        for row in table.rows { body(&self, row) }
    }

    private mutating func readHead(_ file: CatalogLayer.File) {
        document(file) { loader, value in
            guard var reader = FieldReader(value, "catalog", loader.collector) else { return }
            let format = reader.required("format", as: Int.self)
            let version = reader.required("version", as: String.self)
            let date = reader.required("date", as: CalendarDate.self)
            _ = reader.optional("title", as: String.self)
            reader.finish()
            if let format, format.value != 1 {
                loader.collector.report(
                    .catalogUnknownFormat,
                    "catalog format \(format.value) is not known; expected 1",
                    at: format.location, help: "use the version of sovereign that wrote it")
            }
            guard let version, let date else { return }
            loader.draft.head = CatalogHead(version: version.value, date: date.value)
        }
    }

    private mutating func readRules(_ file: CatalogLayer.File) {
        document(file) { loader, value in
            guard var reader = FieldReader(value, "rules", loader.collector) else { return }
            loader.addRules(reader.children("rules"), owner: nil)
            reader.finish()
        }
    }

    private mutating func addRules(_ values: [LocatedValue], owner: OwnerID?) {
        for value in values {
            guard let rule = RuleRow(value, owner: owner, into: collector) else { continue }
            draft.rules.add(
                rule, id: rule.id.rawValue, at: value.location, layer: layer, into: collector)
        }
    }

    private mutating func readOwner(_ file: CatalogLayer.File) {
        document(file) { loader, value in
            guard let owner = Owner(value, into: loader.collector) else { return }
            loader.draft.owners.add(
                owner, id: owner.id.rawValue, at: value.location, layer: loader.layer,
                into: loader.collector)
            if case .mapping(let entries) = value.content,
                let rules = entries.first(where: { $0.key == "rules" })?.value,
                case .sequence(let rows) = rules.content
            {
                loader.addRules(rows, owner: owner.id)
            }
        }
    }

    private mutating func readProviderFile(_ file: CatalogLayer.File, _ parts: [String]) {
        let provider = ProviderID(parts[1])
        switch (parts[2], parts.count) {
        case ("provider.yaml", 3):
            document(file) { $0.addProvider($1, provider) }
        case ("sites.csv", 3):
            table(file) {
                $0.add(Site($1, provider: provider, into: $0.collector), \.id, $1, \.sites)
            }
        case ("services.csv", 3):
            table(file) {
                $0.add(Service($1, provider: provider, into: $0.collector), \.id, $1, \.services)
            }
        case ("authorisations.csv", 3):
            table(file) {
                let record = Authorisation($1, provider: provider, into: $0.collector)
                $0.add(record, \.id, $1, \.authorisations)
            }
        case ("instances.csv", 3):
            table(file) { $0.add(InstanceType($1, into: $0.collector), \.id, $1, \.instances) }
        case ("modules.csv", 3):
            table(file) {
                let record = PlatformModule($1, provider: provider, into: $0.collector)
                $0.add(record, \.id, $1, \.modules)
            }
        case ("prices", 4):
            guard let sheet = CSVSheet(file.input, into: collector) else { return }
            draft.sheets.append(sheet)
            draft.prices = PriceSheetReader.read(
                sheet, of: provider, layer: layer, into: collector)
        default: readDossier(file, parts, of: provider)
        }
    }

    /// What is known of a provider beside what is offered and priced.
    private mutating func readDossier(
        _ file: CatalogLayer.File, _ parts: [String], of provider: ProviderID
    ) {
        guard parts.count == 3 else { return collector.report(stray: file) }
        switch parts[2] {
        case "availability.csv":
            table(file) {
                let record = ServiceAvailability($1, provider: provider, into: $0.collector)
                $0.add(record, \.id, $1, \.availabilities)
            }
        case "dependencies.csv":
            table(file) {
                let record = Dependency($1, provider: provider, into: $0.collector)
                $0.add(record, \.id, $1, \.dependencies)
            }
        case "commitments.csv":
            table(file) {
                let record = StaffCommitment($1, provider: provider, into: $0.collector)
                $0.add(record, \.id, $1, \.commitments)
            }
        case "aliases.csv":
            table(file) {
                $0.add(NameAlias($1, provider: provider, into: $0.collector), \.id, $1, \.aliases)
            }
        case "uplifts.csv":
            table(file) {
                let record = PriceUplift($1, provider: provider, into: $0.collector)
                $0.add(record, \.id, $1, \.uplifts)
            }
        default: collector.report(stray: file)
        }
    }

    private mutating func readFramework(_ file: CatalogLayer.File, _ name: String) {
        if name == "assessments.csv" {
            return table(file) {
                let record = FrameworkAssessment($1, into: $0.collector)
                $0.add(record, \.id, $1, \.assessments)
            }
        }
        document(file) { loader, value in
            loader.add(Framework(value, into: loader.collector), \.id, value, \.frameworks)
        }
    }

    private mutating func addProvider(_ value: LocatedValue, _ folder: ProviderID) {
        guard let provider = Provider(value, into: collector) else { return }
        if provider.id != folder {
            collector.report(
                .catalogFolderName,
                "provider '\(provider.id)' stands in the folder '\(folder)'", at: value.location,
                help: "name the folder like the provider's id")
        }
        // Kept under the folder's name, by which its other files refer to it.
        draft.providers.add(
            provider, id: folder.rawValue, at: value.location, layer: layer, into: collector)
    }

    private mutating func readLabour(_ file: CatalogLayer.File, _ name: String) {
        switch name {
        case "roles.csv":
            table(file) { $0.add(Role($1, into: $0.collector), \.id, $1, \.roles) }
        case "rates.csv":
            table(file) { $0.add(LabourRate($1, into: $0.collector), \.id, $1, \.labourRates) }
        case "operating-models.csv":
            table(file) {
                $0.add(OperatingModel($1, into: $0.collector), \.id, $1, \.operatingModels)
            }
        case "clearance-costs.csv":
            table(file) {
                $0.add(ClearanceCost($1, into: $0.collector), \.id, $1, \.clearanceCosts)
            }
        default: collector.report(stray: file)
        }
    }

    private mutating func addExchangeRate(_ row: LocatedValue) {
        guard let rate = ExchangeRate(row, into: collector) else { return }
        draft.exchangeRates.add(
            rate, id: "\(rate.date)/\(rate.currency.code)", at: row.location, layer: layer,
            into: collector)
    }

    private mutating func add<Record, Subject>(
        _ record: Record?, _ id: KeyPath<Record, Identifier<Subject>>, _ row: LocatedValue,
        _ table: WritableKeyPath<CatalogDraft, RecordTable<Record>>
    ) {
        guard let record else { return }
        draft[keyPath: table].add(
            record, id: record[keyPath: id].rawValue, at: row.location, layer: layer,
            into: collector)
    }
}

extension FindingCollector {
    /// Reports a file whose name says nothing of what it holds.
    func report(stray file: CatalogLayer.File) {
        report(
            .catalogStrayFile, "'\(file.relativePath)' is no file of a catalog",
            at: SourceLocation(path: file.input.path, line: 1, column: 1, length: 0),
            help: "move it out of the catalog folder, or give it the name that the format knows")
    }

    /// Reports that no folder has the file that makes it a catalog.
    func reportHeadMissing(in layers: [CatalogLayer]) {
        report(
            .catalogHeadMissing,
            "no catalog.yaml in \(layers.map { "'\($0.folder)'" }.joined(separator: ", "))",
            at: nil,
            help: "name the folder that holds catalog.yaml with --catalog")
    }
}
