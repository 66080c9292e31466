/// Names rooms whose first version is still being written.
///
/// Their comments, line lengths, tests and codes are not checked yet; everything else is. The set
/// is to be empty, and a room that leaves it does not come back.
enum Unfinished {
    static let rooms: Set = ["Catalog", "Requirements", "Eligibility", "Pricing"]

    /// Prefixes of the codes of these rooms.
    static let codes: Set = ["CAT", "REQ", "ELG"]
}
