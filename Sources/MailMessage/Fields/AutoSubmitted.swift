public import Syntax

/// The body of Auto-Submitted (RFC 3834 §5).
public struct AutoSubmitted: Sendable, Hashable {
  /// The word, in lower case: `no`, `auto-generated`, `auto-replied`, `auto-notified` (RFC 5436 §2.7.1), or another one.
  public let keyword: String
  /// The parameters behind it.
  public let parameters: [FieldParameter]

  /// Whether a program wrote the message by itself: anything but `no` says so (RFC 3834 §5.2).
  public var isAutomatic: Bool { keyword != "no" }

  /// Reads the body of a field; no value when it holds no word.
  public static func parse(_ text: [UInt8]) -> Parsed<AutoSubmitted> {
    let (tokens, tokenFaults) = FieldTokenizer.read(text, specials: .parameters, readsLiterals: false)
    var faults = FieldFaults()
    faults.add(tokenFaults)
    faults.addOctets(of: text)
    let words = tokens.filter { $0.kind != .comment }
    guard let first = words.first, first.kind == .atom else {
      faults.add(text.trimmed(0..<text.count), "no keyword", "RFC 3834 §5", .fatal)
      return Parsed(text: text, value: nil, faults: faults.sorted)
    }
    var reader = ParameterReader(text: text, tokens: words[1...])
    let parameters = reader.read()
    faults.add(reader.faults.sorted)
    let keyword = text.lowercased(first.range)
    if !known.contains(keyword) { faults.add(first.range, "a keyword that no standard has", "RFC 3834 §5", .remark) }
    return Parsed(text: text, value: AutoSubmitted(keyword: keyword, parameters: parameters), faults: faults.sorted)
  }

  private static let known: Set<String> = ["no", "auto-generated", "auto-replied", "auto-notified"]
}

/// The body of Precedence, which no standard defines (RFC 2076 §3.9).
public struct Precedence: Sendable, Hashable {
  /// The word, in lower case: `bulk`, `list`, `junk`, or another one.
  public let keyword: String

  /// Whether automatic answers are asked not to be sent: for `bulk`, `list` and `junk` (RFC 3834 §2).
  public var isBulk: Bool { ["bulk", "list", "junk"].contains(keyword) }

  /// Reads the body of a field; no value when it is empty.
  public static func parse(_ text: [UInt8]) -> Parsed<Precedence> {
    let content = text.trimmed(0..<text.count)
    var faults = FieldFaults()
    faults.addOctets(of: text)
    if content.isEmpty { faults.add(content, "no keyword", "RFC 2076 §3.9", .fatal) }
    let value = content.isEmpty ? nil : Precedence(keyword: text.lowercased(content))
    if value?.isBulk == false { faults.add(content, "a word that mail programs do not know", "RFC 2076 §3.9", .remark) }
    return Parsed(text: text, value: value, faults: faults.sorted)
  }
}

/// The body of Feedback-ID, as Google's rules for senders define it: four fields parted by colons, of which the last, the
/// sender, is required.
public struct FeedbackID: Sendable, Hashable {
  /// The identifiers of campaign, customer, mail type and so on before the last colon, in order.
  public let identifiers: [String]
  /// The identifier of the sender.
  public let senderID: String

  /// Reads the body of a field; no value when it is empty or the identifier of the sender is.
  public static func parse(_ text: [UInt8]) -> Parsed<FeedbackID> {
    let content = text.trimmed(0..<text.count)
    var faults = FieldFaults()
    faults.addOctets(of: text)
    let parts = text[content].split(
      separator: UInt8(ascii: ":"), maxSplits: mostFields, omittingEmptySubsequences: false)
    if parts.count != fields {
      faults.add(
        content, "\(parts.count > mostFields ? "too many" : "\(parts.count)") fields, where four belong", reference)
    }
    let ranges = parts.map { text.trimmed($0.startIndex..<$0.endIndex) }
    guard let last = ranges.last, !last.isEmpty else {
      faults.add(content, "no identifier of the sender", reference, .fatal)
      return Parsed(text: text, value: nil, faults: faults.sorted)
    }
    let value = FeedbackID(identifiers: ranges.dropLast().map { text.unfolded($0) }, senderID: text.unfolded(last))
    return Parsed(text: text, value: value, faults: faults.sorted)
  }

  private static let fields = 4
  /// Fields behind this many say nothing.
  private static let mostFields = 8
  /// No RFC defines the field; folding is that of every field.
  private static let reference = "RFC 5322 §3.6.8"
}
