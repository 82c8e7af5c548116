import CIDN2
public import DNS

/// Why a text that a person typed is no domain name.
public enum UserInputError: Error, Sendable, Equatable {
  /// The rules of domain names are broken.
  case name(DomainNameError)
  /// The rules of internationalised names are broken (RFC 5891): the error's name in libidn2, and its text.
  case internationalized(code: String, text: String)
}

extension UserInputError: CustomStringConvertible {
  /// The cause in one phrase.
  public var description: String {
    switch self {
    case .name(let error): error.description
    case .internationalized(let code, let text): "no valid internationalised name: \(text) (\(code))"
    }
  }
}

extension DomainName {
  /// Reads a name that a person typed: U-labels become A-labels (RFC 5891 §4, non-transitional UTS 46 mapping), labels
  /// such as `_dmarc` stay, and a text in ASCII is read as it is.
  public init(userInput text: String) throws(UserInputError) {
    let ascii = text.utf8.allSatisfy { $0 < 0x80 } ? text : try IDNA.ascii(of: text)
    do {
      try self.init(parsing: ascii)
    } catch {
      throw .name(error)
    }
  }

  /// The name with U-labels in place of A-labels, for people; an A-label that is none (it does not come back the same)
  /// stays as it is.
  public var unicodeDescription: String {
    description.split(separator: ".", omittingEmptySubsequences: false).map { label in
      guard label.hasPrefix("xn--"), let unicode = IDNA.unicode(of: String(label)) else { return String(label) }
      return (try? IDNA.ascii(of: unicode)) == String(label) ? unicode : String(label)
    }.joined(separator: ".")
  }
}

/// The calls of libidn2; the text it returns is copied and freed here.
private enum IDNA {
  /// German ß and the like stay letters of their own; decomposed characters are composed first.
  private static let flags = Int32(IDN2_NONTRANSITIONAL.rawValue | IDN2_NFC_INPUT.rawValue)

  static func ascii(of text: String) throws(UserInputError) -> String {
    if text.utf8.contains(0) { throw error(IDN2_DISALLOWED.rawValue) }
    var output: UnsafeMutablePointer<CChar>?
    let status = unsafe idn2_to_ascii_8z(text, &output, flags)
    return try unsafe take(output, status)
  }

  static func unicode(of label: String) -> String? {
    var output: UnsafeMutablePointer<CChar>?
    let status = unsafe idn2_to_unicode_8z8z(label, &output, flags)
    return try? unsafe take(output, status)
  }

  private static func take(_ output: UnsafeMutablePointer<CChar>?, _ status: Int32) throws(UserInputError) -> String {
    guard status == IDN2_OK.rawValue, let output = unsafe output else { throw error(status) }
    defer { unsafe idn2_free(output) }
    return unsafe String(cString: output)
  }

  private static func error(_ status: Int32) -> UserInputError {
    let name = unsafe idn2_strerror_name(status).map { unsafe String(cString: $0) }
    let text = unsafe idn2_strerror(status).map { unsafe String(cString: $0) }
    return .internationalized(code: name ?? "IDN2 \(status)", text: text ?? "unknown error")
  }
}
