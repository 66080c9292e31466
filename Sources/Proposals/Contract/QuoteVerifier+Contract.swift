import Pricing
import Quantities
import Requirements

extension QuoteVerifier {
    /// The contract's totals follow from the periods and the requirement.
    func contract() -> [String] {
        guard let requirement = embedded, let stated = file.contract else { return [] }
        let nets = file.periods.map { ($0.id, $0.net) }
        return compare("contract totals", stated) {
            let totals = try ContractWriter.totals(requirement.contract, nets, file.currency)
            return QuoteFile.Contract(
                evaluated: totals.evaluated, surge: totals.surge, withFees: totals.withFees)
        }
            + compare("base and options", stated.evaluated) { file.total.amount }
    }
}
