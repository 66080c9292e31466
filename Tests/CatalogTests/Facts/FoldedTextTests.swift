import Diagnostics
import Catalog
import Testing

struct FoldedTextTests {
    @Test(arguments: [
        ("DIFUSIÓN LIMITADA", "difusion limitada"), ("ŁÓDŹ", "lodz"),
        ("Ściśle tajne", "scisle tajne"),
        ("Très Secret", "tres secret"), ("GEHEIM – Straße", "geheim   strasse"),
        ("STRENG HEMMELIGT Ø", "streng hemmeligt o"), ("ＳＥＣＲＥＴ１", "secret1"),
        ("Ấn Độ", "an do"), ("ΑΠΌΡΡΗΤΟ ΆΚΡΩΣ", "απορρητο ακρωσ"), ("Секретно", "секретно"),
        ("e\u{301}te\u{301}", "ete"), ("ﬁle", "file"), ("Æon œuvre", "aeon oeuvre"),
        ("秘密", "秘密"), ("a\u{200B}b", "ab"), ("", ""), ("x-1_2", "x-1_2"),
    ])
    func `case, accents and width are taken off`(_ text: String, _ folded: String) {
        #expect(FoldedText.folded(text) == folded)
        #expect(FoldedText.folded(folded) == folded)
        #expect(FoldedText.areSame(text, folded))
    }

    @Test func `every letter of the Latin blocks becomes letters`() {
        for value in Array(0xC0...0x17F) + Array(0x1E00...0x1EFF) {
            guard let scalar = Unicode.Scalar(UInt32(value)), scalar.properties.isAlphabetic else {
                continue
            }
            let folded = FoldedText.folded(String(Character(scalar)))
            #expect(!folded.isEmpty && !folded.contains("?") && !folded.contains(" "), "\(scalar)")
        }
    }
}
