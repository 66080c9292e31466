package import Diagnostics
package import LocatedInput
import Assembly
import Pricing
import Quantities

extension QuoteFile {
    /// Reads a quote file; parts that only inform are not looked at.
    ///
    /// - Returns: `nil` where the file is no quote with a package; the collector says why.
    package init?(_ value: LocatedValue, into collector: FindingCollector) {
        guard var reader = FieldReader(value, "quote", collector) else { return nil }
        let format = reader.required("format", as: String.self)
        if let format, format.value != Self.format {
            collector.report(
                .proposalUnknownFormat, "'\(format.value)' is not \(Self.format)",
                at: format.location, help: "use the version of sovereign that wrote the file")
            return nil
        }
        let status = reader.required("status", as: String.self)
        if let status, status.value != "package" {
            collector.report(
                .proposalNoPackage, "the file holds no package: it is '\(status.value)'",
                at: status.location, help: "only a quote with a package can be verified")
            return nil
        }
        let currency = reader.required("currency", as: Currency.self)
        guard format != nil, status != nil, let currency = currency?.value else { return nil }
        let parts = QuoteParts(currency: currency, collector: collector)
        let rates = parts.reader(&reader, "rates").flatMap { parts.rates($0) }
        var requirement = parts.reader(&reader, "requirement")
        let text = requirement?.required("text", as: String.self)
        let hash = requirement?.required("sha256", as: String.self)
        requirementSettings = requirement?.list("settings", as: String.self).map(\.value) ?? []
        lines = reader.children("lines").compactMap { parts.line($0) }
        people = reader.children("people").compactMap { parts.head($0) }
        steps = reader.children("steps").compactMap { parts.step($0) }
        let staff = reader.child("staff").flatMap { FieldReader($0, "staff", collector) }
        lists = staff.map { parts.lists($0) } ?? []
        discounts = reader.children("discounts").compactMap { parts.discount($0) }
        periods = reader.children("periodTotals").compactMap { parts.period($0) }
        contract = reader.nested("contract").flatMap { parts.contract($0) }
        taxes = reader.children("taxes").compactMap { parts.tax($0) }
        budgets = reader.children("budgets").compactMap { parts.budget($0) }
        let total = reader.requiredChild("total").flatMap { parts.total($0) }
        let problem = reader.requiredChild("problem")
            .flatMap { AssemblyProblem.decode($0, into: collector) }
        let answer = reader.requiredChild("answer").flatMap { parts.answer($0) }
        change = reader.nested("change").flatMap { parts.change($0) }
        guard let rates, let text, let hash, let total, let problem, let answer,
            !collector.hasErrors
        else { return nil }
        self.currency = currency
        self.rates = rates
        requirementText = text.value
        requirementHash = hash.value
        self.total = total
        self.problem = problem
        self.answer = answer
    }
}

/// Reads the parts of a quote file.
struct QuoteParts {
    let currency: Currency
    let collector: FindingCollector

    /// Turns what the numbers throw into a finding at the part's place.
    private func checked<Part>(
        _ location: SourceLocation, _ body: () throws -> Part
    ) -> Part? {
        do {
            return try body()
        } catch {
            collector.report(.proposalBrokenPart, "\(error)", at: location)
            return nil
        }
    }

    private func money(_ text: Located<String>) -> Money? {
        checked(text.location) { try Money(parsing: text.value, currency: currency) }
    }

    /// Totals of the contract.
    func contract(_ reader: FieldReader) -> QuoteFile.Contract? {
        var reader = reader
        let evaluated = reader.required("evaluated", as: String.self).flatMap(money)
        let surge = reader.required("surge", as: String.self).flatMap(money)
        let withFees = reader.required("withFees", as: String.self).flatMap(money)
        guard let evaluated, let surge, let withFees else { return nil }
        return QuoteFile.Contract(evaluated: evaluated, surge: surge, withFees: withFees)
    }

    /// Reads a mapping that must be there.
    func reader(_ outer: inout FieldReader, _ key: String) -> FieldReader? {
        outer.requiredChild(key).flatMap { FieldReader($0, key, collector) }
    }

    /// What the settings changed; `nil` also where either side has no package.
    func change(_ reader: FieldReader) -> QuoteFile.Change? {
        var reader = reader
        guard var money = reader.nested("money") else { return nil }
        let before = money.required("beforeE4", as: Int.self)
        let after = money.required("afterE4", as: Int.self)
        let causes = money.children("causes").compactMap { parts(of: $0, "cause") }
        let effects = money.children("settings").compactMap { parts(of: $0, "setting") }
        guard let before, let after else { return nil }
        return QuoteFile.Change(
            beforeE4: Int64(before.value), afterE4: Int64(after.value), causesE4: causes,
            effectsE4: effects)
    }

