import Diagnostics
import LocatedInput
import Quantities

/// Reads AWS offer files as JSON: products apart from the terms that price them, or items of the
/// query API that hold both.
///
/// Of every product its site and what names its meter is kept, some 100 bytes; everything else is
/// let go. Where a file has its terms before its products, it is read twice.
struct AWSOfferSheet: SheetReader {
    private let context: SheetContext
    private var table: AWSOfferTable

    init(_ context: SheetContext) {
        self.context = context
        table = AWSOfferTable(context)
    }

    mutating func read(_ stream: SheetStream) -> Bool {
        if Self.isTable(stream, context.collector) { return table.read(stream) }
        var products = AWSProducts()
        var early = 0
        let isWhole = pass(stream, &products, counts: true, early: &early)
        guard isWhole, early > 0 else { return isWhole }
        guard let again = SheetStream(stream.path, into: context.collector) else { return false }
        return pass(again, &products, counts: false, early: &early)
    }

    private static func isTable(_ stream: SheetStream, _ collector: FindingCollector) -> Bool {
        let first = stream.beginning(64, into: collector).first {
            ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0)
        }
        return first != UInt8(ascii: "{") && first != UInt8(ascii: "[")
    }

    /// Reads the file once.
    ///
    /// - Parameter early: Terms that came before any product; they are read in a second pass.
    private func pass(
        _ stream: SheetStream, _ products: inout AWSProducts, counts: Bool, early: inout Int
    ) -> Bool {
        let reader = JSONRecordReader(
            stream,
            [
                ["products", "*"], ["terms", "*", "*"], ["publicationDate"], ["[]"],
                ["PriceList", "[]"],
            ] + AWSSavingsPlans.paths, into: context.collector)
        var plans = AWSSavingsPlans(context)
        return reader.read { record in
            switch record.pattern {
            case 0:
                guard counts else { break }
                context.tally.items += 1
                products.add(AWSProduct(record, 0), sku: record.keys[1])
            case 1:
                if counts, products.isEmpty {
                    early += 1
                } else if counts ? early == 0 : true {
                    let product = products[record.keys[2]]
                    read(record, 0, record.keys[1], record.keys[2], product)
                }
            case 2: context.note(date: record.text())
            case 3, 4:
                context.tally.items += 1
                readItem(record)
            default: plans.read(record)
            }
            return context.collector.omittedCount == 0
        }
    }

    /// An item of the query API: one product with its terms.
    private func readItem(_ item: JSONRecord) {
        guard let at = item.member("product"), let skuAt = item.member("sku", of: at),
            let terms = item.member("terms")
        else { return context.missing("product", at: item.place()) }
        if let date = item.member("publicationDate") { context.note(date: item.text(date)) }
        let product = AWSProduct(item, at)
        for kind in item.children(of: terms) {
            read(item, kind, item.key(kind), item.text(skuAt), product)
        }
    }

    /// Reads the terms of one product.
    private func read(
        _ record: JSONRecord, _ terms: Int, _ kind: String, _ sku: String, _ product: AWSProduct?
    ) {
        for term in record.children(of: terms) {
            guard let dimensions = record.member("priceDimensions", of: term) else {
                context.missing("priceDimensions", at: record.place(term))
                continue
            }
            guard let product else {
                context.tally.leaveOut(.noProduct)
                context.collector.report(
                    .sheetNoProduct, "product '\(sku)' has a price, and is not in the file",
                    at: record.place(term), help: "the copy is cut: fetch the file again")
                continue
            }
            var offer = AWSOffer(sku: sku, product: product, isReserved: kind == "Reserved")
            if let attributes = record.member("termAttributes", of: term) {
                func text(_ key: StaticString) -> String {
                    record.member(key, of: attributes).map { record.text($0) } ?? ""
                }
                offer.length = text("LeaseContractLength")
                offer.offeringClass = text("OfferingClass")
                offer.option = text("PurchaseOption")
                // A copy may have its reservations among the prices on demand.
                offer.isReserved = offer.isReserved || !offer.length.isEmpty
            }
            offer.date = record.member("effectiveDate", of: term).map { record.text($0) } ?? ""
            for dimension in record.children(of: dimensions) { add(record, dimension, offer) }
        }
    }

    private func add(_ record: JSONRecord, _ dimension: Int, _ offer: AWSOffer) {
        func text(_ key: StaticString) -> String {
            record.member(key, of: dimension).map { record.text($0) } ?? ""
        }
        guard let prices = record.member("pricePerUnit", of: dimension) else {
            return context.missing("pricePerUnit", at: record.place(dimension))
        }
        for price in record.children(of: prices) {
            let rate = AWSRate(
                code: text("rateCode"), unit: text("unit"), currency: record.key(price),
                begin: text("beginRange"), end: text("endRange"), note: text("description"))
            guard
                let amount = context.number(
                    record.bytes(price), "pricePerUnit", at: record.place(price))
            else { continue }
            offer.add(rate, amount, at: record.place(price), to: context)
        }
    }
}

/// What is kept of a product: where it is, and what names its meter.
struct AWSProduct {
    let region: String
    /// Type of machine, where the catalog names the meter by it; else empty.
    let machine: String
    let isMachine: Bool

    /// Reads the attributes of a product.
    ///
    /// An ordinary machine runs Linux, shared, used, without software and bought on demand:
    /// reserved capacity, dedicated hosts, capacity blocks and licences have the same type of
    /// machine and other prices, many of them 0.
    init(_ record: JSONRecord, _ product: Int) {
        let attributes = record.member("attributes", of: product)
        func text(_ key: StaticString) -> String {
            attributes.flatMap { record.member(key, of: $0) }.map { record.text($0) } ?? ""
        }
        let family = record.member("productFamily", of: product).map { record.text($0) } ?? ""
        self.init(
            region: text("regionCode"), family: family, machine: text("instanceType"),
            plain: [
                (text("operatingSystem"), "Linux"), (text("tenancy"), "Shared"),
                (text("capacitystatus"), "Used"), (text("preInstalledSw"), "NA"),
                (text("operation"), "RunInstances"),
            ], market: text("marketoption"))
    }

    init(
        region: String, family: String, machine: String, plain: [(String, String)], market: String
    ) {
        self.region = region
        isMachine = family.hasPrefix("Compute Instance")
        let isPlain =
            isMachine && plain.allSatisfy { $0.0 == $0.1 }
            && (market.isEmpty || market == "OnDemand")
        self.machine = isPlain ? machine : ""
    }

    fileprivate init(region: String, machine: String, isMachine: Bool) {
        self.region = region
        self.machine = machine
        self.isMachine = isMachine
    }
}

/// Products by SKU, packed: regions and types of machines are kept once.
struct AWSProducts {
    private struct Packed {
        var region: UInt32
        var machine: UInt32
        var isMachine: Bool
    }

    private var skus = TextPool()
    private var texts = TextPool()
    private var packed: [Packed] = []

    var isEmpty: Bool { packed.isEmpty }

    mutating func add(_ product: AWSProduct, sku: String) {
        let number = Int(skus.add(sku))
        let new = Packed(
            region: texts.add(product.region), machine: texts.add(product.machine),
            isMachine: product.isMachine)
        if number < packed.count { packed[number] = new } else { packed.append(new) }
    }

    subscript(sku: String) -> AWSProduct? {
        guard let number = skus.number(of: sku) else { return nil }
        let product = packed[Int(number)]
        return AWSProduct(
            region: texts[product.region], machine: texts[product.machine],
            isMachine: product.isMachine)
    }
}
