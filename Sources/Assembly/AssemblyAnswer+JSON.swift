package import Diagnostics

extension AssemblyAnswer {
    /// The answer as the problem format writes it: the same bytes for the same answer.
    package var json: JSONValue {
        [
            "status": .string(status.rawValue),
            "totalE4": .integer(totalE4),
            "lowerBoundE4": .integer(lowerBoundE4),
            "options": .array(options.map { JSONValue.string($0) }),
            "modules": Self.sorted(modules),
            "heads": Self.sorted(heads),
            "conflict": .array(
                conflict.map { ["kind": .string($0.kind.rawValue), "id": .string($0.id)] }),
        ]
    }

    private static func sorted(_ counts: [String: [String: Int64]]) -> JSONValue {
        .object(counts.sorted { $0.key < $1.key }.map { ($0.key, JSONMembers.sorted($0.value)) })
    }
}
