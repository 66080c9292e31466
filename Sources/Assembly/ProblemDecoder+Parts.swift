import LocatedInput
import Quantities

extension ProblemDecoder {
    mutating func problem(_ reader: inout FieldReader) -> AssemblyProblem {
        var problem = AssemblyProblem(currency: currency(&reader))
        problem.providers = elements(&reader, "providers", "provider") { $0.provider(&$1) }
        if let value = reader.child("providerLimit") {
            problem.providerLimit = providerLimit(value)
        }
        problem.sites = elements(&reader, "sites", "site") { $0.site(&$1) }
        problem.tooClose = elements(&reader, "tooClose", "rule") { decoder, reader in
            let id = decoder.optionalText(&reader, "id")
            return .init(id: id, sites: decoder.texts(&reader, "sites"))
        }
        problem.enclaves = elements(&reader, "enclaves", "enclave") { $0.enclave(&$1) }
        problem.staffPools = elements(&reader, "staffPools", "staff pool") { $0.pool(&$1) }
        problem.demands = elements(&reader, "demands", "demand") { $0.demand(&$1) }
        readRules(&reader, &problem)
        problem.discounts = elements(&reader, "discounts", "discount") { $0.discount(&$1) }
        problem.limits = elements(&reader, "limits", "limit") { decoder, reader in
            AssemblyProblem.Limit(
                id: decoder.text(&reader, "id"), measure: decoder.text(&reader, "measure"),
                min: decoder.optionalNumber(&reader, "min"),
                max: decoder.optionalNumber(&reader, "max"))
        }
        return problem
    }

    private mutating func currency(_ reader: inout FieldReader) -> String {
        guard let currency = reader.required("currency", as: Currency.self) else {
            fail()
            return ""
        }
        return currency.value.code
    }

    private mutating func provider(_ reader: inout FieldReader) -> AssemblyProblem.Provider {
        AssemblyProblem.Provider(
            id: text(&reader, "id"), openingCost: optionalNumber(&reader, "openingCost") ?? 0,
            counts: flag(&reader, "counts", default: true))
    }

    private mutating func providerLimit(_ value: LocatedValue) -> AssemblyProblem.ProviderLimit? {
        guard var reader = FieldReader(value, "provider limit", collector) else {
            fail()
            return nil
        }
        let limit = AssemblyProblem.ProviderLimit(
            min: optionalNumber(&reader, "min"), max: optionalNumber(&reader, "max"))
        reader.finish()
        return limit
    }

    private mutating func site(_ reader: inout FieldReader) -> AssemblyProblem.Site {
        AssemblyProblem.Site(
            id: text(&reader, "id"), provider: text(&reader, "provider"),
            openingCost: optionalNumber(&reader, "openingCost") ?? 0,
            capacity: units(&reader, "capacity"))
    }

    private mutating func enclave(_ reader: inout FieldReader) -> AssemblyProblem.Enclave {
        AssemblyProblem.Enclave(
            id: text(&reader, "id"), minSites: optionalNumber(&reader, "minSites"),
            maxSites: optionalNumber(&reader, "maxSites"),
            places: elements(&reader, "sites", "place") { $0.place(&$1) })
    }

    private mutating func place(_ reader: inout FieldReader) -> AssemblyProblem.Place {
        AssemblyProblem.Place(
            site: text(&reader, "site"),
            openingCost: optionalNumber(&reader, "openingCost") ?? 0,
            measures: units(&reader, "measures"),
            posts: elements(&reader, "posts", "post") { decoder, reader in
                AssemblyProblem.Post(
                    pool: decoder.text(&reader, "pool"), level: decoder.text(&reader, "level"),
                    milliFTE: decoder.number(&reader, "milliFTE"))
            },
            modules: elements(&reader, "modules", "module") { decoder, reader in
                AssemblyProblem.Module(
                    id: decoder.text(&reader, "id"), cost: decoder.number(&reader, "cost"),
                    max: decoder.number(&reader, "max"),
                    provides: decoder.units(&reader, "provides"),
                    measures: decoder.units(&reader, "measures"))
            })
    }

    private mutating func pool(_ reader: inout FieldReader) -> AssemblyProblem.StaffPool {
        AssemblyProblem.StaffPool(
            id: text(&reader, "id"),
            levels: elements(&reader, "levels", "level") { decoder, reader in
                AssemblyProblem.StaffLevel(
                    id: decoder.text(&reader, "id"),
                    headCost: decoder.number(&reader, "headCost"),
                    available: decoder.number(&reader, "available"),
                    measures: decoder.units(&reader, "measures"))
            })
    }

    private mutating func demand(_ reader: inout FieldReader) -> AssemblyProblem.Demand {
        AssemblyProblem.Demand(
            id: text(&reader, "id"), enclave: text(&reader, "enclave"),
            replicas: optionalNumber(&reader, "replicas") ?? 1,
            options: elements(&reader, "options", "option") { decoder, reader in
                AssemblyProblem.Option(
                    id: decoder.text(&reader, "id"), site: decoder.text(&reader, "site"),
                    cost: decoder.number(&reader, "cost"), uses: decoder.units(&reader, "uses"),
                    measures: decoder.units(&reader, "measures"))
            })
    }

    private mutating func readRules(
        _ reader: inout FieldReader, _ problem: inout AssemblyProblem
    ) {
        problem.charges = elements(&reader, "charges", "charge") { decoder, reader in
            AssemblyProblem.Charge(
                id: decoder.text(&reader, "id"), cost: decoder.number(&reader, "cost"),
                anyOf: decoder.texts(&reader, "anyOf"),
                measures: decoder.units(&reader, "measures"))
        }
        problem.colocate = elements(&reader, "colocate", "rule") { decoder, reader in
            let id = decoder.optionalText(&reader, "id")
            return .init(id: id, demands: decoder.texts(&reader, "demands"))
        }
        problem.requires = elements(&reader, "requires", "rule") { decoder, reader in
            AssemblyProblem.RequiresRule(
                id: decoder.optionalText(&reader, "id"), option: decoder.text(&reader, "option"),
                anyOf: decoder.texts(&reader, "anyOf"))
        }
        problem.excludes = elements(&reader, "excludes", "rule") { decoder, reader in
            let id = decoder.optionalText(&reader, "id")
            return .init(id: id, options: decoder.texts(&reader, "options"))
        }
    }

    private mutating func discount(_ reader: inout FieldReader) -> AssemblyProblem.Discount {
        AssemblyProblem.Discount(
            id: text(&reader, "id"), measure: text(&reader, "measure"), mode: mode(&reader),
            tiers: elements(&reader, "tiers", "tier") { decoder, reader in
                AssemblyProblem.Discount.Tier(
                    from: decoder.number(&reader, "from"),
                    basisPoints: decoder.number(&reader, "basisPoints"))
            },
            reduces: texts(&reader, "reduces"))
    }

    private mutating func mode(_ reader: inout FieldReader) -> AssemblyProblem.Discount.Mode {
        guard let mode = reader.required("mode", as: AssemblyProblem.Discount.Mode.self) else {
            fail()
            return .graduated
        }
        return mode.value
    }
}

extension AssemblyProblem.Discount.Mode: InputVocabulary {}
