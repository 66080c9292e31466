package import Diagnostics
package import LocatedInput
package import Quantities

/// A limit of money over a part of the term and a part of the enclaves.
package struct Budget: Sendable {
    /// Which part of the cost a budget faces.
    package enum Cover: Sendable, Hashable {
        /// The base period.
        case base
        /// Everything evaluated.
        case evaluated
        /// Each year by itself.
        case eachYear
        /// One option period by itself, from 1.
        case option(Int)
    }

    /// On which day the years of a yearly budget begin.
    package enum YearStart: Sendable, Hashable {
        /// Twelve months from the start of the term, and so on.
        case contract
        /// The first of a month, 1 for January: calendar and fiscal years.
        case month(Int)
    }

    /// What the amount says about tax.
    package enum TaxTreatment: String, InputVocabulary, Sendable {
        /// Net of tax, as prices are.
        case excluded
        /// Tax is part of the amount.
        case included
        /// No tax falls on what it pays for; every enclave of its scope is exempt.
        case exempt
    }

    /// How people count who also serve enclaves outside the scope.
    package enum SharedPeople: String, InputVocabulary, Sendable {
        /// In full, in each budget whose scope they serve: errs to the safe side.
        case counted
        /// Not at all.
        case leftOut = "left-out"
    }

    /// Unique among the budgets; `budget-1`, `budget-2`, … unless stated.
    package let id: String
    /// Which part of the cost it limits.
    package let covers: Located<Cover>
    /// Of the contract unless stated.
    package let yearStart: YearStart
    /// Most that may be spent, in its own currency; never negative.
    package let amount: Located<Money>
    /// Net unless stated.
    package let tax: Located<TaxTreatment>
    /// Enclaves that it pays for; empty for everything.
    package let enclaves: [Located<String>]
    /// Counted in full unless stated.
    package let sharedPeople: SharedPeople
    /// Where its name is written, or where it begins.
    package let location: SourceLocation

    /// Identifiers of its enclaves in alphabetical order; empty for everything.
    package var scope: [String] { Set(enclaves.map(\.value)).sorted() }
}

extension Budget.Cover: InputScalar {
    /// Gives "'base', 'evaluated', 'each-year' or an option like 'option-1'".
    package static var expectation: String {
        "'base', 'evaluated', 'each-year' or an option like 'option-1'"
    }

    /// Takes the words, and `option-1` to `option-99`.
    package init?(inputText: String) {
        switch inputText {
        case "base": self = .base
        case "evaluated": self = .evaluated
        case "each-year": self = .eachYear
        default:
            guard inputText.hasPrefix("option-"),
                let number = Int(inputText: String(inputText.dropFirst(7))),
                (1...99).contains(number)
            else { return nil }
            self = .option(number)
        }
    }

    /// Gives the nearest word as help.
    package static func mistake(in text: String) -> InputMistake {
        let words = ["base", "each-year", "evaluated", "option-1"]
        return InputMistake(.inputUnknownWord, help: DidYouMean.help(for: text, in: words))
    }

    /// As requirements write it.
    package var word: String {
        switch self {
        case .base: "base"
        case .evaluated: "evaluated"
        case .eachYear: "each-year"
        case .option(let number): "option-\(number)"
        }
    }
}

extension Budget.YearStart: InputScalar {
    /// Names of the months, January first.
    package static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]

    /// Gives "'contract', 'calendar' or a month like 'april'".
    package static var expectation: String { "'contract', 'calendar' or a month like 'april'" }

    /// Takes `contract`, `calendar` (as `january`) and the months in small letters.
    package init?(inputText: String) {
        if inputText == "contract" {
            self = .contract
        } else if inputText == "calendar" {
            self = .month(1)
        } else if let index = Self.months.firstIndex(of: inputText) {
            self = .month(index + 1)
        } else {
            return nil
        }
    }

    /// Gives the nearest word as help.
    package static func mistake(in text: String) -> InputMistake {
        let words = (["calendar", "contract"] + months).sorted()
        return InputMistake(.inputUnknownWord, help: DidYouMean.help(for: text, in: words))
    }
}
