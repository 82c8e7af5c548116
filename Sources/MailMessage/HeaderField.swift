/// One header field as ranges into the octets of the header section (RFC 5322 §2.2).
public struct HeaderField: Sendable, Hashable {
  /// All of it: name, colon, body with its folding, and the final line end.
  public let range: Range<Int>
  /// The octets of the name, without white space before the colon (RFC 5322 §4.5 allows it as obsolete).
  public let name: Range<Int>
  /// Everything behind the colon, with the folding and the final line end.
  public let body: Range<Int>
  /// The line on which it begins, from 1, the line of a mailbox before the message counted.
  public let line: Int

  /// Whether white space stands between name and colon.
  public var hasObsoleteSpace: Bool { name.upperBound + 1 < body.lowerBound }
}
