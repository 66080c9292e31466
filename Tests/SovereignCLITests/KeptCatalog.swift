import Foundation
import SovereignCLI
import TestSupport

/// Lets many runs on the shipped catalog read it from source once only, as a user's runs do.
enum KeptCatalog {
    static var surroundings: Surroundings {
        let repository = FixtureCatalog.repository().path
        return Surroundings(
            currentFolder: repository, program: "/dev/null",
            cacheFolder: repository + "/.build/tests-catalog-cache", started: 1 << 40)
    }
}
