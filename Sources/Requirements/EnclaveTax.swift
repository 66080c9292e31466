package import Catalog
package import LocatedInput
package import Quantities
import Diagnostics

/// What a requirement says about the tax on an enclave.
package struct TaxDemand: Sendable {
    /// Whether tax falls on what is bought.
    package enum Treatment: String, InputVocabulary, Sendable {
        /// The tax of the customer's country.
        case standard
        /// None, for the reason stated.
        case exempt
    }

    /// Standard unless stated.
    package let treatment: Treatment
    /// Why the enclave is exempt, in the customer's words; `nil` where it is not said.
    package let reason: String?
    /// Place of delivery, as a tax of the country names it; `nil` where it is not said.
    package let place: Located<String>?

    init(_ reader: inout FieldReader) {
        treatment = reader.optional("tax", as: Treatment.self)?.value ?? .standard
        reason = reader.optional("taxReason", as: String.self)?.value
        place = reader.optional("taxPlace", as: String.self)
    }
}

/// The tax that falls on an enclave, found in the catalog.
package enum EnclaveTax: Sendable, Hashable {
    /// A tax of the customer's country.
    case taxed(Tax)
    /// No tax, for a reason.
    case exempt(reason: String?)
    /// It cannot be told; says why.
    case unknown(String)

    /// Percent of the net amount; `nil` where it cannot be told.
    package var percent: ExactDecimal? {
        switch self {
        case .taxed(let tax): tax.percent
        case .exempt: .zero
        case .unknown: nil
        }
    }
}

extension EnclaveTax {
    /// Finds the tax of an enclave among those of the customer's country.
    ///
    /// Where the country has several and the requirement names no place, it cannot be told.
    package init(_ demand: TaxDemand, _ customer: Owner) {
        guard demand.treatment == .standard else {
            self = .exempt(reason: demand.reason)
            return
        }
        if let place = demand.place?.value,
            let tax = customer.taxes.first(where: { $0.place.lowercased() == place.lowercased() })
        {
            self = .taxed(tax)
        } else if let tax = customer.taxes.first, customer.taxes.count == 1 {
            self = .taxed(tax)
        } else if customer.taxes.isEmpty {
            self = .unknown("the catalog has no tax of \(customer.name)")
        } else {
            let places = customer.taxes.map(\.place).joined(separator: "; ")
            self = .unknown(
                "\(customer.name) has several taxes, by place of delivery: \(places)")
        }
    }
}

extension BoundRequirement {
    /// The tax of each enclave and fleet, in the order written.
    package var taxes: [(enclave: String, tax: EnclaveTax)] {
        allEnclaves.map { ($0.enclave.id, EnclaveTax($0.enclave.tax, customer)) }
    }
}
