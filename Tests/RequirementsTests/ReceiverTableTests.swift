import AuditModel
import Checks
import Foundation
import Requirements
import Testing

/// The tables of receivers: complete, dated, and of one mind with the catalogue.
@Suite struct ReceiverTableTests {
  /// The ids of all checks that exist or are planned.
  static let known: Set<String> = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../ChecksTests")
    let texts = ["ledger.txt", "reserved.txt"].map {
      try? String(contentsOf: folder.appending(path: $0), encoding: .utf8)
    }
    return Set(
      texts.compactMap(\.self).flatMap { $0.split(separator: "\n") }.compactMap { $0.split(separator: " ").first }.map(
        String.init))
  }()

  @Test(arguments: ReceiverDirectory.all.map(\.id))
  func isInOrder(id: String) throws {
    let receiver = try #require(ReceiverDirectory.receiver(named: id.uppercased()))
    #expect(receiver.id == id)
    #expect(!receiver.domains.isEmpty && !receiver.audience.isEmpty)
    #expect(receiver.lastRead.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil)
    #expect(Set(receiver.rules.map(\.id)).count == receiver.rules.count)
    for rule in receiver.rules + [receiver.failureRule, Receiver.reputationRule] {
      #expect(!rule.statement.hasSuffix(".") && rule.statement.first?.isUppercase == true, "\(rule.statement)")
      #expect(!rule.checks.isEmpty && rule.checks.allSatisfy { Self.known.contains($0.rawValue) }, "\(rule.checks)")
      let isSilent = rule.source == .notStated
      #expect((rule.bulk == .notStated && rule.others == .notStated) == isSilent, "\(id) \(rule.id)")
      #expect(!isSilent || (rule.enforcement == .notStated && rule.codes.isEmpty))
      if let edition = rule.source.edition { #expect(edition.wholeMatch(of: /\d{4}-\d{2}(-\d{2})?/) != nil) }
    }
  }

  @Test func namesAreUnique() {
    let names = ReceiverDirectory.all.flatMap { receiver in
      [receiver.id] + receiver.domains.filter { $0 != receiver.id }
    }
    #expect(Set(names).count == names.count)
    #expect(ReceiverDirectory.receiver(named: "example.org") == nil)
  }

  /// The three large receivers ask of bulk senders what the profiles of the same names ask for.
  @Test(arguments: [("gmail", Profile.gmailBulk), ("yahoo", .yahooBulk), ("microsoft", .microsoftBulk)])
  func agreesWithTheProfile(id: String, profile: Profile) throws {
    let receiver = try #require(ReceiverDirectory.receiver(named: id))
    let bulk = MailClass(isBulk: true, isListMail: true)
    let required = receiver.rules.filter { $0.role(for: bulk) == .required }.flatMap(\.checks)
    #expect(Set(required) == Set(ProfileRules.of(profile).required))
    let advised = receiver.rules.filter { $0.role(for: bulk) == .advised }.flatMap(\.checks)
    #expect(Set(advised).subtracting(required) == Set(ProfileRules.of(profile).advised))
  }

  /// Refusal is documented for these.
  @Test(
    arguments: [
      (
        "gmail",
        """
        SPF-IP-AUTHORISED DKIM-SIG-VALID DMARC-PRESENT DMARC-MSG-PASS BULK-SPF-AND-DKIM RDNS-PTR RDNS-FCRDNS RDNS-IPV6 \
        TLS-OUTBOUND HDR-FROM HDR-DUPLICATES HDR-NONASCII HDR-SIZE MSGID-PRESENT MIME-STRUCTURE HELO-FQDN
        """
      ),
      (
        "yahoo",
        """
        DNS-FROM-RESOLVES MX-NULL-SENDER DMARC-MSG-PASS BULK-SPF-AND-DKIM HDR-DATE HDR-DUPLICATES MIME-STRUCTURE DNSBL-IP
        """
      ),
      (
        "microsoft",
        "SPF-IP-AUTHORISED DKIM-SIG-VALID DMARC-PRESENT DMARC-MSG-PASS BULK-SPF-AND-DKIM DNSBL-IP"
      )
    ])
  func refuses(id: String, checks: String) throws {
    let receiver = try #require(ReceiverDirectory.receiver(named: id))
    let refusing = receiver.rules.filter { $0.enforcement == .refusal && $0.bulk == .required }.flatMap(\.checks)
    #expect(Set(refusing.map(\.rawValue)) == Set(checks.split(separator: " ").map(String.init)))
  }
}

extension ReceiverRule.Source {
  fileprivate var edition: String? {
    switch self {
    case .receiver(_, let edition), .others(_, let edition): edition
    case .notStated: nil
    }
  }
}
