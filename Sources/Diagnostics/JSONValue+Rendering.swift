extension JSONValue {
    /// Returns the document as text: the same value always gives the same bytes.
    ///
    /// - Parameter indented: Two spaces a level and one member a line; otherwise no white space at
    ///   all. Neither form ends in a line end.
    package func rendered(indented: Bool) -> String {
        var output = ""
        write(to: &output, indentation: indented ? 0 : nil)
        return output
    }

    private func write(to output: inout String, indentation: Int?) {
        switch self {
        case .object(let members):
            let inner = indentation.map { $0 + 1 }
            Self.writeList(members, in: ("{", "}"), to: &output, indentation: indentation) {
                (member: (key: String, value: JSONValue), output: inout String) in
                Self.writeQuoted(member.key, to: &output)
                output += indentation == nil ? ":" : ": "
                member.value.write(to: &output, indentation: inner)
            }
        case .array(let elements):
            let inner = indentation.map { $0 + 1 }
            Self.writeList(elements, in: ("[", "]"), to: &output, indentation: indentation) {
                (element: JSONValue, output: inout String) in
                element.write(to: &output, indentation: inner)
            }
        case .string(let text): Self.writeQuoted(text, to: &output)
        case .integer(let number): output += String(number)
        case .bool(let truth): output += truth ? "true" : "false"
        case .null: output += "null"
        }
    }

    private static func writeList<Element>(
        _ elements: [Element], in brackets: (open: String, close: String),
        to output: inout String, indentation: Int?,
        write: (Element, inout String) -> Void
    ) {
        output += brackets.open
        for (index, element) in elements.enumerated() {
            if index > 0 { output += "," }
            if let indentation { startLine(indentation + 1, of: &output) }
            write(element, &output)
        }
        if let indentation, !elements.isEmpty { startLine(indentation, of: &output) }
        output += brackets.close
    }

    private static func startLine(_ indentation: Int, of output: inout String) {
        output += "\n"
        output += String(repeating: "  ", count: indentation)
    }

    /// Writes a JSON string; characters that a terminal would obey or hide are written as escapes.
    private static func writeQuoted(_ text: String, to output: inout String) {
        output += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case _ where DisplayText.isHidden(scalar):
                for unit in String(scalar).utf16 { output += "\\u" + DisplayText.hex(unit) }
            default: output.unicodeScalars.append(scalar)
            }
        }
        output += "\""
    }
}
