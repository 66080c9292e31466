import Diagnostics
import LocatedInput
import Quantities

/// Names a row of a roster: letters, digits, hyphens, underscores and points, at most 40.
///
/// It is the only text of a roster that answers repeat, so it has no room for a name.
struct RosterID: InputScalar {
    static let expectation = "an id of at most 40 letters, digits, hyphens, points and underscores"

    let text: String

    init?(inputText: String) {
        let isID = inputText.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F || byte == 0x2E
        }
        guard isID, (1...40).contains(inputText.utf8.count) else { return nil }
        text = inputText
    }
}

/// A share of a full week: 0.5, 50 % or 50%.
struct RosterShare: InputScalar {
    static let expectation = "a share of a full week above 0, up to 1, like 0.5 or 50 %"

    let thousandths: Int

    init?(inputText: String) {
        let isPercent = inputText.hasSuffix("%")
        var text = isPercent ? String(inputText.dropLast()) : inputText
        while text.last == " " { text.removeLast() }
        // Half of Europe writes 0,5; a group of thousands makes no share.
        if let comma = text.firstIndex(of: ","), !text.contains(".") {
            text.replaceSubrange(comma...comma, with: ".")
        }
        guard let value = try? ExactDecimal(parsing: text),
            let thousandths = Self.thousandths(value, isPercent: isPercent),
            (1...1000).contains(thousandths)
        else { return nil }
        self.thousandths = thousandths
    }

    private static func thousandths(_ value: ExactDecimal, isPercent: Bool) -> Int? {
        let factor = ExactDecimal(isPercent ? 10 : 1000)
        guard let product = try? value.multiplied(by: factor) else { return nil }
        return product.wholeNumber.map(Int.init)
    }
}

/// Yes or no as spreadsheets write it.
struct RosterFlag: InputScalar {
    static let expectation = "yes or no"

    let isTrue: Bool

    init?(inputText: String) {
        switch inputText.lowercased() {
        case "yes", "true", "1": isTrue = true
        case "no", "false", "0": isTrue = false
        default: return nil
        }
    }
}
