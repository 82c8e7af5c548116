/// Checks that concern every message, and do not apply only as long as nobody told what they look at. A demand that rests
/// on one of them is open then, not met.
enum NeededInput {
  /// How to tell what a check needs; nil for every other check.
  static func remedy(for check: CheckID) -> String? { remedies[check] }

  /// The verdict of a check to a demand that concerns every message.
  static func reading(of verdict: Verdict, by check: CheckID) -> Verdict {
    verdict == .notApplicable && remedies[check] != nil ? .unknown : verdict
  }

  private static let remedies: [CheckID: String] = [
    "SPF-IP-AUTHORISED": "Name the address that the mail comes from (--ip).",
    "RDNS-PTR": "Name the address that the mail comes from (--ip).",
    "RDNS-FCRDNS": "Name the address that the mail comes from (--ip).",
    "HELO-FQDN": "Name what the sending host greets with (--helo).",
    "BULK-SPF-AND-DKIM": "Have the mail judged as bulk (--bulk), with the address that sent it (--ip).",
    "BULK-DMARC-ALIGN": "Have the mail judged as bulk (--bulk).",
    "BULK-SPAM-RATE": "Give the figures of the receivers' dashboards (--postmaster).",
    "BULK-UNSUB-HEADERS": "Tell what kind of mail it is (--kind).",
    "BULK-UNSUB-SIGNED": "Tell what kind of mail it is (--kind).",
    "BULK-UNSUB-BODY": "Tell what kind of mail it is (--kind).",
    "SMTP-OPEN-RELAY": "Have relaying tried at your own mail servers (--probe-mx --intrusive).",
    "DNSBL-IP": "Have block lists asked about the sending address (--ip, --blocklists)."
  ]
}
