import Catalog
import Clearance
import Diagnostics
import Quantities
import Requirements

/// A device for the field has what the fleet needs, and stands where it is taken.
struct DeviceFitsRule: EligibilityRule {
    static let id = "device-fits"

    func judge(_ judged: JudgedCase) -> [Judgement] {
        guard case .devices(let need) = judged.demand.workload.size,
            let device = judged.catalog.edgeDevices.first(where: {
                $0.serviceID == judged.service.id
            })
        else { return [] }
        return figures(device, need).map { judge($0, judged, device) }
            + [
                carry(judged, device, need), offline(judged, device, need),
            ].compactMap { $0 } + [activation(judged, device)]
    }

    /// One figure asked of a device.
    private struct Figure {
        let field: String
        let name: String
        let asked: ExactDecimal
        let stated: ExactDecimal?
        let isMost: Bool
    }

    private func figures(_ device: EdgeDevice, _ need: DeviceNeed) -> [Figure] {
        func figure(
            _ field: String, _ name: String, _ asked: ExactDecimal?, _ stated: ExactDecimal?,
            isMost: Bool = false
        ) -> Figure? {
            asked.map {
                Figure(field: field, name: name, asked: $0, stated: stated, isMost: isMost)
            }
        }
        func whole(_ number: Int?) -> ExactDecimal? { number.map { ExactDecimal(Int64($0)) } }
        return [
            figure("vcpu", "vCPU", whole(need.vcpu), whole(device.vcpu)),
            figure("memoryGiB", "GiB of memory", whole(need.memoryGiB), whole(device.memoryGiB)),
            figure("storageTB", "TB of usable storage", need.storageTB, device.storageTB),
            figure(
                "accelerators", "graphics processors", whole(need.accelerators),
                whole(device.accelerators)),
            figure(
                "weightKg", "kg", need.weightKilograms, device.weightKilograms, isMost: true),
            figure(
                "minimumCelsius", "degrees C of cold", whole(need.minimumCelsius),
                whole(device.minimumCelsius), isMost: true),
            figure(
                "maximumCelsius", "degrees C of heat", whole(need.maximumCelsius),
                whole(device.maximumCelsius)),
        ].compactMap { $0 }
    }

    private func judge(
        _ figure: Figure, _ judged: JudgedCase, _ device: EdgeDevice
    ) -> Judgement {
        let bound = figure.isMost ? "at most" : "at least"
        let asked = "\(bound) \(figure.asked) \(figure.name) asked"
        guard let stated = figure.stated else {
            return unknown(judged, device, figure.field, asked)
        }
        let text = "it has \(stated) \(figure.name), \(asked)"
        guard figure.isMost ? stated <= figure.asked : figure.asked <= stated else {
            return no(text, device, figure.field)
        }
        return yes(text, judged, device, figure.field)
    }

    private func carry(
        _ judged: JudgedCase, _ device: EdgeDevice, _ need: DeviceNeed
    ) -> Judgement? {
        guard let most = need.carry else { return nil }
        let field = device.carry == nil ? "weightKg" : "carry"
        let text: String
        switch (device.carry, device.weightKilograms) {
        case (let stated?, _):
            text = "it is carried by \(stated.rawValue), \(most.rawValue) asked"
            guard stated <= most else { return no(text, device, field) }
        case (nil, let weight?) where most == .fixed || (most == .vehicle && device.isCased):
            // A vehicle carries one case of a server's weight; a cluster or a container needs a
            // word of its provider.
            text = "it weighs \(weight) kg, to be carried by \(most.rawValue)"
        default: return unknown(judged, device, field, "to be carried by \(most.rawValue)")
        }
        return yes(text, judged, device, field)
    }

