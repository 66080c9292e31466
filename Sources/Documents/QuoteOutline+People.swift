import Catalog
import LocatedInput
import Pricing
import Proposals
import Quantities
import Requirements

/// The people of a package: what they cost, which posts they hold, and what is asked of them.
extension QuoteOutline {
    func people(_ package: PricedPackage) -> [DocumentBlock] {
        guard !package.headLines.isEmpty || package.staff.isAsked else { return [] }
        let hasNations = package.headLines.contains { $0.nationality != nil }
        let rows = runs(of: package.headLines, alike: Self.areAlike).map { run in
            let line = run[0]
            let period = Self.identifiers(run.map(\.period.id))
            return [Self.identifiers(run.map(\.id)), line.role.name, level(line.level)]
                + (hasNations ? [line.nationality?.text ?? "any"] : [])
                + [
                    period, Figures.number(line.heads), Figures.amount(line.priced.piece),
                    Self.times(run.count, Figures.amount(line.priced.money)),
                ]
        }
        let nations: [DocumentBlock.Column] = hasNations ? [.init("nationality")] : []
        let columns: [DocumentBlock.Column] =
            [.init("line"), .init("role"), .init("cleared to")] + nations + [
                .init("period"), .init("heads", isFigure: true),
                .init("\(currency.code) a head", isFigure: true),
                .init(currency.code, isFigure: true),
            ]
        var seen: Set<String> = []
        let notes = package.headLines.flatMap { [seatNote($0), rateNote($0)] }
            .filter { seen.insert($0).inserted }
        var blocks: [DocumentBlock] = [.heading(level: 2, "People")]
        if !rows.isEmpty {
            blocks.append(.table(DocumentBlock.Table(columns: columns, rows: rows)))
        }
        return blocks + notes.map { DocumentBlock.paragraph($0) } + asked(package.staff)
    }

    /// Lines that differ by their option period alone.
    private static func areAlike(_ one: HeadLine, _ other: HeadLine) -> Bool {
        one.pool == other.pool && one.level == other.level && one.heads == other.heads
            && one.priced.money == other.priced.money && one.period.id != "base"
            && other.period.id != "base"
    }

    private func seatNote(_ line: HeadLine) -> String {
        let who = "\(line.role.name), \(level(line.level))"
        guard !line.seats.isEmpty else {
            return "\(who): \(Figures.number(line.heads)) people, none of them for a seat of this "
                + "level."
        }
        let isOne = line.seats.count == 1
        let seats = isOne ? "1 seat" : "\(line.seats.count) seats"
        let places = line.seats.joined(separator: "; ")
        let coverage =
            switch line.coverage {
            case .aroundTheClock: " around the clock"
            case .businessHours: " in business hours"
            case nil: ""
            }
        let bench = line.heads - (line.milliFTE + 999) / 1000
        let isAny =
            line.nationality != nil
            && proposal.bound.staff.people.contains {
                $0.level.id == line.level && $0.nationality == nil
            }
        let more =
            bench > 0
            ? " \(Figures.number(bench)) of them are a bench, or fill seats of lower levels"
                + (isAny ? ", and may be of any nationality." : ".") : ""
        return "\(who): \(seats)\(coverage) (\(places)) "
            + "\(isOne ? "takes" : "take") \(Figures.thousandths(line.milliFTE)) people, hired as "
            + "\(Figures.number(line.heads)) whole ones.\(more)"
    }

    private func rateNote(_ line: HeadLine) -> String {
        let rate = line.rate
        var range = ""
        if let low = rate.low, let high = rate.high { range = ", low \(low), high \(high)" }
        let why = rate.derivation ?? rate.provenance.source
        let days = line.cost.billedDaysPerYear.decimalText
        let conversion =
            rate.currency == currency
            ? "rounded once" : "converted and rounded once (\(ratesText(rate.currency)))"
        return "A head: \(rate.currency.code) \(line.cost.dayRate.amount.decimalText) a day of "
            + "\(rate.hoursPerUnit) h x \(days) days a year x the period's months / 12, "
            + "\(conversion). Rate: "
            + "\(rate.currency.code) \(rate.likely) for \(rate.hoursPerUnit) h "
            + "(\(rate.basis.rawValue)\(range)): \(why)."
    }

