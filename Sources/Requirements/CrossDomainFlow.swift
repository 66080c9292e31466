package import LocatedInput
package import Quantities
import Diagnostics

/// Data that crosses from one enclave to another: kept as asked, no guard is chosen for it yet.
package struct CrossDomainFlow: Sendable {
    /// Enclave that it leaves.
    package let from: Located<String>
    /// Enclave that it enters.
    package let to: Located<String>
    /// 10^9 bytes in a month.
    package let gigabytesPerMonth: ExactDecimal

    init?(_ value: LocatedValue, _ collector: FindingCollector) {
        guard var reader = FieldReader(value, "flow", collector) else { return nil }
        let from = reader.required("from", as: String.self)
        let to = reader.required("to", as: String.self)
        let most = ExactDecimal.zero...ExactDecimal(1_000_000_000)
        let volume = reader.required("gigabytesPerMonth", as: ExactDecimal.self, in: most)
        reader.finish()
        guard let from, let to, let volume else { return nil }
        self.from = from
        self.to = to
        gigabytesPerMonth = volume.value
    }
}
