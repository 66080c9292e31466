import LocatedInput

extension QuoteParts {
    /// What a file says of each list of people.
    func lists(_ reader: FieldReader) -> [QuoteFile.PeopleList] {
        var reader = reader
        return reader.children("lists").compactMap { value in
            guard var list = FieldReader(value, "list of people", collector) else { return nil }
            let id = list.required("id", as: String.self)
            let hired = list.required("hired", as: Int.self, in: 0...1_000_000_000)
            let inSeats = list.required("inSeats", as: Int.self, in: 0...1_000_000_000)
            let bench = list.required("bench", as: Int.self, in: 0...1_000_000_000)
            let cleared = list.optional("cleared", as: Int.self, in: 0...1_000_000_000)
            let cases = list.optional("newCases", as: Int.self, in: 0...1_000_000_000)
            guard let id, let hired, let inSeats, let bench else { return nil }
            return QuoteFile.PeopleList(
                id: id.value, hired: Int64(hired.value), inSeats: Int64(inSeats.value),
                bench: Int64(bench.value), cleared: cleared.map { Int64($0.value) },
                newCases: cases.map { Int64($0.value) })
        }
    }
}
