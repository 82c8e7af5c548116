import DNS

/// Labels that stand for internationalised ones (RFC 5890 §2.3.2.1).
public enum ALabel {
  /// Whether a label begins with the prefix `xn--`, in letters of any case.
  public static func hasPrefix(_ label: ArraySlice<UInt8>) -> Bool {
    label.count >= 4 && label.prefix(4).map(\.lowercasedASCII) == Array("xn--".utf8)
  }

  /// Whether a label with the prefix decodes to characters outside of ASCII that encode to this very label. What IDNA
  /// says of each character is not looked at.
  public static func isValid(_ label: ArraySlice<UInt8>) -> Bool {
    let encoded = label.dropFirst(4).map(\.lowercasedASCII)
    guard hasPrefix(label), let text = Punycode.decode(encoded), text.unicodeScalars.contains(where: { !$0.isASCII })
    else { return false }
    return Punycode.encode(text) == encoded
  }
}
