/// Prints findings for a program, in the documented form `findings/1`.
///
///     {"format":"findings/1","errors":1,"warnings":0,"omitted":0,"findings":[
///      {"code":"CAT012","title":"unknown site","severity":"error","message":"unknown site 'x'",
///       "location":{"path":"a.yaml","line":14,"column":11,"length":13},
///       "notes":[{"message":"…","location":null}],"help":"did you mean 'y'?"}]}
package enum JSONRenderer {
    /// Returns the findings in the given order as one document.
    ///
    /// - Parameter omitted: Number of findings that were not kept.
    package static func document(_ findings: [Finding], omitted: Int = 0) -> JSONValue {
        let errors = findings.count { $0.severity == .error }
        return [
            "format": "findings/1",
            "errors": .integer(Int64(errors)),
            "warnings": .integer(Int64(findings.count - errors)),
            "omitted": .integer(Int64(omitted)),
            "findings": .array(findings.map(\.json)),
        ]
    }

    /// Returns the findings of a collector as indented text that ends in a line end.
    package static func render(_ collector: FindingCollector) -> String {
        document(collector.findings, omitted: collector.omittedCount).rendered(indented: true)
            + "\n"
    }
}

extension SourceLocation {
    /// The place as an object of path, line, column and length.
    package var json: JSONValue {
        [
            "path": .string(path), "line": .integer(Int64(line)),
            "column": .integer(Int64(column)), "length": .integer(Int64(length)),
        ]
    }
}

extension Finding {
    /// The finding as an object; absent parts are `null`.
    package var json: JSONValue {
        [
            "code": .string(code.rawValue),
            "title": .string(code.title),
            "severity": .string(severity.rawValue),
            "message": .string(message),
            "location": location?.json ?? .null,
            "notes": .array(notes.map(\.json)),
            "help": .optional(help),
        ]
    }
}

extension FindingNote {
    fileprivate var json: JSONValue {
        ["message": .string(message), "location": location?.json ?? .null]
    }
}
