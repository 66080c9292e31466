/// Capacity that a platform in a customer's hall is sold in: a rack, a node, a storage tray.
package struct PlatformModule: Sendable, Hashable, Codable {
    /// Unique among the modules of all providers.
    package let id: Identifier<PlatformModule>
    /// Who sells it.
    package let provider: ProviderID
    /// The platform that it is part of.
    package internal(set) var site: SiteID
    /// By the provider's own name.
    package let name: String
    /// Meter of one module.
    package let sku: String
    /// Units of each resource that one module has, sorted by resource.
    package let provides: [ModuleProvision]
    /// Most modules of the kind in one hall.
    package let maximum: Int
    /// Where the module was described.
    package let provenance: Provenance

    /// The most that may be bought: what is recalled of a limit binds nothing.
    package var mostBought: Int {
        provenance.confidence(of: "maximum") == .unverified ? 10_000 : maximum
    }
}

/// How much of one resource a module has, as in `core=552`.
package struct ModuleProvision: Sendable, Hashable, Codable {
    /// `core`, `memoryGiB`, `gpu`, or a word that ends in `GB`.
    package let resource: String
    /// Units of it in one module, 1 to 10^12.
    package let units: Int64

    /// Says what a resource is called, to follow "expected".
    package static let expectation = "core, memoryGiB, gpu, or a word that ends in GB"

    /// Physical cores of virtual machines.
    package static let core = "core"
    /// Memory of virtual machines in 2^30 bytes.
    package static let memory = "memoryGiB"

    /// Tells whether `text` is the name of a resource.
    package static func isResource(_ text: String) -> Bool {
        [core, memory, "gpu"].contains(text)
            || text.count > 2 && text.hasSuffix("GB")
                && text.utf8.allSatisfy { byte in
                    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
                }
    }
}
