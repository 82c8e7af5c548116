import ApplicationSettings
import Foundation

/// Settings of tests: a fixture, or a text in the test itself.
enum SettingsText {
  static func fixture(_ name: String, of application: Application) throws -> SubmissionSettings {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    let octets = [UInt8](try Data(contentsOf: folder.appending(path: name)))
    return SubmissionSettings.read([SettingsFile(name: name, octets: octets)], of: application)
  }

  static func read(_ text: String, of application: Application) -> SubmissionSettings {
    SubmissionSettings.read([SettingsFile(name: "f", octets: Array(text.utf8))], of: application)
  }

  static func php(_ block: String) -> SubmissionSettings { read("<?php\n" + block, of: .mediawiki) }
}
