extension ProblemCompiler {
    /// Lays out all columns but the amounts, and the lists between them.
    mutating func compileStructure() {
        siteIndex = Self.index(sites.map(\.id))
        demandIndex = Self.index(demands.map(\.id))
        let enclaveIndex = Self.index(enclaves.map(\.id))
        listPlaces()
        listOptions(enclaveIndex)
        addPlaceColumns()
        addSiteAndProviderColumns()
        addChargeColumns()
        addModuleColumns()
        addHeadColumns()
        result.layout.amounts = result.costE4.count
        for enclave in enclaves.indices {
            let own = places.indices.filter { places[$0].enclave == enclave }
            let start = own.first ?? 0
            let placed = demands.indices.filter { demands[$0].enclave == enclaves[enclave].id }
            let minSites = Int(enclaves[enclave].minSites ?? 0)
            result.enclaves.append(
                CompiledProblem.Enclave(
                    places: start..<(start + own.count), minSites: minSites,
                    maxSites: Int(enclaves[enclave].maxSites ?? Int64(own.count)),
                    leastSites: placed.reduce(minSites) { max($0, result.demands[$1].replicas) },
                    demands: placed))
        }
    }

    private mutating func listPlaces() {
        for (index, enclave) in enclaves.enumerated() {
            for place in enclave.places.sorted(by: { $0.site < $1.site }) {
                placeIndex[[index, siteIndex[place.site] ?? -1]] = places.count
                places.append((index, place))
            }
        }
    }

    private mutating func listOptions(_ enclaveIndex: [String: Int]) {
        for (index, demand) in demands.enumerated() {
            let enclave = enclaveIndex[demand.enclave] ?? 0
            let start = options.count
            for option in demand.options.sorted(by: { $0.id < $1.id }) {
                optionIndex[option.id] = options.count
                let place = placeIndex[[enclave, siteIndex[option.site] ?? -1]] ?? -1
                result.optionPlace.append(place)
                result.optionDemand.append(index)
                result.optionIDs.append(option.id)
                addColumn(cost: option.cost, upper: place < 0 || demand.replicas == 0 ? 0 : 1)
                options.append(option)
            }
            result.demands.append(
                CompiledProblem.Demand(
                    replicas: Int(clamping: demand.replicas), options: start..<options.count,
                    enclave: enclave, group: index))
        }
    }

    private mutating func addPlaceColumns() {
        result.layout.places = options.count
        var optionsAt: [[Int]] = Array(repeating: [], count: places.count)
        for (option, place) in result.optionPlace.enumerated() where place >= 0 {
            optionsAt[place].append(option)
        }
        let poolIndex = Self.index(pools.map(\.id))
        for (index, entry) in places.enumerated() {
            let start = modules.count
            for module in entry.place.modules.sorted(by: { $0.id < $1.id }) {
                modules.append((index, module))
            }
            let posts = entry.place.posts.map { (post: AssemblyProblem.Post) in
                let pool = poolIndex[post.pool] ?? 0
                let level = pools[pool].levels.firstIndex { $0.id == post.level } ?? 0
                return CompiledProblem.Post(pool: pool, level: level, milliFTE: post.milliFTE)
            }
            result.places.append(
                CompiledProblem.Place(
                    enclave: entry.enclave, site: siteIndex[entry.place.site] ?? 0,
                    options: optionsAt[index], modules: start..<modules.count, posts: posts,
                    key: "\(enclaves[entry.enclave].id)/\(entry.place.site)"))
            addColumn(cost: entry.place.openingCost, upper: 1)
        }
    }

    private mutating func addSiteAndProviderColumns() {
        let providerIndex = Self.index(providers.map(\.id))
        result.layout.sites = result.costE4.count
        for (index, site) in sites.enumerated() {
            result.sites.append(
                CompiledProblem.Site(
                    provider: providerIndex[site.provider] ?? 0,
                    places: places.indices.filter { result.places[$0].site == index }))
            addColumn(cost: site.openingCost, upper: 1)
        }
        result.layout.providers = result.costE4.count
        for (index, provider) in providers.enumerated() {
            result.providers.append(
                CompiledProblem.Provider(
                    sites: sites.indices.filter { result.sites[$0].provider == index },
                    counts: provider.counts))
            addColumn(cost: provider.openingCost, upper: 1)
        }
        result.providerMin = Int(clamping: problem.providerLimit?.min ?? 0)
        result.providerMax = Int(clamping: problem.providerLimit?.max ?? Int64.max)
        result.tooClose = Array(repeating: [], count: sites.count)
        for rule in problem.tooClose {
            guard let first = siteIndex[rule.sites[0]], let second = siteIndex[rule.sites[1]] else {
                continue
            }
            result.tooClose[first].append(second)
            result.tooClose[second].append(first)
        }
    }

    private mutating func addChargeColumns() {
        result.layout.charges = result.costE4.count
        result.optionCharges = Array(repeating: [], count: options.count)
        for (index, charge) in charges.enumerated() {
            let triggers = Set(charge.anyOf.compactMap { optionIndex[$0] }).sorted()
            for option in triggers { result.optionCharges[option].append(index) }
            result.charges.append(triggers)
            addColumn(cost: charge.cost, upper: 1)
        }
    }

    private mutating func addModuleColumns() {
        result.layout.modules = result.costE4.count
        for entry in modules { addColumn(cost: entry.module.cost, upper: entry.module.max) }
    }

    private mutating func addHeadColumns() {
        result.layout.heads = result.costE4.count
        for pool in pools {
            levels += pool.levels
            for level in pool.levels { addColumn(cost: level.headCost, upper: level.available) }
        }
    }
}
