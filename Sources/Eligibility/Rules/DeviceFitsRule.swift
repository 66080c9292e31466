import Catalog
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
            + [carry(judged, device, need), offline(judged, device, need)].compactMap { $0 }
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
            return unknown(judged, device, figure.field, "\(device.name): \(asked)")
        }
        let text = "\(device.name) has \(stated) \(figure.name), \(asked)"
        let fact = Explanation.fact(
            device.id.rawValue, text, device.provenance, fields: [figure.field])
        guard figure.isMost ? stated <= figure.asked : figure.asked <= stated else {
            return Judgement(Self.id, .ineligible, text, because: [fact])
        }
        return judged.eligible(
            Self.id, text, by: fact, device.provenance, fields: [figure.field],
            ask: judged.provider.name)
    }

    private func carry(
        _ judged: JudgedCase, _ device: EdgeDevice, _ need: DeviceNeed
    ) -> Judgement? {
        guard let most = need.carry else { return nil }
        guard let stated = device.carry else {
            return unknown(
                judged, device, "carry", "\(device.name): to be carried by \(most.rawValue)")
        }
        let text = "\(device.name) is carried by \(stated.rawValue), \(most.rawValue) asked"
        let fact = Explanation.fact(
            device.id.rawValue, text, device.provenance, fields: ["carry"])
        guard stated <= most else {
            return Judgement(Self.id, .ineligible, text, because: [fact])
        }
        return judged.eligible(
            Self.id, text, by: fact, device.provenance, fields: ["carry"],
            ask: judged.provider.name)
    }

    private func offline(
        _ judged: JudgedCase, _ device: EdgeDevice, _ need: DeviceNeed
    ) -> Judgement? {
        guard let days = need.offlineDays else { return nil }
        let asked = "\(days) days without its provider asked"
        if device.isOfflineUnlimited {
            let text = "\(device.name) never needs its provider, \(asked)"
            let fact = Explanation.fact(
                device.id.rawValue, text, device.provenance, fields: ["offline"])
            return judged.eligible(
                Self.id, text, by: fact, device.provenance, fields: ["offline"],
                ask: judged.provider.name)
        }
        guard let most = device.offline else {
            return unknown(judged, device, "offline", "\(device.name): \(asked)")
        }
        let text = "\(device.name) works \(most) without its provider, \(asked)"
        let fact = Explanation.fact(
            device.id.rawValue, text, device.provenance, fields: ["offline"])
        guard most.daysAtLeast >= days else {
            return Judgement(Self.id, .ineligible, text, because: [fact])
        }
        return judged.eligible(
            Self.id, text, by: fact, device.provenance, fields: ["offline"],
            ask: judged.provider.name)
    }

    private func unknown(
        _ judged: JudgedCase, _ device: EdgeDevice, _ field: String, _ text: String
    ) -> Judgement {
        Judgement(
            Self.id, .unknown, "\(text); what it has is not published",
            because: [.fact(device.id.rawValue, "no \(field) is stated", device.provenance)],
            questions: [
                OpenQuestion(
                    id: "\(Self.id):\(device.id).\(field)",
                    text: "\(text): does it?", askWhom: judged.provider.name)
            ])
    }
}
