import Foundation

/// Takes the text that a command writes: a stream of the process, or memory in tests.
package protocol TextSink: AnyObject {
    /// Writes all of a text, or says why that was not possible.
    func write(_ text: String) -> SinkOutcome
}

/// Tells what became of a text.
package enum SinkOutcome: Sendable, Hashable {
    /// All of it was written.
    case written
    /// Nobody reads the stream any more, as when it is piped into `head`: no mistake of anyone.
    case closed
    /// There is no space left; the operating system's own words.
    case full(String)
    /// The operating system refused for another reason; its own words.
    case failed(String)
}

/// Writes to an open file descriptor of the process.
final class DescriptorSink: TextSink {
    private let descriptor: Int32

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    func write(_ text: String) -> SinkOutcome {
        var text = text
        return text.withUTF8 { (bytes: UnsafeBufferPointer<UInt8>) -> SinkOutcome in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
                if count >= 0 {
                    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
                } else if let outcome = Self.outcome(of: errno, on: descriptor) {
                    return outcome
                }
            }
            return .written
        }
    }

    /// Returns how a failed write ends; nothing where it is to be tried again.
    private static func outcome(of error: Int32, on descriptor: Int32) -> SinkOutcome? {
        switch error {
        case EINTR: return nil
        case EAGAIN:
            var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            return poll(&waiting, 1, -1) >= 0 || errno == EINTR ? nil : .closed
        case EPIPE: return .closed
        case ENOSPC, EDQUOT, EFBIG: return .full(String(cString: strerror(error)))
        default: return .failed(String(cString: strerror(error)))
        }
    }
}
