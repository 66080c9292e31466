package import Diagnostics
import LocatedInput

/// A field of a fact, as written.
package struct FactField: Sendable, Hashable {
    /// Key or column.
    package let key: String
    /// What is written there.
    package let value: FactValue
    /// Where.
    package let location: SourceLocation
}

/// The value of a field, not typed: numbers and dates stay text.
package indirect enum FactValue: Sendable, Hashable {
    /// One text.
    case text(String)
    /// Elements in order; of a cell, what stands between its semicolons.
    case list([FactValue])
    /// Fields of a nested mapping.
    case fields([FactField])

    /// Every text in the value, in order.
    package var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .list(let elements): elements.flatMap(\.texts)
        case .fields(let fields): fields.flatMap(\.value.texts)
        }
    }

    /// Paths to the texts below `key`: keys joined by dots, positions in lists left out.
    fileprivate func paths(below key: String) -> [String] {
        switch self {
        case .text: [key]
        case .list(let elements):
            elements.isEmpty ? [key] : elements.flatMap { $0.paths(below: key) }
        case .fields(let fields): fields.flatMap { $0.value.paths(below: key + "." + $0.key) }
        }
    }

    fileprivate func texts(at path: ArraySlice<Substring>) -> [String] {
        switch self {
        case .text(let text): path.isEmpty ? [text] : []
        case .list(let elements): elements.flatMap { $0.texts(at: path) }
        case .fields(let fields):
            if let key = path.first {
                fields.filter { $0.key == key }.flatMap { $0.value.texts(at: path.dropFirst()) }
            } else {
                texts
            }
        }
    }
}

extension CatalogFact {
    /// Fields that say something, in the order of the file; facts nested in this one are left out.
    package var fields: [FactField] {
        (record.entries ?? []).compactMap { entry in
            guard !nestedKeys.contains(entry.key), let value = value(entry) else { return nil }
            return FactField(key: entry.key, value: value, location: entry.value.location)
        }
    }

    /// Returns the texts at a path: a key, or keys of nested mappings joined by dots.
    ///
    /// `id`, `kind`, `name`, `owner`, `provider`, `country`, `framework`, `layer` and `file` are
    /// known of every fact that has them, whether or not they are written in its record; `applied`
    /// of every rule.
    package func texts(at path: String) -> [String] {
        let keys = path.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = keys.first else { return [] }
        if let entry = (record.entries ?? []).first(where: { $0.key == first }),
            !nestedKeys.contains(entry.key), let value = value(entry)
        {
            let found = value.texts(at: keys.dropFirst())
            if !found.isEmpty { return found }
        }
        return knownOfAll(path)
    }

    /// Paths of all fields, in the order of the file, each once; of a row, empty cells too.
    package var paths: [String] {
        var paths: [String] = []
        for entry in record.entries ?? [] where !nestedKeys.contains(entry.key) {
            let found = value(entry).map { $0.paths(below: entry.key) } ?? [entry.key]
            for path in found where !paths.contains(path) { paths.append(path) }
        }
        return paths
    }

    /// Paths that every fact knows beside its fields.
    package static let pathsOfAll = ["id", "kind", "name", "file", "layer"]

    /// Documents that the fact rests on, one by one.
    package var sources: [String] {
        texts(at: "source").flatMap { Self.parts(of: $0, at: " ; ") }
    }

    private func knownOfAll(_ path: String) -> [String] {
        switch path {
        case "id": [id]
        case "kind": [kind.rawValue]
        case "name": name.isEmpty ? [] : [name]
        case "file": ["\(location.path):\(location.line)"]
        case "layer": ["\(layer)"]
        case "applied": isApplied.map { ["\($0)"] } ?? []
        case "owner", "provider", "framework", "country":
            path == kind.holder ? [context].compactMap { $0 } : []
        default: []
        }
    }

    private func value(_ entry: LocatedEntry) -> FactValue? {
        guard isRow, let text = entry.value.text, Self.listColumns.contains(entry.key) else {
            return Self.value(entry.value)
        }
        guard text.utf8.contains(UInt8(ascii: ";")) else { return .list([.text(text)]) }
        return .list(Self.parts(of: text, at: ";").map { .text($0) })
    }

    private static func value(_ value: LocatedValue) -> FactValue? {
        switch value.content {
        case .null: nil
        case .scalar(let text, _): .text(text)
        case .sequence(let elements): .list(elements.compactMap { Self.value($0) })
        case .mapping(let entries):
            .fields(
                entries.compactMap { entry in
                    Self.value(entry.value).map {
                        FactField(key: entry.key, value: $0, location: entry.value.location)
                    }
                })
        }
    }

    /// Columns whose cells are lists.
    private static let listColumns: Set<String> = [
        "aliases", "attributes", "covers", "deliveryModels", "electronicUpTo", "levels", "parties",
        "provides", "requires", "services", "sites", "unverified", "upTo",
    ]

    /// Splits a text without leaving blanks or empty parts.
    static func parts(of text: String, at separator: String) -> [String] {
        text.split(separator: separator).map(trimmed).filter { !$0.isEmpty }
    }

    /// A text without the blanks around it.
    static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
