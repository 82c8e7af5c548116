import DNS

/// A parameter of MAIL or RCPT (RFC 5321 §4.1.2, `esmtp-param`).
public struct EnvelopeParameter: Sendable, Hashable {
  /// The keyword in capitals.
  public let keyword: String
  /// What stands behind the equals sign; nil without one.
  public let value: String?

  /// Makes a parameter of its parts.
  public init(_ keyword: String, _ value: String? = nil) {
    self.keyword = keyword
    self.value = value
  }
}

/// The argument of MAIL or RCPT: a path and its parameters.
public struct EnvelopePath: Sendable, Hashable {
  /// What stands between the angle brackets, a source route taken away; empty for the null reverse-path.
  public let address: String
  /// The parameters, in order.
  public let parameters: [EnvelopeParameter]
  /// Whether the angle brackets were left out (RFC 5321 §4.1.2 wants them).
  public let lacksBrackets: Bool

  /// Makes a path of its parts.
  public init(_ address: String, parameters: [EnvelopeParameter] = [], lacksBrackets: Bool = false) {
    self.address = address
    self.parameters = parameters
    self.lacksBrackets = lacksBrackets
  }

  /// The value of a parameter; nil when it is not there or has none.
  public func value(of keyword: String) -> String? { parameters.first { $0.keyword == keyword }?.value }

  /// Whether a parameter is there.
  public func has(_ keyword: String) -> Bool { parameters.contains { $0.keyword == keyword } }
}

extension EnvelopePath {
  /// Reads what stands behind `MAIL` or `RCPT`: the word, a colon, and the path; nil when it is nothing of the kind.
  ///
  /// Blanks around the colon and missing angle brackets are let through: clients in use write them.
  init?(_ text: ArraySlice<UInt8>, behind word: String) {
    var rest = text.trimmingBlanks
    guard rest.count > word.utf8.count, rest.prefix(word.utf8.count).equalsIgnoringCase(word) else { return nil }
    rest = rest.dropFirst(word.utf8.count).trimmingBlanks
    guard rest.first == UInt8(ascii: ":") else { return nil }
    rest = rest.dropFirst().trimmingBlanks
    let hasBrackets = rest.first == UInt8(ascii: "<")
    guard let end = Self.end(of: rest, hasBrackets: hasBrackets) else { return nil }
    var path = rest[..<end]
    rest = rest[end...]
    if hasBrackets { (path, rest) = (path.dropFirst(), rest.dropFirst()) }
    guard path.count <= CatchingLimits.pathOctets, hasBrackets || !path.isEmpty,
      rest.isEmpty || rest.first?.isBlank == true,
      let parameters = Self.parameters(rest)
    else { return nil }
    // RFC 5321 appendix C: a source route is to be ignored.
    if path.first == UInt8(ascii: "@"), let colon = path.firstIndex(of: UInt8(ascii: ":")) {
      path = path[(colon + 1)...]
    }
    self.init(String(decoding: path, as: UTF8.self), parameters: parameters, lacksBrackets: !hasBrackets)
  }

  /// Where the path ends: at `>`, or at a blank without brackets; neither counts inside quotation marks.
  private static func end(of text: ArraySlice<UInt8>, hasBrackets: Bool) -> Int? {
    var (isQuoted, isEscaped) = (false, false)
    for index in text.indices {
      let octet = text[index]
      if isEscaped {
        isEscaped = false
      } else if octet == UInt8(ascii: "\\") {
        isEscaped = true
      } else if octet == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted, hasBrackets ? octet == UInt8(ascii: ">") : octet.isBlank {
        return index
      }
    }
    return hasBrackets || isQuoted ? nil : text.endIndex
  }

  private static func parameters(_ text: ArraySlice<UInt8>) -> [EnvelopeParameter]? {
    let words = text.split(whereSeparator: \.isBlank)
    guard words.count <= CatchingLimits.parameters else { return nil }
    return words.map { word in
      let parts = word.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : nil
      return EnvelopeParameter(String(decoding: parts[0], as: UTF8.self).uppercased(), value)
    }
  }
}

extension ArraySlice<UInt8> {
  /// The octets without blanks at either end.
  var trimmingBlanks: ArraySlice<UInt8> {
    let start = drop { $0.isBlank }
    guard let last = start.lastIndex(where: { !$0.isBlank }) else { return [] }
    return start[...last]
  }

  /// Whether the octets are this ASCII text, in letters of either case.
  func equalsIgnoringCase(_ text: String) -> Bool {
    elementsEqual(text.utf8) { $0.lowercasedASCII == $1.lowercasedASCII }
  }
}

extension UInt8 {
  /// Whether the octet is a blank or a tabulator.
  var isBlank: Bool { self == 0x20 || self == 0x09 }
}
