import Quantities
import Sizing
import Testing

@Suite struct StorageSizeTests {
    private func quantity(_ text: String) throws -> Quantity {
        let parts = text.split(separator: " ")
        return Quantity(
            amount: try ExactDecimal(parsing: parts[0]),
            unit: try #require(Unit(symbol: String(parts[1]))))
    }

    @Test(arguments: [
        ("130 GiB", "64 GiB", "0 GiB", "192 GiB"), ("128 GiB", "64 GiB", "0 GiB", "128 GiB"),
        ("128.001 GiB", "64 GiB", "0 GiB", "192 GiB"), ("10 GB", "1 GB", "50 GB", "50 GB"),
        ("50 GB", "1 GB", "50 GB", "50 GB"), ("50.5 GB", "1 GB", "50 GB", "51 GB"),
        ("1.5 TiB", "1 GiB", "0 GiB", "1536 GiB"), ("10 GB", "8 GB", "50 GB", "56 GB"),
        ("0 GB", "1 GB", "50 GB", "0 GB"), ("0.1 TB", "0.25 TB", "0 TB", "0.25 TB"),
    ])
    func `storage rounds up to the product's step and minimum`(
        amount: String, step: String, minimum: String, bought: String
    ) throws {
        let size = try StorageSize.rounded(
            quantity(amount), upTo: quantity(step), minimum: quantity(minimum))
        #expect(size.description == bought)
    }

    @Test func `GB is not GiB`() throws {
        #expect(throws: QuantityError.unitMismatch(.gigabyte, .gibibyte)) {
            try StorageSize.rounded(
                quantity("10 GB"), upTo: quantity("1 GiB"), minimum: quantity("0 GiB"))
        }
    }

    @Test(arguments: [
        ("-1 GB", "1 GB", "0 GB", "-1 GB"), ("1 GB", "0 GB", "0 GB", "0 GB"),
        ("1 GB", "-1 GB", "0 GB", "-1 GB"), ("1 GB", "1 GB", "-5 GB", "-5 GB"),
    ])
    func `sizes below zero and steps of zero are refused`(
        amount: String, step: String, minimum: String, named: String
    ) throws {
        #expect(throws: SizingError.storageOutOfRange(try quantity(named))) {
            try StorageSize.rounded(
                quantity(amount), upTo: quantity(step), minimum: quantity(minimum))
        }
    }
}
