public import Syntax

/// One part of a message (RFC 2046 §5.1); the first is the message itself.
public struct MIMEPart: Sendable {
  /// The place in the list of parts, in the order of their beginnings.
  public let number: Int
  /// The part around it; nil for the message.
  public let parent: Int?
  /// How many are around it.
  public let depth: Int
  /// The parts directly inside.
  public internal(set) var children: [Int] = []
  /// The octets of its header section, at most ``MIMELimits/headerOctets``, without the empty line.
  public internal(set) var header: [UInt8] = []
  /// The fields, ranges into ``header``.
  public internal(set) var fields: [HeaderField] = []
  /// The header section in the source.
  public internal(set) var headerRange: Range<Int>
  /// The content in the source, as it was found. The line end before a boundary is not of it (RFC 2046 §5.1.1).
  public internal(set) var body: Range<Int>
  /// The line on which the content begins.
  public internal(set) var bodyLine: Int
  /// Content-Type as it was found; nil without the field.
  public internal(set) var contentTypeField: Parsed<ContentType>?
  /// What counts: the field, or the default (RFC 2045 §5.2, RFC 2046 §5.1.5).
  public internal(set) var contentType: ContentType = .standard
  /// Content-Transfer-Encoding as it was found; nil without the field.
  public internal(set) var encodingField: Parsed<ContentTransferEncoding>?
  /// Content-Disposition as it was found; nil without the field.
  public internal(set) var dispositionField: Parsed<ContentDisposition>?
  /// The boundaries of a multipart, from top to bottom.
  public internal(set) var delimiters: [MIMEDelimiter] = []
  /// The lines of the content; those of its own only, not those of the parts inside.
  public internal(set) var lines = LineFacts()
  /// The decoded content; nil for a part with parts inside.
  public internal(set) var content: PartContent?

  init(number: Int, parent: Int?, depth: Int, start: SourcePlace) {
    self.number = number
    self.parent = parent
    self.depth = depth
    headerRange = start.offset..<start.offset
    body = start.offset..<start.offset
    bodyLine = start.line
  }

  /// The encoding that counts: 7bit without the field (RFC 2045 §6.1).
  public var encoding: ContentTransferEncoding { encodingField?.value ?? .sevenBit }
  /// Content-Disposition, if it can be read.
  public var disposition: ContentDisposition? { dispositionField?.value }
  /// `type/subtype` in lower case.
  public var mediaType: String { contentType.mediaType }
  /// Whether it is a multipart.
  public var isMultipart: Bool { contentType.type == "multipart" }
  /// The name of the file: of Content-Disposition, or else of Content-Type.
  public var fileName: String? { disposition?.filename ?? contentType.name }
  /// Whether people see it as a file: it says so, or it has a name and is no inline text.
  public var isAttachment: Bool {
    if let disposition { return disposition.isAttachment || fileName != nil }
    return fileName != nil
  }
  /// The octets of all of it in the source.
  public var range: Range<Int> { headerRange.lowerBound..<max(body.upperBound, headerRange.upperBound) }
}

extension MIMEPart {
  /// The topmost field called `name`; nil when there is none.
  public func field(_ name: HeaderName) -> HeaderField? { fields.first { isNamed($0, name) } }

  /// Whether `field` is called `name`.
  public func isNamed(_ field: HeaderField, _ name: HeaderName) -> Bool {
    field.name.count == name.lowercased.count
      && zip(header[field.name], name.lowercased).allSatisfy { $0.lowercasedASCII == $1 }
  }

  /// Everything behind the colon of `field`: what the parsers of fields take.
  public func body(of field: HeaderField) -> [UInt8] { Array(header[field.body]) }
}

/// A line that parts two parts, with the line end before it (RFC 2046 §5.1.1).
public struct MIMEDelimiter: Sendable, Hashable {
  /// Its octets in the source.
  public let range: Range<Int>
  /// The line.
  public let line: Int
  /// Whether it is the last one, with two hyphens at its end.
  public let isEnd: Bool
}

/// The body of a message, read in one pass.
public struct MessageBody: Sendable {
  /// The lines of the header section.
  public let headerLines: LineFacts
  /// The lines of the body, headers of parts and boundaries included.
  public let lines: LineFacts
  /// The parts in the order of their beginnings; the first is the message itself.
  public let parts: [MIMEPart]
  /// What is wrong, in the order of the places.
  public let faults: [MIMEFault]
  /// How many faults were too many to be kept.
  public let droppedFaults: Int

  /// Whether a limit kept parts from being looked into.
  public var isCut: Bool { faults.contains { $0.kind == .tooDeep || $0.kind == .tooManyParts } }
  /// The message as a part.
  public var root: MIMEPart? { parts.first }
  /// The parts that have no parts inside.
  public var leaves: [MIMEPart] { parts.filter { $0.content != nil } }

  /// The faults of one part.
  public func faults(of part: MIMEPart) -> [MIMEFault] { faults.filter { $0.part == part.number } }
}
