import Diagnostics
import LocatedInput
import Quantities
import Testing

private enum Tax: String, InputVocabulary {
    case included, excluded
}

struct FieldReaderTests {
    private func reader(_ reading: Reading, _ text: String) throws -> FieldReader {
        let value = try #require(reading.yaml(text))
        return try #require(FieldReader(value, "workload", reading.collector))
    }

    @Test func `values of every type are read with their places`() throws {
        let reading = Reading()
        var reader = try reader(
            reading,
            """
            id: app
            vcpu: 4000
            sole: true
            rate: "0.10"
            start: 2027-07-01
            base: P3Y
            currency: EUR
            tax: excluded
            unit: GiB
            """)
        #expect(reader.required("id", as: String.self)?.value == "app")
        #expect(reader.required("vcpu", as: Int.self)?.value == 4000)
        #expect(reader.optional("sole", as: Bool.self)?.value == true)
        let rate: Located<ExactDecimal>? = reader.required("rate")
        #expect(rate?.value.description == "0.1")
        #expect(rate?.location.description == "a.yaml:4:7")
        #expect(reader.required("start", as: CalendarDate.self)?.value.description == "2027-07-01")
        #expect(reader.required("base", as: CalendarPeriod.self)?.value.description == "P3Y")
        #expect(reader.required("currency", as: Currency.self)?.value.code == "EUR")
        #expect(reader.required("tax", as: Tax.self)?.value == .excluded)
        #expect(reader.required("unit", as: Unit.self)?.value.symbol == "GiB")
        #expect(reader.optional("absent", as: Int.self) == nil)
        reader.finish()
        #expect(reading.findings.isEmpty)
    }

    @Test(
        arguments: [
            ("x: four", Int.self, "1:4 INP035 expected a whole number for 'x', found 'four'", nil),
            (
                "x: 4_000", Int.self, "1:4 INP035 expected a whole number for 'x', found '4_000'",
                "write the digits without separators or decimals"
            ),
            ("x: 007", Int.self, "1:4 INP035 expected a whole number for 'x', found '007'", nil),
            (
                "x: 99999999999999999999", Int.self,
                "1:4 INP036 expected a whole number for 'x', found '99999999999999999999'",
                "the largest number is 9223372036854775807"
            ),
            (
                "x: 1,5", ExactDecimal.self,
                "1:4 INP034 expected a decimal number such as 1234.50 for 'x', found '1,5'",
                "write a point before the decimals and no separators"
            ),
            (
                "x: 1e5", ExactDecimal.self,
                "1:4 INP034 expected a decimal number such as 1234.50 for 'x', found '1e5'",
                "write all digits instead of an exponent"
            ),
            (
                "x: 5 EUR", ExactDecimal.self,
                "1:4 INP034 expected a decimal number such as 1234.50 for 'x', found '5 EUR'",
                "write the digits without separators, and no unit"
            ),
            (
                "x: .5", ExactDecimal.self,
                "1:4 INP034 expected a decimal number such as 1234.50 for 'x', found '.5'",
                "write it plainly, such as 0.5 or 12"
            ),
            (
                "x: 1/7/2027", CalendarDate.self,
                "1:4 INP037 expected a date such as 2027-07-01 for 'x', found '1/7/2027'",
                "write year, month and day as YYYY-MM-DD"
            ),
            (
                "x: 2027-02-29", CalendarDate.self,
                "1:4 INP037 expected a date such as 2027-07-01 for 'x', found '2027-02-29'",
                "the calendar of the years 1900 to 2200 has no such day"
            ),
            (
                "x: 3 years", CalendarPeriod.self,
                "1:4 INP038 expected a period such as P3Y or P18M for 'x', found '3 years'",
                "P3Y is three years, P18M 18 months, P14D 14 days"
            ),
            (
                "x: yes", Bool.self, "1:4 INP039 expected true or false for 'x', found 'yes'",
                "write true"
            ),
            (
                "x: exclued", Tax.self,
                "1:4 INP040 expected 'included' or 'excluded' for 'x', found 'exclued'",
                "did you mean 'excluded'?"
            ),
            (
                "x: €", Currency.self,
                "1:4 INP041 expected a currency code such as EUR for 'x', found '€'",
                "did you mean 'EUR'?"
            ),
            (
                "x: eur", Currency.self,
                "1:4 INP041 expected a currency code such as EUR for 'x', found 'eur'",
                "did you mean 'EUR'?"
            ),
            (
                "x: gib", Unit.self, "1:4 INP042 expected a unit such as GiB for 'x', found 'gib'",
                nil
            ),
            ("x: ''", String.self, "1:4 INP042 expected a text for 'x', found ''", nil),
            ("x: [1]", Int.self, "1:4 INP033 expected a whole number for 'x', found a list", nil),
            (
                "x: {a: 1}", Tax.self,
                "1:4 INP033 expected 'included' or 'excluded' for 'x', found a mapping of keys", nil
            ),
        ] as [(String, any InputScalar.Type, String, String?)])
    func `a text that is no such value is a finding with a way out`(
        text: String, type: any InputScalar.Type, expected: String, help: String?
    ) throws {
        func read<T: InputScalar>(_ type: T.Type, _ reader: inout FieldReader) -> Bool {
            reader.required("x", as: type) == nil
        }
        let reading = Reading()
        var reader = try reader(reading, text)
        let isRefused = read(type, &reader)
        #expect(isRefused)
        #expect(reading.findings == [expected])
        #expect(reading.collector.findings.first?.help == help)
    }

