import AuditTesting
import DNS
import MailAuthentication
import MailMessage
import OpenSSLKit

/// Messages for the tests of signatures.
enum SignedMessage {
  /// A message without a signature.
  static let plain = """
    Received: from a.example by b.example; Tue, 14 Nov 2023 22:13:20 +0000\r
    From: Anna <anna@example.com>\r
    To: bob@example.org\r
    Subject: Invoice\r
     for  November\r
    Date: Tue, 14 Nov 2023 22:13:20 +0000\r
    Message-ID: <1@example.com>\r
    \r
    Hello  Bob,\r
    the invoice is attached. \r
    \r
    Anna\r

    """

  /// The time of the message.
  static let time: Int64 = 1_700_000_000

  /// A key of 1024 bits.
  static func shortKey() throws -> SigningKey { try SigningKey(pem: ExampleKeys.weakKey) }

  /// An Ed25519 key.
  static func ed25519() throws -> SigningKey { try SigningKey(ed25519: Array(1...32)) }

  /// The first result for a message, its keys in `zone`.
  static func verify(_ text: String, _ zone: String, at time: Int64 = time) async throws -> DKIMSignatureResult? {
    try await DKIMVerifier.verify(Message(Array(text.utf8)), using: World(zone), at: time).first
  }
}
