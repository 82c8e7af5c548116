import ApplicationSettings
import AuditModel
import Checks
import Foundation
import Testing

/// The suite app-configs once more: what an audit ought to say of the files.
@Suite(ConformanceSuites.available("app-configs", cases: 95)) struct SettingsFindingsTests {
  /// The check for each of the suite's sentences.
  static let checks: [String: CheckID] = [
    "uses PHP mail(); no authenticated relay": "APP-LOCAL-MAIL",
    "no smtp plugin settings": "APP-LOCAL-MAIL",
    "smtp_enable is not set: local sendmail is used": "APP-LOCAL-MAIL",
    "Message-ID host falls back to $wgServer (localhost)": "APP-MESSAGE-ID",
    "sender domain localhost cannot pass SPF or DMARC": "APP-FROM-DOMAIN",
    "$wgEnableEmail is false": "APP-MAIL-DISABLED",
    "certificate checks are off (allow_insecure)": "APP-RELAY-TLS",
    "certificate verification is off": "APP-RELAY-TLS",
    "From is the user's own address: it will not align with the relay domain": "APP-USER-FROM",
    "debug is on": "APP-SECRETS",
    "gitlab_email_from defaults to gitlab@ the host name": "APP-SENDER",
    "myhostname is not a public name: HELO will not match PTR": "APP-HELO"
  ]

  @Test func everySentenceHasAFinding() throws {
    let suite = try ConformanceSuites.decode(Suite.self, from: "app-configs/expected.json")
    var sentences = 0
    for entry in suite.cases {
      guard let wanted = entry.expect.findings, let application = Application.named(entry.app) else { continue }
      let levels = try levels(entry, application)
      for sentence in wanted {
        let check = try #require(Self.checks[sentence], "\(sentence)")
        #expect(levels[check] != nil, "\(entry.id): \(sentence)")
        sentences += 1
      }
      let known = Set(wanted.compactMap { Self.checks[$0] })
      let heavy = levels.filter { $0.value >= .high && !known.contains($0.key) }
      #expect(heavy.isEmpty, "\(entry.id): \(heavy)")
    }
    #expect(sentences >= 11)
  }

  /// The worst level of each check that found something. The suite's servers have names of documentation, which stand for
  /// others: that is not held against it.
  private func levels(_ entry: Suite.Case, _ application: Application) throws -> [CheckID: Severity] {
    let octets = try ConformanceSuites.text("app-configs/" + entry.file)
    let settings = SubmissionSettings.read([SettingsFile(name: entry.file, octets: octets)], of: application)
    var levels: [CheckID: Severity] = [:]
    for check in Catalogue.settingsChecks where check.description.id != "APP-PLACEHOLDER" {
      let outcome = CheckOutcome(description: check.description, judgement: check.judge(settings))
      guard outcome.findings.contains(where: { $0.verdict != .unknown }) else { continue }
      levels[outcome.check] = outcome.effectiveLevel ?? .info
    }
    return levels
  }

  private struct Suite: Decodable {
    let cases: [Case]

    struct Case: Decodable {
      let id: String
      let app: String
      let file: String
      let expect: Expectation
    }

    struct Expectation: Decodable {
      let findings: [String]?
    }
  }
}
