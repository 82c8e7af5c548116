public import DNS

/// Which of the texts at a name are SPF records (RFC 7208 §4.5).
public struct SPFSelection: Sendable, Hashable {
  /// The texts that are records, strings joined, in the order of the answer.
  public let records: [[UInt8]]
  /// Texts that are no records but look as if they were meant to be.
  public let nearMisses: [SPFNearMiss]

  /// Selects among the TXT records of an answer.
  public init(_ answer: DNSAnswer) {
    self.init(texts: answer.texts.map(\.joined))
  }

  /// Selects among texts, each with its strings joined (RFC 7208 §3.3).
  public init(texts: [[UInt8]]) {
    var (records, nearMisses): ([[UInt8]], [SPFNearMiss]) = ([], [])
    for text in texts {
      if Self.isRecord(text) {
        records.append(text)
      } else if let reason = SPFNearMiss.Reason(text) {
        nearMisses.append(SPFNearMiss(text: text, reason: reason))
      }
    }
    self.records = records
    self.nearMisses = nearMisses
  }

  /// The version section.
  static let version = Array("v=spf1".utf8)

  /// Whether the text is `v=spf1`, in any case, with nothing or a space behind it (RFC 7208 §4.5).
  public static func isRecord(_ text: [UInt8]) -> Bool {
    guard hasPrefix(text, at: 0, version) else { return false }
    return text.count == version.count || text[version.count] == UInt8(ascii: " ")
  }

  /// Whether `prefix`, which is in lower case, stands at `start` in `text`.
  static func hasPrefix(_ text: [UInt8], at start: Int, _ prefix: [UInt8]) -> Bool {
    let (text, prefix) = (text.span, prefix.span)
    guard text.count - start >= prefix.count else { return false }
    for index in prefix.indices where text[start + index].lowercasedASCII != prefix[index] { return false }
    return true
  }
}

/// A text that looks like an SPF record and is none.
public struct SPFNearMiss: Sendable, Hashable {
  /// The text, strings joined.
  public let text: [UInt8]
  /// Why it is no record.
  public let reason: Reason

  /// Why a text is no record, as a phrase.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// Sender ID (RFC 4406), whose records begin with `spf2.0/`.
    case senderID = "it is a Sender ID record, which SPF does not read"
    /// White space, a byte order mark or the like before the version.
    case leadingSpace = "something invisible stands before v=spf1"
    /// A quote before the version, typed into the text itself.
    case quoted = "the quotes are part of the text"
    /// `v=spf10`, `v=spf1;`, `v=spf1-all`, or a tab behind the version.
    case noSpace = "v=spf1 is not followed by a space"
    /// `v=spf2`, `v=spf`.
    case otherVersion = "the version is not v=spf1"
    /// `v = spf1`, `v:spf1`, `spf1`, `vspf1`.
    case misspeltVersion = "the version section is misspelt"
    /// `v=spf1` in the middle of another text.
    case notAtTheBeginning = "v=spf1 stands in the middle of the text"
  }

  /// Makes a near miss of its parts.
  public init(text: [UInt8], reason: Reason) {
    self.text = text
    self.reason = reason
  }
}

extension SPFNearMiss.Reason {
  /// The reason why `text` is no record though it looks like one; nil for a record, and for any other text.
  public init?(_ text: [UInt8]) {
    guard let reason = Self.reason(text) else { return nil }
    self = reason
  }

  /// Runs over every TXT record of every domain, so it compares octets and makes nothing.
  private static func reason(_ text: [UInt8]) -> Self? {
    guard let first = text.first, !SPFSelection.isRecord(text) else { return nil }
    if starts.contains(first.lowercasedASCII), let reason = reason(begins: { SPFSelection.hasPrefix(text, at: 0, $0) })
    {
      return reason
    }
    guard let place = place(of: SPFSelection.version, in: text) else { return nil }
    let before = text[..<place]
    if before.allSatisfy({ $0 <= 0x20 || $0 >= 0x80 || $0 == 0x7F }) { return .leadingSpace }
    return before.allSatisfy { quotes.contains($0) || $0 >= 0x80 } ? .quoted : .notAtTheBeginning
  }

  private static func reason(begins: ([UInt8]) -> Bool) -> Self? {
    if begins(SPFSelection.version) { return .noSpace }
    if begins(senderIDVersion) { return .senderID }
    if begins(anyVersion) { return .otherVersion }
    return misspellings.contains(where: begins) ? .misspeltVersion : nil
  }

  private static let senderIDVersion = Array("spf2.0/".utf8)
  private static let anyVersion = Array("v=spf".utf8)
  private static let quotes = Array("\"'\\ ".utf8)
  private static let misspellings = [
    "v =spf1", "v= spf1", "v = spf1", "v:spf1", "v-spf1", "vspf1", "v=sfp1", "v=fsp1", "v=psf1", "spf1 ", "spf=",
    "=spf1"
  ].map { Array($0.utf8) }
  /// What all of them begin with.
  private static let starts = Array("vs=".utf8)

  private static func place(of needle: [UInt8], in text: [UInt8]) -> Int? {
    guard text.count >= needle.count else { return nil }
    for place in 0...(text.count - needle.count)
    where text[place] | 0x20 == needle[0] && SPFSelection.hasPrefix(text, at: place, needle) { return place }
    return nil
  }
}
