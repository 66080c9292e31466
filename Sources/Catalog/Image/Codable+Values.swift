import Diagnostics
import Quantities

extension Identifier: Codable {
    /// Takes the text as it stands.
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the text alone.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

extension CalendarDate: Codable {
    /// Takes what `encode` writes; a number that is no day is a mistake.
    package init(from decoder: any Decoder) throws {
        let number = try decoder.singleValueContainer().decode(Int.self)
        guard
            let date = CalendarDate(
                year: number / 512, month: number / 32 % 16, day: number % 32)
        else { throw ImageError() }
        self = date
    }

    /// Writes year, month and day as one number.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode((year * 16 + month) * 32 + day)
    }
}

extension AsOf: Codable {
    /// Takes what `encode` writes.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let date = try container.decodeIfPresent(CalendarDate.self, forKey: .date)
        self = date.map(AsOf.date) ?? .undated
    }

    /// Writes the day, or nothing for undated facts.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        let date: CalendarDate? = if case .date(let date) = self { date } else { nil }
        try container.encodeIfPresent(date, forKey: .date)
    }

    private enum CodingKeys: CodingKey {
        case date
    }
}

extension CalendarPeriod: Codable, ImageList {
    var imageCount: Int { 4 }

    /// Takes what `encode` writes.
    package init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        let parts = try (0..<4).map { _ in try container.decode(Int.self) }
        guard parts.allSatisfy((0...CalendarPeriod.maximumPart).contains) else {
            throw ImageError()
        }
        self.init(years: parts[0], months: parts[1], weeks: parts[2], days: parts[3])
    }

    /// Writes years, months, weeks and days.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        for part in [years, months, weeks, days] { try container.encode(part) }
    }
}

extension Currency: Codable {
    /// Takes a code of ISO 4217.
    package init(from decoder: any Decoder) throws {
        let code = try decoder.singleValueContainer().decode(String.self)
        guard let currency = Currency(code: code) else { throw ImageError() }
        self = currency
    }

    /// Writes the code.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}

extension ExactDecimal: Codable, ImageList {
    var imageCount: Int { 3 }

    /// Takes what `encode` writes.
    package init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        let scale = try container.decode(Int.self)
        let high = try container.decode(Int.self)
        let low = try container.decode(Int.self)
        guard (0...38).contains(scale) else { throw ImageError() }
        if let coefficient = Self.narrow(high, low) {
            self.init(coefficient: coefficient, scale: UInt8(scale))
        } else {
            let wide = Int128(high) << 64 | Int128(UInt64(bitPattern: Int64(low)))
            guard wide != .min else { throw ImageError() }
            try self.init(coefficient: wide, scale: scale)
        }
    }

    /// Writes the decimals and both halves of the digits.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(scale)
        try container.encode(Int(truncatingIfNeeded: coefficient >> 64))
        try container.encode(Int(truncatingIfNeeded: coefficient))
    }

    /// The digits, where the lower half holds them.
    private static func narrow(_ high: Int, _ low: Int) -> Int64? {
        high == (low < 0 ? -1 : 0) ? Int64(low) : nil
    }
}

extension SourceLocation: Codable, ImageList {
    var imageCount: Int { 4 }

    /// Takes what `encode` writes.
    package init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        self.init(
            path: try container.decode(String.self), line: try container.decode(Int.self),
            column: try container.decode(Int.self), length: try container.decode(Int.self))
    }

    /// Writes path, line, column and length.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(path)
        for number in [line, column, length] { try container.encode(number) }
    }
}

extension Provenance: Codable {
    /// Takes what `encode` writes.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            source: try container.decode(String.self, forKey: .source),
            asOf: try container.decode(AsOf.self, forKey: .asOf),
            confidence: try container.decode(Confidence.self, forKey: .confidence),
            unverifiedFields: try container.decode([String].self, forKey: .unverified),
            location: try container.decode(SourceLocation.self, forKey: .location))
        let fields = try container.decode([String].self, forKey: .answeredFields)
        let answers = try container.decode([AnsweredField].self, forKey: .answers)
        guard fields.count == answers.count else { throw ImageError() }
        for (field, answer) in zip(fields, answers) { answered[field] = answer }
    }

    /// Writes the fields, and those that answers state in the order of their names.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(source, forKey: .source)
        try container.encode(asOf, forKey: .asOf)
        try container.encode(confidence, forKey: .confidence)
        try container.encode(unverifiedFields, forKey: .unverified)
        try container.encode(location, forKey: .location)
        let answers = answered.sorted { $0.key < $1.key }
        try container.encode(answers.map(\.key), forKey: .answeredFields)
        try container.encode(answers.map(\.value), forKey: .answers)
    }

    private enum CodingKeys: CodingKey {
        case source, asOf, confidence, unverified, location, answeredFields, answers
    }
}