    private func parts(of value: LocatedValue, _ what: String) -> Int64? {
        guard var reader = FieldReader(value, what, collector) else { return nil }
        return reader.required("changeE4", as: Int.self).map { Int64($0.value) }
    }

    func rates(_ reader: FieldReader) -> EuroReferenceRates? {
        var reader = reader
        let date = reader.required("date", as: CalendarDate.self)
        guard let date, let table = reader.requiredChild("unitsPerEuro"),
            case .mapping(let entries) = table.content
        else { return nil }
        var rates: [EuroReferenceRates.Rate] = []
        for entry in entries {
            guard case .scalar(let text, _) = entry.value.content,
                let currency = Currency(code: entry.key),
                let units = try? ExactDecimal(parsing: text)
            else {
                collector.report(
                    .proposalBrokenPart, "'\(entry.key)' is no rate", at: entry.keyLocation)
                return nil
            }
            rates.append(EuroReferenceRates.Rate(currency: currency, unitsPerEuro: units))
        }
        return checked(table.location) {
            try EuroReferenceRates(date: date.value, unitsPerEuro: rates)
        }
    }

    func line(_ value: LocatedValue) -> QuoteFile.Line? {
        guard var reader = FieldReader(value, "line", collector) else { return nil }
        let id = reader.required("id", as: String.self)
        let option = text(of: reader.child("option"))
        let module = reader.child("module").flatMap { self.module($0) }
        let period = reader.required("period", as: String.self)
        let from = reader.optional("from", as: CalendarDate.self)
        let months = reader.required("months", as: Int.self)
        let committed = reader.required("committedMonths", as: Int.self)
        let meter = self.reader(&reader, "meter")
        let schedule = meter.flatMap { (meter: FieldReader) in self.schedule(meter) }
        let facts = meter.map { factAmounts($0) } ?? []
        let named = meter.map { meterName($0) }
        let term = reader.required("termCharge", as: String.self).flatMap { ratio($0) }
        let units = reader.required("unitsPerMonth", as: ExactDecimal.self)
        let amount = reader.required("amount", as: String.self).flatMap { money($0) }
        let years = reader.children("years").compactMap { year($0) }
        guard let id, let period, let months, let committed, let schedule, let units,
            let term, let amount
        else { return nil }
        return QuoteFile.Line(
            id: id.value, option: option, module: module, period: period.value,
            from: from?.value, months: months.value,
            committedMonths: committed.value, schedule: schedule, unitsPerMonth: units.value,
            sku: named?.sku ?? "", freeUnits: named?.freeUnits, factAmounts: facts,
            termCharge: term, amount: amount, years: years)
    }

    private func meterName(_ reader: FieldReader) -> (sku: String, freeUnits: ExactDecimal?) {
        var reader = reader
        let sku = reader.optional("sku", as: String.self)
        let free = text(of: reader.child("freePerAccount")).flatMap {
            try? ExactDecimal(parsing: $0)
        }
        return (sku?.value ?? "", free)
    }

    private func module(_ value: LocatedValue) -> QuoteFile.Module? {
        guard var reader = FieldReader(value, "module", collector) else { return nil }
        let id = reader.required("id", as: String.self)
        let place = reader.required("place", as: String.self)
        let count = reader.required("count", as: Int.self)
        guard let id, let place, let count else { return nil }
        return QuoteFile.Module(id: id.value, place: place.value, count: Int64(count.value))
    }

    func step(_ value: LocatedValue) -> QuoteFile.Step? {
        guard var reader = FieldReader(value, "step", collector) else { return nil }
        let id = reader.required("id", as: String.self)
        let step = reader.required("step", as: String.self)
        let period = reader.required("period", as: String.self)
        let amount = reader.required("amount", as: String.self).flatMap { money($0) }
        guard let id, let step, let period, let amount else { return nil }
        return QuoteFile.Step(
            id: id.value, step: step.value, period: period.value, amount: amount)
    }

    private func year(_ value: LocatedValue) -> QuoteFile.Year? {
        guard var reader = FieldReader(value, "year", collector) else { return nil }
        let year = reader.required("year", as: Int.self)
        let months = reader.required("months", as: Int.self)
        let amount = reader.required("amount", as: String.self).flatMap { money($0) }
        guard let year, let months, let amount else { return nil }
        return QuoteFile.Year(year: year.value, months: months.value, amount: amount)
    }

