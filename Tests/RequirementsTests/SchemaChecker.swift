import Diagnostics
import LocatedInput

/// Checks a document against the part of JSON Schema, draft 2020-12, that the requirement's schema
/// uses. A keyword that it does not know is a mistake of the schema, so that none is passed over.
struct SchemaChecker {
    let root: LocatedValue

    private static let silent: Set = ["description", "title", "$schema", "$defs", "then", "else"]

    /// Lists what is wrong with `value`, as `line:column what`.
    func mistakes(in value: LocatedValue) -> [String] {
        check(value, root).map { "\(value.location.path):\($0)" }.sorted()
    }

    private func check(_ value: LocatedValue, _ schema: LocatedValue) -> [String] {
        let place = "\(value.location.line):\(value.location.column)"
        if schema.text == "false" { return ["\(place) is not allowed here"] }
        return (schema.entries ?? []).flatMap { keyword in
            check(value, keyword.key, keyword.value, schema, place)
        }
    }

    private func check(
        _ value: LocatedValue, _ keyword: String, _ argument: LocatedValue, _ schema: LocatedValue,
        _ place: String
    ) -> [String] {
        let words = argument.elements ?? []
        switch keyword {
        case _ where Self.silent.contains(keyword): return []
        case "$ref": return check(value, definition(argument.text ?? ""))
        case "type", "const", "enum", "pattern", "minimum", "maximum", "minLength", "minItems":
            return admits(value, keyword, argument) ? [] : ["\(place) fails \(keyword)"]
        case "required":
            return words.compactMap(\.text).filter { value[$0] == nil }.map {
                "\(place) lacks '\($0)'"
            }
        case "properties": return properties(value, argument)
        case "additionalProperties": return unknownKeys(value, schema)
        case "items": return (value.elements ?? []).flatMap { check($0, argument) }
        case "anyOf":
            return words.contains { check(value, $0).isEmpty } ? [] : ["\(place) fails anyOf"]
        case "oneOf":
            let fits = words.count { check(value, $0).isEmpty }
            return fits == 1 ? [] : ["\(place) fits \(fits) of oneOf"]
        case "if":
            let branch = check(value, argument).isEmpty ? schema["then"] : schema["else"]
            return branch.map { check(value, $0) } ?? []
        default: return ["unknown keyword '\(keyword)'"]
        }
    }

    private func properties(_ value: LocatedValue, _ schemas: LocatedValue) -> [String] {
        (value.entries ?? []).flatMap { entry in
            schemas[entry.key].map { check(entry.value, $0) } ?? []
        }
    }

    private func unknownKeys(_ value: LocatedValue, _ schema: LocatedValue) -> [String] {
        (value.entries ?? []).filter { schema["properties"]?[$0.key] == nil }.map { entry in
            "\(entry.keyLocation.line):\(entry.keyLocation.column) unknown '\(entry.key)'"
        }
    }

    /// The schema that `#/$defs/name` refers to.
    func definition(_ reference: String) -> LocatedValue {
        let name = reference.split(separator: "/").last.map(String.init) ?? ""
        return root["$defs"]?[name] ?? LocatedValue(.null, at: root.location)
    }

    private func admits(
        _ value: LocatedValue, _ keyword: String, _ argument: LocatedValue
    ) -> Bool {
        let text = value.text ?? ""
        let bound = argument.text.flatMap { Int($0) } ?? 0
        switch keyword {
        case "type": return value.isOf(type: argument.text ?? "")
        case "const": return value.text == argument.text
        case "enum": return argument.elements?.contains { $0.text == value.text } ?? false
        case "minimum": return Int(text).map { bound <= $0 } ?? true
        case "maximum": return Int(text).map { $0 <= bound } ?? true
        case "minLength": return bound <= text.count
        case "minItems": return bound <= value.elements?.count ?? 0
        default:
            guard let pattern = argument.text, let regex = try? Regex(pattern) else { return false }
            return text.firstMatch(of: regex) != nil
        }
    }
}

extension LocatedValue {
    /// Tells the type as YAML 1.2 gives it: quoted scalars are strings.
    fileprivate func isOf(type: String) -> Bool {
        switch content {
        case .mapping: return type == "object"
        case .sequence: return type == "array"
        case .null: return type == "null"
        case .scalar(let text, let quoted):
            let plain: String
            switch text {
            case "true", "false": plain = "boolean"
            case _ where Int(text) != nil: plain = "integer"
            default: plain = "string"
            }
            return type == (quoted ? "string" : plain)
        }
    }
}
