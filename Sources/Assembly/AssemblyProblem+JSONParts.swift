import Diagnostics

extension AssemblyProblem.Provider {
    var json: JSONValue {
        var members = JSONMembers()
        members.add("id", .string(id))
        members.addCost("openingCost", openingCost)
        if !counts { members.add("counts", .bool(false)) }
        return members.value
    }
}

extension AssemblyProblem.Site {
    var json: JSONValue {
        var members = JSONMembers()
        members.add("id", .string(id))
        members.add("provider", .string(provider))
        members.addCost("openingCost", openingCost)
        members.add("capacity", capacity)
        return members.value
    }
}

extension AssemblyProblem.Enclave {
    var json: JSONValue {
        var members = JSONMembers()
        members.add("id", .string(id))
        members.add("minSites", minSites)
        members.add("maxSites", maxSites)
        members.add("sites", places.map(\.json))
        return members.value
    }
}

extension AssemblyProblem.Place {
    var json: JSONValue {
        var members = JSONMembers()
        members.add("site", .string(site))
        members.addCost("openingCost", openingCost)
        members.add("measures", measures)
        members.add(
            "posts",
            posts.map { post in
                [
                    "pool": .string(post.pool), "level": .string(post.level),
                    "milliFTE": .integer(post.milliFTE),
                ]
            })
        members.add("modules", modules.map(\.json))
        return members.value
    }
}

extension AssemblyProblem.Module {
    var json: JSONValue {
        var members = JSONMembers()
        members.add("id", .string(id))
        members.add("cost", .integer(cost))
        members.add("max", .integer(max))
        members.add("provides", JSONMembers.sorted(provides))
        members.add("measures", measures)
        return members.value
    }
}

extension AssemblyProblem.StaffPool {
    var json: JSONValue {
        var members = JSONMembers()
        members.add("id", .string(id))
        members.add("levels", levels.map(\.json))
        return members.value
    }
}

extension AssemblyProblem.StaffLevel {
    var json: JSONValue {
        var members = JSONMembers()
        members.add("id", .string(id))
        members.add("headCost", .integer(headCost))
        members.add("available", .integer(available))
        members.add("measures", measures)
        return members.value
    }
}

extension AssemblyProblem.Demand {
    var json: JSONValue {
        var members = JSONMembers()
        members.add("id", .string(id))
        members.add("enclave", .string(enclave))
        if replicas != 1 { members.add("replicas", .integer(replicas)) }
        members.add("options", .array(options.map(\.json)))
        return members.value
    }
}

extension AssemblyProblem.Option {
    var json: JSONValue {
        var members = JSONMembers()
        members.add("id", .string(id))
        members.add("site", .string(site))
        members.add("cost", .integer(cost))
        members.add("uses", uses)
        members.add("measures", measures)
        return members.value
    }
}

extension AssemblyProblem.Charge {
    var json: JSONValue {
        var members = JSONMembers()
        members.add("id", .string(id))
        members.add("cost", .integer(cost))
        members.add("anyOf", .array(anyOf.map { JSONValue.string($0) }))
        members.add("measures", measures)
        return members.value
    }
}

extension AssemblyProblem.RequiresRule {
    var json: JSONValue {
        var members = JSONMembers()
        if let id { members.add("id", .string(id)) }
        members.add("option", .string(option))
        members.add("anyOf", .array(anyOf.map { JSONValue.string($0) }))
        return members.value
    }
}

extension AssemblyProblem.Discount {
    var json: JSONValue {
        var members = JSONMembers()
        members.add("id", .string(id))
        members.add("measure", .string(measure))
        members.add("mode", .string(mode.rawValue))
        members.add(
            "tiers",
            tiers.map { ["from": .integer($0.from), "basisPoints": .integer($0.basisPoints)] })
        members.add("reduces", reduces)
        return members.value
    }
}

extension AssemblyProblem.Limit {
    var json: JSONValue {
        var members = JSONMembers()
        members.add("id", .string(id))
        members.add("measure", .string(measure))
        members.add("min", min)
        members.add("max", max)
        return members.value
    }
}
