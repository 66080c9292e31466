import Quantities

extension QuoteVerifier {
    /// Adds up what the settings changed, by cause and by setting, and holds it against the total.
    ///
    /// The quote without the settings is not in the file: its total is taken as stated.
    func change(_ change: QuoteFile.Change) -> Check {
        let stated = Int128(change.afterE4) - Int128(change.beforeE4)
        var differences: [String] = []
        for (name, parts) in [("causes", change.causesE4), ("settings", change.effectsE4)] {
            let sum = parts.reduce(Int128(0)) { $0 + Int128($1) }
            if sum != stated {
                differences.append("the \(name) sum to \(sum), the change is \(stated)")
            }
        }
        let total = Int128(file.total.amount.minorUnits) * Int128(E4.parts)
        if total != Int128(change.afterE4) {
            differences.append("the change leads to \(change.afterE4), the total is \(total)")
        }
        return Check(name: "the change by the settings adds up", differences: differences)
    }
}
