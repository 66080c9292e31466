import Diagnostics
import LocatedInput
package import Quantities

/// What a strict check looks for besides: facts that can each be read, and yet mislead.
package struct CatalogStrictness: Sendable {
    /// Greatest age of a fact before the catalog's date; `nil` for any. Undated facts have none.
    package let maximumAge: CalendarPeriod?

    /// Creates a strictness.
    package init(maximumAge: CalendarPeriod?) {
        self.maximumAge = maximumAge
    }
}

extension CatalogCheck {
    func run(_ strictness: CatalogStrictness) {
        for owner in draft.owners.sorted {
            checkNames(of: owner)
            checkLetters(of: owner)
        }
        checkSharedIdentifiers()
        checkAuthorisedPlaces()
        checkAgreementCaps()
        if let age = strictness.maximumAge { checkAge(age) }
    }

    private typealias Named = (text: String, level: Level)

    /// Two levels of one owner whose words a reader cannot tell apart.
    private func checkNames(of owner: Owner) {
        var first: [String: Named] = [:]
        for level in owner.levels {
            for text in [level.marking] + level.aliases {
                let key = LookAlikes.folded(text)
                guard let other = first[key] else {
                    first[key] = (text, level)
                    continue
                }
                // One word in two ladders is asked about when it is used.
                guard other.level.id != level.id, other.text != text else { continue }
                collector.report(
                    .catalogNamesAlike,
                    "'\(text)' and '\(other.text)', two levels of '\(owner.id)', differ only in "
                        + "case, accents or letters that look alike",
                    at: place(level.provenance, "marking"),
                    notes: [
                        FindingNote("the other one", at: place(other.level.provenance, "marking"))
                    ],
                    help: "write both as the source does; nobody sees a Cyrillic 'А' in 'А'")
            }
        }
    }

    /// A word whose letters come from two scripts that look alike.
    private func checkLetters(of owner: Owner) {
        for level in owner.levels {
            for text in [level.marking] + level.aliases where LookAlikes.mixesScripts(text) {
                collector.report(
                    .catalogNamesAlike,
                    "a word of '\(text)' mixes Latin letters with others that look like them",
                    at: place(level.provenance, "marking"), help: "type the word anew")
            }
        }
    }

    /// Identifiers that records of two kinds share: what names one is read as the other.
    private func checkSharedIdentifiers() {
        var first: [String: (kind: String, fact: Provenance)] = [:]
        for (kind, records) in identifiedRecords {
            for (id, fact) in records {
                guard let other = first[id] else {
                    first[id] = (kind, fact)
                    continue
                }
                guard other.kind != kind else { continue }
                collector.report(
                    .catalogIdentifierShared,
                    "'\(id)' is the id of a \(kind) and of a \(other.kind)",
                    at: place(fact, "id"),
                    notes: [FindingNote("the other one", at: place(other.fact, "id"))],
                    help: "give one of the two another id")
            }
        }
    }

    private var identifiedRecords: [(kind: String, records: [(String, Provenance)])] {
        let owners = draft.owners.sorted
        func all<Record, Subject>(
            _ records: [Record], _ id: KeyPath<Record, Identifier<Subject>>,
            _ fact: KeyPath<Record, Provenance>
        ) -> [(String, Provenance)] {
            records.map { ($0[keyPath: id].rawValue, $0[keyPath: fact]) }
        }
        return [
            ("level", all(owners.flatMap(\.levels), \.id, \.provenance)),
            ("clearance", all(owners.flatMap(\.clearances), \.id, \.provenance)),
            (
                "facility clearance",
                all(owners.flatMap(\.facilityClearances), \.id, \.provenance)
            ),
            ("accreditation", all(owners.flatMap(\.accreditations), \.id, \.provenance)),
            ("rule", all(draft.rules.sorted, \.id, \.provenance)),
            ("agreement", all(draft.agreements.sorted, \.id, \.provenance)),
            ("provider", all(draft.providers.sorted, \.id, \.provenance)),
            ("site", all(draft.sites.sorted, \.id, \.provenance)),
            ("service", all(draft.services.sorted, \.id, \.provenance)),
            ("authorisation", all(draft.authorisations.sorted, \.id, \.provenance)),
            ("instance", all(draft.instances.sorted, \.id, \.provenance)),
            ("module", all(draft.modules.sorted, \.id, \.provenance)),
            ("edge device", all(draft.edgeDevices.sorted, \.id, \.provenance)),
        ]
    }

    /// A service authorised at a site that does not list it, or in a way of delivery without it.
    private func checkAuthorisedPlaces() {
        let services = draft.services
        let absent = Set(
            draft.availabilities.all.filter { $0.status == .no }
                .map { "\($0.service) \($0.deliveryModel)" })
        for held in draft.authorisations.sorted where held.status == .authorised {
            for id in held.services {
                guard let service = services[id.rawValue] else { continue }
                let listed = held.sites.filter(service.sites.contains)
                if !service.sites.isEmpty, !held.sites.isEmpty, listed.isEmpty {
                    collector.report(
                        .catalogContradiction,
                        "'\(id)' is authorised at \(words(held.sites)), and listed at none of them",
                        at: place(held.provenance, "services", id.rawValue),
                        help: "add the sites to the service, or correct the authorisation")
                }
                guard let model = held.deliveryModel, absent.contains("\(id) \(model)") else {
                    continue
                }
                collector.report(
                    .catalogContradiction,
                    "'\(id)' is authorised in the delivery model '\(model)', where it is said not "
                        + "to be sold",
                    at: place(held.provenance, "services", id.rawValue),
                    help: "look both up; one of the two is out of date")
            }
        }
    }

    private func words(_ sites: [SiteID]) -> String {
        sites.prefix(3).map { "'\($0)'" }.joined(separator: ", ") + (sites.count > 3 ? " …" : "")
    }

    /// An agreement up to a level above everything that one of its parties classifies.
    private func checkAgreementCaps() {
        let owners = draft.owners.sorted
        let levels = Dictionary(
            owners.flatMap(\.levels).map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        let highest = owners.reduce(into: [OwnerID: Level]()) { highest, owner in
            highest[owner.id] = owner.levels.filter(\.isClassified)
                .max { ($0.band.order, $0.id) < ($1.band.order, $1.id) }
        }
        for agreement in draft.agreements.sorted {
            for cap in agreement.upTo.compactMap({ levels[$0] }) {
                for party in agreement.parties {
                    guard let top = highest[party], top.band.order < cap.band.order else {
                        continue
                    }
                    collector.report(
                        .catalogContradiction,
                        "the agreement reaches '\(cap.id)', above '\(top.id)', the highest level "
                            + "of '\(party)'",
                        at: place(agreement.provenance, "upTo", cap.id.rawValue),
                        help: "an agreement reaches no further than either ladder")
                }
            }
        }
    }

    private func checkAge(_ age: CalendarPeriod) {
        guard let date = draft.head?.date else { return }
        for fact in facts + priceRows({ isOld($0.asOf, age, date) }).map(\.provenance) {
            guard isOld(fact.asOf, age, date) else { continue }
            collector.report(
                .catalogFactOld, "the fact speaks to \(fact.asOf), more than \(age) before \(date)",
                at: place(fact, "asOf"),
                help: "look the source up again, and state the day on which it was read")
        }
    }

    private func isOld(_ asOf: AsOf, _ age: CalendarPeriod, _ date: CalendarDate) -> Bool {
        guard case .date(let day) = asOf else { return false }
        return (try? day.adding(age)).map { $0 < date } ?? false
    }
}

extension Level.Band {
    /// Position among the bands, lowest first.
    fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
