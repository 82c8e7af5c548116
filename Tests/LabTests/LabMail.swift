import AuditTesting
import Checks
import Foundation
import OpenSSLKit

/// The mail servers that `script/lab` started on port 25.
enum LabMail {
  /// The folder of Postfix, when it runs.
  static let folder = ProcessInfo.processInfo.environment["MAILAUDIT_LAB_MAIL"]

  /// Whether they run: they need a network namespace.
  static let isRunning = folder != nil

  /// What the machine is called there.
  static let machine = ProcessInfo.processInfo.environment["MAILAUDIT_LAB_MACHINE"]

  /// Whether Postfix runs besides.
  static let hasPostfix = ProcessInfo.processInfo.environment["MAILAUDIT_LAB_POSTFIX"] != nil

  /// Whether all mail servers of a scenario run.
  static func plays(_ scenario: LabScenario) -> Bool {
    isRunning && (hasPostfix || !scenario.mailServers.contains { $0.isPostfix })
  }

  /// The root that issued the certificates of the lab, as text.
  static let rootText = ExampleCertificates.root

  /// The root that issued the certificates of the lab.
  static let trustStore = try? TrustStore(ExampleCertificates.chain([ExampleCertificates.root]), origin: "the lab")
}
