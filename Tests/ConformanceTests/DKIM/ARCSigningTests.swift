import AuditTesting
import DNS
import MailAuthentication
import MailMessage
import OpenSSLKit
import Testing

/// The fields that sealers of the suite produce: put on top of their message, they validate.
@Suite struct ARCSigningTests {
  private struct Suite: Decodable { let scenarios: [Scenario] }
  private struct Scenario: Decodable {
    let records: [String: String]
    let tests: [Item]
    private enum CodingKeys: String, CodingKey {
      case tests
      case records = "txt-records"
    }
  }
  private struct Item: Decodable {
    let id: String
    let message: String
    let seal: String
    let signature: String
    let results: String
    private enum CodingKeys: String, CodingKey {
      case id, message
      case seal = "AS"
      case signature = "AMS"
      case results = "AAR"
    }

    /// The message with the produced set on top; without one the message as it is.
    var sealed: String {
      let fields = [("ARC-Seal", seal), ("ARC-Message-Signature", signature), ("ARC-Authentication-Results", results)]
      let top = fields.filter { !$0.1.isEmpty }.map { name, value in
        let lines = value.split(separator: "\n").map { $0.trimmed }.filter { !$0.isEmpty }
        return "\(name): " + Self.joiningSignature(lines.joined(separator: "\n  ")) + "\n"
      }
      return top.joined() + message
    }

    /// The suite has the signatures in lines; what was sealed had none.
    private static func joiningSignature(_ text: String) -> String {
      text.split(separator: ";", omittingEmptySubsequences: false).map { part in
        let words = part.split(whereSeparator: \.isWhitespace)
        return words.first?.hasPrefix("b=") == true ? " " + words.joined() : String(part)
      }
      .joined(separator: ";")
    }
  }

  /// What the state of each produced chain is: the suite seals a broken chain as broken, and leaves one that is sealed as
  /// broken alone.
  static let failing: Set<String> = ["i1_base_fail", "i2_base_fail", "no_additional_sig"]

  @Test(ConformanceSuites.available("ARC signing", cases: 17)) func producedSetsValidate() async throws {
    let suite = try ConformanceSuites.decode(Suite.self, from: "arc-valimail/signing.json")
    var count = 0
    for scenario in suite.scenarios {
      let records = try scenario.records.map { name, text in
        DNSRecord(
          owner: try #require(DomainName(name)), ttl: 300, data: .txt(CharacterStrings([Array(text.utf8)])))
      }
      let world = World(records: records)
      for item in scenario.tests {
        let message = Message(Array(item.sealed.utf8))
        let found = try await MessageSignatures.verify(message, using: world, at: 1_500_000_000).arc
        let expected: ARCChainValidation = Self.failing.contains(item.id) ? .fail : .pass
        #expect(found.result == expected, "\(item.id): \(found.reasons.map(\.description))")
        count += 1
      }
    }
    #expect(count == 17)
  }
}

extension Substring {
  /// Without blanks at both ends.
  fileprivate var trimmed: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
