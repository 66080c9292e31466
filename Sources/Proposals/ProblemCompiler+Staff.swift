import Assembly

/// Posts that are filled once, wherever their enclaves are, as parts of the problem.
///
/// A post of a place counts for each place that is used, so it would count twice where an enclave
/// uses two. A place of its own, with one demand that nothing else can serve, counts exactly once,
/// whatever is chosen. Its provider is not counted as a contract party, and it costs nothing but
/// its people. The names hold a slash, which no name of a requirement does.
enum PostsFilledOnce {
    static let id = "staff/once"

    /// Adds the place to a problem; where a post has no price, nothing can serve the demand.
    static func add(_ staff: StaffPlan, to problem: inout AssemblyProblem) {
        let seats = staff.seats.filter { $0.site == nil && $0.milliFTE > 0 }
        guard !seats.isEmpty else { return }
        let isPriced = seats.allSatisfy(staff.isPriced)
        problem.providers.append(AssemblyProblem.Provider(id: id, counts: false))
        problem.sites.append(AssemblyProblem.Site(id: id, provider: id))
        problem.enclaves.append(
            AssemblyProblem.Enclave(
                id: id,
                places: [
                    AssemblyProblem.Place(site: id, posts: isPriced ? staff.postsFilledOnce : [])
                ]))
        problem.demands.append(
            AssemblyProblem.Demand(
                id: id, enclave: id, replicas: 1,
                options: isPriced ? [AssemblyProblem.Option(id: id, site: id, cost: 0)] : []))
    }
}
