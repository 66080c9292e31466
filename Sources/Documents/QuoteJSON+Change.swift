import Diagnostics
import Proposals
import Quantities

extension QuoteJSONWriter {
    /// What the settings of a changed requirement changed.
    func change(_ change: RequirementChange) -> JSONValue {
        [
            "settings": .array(change.settings.map { .string($0) }),
            "before": side(change.before), "after": side(change.after),
            "money": change.money.map(money) ?? .null,
        ]
    }

    private func side(_ side: RequirementChange.Side) -> JSONValue {
        switch side {
        case .package(let total):
            return [
                "status": "package", "currency": .string(total.currency.code),
                "total": .string(Self.text(total)),
            ]
        case .nothing(let status, let reasons):
            return [
                "status": .string(status),
                "reasons": .array(reasons.map { .string($0) }),
            ]
        }
    }

    private func money(_ money: RequirementChange.MoneyChange) -> JSONValue {
        [
            "beforeE4": .integer(money.before.minorUnits * E4.parts),
            "afterE4": .integer(money.after.minorUnits * E4.parts),
            "changeE4": .integer(money.changeE4),
            "causes": .array(
                money.causes.map { cause in
                    [
                        "kind": .string(cause.kind.rawValue), "subject": .string(cause.subject),
                        "period": cause.period.map { .string($0) } ?? .null,
                        "changeE4": .integer(cause.changeE4),
                    ]
                }),
            "settingsOrder": "each added to those before it; the split depends on the order",
            "settings": .array(
                money.effects.map { effect in
                    [
                        "settings": .array(effect.settings.map { .string($0) }),
                        "changeE4": .integer(effect.changeE4),
                    ]
                }),
        ]
    }
}
