import Diagnostics
import LocatedInput
import Testing

struct CSVInputTests {
    @Test(arguments: ["\n", "\r\n"])
    func `rows are mappings whose keys stand in the header`(end: String) {
        let lines = ["id,name,rate", "n,\"Ávila, \"\"N\"\"\",0.10", "", "s,,1", ""]
        let reading = Reading()
        let table = reading.csv(lines.joined(separator: end))
        #expect(reading.findings.isEmpty)
        #expect(table?.columns.map(\.value) == ["id", "name", "rate"])
        #expect(
            table?.value.outline == """
                [{id@1:1: n@2:1, name@1:4: "Ávila, "N""@2:3, rate@1:9: 0.10@2:18}@2:1, \
                {id@1:1: s@4:1, name@1:4: null@4:3, rate@1:9: 1@4:4}@4:1]@1:1
                """)
    }

    @Test func `quoted cells may hold line ends`() {
        let table = Reading().csv("a,b\n\"x\ny\",z\n1,2")
        #expect(
            table?.value.outline
                == "[{a@1:1: \"x\ny\"@2:1, b@1:3: z@3:4}@2:1, {a@1:1: 1@4:1, b@1:3: 2@4:3}@4:1]@1:1"
        )
    }

    @Test func `a byte order mark is not part of the first name`() {
        #expect(Reading().csv("\u{FEFF}id\nx")?.columns.first?.value == "id")
    }

    @Test func `a quoted empty cell is empty`() {
        #expect(Reading().csv("a,b\n\"\",x")?.rows.first?["a"]?.isNull == true)
    }

    @Test(arguments: [
        (
            "a,b\n1\n1,2,3\n1,2",
            [
                "2:1 INP013 the row has 1 cell, expected 2",
                "3:1 INP013 the row has 3 cells, expected 2",
            ]
        ),
        ("a,b\nx,\"y", ["2:3 INP014 the quote that begins here is never closed"]),
        ("a,b\nx\"y,z", ["2:2 INP014 a quote stands inside a cell that does not begin with one"]),
        ("a,b\n\"x\"y,z", ["2:4 INP014 text stands after the quote that closes the cell"]),
        ("a,b,a\n1,2,3", ["1:5 INP015 two columns are called 'a'"]),
        ("a,,b\n1,2,3", ["1:3 INP015 a column has no name"]),
        (
            "id;país;rate\n1;2;3",
            ["1:1 INP016 expected columns separated by commas, found semicolons"]
        ),
        ("id\tname\n1\t2", ["1:1 INP016 expected columns separated by commas, found tabs"]),
        ("a\nx\u{7}", ["2:2 INP010 character U+0007 is not allowed"]),
        ("\n\n", ["1:1 INP006 the file has no header"]),
    ])
    func `misshapen tables are findings`(text: String, expected: [String]) {
        let reading = Reading()
        let table = reading.csv(text)
        #expect(reading.findings == expected)
        #expect((table == nil) == (reading.codes.first != .inputCSVRaggedRow))
        #expect(table.map(\.rows.count) ?? 1 == 1)
    }

    @Test func `a semicolon file gets a help that says so`() {
        let reading = Reading()
        _ = reading.csv("id;rate\n1;2")
        #expect(
            reading.collector.findings.first?.help == "export the table with the comma as separator"
        )
    }

    @Test func `values are counted up to the limit`() {
        let limits = InputLimits(maximumValues: 6)
        #expect(Reading().csv("a,b\n1,2\n3,4", limits: limits) != nil)
        let reading = Reading()
        #expect(reading.csv("a,b\n1,2\n3,4\n5,6", limits: limits) == nil)
        #expect(reading.findings == ["4:1 INP018 more than 6 values"])
    }
}
