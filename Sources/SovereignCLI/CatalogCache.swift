package import Catalog
import LocatedInput

/// Keeps catalogs that were read and checked, so that the next command need not read them again.
///
/// A kept catalog is used only while every file of its folders is in the state in which it was
/// read, and only by the program that kept it.
package struct CatalogCache {
    /// Catalogs kept at most; one for each list of folders and each place of the program.
    private static let mostImages = 16
    /// Larger images are not kept.
    private static let maximumBytes = 512 << 20
    private static let mark = Array("sovereign catalog image\n".utf8)

    /// Folder that images are kept in.
    let folder: String
    /// Files that a catalog is to be read from.
    let stamp: FolderStamp
    private let started: Int

    /// Creates the cache of a catalog.
    ///
    /// - Returns: `nil` where there is no place for images, or the files cannot be looked at.
    package init?(of folders: [String], skipping: Set<String>, in surroundings: Surroundings) {
        guard let folder = surroundings.cacheFolder, let program = surroundings.program,
            let stamp = FolderStamp(of: folders, skipping: skipping, program: program)
        else { return nil }
        self.folder = folder
        self.stamp = stamp
        started = surroundings.started
    }

    /// Gives the catalog as it was read before, if its files are still the same.
    package func catalog() -> CatalogSnapshot? {
        let head = self.head
        return PrivateFile.read(path, maximumBytes: Self.maximumBytes) { bytes in
            guard bytes.count > head.count + 8, bytes.prefix(head.count).elementsEqual(head) else {
                return nil
            }
            let sum = bytes.loadUnaligned(fromByteOffset: head.count, as: UInt64.self)
            let image = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(head.count + 8))
            var checksum = Checksum()
            checksum.add(image)
            return checksum.value == sum ? CatalogImage.catalog(of: image) : nil
        }
    }

    /// Keeps a catalog that was read without a finding, unless its files have changed meanwhile.
    func keep(_ catalog: CatalogSnapshot, now: FolderStamp?) {
        guard stamp == now, stamp.isSettled(at: started),
            let pieces = CatalogImage.pieces(of: catalog)
        else { return }
        var checksum = Checksum()
        for piece in pieces { piece.withBytes { checksum.add($0) } }
        guard checksum.count < Self.maximumBytes else { return }
        let head = self.head
        PrivateFile.write(to: name, in: folder, most: Self.mostImages) { write in
            head.withUnsafeBytes(write)
            withUnsafeBytes(of: checksum.value, write)
            for piece in pieces { piece.withBytes(write) }
        }
    }

    /// One image for each list of folders as they were typed, in one place.
    private var name: String {
        let key = stamp.paths.joined(separator: "\n")
        return "catalog-\(ContentHash(of: key).hexadecimal.prefix(16)).image"
    }

    private var path: String { InputFolder.path(of: name, in: folder) }

    /// What an image begins with: what it was made of.
    private var head: [UInt8] { Self.mark + Array(stamp.text.utf8) + [0] }
}

/// Sum of bytes that an accident does not leave the same, however they are cut.
private struct Checksum {
    /// Number of bytes.
    private(set) var count = 0
    private var sum: UInt64 = 0
    /// Bytes that do not fill a word yet, the first one lowest.
    private var word: UInt64 = 0

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var start = 0
        while start < bytes.count {
            if count & 7 == 0, start + 8 <= bytes.count {
                mix(
                    UInt64(
                        littleEndian: bytes.loadUnaligned(
                            fromByteOffset: start, as: UInt64.self)))
                start += 8
                count += 8
                continue
            }
            word |= UInt64(bytes[start]) << (8 * (count & 7))
            start += 1
            count += 1
            if count & 7 == 0 {
                mix(word)
                word = 0
            }
        }
    }

    var value: UInt64 {
        var copy = self
        copy.mix(word)
        copy.mix(UInt64(count))
        return copy.sum
    }

    private mutating func mix(_ word: UInt64) {
        sum = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
        sum ^= sum >> 29
    }
}
