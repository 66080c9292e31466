/// Shares of people's time over posts: as much work as can be done, by the cheapest people.
///
/// A flow in whole thousandths of a head. Costs lie on people alone, so what people give is a
/// polymatroid: adding them in the order of their cost, and exchanging for the cheapest, is exact.
/// After a person comes, goes or may do less, only what that touches is searched again.
struct StaffFlow {
    /// Work of each post, in thousandths of a head.
    let demand: [Int64]
    /// Most that one person gives to a post: half of a seat that two people fill.
    let limit: [Int64]
    /// Work that is done.
    private(set) var filled: [Int64]
    /// What each person can give, in thousandths of a head.
    let capacity: [Int64]
    /// What a thousandth of each person costs; only the order matters.
    let cost: [Int64]
    /// What each person gives.
    private(set) var used: [Int64]

    /// People whose posts have changed since `takeTouched`.
    private var touched: Set<Int> = []
    /// Class of the posts that a person may fill; -1 for none.
    private var rowOf: [Int]
    private var rows: [PostSet]
    private var rowIndex: [PostSet: Int]
    private var work: [[Share]]
    /// People at each post, by their class, each in order.
    private var onPost: [[Int: [Int]]]
    /// Posts at which one person may give less than there is to do.
    private let limited: [Int]
    private let order: [Int]

    /// What a person gives to a post.
    struct Share: Hashable {
        let post: Int
        var amount: Int64
    }

    /// Creates a flow in which nobody works yet.
    init(demand: [Int64], limit: [Int64], capacity: [Int64], cost: [Int64]) {
        self.demand = demand
        self.limit = limit
        self.capacity = capacity
        self.cost = cost
        filled = demand.map { _ in 0 }
        used = capacity.map { _ in 0 }
        rowOf = capacity.map { _ in -1 }
        rows = []
        rowIndex = [:]
        work = capacity.map { _ in [] }
        onPost = demand.map { _ in [:] }
        // A limit above what anybody can give limits nobody.
        let most = capacity.max() ?? 0
        limited = demand.indices.filter { limit[$0] < min(demand[$0], most) }
        order = capacity.indices.sorted { (cost[$0], $0) < (cost[$1], $1) }
    }

    /// Posts at which work stays undone.
    var open: [Int] { demand.indices.filter { filled[$0] < demand[$0] } }

    /// What a person gives, by post.
    func shares(of person: Int) -> [Share] { work[person].sorted { $0.post < $1.post } }

    /// People whose posts have changed, in order; they count as unchanged from now on.
    mutating func takeTouched() -> [Int] {
        defer { touched = [] }
        return touched.sorted()
    }

    /// Says which posts a person may fill. What the person did before is free.
    ///
    /// - Returns: Whether that is something else than before.
    @discardableResult
    mutating func admit(_ person: Int, to posts: PostSet) -> Bool {
        let row = posts.isEmpty ? -1 : index(of: posts)
        guard rowOf[person] != row else { return false }
        for share in work[person] {
            filled[share.post] -= share.amount
            leave(share.post, person)
        }
        rowOf[person] = row
        if !work[person].isEmpty { touched.insert(person) }
        work[person] = []
        used[person] = 0
        return true
    }

    private mutating func leave(_ post: Int, _ person: Int) {
        guard let index = onPost[post][rowOf[person]]?.firstIndex(of: person) else { return }
        onPost[post][rowOf[person]]?.remove(at: index)
        if onPost[post][rowOf[person]]?.isEmpty ?? false { onPost[post][rowOf[person]] = nil }
    }

    private mutating func join(_ post: Int, _ person: Int) {
        var people = onPost[post][rowOf[person]] ?? []
        people.insert(person, at: people.firstIndex { $0 > person } ?? people.count)
        onPost[post][rowOf[person]] = people
    }

    /// People at a post, in order.
    private func people(at post: Int) -> [Int] { onPost[post].values.joined().sorted() }

    private mutating func index(of posts: PostSet) -> Int {
        if let known = rowIndex[posts] { return known }
        rows.append(posts)
        rowIndex[posts] = rows.count - 1
        return rows.count - 1
    }

    // MARK: - Filling

    /// Gives as much work as can be given, to the cheapest people who can do it.
    ///
    /// - Parameter arrived: People who have come or may do more since the last time.
    mutating func fill(arrived: [Int]) {
        var dead = PostSet(count: demand.count)
        var deadRows = Set<Int>()
        for person in order where rowOf[person] >= 0 && used[person] < capacity[person] {
            guard !deadRows.contains(rowOf[person]) || hasLimited(rowOf[person]) else { continue }
            while used[person] < capacity[person] {
                var search = Search(posts: demand.count, rows: rows.count)
                guard let end = reach(from: person, &search, avoiding: dead, wanting: .work) else {
                    // What this person cannot reach work from, nobody can.
                    dead.formUnion(search.visited)
                    deadRows.insert(rowOf[person])
                    break
                }
                push(from: person, to: end, search, releasing: nil)
            }
        }
        for person in arrived.sorted(by: { (cost[$0], $0) < (cost[$1], $1) }) { exchange(person) }
    }

