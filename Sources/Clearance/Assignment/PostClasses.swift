import Requirements

/// Posts that ask the same of people at the same time are one to the flow: it fills them together,
/// and what each person gives is spread over them afterwards.
struct PostClasses {
    /// Positions of the posts of each class, in order.
    let members: [[Int]]
    /// Class of each post.
    let classOf: [Int]
    private let posts: [Post]

    private struct Key: Hashable {
        let need: AccessNeed
        let work: Int64
        let from: Int
        let until: Int
        /// Position of a post at which one person may give less than a whole head.
        let alone: Int?
    }

    init(_ posts: [Post], mostCapacity: Int64) {
        self.posts = posts
        var classes: [Key: Int] = [:]
        var members: [[Int]] = []
        classOf = posts.enumerated().map { index, post in
            let key = Key(
                need: post.need, work: post.workThousandths,
                from: Int(PreparedAccess.dayNumber(post.from)),
                until: Int(PreparedAccess.dayNumber(post.until)),
                alone: post.limitThousandths < min(mostCapacity, post.workThousandths)
                    ? index : nil)
            if let known = classes[key] {
                members[known].append(index)
                return known
            }
            classes[key] = members.count
            members.append([index])
            return members.count - 1
        }
        self.members = members
    }

    /// Work of each class.
    var demand: [Int64] {
        members.map { $0.map { posts[$0].workThousandths }.reduce(0, +) }
    }

    /// Most that one person gives to each class.
    var limit: [Int64] {
        members.map { $0.map { posts[$0].limitThousandths }.reduce(0, +) }
    }

    /// The first post of a class: it stands for all of them.
    func first(_ index: Int) -> Post { posts[members[index][0]] }
}

/// Spreads what people give to a class over its posts, so that who is at a post stays there.
struct ClassLedger {
    private let classes: PostClasses
    private let posts: [Post]
    private var given: [[Int: Int64]]
    private var filled: [Int64]

    init(_ classes: PostClasses, _ posts: [Post]) {
        self.classes = classes
        self.posts = posts
        given = posts.map { _ in [:] }
        filled = posts.map { _ in 0 }
    }

    /// What a person gives to each post.
    func shares(of person: Int) -> [StaffFlow.Share] {
        given.indices.compactMap { post in
            given[post][person].map { StaffFlow.Share(post: post, amount: $0) }
        }
    }

    /// Takes back what people no longer give.
    mutating func release(_ person: Int, to shares: [StaffFlow.Share]) {
        for index in classes.members.indices {
            let wanted = shares.first { $0.post == index }?.amount ?? 0
            var surplus = total(person, index) - wanted
            for post in classes.members[index].reversed() where surplus > 0 {
                let back = min(surplus, given[post][person] ?? 0)
                change(post, person, by: -back)
                surplus -= back
            }
        }
    }

    /// Adds what people give more; there is room, since all has been taken back before.
    mutating func add(_ person: Int, to shares: [StaffFlow.Share]) {
        for share in shares {
            var lacking = share.amount - total(person, share.post)
            for post in classes.members[share.post] where lacking > 0 {
                let more = min(lacking, posts[post].workThousandths - filled[post])
                change(post, person, by: more)
                lacking -= more
            }
        }
    }

    private func total(_ person: Int, _ index: Int) -> Int64 {
        classes.members[index].map { given[$0][person] ?? 0 }.reduce(0, +)
    }

    private mutating func change(_ post: Int, _ person: Int, by amount: Int64) {
        guard amount != 0 else { return }
        filled[post] += amount
        let left = (given[post][person] ?? 0) + amount
        given[post][person] = left == 0 ? nil : left
    }
}
