package import Diagnostics

extension AssemblyProblem {
    /// The problem in its file format, version 1.
    ///
    /// Keys stand in a fixed order, names of measures and resources in ascending order, lists as
    /// they are. What has its default is left out. Decoding gives the same problem.
    package var json: JSONValue {
        var members = JSONMembers()
        members.add("format", .string(Self.format))
        members.add("currency", .string(currency))
        members.add("providers", providers.map(\.json))
        if let providerLimit {
            var limit = JSONMembers()
            limit.add("min", providerLimit.min)
            limit.add("max", providerLimit.max)
            members.add("providerLimit", limit.value)
        }
        members.add("sites", sites.map(\.json))
        members.add("tooClose", tooClose.map { JSONMembers.rule($0.id, "sites", $0.sites) })
        members.add("enclaves", enclaves.map(\.json))
        members.add("staffPools", staffPools.map(\.json))
        members.add("demands", demands.map(\.json))
        members.add("charges", charges.map(\.json))
        members.add("colocate", colocate.map { JSONMembers.rule($0.id, "demands", $0.demands) })
        members.add("requires", requires.map(\.json))
        members.add("excludes", excludes.map { JSONMembers.rule($0.id, "options", $0.options) })
        members.add("discounts", discounts.map(\.json))
        members.add("limits", limits.map(\.json))
        return members.value
    }
}

/// Gathers the members of a JSON object; what is empty or absent is left out.
struct JSONMembers {
    private var members: [(key: String, value: JSONValue)] = []

    var value: JSONValue { .object(members) }

    mutating func add(_ key: String, _ value: JSONValue) {
        members.append((key, value))
    }

    mutating func add(_ key: String, _ number: Int64?) {
        if let number { add(key, .integer(number)) }
    }

    mutating func add(_ key: String, _ list: [JSONValue]) {
        if !list.isEmpty { add(key, .array(list)) }
    }

    mutating func add(_ key: String, _ texts: [String]) {
        add(key, texts.map { JSONValue.string($0) })
    }

    mutating func add(_ key: String, _ units: [String: Int64]) {
        if !units.isEmpty { add(key, Self.sorted(units)) }
    }

    mutating func addCost(_ key: String, _ cost: Int64) {
        if cost != 0 { add(key, .integer(cost)) }
    }

    static func sorted(_ units: [String: Int64]) -> JSONValue {
        .object(units.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.integer($0.value)) })
    }

    static func rule(_ id: String?, _ key: String, _ texts: [String]) -> JSONValue {
        var rule = JSONMembers()
        if let id { rule.add("id", .string(id)) }
        rule.add(key, .array(texts.map { JSONValue.string($0) }))
        return rule.value
    }
}
