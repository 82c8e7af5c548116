extension MessageExample {
  /// A message with the fields that every message needs, from an address of `example.org`.
  static let plain = """
    From: Wiki <wiki@example.org>
    To: Ann <ann@example.net>
    Subject: Page changed
    Date: Wed, 25 Nov 2026 11:59:00 +0000
    Message-ID: <66f10a1b.0a1b2c3d4e5f6071@wiki.example.org>

    The page Main was changed.

    """

  /// The same, as a receiver wrote it down.
  static let received = hop + plain

  /// A Received field that a receiver wrote.
  private static let hop = """
    Received: from mail.example.org (mail.example.org [192.0.2.25])
      by mx.example.net with ESMTPS id 1234 for <ann@example.net>; Wed, 25 Nov 2026 11:59:02 +0000

    """

  /// The record with which `example.org` asks that what fails be refused.
  static let dmarcReject = #"_dmarc TXT "v=DMARC1; p=reject""#
}
