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

  /// The three large receivers ask of bulk senders what the profiles of the same names ask for, and little more.
  @Test(
    arguments: [
      ("gmail", Profile.gmailBulk, "", ""),
      (
        "yahoo", .yahooBulk, "MSGID-PRESENT HDR-NONASCII HDR-SIZE",
        "RDNS-OWN-DOMAIN SMTP-OPEN-RELAY ARC-APPLE-FORWARD RPT-DSN-CLASSIFY"
      ),
      ("microsoft", .microsoftBulk, "", "RDNS-OWN-DOMAIN HTML-HIDDEN HDR-SUBJECT BULK-RAMP RPT-DSN-CLASSIFY")
    ])
  func agreesWithTheProfile(id: String, profile: Profile, moreRequired: String, moreAdvised: String) throws {
    let receiver = try #require(ReceiverDirectory.receiver(named: id))
    let bulk = MailClass(isBulk: true, isListMail: true)
    let required = Set(receiver.rules.filter { $0.role(for: bulk) == .required }.flatMap(\.checks))
    #expect(required.subtracting(Self.ids(moreRequired)) == Set(ProfileRules.of(profile).required))
    #expect(required.isSuperset(of: Self.ids(moreRequired)))
    let advised = Set(receiver.rules.filter { $0.role(for: bulk) == .advised }.flatMap(\.checks)).subtracting(required)
    #expect(advised.subtracting(Self.ids(moreAdvised)) == Set(ProfileRules.of(profile).advised))
    #expect(advised.isSuperset(of: Self.ids(moreAdvised)))
  }

  private static func ids(_ text: String) -> Set<CheckID> {
    Set(text.split(separator: " ").map { CheckID(rawValue: String($0)) })
  }

  /// Each rule of a document carries the edition of that document; these carry none.
  @Test func editionsAreKnown() {
    let undated: Set<String> = [
      "Google, Gmail message header limits", "GMX and WEB.DE, error pages", "T-Online, postmaster pages",
      "Mail.ru, rules for senders", "QQ Mail, rules for senders"
    ]
    var editions: [String: Set<String>] = [:]
    for rule in ReceiverDirectory.all.flatMap({ $0.rules + [$0.failureRule] }) {
      guard let document = rule.source.document else { continue }
      editions[document, default: []].insert(rule.source.edition ?? "")
    }
    #expect(editions.allSatisfy { $0.value.count == 1 })
    #expect(Set(editions.filter { $0.value == [""] }.keys) == undated)
  }

  /// Refusal is documented for these. Of greetings Gmail refuses those that are none by RFC 5321, which is not what
  /// HELO-FQDN mostly finds.
  @Test(
    arguments: [
      (
        "gmail",
        """
        SPF-IP-AUTHORISED DKIM-SIG-VALID DMARC-PRESENT DMARC-MSG-PASS BULK-SPF-AND-DKIM RDNS-PTR RDNS-FCRDNS RDNS-IPV6 \
        TLS-OUTBOUND HDR-FROM HDR-DUPLICATES HDR-NONASCII HDR-SIZE MSGID-PRESENT MIME-STRUCTURE
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
  fileprivate var document: String? {
    switch self {
    case .receiver(let document, _), .others(let document, _): document
    case .notStated: nil
    }
  }

  fileprivate var edition: String? {
    switch self {
    case .receiver(_, let edition), .others(_, let edition): edition
    case .notStated: nil
    }
  }
}
