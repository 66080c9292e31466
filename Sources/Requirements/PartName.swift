import LocatedInput

/// Names a part of a requirement: an enclave, a workload, a budget.
///
/// No dots: answers name a demand `enclave.workload`, and no two may share a name.
struct PartName: InputScalar {
    static let expectation = "a name of letters, digits, hyphens and underscores"

    let text: String

    init?(inputText: String) {
        let isName = inputText.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
        }
        guard isName, !inputText.isEmpty else { return nil }
        text = inputText
    }
}
