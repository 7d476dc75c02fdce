package import Foundation

/// The folder of reference data, outside the package: `PARALLAX_SHARED`, else `../shared` beside the package root; nil where there is none.
package func sharedFolder() -> URL? {
    let environment = ProcessInfo.processInfo.environment["PARALLAX_SHARED"]
    let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = environment.map { URL(filePath: $0) } ?? packageRoot.deletingLastPathComponent().appending(path: "shared")
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) && isFolder.boolValue ? folder : nil
}

/// Whether a test that reads `path` of the shared folder can run; says so where it cannot.
package func hasSharedData(_ path: String) -> Bool {
    if let folder = sharedFolder(), FileManager.default.fileExists(atPath: folder.appending(path: path).path) { return true }
    print("skipped: no shared/\(path) (set PARALLAX_SHARED to run the tests that read it)")
    return false
}

/// The bytes of a file of the shared folder.
package func sharedData(_ path: String) throws -> Data {
    guard let folder = sharedFolder() else { throw CocoaError(.fileNoSuchFile) }
    return try Data(contentsOf: folder.appending(path: path))
}
