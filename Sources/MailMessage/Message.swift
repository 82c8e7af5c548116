public import Syntax

/// A message as it was found: its header fields, and where its body is (RFC 5322 §2.1). The octets are kept as they are.
public struct Message: Sendable {
  /// Where the octets are.
  public let source: MessageOctets
  /// The octets of the header section, without the empty line that ends it; at most ``MessageLimits/headerOctets``.
  public let header: [UInt8]
  /// Where the header section begins in ``source``: behind the line of a mailbox, if there is one.
  public let headerStart: Int
  /// The fields from top to bottom, ranges into ``header``.
  public let fields: [HeaderField]
  /// The octets of the body in ``source``; empty when there is none.
  public let body: Range<Int>
  /// The line `From sender date` that mailboxes put before a message; nil without one.
  public let envelopeLine: [UInt8]?
  /// What is wrong with the header section as a whole, with ranges into ``source``.
  public let faults: [SyntaxFault]

  /// Joins the parts.
  init(
    source: MessageOctets, header: [UInt8], headerStart: Int, fields: [HeaderField], body: Range<Int>,
    envelopeLine: [UInt8]?, faults: [SyntaxFault]
  ) {
    self.source = source
    self.header = header
    self.headerStart = headerStart
    self.fields = fields
    self.body = body
    self.envelopeLine = envelopeLine
    self.faults = faults
  }

  /// Whether there is an empty line that ends the header section.
  public var hasBody: Bool { body.lowerBound > headerStart + header.count }
}

extension Message {
  /// The fields called `name`, from top to bottom.
  public func fields(_ name: HeaderName) -> [HeaderField] { fields.filter { isNamed($0, name) } }

  /// The topmost field called `name`; nil when there is none.
  public func field(_ name: HeaderName) -> HeaderField? { fields.first { isNamed($0, name) } }

  /// Whether `field` is called `name`.
  public func isNamed(_ field: HeaderField, _ name: HeaderName) -> Bool {
    guard field.name.count == name.lowercased.count else { return false }
    for (offset, letter) in zip(field.name, name.lowercased) where header[offset].lowercasedASCII != letter {
      return false
    }
    return true
  }

  /// The name of `field` as it was written.
  public func name(of field: HeaderField) -> String { String(decoding: header[field.name], as: UTF8.self) }

  /// Everything behind the colon of `field`, with its folding and final line end: what the parsers of fields take.
  public func body(of field: HeaderField) -> [UInt8] { Array(header[field.body]) }

  /// The body of `field` on one line as people read it: line ends removed, white space at both ends too (RFC 5322 §2.2.3).
  public func text(of field: HeaderField) -> String {
    var octets = header[field.body].filter { $0 != 0x0D && $0 != 0x0A }[...]
    while let first = octets.first, first.isWhiteSpace { octets.removeFirst() }
    while let last = octets.last, last.isWhiteSpace { octets.removeLast() }
    return String(decoding: octets, as: UTF8.self)
  }

  /// The place of an octet of ``header``, lines counted from the beginning of ``source``.
  public func position(_ offset: Int) -> TextPosition {
    let place = TextPosition(offset, in: header)
    return TextPosition(line: place.line + (envelopeLine == nil ? 0 : 1), column: place.column)
  }
}
