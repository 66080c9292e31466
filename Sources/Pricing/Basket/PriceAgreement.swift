package import Diagnostics
package import LocatedInput
package import Quantities

/// What seller and buyer agree on beside the sheets: steps, commitments, periods, rounding, money.
package struct PriceAgreement: Sendable {
    /// A part of the contract.
    package struct Period: Sendable, Hashable {
        /// As in `base` or `option-1`; the first is the base.
        package let id: String
        /// First day.
        package let from: CalendarDate
        /// First day after.
        package let to: CalendarDate
        /// Whether it extends the contract, which no surge falls on.
        package let isExtension: Bool
        /// Whether its price is agreed later: it counts for nothing, and is said.
        package let isToBeAgreed: Bool
        /// The most that it may cost; `nil` for none.
        package let cap: Money?
    }

    /// Spend that is promised, and what counts towards it.
    package struct Promise: Sendable {
        /// What is promised over the evaluated contract.
        package let commitment: SpendCommitment
        /// Meters that count, a closing `*` standing for any rest; empty for all.
        package let counts: [String]
    }

    /// A promise by the hour, with the rates that it buys.
    package struct SavingsPromise: Sendable {
        /// Of the promise and the rates.
        package let currency: Currency
        /// What is promised; `nil` for the promise under which the basket costs least.
        package let perHour: ExactDecimal?
        /// Price of a unit and hour under the promise, by meter.
        package let rates: [String: ExactDecimal]
    }

    /// What every amount is due in.
    package var currency: Currency
    /// Date of the prices; that of the catalog unless stated.
    package var asOf: CalendarDate?
    /// Hours of a month.
    package var hours: MonthBasis = .average
    /// Where amounts become whole minor units.
    package var roundingPlace: RoundingPlace = .line
    /// How they do.
    package var roundingMode: RoundingMode = .halfUp
    /// Rates that it fixes.
    package var rates: [DatedRate] = []
    /// What is paid in, where that is not the currency of the amounts.
    package var settlement: Currency?
    /// How shares come together.
    package var combination: StepCombination = .sequential
    /// From list to net.
    package var steps: [PriceStep] = []
    /// The least that prices may come to.
    package var floor: PriceFloor?
    /// The first is the base; empty for one that spans the basket.
    package var periods: [Period] = []
    /// Spend that is promised.
    package var promise: Promise?
    /// A promise by the hour.
    package var savings: SavingsPromise?
    /// How prices of later years move.
    package var indexation: PriceIndexation?
    /// Taxes by place.
    package var taxes: [TaxRule] = []
    /// Duty on goods.
    package var duty: DutyRule?
    /// Amounts in the buyer's favour.
    package var credits: [Credit] = []
    /// Surge, fees, ceiling, obligation and minimum.
    package var terms = ContractTotals.Terms()
    /// What leaving costs; `nil` where it is not stated.
    package var exit: Money?

    /// Creates an agreement that states nothing but its currency.
    package init(currency: Currency) { self.currency = currency }
}

extension PriceAgreement {
    /// Reads an agreement; every mistake is a finding.
    ///
    /// - Returns: `nil` where it has no usable currency.
    package init?(_ value: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "agreement", collector) else { return nil }
        if let format = reader.required("agreement", as: Int.self), format.value != 1 {
            collector.report(
                .priceBadAgreement, "expected format 1, found \(format.value)",
                at: format.location)
        }
        guard let currency = reader.required("currency", as: Currency.self) else { return nil }
        self.init(currency: currency.value)
        asOf = reader.optional("asOf", as: CalendarDate.self)?.value
        hours = reader.optional("hours", as: MonthBasis.self)?.value ?? .average
        settlement = reader.optional("settlement", as: Currency.self)?.value
        combination =
            reader.optional("combination", as: StepCombination.self)?.value
            ?? .sequential
        if var rounding = reader.nested("rounding") {
            roundingPlace = rounding.optional("at", as: RoundingPlace.self)?.value ?? .line
            roundingMode =
                rounding.optional("mode", as: RoundingModeWord.self)?.value.mode
                ?? .halfUp
            rounding.finish()
        }
        let decoder = AgreementDecoder(currency: currency.value, collector: collector)
        rates = reader.children("rates").compactMap(decoder.rate)
        steps = reader.children("steps").compactMap(decoder.step)
        floor = reader.child("floor").flatMap(decoder.floor)
        periods = reader.children("periods").compactMap(decoder.period)
        promise = reader.child("commitment").flatMap(decoder.promise)
        savings = reader.child("savingsPlan").flatMap(decoder.savings)
        taxes = reader.children("taxes").compactMap(decoder.tax)
        duty = reader.child("duty").flatMap(decoder.duty)
        credits = reader.children("credits").compactMap(decoder.credit)
        exit = reader.optional("exit", as: ExactDecimal.self).flatMap(decoder.money)
        decoder.readTerms(&reader, into: &terms)
        decoder.checkTaxes(taxes, at: reader.location(of: "taxes"))
        decoder.checkPeriods(periods, at: reader.location(of: "periods"))
        indexation = reader.child("indexation").flatMap {
            decoder.indexation($0, periods: periods)
        }
        reader.finish()
    }
}

extension MonthBasis: InputVocabulary {}
extension StepCombination: InputVocabulary {}
extension RoundingPlace: InputVocabulary {}
extension PriceStep.Kind: InputVocabulary {}
extension Incoterm: InputVocabulary {}

/// Rounding modes as files write them.
enum RoundingModeWord: String, InputVocabulary {
    case halfUp = "half-up"
    case halfEven = "half-even"
    case down
    case up
    case floor
    case ceiling

    var mode: RoundingMode {
        switch self {
        case .halfUp: .halfUp
        case .halfEven: .halfEven
        case .down: .down
        case .up: .up
        case .floor: .floor
        case .ceiling: .ceiling
        }
    }
}