    private func offline(
        _ judged: JudgedCase, _ device: EdgeDevice, _ need: DeviceNeed
    ) -> Judgement? {
        guard let asking = need.offline else { return nil }
        let asked = "\(Self.text(asking)) without its provider asked"
        switch device.offline {
        case .unknown: return unknown(judged, device, "offline", asked)
        case .unlimited:
            return yes("it never needs its provider, \(asked)", judged, device, "offline")
        case .atMost(let most):
            let text = "it works \(most) without its provider, \(asked)"
            if asking.isNeverLonger(than: most) { return yes(text, judged, device, "offline") }
            // The customer's months are counted at their longest; how long the provider's are, it
            // has to say.
            return most.daysAtMost < asking.daysAtMost
                ? no(text, device, "offline") : unsure(text, judged, device)
        case .disconnected:
            let text = "it is made for working disconnected, for how long is not said; \(asked)"
            return once(
                text, judged, device, "offline",
                Step(
                    id: "offline:\(device.id)/\(asking)",
                    text: "\(judged.provider.name) binds itself that \(device.name) works "
                        + "\(Self.text(asking)) without a link, with keys and certificates that "
                        + "last as long",
                    authority: judged.provider.name, leadTime: CalendarPeriod(), cost: nil))
        }
    }

    private static func text(_ period: CalendarPeriod) -> String {
        period.daysAtLeast == period.daysAtMost ? "\(period.daysAtMost) days" : "\(period)"
    }

    private func unsure(_ text: String, _ judged: JudgedCase, _ device: EdgeDevice) -> Judgement {
        Judgement(
            Self.id, .unknown, "\(text), which may be longer",
            because: [fact(text, device, "offline")],
            questions: [
                OpenQuestion(
                    id: "\(Self.id):\(device.id).offline",
                    text: "\(device.name): \(text). How many days is it at least?",
                    askWhom: judged.provider.name)
            ])
    }

    /// A device that its provider activates has been connected once, before it holds anything.
    private func activation(_ judged: JudgedCase, _ device: EdgeDevice) -> Judgement {
        guard let needsActivation = device.needsActivation else {
            return unknown(
                judged, device, "worksWithoutActivation",
                "work that no activation by its provider interrupts is asked")
        }
        guard needsActivation else {
            return yes("it needs no activation", judged, device, "worksWithoutActivation")
        }
        let provider = judged.provider.name
        return once(
            "\(provider) has to activate it", judged, device, "worksWithoutActivation",
            Step(
                id: "activate:\(device.id)/\(judged.level.id)",
                text: "each \(device.name) is activated from \(provider)'s region before it holds "
                    + "\(judged.level.marking), and \(provider) confirms that it then syncs to its "
                    + "home without that region",
                authority: provider, leadTime: CalendarPeriod(), cost: nil))
    }

    private func fact(_ text: String, _ device: EdgeDevice, _ field: String) -> Explanation {
        .fact(device.id.rawValue, "\(device.name): \(text)", device.provenance, fields: [field])
    }

    private func yes(
        _ text: String, _ judged: JudgedCase, _ device: EdgeDevice, _ field: String
    ) -> Judgement {
        judged.eligible(
            Self.id, "\(device.name): \(text)", by: fact(text, device, field),
            device.provenance, fields: [field], ask: judged.provider.name)
    }

    private func no(_ text: String, _ device: EdgeDevice, _ field: String) -> Judgement {
        Judgement(Self.id, .ineligible, text, because: [fact(text, device, field)])
    }

    private func once(
        _ text: String, _ judged: JudgedCase, _ device: EdgeDevice, _ field: String, _ step: Step
    ) -> Judgement {
        judged.conditional(
            Self.id, text, by: fact(text, device, field), device.provenance, fields: [field],
            step: step)
    }

    private func unknown(
        _ judged: JudgedCase, _ device: EdgeDevice, _ field: String, _ text: String
    ) -> Judgement {
        Judgement(
            Self.id, .unknown, "\(text), nothing is published",
            because: [.fact(device.id.rawValue, "no \(field) is stated", device.provenance)],
            questions: [
                OpenQuestion(
                    id: "\(Self.id):\(device.id).\(field)",
                    text: "\(device.name): \(text). What does it have?",
                    askWhom: judged.provider.name)
            ])
    }
}

extension EdgeDevice {
    /// One piece of hardware in a case, by its class.
    fileprivate var isCased: Bool {
        switch kind {
        case .portable, .ruggedServer, .transfer: true
        case .cluster, .container, .server, .rack: false
        }
    }
}
