package import Quantities

/// The cheapest mix of terms bought and of use without a term, for whole units over a contract.
///
/// Every unit of every month is covered: by a term that was bought and still runs, or without one
/// at that month's price; terms may overlap where two of them cost less than one and single months.
/// Terms need not match the contract; one that runs on past its end is paid in full, and only
/// bought where that is allowed.
///
/// The mix is proved cheapest. Months are nodes on a line, terms and single months are arcs over
/// it, and every unit walks from the first month to the last: a flow of least cost, found by
/// shortest paths, so there is nothing to branch on and nothing to round.
package struct PlanMix: Sendable, Hashable {
    /// Terms of one kind that begin together.
    package struct Purchase: Sendable, Hashable {
        /// Which of the offers, from 0.
        package let offer: Int
        /// Month of the contract in which the terms begin, from 0.
        package let start: Int
        /// How many.
        package let units: Int64
        /// Months for which they run on after the contract.
        package let monthsBeyond: Int
    }

    /// By month, then offer.
    package let purchases: [Purchase]
    /// Units of each month without a term.
    package let onDemand: [Int64]
    /// Cost of the mix.
    package let total: UnroundedMoney
    /// Cost of the same use without any term.
    package let allOnDemand: UnroundedMoney

    /// What the terms save; 0 or more.
    package var saved: UnroundedMoney {
        get throws { try allOnDemand.subtracting(total) }
    }

    /// Finds the cheapest mix.
    ///
    /// - Parameters:
    ///   - units: Whole units in use in each month, 0 or more; 1 to 600 months.
    ///   - onDemand: Price of one unit in each month without a term.
    ///   - offers: Terms that can be bought in any month, at most 50.
    ///   - mayRunBeyond: Whether a term may run on past the last month.
    /// - Throws: `PricingError.invalidMix` for months, units or prices out of range,
    ///   `PricingError.mixedCurrencies`; `QuantityError.overflow`.
    /// - Complexity: A shortest path over months × offers for each change of the way; the changes
    ///   are few, since a path takes as many units as it can carry.
    package static func cheapest(
        units: [Int64], onDemand: [UnroundedMoney], offers: [CommitmentOffer],
        mayRunBeyond: Bool = false
    ) throws -> PlanMix {
        guard (1...600).contains(units.count), units.count == onDemand.count, offers.count <= 50,
            units.allSatisfy({ $0 >= 0 }), onDemand.allSatisfy({ !$0.amount.isNegative }),
            let currency = onDemand.first?.currency
        else { throw PricingError.invalidMix }
        for other in onDemand.map(\.currency) + offers.map(\.upfront.currency)
        where other != currency {
            throw PricingError.mixedCurrencies(other, currency)
        }
        var network = try PlanNetwork(
            units: units, onDemand: onDemand.map(\.amount), offers: offers,
            mayRunBeyond: mayRunBeyond)
        try network.fill()
        var total = ExactRatio.zero
        var all = ExactRatio.zero
        for (month, price) in onDemand.enumerated() {
            let used = network.singles[month]
            total = try total.adding(price.amount.multiplied(by: ExactRatio(used)))
            all = try all.adding(price.amount.multiplied(by: ExactRatio(units[month])))
        }
        let purchases = network.purchases(offers, months: units.count)
        for purchase in purchases {
            let cost = try offers[purchase.offer].termCost.amount
            total = try total.adding(cost.multiplied(by: ExactRatio(purchase.units)))
        }
        return PlanMix(
            purchases: purchases, onDemand: network.singles,
            total: UnroundedMoney(amount: total, currency: currency),
            allOnDemand: UnroundedMoney(amount: all, currency: currency))
    }
}

/// The line of months with its arcs.
private struct PlanNetwork {
    /// What an arc stands for.
    enum Kind: Equatable {
        /// A unit of the month that is not in use.
        case idle
        /// A month that is covered once more than it needs: terms may overlap where that is
        /// cheaper.
        case overlap
        /// A unit of the month without a term.
        case single
        /// A term.
        case term(offer: Int)
    }

    struct Arc {
        let kind: Kind
        let from: Int
        let to: Int
        let cost: ExactRatio
        /// Units that it may carry.
        let capacity: Int64
        var flow: Int64 = 0
    }

    private var arcs: [Arc] = []
    /// Arcs that begin at each node, then those that end there.
    private var leaving: [[Int]]
    private var arriving: [[Int]]
    private let most: Int64
    private let months: Int

