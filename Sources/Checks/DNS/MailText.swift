import DNS
import Survey

/// A TXT record of the domain whose text is meant for mail.
struct MailText {
  /// The question whose answer it stands in.
  let question: DNSQuestion
  /// The character-strings as published.
  let strings: [[UInt8]]
  /// The strings joined with nothing between them.
  let joined: [UInt8]
  /// What the text is meant to be.
  let kind: Kind

  /// The records that mail reads from TXT, by the version that their text begins with.
  enum Kind: String, CaseIterable {
    case spf = "v=spf1"
    case dkim = "v=DKIM1"
    case dmarc = "v=DMARC1"
    case mtaSTS = "v=STSv1"
    case tlsRPT = "v=TLSRPTv1"
    case bimi = "v=BIMI1"
  }
}

extension MailText {
  /// Takes a TXT record; nil when its text is not meant for mail.
  init?(_ strings: CharacterStrings, of question: DNSQuestion) {
    let joined = strings.joined
    guard let kind = Self.kind(of: joined) ?? (Self.isKeyName(question.name) ? .dkim : nil) else { return nil }
    self.init(question: question, strings: strings.strings, joined: joined, kind: kind)
  }

  /// What a text is meant to be: the version that it begins with behind any quotes, blanks and octets outside ASCII.
  static func kind(of text: [UInt8]) -> Kind? {
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

extension DomainSurvey {
  /// The texts meant for mail at the domain and below, in the order of their names.
  var mailTexts: [MailText] {
    ownAnswers.flatMap { answer in answer.texts.compactMap { MailText($0, of: answer.question) } }
  }
}
