import LocatedInput
import TestSupport
import Testing

struct SortedRecordsTests {
    @Test(arguments: 0..<20 as Range<UInt64>, [16, 500, 1 << 20])
    func `records come out as sorting them all at once gives them`(
        seed: UInt64, memory: Int
    ) {
        var generator = SeededGenerator(seed: seed)
        let sorted = SortedRecords(memory: memory)
        let records = (0..<300).map { _ in
            (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                UInt8.random(in: 0...3, using: &generator)
            }
        }
        for record in records { sorted.append(record) }
        let reader = sorted.reader()
        var read: [[UInt8]] = []
        while let record = reader.next() { read.append(record) }
        #expect(read == records.sorted { $0.lexicographicallyPrecedes($1) }, "seed \(seed)")
        #expect(sorted.count == 300 && reader.systemError == 0)
        #expect((sorted.spilledRuns > 1) == (memory < 1 << 20))
    }

    @Test func `nothing added gives nothing`() {
        #expect(SortedRecords().reader().next() == nil)
    }
}
