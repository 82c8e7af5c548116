import Syntax

extension MIMEFault.Kind {
  /// The words, the paragraph, and how much it spoils.
  var words: (message: String, reference: String, gravity: SyntaxFault.Gravity) {
    structureWords ?? encodingWords ?? ("a field with a fault", "RFC 2045 §3", .ignored)
  }

  private var structureWords: (String, String, SyntaxFault.Gravity)? {
    switch self {
    case .noMIMEVersion: ("Content-Type without MIME-Version", "RFC 2045 §4", .ignored)
    case .fieldTwice: ("a second field of the same name", "RFC 2045 §3", .ignored)
    case .headerBroken: ("a line in the header that is no field: the content begins here", "RFC 2046 §5.1", .ignored)
    case .headerOnly: ("a part that ends inside its header", "RFC 2046 §5.1", .ignored)
    case .headerTooLong: ("a header that is longer than what is read of it", "RFC 2046 §5.1", .remark)
    case .noBoundary: ("a multipart without the parameter boundary", "RFC 2046 §5.1.1", .fatal)
    case .badBoundary:
      ("a boundary with a character or a length that is not allowed", "RFC 2046 §5.1.1", .remark)
    case .sameBoundary: ("the boundary of the multipart around it once more", "RFC 2046 §5.1.2", .fatal)
    case .noStartBoundary: ("the boundary does not occur", "RFC 2046 §5.1.1", .fatal)
    case .noEndBoundary: ("the end boundary is missing", "RFC 2046 §5.1.1", .ignored)
    case .boundaryInText: ("a line begins with the boundary and goes on", "RFC 2046 §5.1.1", .ignored)
    case .boundaryAfterEnd: ("the boundary again, behind the end boundary", "RFC 2046 §5.1.1", .ignored)
    case .noParts: ("a multipart without parts", "RFC 2046 §5.1.1", .ignored)
    case .epilogueText: ("text behind the end boundary, which nobody is shown", "RFC 2046 §5.1.1", .remark)
    case .encodedComposite:
      ("an encoding that multipart and message must not have", "RFC 2045 §6.4", .ignored)
    case .tooDeep: ("nested too deep to be looked into", "RFC 2046 §5.1.2", .ignored)
    case .tooManyParts: ("more parts than are looked at", "RFC 2046 §5.1", .ignored)
    default: nil
    }
  }

  private var encodingWords: (String, String, SyntaxFault.Gravity)? {
    switch self {
    case .base64Character: ("a character that is not of the base64 alphabet", "RFC 2045 §6.8", .ignored)
    case .base64AfterPadding: ("base64 that goes on behind its padding", "RFC 2045 §6.8", .ignored)
    case .base64Truncated: ("base64 whose last group is not complete", "RFC 2045 §6.8", .ignored)
    case .encodedLineTooLong: ("an encoded line of more than 76 characters", "RFC 2045 §6.7", .remark)
    case .quotedEscape:
      ("an equals sign that neither two hexadecimal digits nor a line end follow", "RFC 2045 §6.7", .ignored)
    case .quotedLowerCase: ("hexadecimal digits in lower case", "RFC 2045 §6.7", .remark)
    case .quotedEightBit: ("an octet above 127 in quoted-printable", "RFC 2045 §6.7", .ignored)
    case .quotedTrailingBlank: ("white space at the end of a line, which is taken away", "RFC 2045 §6.7", .remark)
    case .eightBitIn7bit: ("octets above 127 in a part that is 7bit", "RFC 2045 §6.2", .ignored)
    case .lineTooLong: ("a line of more than 998 octets", "RFC 2045 §2.7", .ignored)
    case .nul: ("an octet of zero", "RFC 2045 §2.8", .ignored)
    case .bareCR: ("a CR without LF", "RFC 2045 §2.8", .ignored)
    default: charsetWords
    }
  }

  private var charsetWords: (String, String, SyntaxFault.Gravity)? {
    switch self {
    case .notUTF8: ("octets that are not UTF-8, the declared charset", "RFC 3629 §3", .ignored)
    case .notInCharset: ("octets that text in the declared charset cannot have", "RFC 2046 §4.1.2", .ignored)
    case .eightBitInASCII: ("octets above 127 in text that says it is US-ASCII", "RFC 2046 §4.1.2", .ignored)
    case .noCharset: ("octets above 127 in text that names no charset", "RFC 2046 §4.1.2", .ignored)
    case .unknownCharset: ("a charset that is not looked at here", "RFC 2046 §4.1.2", .remark)
    case .controlInLatin:
      ("octets 128 to 159 in text of ISO-8859: probably windows-1252", "RFC 2046 §4.1.2", .remark)
    case .utf8AsLatin: ("text that is UTF-8 and says it is another charset", "RFC 2046 §4.1.2", .ignored)
    default: nil
    }
  }
}
