import Audit
import AuditModel
import DNS
import LDNSKit
import MailMessage
import Survey

/// A newsletter of the shop in ``DemoZone``, as it arrived: the example of a report on a message.
enum DemoMessage {
  static let text = """
    Return-Path: <bounce@shop.example>
    Received: from out10.newsletter.example (out10.newsletter.example [203.0.113.10])
      by mx.recipient.example (Postfix) with ESMTPS id 4dRk2W1qXz9s
      for <ann@recipient.example>; Sat, 21 Nov 2026 08:30:04 +0000 (UTC)
    From: Shop <news@shop.example>
    To: Ann <ann@recipient.example>
    Subject: New in November
    Date: Sat, 21 Nov 2026 08:30:00 +0000
    Message-ID: <20261121083000.6b1f0c9d2e7a4835@shop.example>
    List-Unsubscribe: <mailto:unsubscribe@shop.example>
    MIME-Version: 1.0
    Content-Type: multipart/alternative; boundary="=_a81f"

    --=_a81f
    Content-Type: text/plain; charset=utf-8

    New books have come in: https://shop.example/new

    Unsubscribe: https://shop.example/u/7f3a
    --=_a81f
    Content-Type: text/html; charset=utf-8

    <html><body>
    <p>New books have come in:
    <a href="http://clicks.newsletter.example/7f3a/1">https://shop.example/new</a></p>
    <p><a href="https://shop.example/u/7f3a">Unsubscribe</a></p>
    </body></html>
    --=_a81f--

    """

  /// What is known of the host that sent it.
  static let hostZone = """
    $ORIGIN example.
    $TTL 3600
    out10.newsletter            A     203.0.113.10
    10.113.0.203.in-addr.arpa.  PTR   out10.newsletter
    """

  /// The report on the message as one of bulk mail, for every large receiver: always the same.
  static func report() async throws -> AuditReport {
    let zones = [DemoZone.text, hostZone].map { ZoneText.parse(Array($0.utf8), file: "demo") }
    if let fault = zones.flatMap(\.faults).first {
      throw ErrorLine("demo:\(fault.line)", fault.message, .internalError)
    }
    var options = MessageOptions()
    options.clientAddress = .v4(0xCB00_710A)
    options.heloName = "out10.newsletter.example"
    options.mailFrom = "bounce@shop.example"
    options.trustedHops = 1
    options.isBulk = true
    options.kind = .marketing
    options.time = DemoZone.time
    options.domain.selectors = DemoZone.selectors
    let resolver = ZoneResolver(zones.map(\.zone), uncovered: .nameError)
    let auditor = MessageAuditor(
      instruments: Instruments(resolver: resolver), options: options, time: DemoZone.time)
    return try await auditor.audit(MessageOctets(Array(text.utf8)), named: "message.eml")
  }
}
