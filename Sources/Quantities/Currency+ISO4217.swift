extension Currency {
    /// The codes in use, sorted.
    package static let allCodes: [String] = minorUnitsByCode.keys.sorted()

    static let minorUnitsByCode: [String: Int] = {
        var table: [String: Int] = [:]
        for (minorUnits, codes) in codesByMinorUnits {
            for code in codes.split(whereSeparator: \.isWhitespace) {
                table[String(code)] = minorUnits
            }
        }
        return table
    }()

    // From ISO 4217 list one of the maintenance agency (SIX), as of 2026. Left out: withdrawn
    // codes, precious metals and test codes, which have no minor unit, and the fund codes that no
    // public contract is priced in (BOV, CHE, CHW, COU, MXV, USN, UYI, XAD). The two indexed units
    // that contracts do name, CLF of Chile and UYW of Uruguay, stay.
    private static let codesByMinorUnits: [(Int, String)] = [
        (
            0,
            """
            BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF
            """
        ),
        (
            2,
            """
            AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN
            BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB
            EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR
            JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT
            MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP
            PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN
            SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST
            XCD XCG YER ZAR ZMW ZWG
            """
        ),
        (
            3,
            """
            BHD IQD JOD KWD LYD OMR TND
            """
        ),
        (
            4,
            """
            CLF UYW
            """
        ),
    ]
}
