import ApplicationSettings
import Foundation
import Testing

/// The suite app-configs: 95 files of settings, and what must be read out of them.
@Suite(ConformanceSuites.available("app-configs", cases: 95)) struct SettingsSuiteTests {
  /// Applications without a reader: their cases are counted, not judged.
  static let unread: Set<String> = ["postfix", "msmtp"]

  /// `starttls_auto` is opportunistic in net-smtp; the suite calls it `starttls`.
  static let differing: [String: String] = ["gitlab-starttls": "starttls-opportunistic"]

  @Test func everyValueIsRead() throws {
    let suite = try ConformanceSuites.decode(SettingsSuite.self, from: "app-configs/expected.json")
    #expect(suite.cases.count == 95)
    var values = 0
    for entry in suite.cases where !Self.unread.contains(entry.app) { values += try judge(entry) }
    #expect(suite.cases.count { Self.unread.contains($0.app) } == 3)
    #expect(values > 750, "\(values) values were compared")
  }

  private func judge(_ entry: SettingsSuite.Case) throws -> Int {
    let application = try #require(Application.named(entry.app))
    let octets = try ConformanceSuites.text("app-configs/" + entry.file)
    let settings = SubmissionSettings.read([SettingsFile(name: entry.file, octets: octets)], of: application)
    #expect(settings.faults.isEmpty, "\(entry.id): \(settings.faults)")
    for name in entry.expect.unresolved ?? [] {
      #expect(unknown(name, settings), "\(entry.id): \(name) cannot be known")
    }
    var count = 0
    for (name, wanted) in entry.expect.values {
      let read = actual(name, settings)
      let expected = name == "security" ? Self.differing[entry.id] ?? wanted : wanted
      #expect(read == expected, "\(entry.id): \(name)")
      count += 1
    }
    return count
  }

  private func unknown(_ name: String, _ settings: SubmissionSettings) -> Bool {
    switch name {
    case "host": settings.host.isUnknown
    case "port": settings.port.isUnknown
    case "username": settings.userName.isUnknown
    case "password": settings.secret.isUnknown
    case "from_address": settings.from.isUnknown
    default: false
    }
  }

  private func actual(_ name: String, _ settings: SubmissionSettings) -> String? {
    switch name {
    case "transport": settings.prediction.transport.value
    case "host": settings.host.value
    case "port": settings.port.value.map { String($0) }
    case "security": settings.security.value?.rawValue
    case "auth": settings.authenticates.value.map { String($0) }
    case "username": settings.userName.value
    case "id_host": settings.messageIDHost.value
    case "from_address": settings.from.value
    case "reply_to": settings.replyTo.value
    case "ehlo": settings.greetingName.value
    case "ssl", "tls": raw("smtp_\(name)", settings)
    case "starttls_auto": raw("smtp_enable_starttls_auto", settings)
    case "verify_mode": raw("smtp_openssl_verify_mode", settings)
    case "authentication": raw("smtp_authentication", settings)
    default: "no such value: \(name)"
    }
  }

  private func raw(_ key: String, _ settings: SubmissionSettings) -> String? {
    settings.entries.last { $0.name == "gitlab_rails['\(key)']" }.map { $0.text.replacing("\"", with: "") }
  }
}

/// `expected.json`.
private struct SettingsSuite: Decodable {
  let cases: [Case]

  struct Case: Decodable {
    let id: String
    let app: String
    let file: String
    let expect: Expectation
  }

  /// Values by name as text; what is absent is not judged, null is no value.
  struct Expectation: Decodable {
    var values: [(name: String, value: String?)] = []
    var unresolved: [String]?

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Name.self)
      for key in container.allKeys {
        if key.stringValue == "unresolved" {
          unresolved = try container.decode([String].self, forKey: key)
        } else if !["findings", "accounts"].contains(key.stringValue) {
          values.append((key.stringValue, try Self.text(container, key)))
        }
      }
    }

    private static func text(_ container: KeyedDecodingContainer<Name>, _ key: Name) throws -> String? {
      if try container.decodeNil(forKey: key) { return nil }
      if let flag = try? container.decode(Bool.self, forKey: key) { return String(flag) }
      if let number = try? container.decode(Int.self, forKey: key) { return String(number) }
      return try container.decode(String.self, forKey: key)
    }
  }

  struct Name: CodingKey {
    let stringValue: String
    let intValue: Int? = nil
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