    private func factAmounts(_ reader: FieldReader) -> [ExactDecimal] {
        var reader = reader
        return reader.children("facts").compactMap { value in
            guard var fact = FieldReader(value, "price fact", collector) else { return nil }
            return fact.required("amount", as: ExactDecimal.self)?.value
        }
    }

    private func schedule(_ reader: FieldReader) -> RateSchedule? {
        var reader = reader
        let currency = reader.required("currency", as: Currency.self)
        let model = reader.required("model", as: String.self)
        let block = reader.required("block", as: ExactDecimal.self)
        let tiers = reader.children("tiers").compactMap { value -> PriceTier? in
            guard var tier = FieldReader(value, "tier", collector) else { return nil }
            let from = tier.required("from", as: ExactDecimal.self)
            let amount = tier.required("amount", as: ExactDecimal.self)
            guard let from, let amount else { return nil }
            return PriceTier(from: from.value, amount: amount.value)
        }
        guard let currency, let model, let block else { return nil }
        guard let kind = TierModel(rawValue: model.value) else {
            collector.report(
                .proposalBrokenPart, "'\(model.value)' is no tier model", at: model.location)
            return nil
        }
        return checked(reader.location) {
            try RateSchedule(
                model: kind, tiers: tiers, block: block.value, currency: currency.value)
        }
    }

    func head(_ value: LocatedValue) -> QuoteFile.Head? {
        guard var reader = FieldReader(value, "people", collector) else { return nil }
        let id = reader.required("id", as: String.self)
        let pool = reader.required("pool", as: String.self)
        let level = text(of: reader.child("level"))
        let heads = reader.required("heads", as: Int.self)
        let period = reader.required("period", as: String.self)
        let months = reader.required("months", as: Int.self)
        let amount = reader.required("amount", as: String.self).flatMap { money($0) }
        let piece = reader.required("perHead", as: String.self).flatMap { money($0) }
        var rate = self.reader(&reader, "rate")
        let day = rate?.required("amount", as: String.self)
        let dayCurrency = rate?.required("currency", as: Currency.self)
        let days = rate?.required("billedDaysPerYear", as: String.self)
        guard let id, let pool, let heads, let period, let months, let amount, let piece, let day,
            let dayCurrency, let days, let dayAmount = ratio(day), let billed = ratio(days)
        else { return nil }
        return QuoteFile.Head(
            id: id.value, pool: pool.value, level: level, heads: Int64(heads.value),
            period: period.value, months: months.value,
            dayRate: UnroundedMoney(amount: dayAmount, currency: dayCurrency.value),
            billedDaysPerYear: billed, perHead: piece, amount: amount)
    }

    private func text(of value: LocatedValue?) -> String? {
        guard case .scalar(let text, _)? = value?.content else { return nil }
        return text
    }

    /// Reads a fraction as it is written: `697/2`, or `600`.
    private func ratio(_ text: Located<String>) -> ExactRatio? {
        let parts = text.value.split(separator: "/", omittingEmptySubsequences: false)
        return checked(text.location) {
            let numerator = ExactRatio(try ExactDecimal(parsing: parts[0]))
            guard parts.count == 2 else { return numerator }
            return try numerator.divided(by: ExactRatio(try ExactDecimal(parsing: parts[1])))
        }
    }

    func discount(_ value: LocatedValue) -> QuoteFile.Discount? {
        guard var reader = FieldReader(value, "discount", collector) else { return nil }
        let id = reader.required("id", as: String.self)
        let mode = reader.required("mode", as: String.self)
        let year = text(of: reader.child("year")).flatMap { Int($0) }
        let steps = reader.children("steps").compactMap { value -> ProgrammeDiscount.Step? in
            guard var step = FieldReader(value, "step", collector) else { return nil }
            let from = step.required("fromMinorUnits", as: Int.self)
            let points = step.required("basisPoints", as: Int.self)
            guard let from, let points else { return nil }
            return ProgrammeDiscount.Step(
                fromMinorUnits: Int64(from.value), basisPoints: points.value)
        }
        let lines = reader.list("lines", as: String.self)
        let reduces = reader.list("reduces", as: String.self)
        let amount = reader.required("amountE4", as: Int.self)
        guard let id, let mode, let amount else { return nil }
        guard let kind = ProgrammeDiscount.Mode(rawValue: mode.value) else {
            collector.report(
                .proposalBrokenPart, "'\(mode.value)' is no mode of a discount", at: mode.location)
            return nil
        }
        guard
            let discount = checked(
                value.location, { try ProgrammeDiscount(mode: kind, steps: steps) })
        else { return nil }
        return QuoteFile.Discount(
            id: id.value, discount: discount, year: year, lines: lines.map(\.value),
            reduces: reduces.map(\.value), amountE4: Int64(amount.value))
    }

