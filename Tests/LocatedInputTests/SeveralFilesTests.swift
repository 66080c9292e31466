import Diagnostics
import LocatedInput
import TestSupport
import Testing

private enum Access: String, InputVocabulary {
    case online, archive
}

struct SeveralFilesTests {
    private static let requirement = """
        título: "Nube de combate"
        workloads:
          - id: app
            vcpu: 4,000
            acess: online
          - {id: lake, vcpu: 8, access: onlin, start: 2027-02-30}
          - {vcpu: 漢, id: "x", id: y}
        """

    private static let sites = "id,país,rate\nnorth,ES,0.10\nsouth,PT\n,ES,0.1O\n"

    private static let answer = "{\"totals\": [1, 2,]}"

    @Test func `all mistakes of all files are shown at once and in order`() {
        let collector = FindingCollector()
        func parse(_ path: String, _ text: String) -> LocatedDocument? {
            let input = InputText(path: path, text: text)
            collector.addSource(text, path: path)
            return LocatedDocument.parse(input, into: collector)
        }
        // Read in another order than shown.
        for row in parse("sites.csv", Self.sites)?.root.elements ?? [] {
            guard var reader = FieldReader(row, "site", collector) else { continue }
            _ = reader.required("id", as: String.self)
            _ = reader.required("rate", as: Int.self)
            reader.finish()
        }
        _ = parse("requirement.yaml", Self.requirement).map { read($0.root, collector) }
        _ = parse("answer.json", Self.answer)
        expectGolden(TextRenderer.render(collector), named: "several-files.txt")
    }

    private func read(_ root: LocatedValue, _ collector: FindingCollector) {
        guard var reader = FieldReader(root, "requirement", collector) else { return }
        _ = reader.required("title", as: String.self)
        for value in reader.children("workloads") {
            guard var workload = FieldReader(value, "workload", collector) else { continue }
            _ = workload.required("id", as: String.self)
            _ = workload.required("vcpu", in: 1...1_000_000)
            _ = workload.required("access", as: Access.self)
            _ = workload.optional("start", as: String.self)
            workload.finish()
        }
        reader.finish()
    }
}
