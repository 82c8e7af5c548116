// swift-tools-version: 6.2
import PackageDescription

// Built by `script/fuzz`, which adds the sanitizers: without them there is no fuzzer to link.
/// The modules of mailaudit that are fuzzed.
let fuzzed = [
  "ApplicationSettings", "Audit", "AuditModel", "Checks", "DNS", "DNSTransport", "EvidenceBundle", "FailureCatalogue",
  "FeedbackReports",
  "HostFiles",
  "HTTPS",
  "IDNKit", "LDNSKit",
  "MailAuthentication", "MailMessage", "OpenSSLKit", "Providers", "Reporting", "RouteOrigins", "SASL", "Scan",
  "SMTPSubmission", "Survey", "Syntax", "TLSTransport", "XMLKit", "YAMLKit", "ZlibKit"
]

let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "mailaudit", path: "../..")],
  targets: [
    .systemLibrary(name: "CLibFuzzer"),
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "CLibFuzzer"
      ] + fuzzed.map { .product(name: $0, package: "mailaudit") })
  ]
)
