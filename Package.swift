// swift-tools-version: 6.2
import PackageDescription

#if canImport(Glibc)
  import Glibc
#endif

let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny")
]

/// A module of ours: every arrow to another module stands here, and nowhere else.
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [], settings: [SwiftSetting] = []
) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict + settings)
}

/// Exclusive access to the variables of objects is checked where tests run, and not once more for each of the million
/// questions of a scan: the objects of the transport belong to one event loop each.
let exclusive: [SwiftSetting] = [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))]

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let nio: [Target.Dependency] = [
  .product(name: "NIOCore", package: "swift-nio"),
  .product(name: "NIOPosix", package: "swift-nio")
]
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

/// How the command is linked for release: what nobody imports is not exported, and the addresses that the loader adjusts
/// at each start are packed (DT_RELR), where the C library can read that: glibc since 2.36.
let lean: [LinkerSetting] = {
  var flags = ["-Xlinker", "--no-export-dynamic"]
  #if canImport(Glibc)
    // "glibc 2.36"
    var name = [CChar](repeating: 0, count: 32)
    confstr(Int32(_CS_GNU_LIBC_VERSION), &name, name.count)
    let version = name.split { !(0x30...0x39).contains($0) }.map { $0.reduce(0) { 10 * $0 + Int($1) - 0x30 } }
    if !version.lexicographicallyPrecedes([2, 36]) {
      flags += ["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"]
    }
  #endif
  return [.unsafeFlags(flags, .when(configuration: .release))]
}()

/// The modules that the fuzz targets of Tests/Fuzz, a package of its own, link to.
let fuzzed = [
  "ApplicationSettings", "Audit", "AuditModel", "Checks", "DNS", "DNSTransport", "EvidenceBundle",
  "FailureCatalogue", "FeedbackReports", "HostFiles", "HTTPS", "IDNKit", "LDNSKit",
  "MailAuthentication", "MailMessage", "OpenSSLKit", "Providers", "Reporting", "RouteOrigins", "SASL", "Scan",
  "SMTPSubmission", "Survey", "Syntax", "TLSTransport", "XMLKit", "YAMLKit", "ZlibKit"
]

