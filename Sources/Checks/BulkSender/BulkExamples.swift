import DNS
import Survey

extension MessageExample {
  /// A newsletter with all that RFC 8058 asks for.
  static let newsletter = newsletter(
    """
    List-Unsubscribe: <https://example.org/u/7f3a>, <mailto:u@example.org>
    List-Unsubscribe-Post: List-Unsubscribe=One-Click

    """)

  /// A newsletter with other fields at its top.
  static func newsletter(
    _ fields: String, body: String = "News of the wiki.\n\nUnsubscribe: https://example.org/u/7f3a\n"
  ) -> String {
    fields + """
      From: News <news@example.org>
      To: Ann <ann@example.net>
      Subject: News of November
      Date: Wed, 25 Nov 2026 11:59:00 +0000
      Message-ID: <66f10a1b.0a1b2c3d4e5f6071@news.example.org>


      """ + body
  }

  /// `example.org` with SPF for 192.0.2.25 and DMARC.
  static let sendingZone = "@ TXT \"v=spf1 ip4:192.0.2.25 -all\"\n_dmarc TXT \"v=DMARC1; p=none\""
  /// The fields that RFC 8058 wants to be signed.
  static let listFields = "from:to:subject:date:message-id:list-unsubscribe:list-unsubscribe-post"
}

extension MessageOptions {
  /// Tells who sent the message.
  mutating func tellEnvelope(address: UInt32 = 0xC000_0219, mailFrom sender: String = "bounce@example.org") {
    clientAddress = .v4(address)
    mailFrom = sender
  }
}

extension MessageStage {
  /// A signature that covers the fields of RFC 8058.
  static func signedList(by domain: String = "example.org") -> MessageStage {
    .signed(by: domain) { $0.headerFields = MessageExample.listFields }
  }
}
