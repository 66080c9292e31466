import Diagnostics
import Pricing
import Proposals
import Quantities

extension QuoteJSONWriter {
    func contract(_ contract: ContractStatement) -> JSONValue {
        let totals = contract.totals
        return [
            "evaluated": .string(Self.text(totals.evaluated)),
            "surge": .string(Self.text(totals.surge)),
            "fees": .array(
                totals.fees.map { fee -> JSONValue in
                    [
                        "name": .string(fee.fee.name),
                        "percent": .string(fee.fee.percent.description),
                        "amount": .string(Self.text(fee.amount)),
                    ]
                }),
            "withFees": .string(Self.text(totals.withFees)),
            "ceiling": .optional(totals.terms.ceiling.map { Self.text($0) }),
            "obligated": .optional(totals.terms.obligated.map { Self.text($0) }),
            "minimum": .optional(totals.terms.minimum.map { Self.text($0) }),
            "exit": .optional(contract.exit.map { Self.text($0) }),
            "identities": .array(
                ((try? totals.identities) ?? []).map { identity -> JSONValue in
                    ["text": .string(identity.text), "holds": .bool(identity.holds)]
                }),
            "exposure": .array(
                contract.exposure.rows.map { row -> JSONValue in
                    [
                        "currency": .string(row.currency.code),
                        "percent": .integer(Int64(contract.exposure.percent)),
                        "amount": .string(Self.text(row.amount)),
                        "lower": .string(Self.text(row.lower)),
                        "upper": .string(Self.text(row.upper)),
                    ]
                }),
            "lineNets": .array(
                contract.nets.map { net -> JSONValue in
                    [
                        "line": .string(net.lineID), "netE4": .integer(net.netE4),
                        "cuts": .array(
                            net.cuts.map { cut -> JSONValue in
                                [
                                    "discount": .integer(Int64(cut.discount)),
                                    "amountE4": .integer(cut.amountE4),
                                ]
                            }),
                    ]
                }),
            "termSavings": .array(
                contract.savings.map { saving -> JSONValue in
                    [
                        "line": .string(saving.lineID),
                        "onDemand": .string(Self.text(saving.onDemand)),
                        "saved": .string(Self.text(saving.saved)),
                    ]
                }),
        ]
    }
}
