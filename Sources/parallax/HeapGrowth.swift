import CGlibc
import Glibc

/// How the heap grows.
///
/// The C library asks for 132 KB at a time and gives large blocks back at once: pages of 4 KB then come one by one, over and over.
enum HeapGrowth {
    /// Bytes asked for at a time, of which only those that are written to take memory.
    private static let step = 32 << 20
    /// Bytes; more than the C library has left at the start.
    private static let firstBlock = 256 << 10

    /// In large steps, the first of them by large pages where the machine has them; to be called before anything else.
    static func goesInLargeSteps() {
        guard mallopt(M_TOP_PAD, Int32(step)) == 1, mallopt(M_MMAP_THRESHOLD, Int32(step)) == 1, mallopt(M_TRIM_THRESHOLD, .max) == 1
        else { return }
        let block = malloc(firstBlock)
        let start = Int(bitPattern: block) & -Int(getpagesize())
        let end = Int(bitPattern: sbrk(0))
        if start > 0, start < end, end - start < 2 * step {
            madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_HUGEPAGE)
        }
        free(block)
    }
}
