public import DNS
public import Syntax

/// The body of Received (RFC 5321 §4.4), as the standard has it and as Postfix, Exim, Sendmail, Exchange, Gmail and qmail
/// write it.
public struct ReceivedField: Sendable, Hashable {
  /// Who gave the message, as far as it is told.
  public let from: Sender?
  /// The name of who took it.
  public let by: String?
  /// The link, such as `Frontend Transport`.
  public let via: String?
  /// The protocol.
  public let with: TransferProtocol?
  /// The identifier under which it was taken.
  public let id: String?
  /// The recipient, without angle brackets.
  public let recipient: String?
  /// The encryption, where it is told.
  public let tls: Encryption?
  /// When it was taken.
  public let date: DateTime?
  /// What stands in comments, in order, without their parentheses.
  public let comments: [String]

  /// The one who gave the message.
  public struct Sender: Sendable, Hashable {
    /// The name that it gave itself, with HELO or EHLO.
    public let heloName: String?
    /// The name that reverse DNS gave; nil for none, `unknown` among them.
    public let reverseName: String?
    /// The address that it came from.
    public let address: IPAddress?
    /// Whether a comment says that the names may be forged.
    public let mayBeForged: Bool
  }

  /// The encryption of a transfer.
  public struct Encryption: Sendable, Hashable {
    /// The version as it is written: `TLSv1.3`, `TLS1_3`.
    public let version: String?
    /// The cipher suite.
    public let cipher: String?
  }

  /// The protocol of a transfer (RFC 3848, RFC 6531 §4.3), or what stands in its place.
  public struct TransferProtocol: Sendable, Hashable {
    /// The words as they are written.
    public let text: String

    /// Whether it is one of the words that IANA registers for SMTP and its kin, case aside.
    public var isRegistered: Bool { Self.registered.contains(text.uppercased()) }
    /// Whether it says that the transfer was encrypted: `ESMTPS`.
    public var isTLS: Bool { isRegistered && text.uppercased().drop { $0 != "P" }.contains("S") }
    /// Whether it says that the sender had logged in: `ESMTPA`.
    public var isAuthenticated: Bool { isRegistered && text.uppercased().hasSuffix("A") }
    /// Whether it says that SMTPUTF8 was used: `UTF8SMTP`.
    public var isInternationalized: Bool { isRegistered && text.uppercased().hasPrefix("UTF8") }

    private static let registered: Set<String> = [
      "SMTP", "ESMTP", "ESMTPA", "ESMTPS", "ESMTPSA", "LMTP", "LMTPA", "LMTPS", "LMTPSA", "MMS", "UTF8SMTP",
      "UTF8SMTPA", "UTF8SMTPS", "UTF8SMTPSA", "UTF8LMTP", "UTF8LMTPA", "UTF8LMTPS", "UTF8LMTPSA"
    ]
  }

  /// Reads the body of a field; no value when none of its parts can be told.
  public static func parse(_ text: [UInt8]) -> Parsed<ReceivedField> {
    var reader = ReceivedReader(text: text)
    reader.readAll()
    reader.faults.addOctets(of: text)
    let value = reader.field
    if value == nil {
      reader.faults.add(text.trimmed(0..<text.count), "no trace of a transfer", "RFC 5321 §4.4", .fatal)
    }
    return Parsed(text: text, value: value, faults: reader.faults.sorted)
  }
}
