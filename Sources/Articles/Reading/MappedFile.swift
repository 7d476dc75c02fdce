import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// A file's bytes, mapped (mmap(2)): they come into memory where they are looked at and can be given back.
///
/// A file that another program cuts short while it is read cannot be told from one that is whole, as always with mapped files.
@safe package final class MappedFile: Sendable {
    package let count: Int
    /// Of a whole page.
    nonisolated(unsafe) private let start: UnsafeMutableRawPointer

    /// Nil where the file cannot be opened or mapped, as an empty one.
    package convenience init?(path: String) {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        self.init(descriptor: file)
    }

    /// The whole of an open file, which may be closed afterwards.
    convenience init?(descriptor file: Int32) {
        var status = stat()
        guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else { return nil }
        let count = Int(status.st_size)
        guard let start = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0), unsafe start != MAP_FAILED else { return nil }
        unsafe self.init(start: start, count: count)
    }

    private init(start: UnsafeMutableRawPointer, count: Int) {
        unsafe self.start = unsafe start
        self.count = count
    }

    deinit { unsafe munmap(start, count) }

    package func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        let bytes = unsafe UnsafeRawBufferPointer(start: start, count: count).assumingMemoryBound(to: UInt8.self)
        return unsafe body(bytes.span)
    }

    /// Gives the memory of whole pages in `place` back; what is looked at again comes from the file again.
    package func release(_ place: Range<Int>) {
        let page = Int(getpagesize())
        let first = (place.lowerBound + page - 1) / page * page
        let end = place.upperBound / page * page
        if first < end { unsafe madvise(start + first, end - first, MADV_DONTNEED) }
    }
}
