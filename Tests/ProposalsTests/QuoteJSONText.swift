import Assembly
import Catalog
import Diagnostics
import Documents
import Clearance
import Eligibility
import LocatedInput
import Pricing
@testable import Proposals
import Quantities
import Requirements
import Testing
import TestSupport

/// Renders quote files for tests.
enum QuoteJSONText {
    static func compact(_ proposal: Proposal) -> String {
        QuoteJSON.value(proposal).rendered(indented: false)
    }
}
