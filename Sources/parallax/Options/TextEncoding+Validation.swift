import ArgumentParser
import Articles

extension TextEncoding {
    /// Refuses a name that is no encoding's before a file is read by it.
    static func validate(_ name: String?, givenBy option: String) throws {
        guard let name, TextEncoding(name: name) == nil else { return }
        throw ValidationError("\(option) knows no encoding \u{201C}\(name)\u{201D}; it takes \(examples) and others.")
    }
}