    private func hasLimited(_ row: Int) -> Bool {
        limited.contains { rows[row].contains($0) }
    }

    /// Lets a person take work from dearer ones.
    private mutating func exchange(_ person: Int) {
        guard rowOf[person] >= 0 else { return }
        while used[person] < capacity[person] {
            var search = Search(posts: demand.count, rows: rows.count)
            _ = reach(
                from: person, &search, avoiding: PostSet(count: demand.count), wanting: .nothing)
            var best: (person: Int, post: Int)?
            for post in search.order {
                for other in people(at: post) where cost[other] > cost[person] {
                    guard let kept = best else {
                        best = (other, post)
                        continue
                    }
                    if (cost[other], -other) > (cost[kept.person], -kept.person) {
                        best = (other, post)
                    }
                }
            }
            guard let best else { return }
            push(from: person, to: best.post, search, releasing: best.person)
        }
    }

    // MARK: - Searching

    /// What a search from a person has reached.
    private struct Search {
        var visited: PostSet
        var order: [Int] = []
        /// Who would move to the post, and from which one; -1 for the person who began.
        var mover: [Int]
        var origin: [Int]
        var expanded: [Bool]

        init(posts: Int, rows: Int) {
            visited = PostSet(count: posts)
            mover = Array(repeating: -1, count: posts)
            origin = Array(repeating: -1, count: posts)
            expanded = Array(repeating: false, count: rows)
        }
    }

    private enum Wanted { case work, nothing }

    /// Goes from post to post as people could be moved, until one has work undone.
    private func reach(
        from person: Int, _ search: inout Search, avoiding dead: PostSet, wanting: Wanted
    ) -> Int? {
        enter(person, from: -1, &search, avoiding: dead)
        var next = 0
        while next < search.order.count {
            let post = search.order[next]
            next += 1
            if wanting == .work, filled[post] < demand[post] { return post }
            // One of each class will do where nobody's work is limited post by post.
            let others: [Int]
            if limited.isEmpty {
                var firsts: [Int] = []
                for (row, people) in onPost[post] where !search.expanded[row] {
                    firsts.append(people[0])
                }
                others = firsts.sorted()
            } else {
                others = people(at: post)
            }
            for other in others { enter(other, from: post, &search, avoiding: dead) }
        }
        return nil
    }

    private func enter(
        _ person: Int, from post: Int, _ search: inout Search, avoiding dead: PostSet
    ) {
        let row = rowOf[person]
        // People of one class open the same posts, but for those that limit what each may give.
        let isFirst = !search.expanded[row]
        search.expanded[row] = true
        if isFirst {
            rows[row].forEach { target in
                guard !search.visited.contains(target), !dead.contains(target),
                    room(person, at: target) > 0
                else { return }
                search.visited.insert(target)
                search.mover[target] = post < 0 ? -1 : person
                search.origin[target] = post
                search.order.append(target)
            }
        } else {
            for target in limited
            where rows[row].contains(target) && !search.visited.contains(target)
                && !dead.contains(target) && room(person, at: target) > 0
            {
                search.visited.insert(target)
                search.mover[target] = post < 0 ? -1 : person
                search.origin[target] = post
                search.order.append(target)
            }
        }
    }

    /// What a person may still give to a post beside what he does there.
    private func room(_ person: Int, at post: Int) -> Int64 {
        guard limited.contains(post) else { return Int64.max }
        return limit[post] - amount(of: person, at: post)
    }

    private func amount(of person: Int, at post: Int) -> Int64 {
        work[person].first { $0.post == post }?.amount ?? 0
    }

    /// Moves people along the path of a search, as much as each step allows.
    private mutating func push(
        from person: Int, to end: Int, _ search: Search, releasing other: Int?
    ) {
        var amount = capacity[person] - used[person]
        if let other {
            amount = min(amount, self.amount(of: other, at: end))
        } else {
            amount = min(amount, demand[end] - filled[end])
        }
        var post = end
        while true {
            let mover = search.mover[post] < 0 ? person : search.mover[post]
            amount = min(amount, room(mover, at: post))
            guard search.origin[post] >= 0 else { break }
            amount = min(amount, self.amount(of: mover, at: search.origin[post]))
            post = search.origin[post]
        }
        if let other {
            add(-amount, of: other, at: end)
            used[other] -= amount
        }
        post = end
        while true {
            let mover = search.mover[post] < 0 ? person : search.mover[post]
            add(amount, of: mover, at: post)
            guard search.origin[post] >= 0 else { break }
            add(-amount, of: mover, at: search.origin[post])
            post = search.origin[post]
        }
        used[person] += amount
    }