    @Test func `all mistakes of a mapping are reported`() throws {
        let reading = Reading()
        var reader = try reader(reading, "id: app\nreplcas: 2\nvcpu: many\ntitle:\nbudget: 5\n")
        _ = reader.required("id", as: String.self)
        _ = reader.required("replicas", as: Int.self)
        _ = reader.optional("vcpu", as: Int.self)
        _ = reader.required("title", as: String.self)
        _ = reader.optional("comment", as: String.self)
        reader.finish()
        #expect(
            reading.findings == [
                "1:1 INP032 the workload has no 'replicas'",
                "2:1 INP031 unknown key 'replcas' in workload",
                "3:7 INP035 expected a whole number for 'vcpu', found 'many'",
                "4:1 INP032 'title' of the workload has no value",
                "5:1 INP031 unknown key 'budget' in workload",
            ])
        let helps = reading.collector.findings.map(\.help)
        #expect(helps[1] == "did you mean 'replicas'?")
        #expect(helps[4] == "known here: id, replicas, vcpu, title, comment")
    }

    @Test func `a key that is used is not suggested`() throws {
        let reading = Reading()
        var reader = try reader(reading, "replicas: 2\nreplicaz: 3\n")
        _ = reader.required("replicas", as: Int.self)
        reader.finish()
        #expect(reading.collector.findings.map(\.help) == ["known here: replicas"])
    }

    @Test(arguments: [(0, false), (1, true), (100, true), (101, false)])
    func `ranges include their ends`(number: Int, isAllowed: Bool) throws {
        let reading = Reading()
        var reader = try reader(reading, "replicas: \(number)")
        #expect((reader.required("replicas", in: 1...100) != nil) == isAllowed)
        #expect((reader.optional("replicas", in: 1...100) != nil) == isAllowed)
        let message = "1:11 INP036 expected 1 to 100 for 'replicas', found '\(number)'"
        #expect(reading.findings == (isAllowed ? [] : [message]))
    }

    @Test func `lists and children keep the places of their elements`() throws {
        let reading = Reading()
        var reader = try reader(
            reading, "a: [ES, pt, 4]\nb: ES\nc:\n  - {x: 1}\n  - {x: 2}\nd: {y: 3}\n")
        let words = reader.list("a", as: String.self)
        #expect(words.map(\.value) == ["ES", "pt", "4"])
        #expect(words.map(\.location.column) == [5, 9, 13])
        #expect(reader.list("b", as: String.self).isEmpty)
        #expect(reader.children("c").compactMap { $0["x"]?.text } == ["1", "2"])
        #expect(reader.list("absent", as: Int.self).isEmpty)
        #expect(reader.children("absent").isEmpty)
        #expect(reader.children("d").isEmpty)
        var nested = reader.nested("d")
        #expect(nested?.required("y", as: Int.self)?.value == 3)
        #expect(
            reading.findings == [
                "2:4 INP033 expected a list for 'b', found a single value",
                "6:4 INP033 expected a list for 'd', found a mapping of keys",
            ])
    }

    @Test func `a value that is no mapping is a finding`() throws {
        let reading = Reading()
        let value = try #require(reading.yaml("[1]"))
        #expect(FieldReader(value, "workload", reading.collector) == nil)
        #expect(
            reading.findings == [
                "1:1 INP033 expected a mapping of keys for the workload, found a list"
            ])
    }

    @Test func `cells of a table are split at semicolons`() throws {
        let reading = Reading()
        let table = try #require(reading.csv("id,roles\nn,é; two ;x\n"))
        var reader = try #require(FieldReader(table.rows[0], "site", reading.collector))
        let roles = reader.list("roles", as: String.self)
        #expect(roles.map(\.value) == ["é", "two", "x"])
        #expect(roles.map(\.location.column) == [3, 6, 11])
    }

    @Test func `a missing or unknown column is reported once, at the header`() throws {
        let reading = Reading()
        let table = try #require(reading.csv("id,naem\na,b\nc,d\n,e\n"))
        for row in table.rows {
            var reader = try #require(FieldReader(row, "site", reading.collector))
            _ = reader.required("id", as: String.self)
            _ = reader.required("name", as: String.self)
            reader.finish()
        }
        #expect(
            reading.findings == [
                "1:1 INP032 the table has no column 'name', which every site needs",
                "1:4 INP031 unknown column 'naem' in site",
                "4:1 INP032 'id' of the site has no value",
            ])
    }

    @Test func `places of keys and values can be asked for`() throws {
        let reading = Reading()
        let reader = try reader(reading, "a: 1\nb:   2\n")
        #expect(reader.location(of: "b").description == "a.yaml:2:6")
        #expect(reader.keyLocation(of: "b").description == "a.yaml:2:1")
        #expect(reader.location(of: "c") == reader.location)
        #expect(reader.keyLocation(of: "c") == reader.location)
        #expect(reader.has("a") && !reader.has("c"))
        #expect(reader.keys == ["a", "b"])
    }
}