    func period(_ value: LocatedValue) -> QuoteFile.Period? {
        guard var reader = FieldReader(value, "period total", collector) else { return nil }
        let id = reader.required("period", as: String.self)
        let cloud = reader.required("cloud", as: String.self).flatMap { money($0) }
        let people = reader.required("people", as: String.self).flatMap { money($0) }
        let steps = reader.required("steps", as: String.self).flatMap { money($0) }
        let discount = reader.required("discountE4", as: Int.self)
        let net = reader.required("net", as: String.self).flatMap { money($0) }
        guard let id, let cloud, let people, let steps, let discount, let net else { return nil }
        return QuoteFile.Period(
            id: id.value, cloud: cloud, people: people, steps: steps,
            discountE4: Int64(discount.value), net: net)
    }

    func budget(_ value: LocatedValue) -> QuoteFile.BudgetUse? {
        guard var reader = FieldReader(value, "budget", collector) else { return nil }
        let limit = reader.required("limit", as: String.self)
        let spent = reader.required("spentE4", as: Int.self)
        let net = reader.required("limitNet", as: String.self).flatMap { money($0) }
        let left = reader.required("left", as: String.self).flatMap { money($0) }
        guard let limit, let spent, let net, let left else { return nil }
        return QuoteFile.BudgetUse(
            limit: limit.value, spentE4: Int64(spent.value), limitNet: net, left: left)
    }

    func tax(_ value: LocatedValue) -> QuoteFile.Tax? {
        guard var reader = FieldReader(value, "tax", collector) else { return nil }
        let enclaves = reader.list("enclaves", as: String.self)
        let cloud = reader.required("cloud", as: String.self).flatMap { money($0) }
        let people = reader.required("people", as: String.self).flatMap { money($0) }
        let steps = reader.required("steps", as: String.self).flatMap { money($0) }
        let net = reader.required("net", as: String.self).flatMap { money($0) }
        let percent = text(of: reader.child("percent")).flatMap { try? ExactDecimal(parsing: $0) }
        let due = text(of: reader.child("due"))
            .flatMap { try? Money(parsing: $0, currency: currency) }
        let gross = text(of: reader.child("gross"))
            .flatMap { try? Money(parsing: $0, currency: currency) }
        guard let cloud, let people, let steps, let net else { return nil }
        return QuoteFile.Tax(
            enclaves: enclaves.map(\.value), percent: percent, cloud: cloud, people: people,
            steps: steps, net: net, due: due, gross: gross)
    }

    func total(_ value: LocatedValue) -> QuoteFile.Total? {
        guard var reader = FieldReader(value, "total", collector) else { return nil }
        let list = reader.required("list", as: String.self).flatMap { money($0) }
        let total = reader.required("totalE4", as: Int.self)
        let rounding = reader.required("roundingE4", as: Int.self)
        let amount = reader.required("amount", as: String.self).flatMap { money($0) }
        guard let list, let total, let rounding, let amount else { return nil }
        return QuoteFile.Total(
            list: list, totalE4: Int64(total.value), roundingE4: Int64(rounding.value),
            amount: amount)
    }

    func answer(_ value: LocatedValue) -> QuoteFile.Answer? {
        guard var reader = FieldReader(value, "answer", collector) else { return nil }
        let status = reader.required("status", as: String.self)
        let total = reader.required("totalE4", as: Int.self)
        let options = reader.list("options", as: String.self)
        let heads = reader.child("heads").map { self.counts($0) } ?? [:]
        let modules = reader.child("modules").map { self.counts($0) } ?? [:]
        guard let status, let total else { return nil }
        return QuoteFile.Answer(
            status: status.value, totalE4: Int64(total.value), options: options.map(\.value),
            heads: heads, modules: modules)
    }

    private func counts(_ value: LocatedValue) -> [String: [String: Int64]] {
        guard case .mapping(let pools) = value.content else { return [:] }
        var result: [String: [String: Int64]] = [:]
        for pool in pools {
            guard case .mapping(let levels) = pool.value.content else { continue }
            for level in levels {
                guard case .scalar(let text, _) = level.value.content, let count = Int64(text)
                else { continue }
                result[pool.key, default: [:]][level.key] = count
            }
        }
        return result
    }
}
