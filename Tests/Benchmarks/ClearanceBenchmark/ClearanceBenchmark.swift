import Catalog
import Clearance
import Diagnostics
import Foundation
import LocatedInput
import Quantities
import Requirements

/// Measures verdicts, explanations and assignments, and prints one table. People are invented.
///
///     swift run -c release ClearanceBenchmark
///     swift run -c release ClearanceBenchmark catalog 5000 500
///
/// `peers.py` beside this file decides by the same three rules with `cel-python` and `regopy`.
@main
struct ClearanceBenchmark {
    static func main() {
        let arguments = CommandLine.arguments
        let folder = arguments.count > 1 ? arguments[1] : "catalog"
        let people = arguments.count > 2 ? Int(arguments[2]) ?? 5000 : 5000
        let posts = arguments.count > 3 ? Int(arguments[3]) ?? 500 : 500
        guard let whole = Bench(folder: folder, only: nil),
            let small = Bench(folder: folder, only: ["es", "us", "nato", "eu"])
        else {
            print("no catalog in '\(folder)'")
            return
        }
        for bench in [small, whole] { bench.measureVerdicts() }
        whole.measureAssignment(people: people, posts: posts)
    }
}

private struct Bench {
    let catalog: CatalogSnapshot
    let book: RuleBook
    let clock = ContinuousClock()

    init?(folder: String, only owners: Set<String>?) {
        let files = InputFolder.read(
            folder, skipping: ["scenarios", "providers"], into: FindingCollector())
        guard let files else { return nil }
        // Ladders, rules and agreements; of the small catalog, those of a few owners.
        let kept = files.filter { file in
            let path = file.relativePath
            if ["catalog.yaml", "rules.yaml"].contains(path) { return true }
            guard path.hasPrefix("countries/") || path.hasPrefix("organisations/") else {
                return owners == nil && path == "agreements.csv"
            }
            let name = path.split(separator: "/").last?.dropLast(".yaml".count) ?? ""
            return owners?.contains(String(name)) ?? true
        }
        let layer = CatalogLayer(
            folder: folder,
            files: kept.map {
                CatalogLayer.File(relativePath: $0.relativePath, input: $0.input)
            })
        let collector = FindingCollector()
        guard let catalog = CatalogLoader.load([layer], into: collector) else {
            print(collector.findings.prefix(3).map(\.message))
            return nil
        }
        self.catalog = catalog
        book = RuleBook(catalog)
    }

    private func day(_ text: String) -> CalendarDate {
        guard let date = CalendarDate(inputText: text) else { preconditionFailure(text) }
        return date
    }

    private func level(_ id: String) -> Level {
        guard let level = catalog.level(LevelID(id)) else { preconditionFailure(id) }
        return level
    }

    // MARK: - One verdict

    func measureVerdicts() {
        let judge = PersonJudge(book, roster: Roster())
        let people = (0..<1000).map { person($0, posts: 10) }
        let needs = ["es-confidencial", "es-reservado", "es-secreto", "nato-secret"].map { id in
            var need = AccessNeed(level: level(id), customer: OwnerID("ES"))
            need.admitted = [[OwnerID("ES"), OwnerID("PT"), OwnerID("FR")]]
            return need
        }
        let start = day("2027-07-01")
        let prepared = PreparedAccess(
            people, for: needs, by: judge, from: start, to: day("2031-06-30"))
        let first = PreparedAccess.dayNumber(start)
        var counts = [0, 0, 0, 0]
        let rounds = 200
        let time = clock.measure {
            for round in 0..<rounds {
                for person in people.indices {
                    for need in needs.indices {
                        let verdict = prepared.decide(person, need, on: first + Int32(round * 7))
                        switch verdict {
                        case .eligible: counts[0] += 1
                        case .conditional: counts[1] += 1
                        case .unknown: counts[2] += 1
                        case .ineligible: counts[3] += 1
                        }
                    }
                }
            }
        }
        let decisions = rounds * people.count * needs.count
        let owners = "\(catalog.owners.count) owners, \(catalog.rules.count) rules"
        print(
            "decide, \(owners): \(nanoseconds(time) / decisions) ns each of \(decisions) "
                + "(eligible, conditional, unknown, not: \(counts))")
        var reasons = 0
        let explaining = clock.measure {
            for person in people {
                for need in needs {
                    reasons += judge.judge(person, for: need, on: start).judgements.count
                }
            }
        }
        let explained = people.count * needs.count
        print(
            "explain, \(owners): \(nanoseconds(explaining) / explained / 1000) microseconds each "
                + "of \(explained) (\(reasons) judgements)")
    }

