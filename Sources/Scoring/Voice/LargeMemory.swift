#if canImport(Glibc)
    import Glibc
#endif

/// Memory for the spans of a long text, which stand in one array.
///
/// Linux hands out memory by pages of 4 kB, each at the price of a fault when it is first touched, which for hundreds of megabytes took a sixth of the time.
/// Where much is asked for at once, pages of 2 MB are asked for too (madvise(2), MADV_HUGEPAGE); that is advice, and nothing depends on it.
enum LargeMemory {
    private static let hugePageSize = 1 << 21

    /// Asks for huge pages where the memory has room for some.
    static func adviseHugePages(_ memory: UnsafeMutableRawBufferPointer) {
        #if canImport(Glibc)
            guard memory.count >= 2 * hugePageSize, let base = memory.baseAddress else { return }
            let first = base.alignedUp(toMultipleOf: hugePageSize)
            let byteCount = (memory.count - (first - base)) & ~(hugePageSize - 1)
            if byteCount > 0 { _ = madvise(first, byteCount, MADV_HUGEPAGE) }
        #endif
    }
}
