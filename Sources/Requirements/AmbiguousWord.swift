import Diagnostics
import LocatedInput

/// Words that bidders price differently: each is refused with its readings, before any price.
enum AmbiguousWord {
    /// Keys that mean more than one thing, with the keys that mean one.
    private static let keys: [(word: String, readings: String)] = [
        (
            "replicated",
            "'replicas: 2' for two full copies at different sites, or "
                + "'replication: regional' for a service that copies within its region"
        ),
        (
            "available",
            "'availability: \"99.95\"' for a share of time, or 'access: online' for "
                + "data that can be read at once"
        ),
        (
            "accessible",
            "'access: online' for data that can be read at once, or "
                + "'availability: \"99.95\"' for a share of time"
        ),
        (
            "redundant",
            "'replicas: 2' for two full copies, 'split' for one quantity over sites, "
                + "or 'replication: regional' for a service that copies within its region"
        ),
        ("encrypted", "'encryptionAtRest: provider-key' or 'encryptionAtRest: customer-key'"),
        ("capacity", "'capacityTB' for powers of ten, or 'capacityTiB' for powers of two"),
        ("memory", "'memoryGiB', the memory of one copy in powers of two"),
    ]

    /// Reports every ambiguous key of a workload.
    static func report(in reader: inout FieldReader, _ collector: FindingCollector) {
        for (word, readings) in keys {
            // Asked for only where written: otherwise it would be suggested for a mistyped key.
            guard reader.has(word) else { continue }
            _ = reader.child(word)
            collector.report(
                .requirementAmbiguousWord, "'\(word)' can be read in more than one way",
                at: reader.keyLocation(of: word), help: "write \(readings)")
        }
    }

    /// Reports an access class that is no word of the vocabulary.
    static func reportAccess(
        _ word: Located<String>, _ words: [String], _ collector: FindingCollector
    ) {
        let readings: [String: String] = [
            "available": "online or nearline", "highly accessible": "online or nearline",
            "accessible": "online or nearline", "hot": "online", "warm": "online or nearline",
            "cold": "nearline or offline", "archive": "nearline or offline",
        ]
        if let reading = readings[word.value.lowercased()] {
            collector.report(
                .requirementAmbiguousWord,
                "access '\(word.value)' can be read as \(reading)", at: word.location,
                help: "online is read at once, nearline at a fee for reading, offline after hours; "
                    + "write the one that is meant")
        } else {
            let near = DidYouMean.nearest(to: word.value, in: words)
            collector.report(
                .inputUnknownWord,
                "unknown access '\(word.value)'; expected \(words.joined(separator: ", "))",
                at: word.location, help: near.map { "did you mean '\($0)'?" })
        }
    }
}