    private mutating func add(_ amount: Int64, of person: Int, at post: Int) {
        touched.insert(person)
        filled[post] += amount
        if let index = work[person].firstIndex(where: { $0.post == post }) {
            work[person][index].amount += amount
            if work[person][index].amount == 0 {
                work[person].remove(at: index)
                leave(post, person)
            }
        } else {
            work[person].append(Share(post: post, amount: amount))
            join(post, person)
        }
    }

    // MARK: - What is short

    /// The same flow with all people who may fill the same posts as one: only how much they give
    /// together is asked. Where one person's work at a post is limited, each stays alone.
    var grouped: StaffFlow {
        guard limited.isEmpty else { return self }
        var sums: [Int: Int64] = [:]
        for person in rowOf.indices where rowOf[person] >= 0 {
            sums[rowOf[person], default: 0] += capacity[person]
        }
        let groups = sums.sorted { $0.key < $1.key }
        var flow = StaffFlow(
            demand: demand, limit: demand, capacity: groups.map(\.value),
            cost: groups.map { _ in 0 })
        for (index, group) in groups.enumerated() { flow.admit(index, to: rows[group.key]) }
        return flow
    }

    /// The same people with some of the posts alone, or a part of their work, filled.
    func restricted(to posts: [Int], demand: [Int64]) -> StaffFlow {
        var kept = PostSet(count: demand.count)
        for post in posts { kept.insert(post) }
        let isLimited = posts.contains { limited.contains($0) }
        var groups: [PostSet: Int] = [:]
        var members: [(row: PostSet, capacity: Int64)] = []
        for person in rowOf.indices where rowOf[person] >= 0 {
            guard rows[rowOf[person]].intersects(kept) else { continue }
            var row = rows[rowOf[person]]
            row.formIntersection(kept)
            if !isLimited, let index = groups[row] {
                members[index].capacity += capacity[person]
            } else {
                groups[row] = members.count
                members.append((row, capacity[person]))
            }
        }
        var flow = StaffFlow(
            demand: demand, limit: isLimited ? limit : demand,
            capacity: members.map { $0.capacity }, cost: members.map { _ in 0 })
        for (index, member) in members.enumerated() { flow.admit(index, to: member.row) }
        flow.fill(arrived: [])
        return flow
    }

    /// Those of some posts at which work stays undone.
    func open(among posts: [Int]) -> [Int] { posts.filter { filled[$0] < demand[$0] } }

    /// People who may fill one of some posts.
    func people(qualifiedFor posts: [Int]) -> [Int] {
        rowOf.indices.filter { person in
            rowOf[person] >= 0 && posts.contains { rows[rowOf[person]].contains($0) }
        }
    }

    /// Posts whose work keeps an open one from being done: everybody who could do it is busy at
    /// them, so that together they have too few people.
    ///
    /// - Precondition: the flow is filled and `post` is open.
    func tight(around post: Int) -> PostSet {
        var set = PostSet(count: demand.count)
        set.insert(post)
        var queue = [post]
        var expanded = Array(repeating: false, count: rows.count)
        var peopleByRow: [Int: [Int]] = [:]
        for person in rowOf.indices where rowOf[person] >= 0 && !work[person].isEmpty {
            peopleByRow[rowOf[person], default: []].append(person)
        }
        while let next = queue.popLast() {
            for (row, people) in peopleByRow where rows[row].contains(next) {
                // Where one person may give less than there is to do, each is asked.
                guard !limited.isEmpty || !expanded[row] else { continue }
                expanded[row] = true
                for person in people where room(person, at: next) > 0 {
                    for share in work[person] where !set.contains(share.post) {
                        set.insert(share.post)
                        queue.append(share.post)
                    }
                }
            }
        }
        return set
    }
}

/// Positions of posts, as bits.
struct PostSet: Hashable {
    private var words: [UInt64]

    init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    func contains(_ post: Int) -> Bool { words[post >> 6] >> UInt64(post & 63) & 1 == 1 }

    mutating func insert(_ post: Int) { words[post >> 6] |= 1 << UInt64(post & 63) }

    mutating func remove(_ post: Int) { words[post >> 6] &= ~(1 << UInt64(post & 63)) }

    mutating func formIntersection(_ other: PostSet) {
        for index in words.indices { words[index] &= other.words[index] }
    }

    /// Tells whether the two have a post in common.
    func intersects(_ other: PostSet) -> Bool {
        words.indices.contains { words[$0] & other.words[$0] != 0 }
    }

    mutating func formUnion(_ other: PostSet) {
        for index in words.indices { words[index] |= other.words[index] }
    }

    /// Calls `body` with each position, lowest first.
    func forEach(_ body: (Int) -> Void) {
        for (index, word) in words.enumerated() {
            var left = word
            while left != 0 {
                body(index << 6 + left.trailingZeroBitCount)
                left &= left - 1
            }
        }
    }

    /// Positions in order.
    var members: [Int] {
        var found: [Int] = []
        forEach { found.append($0) }
        return found
    }
}
