import Catalog
import Diagnostics
import Proposals
import Quantities
import Requirements

extension QuoteJSONWriter {
    func taxPart(_ part: TaxPart) -> JSONValue {
        [
            "enclaves": .array(part.enclaves.map { .string($0) }),
            "treatment": tax(part.tax),
            "percent": .optional(part.tax.percent?.description),
            "cloud": .string(Self.text(part.cloud)),
            "people": .string(Self.text(part.people)),
            "steps": .string(Self.text(part.steps)),
            "discountE4": .integer(part.discountE4),
            "net": .string(Self.text(part.net)),
            "due": .optional(part.due.map { Self.text($0) }),
            "gross": .optional(part.gross.map { Self.text($0) }),
        ]
    }

    private func tax(_ tax: EnclaveTax) -> JSONValue {
        switch tax {
        case .taxed(let tax):
            [
                "kind": "standard", "id": .string(tax.id.rawValue), "name": .string(tax.name),
                "place": .string(tax.place), "source": .string(tax.provenance.source),
                "asOf": .string(tax.provenance.asOf.description),
                "confidence": .string(tax.provenance.confidence.rawValue),
            ]
        case .exempt(let reason): ["kind": "exempt", "reason": .optional(reason)]
        case .unknown(let why): ["kind": "unknown", "why": .string(why)]
        }
    }

    func budgetUse(_ use: BudgetUse) -> JSONValue {
        [
            "budget": .string(use.budgetID), "limit": .string(use.limitID),
            "label": .string(use.label), "spentE4": .integer(use.spentE4),
            "limitNet": .string(Self.text(use.limit)), "left": .string(Self.text(use.left)),
            "currency": .string(use.stated.currency.code),
            "stated": .string(Self.text(use.stated)), "spent": .string(Self.text(use.spent)),
        ]
    }
}
