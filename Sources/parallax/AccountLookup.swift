import CGlibc

/// How names of accounts are found.
enum AccountLookup {
    /// Restricts it to the files of the machine, to be called before anything else.
    ///
    /// Where nsswitch.conf(5) names further services the C library loads a module for each, which ends a static program (`Package.swift`).
    static func useFilesAlone() {
        for database in ["passwd", "group"] { _ = __nss_configure_lookup(database, "files") }
    }
}
