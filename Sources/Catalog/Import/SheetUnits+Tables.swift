import Quantities

// The words for units that the sheets use, and what they count. A word that only names what is
// counted (connections, keys, users) counts pieces; one unit of a size stands for so many of the
// catalog's unit: TB is 1,000 GB, TiB is 1,024 GiB, as they are written.
extension SheetUnits {
    /// Azure: units of the Retail Prices API and of agreements.
    ///
    /// The words are those of the column UnitOfMeasure in Microsoft's table of pricing units
    /// (microsoft/finops-toolkit, open data, 20 May 2026), in which a leading number is the block.
    static let azureWords: [String: (PriceUnit, String)] = {
        var words: [String: (PriceUnit, String)] = [
            "": (.unit, "1"), "/second": (.unitSecond, "1"), "/minute": (.unitMinute, "1"),
            "/hour": (.unitHour, "1"), "/day": (.unitDay, "1"), "/month": (.unitMonth, "1"),
            "/year": (.unitYear, "1"), "/10 days": (.unitDay, "10"), "/3 months": (.unitMonth, "3"),
            "/6 months": (.unitMonth, "6"), "iops/month": (.unitMonth, "1"),
            "cubic meter/month": (.unitMonth, "1"), "million": (.unit, "1000000"),
            "1,000s": (.unit, "1000"), "mbps": (.unit, "1"),
            "gb/hora": (.gigabyteHour, "1"), "gb/月": (.gigabyteMonth, "1"),
            "gb/mes": (.gigabyteMonth, "1"),
        ]
        for size in sizes {
            words[size.word] = (size.unit, size.each)
            for (period, units) in periods {
                guard let unit = size.isBinary ? units.binary : units.decimal else { continue }
                words["\(size.word)/\(period)"] = (unit, size.each)
                for ending in ["", "s"] {
                    words["\(size.word) \(period)\(ending)"] = (unit, size.each)
                }
            }
        }
        for (names, unit) in pieces {
            for name in names.split(separator: "|") { words[String(name)] = (unit, "1") }
        }
        return words
    }()

    private static let sizes: [(word: String, unit: PriceUnit, each: String, isBinary: Bool)] = [
        ("mb", .gigabyte, "0.001", false), ("gb", .gigabyte, "1", false),
        ("tb", .gigabyte, "1000", false), ("pb", .gigabyte, "1000000", false),
        ("gib", .gibibyte, "1", true), ("tib", .gibibyte, "1024", true),
        ("pib", .gibibyte, "1048576", true),
    ]

    private static let periods: [(String, (decimal: PriceUnit?, binary: PriceUnit?))] = [
        ("second", (.gigabyteSecond, .gibibyteSecond)), ("minute", (nil, .gibibyteMinute)),
        ("hour", (.gigabyteHour, .gibibyteHour)), ("day", (.gigabyteDay, .gibibyteDay)),
        ("month", (.gigabyteMonth, .gibibyteMonth)),
    ]

    private static let pieces: [(String, PriceUnit)] = [
        ("second|seconds", .unitSecond),
        ("minute|minutes|minute(s)|callingminutes|virtual user minutes", .unitMinute),
        (
            "hour|hours|1 hour|hora|小时|/小时|content hours|instance hours|unit hours|core hours|"
                + "core hrs|relay hours|relay hrs|db hours|dbu hours|hourly connection|hourly unit|"
                + "hourly units", .unitHour
        ),
        (
            "day|days|daily app|daily connection|daily connections|daily pack|daily reserved unit|"
                + "daily reserved units|daily unit|daily units|daily user", .unitDay
        ),
        ("month|months|por mes|maus", .unitMonth),
        ("annual domain|annual domains|annual subscriptions", .unitYear),
        (
            "api calls|requests|transactions|operations|queries|per call|per request|"
                + "authentications|per privacy subject rights request|print job", .request
        ),
        (
            "unit|units|count|text|unassigned|agents|apis|actions|activities|activity runs|"
                + "border routers|certificate|checks|concurrent dvc|connection|connections|"
                + "data points|database unit|database units (du)|device|devices|events|executions|"
                + "faces|hosted zones|key|key use|keys|licenses|maps|messages|messaging unit|"
                + "named users|node|nodes|operation units|pipeline|pipelines|plan|plans|policies|"
                + "predictions|pushes|renders|resource|rotation|rotations|service endpoints|sites|"
                + "subscription|subscriptions|user|users|vm|virtual machine|website|zones", .unit
        ),
    ]

    /// Texts that do not read as a number and a word.
    static let azureExceptions: [String: Meaning] = [
        // The table gives it a block of 1: what it counts are tens of thousands.
        "10000s": Meaning(unit: .request, block: .one)
    ]

    /// AWS: the attribute `unit`, in small letters.
    static let amazonWords: [String: (PriceUnit, Int)] = {
        var words: [String: (PriceUnit, Int)] = [:]
        for (names, unit) in amazonUnits {
            for name in names.split(separator: "|") { words[String(name)] = (unit, 1) }
        }
        words["tb"] = (.gigabyte, 1000)
        words["1m requests"] = (.request, 1_000_000)
        return words
    }()

