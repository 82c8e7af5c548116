import Foundation
import Testing

/// Modules depend on what lies below them, and on nothing else.
@Suite struct ArrowTests {
  /// The level of each module; an arrow goes to a lower one.
  static let levels = [
    "DNS": 0, "Syntax": 0, "AuditModel": 0,
    "LDNSKit": 1, "OpenSSLKit": 1, "IDNKit": 1, "ProcessKit": 1, "MailMessage": 1, "SQLiteKit": 1, "XMLKit": 1,
    "YAMLKit": 1, "ZlibKit": 1, "HTTPS": 1,
    "ApplicationSettings": 2, "DNSTransport": 2, "FailureCatalogue": 2, "HostFiles": 2,
    "MailAuthentication": 2,
    "Providers": 2, "Requirements": 2,
    "RouteOrigins": 2, "SASL": 2, "Scan": 2, "TLSTransport": 2,
    "FeedbackReports": 3, "SMTPSubmission": 3, "HTTPSTransport": 3,
    "History": 4, "Survey": 4,
    "Checks": 5, "Reporting": 5,
    "Audit": 6, "EvidenceBundle": 6,
    "CommandLine": 7, "AuditTesting": 7,
    "mailaudit": 8, "Bench": 8, "LabServer": 8
  ]

  /// C libraries, each with the one module that may import it.
  static let importers = [
    "CLDNS": "LDNSKit", "COpenSSL": "OpenSSLKit", "CIDN2": "IDNKit", "CXML2": "XMLKit", "CYAML": "YAMLKit",
    "CZlib": "ZlibKit", "CSQLite": "SQLiteKit", "CDatagrams": "DNSTransport", "CProcess": "ProcessKit"
  ]

  /// Modules of packages, each with those of ours that may import it.
  static let packages: [String: Set<String>] = [
    "NIOCore": ["DNSTransport", "TLSTransport", "AuditTesting", "LabServer", "Bench"],
    "NIOPosix": ["DNSTransport", "TLSTransport", "AuditTesting", "LabServer", "Bench"],
    "ArgumentParser": ["CommandLine"]
  ]

  /// Modules of the system, each with those of ours that may import it. Foundation costs memory and start-up time.
  static let system: [String: Set<String>] = [
    "Synchronization": [
      "AuditTesting",
      "DNS", "DNSTransport", "Survey", "Reporting", "LDNSKit", "MailAuthentication", "OpenSSLKit", "Bench", "LabServer",
      "CommandLine", "EvidenceBundle", "ProcessKit", "SMTPSubmission"
    ],
    "Glibc": ["DNSTransport", "TLSTransport", "LDNSKit", "ProcessKit", "Bench", "LabServer"],
    "Dispatch": ["ProcessKit"],
    "FoundationEssentials": ["CommandLine", "Bench", "LabServer"]
  ]

  static let manifest = Result { try PackageManifest.read() }

  @Test func everyModuleHasALevel() throws {
    let dependencies = try Self.manifest.get().dependencies
    #expect(dependencies.count > 20)
    let modules = Set(SourceTree.sources.map(\.module))
    #expect(modules.isSubset(of: Self.levels.keys), "a level for \(modules.subtracting(Self.levels.keys).sorted())")
    #expect(modules.isSubset(of: dependencies.keys))
  }

  @Test func arrowsGoDown() throws {
    for (module, dependencies) in try Self.manifest.get().dependencies {
      guard let level = Self.levels[module] else { continue }
      for dependency in dependencies {
        if let lower = Self.levels[dependency] {
          #expect(lower < level, "\(module) (level \(level)) depends on \(dependency) (level \(lower))")
        } else if let importer = Self.importers[dependency] {
          #expect(importer == module, "only \(importer) may depend on \(dependency), not \(module)")
        } else {
          #expect(Self.packages[dependency]?.contains(module) == true, "\(module) may not depend on \(dependency)")
        }
      }
    }
  }

  @Test func importsAreDeclared() throws {
    let dependencies = try Self.manifest.get().dependencies
    for file in SourceTree.sources {
      let allowed = dependencies[file.module] ?? []
      for name in file.imports where Self.system[name]?.contains(file.module) != true {
        #expect(allowed.contains(name), "\(file.path) imports \(name), which Package.swift does not give it")
      }
    }
  }

  @Test func onlyTestSupportSeesTestSupport() throws {
    for (module, dependencies) in try Self.manifest.get().dependencies where dependencies.contains("AuditTesting") {
      #expect(module.hasSuffix("Tests") || ["LabServer", "Bench"].contains(module), "\(module) depends on AuditTesting")
    }
  }
}