    private func level(_ id: LevelID?) -> String {
        guard let id else { return "no clearance asked" }
        let levels =
            proposal.bound.customer.levels + proposal.bound.enclaves.map(\.level)
            + proposal.bound.staff.people.map(\.level)
        return levels.first { $0.id == id }?.marking ?? id.rawValue
    }

    // MARK: - What the customer asks of staff

    private func asked(_ staff: StaffStatement) -> [DocumentBlock] {
        guard staff.isAsked else { return [] }
        return posts(staff) + lists(staff) + conditions(staff)
    }

    private func posts(_ staff: StaffStatement) -> [DocumentBlock] {
        guard !staff.seats.isEmpty else { return [] }
        let rows = staff.seats.map { seat in
            [
                seat.post ?? "platform",
                seat.site.map { "\(seat.enclave) at \($0)" } ?? "\(seat.enclave), once",
                "\(seat.role.name), \(level(seat.level))"
                    + (seat.nationality.map { ", \($0.text)" } ?? ""),
                seat.coverage.rawValue, "\(seat.seats)", "\(seat.furnished)", "\(seat.persons)",
                Figures.thousandths(seat.milliFTE),
            ]
        }
        var blocks: [DocumentBlock] = [
            .heading(level: 3, "Posts"),
            .table(
                DocumentBlock.Table(
                    columns: [
                        .init("post"), .init("where"), .init("who"), .init("when"),
                        .init("seats", isFigure: true), .init("furnished", isFigure: true),
                        .init("people a seat", isFigure: true), .init("bought", isFigure: true),
                    ], rows: rows)),
        ]
        let own = staff.seats.filter { $0.furnished > 0 }
        if !own.isEmpty {
            let items = own.map { seat in
                "the customer fills \(seat.furnished) of \(seat.seats) seats ("
                    + "\(seat.post ?? "platform"), \(seat.enclave), "
                    + "\(seat.site?.rawValue ?? "once")) with "
                    + "\(Figures.thousandths(seat.furnishedMilliFTE)) people of his own, not in "
                    + "the price"
            }
            blocks.append(.bullets(items))
        }
        return blocks
    }

    private func lists(_ staff: StaffStatement) -> [DocumentBlock] {
        guard !staff.people.isEmpty else { return [] }
        let rows = staff.people.map { figure in
            [
                figure.id, figure.marking, figure.nationality?.text ?? "any",
                number(figure.asked), number(figure.available), Figures.number(figure.hired),
                Figures.number(figure.inSeats), Figures.number(figure.bench),
                number(figure.cleared), figure.newCases.map { Figures.number($0) } ?? "not stated",
            ]
        }
        let limit = staff.sponsorLimit.map { limit in
            DocumentBlock.paragraph(
                "New clearance cases: \(staff.newCases) of at most \(limit) that the customer "
                    + "sponsors.")
        }
        return [
            .heading(level: 3, "Cleared people asked for"),
            .table(
                DocumentBlock.Table(
                    columns: [
                        .init("list"), .init("cleared to"), .init("nationality"),
                        .init("asked", isFigure: true), .init("available", isFigure: true),
                        .init("in the package", isFigure: true),
                        .init("for seats", isFigure: true), .init("bench", isFigure: true),
                        .init("cleared", isFigure: true), .init("new cases", isFigure: true),
                    ], rows: rows)),
        ] + (limit.map { [$0] } ?? [])
    }

    private func number(_ value: Int?) -> String {
        value.map { Figures.number(Int64($0)) } ?? "not stated"
    }

    private func conditions(_ staff: StaffStatement) -> [DocumentBlock] {
        guard !staff.conditions.isEmpty else { return [] }
        return [
            .paragraph("To be shown before these people begin:"), .bullets(staff.conditions),
        ]
    }
}
