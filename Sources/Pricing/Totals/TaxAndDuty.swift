package import Quantities

/// What a priced line is, as tax and customs see it.
package enum LineKind: String, CaseIterable, Sendable, Hashable {
    /// A service used from afar or in place.
    case service
    /// Work of people.
    case labour
    /// A thing that is shipped.
    case goods
}

/// A tax that falls on kinds of lines supplied in a place.
package struct TaxRule: Sendable, Hashable {
    /// Country of supply.
    package let place: String
    /// Kinds that it falls on; empty for all.
    package let kinds: Set<LineKind>
    /// Rate in percent, 0 to 100.
    package let percent: ExactDecimal
    /// Whether the buyer owes it: it is shown, and not part of what the seller bills.
    package let isReverseCharge: Bool

    /// Creates a rule.
    ///
    /// - Throws: `PricingError.invalidTerms` for a rate out of range.
    package init(
        place: String, kinds: Set<LineKind>, percent: ExactDecimal, isReverseCharge: Bool = false
    ) throws(PricingError) {
        guard !percent.isNegative, percent <= ExactDecimal(100) else {
            throw .invalidTerms("tax in \(place)")
        }
        self.place = place
        self.kinds = kinds
        self.percent = percent
        self.isReverseCharge = isReverseCharge
    }

    /// Tells whether it falls on a line.
    package func falls(on kind: LineKind, in place: String) -> Bool {
        self.place == place && (kinds.isEmpty || kinds.contains(kind))
    }

    /// Returns the tax on a net amount, rounded half up once.
    ///
    /// - Throws: `QuantityError.overflow`.
    package func due(on net: Money) throws -> Money {
        let share = try ExactRatio(percent).divided(by: ExactRatio(100))
        return try UnroundedMoney(net).multiplied(by: share).rounded(.halfUp)
    }
}

/// A delivery term of Incoterms 2020: who carries what on the way, duty among it.
package enum Incoterm: String, CaseIterable, Sendable, Hashable {
    case exw = "EXW"
    case fca = "FCA"
    case cpt = "CPT"
    case cip = "CIP"
    case dap = "DAP"
    case dpu = "DPU"
    case ddp = "DDP"
    case fas = "FAS"
    case fob = "FOB"
    case cfr = "CFR"
    case cif = "CIF"

    /// Whether the seller pays import duty and so has it in the price: delivered duty paid alone.
    package var sellerPaysDuty: Bool { self == .ddp }
}

/// Import duty on goods.
package struct DutyRule: Sendable, Hashable {
    /// The delivery term.
    package let incoterm: Incoterm
    /// Rate in percent of the net price, 0 to 100.
    package let percent: ExactDecimal

    /// Creates a rule.
    ///
    /// - Throws: `PricingError.invalidTerms` for a rate out of range.
    package init(incoterm: Incoterm, percent: ExactDecimal) throws(PricingError) {
        guard !percent.isNegative, percent <= ExactDecimal(100) else {
            throw .invalidTerms("duty")
        }
        self.incoterm = incoterm
        self.percent = percent
    }

    /// Returns the duty on a line, rounded half up once; none on what is not shipped.
    ///
    /// - Throws: `QuantityError.overflow`.
    package func due(on net: Money, _ kind: LineKind) throws -> Money {
        guard kind == .goods else { return .zero(net.currency) }
        let share = try ExactRatio(percent).divided(by: ExactRatio(100))
        return try UnroundedMoney(net).multiplied(by: share).rounded(.halfUp)
    }
}
