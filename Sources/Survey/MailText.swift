public import DNS

/// A TXT record of the domain whose text is meant for mail.
public final class MailText: Sendable {
  /// The question whose answer it stands in.
  public let question: DNSQuestion
  /// The character-strings as published.
  public let strings: [[UInt8]]
  /// The strings joined with nothing between them.
  public let joined: [UInt8]
  /// What the text is meant to be.
  public let kind: Kind

  /// Takes a TXT record; nil when its text is not meant for mail.
  init?(_ strings: CharacterStrings, of question: DNSQuestion) {
    joined = strings.joined
    guard let kind = Self.kind(of: joined) ?? (Self.isKeyName(question.name) ? .dkim : nil) else { return nil }
    self.question = question
    self.strings = strings.strings
    self.kind = kind
  }

  /// The records that mail reads from TXT, by the version that their text begins with.
  public enum Kind: String, Sendable, CaseIterable {
    /// SPF (RFC 7208 §4.5).
    case spf = "v=spf1"
    /// A DKIM key (RFC 6376 §3.6.1).
    case dkim = "v=DKIM1"
    /// DMARC (RFC 9989 §4.7).
    case dmarc = "v=DMARC1"
    /// MTA-STS (RFC 8461 §3.1).
    case mtaSTS = "v=STSv1"
    /// TLS reporting (RFC 8460 §3).
    case tlsRPT = "v=TLSRPTv1"
    /// BIMI.
    case bimi = "v=BIMI1"
  }
}

extension MailText {
  /// Whether the text of a TXT record is meant for mail.
  public static func isForMail(_ strings: CharacterStrings, of question: DNSQuestion) -> Bool {
    kind(of: strings.joined) != nil || isKeyName(question.name)
  }

  /// What a text is meant to be: the version that it begins with behind any quotes, blanks and octets outside ASCII.
  public static func kind(of text: [UInt8]) -> Kind? {
    // Every version begins so, and few other texts do.
    guard let start = text.firstIndex(where: \.isASCIILetter), text[start] | 0x20 == UInt8(ascii: "v") else {
      return nil
    }
    return Kind.allCases.first { kind in
      let rest = text[start...].dropFirst(kind.rawValue.utf8.count)
      let isVersion = text[start...].starts(with: kind.rawValue.utf8) { $0.lowercasedASCII == $1.lowercasedASCII }
      return isVersion && !(rest.first.map { $0.isASCIILetter || $0.isASCIIDigit } ?? false)
    }
  }

  private static func isKeyName(_ name: DomainName) -> Bool {
    name.labels.dropFirst().contains { $0.elementsEqual("_domainkey".utf8) }
  }
}
