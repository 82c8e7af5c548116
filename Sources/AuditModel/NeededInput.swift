/// Checks that concern every message, and do not apply only as long as nobody told what they look at. A demand that rests
/// on one of them is open then, not met.
struct NeededInput {
  /// Whether the mail is advertising or subscribed; nil when nobody told.
  let isListMail: Bool?
  /// Whether nobody told which address sends: what checks say of hosts is about others then.
  var lacksAddress = false

  /// How to tell what a check needs; nil for every other check, and where it has been told.
  func remedy(for check: CheckID) -> String? {
    isListMail != nil && Self.unsubscribing.contains(check) ? nil : Self.remedies[check]
  }

  /// The verdict of a check to a demand that concerns every message.
  func reading(of verdict: Verdict, by check: CheckID) -> Verdict {
    switch verdict {
    case .notApplicable: remedy(for: check) == nil ? verdict : .unknown
    case .pass, .info: isAboutOthers(check) ? .unknown : verdict
    case .fail, .warn, .unknown: verdict
    }
  }

  /// Whether a check looks at the host that sends, and nobody told which one that is.
  func isAboutOthers(_ check: CheckID) -> Bool { lacksAddress && Self.sendingHost.contains(check) }

  private static let address = "Name the address that the mail comes from (--ip)."
  private static let kind = "Tell what kind of mail it is (--kind)."

  private static let remedies: [CheckID: String] = [
    "SPF-IP-AUTHORISED": address, "RDNS-PTR": address, "RDNS-FCRDNS": address,
    "HELO-FQDN": "Name what the sending host greets with (--helo).",
    "BULK-SPF-AND-DKIM": "Have the mail judged as bulk (--bulk), with the address that sent it (--ip).",
    "BULK-DMARC-ALIGN": "Have the mail judged as bulk (--bulk).",
    "BULK-SPAM-RATE": "Give the figures of the receivers' dashboards (--postmaster).",
    "BULK-UNSUB-HEADERS": kind, "BULK-UNSUB-SIGNED": kind, "BULK-UNSUB-BODY": kind,
    "SMTP-OPEN-RELAY": "Have relaying tried at your own mail servers (--probe-mx --intrusive).",
    "DNSBL-IP": "Have block lists asked about the sending address (--ip, --blocklists)."
  ]
  private static let unsubscribing: Set<CheckID> = ["BULK-UNSUB-HEADERS", "BULK-UNSUB-SIGNED", "BULK-UNSUB-BODY"]
  private static let sendingHost: Set<CheckID> = ["RDNS-PTR", "RDNS-FCRDNS"]
}
