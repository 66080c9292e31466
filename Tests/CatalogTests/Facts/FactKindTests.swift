import Diagnostics
import Catalog
import Testing

struct FactKindTests {
    @Test(arguments: FactKind.allCases)
    func `a kind is known by its word and that for several`(kind: FactKind) {
        #expect(FactKind(word: kind.rawValue) == kind)
        #expect(FactKind(word: kind.plural) == kind)
        #expect(FactKind(word: kind.words.uppercased()) == kind)
        #expect(!kind.holder.isEmpty)
    }

    @Test(arguments: [
        (FactKind.country, "countries"), (.tax, "taxes"), (.alias, "aliases"),
        (.availability, "availabilities"), (.facilityClearance, "facility-clearances"),
        (.price, "prices"),
    ])
    func `the word for several is that of English`(_ kind: FactKind, _ plural: String) {
        #expect(kind.plural == plural)
    }

    @Test(arguments: [
        ("facilityClearances", FactKind.facilityClearance), ("Labour_Rate", .labourRate),
        ("regions", .site), ("scheme", .accreditation), ("organizations", .organisation),
    ])
    func `other spellings are understood`(_ word: String, _ kind: FactKind) {
        #expect(FactKind(word: word) == kind)
    }

    @Test func `a word that names no kind is mended or answered with all kinds`() {
        #expect(FactKind(word: "servces") == nil)
        #expect(FactKind.help(for: "servces") == "did you mean 'services'?")
        #expect(FactKind.help(for: "xyzzy").hasPrefix("kinds are: countries, organisations, "))
    }
}
