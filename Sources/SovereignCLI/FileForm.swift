/// A form in which an answer is written to a file, told by the ending of the file's name.
protocol FileForm: CaseIterable {
    /// Endings of names, the usual one first.
    var endings: [String] { get }
}

extension FileForm {
    /// Recognises a form by the ending of a file's name.
    init?(path: String) {
        guard let dot = path.lastIndex(of: ".") else { return nil }
        let ending = path[dot...].lowercased()
        guard let form = Self.allCases.first(where: { $0.endings.contains(ending) }) else {
            return nil
        }
        self = form
    }

    /// Usual endings of all forms, in words.
    static var usualEndings: String {
        allCases.compactMap(\.endings.first).joined(separator: ", ")
    }
}
