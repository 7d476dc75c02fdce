import CPage

/// The style and the scripts of the page as they were written, with their comments.
enum PageSource {
    static var style: String { unsafe text(cp_style()) }
    static var script: String { unsafe text(cp_script()) }
    static var sourceScript: String { unsafe text(cp_source_script()) }

    @unsafe
    private static func text(_ file: cp_file) -> String {
        unsafe String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
    }
}
