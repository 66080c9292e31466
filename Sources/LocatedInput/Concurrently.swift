import Dispatch
import Synchronization

/// Works out values that do not depend on each other on all processors.
package enum Concurrently {
    /// Returns what `body` gives for each number from 0 to below `count`, in that order.
    ///
    /// The result is that of a plain loop, whatever runs first. Where several numbers fail, the
    /// failure of the lowest one is thrown.
    ///
    ///     Concurrently.map(3) { $0 * $0 }  // [0, 1, 4]
    package static func map<Value: Sendable, Failure: Error>(
        _ count: Int, _ body: @Sendable (Int) throws(Failure) -> Value
    ) throws(Failure) -> [Value] {
        let slots = Mutex([Result<Value, Failure>?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let result = Result { () throws(Failure) -> Value in try body(index) }
            slots.withLock { $0[index] = result }
        }
        var values: [Value] = []
        for slot in slots.withLock({ $0 }) {
            guard let slot else { preconditionFailure("every number has a result") }
            values.append(try slot.get())
        }
        return values
    }
}
