import LocatedInput
import Testing

@Suite struct ConcurrentlyTests {
    private struct Failure: Error, Equatable {
        let number: Int
    }

    @Test(arguments: [0, 1, 2, 3, 200])
    func `values come in the order of a loop`(count: Int) {
        #expect(Concurrently.map(count) { $0 * $0 } == (0..<count).map { $0 * $0 })
    }

    @Test func `of several failures the first one is thrown`() {
        let caught = #expect(throws: Failure.self) {
            try Concurrently.map(100) { (number: Int) throws(Failure) -> Int in
                if number % 10 == 7 { throw Failure(number: number) }
                return number
            }
        }
        #expect(caught == Failure(number: 7))
    }
}