let package = Package(
  name: "mailaudit",
  products: [.executable(name: "mailaudit", targets: ["mailaudit"])] + fuzzed.map { .library(name: $0, targets: [$0]) },
  dependencies: [
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // System libraries: a module map and a header each, nothing else.
    .systemLibrary(name: "CLDNS", pkgConfig: "ldns", providers: [.apt(["libldns-dev"])]),
    .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CDatagrams"),
    // Without pkgConfig: what needs SQLite loads it, so that nothing else pays for it.
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CProcess"),
    .systemLibrary(name: "CIDN2", pkgConfig: "libidn2", providers: [.apt(["libidn2-dev"])]),
    .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // Level 0: values.
    module("DNS"),
    module("Syntax"),
    module("AuditModel"),

    // Level 1: the only importers of C, and the transport.
    module("LDNSKit", ["DNS", "Syntax", "CLDNS"]),
    module("DNSTransport", ["DNS", "LDNSKit", "CDatagrams"] + nio, settings: exclusive),
    module("IDNKit", ["DNS", "CIDN2"]),
    module("OpenSSLKit", ["COpenSSL"]),
    module("SQLiteKit", ["CSQLite"]),
    module("XMLKit", ["CXML2"]),
    module("YAMLKit", ["CYAML"]),
    module("ZlibKit", ["CZlib"]),
    module("HTTPS", ["DNS"]),
    module("MailMessage", ["DNS", "Syntax"]),
    module("ProcessKit", ["CProcess"]),

    // Level 2: the standards.
    module("MailAuthentication", ["DNS", "HTTPS", "MailMessage", "Syntax", "OpenSSLKit", "XMLKit", "ZlibKit"]),
    module("ApplicationSettings", ["Syntax", "YAMLKit"]),
    module("FailureCatalogue", ["MailMessage", "Syntax"]),
    module("HostFiles", ["DNS"]),
    module("Providers", ["DNS"]),
    module("Requirements", ["AuditModel"]),
    module("Scan", ["AuditModel", "DNS", "Syntax"]),
    module("RouteOrigins", ["DNS", "Syntax"]),
    module("SASL", ["OpenSSLKit", "Syntax"]),
    module("TLSTransport", ["DNS", "OpenSSLKit"] + nio),

    // Level 3: the protocols of mail servers and web servers.
    module("SMTPSubmission", ["DNS", "OpenSSLKit", "ProcessKit", "SASL", "TLSTransport"]),
    module("HTTPSTransport", ["DNS", "HTTPS", "OpenSSLKit", "TLSTransport"]),

    // Level 3: what receivers send back.
    module(
      "FeedbackReports",
      ["DNS", "FailureCatalogue", "MailAuthentication", "MailMessage", "Syntax", "XMLKit", "ZlibKit"]),

    // Level 4: what earlier runs saw.
    module("History", ["AuditModel", "FeedbackReports", "SQLiteKit"]),

    // Level 4: every fact about one target, in one value.
    module(
      "Survey",
      [
        "DNS", "FailureCatalogue", "FeedbackReports", "HostFiles", "HTTPS", "IDNKit", "MailMessage", "Syntax",
        "MailAuthentication",
        "OpenSSLKit", "Providers", "RouteOrigins", "SMTPSubmission"
      ]),

    // Level 5: judging and rendering.
    module(
      "Checks",
      [
        "ApplicationSettings", "AuditModel", "DNS", "FailureCatalogue", "FeedbackReports", "HostFiles", "HTTPS",
        "MailMessage", "Syntax", "MailAuthentication", "OpenSSLKit", "Providers", "RouteOrigins", "SMTPSubmission",
        "Survey", "TLSTransport"
      ]),
    module("Reporting", ["AuditModel", "Scan"]),

    // Level 6: the engine.
    module(
      "Audit",
      [
        "ApplicationSettings", "AuditModel", "Checks", "DNS", "FeedbackReports", "HTTPS", "MailAuthentication",
        "MailMessage", "OpenSSLKit", "Requirements", "SMTPSubmission", "Survey", "Syntax", "TLSTransport"
      ]),

    // Level 6: what an audit looked at, kept in a file.
    module(
      "EvidenceBundle",
      [
        "ApplicationSettings", "AuditModel", "DNS", "HTTPS", "MailAuthentication", "OpenSSLKit", "Reporting",
        "SMTPSubmission", "Survey", "Syntax", "TLSTransport"
      ]),

    // Level 7: the command.
    module(
      "CommandLine",
      [
        "ApplicationSettings", "Audit", "AuditModel", "Checks", "DNS", "DNSTransport", "EvidenceBundle",
        "FailureCatalogue", "FeedbackReports", "History", "HostFiles", "HTTPS", "HTTPSTransport", "IDNKit", "LDNSKit",
        "MailAuthentication", "MailMessage", "OpenSSLKit", "ProcessKit",
        "Providers", "Reporting", "Requirements", "RouteOrigins", "SASL", "Scan", "SMTPSubmission", "Survey",
        "SQLiteKit",
        "Syntax", "TLSTransport", "YAMLKit",
        argumentParser
      ]),
    .executableTarget(name: "mailaudit", dependencies: ["CommandLine"], swiftSettings: strict, linkerSettings: lean),

    // Benchmarks, run by script/bench.
    .executableTarget(
      name: "Bench",
      dependencies: [
        "Audit", "AuditModel", "AuditTesting", "DNS", "DNSTransport", "FeedbackReports", "LDNSKit",
        "MailAuthentication", "MailMessage", "OpenSSLKit", "ProcessKit", "Reporting", "SMTPSubmission", "Survey"
      ] + nio,
      swiftSettings: strict),

    // Test support and tests.
    module(
      "AuditTesting",
      [
        "Audit", "AuditModel", "Checks", "DNS", "FeedbackReports", "HTTPS", "LDNSKit", "MailMessage", "OpenSSLKit",
        "Providers", "SASL", "SMTPSubmission", "Survey", "Syntax", "TLSTransport"
      ] + nio),
    tests("DNSTests", ["DNS"]),
    tests("SyntaxTests", ["Syntax"]),
    tests("LDNSKitTests", ["LDNSKit", "DNS", "Syntax"]),
    tests("DNSSECTests", ["LDNSKit", "DNS", "CLDNS"]),
    tests("DNSTransportTests", ["DNSTransport", "LDNSKit", "DNS"] + nio),
    tests("IDNKitTests", ["IDNKit", "DNS"]),
    tests("OpenSSLKitTests", ["OpenSSLKit", "AuditTesting", "Checks"]),
    tests("TLSTransportTests", ["TLSTransport", "OpenSSLKit", "DNS", "AuditTesting", "Checks"] + nio),
    tests("ProcessKitTests", ["ProcessKit"]),
    tests("SASLTests", ["SASL", "OpenSSLKit", "AuditTesting", "Checks"]),
    tests(
      "SMTPSubmissionTests", ["SMTPSubmission", "TLSTransport", "OpenSSLKit", "SASL", "DNS", "AuditTesting", "Checks"]),
    tests("MailMessageTests", ["MailMessage", "ProcessKit", "Syntax", "DNS"]),
    tests("SQLiteKitTests", ["SQLiteKit"]),
    tests("HistoryTests", ["History", "AuditModel", "FeedbackReports", "SQLiteKit"]),
    tests("XMLKitTests", ["XMLKit"]),
    tests("YAMLKitTests", ["YAMLKit"]),
    tests("ZlibKitTests", ["ZlibKit", "AuditTesting"]),
    tests("HTTPSTests", ["HTTPS", "DNS"]),
    tests(
      "HTTPSTransportTests", ["HTTPSTransport", "HTTPS", "OpenSSLKit", "DNS", "AuditTesting", "TLSTransport"] + nio),
    tests(
      "MailAuthenticationTests",
      [
        "MailAuthentication", "MailMessage", "Checks", "OpenSSLKit", "DNS", "HTTPS", "LDNSKit", "Syntax", "AuditTesting"
      ]),
    tests(
      "SurveyTests",
      [
        "Survey", "FeedbackReports", "MailAuthentication", "OpenSSLKit", "Providers", "SMTPSubmission", "TLSTransport",
        "Checks", "DNS", "HostFiles", "HTTPS", "LDNSKit", "MailMessage", "AuditModel", "AuditTesting"
      ]),
    tests(
      "ChecksTests",
      ["ApplicationSettings", "Checks", "AuditModel", "AuditTesting", "Audit", "DNS", "Providers", "Survey"],
      exclude: ["ledger.txt", "reserved.txt", "Settings/Repairs"]),
    tests("ScanTests", ["Scan", "AuditModel", "DNS"]),
    tests("RequirementsTests", ["Requirements", "AuditModel", "AuditTesting", "Checks"]),
    tests("ApplicationSettingsTests", ["ApplicationSettings", "Syntax"], exclude: ["Fixtures"]),
    tests("ProvidersTests", ["Providers", "DNS"]),
    tests("HostFilesTests", ["HostFiles", "Checks", "DNS"]),
    tests("FailureCatalogueTests", ["FailureCatalogue", "Syntax"], exclude: ["neutral.log"]),
    tests(
      "FeedbackReportsTests", ["AuditTesting", "FailureCatalogue", "FeedbackReports", "MailMessage", "Syntax"],
      exclude: ["Fixtures"]),
    tests("RouteOriginsTests", ["RouteOrigins", "DNS"]),
    tests(
      "ReportingTests",
      [
        "Reporting", "Audit", "AuditModel", "AuditTesting", "Checks", "DNS", "LDNSKit", "Requirements", "Scan",
        "SMTPSubmission", "Survey"
      ], exclude: ["Schemas"]),
    tests(
      "AuditTests",
      [
        "ApplicationSettings", "Audit", "AuditModel", "AuditTesting", "Checks", "DNS", "LDNSKit", "MailAuthentication",
        "MailMessage", "OpenSSLKit", "Providers", "Requirements", "SMTPSubmission", "Survey", "TLSTransport"
      ], exclude: ["Proposals/pyspf.py"]),
    tests(
      "CommandLineTests",
      [
        "ApplicationSettings", "Audit", "Survey", "CommandLine", "Reporting", "AuditModel", "AuditTesting", "Checks",
        "DNS", "EvidenceBundle", "History",
        "HostFiles", "MailAuthentication", "OpenSSLKit", "ProcessKit", "Providers", "Requirements", "SASL", "Scan",
        "SMTPSubmission",
        "TLSTransport", argumentParser
      ], exclude: ["Fixtures"]),
    tests(
      "RequirementTests",
      [
        "ApplicationSettings", "AuditModel", "AuditTesting", "Checks", "CommandLine", "DNS", "FailureCatalogue",
        "MailMessage", "Providers", "SMTPSubmission", "Survey", "Syntax", "TLSTransport"
      ], exclude: ["Providers/Examples"]),
    tests(
      "EvidenceBundleTests",
      [
        "ApplicationSettings", "Audit", "AuditModel", "AuditTesting", "Checks", "DNS", "EvidenceBundle", "HTTPS",
        "HTTPSTransport", "OpenSSLKit", "SASL", "SMTPSubmission", "TLSTransport"
      ]),
    tests("ArchitectureTests", ["Checks", "AuditModel"]),
    tests(
      "ConformanceTests",
      [
        "ApplicationSettings", "AuditModel", "Checks", "MailAuthentication", "DNS", "FailureCatalogue", "LDNSKit",
        "MailMessage", "Syntax", "AuditTesting", "OpenSSLKit"
      ]),
    tests(
      "LabTests",
      [
        "ApplicationSettings", "Audit", "AuditModel", "Checks", "DNS", "DNSTransport", "EvidenceBundle", "HTTPS",
        "HTTPSTransport", "LDNSKit",
        "MailAuthentication", "MailMessage", "OpenSSLKit", "Reporting", "SASL", "SMTPSubmission", "Survey", "Syntax",
        "AuditTesting"
      ],
      exclude: ["Scenarios", "Messages", "Submission"]),
    // The tool behind script/lab: writes the configuration of nsd and unbound, and plays the servers that misbehave.
    .executableTarget(
      name: "LabServer", dependencies: ["AuditTesting", "Checks", "DNS", "LDNSKit", "OpenSSLKit"] + nio,
      path: "Tests/LabServer",
      swiftSettings: strict)
  ]
)
