import CYaml
import Diagnostics

/// Builds located values from the events of libyaml.
///
/// Works on the C library that Yams ships rather than on its nodes: those have no place for the
/// second of two duplicate keys nor for an alias, nest without bound, and take fifteen times as
/// long. There is no recursion, so depth is bounded by a number and not by the stack.
struct YAMLComposer {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let limits: InputLimits
    private let collector: FindingCollector
    private var places: YAMLPlaces
    private var open: [OpenCollection] = []
    private var root: LocatedValue?
    private var valueCount = 0
    /// Set by a finding after which the structure cannot be trusted.
    private var isUnusable = false

    init(
        bytes: UnsafeBufferPointer<UInt8>, path: String, limits: InputLimits,
        collector: FindingCollector
    ) {
        self.bytes = bytes
        self.limits = limits
        self.collector = collector
        places = YAMLPlaces(bytes: bytes, path: path)
    }

    /// Reads all events and returns the root of the only document.
    mutating func compose() -> LocatedValue? {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else { return nil }
        defer { yaml_parser_delete(&parser) }
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(&parser, &event) == 1 else {
                report(YAMLFailure(parser))
                return nil
            }
            defer { yaml_event_delete(&event) }
            if event.type == YAML_STREAM_END_EVENT { break }
            guard take(event) else { return nil }
        }
        return finished()
    }

    private mutating func finished() -> LocatedValue? {
        guard !isUnusable else { return nil }
        guard let root, !root.isNull else {
            let start = SourceLocation(path: places.path, line: 1, column: 1, length: 0)
            collector.report(.inputEmpty, "the file has no content", at: start)
            return nil
        }
        return root
    }

    /// Takes one event; returns false where reading on makes no sense.
    private mutating func take(_ event: yaml_event_t) -> Bool {
        switch event.type {
        case YAML_DOCUMENT_START_EVENT:
            guard root != nil else { return true }
            let place = places.location(from: event.start_mark, to: event.end_mark)
            collector.report(
                .inputSeveralDocuments, "a second document begins, expected one", at: place)
            return false
        case YAML_ALIAS_EVENT:
            refuse(.inputAliasNotAllowed, "aliases are not allowed", event)
            return add(LocatedValue(.null, at: places.location(at: event.start_mark)))
        case YAML_SCALAR_EVENT:
            refuseDecoration(event, YAMLDecoration(scalar: event))
            return add(scalar(event))
        case YAML_SEQUENCE_START_EVENT:
            refuseDecoration(event, YAMLDecoration(sequence: event))
            return begin(.sequence, event)
        case YAML_MAPPING_START_EVENT:
            refuseDecoration(event, YAMLDecoration(mapping: event))
            return begin(.mapping, event)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            guard let closed = open.popLast() else { return false }
            return place(closed.value)
        default:
            return true
        }
    }
}

extension YAMLComposer {
    private mutating func scalar(_ event: yaml_event_t) -> LocatedValue {
        let data = event.data.scalar
        let text = String(
            decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
        let location = places.location(from: event.start_mark, to: event.end_mark)
        let isPlain = data.style == YAML_PLAIN_SCALAR_STYLE
        if isPlain, text.isEmpty || text == "~" || text == "null" {
            return LocatedValue(.null, at: location)
        }
        return LocatedValue(.scalar(text, quoted: !isPlain), at: location)
    }

    private mutating func begin(_ kind: OpenCollection.Kind, _ event: yaml_event_t) -> Bool {
        let location = places.location(at: event.start_mark)
        guard open.count < limits.maximumDepth else {
            collector.report(
                .inputTooDeep, "nested more than \(limits.maximumDepth) levels deep", at: location)
            return false
        }
        guard count(at: location) else { return false }
        open.append(OpenCollection(kind, at: location))
        return true
    }

    private mutating func add(_ value: LocatedValue) -> Bool {
        count(at: value.location) && place(value)
    }

    private mutating func count(at location: SourceLocation) -> Bool {
        valueCount += 1
        guard valueCount > limits.maximumValues else { return true }
        collector.report(
            .inputTooManyValues, "more than \(limits.maximumValues) values", at: location)
        return false
    }

    /// Puts a finished value where it belongs: the root, an element, a key or the value of a key.
    private mutating func place(_ value: LocatedValue) -> Bool {
        guard !open.isEmpty else {
            root = value
            return true
        }
        if let finding = open[open.count - 1].add(value, collector: collector) {
            if finding.code != .inputDuplicateKey { isUnusable = true }
            collector.report(finding)
        }
        return true
    }

    private mutating func refuse(_ code: FindingCode, _ message: String, _ event: yaml_event_t) {
        isUnusable = true
        collector.report(
            code, message, at: places.location(from: event.start_mark, to: event.end_mark))
    }

    /// Refuses anchors and tags, which stand at the start of the event that they belong to.
    private mutating func refuseDecoration(_ event: yaml_event_t, _ decoration: YAMLDecoration) {
        guard decoration.hasAnchor || decoration.hasTag else { return }
        isUnusable = true
        let place = places.location(at: event.start_mark)
        if decoration.hasAnchor {
            collector.report(
                .inputAliasNotAllowed, "anchors are not allowed", at: place,
                help: "put quotes round a text that begins with '&'")
        }
        if decoration.hasTag {
            collector.report(
                .inputTagNotAllowed, "tags are not allowed", at: place,
                help: "put quotes round a text that begins with '!'")
        }
    }

    private mutating func report(_ failure: YAMLFailure) {
        let notes = failure.context.map { context in
            [FindingNote(context.text, at: places.location(at: context.mark))]
        }
        collector.report(
            failure.code, failure.problem, at: places.location(at: failure.mark),
            notes: notes ?? [], help: failure.help)
    }
}
