/// SHA-256 of bytes (FIPS 180-4), for naming contents.
///
/// Our own because the one well-kept package for it compiles a whole cryptographic library, which
/// alone would triple the time from a clone to the first quote.
package struct ContentHash: Sendable, Hashable, CustomStringConvertible {
    /// Lower-case hexadecimal, 64 digits.
    package let hexadecimal: String

    /// Hashes `bytes`.
    package init(of bytes: [UInt8]) {
        var digest = ContentDigest()
        bytes.withUnsafeBufferPointer { digest.add($0) }
        hexadecimal = digest.finished()
    }

    /// Hashes the UTF-8 form of `text`.
    package init(of text: String) {
        self.init(of: [text])
    }

    /// Hashes the UTF-8 forms of texts one behind the other, without putting them together.
    package init(of texts: some Sequence<String>) {
        var digest = ContentDigest()
        for var text in texts { text.withUTF8 { digest.add($0) } }
        hexadecimal = digest.finished()
    }

    /// Takes a hash as it is written.
    ///
    /// - Returns: `nil` where these are not 64 digits.
    init?(hexadecimal: String) {
        guard hexadecimal.utf8.count == 64, hexadecimal.allSatisfy(\.isHexDigit) else {
            return nil
        }
        self.hexadecimal = hexadecimal
    }

    /// The 64 digits.
    package var description: String { hexadecimal }
}

/// Works a SHA-256 out while the bytes come in.
struct ContentDigest {
    private var state: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
        0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    private var schedule = [UInt32](repeating: 0, count: 64)
    /// Bytes that do not fill a block yet.
    private var rest: [UInt8] = []
    private var count = 0

    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        count += bytes.count
        var start = 0
        if !rest.isEmpty {
            start = min(64 - rest.count, bytes.count)
            rest.append(contentsOf: bytes[..<start])
            guard rest.count == 64 else { return }
            let block = rest
            block.withUnsafeBytes { compress($0, at: 0) }
            rest.removeAll(keepingCapacity: true)
        }
        let raw = UnsafeRawBufferPointer(bytes)
        while start + 64 <= bytes.count {
            compress(raw, at: start)
            start += 64
        }
        rest.append(contentsOf: bytes[start...])
    }

    /// Adds what follows a message (a one, zeros and its length in bits), and gives the digits.
    mutating func finished() -> String {
        let bits = UInt64(count) * 8
        let zeros = (119 - count % 64) % 64
        let length = stride(from: UInt64(56), through: 0, by: -8)
            .map { UInt8(truncatingIfNeeded: bits >> $0) }
        let padding = [0x80] + [UInt8](repeating: 0, count: zeros) + length
        padding.withUnsafeBufferPointer { add($0) }
        return hexadecimal
    }

    private var hexadecimal: String {
        let digits = Array("0123456789abcdef")
        var text = ""
        for word in state {
            for shift in stride(from: UInt32(28), through: 0, by: -4) {
                text.append(digits[Int((word >> shift) & 0xF)])
            }
        }
        return text
    }

    private mutating func compress(_ bytes: UnsafeRawBufferPointer, at start: Int) {
        schedule.withUnsafeMutableBufferPointer { schedule in
            roundConstants.withUnsafeBufferPointer { constants in
                Self.expand(bytes, at: start, into: schedule)
                Self.compress(schedule, constants, &state)
            }
        }
    }

    private static func compress(
        _ schedule: UnsafeMutableBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>,
        _ state: inout [UInt32]
    ) {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for index in 0..<64 {
            let mixed = e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)
            let choice = (e & f) ^ (~e & g)
            let first = h &+ mixed &+ choice &+ constants[index] &+ schedule[index]
            let spread = a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)
            let majority = (a & b) ^ (a & c) ^ (b & c)
            (h, g, f, e) = (g, f, e, d &+ first)
            (d, c, b, a) = (c, b, a, first &+ spread &+ majority)
        }
        for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
    }

    /// Spreads 16 words of the message over 64.
    private static func expand(
        _ bytes: UnsafeRawBufferPointer, at start: Int,
        into schedule: UnsafeMutableBufferPointer<UInt32>
    ) {
        for index in 0..<16 {
            let word = bytes.loadUnaligned(fromByteOffset: start + index * 4, as: UInt32.self)
            schedule[index] = UInt32(bigEndian: word)
        }
        for index in 16..<64 {
            let early = schedule[index - 15]
            let late = schedule[index - 2]
            let small = early.rotated(7) ^ early.rotated(18) ^ (early >> 3)
            let large = late.rotated(17) ^ late.rotated(19) ^ (late >> 10)
            schedule[index] = schedule[index - 16] &+ small &+ schedule[index - 7] &+ large
        }
    }
}

extension UInt32 {
    fileprivate func rotated(_ by: UInt32) -> UInt32 {
        (self >> by) | (self << (32 - by))
    }
}

private let roundConstants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
]