    private static let amazonUnits: [(String, PriceUnit)] = [
        (
            "hrs|hours|hour|hr|vcpu-hours|vcpu-hour|acu-hr|acu-hrs|dcu-hr|lcu-hrs|cr-hr|rule-hour|"
                + "gbps-hrs|ocu-hours|ncu-hrs|writecapacityunit-hrs|readcapacityunit-hrs|"
                + "replicatedwritecapacityunit-hrs|dpu-hour|rpu-hr|instance-hours|node-hours",
            .unitHour
        ),
        (
            "iops-mo|iops-month|vcpu-months|acu-months|mbps-mo|mibps-mo|gibps-mo|mo|month|months|"
                + "user-mo|key-month|keys-month", .unitMonth
        ),
        ("gb-mo|gb-month|gb-months", .gigabyteMonth), ("gib-mo|gib-month", .gibibyteMonth),
        ("gb|gigabytes|gigabyte", .gigabyte), ("gib", .gibibyte),
        ("gb-hours|gb-hour|gb-hr", .gigabyteHour), ("gib-hours|gib-hr", .gibibyteHour),
        ("gb-second|gb-seconds|lambda-gb-second", .gigabyteSecond),
        ("second|seconds|sec", .unitSecond), ("minute|minutes|min", .unitMinute),
        ("day|days", .unitDay), ("year|years", .unitYear),
        (
            "requests|request|api requests|api calls|api call|queries|readrequestunits|"
                + "writerequestunits|replicatedwriterequestunits", .request
        ),
        (
            "count|units|unit|events|event|metrics|metric update|alarms|alarm|dashboards|messages|"
                + "ios|io|rule|rules|runs|snapshotapiunits|elasticacheprocessingunit|quantity|keys|"
                + "users|jobs|operations|notifications", .unit
        ),
    ]

    /// Google: units in the notation of UCUM, as `usageUnit` writes them.
    static let ucum: [String: (PriceUnit, Int)] = [
        "h": (.unitHour, 1), "min": (.unitMinute, 1), "s": (.unitSecond, 1), "d": (.unitDay, 1),
        "mo": (.unitMonth, 1), "y": (.unitYear, 1), "count": (.unit, 1), "1": (.unit, 1),
        "GiBy": (.gibibyte, 1), "TiBy": (.gibibyte, 1024), "GBy": (.gigabyte, 1),
        "TBy": (.gigabyte, 1000), "GiBy.h": (.gibibyteHour, 1), "TiBy.h": (.gibibyteHour, 1024),
        "GiBy.mo": (.gibibyteMonth, 1), "TiBy.mo": (.gibibyteMonth, 1024),
        "GiBy.d": (.gibibyteDay, 1), "GiBy.s": (.gibibyteSecond, 1), "GBy.h": (.gigabyteHour, 1),
        "GBy.mo": (.gigabyteMonth, 1), "GBy.s": (.gigabyteSecond, 1), "GBy.d": (.gigabyteDay, 1),
    ]

    /// Oracle: the attribute `metricName` in small letters, without a number in front.
    static let oracleWords: [String: (PriceUnit, String)] = {
        var words: [String: (PriceUnit, String)] = [
            "million datapoints": (.unit, "1000000"),
            "million delivery operations": (.request, "1000000"),
            "gb memory-seconds": (.gigabyteSecond, "1"),
            "terabyte storage capacity per month": (.gigabyteMonth, "1000"),
            "nvme terabyte per hour": (.gigabyteHour, "1000"),
            "gibibyte memory per hour": (.gibibyteHour, "1"),
        ]
        for (names, unit) in oracleUnits {
            for name in names.split(separator: "|") { words[String(name)] = (unit, "1") }
        }
        return words
    }()

    private static let oracleUnits: [(String, PriceUnit)] = [
        (
            "ocpu per hour|ecpu per hour|hosted environment per hour|node per hour|gpu per hour|"
                + "port hour|host cpu core per hour|training hour|messages per hour|"
                + "requests per hour|monitor runs per hour|monitored resources per hour|"
                + "instance per hour|heatwave capacity per hour|virtual private vault per hour|"
                + "workspace usage per hour|logging analytics storage unit per hour|"
                + "events per hour|mbps per hour|migration hour|execution hour|"
                + "transcription hour|active process user per hour|inferencing unit hour|"
                + "virtual node per hour|load balancer hour|cluster per hour|load balancer|"
                + "ai unit per hour|mac server per hour|endpoint per hour|"
                + "gpu monitoring unit per hour|cluster hour|hsm partition per hour",
            .unitHour
        ),
        (
            "gigabyte per hour|gigabytes per hour|redis memory gigabyte per hour|"
                + "gigabyte storage per hour", .gigabyteHour
        ),
        (
            "gigabyte storage capacity per month|gigabyte (gb) storage capacity per month|"
                + "gigabyte per month|gigabyte log storage per month|virtualized gb per month",
            .gigabyteMonth
        ),
        (
            "gigabyte outbound data transfer per month|gigabyte of data transferred|"
                + "gigabytes of data transferred|gigabyte (gb) of data transferred|"
                + "gigabyte of data processed per hour|gigabyte (gb) of data processed|"
                + "gb storage retrieved per month|gb of packaged content", .gigabyte
        ),
        (
            "user per month|write unit per month|read unit per month|assets per month|"
                + "workforce user per month|endpoints per month|"
                + "audit records per target per month|key version per month|"
                + "instance per month|consumer user per month|"
                + "performance units per gigabyte per month|target database per month|"
                + "hosted environment per month|execution pack per month|desktop per month|"
                + "logging analytics storage unit per month|host cpu core per month|"
                + "managed resource per month|video pack (500 videos - 500 gb) per month",
            .unitMonth
        ),
        ("resource possession per day", .unitDay),
        ("minute of output media content|processed video minute", .unitMinute),
        (
            "transactions|queries|dns traffic managment queries|function invocations|"
                + "requests per month (first 50,000 free)|api calls per month|"
                + "incoming requests per month|api calls|requests|request", .request
        ),
        (
            "each|per sms message sent|sms message sent|emails sent|token|tokens|"
                + "annotated data record|universal credits consumption|ai data platform unit",
            .unit
        ),
    ]
}
