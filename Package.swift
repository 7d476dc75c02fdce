// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
    // Metadata of generic types are asked for by their parts rather than by a mangled name, for which the runtime searches all conformances at each
    // first use: a tenth of a start.
    .unsafeFlags(["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"], .when(configuration: .release)),
]
// Targets that touch C say so at every unsafe use.
let strictSettings = settings + [.strictMemorySafety()]
// libxml2 can read compressed files by zlib and liblzma, which it is never asked for: XML comes from memory. So neither needs to be installed.
let withoutDecompression = [
    "crc32", "deflate", "deflateEnd", "deflateInit2_", "gzclose", "gzdirect", "gzdopen", "gzopen64", "gzread", "gzwrite", "inflate",
    "inflateEnd", "inflateInit2_", "inflateReset", "lzma_auto_decoder", "lzma_code", "lzma_end", "lzma_properties_decode",
].flatMap { ["-Xlinker", "--defsym", "-Xlinker", "\($0)=abort"] }
// Programs of a release hold all their libraries: they start in a third of the time, of which loading and binding others was the most, and run where
// neither Swift nor these are installed.
let wholeSettings = settings + [.unsafeFlags(["-static-stdlib"], .when(configuration: .release))]
let wholeLinking: [LinkerSetting] = [
    .unsafeFlags(["-static-executable", "-use-ld=lld"] + withoutDecompression, .when(configuration: .release)),
    // What libxml2's own package says that it needs, as libxml2-dev brings it.
    .linkedLibrary("icuuc", .when(configuration: .release)), .linkedLibrary("icudata", .when(configuration: .release)),
]
let package = Package(
    name: "parallax",
    products: [.executable(name: "parallax", targets: ["parallax"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-numerics", exact: "1.1.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CGlibc"),
        .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "CVectors"),
        .target(name: "CPage", exclude: ["page.css", "page.js", "sources.js"]),
        .target(name: "Words", dependencies: ["CVectors"], exclude: ["Scan/README.md"], swiftSettings: settings),
        .target(name: "Diagnostics", dependencies: ["Yams"], swiftSettings: settings),
        .target(
            name: "Articles", dependencies: ["Words", "CVectors", "Diagnostics", "CCrypto"], exclude: ["Reading/Scan/README.md"],
            swiftSettings: strictSettings),
        .target(name: "Markup", dependencies: ["Diagnostics", "CLibXML2"], swiftSettings: strictSettings),
        .target(name: "Lexicons", dependencies: ["Words", "Diagnostics", "Markup"], swiftSettings: settings),
        .target(
            name: "Scoring", dependencies: ["Articles", "CVectors", "Lexicons", "Words", "Diagnostics"],
            exclude: ["Index/README.md"], swiftSettings: settings),
        .target(
            name: "Comparing",
            dependencies: [
                "Articles", "Lexicons", "Scoring", "Words",
                .product(name: "RealModule", package: "swift-numerics"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "Tuning", dependencies: ["Articles", "Lexicons", "Scoring", "Comparing", "Words", "Diagnostics"], swiftSettings: settings),
        .target(
            name: "Reporting",
            dependencies: ["Articles", "Lexicons", "Scoring", "Comparing", "Words", "CCMark", "CPage"], swiftSettings: strictSettings),
        .executableTarget(
            name: "parallax",
            dependencies: [
                "Articles", "Lexicons", "Scoring", "Comparing", "Tuning", "Reporting", "Words", "Diagnostics", "CGlibc",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: wholeSettings, linkerSettings: wholeLinking
        ),
        .executableTarget(
            name: "benchmarks", dependencies: ["Articles", "Lexicons", "Scoring", "Comparing", "Words", "TestSupport"], path: "Benchmarks",
            exclude: ["Rivals"],
            swiftSettings: wholeSettings, linkerSettings: wholeLinking),
        .target(
            name: "TestSupport", dependencies: ["Articles", "Lexicons", "Scoring", "Words"], path: "Tests/Support", swiftSettings: settings),
        .testTarget(name: "WordsTests", dependencies: ["Words", "CVectors", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "MarkupTests", dependencies: ["Markup", "Diagnostics"], swiftSettings: settings),
        .testTarget(
            name: "ArticlesTests", dependencies: ["Articles", "CVectors", "Words", "Diagnostics", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "LexiconsTests", dependencies: ["Lexicons", "Diagnostics", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "ScoringTests", dependencies: ["Scoring", "Articles", "CVectors", "Lexicons", "Words", "Diagnostics", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "ComparingTests", dependencies: ["Comparing", "Scoring", "Articles", "Lexicons", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "TuningTests",
            dependencies: ["Tuning", "Articles", "Comparing", "Scoring", "Lexicons", "Words", "Diagnostics", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "ReportingTests",
            dependencies: ["Reporting", "Comparing", "Scoring", "Articles", "Lexicons", "Words", "CCMark", "TestSupport"],
            swiftSettings: settings),
        .testTarget(name: "AcceptanceTests", dependencies: ["parallax", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "BrowserTests", dependencies: ["parallax", "TestSupport"], swiftSettings: settings),
    ]
)