    /// A person whose clearance, end, roles and share follow from the number.
    private func person(_ number: Int, posts: Int) -> Person {
        let levels = ["es-confidencial", "es-reservado", "es-secreto"]
        let start = day("2026-01-01")
        // Clearances end on the first day of a month.
        let expires =
            CalendarDate(
                year: 2027 + number * 37 % 96 / 12, month: 1 + number * 37 % 12, day: 1) ?? start
        let roles = [number % posts, (number * 7 + 1) % posts, (number * 13 + 2) % posts]
        return Person(
            id: "p\(number)",
            nationalities: [["ES"], ["ES"], ["ES", "PT"], ["ES", "DE"]][number % 4]
                .map { OwnerID($0) },
            employer: Person.customer,
            clearances: [
                HeldClearance(
                    issuer: OwnerID("ES"), level: level(levels[number % 3]), clearance: nil,
                    status: .final, granted: start, expires: expires, sponsor: nil)
            ],
            roles: roles.map { RoleID("role\($0)") }, country: OwnerID("ES"),
            shareThousandths: [1000, 1000, 800, 500][number % 4], needToKnow: true,
            briefed: start, dayRate: ExactDecimal(400 + number % 50))
    }

    // MARK: - Assignment

    func measureAssignment(people count: Int, posts postCount: Int) {
        let kinds = 40
        let people = (0..<count).map { person($0, posts: kinds) }
        let levels = ["es-confidencial", "es-reservado", "es-secreto"]
        let posts = (0..<postCount).map { number in
            var need = AccessNeed(
                level: level(levels[number % 3]), customer: OwnerID("ES"))
            need.role = RoleID("role\(number % kinds)")
            if number % 5 == 0 { need.admitted = [[OwnerID("ES")]] }
            return Post(
                id: "post\(number)", need: need,
                workThousandths: number % 11 == 0 ? 10_542 : 5_271,
                persons: number % 11 == 0 ? 2 : 1,
                from: day("2027-07-01"), until: day("2031-07-01"))
        }
        let start = day("2027-07-01")
        for (name, since) in [("renewing what ends", start), ("renewing nothing", nil)] {
            let judge = PersonJudge(book, roster: Roster(), renewingSince: since)
            measure("over 4 years, \(name)", people, posts, judge)
        }
        // On one day: two roles are short, then nearly all.
        let days: [(name: String, isMore: (Int) -> Bool, factor: Int64)] = [
            ("on one day, two roles short", { $0 % kinds < 2 }, 8),
            ("on one day, half as much work again", { _ in true }, 1),
        ]
        for day in days {
            let one = posts.enumerated().map { index, post in
                Post(
                    id: post.id, need: post.need,
                    workThousandths: post.workThousandths
                        + (day.isMore(index) ? post.workThousandths * day.factor / 2 : 0),
                    from: start, until: self.day("2027-07-02"))
            }
            measure(day.name, people, one, PersonJudge(book, roster: Roster()))
        }
    }

    private func measure(
        _ name: String, _ people: [Person], _ posts: [Post], _ judge: PersonJudge
    ) {
        var result: Assignment?
        let time = clock.measure {
            result = PostAssigner(
                people, to: posts, by: judge,
                costs: people.map { Int64($0.dayRate?.wholeNumber ?? 0) }, accepting: .conditional
            ).assign()
        }
        guard let result else { return }
        print(
            "assign \(people.count) people to \(posts.count) posts \(name): "
                + "\(nanoseconds(time) / 1_000_000) ms (\(result.fills.count) fills, "
                + "\(result.bottlenecks.count) bottlenecks)")
    }

    private func nanoseconds(_ time: Duration) -> Int {
        let parts = time.components
        return Int(parts.seconds) * 1_000_000_000 + Int(parts.attoseconds / 1_000_000_000)
    }
}