    init(
        units: [Int64], onDemand: [ExactRatio], offers: [CommitmentOffer], mayRunBeyond: Bool
    ) throws {
        months = units.count
        most = units.max() ?? 0
        leaving = Array(repeating: [], count: units.count + 1)
        arriving = Array(repeating: [], count: units.count + 1)
        let costs = try offers.map { try $0.termCost.amount }
        for month in units.indices {
            add(
                Arc(
                    kind: .overlap, from: month + 1, to: month, cost: .zero,
                    capacity: Int64.max / 4))
            add(
                Arc(
                    kind: .idle, from: month, to: month + 1, cost: .zero,
                    capacity: most - units[month]))
            add(
                Arc(
                    kind: .single, from: month, to: month + 1, cost: onDemand[month],
                    capacity: most))
            for (number, offer) in offers.enumerated() {
                let end = month + offer.months
                guard end <= months || mayRunBeyond else { continue }
                add(
                    Arc(
                        kind: .term(offer: number), from: month, to: min(end, months),
                        cost: costs[number], capacity: most))
            }
        }
    }

    private mutating func add(_ arc: Arc) {
        guard arc.capacity > 0 else { return }
        leaving[arc.from].append(arcs.count)
        arriving[arc.to].append(arcs.count)
        arcs.append(arc)
    }

    /// Units of each month without a term.
    var singles: [Int64] {
        var singles = [Int64](repeating: 0, count: months)
        for arc in arcs where arc.kind == .single { singles[arc.from] += arc.flow }
        return singles
    }

    func purchases(_ offers: [CommitmentOffer], months: Int) -> [PlanMix.Purchase] {
        arcs.compactMap { arc in
            guard case .term(let offer) = arc.kind, arc.flow > 0 else { return nil }
            return PlanMix.Purchase(
                offer: offer, start: arc.from, units: arc.flow,
                monthsBeyond: max(0, arc.from + offers[offer].months - months))
        }
    }

    /// Sends every unit from the first month to the end, each time along a path of least cost.
    mutating func fill() throws {
        var sent: Int64 = 0
        var potential = [ExactRatio](repeating: .zero, count: months + 1)
        while sent < most {
            guard let path = try shortestPath(&potential) else {
                preconditionFailure("every month can be had without a term")
            }
            var amount = most - sent
            for step in path {
                amount = min(
                    amount,
                    step.isForward
                        ? arcs[step.arc].capacity - arcs[step.arc].flow : arcs[step.arc].flow)
            }
            for step in path { arcs[step.arc].flow += step.isForward ? amount : -amount }
            sent += amount
        }
    }

    private struct Step {
        let arc: Int
        let isForward: Bool
    }

    /// Dijkstra's method on costs reduced by potentials, which keeps them at 0 or above.
    private func shortestPath(_ potential: inout [ExactRatio]) throws -> [Step]? {
        var distance = [ExactRatio?](repeating: nil, count: months + 1)
        var reached: [(step: Step, from: Int)?] = Array(repeating: nil, count: months + 1)
        var isSettled = [Bool](repeating: false, count: months + 1)
        distance[0] = .zero
        while let node = nearest(distance, isSettled) {
            isSettled[node] = true
            guard let base = distance[node] else { break }
            for (arc, other, cost, isForward) in usable(at: node) {
                guard !isSettled[other] else { continue }
                let reduced = try cost.adding(potential[node]).subtracting(potential[other])
                let length = try base.adding(reduced)
                if let known = distance[other], known <= length { continue }
                distance[other] = length
                reached[other] = (Step(arc: arc, isForward: isForward), node)
            }
        }
        for node in potential.indices {
            if let length = distance[node] { potential[node] = try potential[node].adding(length) }
        }
        guard distance[months] != nil else { return nil }
        var path: [Step] = []
        var node = months
        while node != 0, let (step, from) = reached[node] {
            path.append(step)
            node = from
        }
        return path
    }

    private func nearest(_ distance: [ExactRatio?], _ isSettled: [Bool]) -> Int? {
        var best: (node: Int, length: ExactRatio)?
        for (node, length) in distance.enumerated() where !isSettled[node] {
            guard let length else { continue }
            if let known = best, known.length <= length { continue }
            best = (node, length)
        }
        return best?.node
    }

    /// Arcs with room at a node, those against the flow too, with where they lead and their cost.
    private func usable(at node: Int) -> [(Int, Int, ExactRatio, Bool)] {
        let forward = leaving[node].filter { arcs[$0].flow < arcs[$0].capacity }
            .map { ($0, arcs[$0].to, arcs[$0].cost, true) }
        let back = arriving[node].filter { arcs[$0].flow > 0 }
            .map { ($0, arcs[$0].from, arcs[$0].cost.negated(), false) }
        return forward + back
    }
}
