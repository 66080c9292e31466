package import Diagnostics
package import LocatedInput

extension RequirementSetting {
    /// Reads settings as they were given; a mistake in one leaves it out.
    package static func read(
        _ texts: [String], into collector: FindingCollector
    ) -> [RequirementSetting] {
        texts.enumerated().compactMap { index, text in
            RequirementSetting(text, number: index + 1, into: collector)
        }
    }

    /// Applies settings one after the other.
    ///
    /// - Parameter collector: Gets a finding for a path that leads nowhere (REQ061), and for one
    ///   whose value a later setting replaces (REQ062).
    /// - Returns: The requirement before the first setting and after each of them; a setting with
    ///   a mistake changes nothing.
    package static func apply(
        _ settings: [RequirementSetting], to root: LocatedValue, into collector: FindingCollector
    ) -> [LocatedValue] {
        var trees = [root]
        var earlier: [(steps: [Step], location: SourceLocation)] = []
        for setting in settings {
            var walk = SettingWalk(setting: setting, collector: collector)
            let changed = walk.replace(in: trees[trees.count - 1], depth: 0)
            if changed != nil {
                let taken = earlier.first { $0.steps.starts(with: walk.steps) }
                if let taken {
                    collector.report(
                        .requirementPathTwice,
                        "this replaces what an earlier setting put there", at: setting.location,
                        notes: [FindingNote("the earlier one is", at: taken.location)],
                        help: "keep one of the two")
                }
                earlier.append((walk.steps, setting.location))
            }
            trees.append(changed ?? trees[trees.count - 1])
        }
        return trees
    }

    /// One step down, however it was written.
    enum Step: Hashable {
        case key(String)
        case position(Int)
    }
}

/// Walks down to the value of one setting and rebuilds what lies above it.
private struct SettingWalk {
    let setting: RequirementSetting
    let collector: FindingCollector
    private(set) var steps: [RequirementSetting.Step] = []

    init(setting: RequirementSetting, collector: FindingCollector) {
        self.setting = setting
        self.collector = collector
    }

    /// Returns `value` with the setting applied below it, or none after a finding.
    mutating func replace(in value: LocatedValue, depth: Int) -> LocatedValue? {
        guard depth < setting.segments.count else { return setting.value }
        let segment = setting.segments[depth]
        switch value.content {
        case .mapping(let entries): return replace(segment, in: value, entries, depth)
        case .sequence(let elements): return replace(segment, in: value, elements, depth)
        case .scalar, .null:
            collector.report(
                .requirementUnknownPath,
                "'\(path(depth))' is \(value.shape): nothing lies below it", at: segment.location,
                help: "end the path before '\(segment.value)'")
            return nil
        }
    }

    private mutating func replace(
        _ segment: Located<String>, in value: LocatedValue, _ entries: [LocatedEntry], _ depth: Int
    ) -> LocatedValue? {
        let key = segment.value
        steps.append(.key(key))
        let isLast = depth + 1 == setting.segments.count
        guard let index = entries.firstIndex(where: { $0.key == key }) else {
            guard isLast else {
                reportUnknown(segment, depth, among: entries.map(\.key), "key")
                return nil
            }
            // A new key: whether there is such a one is for the decoder to say.
            let entry = LocatedEntry(
                key: key, keyLocation: segment.location, value: setting.value)
            return LocatedValue(.mapping(entries + [entry]), at: value.location)
        }
        guard let inner = replace(in: entries[index].value, depth: depth + 1) else { return nil }
        var changed = entries
        changed[index] = LocatedEntry(
            key: key, keyLocation: isLast ? segment.location : entries[index].keyLocation,
            value: inner)
        return LocatedValue(.mapping(changed), at: value.location)
    }

    private mutating func replace(
        _ segment: Located<String>, in value: LocatedValue, _ elements: [LocatedValue],
        _ depth: Int
    ) -> LocatedValue? {
        let names = elements.map { $0["id"]?.text }
        let position = Int(segment.value).flatMap { elements.indices.contains($0) ? $0 : nil }
        guard let index = names.firstIndex(of: segment.value) ?? position else {
            reportUnknown(segment, depth, among: names.compactMap { $0 }, "element")
            return nil
        }
        steps.append(.position(index))
        guard let inner = replace(in: elements[index], depth: depth + 1) else { return nil }
        var changed = elements
        changed[index] = inner
        return LocatedValue(.sequence(changed), at: value.location)
    }

    private func reportUnknown(
        _ segment: Located<String>, _ depth: Int, among names: [String], _ what: String
    ) {
        let place = depth == 0 ? "the requirement" : "'\(path(depth))'"
        let near = DidYouMean.help(for: segment.value, in: names)
        let known =
            names.isEmpty
            ? nil
            : "there are: \(names.joined(separator: ", ")); what the file does not have is added "
                + "to it by hand"
        collector.report(
            .requirementUnknownPath,
            "\(place) has no \(what) \(collector.quote(segment.value, at: segment.location))",
            at: segment.location, help: near ?? known)
    }

    /// The path down to `depth`, as it was written.
    private func path(_ depth: Int) -> String {
        setting.segments.prefix(depth).map(\.value).joined(separator: ".")
    }
}
